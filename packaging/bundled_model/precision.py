"""Chooses the device to compute on, and the precision that it computes fast in."""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor


def pick_device() -> torch.device:
    """CUDA where there is a card, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


@cache
def has_fast_bf16(device: torch.device) -> bool:
    """Whether the device multiplies bf16 in hardware. A CPU without it (AVX2) took fifty times as long as for fp32."""
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    capabilities = torch.cpu.get_capabilities()
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))


def autocast(device: torch.device) -> torch.autocast:
    """Autocast to bf16 where the device has it in hardware; elsewhere nothing changes."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=has_fast_bf16(device))


def _orthogonal(grad: Tensor, coefficients: tuple[float, float, float], steps: int, eps: float) -> Tensor:
    """Muon's Newton-Schulz iteration in the gradient's precision; ``torch.optim`` always runs it in bf16."""
    a, b, c = coefficients
    x = grad.T if grad.size(0) > grad.size(1) else grad
    x = x / x.norm().clamp(min=eps)
    for _ in range(steps):
        gram = x @ x.T
        x = torch.addmm(x, torch.addmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x.T if grad.size(0) > grad.size(1) else x


def patch_muon(device: torch.device) -> None:
    """Make Muon iterate in fp32 where bf16 is slow."""
    if not has_fast_bf16(device):
        torch.optim._muon._zeropower_via_newtonschulz = _orthogonal  # noqa: SLF001  it offers no precision
