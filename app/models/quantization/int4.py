"""Weights in 4 bits: groups of 64 neighbours share one scale. Plain torch, which every kernel is tested against.

A group's values are ``scale * q`` with whole ``q`` from -8 to 7. A byte holds two of them, 32 apart in their group: in its low
half one of the first 32, in its high half one of the others, each as ``q + 8``. So a group unpacks into two runs.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

GROUP_SIZE = 64
FORMAT_VERSION = 1
"""Counts up whenever what is written changes its meaning."""
_CLIP_RATIOS = torch.linspace(0.7, 1.0, 7)  # parts of a group's largest value that are tried as the end of its range


@dataclass(frozen=True, eq=False)
class Int4Tensor:
    """A stack of matrices (..., out, in) in 4 bits."""

    values: Tensor
    """(..., out, in / 2) of uint8."""
    scales: Tensor
    """(..., out, in / group) of float16."""

    @property
    def size_bytes(self) -> int:
        return self.values.nbytes + self.scales.nbytes

    @property
    def weight_count(self) -> int:
        """How many weights these are."""
        return 2 * self.values.numel()

    def to(self, device: torch.device) -> Int4Tensor:
        return Int4Tensor(self.values.to(device, non_blocking=True), self.scales.to(device, non_blocking=True))

    def __getitem__(self, place: int) -> Int4Tensor:
        return Int4Tensor(self.values[place], self.scales[place])


def quantize(weight: Tensor, group_size: int = GROUP_SIZE) -> Int4Tensor:
    """Weights (..., out, in) in 4 bits; of seven ranges each group takes the one with the least squared error.

    Raises ``ValueError`` where ``group`` is odd or does not divide the width.
    """
    width = weight.shape[-1]
    if group_size % 2 or width % group_size:
        raise ValueError(f"groups of {group_size} do not divide a width of {width}")
    grouped = weight.float().unflatten(-1, (-1, group_size))  # (..., out, groups, group)
    # The end of the range with 8 steps lies where the largest magnitude is, whatever its sign.
    place = grouped.abs().argmax(dim=-1, keepdim=True)
    end = grouped.gather(-1, place) / -8  # (..., out, groups, 1)
    best = torch.full_like(end, torch.inf)
    scale = end.half()
    for part in _CLIP_RATIOS.tolist():
        tried = (end * part).half()
        error = (_round_to_int4(grouped, tried) * tried.float() - grouped).square().sum(dim=-1, keepdim=True)
        better = error < best
        best, scale = torch.where(better, error, best), torch.where(better, tried, scale)
    q = (_round_to_int4(grouped, scale) + 8).to(torch.uint8)
    low, high = q.chunk(2, dim=-1)
    return Int4Tensor((low | (high << 4)).flatten(-2).contiguous(), scale.squeeze(-1).contiguous())


def dequantize(tensor: Int4Tensor, dtype: torch.dtype = torch.float32) -> Tensor:
    """The weights (..., out, in) that the packed ones stand for; computed in float32."""
    groups = tensor.scales.shape[-1]
    halves = tensor.values.unflatten(-1, (groups, -1))
    q = torch.cat([halves & 15, halves >> 4], dim=-1).float() - 8
    return (q * tensor.scales.float()[..., None]).flatten(-2).to(dtype)


def _round_to_int4(grouped: Tensor, scale: Tensor) -> Tensor:
    """The whole numbers nearest to ``grouped / scale``, -8 to 7; 0 where the scale is 0."""
    steps = scale.float()
    return torch.where(steps == 0, 0.0, grouped / torch.where(steps == 0, 1.0, steps)).round().clamp(-8, 7)
