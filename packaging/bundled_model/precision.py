"""Chooses the precision that this machine computes fast in."""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor


@cache
def has_fast_bf16() -> bool:
    """Whether the CPU multiplies bf16 in hardware. Without it (AVX2) bf16 products took fifty times as long as fp32."""
    capabilities = torch.cpu.get_capabilities()
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))


def _orthogonal(grad: Tensor, coefficients: tuple[float, float, float], steps: int, eps: float) -> Tensor:
    """Muon's Newton-Schulz iteration in the gradient's precision; ``torch.optim`` always runs it in bf16."""
    a, b, c = coefficients
    x = grad.T if grad.size(0) > grad.size(1) else grad
    x = x / x.norm().clamp(min=eps)
    for _ in range(steps):
        gram = x @ x.T
        x = torch.addmm(x, torch.addmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x.T if grad.size(0) > grad.size(1) else x


def patch_muon() -> None:
    """Make Muon iterate in fp32 where bf16 is slow."""
    if not has_fast_bf16():
        torch.optim._muon._zeropower_via_newtonschulz = _orthogonal  # noqa: SLF001  it offers no precision
