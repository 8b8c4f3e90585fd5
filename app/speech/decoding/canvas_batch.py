"""A batch of canvases of different lengths: where their positions are, and the random draws for them.

What is computed of positions (n, ...) covers the canvases' own positions, row after row, without the padding behind them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import torch
from torch import Tensor


class CanvasBatch:
    """Where the positions of canvases of such ``lengths`` are, both as (batch, canvas) and one behind the other as (n,)."""

    def __init__(self, lengths: Sequence[int], device: torch.device) -> None:
        self.lengths, self.width, self.device = list(lengths), max(lengths), device
        self.row_slices = [slice(*ends) for ends in pairwise([0, *accumulate(self.lengths)])]
        """Each row's positions among all."""
        self._inside: Tensor | None = None
        if min(lengths) < self.width:
            inside = torch.arange(self.width) < torch.tensor(self.lengths)[:, None]
            self._inside = inside.flatten().nonzero().squeeze(-1).to(device)
        self._sizes = torch.tensor(self.lengths, device=device)

    def __len__(self) -> int:
        return sum(self.lengths)

    def pack(self, padded: Tensor) -> Tensor:
        """(n, ...) of (batch, canvas, ...)."""
        flat = padded.flatten(0, 1)
        return flat if self._inside is None else flat.index_select(0, self._inside)

    def unpack(self, packed: Tensor, fill: float) -> Tensor:
        """(batch, canvas, ...) of (n, ...), with ``read_from`` behind the end of a canvas."""
        shape = (len(self.lengths), self.width, *packed.shape[1:])
        if self._inside is None:
            return packed.view(shape)
        return packed.new_full((shape[0] * shape[1], *shape[2:]), fill).index_copy_(0, self._inside, packed).view(shape)

    def row_means(self, packed: Tensor) -> Tensor:
        """The mean (batch,) of each canvas's values (n,)."""
        return self.unpack(packed, 0).sum(dim=-1) / self._sizes

    def positions_of(self, rows: Sequence[int]) -> Tensor:
        """Which of the positions are those of some canvases, (m,)."""
        return torch.cat([torch.arange(self.row_slices[row].start, self.row_slices[row].stop) for row in rows]).to(
            self.device
        )
