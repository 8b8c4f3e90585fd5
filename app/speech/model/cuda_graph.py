"""The decoder's step in fixed shapes, recorded once as a CUDA graph and replayed.

A step of the published model launches more than a thousand kernels of a few microseconds: from Python that takes longer than
the card needs to run them. Canvases, prompts' keys and masks are therefore copied into buffers of rounded sizes, which a graph
was recorded for; what is padding is hidden by the masks, so that the numbers stay the same. Without a card the same step can
run in the same buffers, which is how it is tested.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, NamedTuple, TypeAlias
from weakref import ref

import torch
from torch import Tensor

from app.models.quantization.int4_experts import TANH_GELU, PackedExperts

from .memory import out_of_memory
from .speech_model import Prefix, SpeechModel

log = logging.getLogger(__name__)

States: TypeAlias = Callable[[Prefix, Tensor, Tensor | None, Sequence[int]], Tensor]
"""``SpeechModel.canvas_states``, or what does the same."""
KEYS, WIDTH = 128, 64
"""What prompts and canvases are rounded up to."""
KEPT = 4  # graphs: each holds its buffers
recording = Lock()
"""Held while a step is recorded: nobody else may allocate on a card then."""
GRAPH_EXPERTS = ("grouped_mm", "batched_mm")  # transformers' ways through the experts that never wait for the card


def states_for(model: SpeechModel) -> States:
    """The fastest way through the decoder that this model and device allow."""
    if not recordable(model):
        return model.canvas_states
    if model.recorded is None:
        model.recorded = StaticStep(model)
    return model.recorded.states


def recordable(model: SpeechModel) -> bool:
    """Whether the decoder's step can be recorded: it is on a card, weights and all, and nothing in it waits for the card."""
    if model.device.type != "cuda":
        return False
    from app.models.quantization import int4_cuda

    layers = model.backbone.model.decoder.layers
    packed = [layer.experts for layer in layers if isinstance(layer.experts, PackedExperts)]
    if packed:
        on_card = all(each.values.is_cuda for experts in packed for each in experts.weights.values())
        fused = all(experts.shape.activation == TANH_GELU for experts in packed)
        return on_card and fused and int4_cuda.available()
    config = model.backbone.config.text_config
    return config.num_experts == 1 or getattr(config, "_experts_implementation", None) in GRAPH_EXPERTS


class Shape(NamedTuple):
    """Of a recorded step."""

    batch: int
    width: int
    """Of the canvas."""
    keys: int
    """Of the prompts, most that any layer keeps."""

    @classmethod
    def around(cls, batch: int, width: int, keys: int) -> Shape:
        """The next one up, so that few differ."""
        return cls(1 << (batch - 1).bit_length(), -(-width // WIDTH) * WIDTH, -(-keys // KEYS) * KEYS)


@dataclass(eq=False)
class _Layer:
    """Keys and values (batch, heads, keys, width) of one layer."""

    keys: Tensor
    values: Tensor


@dataclass(eq=False)
class _Cache:
    """What the decoder's layers take for a cache: they read it and append to a copy."""

    layers: list[_Layer]
    is_compileable: bool = False


@dataclass(eq=False)
class _Recorded:
    """A step in its buffers, and its graph where there is a card."""

    canvas: Tensor  # (batch, width)
    expected: Tensor  # (batch, width, hidden)
    cache: _Cache
    masks: dict[str, Tensor]  # (batch, 1, width, keys + width)
    rotary: dict[str, tuple[Tensor, Tensor]]  # (batch, width, head)
    states: Tensor | None = None
    graph: Any = None
    holds: ref[Prefix] | None = None
    lengths: tuple[int, ...] = field(default=())


class StaticStep:
    """Runs the decoder of one model in fixed shapes. ``record`` False runs without graphs, on any device."""

    def __init__(self, model: SpeechModel, *, record: bool = True) -> None:
        self._model, self._record = model, record
        self._made: dict[Shape, _Recorded] = {}

    @torch.inference_mode()
    def states(self, prefix: Prefix, canvas: Tensor, expected: Tensor | None, canvas_lengths: Sequence[int]) -> Tensor:
        """As ``SpeechModel.canvas_states``."""
        rows, width = canvas.shape
        shape = Shape.around(rows, width, max(layer.keys.shape[2] for layer in prefix.cache.layers))
        at = self._made.pop(shape, None) or self._buffers(shape, prefix)
        while len(self._made) >= KEPT:  # the one that was not used for longest
            del self._made[next(iter(self._made))]
        self._made[shape] = at
        if at.holds is None or at.holds() is not prefix or at.lengths != tuple(canvas_lengths):
            self._fill(at, prefix, tuple(canvas_lengths))
        at.canvas[:rows, :width] = canvas
        if expected is None:
            at.expected.zero_()
        else:
            at.expected[:rows, :width] = expected
        if self._record and at.graph is None:
            with recording:
                self._capture(at)
        if at.graph is None:
            return self._run(at)[:rows, :width]
        at.graph.replay()
        assert at.states is not None
        return at.states[:rows, :width]

    def _run(self, at: _Recorded) -> Tensor:
        return self._model.decode(at.canvas, at.expected, at.cache, at.masks, at.rotary)

    def _capture(self, at: _Recorded) -> None:
        """Record the step; where that fails, all steps run without graphs from now on."""
        try:
            aside = torch.cuda.Stream()
            aside.wait_stream(torch.cuda.current_stream())
            with torch.cuda.stream(aside):  # kernels are compiled and workspaces allocated before anything is recorded
                self._run(at)
            torch.cuda.current_stream().wait_stream(aside)
            graph = torch.cuda.CUDAGraph()
            with torch.cuda.graph(graph):
                at.states = self._run(at)
            at.graph = graph
        except RuntimeError as error:
            if out_of_memory(error):
                self._made.clear()
                raise
            log.warning("the decoder's step cannot be recorded, it runs step by step: %s", error)
            self._record = False

    def _buffers(self, shape: Shape, prefix: Prefix) -> _Recorded:
        model, device = self._model, prefix.lengths.device
        layers = [
            _Layer(
                *(of.new_zeros(shape.batch, of.shape[1], shape.keys, of.shape[3]) for of in (layer.keys, layer.values))
            )
            for layer in prefix.cache.layers
        ]
        hidden = model.backbone.config.text_config.hidden_size
        dtype = model.backbone.lm_head.weight.dtype
        kinds = set(model.backbone.config.text_config.layer_types)
        seen = torch.zeros(shape.batch, 1, shape.width, shape.keys + shape.width, dtype=torch.bool, device=device)
        return _Recorded(
            torch.zeros(shape.batch, shape.width, dtype=torch.long, device=device),
            torch.zeros(shape.batch, shape.width, hidden, dtype=dtype, device=device),
            _Cache(layers),
            {kind: seen.clone() for kind in kinds},
            model.rotary(torch.zeros(shape.batch, dtype=torch.long, device=device), shape.width),
        )

    def _fill(self, at: _Recorded, prefix: Prefix, canvas_lengths: tuple[int, ...]) -> None:
        """Copy what stays the same at every step of these canvases."""
        rows, width = len(prefix), max(canvas_lengths)
        keys = at.cache.layers[0].keys.shape[2]
        for ours, theirs in zip(at.cache.layers, prefix.cache.layers, strict=True):
            held = theirs.keys.shape[2]
            ours.keys[:rows, :, :held] = theirs.keys
            ours.values[:rows, :, :held] = theirs.values
        seen = self._model.canvas_mask(prefix, canvas_lengths)
        kinds = self._model.backbone.config.text_config.layer_types
        for kind, mask in at.masks.items():
            held = prefix.cache.layers[kinds.index(kind)].keys.shape[2]
            mask.zero_()
            mask[..., keys] = True  # a row that is padding sees something, or its softmax would be no number
            mask[:rows, ..., keys : keys + width] = True if seen is None else seen[kind][..., :1, held:]
            mask[:rows, ..., :held] = True if seen is None else seen[kind][..., :1, :held]
        for kind, (cos, sin) in self._model.rotary(prefix.lengths, at.canvas.shape[1]).items():
            at.rotary[kind][0][:rows], at.rotary[kind][1][:rows] = cos, sin
        at.holds, at.lengths = ref(prefix), canvas_lengths
