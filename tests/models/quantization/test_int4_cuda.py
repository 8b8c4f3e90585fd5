"""The Triton kernels compute what the plain reference does, and rows are sorted into blocks of one expert."""

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

from app.models.quantization.int4_cuda import group_by_expert
from app.models.quantization.int4_experts import ExpertsShape, Int4Experts

from .experts import layer, routed

ROOT = Path(__file__).parents[3]
TRITON = Path(sys.prefix) / "triton"
"""Where `packaging/test` puts Triton, which builds of torch for the CPU lack."""
INTERPRETED = """
import torch
from app.models.quantization import int4_cuda
from app.models.quantization.int4_experts import Int4Experts, reference_experts
from tests.models.quantization.experts import layer, routed
for tokens, hidden, intermediate in ((5, 128, 64), (21, 192, 128)):
    int4 = Int4Experts.quantized(layer(hidden, intermediate))
    inputs = routed(tokens, hidden)
    gate_up, down = int4.weights["gate_up_proj"], int4.weights["down_proj"]
    expected = reference_experts(*inputs, gate_up, down, int4.act_fn)
    torch.testing.assert_close(int4_cuda.run_experts(*inputs, gate_up, down), expected, atol=2e-5, rtol=2e-5)
print("equal")
"""


@given(st.lists(st.integers(0, 4), min_size=1, max_size=70))
@settings(max_examples=50, deadline=None)
def test_every_pair_is_in_one_block_of_its_expert(chosen: list[int]) -> None:
    rows, block_experts = group_by_expert(torch.tensor(chosen), experts=5, block_rows=4)
    pairs = rows[rows < len(chosen)]
    assert sorted(pairs.tolist()) == list(range(len(chosen)))
    for block, expert in enumerate(block_experts.tolist()):
        inside = [row for row in rows[block * 4 : block * 4 + 4].tolist() if row < len(chosen)]
        assert [chosen[row] for row in inside] == [expert] * len(inside)
        assert bool(inside) == (expert >= 0)


@pytest.mark.skipif(
    find_spec("triton") is None and not TRITON.is_dir(), reason="needs triton, which packaging/test installs on Linux"
)
def test_the_kernels_compute_what_the_reference_does() -> None:
    """On the CPU in Triton's interpreter; 192 columns and 42 pairs cross the edges of tiles and blocks."""
    environment = {**os.environ, "TRITON_INTERPRET": "1", "PYTHONPATH": os.pathsep.join([str(ROOT), str(TRITON)])}
    done = subprocess.run(
        [sys.executable, "-c", INTERPRETED], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "equal", done.stderr


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a GPU")
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_on_a_gpu_the_kernels_compute_what_the_reference_does(dtype: torch.dtype) -> None:
    on_gpu = Int4Experts(ExpertsShape(6, 128, 64), "cuda")
    plain = layer()
    for name in on_gpu.weights:
        for expert in range(6):
            on_gpu.set_expert(name, expert, getattr(plain, name)[expert].cuda())
    states, index, weights = (tensor.cuda() for tensor in routed(33))
    expected = Int4Experts.quantized(plain)(states.cpu(), index.cpu(), weights.cpu())
    computed = on_gpu(states.to(dtype), index, weights)
    tolerance = 1e-4 if dtype == torch.float32 else 0.05
    torch.testing.assert_close(computed.float().cpu(), expected, atol=tolerance, rtol=tolerance)
