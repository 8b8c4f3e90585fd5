"""Layout of a batch of canvases of different lengths: padded as (batch, canvas, ...) or packed as (n, ...).

A packed tensor holds the canvases' own positions only, row after row without padding, so n is the sum of the lengths.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import torch
from torch import Tensor


class CanvasBatch:
    """Converts between padded and packed tensors of canvases that have these ``lengths``."""

    def __init__(self, lengths: Sequence[int], device: torch.device) -> None:
        self.lengths, self.width, self.device = list(lengths), max(lengths), device
        self.row_slices = [slice(*ends) for ends in pairwise([0, *accumulate(self.lengths)])]
        """Positions of each row in a packed tensor."""
        self._packed_index: Tensor | None = None  # (n,) into the flattened padded tensor; None where nothing is padded
        if min(lengths) < self.width:
            inside = torch.arange(self.width) < torch.tensor(self.lengths)[:, None]
            self._packed_index = inside.flatten().nonzero().squeeze(-1).to(device)
        self._device_lengths = torch.tensor(self.lengths, device=device)

    def __len__(self) -> int:
        """Number of packed positions."""
        return sum(self.lengths)

    def pack(self, padded: Tensor) -> Tensor:
        """Return (n, ...) of (batch, canvas, ...)."""
        flat = padded.flatten(0, 1)
        return flat if self._packed_index is None else flat.index_select(0, self._packed_index)

    def unpack(self, packed: Tensor, fill: float) -> Tensor:
        """Return (batch, canvas, ...) of (n, ...), with ``fill`` in the padding."""
        shape = (len(self.lengths), self.width, *packed.shape[1:])
        if self._packed_index is None:
            return packed.view(shape)
        flat = packed.new_full((shape[0] * shape[1], *shape[2:]), fill)
        return flat.index_copy_(0, self._packed_index, packed).view(shape)

    def row_means(self, packed: Tensor) -> Tensor:
        """Return the mean (batch,) of each canvas's values (n,)."""
        return self.unpack(packed, 0).sum(dim=-1) / self._device_lengths

    def positions_of(self, rows: Sequence[int]) -> Tensor:
        """Return the packed positions (m,) of some rows."""
        slices = [self.row_slices[row] for row in rows]
        return torch.cat([torch.arange(each.start, each.stop) for each in slices]).to(self.device)

    def select_rows(self, rows: Sequence[int]) -> CanvasBatch:
        """Return the layout of some rows."""
        return CanvasBatch([self.lengths[row] for row in rows], self.device)
