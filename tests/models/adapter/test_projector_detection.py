"""The published projector is detected by the shapes of its tensors, and its norm in the source."""

from __future__ import annotations

import ast

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from app.models.adapter.projector_detection import SourceNorm, detect_projector, read_norm
from tests.models.paper_repository import NORMS, projector_code


@given(
    hidden=st.integers(1, 6), width_in=st.integers(1, 6), width_out=st.integers(1, 6), convolutions=st.integers(1, 4),
    kernel=st.sampled_from([1, 3, 5]), bias=st.booleans(),
)  # fmt: skip
def test_linear_convolutions_and_linear_are_detected_at_any_width(
    hidden: int, width_in: int, width_out: int, convolutions: int, kernel: int, bias: bool
) -> None:
    shapes = {"a": (hidden, width_in), **{f"b.{n}": (hidden, hidden, kernel) for n in range(convolutions)}}
    shapes["c"] = (width_out, hidden)
    tensors = {f"{name}.weight": torch.randn(shape) for name, shape in shapes.items()}
    if bias:
        tensors |= {f"{name}.bias": torch.randn(shape[0]) for name, shape in shapes.items()}
    projector, problems = detect_projector(tensors, width_in, width_out, 2**convolutions)
    assert not problems
    assert projector is not None
    config = projector.config
    assert (config.width_in, config.hidden, config.width_out) == (width_in, hidden, width_out)
    assert (config.strides, config.kernel) == ((2,) * convolutions, kernel)
    assert torch.equal(projector.tensors["enter.weight"], tensors["a.weight"])
    assert torch.equal(projector.tensors["leave.weight"], tensors["c.weight"])


def test_a_linear_layer_that_was_made_early_is_ordered_by_its_width() -> None:
    tensors = {"out.weight": torch.ones(16, 12), "inp.weight": torch.ones(12, 8), "conv.weight": torch.ones(12, 12, 3)}
    projector, problems = detect_projector(tensors, 8, 16, 2)
    assert not problems
    assert projector is not None
    assert torch.equal(projector.tensors["enter.weight"], tensors["inp.weight"])
    assert torch.equal(projector.tensors["leave.weight"], tensors["out.weight"])


LINEARS = {"a.weight": torch.ones(12, 8), "b.weight": torch.ones(16, 12)}


@pytest.mark.parametrize(
    ("tensors", "subsample", "problem"),
    [
        ({"norm.weight": torch.ones(12)}, 8, "not supported"),
        ({"a.weight": torch.ones(12, 8)}, 8, "no projector"),
        ({"a.weight": torch.ones(16, 12), "conv.weight": torch.ones(12, 8, 3)}, 2, "no projector"),
        (LINEARS | {"conv.weight": torch.ones(12, 12, 4)}, 2, "kernels of"),
        (LINEARS | {"conv.weight": torch.ones(11, 12, 3)}, 2, "do not follow each other"),
        (LINEARS | {"conv.weight": torch.ones(12, 12, 3)}, 10, "cannot shorten 10 times"),
    ],
)
def test_what_is_no_such_chain_is_one_problem(tensors: dict[str, torch.Tensor], subsample: int, problem: str) -> None:
    projector, problems = detect_projector(tensors, 8, 16, subsample)
    assert projector is None
    assert len(problems) == 1
    assert problem in problems[0]


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
    assert projector.has_norm
    projector = projector.with_norm(1e-5)
    assert projector.config.norm_eps == 1e-5
    assert torch.equal(projector.tensors["norm.weight"], weight)
    assert torch.equal(projector.tensors["norm.bias"], torch.full((16,), 2.0 if bias else 0.0))


def test_a_norm_elsewhere_is_refused() -> None:
    inner = {"norm.weight": torch.ones(12), **chain()}
    assert "norm.weight (12,)" in detect_projector(inner, 8, 16, 2)[1][0]
    two = chain(norm_weight=torch.ones(16), other_weight=torch.ones(16))
    assert "norm.weight (16,), other.weight (16,)" in detect_projector(two, 8, 16, 2)[1][0]


@pytest.mark.parametrize("norm", NORMS)
def test_the_final_norm_is_read_in_the_source(norm: str) -> None:
    trees = {"model.py": ast.parse("x = f(1)"), "audio.py": ast.parse(projector_code(norm))}
    assert read_norm(trees) == SourceNorm(True, 1e-2 if norm == "another epsilon" else 1e-5)


def test_a_norm_that_the_source_lacks_is_told_from_a_projector_that_it_lacks() -> None:
    assert read_norm({"audio.py": ast.parse("conv = nn.Conv1d(12, 12, 3)")}) == SourceNorm(False)
    assert read_norm({"audio.py": ast.parse("norm = nn.LayerNorm(16, config.eps)")}) == SourceNorm(True, None)
    assert read_norm({"audio.py": ast.parse("norm = nn.LayerNorm(16, 1e-3)")}) == SourceNorm(True, 1e-3)
    assert read_norm({"model.py": ast.parse("x = f(1)")}) is None
