"""Int4 weights come back within the step of their group."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.quantization.int4 import GROUP_SIZE, dequantize, quantize

from .experts import random_tensor


@given(st.integers(0, 10_000), st.floats(1e-4, 1e3))
@settings(max_examples=25, deadline=None)
def test_each_weight_comes_back_within_its_groups_step(seed: int, size: float) -> None:
    weight = random_tensor(3, 5, 2 * GROUP_SIZE, seed=seed) * size
    back = dequantize(quantize(weight))
    assert back.shape == weight.shape
    grouped = weight.unflatten(-1, (-1, GROUP_SIZE))
    error = (back - weight).unflatten(-1, (-1, GROUP_SIZE)).square().mean(-1)
    step = grouped.abs().amax(-1) / 8
    assert (error <= (step * 0.75).square()).all()
    cosine = torch.nn.functional.cosine_similarity(back.flatten(), weight.flatten(), dim=0)
    assert cosine > 0.99


def test_weights_on_the_grid_are_exact() -> None:
    q = torch.randint(-8, 8, (4, 2 * GROUP_SIZE), generator=torch.Generator().manual_seed(0)).float()
    q[:, ::GROUP_SIZE] = -8
    for scale in (1.0, 0.125, -0.5):
        torch.testing.assert_close(dequantize(quantize(q * scale)), q * scale, atol=0, rtol=0)


def test_zeros_stay_zeros() -> None:
    assert (dequantize(quantize(torch.zeros(2, GROUP_SIZE))) == 0).all()


def test_four_and_a_quarter_bits_each() -> None:
    tensor = quantize(random_tensor(8, 4 * GROUP_SIZE))
    assert tensor.weight_count == 8 * 4 * GROUP_SIZE
    assert tensor.size_bytes / tensor.weight_count == 0.5 + 2 / GROUP_SIZE == 0.53125


def test_a_width_that_groups_do_not_divide_is_refused() -> None:
    with pytest.raises(ValueError, match="divide"):
        quantize(torch.zeros(2, GROUP_SIZE + 2))
