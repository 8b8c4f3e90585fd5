"""A layer of experts with random weights, and inputs for it."""

from __future__ import annotations

import torch
from torch import Tensor
from transformers.models.diffusion_gemma.modeling_diffusion_gemma import DiffusionGemmaTextExperts

from tests.speech import tiny


def random_tensor(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def layer(hidden: int = 128, intermediate: int = 64, experts: int = 6) -> DiffusionGemmaTextExperts:
    config = tiny.backbone(hidden_size=hidden, moe_intermediate_size=intermediate, num_experts=experts).config
    plain = DiffusionGemmaTextExperts(config.text_config)
    plain.gate_up_proj.data = random_tensor(experts, 2 * intermediate, hidden, seed=1) * hidden**-0.5
    plain.down_proj.data = random_tensor(experts, hidden, intermediate, seed=2) * intermediate**-0.5
    return plain.eval().requires_grad_(False)


def routed(tokens: int, hidden: int = 128, experts: int = 6, k: int = 2) -> tuple[Tensor, Tensor, Tensor]:
    """Hidden states (tokens, hidden), and each token's experts and their weights, both (tokens, k)."""
    choice = random_tensor(tokens, experts, seed=3).topk(k, dim=-1).indices
    weights = torch.rand(tokens, k, generator=torch.Generator().manual_seed(5))
    return random_tensor(tokens, hidden, seed=4), choice, weights
