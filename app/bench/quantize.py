"""What packing a layer's experts in 4 bits costs, on a layer as wide as the real one; weights and inputs are random."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import cosine_similarity
from transformers import DiffusionGemmaTextConfig
from transformers.models.diffusion_gemma.modeling_diffusion_gemma import DiffusionGemmaTextExperts

from ..models.packed_experts import PackedExperts
from .random_model import SIZES

HEAD = 4096  # random words that an output is compared with, as the last layer's is with the vocabulary


@torch.inference_mode()
def compare(size: str, tokens: int, experts: int | None = None) -> dict[str, str]:
    """Bytes per parameter, cosine of outputs and of logits, and how often the likeliest word stays; both in float32.

    The residual that the experts' output is added to is as large as the output, so logits differ by what a whole model's do
    after one layer. ``experts`` cuts their number down, for a machine with little memory: each is as wide as before.
    """
    torch.manual_seed(0)
    text = dict(SIZES[size])
    text.pop("canvas_length")
    text["num_experts"] = min(experts or text["num_experts"], text["num_experts"])
    text["top_k_experts"] = min(text["top_k_experts"], text["num_experts"])
    config = DiffusionGemmaTextConfig(**text)
    config._experts_implementation = "eager"
    plain = DiffusionGemmaTextExperts(config)
    plain.gate_up_proj.normal_(std=config.hidden_size**-0.5)
    plain.down_proj.normal_(std=config.moe_intermediate_size**-0.5)
    states = torch.randn(tokens, config.hidden_size)
    scores = torch.randn(tokens, config.num_experts)
    weights, choice = scores.softmax(-1).topk(config.top_k_experts, dim=-1)
    weights /= weights.sum(-1, keepdim=True)
    exact = plain(states, choice, weights)
    rounded = _in_bf16(plain, states, choice, weights)
    packed = PackedExperts.of(plain)
    near = packed(states, choice, weights)
    parameters = sum(each.parameters for each in packed.weights.values())
    head = torch.randn(config.hidden_size, HEAD) * config.hidden_size**-0.5
    residual = torch.randn_like(exact) * exact.std()
    return {
        "parameters": f"{parameters:,}",
        "bytes per parameter": f"{packed.size_bytes / parameters:.5f} (bf16: 2)",
        "cosine of the layer's output": f"{_cosine(exact, near):.5f} (bf16: {_cosine(exact, rounded):.5f})",
        "cosine of logits after the layer": f"{_cosine((residual + exact) @ head, (residual + near) @ head):.5f}",
        "likeliest of 4096 words unchanged": f"{_agreement((residual + exact) @ head, (residual + near) @ head):.3f}",
    }


def _in_bf16(plain: DiffusionGemmaTextExperts, states: Tensor, choice: Tensor, weights: Tensor) -> Tensor:
    kept = plain.gate_up_proj.data, plain.down_proj.data
    plain.gate_up_proj.data, plain.down_proj.data = (each.bfloat16() for each in kept)
    out = plain(states.bfloat16(), choice, weights.bfloat16()).float()
    plain.gate_up_proj.data, plain.down_proj.data = kept
    return out


def _cosine(left: Tensor, right: Tensor) -> float:
    return float(cosine_similarity(left.flatten(), right.flatten(), dim=0))


def _agreement(left: Tensor, right: Tensor) -> float:
    return float((left.argmax(-1) == right.argmax(-1)).float().mean())
