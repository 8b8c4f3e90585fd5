"""Int4 group quantization of weights: 64 neighbours share one scale. Plain torch, the reference of every kernel.

A group's weights are ``scale * q`` with whole ``q`` from -8 to 7. A byte holds two of them, 32 apart in their group: in its low
half one of the first 32, in its high half one of the others, each as ``q + 8``. So a group unpacks into two runs.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

GROUP_SIZE = 64
FORMAT_VERSION = 1
"""Incremented when the meaning of stored tensors changes."""
_CLIP_RATIOS = torch.linspace(0.7, 1.0, 7)  # candidates for the end of a group's range, relative to its largest weight


@dataclass(frozen=True, eq=False)
class Int4Tensor:
    """A stack of int4 matrices ``(..., out, in)``."""

    values: Tensor
    """``(..., out, in / 2)``, uint8."""
    scales: Tensor
    """``(..., out, in / group_size)``, float16."""

    @property
    def size_bytes(self) -> int:
        return self.values.nbytes + self.scales.nbytes

    @property
    def weight_count(self) -> int:
        """Number of weights."""
        return 2 * self.values.numel()

    def to(self, device: torch.device) -> Int4Tensor:
        return Int4Tensor(self.values.to(device, non_blocking=True), self.scales.to(device, non_blocking=True))

    def __getitem__(self, index: int) -> Int4Tensor:
        return Int4Tensor(self.values[index], self.scales[index])


def quantize(weight: Tensor, group_size: int = GROUP_SIZE) -> Int4Tensor:
    """Quantize weights ``(..., out, in)``; each group takes the clipping range with the least squared error of seven.

    Raises:
        ValueError: ``group_size`` is odd or does not divide the width.
    """
    width = weight.shape[-1]
    if group_size % 2 or width % group_size:
        raise ValueError(f"groups of {group_size} do not divide a width of {width}")
    grouped = weight.float().unflatten(-1, (-1, group_size))  # (..., out, groups, group)
    # The side of the range with 8 steps is the one of the largest magnitude: the sign of the scale selects it.
    largest = grouped.abs().argmax(dim=-1, keepdim=True)
    full_scale = grouped.gather(-1, largest) / -8  # (..., out, groups, 1)
    least_error = torch.full_like(full_scale, torch.inf)
    scale = full_scale.half()
    for ratio in _CLIP_RATIOS.tolist():
        candidate = (full_scale * ratio).half()
        error = (_round_to_int4(grouped, candidate) * candidate.float() - grouped).square().sum(dim=-1, keepdim=True)
        better = error < least_error
        least_error, scale = torch.where(better, error, least_error), torch.where(better, candidate, scale)
    q = (_round_to_int4(grouped, scale) + 8).to(torch.uint8)
    low, high = q.chunk(2, dim=-1)
    return Int4Tensor((low | (high << 4)).flatten(-2).contiguous(), scale.squeeze(-1).contiguous())


def dequantize(tensor: Int4Tensor, dtype: torch.dtype = torch.float32) -> Tensor:
    """Return the weights ``(..., out, in)``; computed in float32."""
    halves = tensor.values.unflatten(-1, (tensor.scales.shape[-1], -1))  # (..., out, groups, group_size / 2)
    q = torch.cat([halves & 15, halves >> 4], dim=-1).float() - 8
    return (q * tensor.scales.float()[..., None]).flatten(-2).to(dtype)


def _round_to_int4(grouped: Tensor, scale: Tensor) -> Tensor:
    """Round ``grouped / scale`` to whole numbers from -8 to 7; 0 where the scale is 0."""
    step = scale.float()
    return torch.where(step == 0, 0.0, grouped / torch.where(step == 0, 1.0, step)).round().clamp(-8, 7)
