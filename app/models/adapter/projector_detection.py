"""Detect the published projector by the shapes of its tensors, and rename them for ``speech.model.projector``.

Its layers are known (paper 3.2, Table 1) and their names are not: linear, convolutions of one width, linear, LayerNorm. An
absent bias is zero, and the norm may have no weights. Anything else is refused with the keys and their shapes. Of the source
only the norm is read.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, permutations

import torch
from torch import Tensor

from .spec import ProjectorConfig

NORM_EPS = 1e-5
"""PyTorch's default."""
_EPS_PLACES = {"layernorm": 1, "layer_norm": 4}
"""Position of epsilon in the arguments of ``nn.LayerNorm`` and ``F.layer_norm``."""


@dataclass(frozen=True)
class _Layer:
    name: str
    weight: Tensor
    bias: Tensor | None

    @property
    def width_in(self) -> int:
        return int(self.weight.shape[1])

    @property
    def width_out(self) -> int:
        return int(self.weight.shape[0])

    def tensors(self, name: str) -> dict[str, Tensor]:
        bias = torch.zeros(self.width_out, dtype=self.weight.dtype) if self.bias is None else self.bias
        return {f"{name}.weight": self.weight, f"{name}.bias": bias}


@dataclass(frozen=True)
class DetectedProjector:
    """A projector in a checkpoint."""

    config: ProjectorConfig
    """With the activations of ``ProjectorConfig``'s defaults, which tensors do not show."""
    tensors: dict[str, Tensor]
    """By the names of ``Projector``."""

    @property
    def has_norm(self) -> bool:
        """Whether the checkpoint has weights of the norm at its end."""
        return "norm.weight" in self.tensors

    def with_norm(self, eps: float) -> DetectedProjector:
        """Return this projector with a LayerNorm at its end; absent weights are one, absent biases zero."""
        width = self.config.width_out
        weights = {"norm.weight": torch.ones(width), "norm.bias": torch.zeros(width)}
        return replace(self, config=replace(self.config, norm_eps=eps), tensors={**weights, **self.tensors})


@dataclass(frozen=True)
class SourceNorm:
    """What the source of a projector tells of its norm."""

    present: bool
    eps: float | None = None
    """None where the source does not tell it as a number."""


def format_shapes(tensors: Mapping[str, Tensor], limit: int = 16) -> str:
    """List keys and shapes for an error message."""
    shapes = [f"{name} {tuple(value.shape)}" for name, value in tensors.items()]
    return ", ".join(shapes[:limit]) + (f", and {len(shapes) - limit} more" if len(shapes) > limit else "")


def detect_projector(
    tensors: Mapping[str, Tensor], width_in: int | None, width_out: int | None, subsample: int
) -> tuple[DetectedProjector | None, list[str]]:
    """Detect the projector in the tensors of a checkpoint.

    Args:
        tensors: by the checkpoint's names.
        width_in: width of the encoder, if known.
        width_out: width of the backbone, if known.
        subsample: frames per audio token.

    Returns:
        The projector and no problems, or None and one sentence for each problem.
    """
    layers: dict[int, list[_Layer]] = {1: [], 2: [], 3: []}
    unsupported: dict[str, Tensor] = {}
    for name, value in tensors.items():
        module, _, leaf = name.rpartition(".")
        if leaf == "weight" and value.ndim in layers:
            layers[value.ndim].append(_Layer(module, value, tensors.get(f"{module}.bias")))
        elif not (leaf == "bias" and value.ndim == 1 and f"{module}.weight" in tensors):
            unsupported[name] = value
    norms, linears, convolutions = layers.values()
    if len(norms) > 1 or any(width_out not in (None, norm.width_out) for norm in norms):
        unsupported |= {f"{norm.name}.weight": norm.weight for norm in norms}
    if unsupported:
        return None, [
            f"the projector has parts that are not supported (norms, gates or the like): {format_shapes(unsupported)}"
        ]
    if len(linears) != 2 or not convolutions:
        return None, [
            f"no projector of two linear layers around convolutions was found, but: {format_shapes(tensors) or 'nothing'}"
        ]
    kernels = {int(layer.weight.shape[2]) for layer in convolutions}
    if len(kernels) > 1 or min(kernels) % 2 == 0:
        return None, [f"kernels of {sorted(kernels)} are not supported: {format_shapes(tensors)}"]
    stride = next((stride for stride in range(1, 9) if stride ** len(convolutions) == subsample), None)
    if stride is None:
        return None, [f"{len(convolutions)} convolutions cannot shorten {subsample} times: {format_shapes(tensors)}"]
    for enter, leave in permutations(linears):
        follow = all(a.width_out == b.width_in for a, b in pairwise([enter, *convolutions, leave]))
        if follow and width_in in (None, enter.width_in) and width_out in (None, leave.width_out):
            break
    else:
        ends = f"from {width_in or 'the encoder'} to {width_out or 'the backbone'}"
        return None, [f"the projector's layers do not follow each other {ends}: {format_shapes(tensors)}"]
    config = ProjectorConfig(
        width_in=enter.width_in,
        hidden=enter.width_out,
        width_out=leave.width_out,
        strides=(stride,) * len(convolutions),
        kernel=kernels.pop(),
        shortcut=False,
    )
    renamed = enter.tensors("enter") | leave.tensors("leave")
    for index, layer in enumerate(convolutions):
        renamed |= layer.tensors(f"convolutions.{index}")
    for norm in norms:
        renamed |= norm.tensors("norm")
    return DetectedProjector(config, renamed), []


def read_norm(trees: Mapping[str, ast.Module]) -> SourceNorm | None:
    """Return what the sources tell of the projector's norm; None where they do not show a projector, which has convolutions."""
    calls = {name: call for tree in trees.values() for name, call in _named_calls(tree)}
    for name, place in _EPS_PLACES.items():
        if name in calls:
            call = calls[name]
            given = {keyword.arg: keyword.value for keyword in call.keywords}
            node = given.get("eps", call.args[place] if len(call.args) > place else ast.Constant(NORM_EPS))
            eps = node.value if isinstance(node, ast.Constant) else None
            return SourceNorm(True, float(eps) if isinstance(eps, int | float) else None)
    return SourceNorm(False) if "conv1d" in calls else None


def _named_calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the last part of its function's name, in lower case."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield str(getattr(node.func, "attr", getattr(node.func, "id", ""))).lower(), node
