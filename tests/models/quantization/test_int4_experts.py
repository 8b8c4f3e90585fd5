"""Int4 experts compute what plain ones do with the dequantized weights."""

from __future__ import annotations

import torch

from app.models.quantization.int4 import dequantize
from app.models.quantization.int4_experts import Int4Experts

from .experts import layer, routed


@torch.inference_mode()
def test_int4_experts_compute_what_dequantized_ones_do() -> None:
    plain = layer()
    int4 = Int4Experts.quantized(plain)
    inputs = routed(9)
    exact = plain(*inputs)
    for name in ("gate_up_proj", "down_proj"):
        getattr(plain, name).data = dequantize(int4.weights[name])
    torch.testing.assert_close(int4(*inputs), plain(*inputs), atol=1e-5, rtol=1e-5)
    assert torch.nn.functional.cosine_similarity(int4(*inputs).flatten(), exact.flatten(), dim=0) > 0.98
    assert int4.size_bytes == sum(stack.size_bytes for stack in int4.weights.values())


def test_moving_the_model_leaves_int4_weights_as_they_are() -> None:
    int4 = Int4Experts.quantized(layer()).to(dtype=torch.bfloat16)
    assert int4.weights["down_proj"].scales.dtype == torch.float16
    assert int4.weights["down_proj"].values.dtype == torch.uint8
