"""Recognises a projector by its tensors' shapes, whatever they are called, and renames them for ``app.speech.projector``.

Known: linear layers and 1-D convolutions in a chain, ``[linear] convolution ... convolution linear ... linear``. A bias that is
absent is a bias of zero. Anything else (norms, gates, attention, 2-D convolutions) is refused with the keys and their shapes.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise, permutations

import torch
from torch import Tensor

from .spec import ProjectorConfig

ACTIVATION_ALIASES = {"gelu": "gelu", "relu": "relu", "silu": "silu", "swish": "silu", "identity": "none"}
MAX_LINEARS = 5


@dataclass(frozen=True)
class _Layer:
    name: str
    weight: Tensor
    bias: Tensor | None
    position: int
    """Its place in the checkpoint, which is the order in which the layers were made."""

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
    """What was recognised; ``enter`` and ``convolutions`` are the checkpoint's own names of those layers."""

    config: ProjectorConfig
    tensors: dict[str, Tensor]
    input_layer: str | None
    convolutions: tuple[str, ...]


def format_shapes(tensors: Mapping[str, Tensor], limit: int = 16) -> str:
    """Keys and shapes for an error message."""
    said = [f"{name} {tuple(value.shape)}" for name, value in tensors.items()]
    return ", ".join(said[:limit]) + (f", and {len(said) - limit} more" if len(said) > limit else "")


def detect_projector(
    tensors: Mapping[str, Tensor], width_in: int | None, width_out: int | None, subsample: int | None
) -> tuple[DetectedProjector | None, list[str]]:
    """The projector in ``tensors`` and no problems, or None and what is wrong. Widths that are known must be met."""
    linears: list[_Layer] = []
    convolutions: list[_Layer] = []
    strange: dict[str, Tensor] = {}
    for place, (name, value) in enumerate(tensors.items()):
        module, _, leaf = name.rpartition(".")
        if leaf == "weight" and value.ndim in (2, 3):
            bias = tensors.get(f"{module}.bias")
            (linears if value.ndim == 2 else convolutions).append(_Layer(module, value, bias, place))
        elif not (leaf == "bias" and value.ndim == 1 and getattr(tensors.get(f"{module}.weight"), "ndim", 0) in (2, 3)):
            strange[name] = value
    if strange:
        return None, [
            f"the projector has parts that are not supported (norms, gates or the like): {format_shapes(strange)}"
        ]
    if not linears or not convolutions or len(linears) > MAX_LINEARS:
        return None, [
            f"no projector of convolutions and linear layers was found, but: {format_shapes(tensors) or 'nothing'}"
        ]
    kernels = {int(layer.weight.shape[2]) for layer in convolutions}
    if len(kernels) > 1 or min(kernels) % 2 == 0:
        return None, [f"kernels of {sorted(kernels)} are not supported: {format_shapes(tensors)}"]
    chain = _order_layers(linears, convolutions, width_in, width_out)
    if chain is None:
        wanted = f"from {width_in or 'the encoder'} to {width_out or 'the backbone'}"
        return None, [f"the projector's layers do not follow each other {wanted}: {format_shapes(tensors)}"]
    strides = _infer_strides(len(convolutions), subsample)
    if strides is None:
        return None, [f"{len(convolutions)} convolutions cannot shorten {subsample} times: {format_shapes(tensors)}"]
    enter, tail = chain
    config = ProjectorConfig(
        width_in=enter.width_in if enter else convolutions[0].width_in,
        hidden=convolutions[-1].width_out,
        width_out=tail[-1].width_out,
        strides=strides,
        kernel=kernels.pop(),
        enter=enter is not None,
        tail=tuple(layer.width_out for layer in tail[:-1]),
        shortcut=False,
    )
    named = enter.tensors("enter") if enter else {}
    for number, layer in enumerate(convolutions):
        named |= layer.tensors(f"convolutions.{number}")
    for number, layer in enumerate(tail[:-1]):
        named |= layer.tensors(f"tail.{number}")
    named |= tail[-1].tensors("leave")
    return DetectedProjector(
        config, named, enter.name if enter else None, tuple(layer.name for layer in convolutions)
    ), []


def _order_layers(
    linears: list[_Layer], convolutions: list[_Layer], width_in: int | None, width_out: int | None
) -> tuple[_Layer | None, list[_Layer]] | None:
    """The entering layer and those behind the convolutions: the order that meets and strays least from the making."""
    widths = {layer.width_out for layer in convolutions}
    meets = all(a.width_out == b.width_in for a, b in pairwise(convolutions))
    if len(widths) > 1 or not meets:
        return None  # the convolutions of ``Projector`` share one width
    best: tuple[int, _Layer | None, list[_Layer]] | None = None
    for order in permutations(linears):
        for enters in (True, False):
            enter, tail = (order[0], list(order[1:])) if enters else (None, list(order))
            row = [*([enter] if enter else []), *convolutions, *tail]
            if not tail or any(a.width_out != b.width_in for a, b in pairwise(row)):
                continue
            if width_in not in (None, row[0].width_in) or width_out not in (None, row[-1].width_out):
                continue
            strays = sum(a.position > b.position for n, a in enumerate(row) for b in row[n + 1 :])
            if best is None or strays < best[0]:
                best = strays, enter, tail
    return None if best is None else best[1:]


def _infer_strides(count: int, subsample: int | None) -> tuple[int, ...] | None:
    """One stride for all that shortens ``subsample`` times; where that is impossible, twos and then ones; unknown: twos."""
    if subsample is None:
        return (2,) * count
    for stride in range(1, 9):
        if stride**count == subsample:
            return (stride,) * count
    twos = subsample.bit_length() - 1
    return (2,) * twos + (1,) * (count - twos) if 2**twos == subsample and twos <= count else None


def detect_activation(trees: Mapping[str, ast.Module]) -> str | None:
    """The activation the class with the 1-D convolutions uses, or None where it names none or several."""
    names = set()
    for tree in trees.values():
        for maker in ast.walk(tree):
            if isinstance(maker, ast.ClassDef) and _find_calls(maker, {"conv1d"}):
                for call in _find_calls(maker, set(ACTIVATION_ALIASES)):
                    tanh = any(
                        isinstance(word.value, ast.Constant) and word.value.value == "tanh" for word in call.keywords
                    )
                    names.add(ACTIVATION_ALIASES[_callee_name(call)] + ("_tanh" if tanh else ""))
    return names.pop() if len(names) == 1 else None


def is_activated(trees: Mapping[str, ast.Module], layer: str) -> bool | None:
    """Whether the source puts an activation on a layer's output; None where that cannot be told.

    In an ``nn.Sequential`` the layer's number and the list of calls tell; else ``forward`` does: ``act(self.layer(x))``, or
    ``x = self.layer(x)`` with ``x = act(x)`` as the next statement.
    """
    owner, _, leaf = layer.rpartition(".")
    attribute = owner.rpartition(".")[2] if leaf.isdigit() else leaf
    for tree in trees.values():
        for maker in ast.walk(tree):
            if not (isinstance(maker, ast.ClassDef) and _find_calls(maker, {"conv1d"})):
                continue
            if leaf.isdigit():
                for call in _assigned_calls(maker, attribute):
                    if _callee_name(call) == "sequential" and len(call.args) > int(leaf) + 1:
                        following = call.args[int(leaf) + 1]
                        return isinstance(following, ast.Call) and _callee_name(following) in ACTIVATION_ALIASES
            forward = next((f for f in maker.body if isinstance(f, ast.FunctionDef) and f.name == "forward"), None)
            if forward is not None and (found := _is_activated_in(forward.body, attribute)) is not None:
                return found
    return None


def _is_activated_in(body: list[ast.stmt], name: str) -> bool | None:
    """Whether statements put an activation on what ``name(...)`` or ``self.name(...)`` gives; None where nothing calls it."""
    for at, statement in enumerate(body):
        if isinstance(statement, ast.For):  # for conv in self.convs: x = act(conv(x))
            loops = any(isinstance(node, ast.Attribute) and node.attr == name for node in ast.walk(statement.iter))
            inner = statement.target.id if loops and isinstance(statement.target, ast.Name) else name
            if (found := _is_activated_in(statement.body, inner)) is not None:
                return found
        elif any(_is_call_of(call, name) for call in ast.walk(statement)):
            wrapping = [call for call in ast.walk(statement) if isinstance(call, ast.Call) and _is_activation(call)]
            if any(_is_call_of(inner, name) for outer in wrapping for inner in ast.walk(outer)):
                return True
            following = getattr(body[at + 1], "value", None) if at + 1 < len(body) else None
            return isinstance(following, ast.Call) and _is_activation(following)
    return None


def _is_call_of(node: ast.AST, name: str) -> bool:
    """Whether a node calls ``name`` or ``self.name``."""
    called = node.func if isinstance(node, ast.Call) else None
    return (isinstance(called, ast.Attribute) and called.attr == name) or (
        isinstance(called, ast.Name) and called.id == name
    )


def _callee_name(call: ast.Call) -> str:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return str(name).lower()


def _is_activation(call: ast.Call) -> bool:
    return _callee_name(call) in ACTIVATION_ALIASES or _callee_name(call).startswith(("act", "nonlin"))


def _find_calls(tree: ast.AST, names: set[str]) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _callee_name(node) in names]


def _assigned_calls(maker: ast.ClassDef, attribute: str) -> list[ast.Call]:
    """The calls whose result ``self.attribute`` is."""
    found = []
    for node in ast.walk(maker):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            found += [
                node.value for target in node.targets if isinstance(target, ast.Attribute) and target.attr == attribute
            ]
    return found
