"""Projectors are detected by the shapes of their tensors, and their activations in the source."""

from __future__ import annotations

import ast

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from app.models.adapter.projector_detection import detect_activation, detect_projector, is_activated
from tests.models.stand_ins import PROJECTORS


@given(
    hidden=st.integers(1, 6), width_in=st.integers(1, 6), width_out=st.integers(1, 6), convolutions=st.integers(1, 4),
    enter=st.booleans(), tail=st.lists(st.integers(1, 6), max_size=2), kernel=st.sampled_from([1, 3, 5]), bias=st.booleans(),
)  # fmt: skip
def test_any_chain_in_order_is_detected(
    hidden: int, width_in: int, width_out: int, convolutions: int, enter: bool, tail: list[int], kernel: int, bias: bool
) -> None:
    tensors: dict[str, torch.Tensor] = {}

    def put(name: str, *shape: int) -> None:
        tensors[f"{name}.weight"] = torch.randn(shape)
        if bias:
            tensors[f"{name}.bias"] = torch.randn(shape[0])

    if enter:
        put("a", hidden, width_in)
    for number in range(convolutions):
        put(f"b.{number}", hidden, hidden if enter or number else width_in, kernel)
    widths = [hidden, *tail, width_out]
    for number in range(len(widths) - 1):
        put(f"c.{number}", widths[number + 1], widths[number])
    projector, problems = detect_projector(tensors, width_in, width_out, 2**convolutions)
    assert not problems
    assert projector is not None
    config = projector.config
    assert (config.width_in, config.hidden, config.width_out) == (width_in, hidden, width_out)
    assert (config.enter, config.tail, config.strides, config.kernel) == (
        enter,
        tuple(tail),
        (2,) * convolutions,
        kernel,
    )
    assert torch.equal(projector.tensors["leave.weight"], tensors[f"c.{len(tail)}.weight"])


def test_a_linear_layer_that_was_made_early_is_ordered_by_its_width() -> None:
    tensors = {"out.weight": torch.ones(16, 12), "inp.weight": torch.ones(12, 8), "conv.weight": torch.ones(12, 12, 3)}
    projector, problems = detect_projector(tensors, 8, 16, 2)
    assert not problems
    assert projector is not None
    assert (projector.input_layer, projector.convolutions) == ("inp", ("conv",))
    assert torch.equal(projector.tensors["leave.weight"], tensors["out.weight"])


@pytest.mark.parametrize(
    ("tensors", "subsample", "problem"),
    [
        ({"norm.weight": torch.ones(12)}, 8, "not supported"),
        ({"a.weight": torch.ones(12, 8)}, 8, "no projector"),
        ({"a.weight": torch.ones(16, 12), "conv.weight": torch.ones(12, 8, 4)}, 2, "kernels of"),
        ({"a.weight": torch.ones(16, 11), "conv.weight": torch.ones(12, 8, 3)}, 2, "do not follow each other"),
        ({"a.weight": torch.ones(16, 12), "conv.weight": torch.ones(12, 8, 3)}, 10, "cannot shorten 10 times"),
    ],
)
def test_what_is_no_such_chain_is_one_problem(tensors: dict[str, torch.Tensor], subsample: int, problem: str) -> None:
    projector, problems = detect_projector(tensors, 8, 16, subsample)
    assert projector is None
    assert len(problems) == 1
    assert problem in problems[0]


@pytest.mark.parametrize(
    ("layout", "activation", "layer", "activated"),
    [
        ("linear first, module list", "gelu", "proj_in", True),
        ("linear first without activation, leaving linear made early", "silu", "inp", False),
        ("convolutions first in a sequential, two linears", "gelu", "conv.4", True),
        ("last convolution without activation", "relu", "conv.4", False),
    ],
)
def test_activations_are_read_in_the_source(layout: str, activation: str, layer: str, activated: bool) -> None:
    trees = {"model.py": ast.parse(PROJECTORS[layout])}
    assert detect_activation(trees) == activation
    assert is_activated(trees, layer) is activated
    assert is_activated(trees, "nowhere") is None
