"""Projectors are detected by the shapes of their tensors, and their activations in the source."""

from __future__ import annotations

import ast

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from app.models.adapter.projector_detection import (
    SourceNorm,
    detect_activation,
    detect_norm,
    detect_projector,
    is_activated,
)
from tests.models.paper_repository import NORMS, projector_code
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


def chain(width_out: int = 16, **others: torch.Tensor) -> dict[str, torch.Tensor]:
    layers = {"a.weight": torch.ones(12, 8), "b.weight": torch.ones(12, 12, 3), "c.weight": torch.ones(width_out, 12)}
    return layers | {name.replace("_", "."): value for name, value in others.items()}


@pytest.mark.parametrize("bias", [True, False])
def test_a_norm_of_the_output_width_ends_the_projector(bias: bool) -> None:
    weight = torch.randn(16)
    others = {"norm_weight": weight} | ({"norm_bias": torch.full((16,), 2.0)} if bias else {})
    projector, problems = detect_projector(chain(**others), 8, 16, 2)
    assert not problems
    assert projector is not None
    assert projector.config.norm_eps == 1e-5
    assert projector.bare_norm is not bias
    assert torch.equal(projector.tensors["norm.weight"], weight)
    assert torch.equal(projector.tensors["norm.bias"], torch.full((16,), 2.0 if bias else 0.0))


def test_a_norm_that_may_stand_elsewhere_is_told_by_its_place() -> None:
    projector, problems = detect_projector(chain(12, norm_weight=torch.ones(12)), 8, 12, 2)
    assert not problems
    assert projector is not None
    assert projector.config.norm_eps is not None
    early = {"norm.weight": torch.ones(12), **chain(12)}
    assert "not supported" in detect_projector(early, 8, 12, 2)[1][0]
    two = chain(norm_weight=torch.ones(16), other_weight=torch.ones(16))
    assert "norm.weight (16,), other.weight (16,)" in detect_projector(two, 8, 16, 2)[1][0]


@pytest.mark.parametrize(
    ("norm", "told"),
    [
        ("with weights", SourceNorm(True, 1e-5, True)),
        ("without bias", SourceNorm(True, 1e-5, True)),
        ("without weights", SourceNorm(True, 1e-5, False)),
        ("another epsilon", SourceNorm(True, 1e-2, True)),
        ("as a function", SourceNorm(True, 1e-5, False)),
    ],
)
def test_the_final_norm_is_read_in_the_source(norm: str, told: SourceNorm) -> None:
    assert norm in NORMS
    trees = {"audio.py": ast.parse(projector_code(norm))}
    assert detect_norm(trees, "projector.convs.2") == told
    assert detect_norm(trees, "elsewhere.conv") is None


def test_norms_elsewhere_in_the_source_are_told_apart() -> None:
    code = projector_code("with weights")
    changes = (
        ("self.norm(x)", "F.gelu(self.norm(x))"),
        ("self.norm(x)", "self.proj_out(self.norm(x))"),
        ("nn.LayerNorm", "nn.RMSNorm"),
        ("F.gelu(self.proj_in(x))", "F.layer_norm(self.proj_in(x), (12,))"),
    )
    found = [detect_norm({"audio.py": ast.parse(code.replace(*change))}, "convs.0") for change in changes]
    assert found == [SourceNorm(at_end=False)] * len(changes)
    ends = code.replace(
        "self.proj_out = nn.Linear(d_hidden, d_out)",
        "self.proj_out = nn.Sequential(nn.Linear(12, 16), nn.LayerNorm(16))",
    )
    ends = ends.replace("self.norm = nn.LayerNorm(d_out)", "pass").replace("return self.norm(x)", "return x")
    assert detect_norm({"audio.py": ast.parse(ends)}, "convs.0") == SourceNorm(True, 1e-5, True)
