"""The trained projector: acoustic frames -> audio tokens in the backbone's embedding space.

A linear layer, one convolution per stride, a linear layer. The published adapter has three strides of 2 (x8: 1500 frames of
20 ms become 188 tokens of 160 ms) and a LayerNorm at the end; a stride of 1 adds context without shortening. Variants that
other adapters may have: no input layer before the convolutions, more linear layers at the end, another activation, no
shortcut around stride 1, bidirectional layers on the audio tokens.

The modules' attribute names (``enter``, ``tail``, ``gated``, ...) are tensor names in adapters' files and stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import torch
from torch import Tensor, nn

from app.models.adapter.spec import ProjectorConfig

ACTIVATIONS: dict[str, Callable[[Tensor], Tensor]] = {  # one per name of ``ACTIVATION_NAMES``
    "gelu": nn.functional.gelu,
    "gelu_tanh": lambda x: nn.functional.gelu(x, approximate="tanh"),
    "relu": nn.functional.relu,
    "silu": nn.functional.silu,
    "none": lambda x: x,
}


class ConformerBlock(nn.Module):
    """Attention over all audio tokens, a gated depthwise convolution, an MLP; each after a norm and added to its input.

    The convolution encodes where a token stands among its neighbours, so the attention needs no positions (Conformer, Gulati
    et al. 2020). The last product of each part begins at zero: a new block changes nothing.
    """

    def __init__(self, width: int, heads: int, reach: int) -> None:
        super().__init__()
        self.heads = heads
        self.before_attention = nn.RMSNorm(width)
        self.queries_keys_values = nn.Linear(width, 3 * width, bias=False)
        self.attended = nn.Linear(width, width, bias=False)
        self.before_convolution = nn.RMSNorm(width)
        self.gated = nn.Linear(width, 2 * width, bias=False)
        self.convolution = nn.Conv1d(width, width, reach, padding=reach // 2, groups=width)
        self.convolved = nn.Linear(width, width, bias=False)
        self.before_mlp = nn.RMSNorm(width)
        self.wide = nn.Linear(width, 4 * width, bias=False)
        self.narrow = nn.Linear(4 * width, width, bias=False)
        for last in (self.attended, self.convolved, self.narrow):
            nn.init.zeros_(last.weight)

    def forward(self, x: Tensor, inside: Tensor | None) -> Tensor:
        """Map (batch, tokens, width) to the same shape; ``inside`` (batch, tokens) is False on padding, which no token sees."""
        batch, tokens, width = x.shape
        split = self.queries_keys_values(self.before_attention(x)).view(batch, tokens, 3, self.heads, -1)
        q, k, v = split.permute(2, 0, 3, 1, 4)  # (batch, heads, tokens, width / heads) each
        scores = q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5
        if inside is not None:
            scores = scores.masked_fill(~inside[:, None, None, :], torch.finfo(scores.dtype).min)
        x = x + self.attended((scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, tokens, width))
        value, gate = self.gated(self.before_convolution(x)).chunk(2, dim=-1)
        value = value * torch.sigmoid(gate)
        if inside is not None:
            value = value * inside[:, :, None]
        near = self.convolution(value.transpose(1, 2)).transpose(1, 2)
        x = x + self.convolved(nn.functional.silu(near))
        return x + self.narrow(nn.functional.gelu(self.wide(self.before_mlp(x))))


class Projector(nn.Module):
    """(batch, frames, width_in) -> (batch, tokens, width_out), tokens = ceil(frames / subsample)."""

    def __init__(self, config: ProjectorConfig) -> None:
        super().__init__()
        self.config = config
        self.enter = nn.Linear(config.width_in, config.hidden) if config.enter else None
        first = config.hidden if config.enter else config.width_in
        self.convolutions = nn.ModuleList(
            nn.Conv1d(
                config.hidden if n else first, config.hidden, config.kernel, stride=stride, padding=config.kernel // 2
            )
            for n, stride in enumerate(config.strides)
        )
        widths = (config.hidden, *config.tail)
        self.tail = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(widths))
        self.leave = nn.Linear(widths[-1], config.width_out)
        self.norm = None if config.norm_eps is None else nn.LayerNorm(config.width_out, eps=config.norm_eps)
        self.blocks = nn.ModuleList(
            ConformerBlock(config.width_out, config.heads, config.reach) for _ in range(config.blocks)
        )
        self.after = nn.RMSNorm(config.width_out) if config.blocks else None
        self.activation = ACTIVATIONS[config.activation]

    def token_counts(self, frames: Tensor) -> Tensor:
        """Return how many audio tokens so many frames become, (batch,)."""
        for stride in self.config.strides:
            frames = torch.div(frames - 1, stride, rounding_mode="floor") + 1
        return frames

    def forward(self, frames: Tensor, lengths: Tensor | None = None) -> Tensor:
        """Map frames to audio tokens. ``lengths`` (batch,) counts each row's true frames; padding changes nothing."""
        x = frames
        if self.enter is not None:
            x = self.activation(self.enter(x)) if self.config.enter_activation else self.enter(x)
        last = len(self.convolutions) - 1
        for number, (convolution, stride) in enumerate(zip(self.convolutions, self.config.strides, strict=True)):
            if lengths is not None:
                inside = torch.arange(x.shape[1], device=x.device) < lengths[:, None]
                x = x * inside[:, :, None]
                lengths = torch.div(lengths - 1, stride, rounding_mode="floor") + 1
            shorter = convolution(x.transpose(1, 2)).transpose(1, 2)
            if number < last or self.config.last_activation:
                shorter = self.activation(shorter)
            x = x + shorter if stride == 1 and self.config.shortcut and x.shape == shorter.shape else shorter
        for linear in self.tail:
            x = self.activation(linear(x))
        x = self.leave(x)
        if self.norm is not None:
            x = self.norm(x)
        if self.after is None:
            return x
        present = None if lengths is None else torch.arange(x.shape[1], device=x.device) < lengths[:, None]
        for block in self.blocks:
            x = block(x, present)
        return self.after(x)
