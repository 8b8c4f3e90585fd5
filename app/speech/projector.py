"""The trained projector: acoustic frames -> audio tokens in the backbone's embedding space.

A linear layer, one convolution per stride, a linear layer. The published adapter has three strides of 2 (x8: 1500 frames of
20 ms become 188 tokens of 160 ms); a stride of 1 adds context without shortening.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class ProjectorConfig:
    width_in: int
    hidden: int
    width_out: int
    strides: tuple[int, ...] = (2, 2, 2)
    kernel: int = 3

    @property
    def subsample(self) -> int:
        """Frames a token."""
        product = 1
        for stride in self.strides:
            product *= stride
        return product


class Projector(nn.Module):
    """(batch, frames, width_in) -> (batch, tokens, width_out), tokens = ceil(frames / subsample)."""

    def __init__(self, config: ProjectorConfig) -> None:
        super().__init__()
        self.config = config
        self.enter = nn.Linear(config.width_in, config.hidden)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(config.hidden, config.hidden, config.kernel, stride=stride, padding=config.kernel // 2)
            for stride in config.strides
        )
        self.leave = nn.Linear(config.hidden, config.width_out)

    def token_counts(self, frames: Tensor) -> Tensor:
        """How many audio tokens so many frames become."""
        for stride in self.config.strides:
            frames = torch.div(frames - 1, stride, rounding_mode="floor") + 1
        return frames

    def forward(self, frames: Tensor, lengths: Tensor | None = None) -> Tensor:
        """``lengths`` (batch,) counts each row's true frames; padding is kept silent so that rows do not depend on it."""
        x = nn.functional.gelu(self.enter(frames))
        for convolution, stride in zip(self.convolutions, self.config.strides, strict=True):
            if lengths is not None:
                inside = torch.arange(x.shape[1], device=x.device) < lengths[:, None]
                x = x * inside[:, :, None]
                lengths = torch.div(lengths - 1, stride, rounding_mode="floor") + 1
            shorter = nn.functional.gelu(convolution(x.transpose(1, 2)).transpose(1, 2))
            x = x + shorter if stride == 1 else shorter
        return self.leave(x)
