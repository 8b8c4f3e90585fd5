"""Weights in 4 bits: what they stand for, and that every kernel computes what the plain reference does."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor
from transformers.models.diffusion_gemma.modeling_diffusion_gemma import DiffusionGemmaTextExperts

from app.models.quantization.int4 import GROUP_SIZE, dequantize, quantize
from app.models.quantization.int4_cuda import group_by_expert
from app.models.quantization.int4_experts import ExpertsShape, Int4Experts
from tests.speech import tiny

ROOT = Path(__file__).parents[3]


def random(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


@given(st.integers(0, 10_000), st.floats(1e-4, 1e3))
@settings(max_examples=25, deadline=None)
def test_each_weight_comes_back_within_its_groups_step(seed: int, size: float) -> None:
    weight = random(3, 5, 2 * GROUP_SIZE, seed=seed) * size
    back = dequantize(quantize(weight))
    assert back.shape == weight.shape
    grouped = weight.unflatten(-1, (-1, GROUP_SIZE))
    error = (back - weight).unflatten(-1, (-1, GROUP_SIZE)).square().mean(-1)
    step = grouped.abs().amax(-1) / 8
    assert (error <= (step * 0.75).square()).all()
    cosine = torch.nn.functional.cosine_similarity(back.flatten(), weight.flatten(), dim=0)
    assert cosine > 0.99


def test_what_fits_in_four_bits_is_exact() -> None:
    q = torch.randint(-8, 8, (4, 2 * GROUP_SIZE), generator=torch.Generator().manual_seed(0)).float()
    q[:, ::GROUP_SIZE] = -8
    for scale in (1.0, 0.125, -0.5):
        torch.testing.assert_close(dequantize(quantize(q * scale)), q * scale, atol=0, rtol=0)


def test_zeros_stay_zeros() -> None:
    assert (dequantize(quantize(torch.zeros(2, GROUP_SIZE))) == 0).all()


def test_four_and_a_quarter_bits_each() -> None:
    packed = quantize(random(8, 4 * GROUP_SIZE))
    assert packed.weight_count == 8 * 4 * GROUP_SIZE
    assert packed.size_bytes / packed.weight_count == 0.5 + 2 / GROUP_SIZE == 0.53125


def test_a_width_that_groups_do_not_divide_is_refused() -> None:
    with pytest.raises(ValueError, match="divide"):
        quantize(torch.zeros(2, GROUP_SIZE + 2))


def layer(hidden: int = 128, intermediate: int = 64, experts: int = 6) -> DiffusionGemmaTextExperts:
    config = tiny.backbone(hidden_size=hidden, moe_intermediate_size=intermediate, num_experts=experts).config
    made = DiffusionGemmaTextExperts(config.text_config)
    made.gate_up_proj.data = random(experts, 2 * intermediate, hidden, seed=1) * hidden**-0.5
    made.down_proj.data = random(experts, hidden, intermediate, seed=2) * intermediate**-0.5
    return made.eval().requires_grad_(False)


def routed(tokens: int, hidden: int = 128, experts: int = 6, k: int = 2) -> tuple[Tensor, Tensor, Tensor]:
    choice = random(tokens, experts, seed=3).topk(k, dim=-1).indices
    return random(tokens, hidden, seed=4), choice, torch.rand(tokens, k, generator=torch.Generator().manual_seed(5))


@torch.inference_mode()
def test_packed_experts_compute_what_the_unpacked_ones_do() -> None:
    plain = layer()
    packed = Int4Experts.quantized(plain)
    inputs = routed(9)
    rough = plain(*inputs)
    for name in ("gate_up_proj", "down_proj"):
        getattr(plain, name).data = dequantize(packed.weights[name])
    torch.testing.assert_close(packed(*inputs), plain(*inputs), atol=1e-5, rtol=1e-5)
    assert torch.nn.functional.cosine_similarity(packed(*inputs).flatten(), rough.flatten(), dim=0) > 0.98
    assert packed.size_bytes == sum(each.size_bytes for each in packed.weights.values())


def test_moving_the_model_leaves_packed_weights_as_they_are() -> None:
    packed = Int4Experts.quantized(layer()).to(dtype=torch.bfloat16)
    assert packed.weights["down_proj"].scales.dtype == torch.float16
    assert packed.weights["down_proj"].values.dtype == torch.uint8


@given(st.lists(st.integers(0, 4), min_size=1, max_size=70))
@settings(max_examples=50, deadline=None)
def test_every_pair_is_in_one_block_of_its_expert(chosen: list[int]) -> None:
    expert_of = torch.tensor(chosen)
    rows, owners = group_by_expert(expert_of, experts=5, block_rows=4)
    real = rows[rows < len(chosen)]
    assert sorted(real.tolist()) == list(range(len(chosen)))
    for block, owner in enumerate(owners.tolist()):
        inside = [row for row in rows[block * 4 : block * 4 + 4].tolist() if row < len(chosen)]
        assert [chosen[row] for row in inside] == [owner] * len(inside)
        assert bool(inside) == (owner >= 0)


INTERPRETED = """
import torch
from app.models.packed_experts import PackedExperts, one_by_one
from app.models import packed_kernel
from tests.models.test_packed import layer, routed
for tokens, hidden, intermediate in ((5, 128, 64), (21, 192, 128)):
    packed = PackedExperts.of(layer(hidden, intermediate))
    index = routed(tokens, hidden)
    gate_up, down = packed.weights["gate_up_proj"], packed.weights["down_proj"]
    wanted = one_by_one(*index, gate_up, down, packed.act_fn)
    torch.testing.assert_close(packed_kernel.experts(*index, gate_up, down), wanted, atol=2e-5, rtol=2e-5)
print("equal")
"""


@pytest.mark.skipif(find_spec("triton") is None, reason="needs triton, which torch's builds for CUDA bring")
def test_the_kernel_computes_what_the_reference_does() -> None:
    """On the CPU in Triton's interpreter; the size of a tile's edge is crossed by 192 columns and 42 pairs."""
    environment = {**os.environ, "TRITON_INTERPRET": "1"}
    done = subprocess.run(
        [sys.executable, "-c", INTERPRETED], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "equal", done.stderr


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a card")
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_on_a_card_the_kernel_computes_what_the_reference_does(dtype: torch.dtype) -> None:
    packed = Int4Experts(ExpertsShape(6, 128, 64), "cuda")
    plain = layer()
    for name in packed.weights:
        for expert in range(6):
            packed.set_expert(name, expert, getattr(plain, name)[expert].cuda())
    states, index, weights = (each.cuda() for each in routed(33))
    here = Int4Experts.quantized(plain)(states.cpu(), index.cpu(), weights.cpu())
    there = packed(states.to(dtype), index, weights)
    tolerance = 1e-4 if dtype == torch.float32 else 0.05
    torch.testing.assert_close(there.float().cpu(), here, atol=tolerance, rtol=tolerance)
