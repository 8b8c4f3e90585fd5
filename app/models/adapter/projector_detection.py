"""Detect a projector by the shapes of its tensors, whatever their names, and rename them for ``speech.model.projector``.

Known are linear layers and 1-D convolutions in a chain, ``[linear] convolution ... convolution linear ... linear [LayerNorm]``;
an absent bias is zero. Anything else (other norms, gates, attention, 2-D convolutions) is refused with the keys and their
shapes. Where activations stand, and whether a LayerNorm without weights ends the chain, only the source tells, which is
parsed and never run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, permutations

import torch
from torch import Tensor

from .spec import ProjectorConfig

ACTIVATION_ALIASES = {"gelu": "gelu", "relu": "relu", "silu": "silu", "swish": "silu", "identity": "none"}
LAYER_NORMS = {"layernorm", "layer_norm"}
OTHER_NORMS = {"rmsnorm", "rms_norm", "batchnorm1d", "groupnorm", "instancenorm1d"}
MAX_LINEARS = 5
NORM_EPS = 1e-5
"""PyTorch's default."""


@dataclass(frozen=True)
class _Layer:
    name: str
    weight: Tensor
    bias: Tensor | None
    position: int
    """Index in the checkpoint, where layers stand in the order of their construction."""

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
    """Without the activations, which tensors do not show."""
    tensors: dict[str, Tensor]
    """By the names of ``Projector``."""
    input_layer: str | None
    """The checkpoint's name of the linear layer before the convolutions; None without one."""
    convolutions: tuple[str, ...]
    """The checkpoint's names of the convolutions."""
    bare_norm: bool = False
    """Whether the checkpoint has a final norm without a bias, which may be a LayerNorm or an RMSNorm."""

    def with_norm(self, eps: float) -> DetectedProjector:
        """Return this projector with a LayerNorm at its end; absent weights are one, absent biases zero."""
        width = self.config.width_out
        weights = {"norm.weight": torch.ones(width), "norm.bias": torch.zeros(width)}
        return replace(self, config=replace(self.config, norm_eps=eps), tensors={**weights, **self.tensors})


@dataclass(frozen=True)
class SourceNorm:
    """What the source of a projector tells of its norms."""

    at_end: bool
    """Whether it has exactly one norm, a LayerNorm that nothing but reshaping follows."""
    eps: float | None = None
    """Epsilon of that norm; None where it is no literal."""
    has_weights: bool = False
    """Whether that norm has weights, which must then be in the checkpoint."""


def format_shapes(tensors: Mapping[str, Tensor], limit: int = 16) -> str:
    """List keys and shapes for an error message."""
    shapes = [f"{name} {tuple(value.shape)}" for name, value in tensors.items()]
    return ", ".join(shapes[:limit]) + (f", and {len(shapes) - limit} more" if len(shapes) > limit else "")


def detect_projector(
    tensors: Mapping[str, Tensor], width_in: int | None, width_out: int | None, subsample: int | None
) -> tuple[DetectedProjector | None, list[str]]:
    """Detect the projector in the tensors of a checkpoint.

    Args:
        tensors: by the checkpoint's names.
        width_in: width of the encoder, if known.
        width_out: width of the backbone, if known.
        subsample: frames per audio token, if known.

    Returns:
        The projector and no problems, or None and one sentence for each problem.
    """
    linears: list[_Layer] = []
    convolutions: list[_Layer] = []
    norms: list[_Layer] = []
    unsupported: dict[str, Tensor] = {}
    for position, (name, value) in enumerate(tensors.items()):
        module, _, leaf = name.rpartition(".")
        if leaf == "weight" and value.ndim in (2, 3):
            bias = tensors.get(f"{module}.bias")
            (linears if value.ndim == 2 else convolutions).append(_Layer(module, value, bias, position))
        elif leaf == "weight" and value.ndim == 1:
            norms.append(_Layer(module, value, tensors.get(f"{module}.bias"), position))
        elif not (
            leaf == "bias" and value.ndim == 1 and getattr(tensors.get(f"{module}.weight"), "ndim", 0) in (1, 2, 3)
        ):
            unsupported[name] = value
    if len(norms) > 1 or (norms and not _is_final_norm(norms[0], linears, convolutions, width_out)):
        unsupported |= {f"{norm.name}.weight": norm.weight for norm in norms}
    if unsupported:
        return None, [
            f"the projector has parts that are not supported (norms, gates or the like): {format_shapes(unsupported)}"
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
        ends = f"from {width_in or 'the encoder'} to {width_out or 'the backbone'}"
        return None, [f"the projector's layers do not follow each other {ends}: {format_shapes(tensors)}"]
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
    renamed = enter.tensors("enter") if enter else {}
    for index, layer in enumerate(convolutions):
        renamed |= layer.tensors(f"convolutions.{index}")
    for index, layer in enumerate(tail[:-1]):
        renamed |= layer.tensors(f"tail.{index}")
    renamed |= tail[-1].tensors("leave")
    names = tuple(layer.name for layer in convolutions)
    found = DetectedProjector(config, renamed, enter.name if enter else None, names)
    if norms:
        tensors_of_norm = norms[0].tensors("norm")
        found = replace(found, tensors={**renamed, **tensors_of_norm}, bare_norm=norms[0].bias is None)
        found = found.with_norm(NORM_EPS)
    return found, []


def _is_final_norm(norm: _Layer, linears: list[_Layer], convolutions: list[_Layer], width_out: int | None) -> bool:
    """Whether a norm can only stand behind the last linear layer: by its width, or else by its place in the checkpoint."""
    if width_out not in (None, norm.width_out) or all(layer.width_out != norm.width_out for layer in linears):
        return False
    inner_widths = {layer.width_in for layer in (*linears, *convolutions)} | {layer.width_out for layer in convolutions}
    return norm.width_out not in inner_widths or all(
        layer.position < norm.position for layer in (*linears, *convolutions)
    )


def _order_layers(
    linears: list[_Layer], convolutions: list[_Layer], width_in: int | None, width_out: int | None
) -> tuple[_Layer | None, list[_Layer]] | None:
    """Order the linear layers around the convolutions so that all widths match.

    Of several such orders, the one with the fewest inversions of the order of construction.

    Returns:
        The layer before the convolutions, if any, and those after them; None where no order matches.
    """
    widths = {layer.width_out for layer in convolutions}
    if len(widths) > 1 or any(a.width_out != b.width_in for a, b in pairwise(convolutions)):
        return None  # the convolutions of ``Projector`` share one width
    best: tuple[int, _Layer | None, list[_Layer]] | None = None
    for order in permutations(linears):
        for enters in (True, False):
            enter, tail = (order[0], list(order[1:])) if enters else (None, list(order))
            chain = [*([enter] if enter else []), *convolutions, *tail]
            if not tail or any(a.width_out != b.width_in for a, b in pairwise(chain)):
                continue
            if width_in not in (None, chain[0].width_in) or width_out not in (None, chain[-1].width_out):
                continue
            inversions = sum(a.position > b.position for a, b in combinations(chain, 2))
            if best is None or inversions < best[0]:
                best = inversions, enter, tail
    return None if best is None else best[1:]


def _infer_strides(count: int, subsample: int | None) -> tuple[int, ...] | None:
    """Return strides with the product ``subsample``: equal ones, else twos and then ones; twos where it is unknown.

    None where there are no such strides.
    """
    if subsample is None:
        return (2,) * count
    for stride in range(1, 9):
        if stride**count == subsample:
            return (stride,) * count
    twos = subsample.bit_length() - 1
    return (2,) * twos + (1,) * (count - twos) if 2**twos == subsample and twos <= count else None


def detect_activation(trees: Mapping[str, ast.Module]) -> str | None:
    """Return the activation that the class with 1-D convolutions calls; None where it calls none or several."""
    names = set()
    for projector in _projector_classes(trees):
        for call in _find_calls(projector, set(ACTIVATION_ALIASES)):
            values = [keyword.value for keyword in call.keywords]
            tanh = any(isinstance(value, ast.Constant) and value.value == "tanh" for value in values)
            names.add(ACTIVATION_ALIASES[_callee_name(call)] + ("_tanh" if tanh else ""))
    return names.pop() if len(names) == 1 else None


def is_activated(trees: Mapping[str, ast.Module], layer: str) -> bool | None:
    """Whether the source applies an activation to a layer's output; None where that is unclear.

    In an ``nn.Sequential`` the module after the layer decides, else ``forward``: ``act(self.layer(x))``, or
    ``x = self.layer(x)`` with ``x = act(x)`` as the next statement.
    """
    owner, _, leaf = layer.rpartition(".")
    attribute = owner.rpartition(".")[2] if leaf.isdigit() else leaf
    for projector in _projector_classes(trees):
        if leaf.isdigit():
            for call in _assigned_calls(projector, attribute):
                if _callee_name(call) == "sequential" and len(call.args) > int(leaf) + 1:
                    following = call.args[int(leaf) + 1]
                    return isinstance(following, ast.Call) and _callee_name(following) in ACTIVATION_ALIASES
        forward = _forward_of(projector)
        if forward is not None and (activated := _is_activated_in(forward.body, attribute)) is not None:
            return activated
    return None


def detect_norm(trees: Mapping[str, ast.Module], convolution: str) -> SourceNorm | None:
    """Return what the class that makes a convolution, by its name in the checkpoint, tells of norms; None where it has none."""
    owner, _, leaf = convolution.rpartition(".")
    attribute = owner.rpartition(".")[2] if leaf.isdigit() else leaf
    for projector in _projector_classes(trees):
        if not any(_assigned_calls(projector, attribute)):
            continue
        norms = _find_calls(projector, LAYER_NORMS)
        if not norms and not _find_calls(projector, OTHER_NORMS):
            return None
        if len(norms) != 1 or _find_calls(projector, OTHER_NORMS) or not _ends_in_norm(projector):
            return SourceNorm(at_end=False)
        return _read_norm(norms[0])
    return None


def has_source(trees: Mapping[str, ast.Module], convolution: str) -> bool:
    """Whether the source has the class that makes a convolution, and says in ``forward`` what it computes."""
    owner, _, leaf = convolution.rpartition(".")
    attribute = owner.rpartition(".")[2] if leaf.isdigit() else leaf
    return any(
        any(_assigned_calls(projector, attribute)) and _forward_of(projector) is not None
        for projector in _projector_classes(trees)
    )


def _read_norm(call: ast.Call) -> SourceNorm:
    """Return epsilon and weights of ``nn.LayerNorm(width, eps, affine)`` or ``F.layer_norm(x, width, weight, bias, eps)``."""
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    functional = _callee_name(call) == "layer_norm"
    places = {"weight": 2, "eps": 4} if functional else {"eps": 1, "elementwise_affine": 2}
    given = {name: call.args[place] for name, place in places.items() if len(call.args) > place} | keywords
    values = {name: node.value if isinstance(node, ast.Constant) else ... for name, node in given.items()}
    has_weights = values.get("weight") is not None if functional else values.get("elementwise_affine") is not False
    eps = values.get("eps", NORM_EPS)
    return SourceNorm(True, float(eps) if isinstance(eps, int | float) else None, has_weights)


def _ends_in_norm(projector: ast.ClassDef) -> bool:
    """Whether the last layer or activation that ``forward`` calls is a LayerNorm, or a sequential that ends in one."""
    forward = _forward_of(projector)
    if forward is None:
        return False
    ending = set()
    for node in ast.walk(projector):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            call = node.value
            last = call.args[-1] if _callee_name(call) == "sequential" and call.args else call
            if isinstance(last, ast.Call) and _callee_name(last) in LAYER_NORMS:
                ending |= {target.attr for target in node.targets if isinstance(target, ast.Attribute)}
    loops = {
        node.target.id for node in ast.walk(forward) if isinstance(node, ast.For) and isinstance(node.target, ast.Name)
    }
    last_ends = False
    for call in _calls_in_order(forward):
        function = call.func
        of_self = (
            isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "self"
        )
        if _callee_name(call) == "layer_norm":
            last_ends = True
        elif of_self and isinstance(function, ast.Attribute):
            last_ends = function.attr in ending
        elif _is_activation(call) or (isinstance(function, ast.Name) and function.id in loops):
            last_ends = False
    return last_ends


def _calls_in_order(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls in a tree in the order of their evaluation: arguments before the call."""
    for child in ast.iter_child_nodes(node):
        yield from _calls_in_order(child)
    if isinstance(node, ast.Call):
        yield node


def _forward_of(projector: ast.ClassDef) -> ast.FunctionDef | None:
    return next((f for f in projector.body if isinstance(f, ast.FunctionDef) and f.name == "forward"), None)


def _projector_classes(trees: Mapping[str, ast.Module]) -> Iterator[ast.ClassDef]:
    """Yield the classes that use 1-D convolutions."""
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and _find_calls(node, {"conv1d"}):
                yield node


def _is_activated_in(body: list[ast.stmt], name: str) -> bool | None:
    """Whether statements apply an activation to the result of ``name(...)`` or ``self.name(...)``; None without such a call."""
    for index, statement in enumerate(body):
        if isinstance(statement, ast.For):  # for conv in self.convs: x = act(conv(x))
            iterated = any(isinstance(node, ast.Attribute) and node.attr == name for node in ast.walk(statement.iter))
            inner_name = statement.target.id if iterated and isinstance(statement.target, ast.Name) else name
            if (activated := _is_activated_in(statement.body, inner_name)) is not None:
                return activated
        elif any(_is_call_of(call, name) for call in ast.walk(statement)):
            wrapping = [call for call in ast.walk(statement) if isinstance(call, ast.Call) and _is_activation(call)]
            if any(_is_call_of(inner, name) for outer in wrapping for inner in ast.walk(outer)):
                return True
            following = getattr(body[index + 1], "value", None) if index + 1 < len(body) else None
            return isinstance(following, ast.Call) and _is_activation(following)
    return None


def _is_call_of(node: ast.AST, name: str) -> bool:
    """Whether a node calls ``name`` or ``self.name``."""
    callee = node.func if isinstance(node, ast.Call) else None
    if isinstance(callee, ast.Attribute):
        return callee.attr == name
    return isinstance(callee, ast.Name) and callee.id == name


def _callee_name(call: ast.Call) -> str:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return str(name).lower()


def _is_activation(call: ast.Call) -> bool:
    return _callee_name(call) in ACTIVATION_ALIASES or _callee_name(call).startswith(("act", "nonlin"))


def _find_calls(tree: ast.AST, names: set[str]) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _callee_name(node) in names]


def _assigned_calls(projector: ast.ClassDef, attribute: str) -> Iterator[ast.Call]:
    """Yield the calls whose result is assigned to ``self.attribute``."""
    for node in ast.walk(projector):
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        if any(isinstance(target, ast.Attribute) and target.attr == attribute for target in node.targets):
            yield node.value
