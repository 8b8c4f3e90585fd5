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

from app.models.quantization.int4_experts import TANH_GELU, Int4Experts

from .memory import is_out_of_memory
from .speech_model import PrefillCache, SpeechModel

log = logging.getLogger(__name__)

CanvasStatesFn: TypeAlias = Callable[[PrefillCache, Tensor, Tensor | None, Sequence[int]], Tensor]
"""``SpeechModel.canvas_states``, or what does the same."""
KEY_BLOCK, CANVAS_BLOCK = 128, 64
"""What prompts and canvases are rounded up to."""
MAX_GRAPHS = 4  # graphs: each holds its buffers
capture_lock = Lock()
"""Held while a step is recorded: nobody else may allocate on a card then."""
CAPTURABLE_EXPERTS = ("grouped_mm", "batched_mm")  # transformers' ways through the experts that never wait for the card


def canvas_states_for(model: SpeechModel) -> CanvasStatesFn:
    """The fastest way through the decoder that this model and device allow."""
    if not can_capture(model):
        return model.canvas_states
    if model.graph_decoder is None:
        model.graph_decoder = CudaGraphDecoder(model)
    return model.graph_decoder.canvas_states


def can_capture(model: SpeechModel) -> bool:
    """Whether the decoder's step can be recorded: it is on a card, weights and all, and nothing in it waits for the card."""
    if model.device.type != "cuda":
        return False
    from app.models.quantization import int4_cuda

    layers = model.backbone.model.decoder.layers
    packed = [layer.experts for layer in layers if isinstance(layer.experts, Int4Experts)]
    if packed:
        on_card = all(each.values.is_cuda for experts in packed for each in experts.weights.values())
        fused = all(experts.shape.activation == TANH_GELU for experts in packed)
        return on_card and fused and int4_cuda.triton_available()
    config = model.backbone.config.text_config
    return config.num_experts == 1 or getattr(config, "_experts_implementation", None) in CAPTURABLE_EXPERTS


class GraphShape(NamedTuple):
    """Of a recorded step."""

    batch: int
    width: int
    """Of the canvas."""
    keys: int
    """Of the prompts, most that any layer keeps."""

    @classmethod
    def rounded_up(cls, batch: int, width: int, keys: int) -> GraphShape:
        """The next one up, so that few differ."""
        return cls(
            1 << (batch - 1).bit_length(), -(-width // CANVAS_BLOCK) * CANVAS_BLOCK, -(-keys // KEY_BLOCK) * KEY_BLOCK
        )


@dataclass(eq=False)
class _StaticLayer:
    """Keys and values (batch, heads, keys, width) of one layer."""

    keys: Tensor
    values: Tensor


@dataclass(eq=False)
class _StaticCache:
    """What the decoder's layers take for a cache: they read it and append to a copy."""

    layers: list[_StaticLayer]
    is_compileable: bool = False


@dataclass(eq=False)
class _CapturedGraph:
    """A step in its buffers, and its graph where there is a card."""

    canvas: Tensor  # (batch, width)
    soft_embeds: Tensor  # (batch, width, hidden)
    cache: _StaticCache
    masks: dict[str, Tensor]  # (batch, 1, width, keys + width)
    rotary: dict[str, tuple[Tensor, Tensor]]  # (batch, width, head)
    states: Tensor | None = None
    graph: Any = None
    loaded_prefix: ref[PrefillCache] | None = None
    canvas_lengths: tuple[int, ...] = field(default=())


class CudaGraphDecoder:
    """Runs the decoder of one model in fixed shapes. ``record`` False runs without graphs, on any device."""

    def __init__(self, model: SpeechModel, *, capture: bool = True) -> None:
        self._model, self._captures = model, capture
        self._graphs: dict[GraphShape, _CapturedGraph] = {}

    @torch.inference_mode()
    def canvas_states(
        self, prefill_cache: PrefillCache, canvas: Tensor, soft_embeds: Tensor | None, canvas_lengths: Sequence[int]
    ) -> Tensor:
        """As ``SpeechModel.canvas_states``."""
        rows, width = canvas.shape
        shape = GraphShape.rounded_up(rows, width, max(layer.keys.shape[2] for layer in prefill_cache.kv_cache.layers))
        at = self._graphs.pop(shape, None) or self._buffers(shape, prefill_cache)
        while len(self._graphs) >= MAX_GRAPHS:  # the one that was not used for longest
            del self._graphs[next(iter(self._graphs))]
        self._graphs[shape] = at
        if (
            at.loaded_prefix is None
            or at.loaded_prefix() is not prefill_cache
            or at.canvas_lengths != tuple(canvas_lengths)
        ):
            self._fill(at, prefill_cache, tuple(canvas_lengths))
        at.canvas[:rows, :width] = canvas
        if soft_embeds is None:
            at.soft_embeds.zero_()
        else:
            at.soft_embeds[:rows, :width] = soft_embeds
        if self._captures and at.graph is None:
            with capture_lock:
                self._capture(at)
        if at.graph is None:
            return self._run(at)[:rows, :width]
        at.graph.replay()
        assert at.states is not None
        return at.states[:rows, :width]

    def _run(self, at: _CapturedGraph) -> Tensor:
        return self._model.decoder_states(at.canvas, at.soft_embeds, at.cache, at.masks, at.rotary)

    def _capture(self, at: _CapturedGraph) -> None:
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
            if is_out_of_memory(error):
                self._graphs.clear()
                raise
            log.warning("the decoder's step cannot be recorded, it runs step by step: %s", error)
            self._captures = False

    def _buffers(self, shape: GraphShape, prefix: PrefillCache) -> _CapturedGraph:
        model, device = self._model, prefix.prompt_lengths.device
        layers = [
            _StaticLayer(
                *(of.new_zeros(shape.batch, of.shape[1], shape.keys, of.shape[3]) for of in (layer.keys, layer.values))
            )
            for layer in prefix.kv_cache.layers
        ]
        hidden = model.backbone.config.text_config.hidden_size
        dtype = model.backbone.lm_head.weight.dtype
        kinds = set(model.backbone.config.text_config.layer_types)
        seen = torch.zeros(shape.batch, 1, shape.width, shape.keys + shape.width, dtype=torch.bool, device=device)
        return _CapturedGraph(
            torch.zeros(shape.batch, shape.width, dtype=torch.long, device=device),
            torch.zeros(shape.batch, shape.width, hidden, dtype=dtype, device=device),
            _StaticCache(layers),
            {kind: seen.clone() for kind in kinds},
            model.rotary(torch.zeros(shape.batch, dtype=torch.long, device=device), shape.width),
        )

    def _fill(self, at: _CapturedGraph, prefix: PrefillCache, canvas_lengths: tuple[int, ...]) -> None:
        """Copy what stays the same at every step of these canvases."""
        rows, width = len(prefix), max(canvas_lengths)
        keys = at.cache.layers[0].keys.shape[2]
        for ours, theirs in zip(at.cache.layers, prefix.kv_cache.layers, strict=True):
            held = theirs.keys.shape[2]
            ours.keys[:rows, :, :held] = theirs.keys
            ours.values[:rows, :, :held] = theirs.values
        seen = self._model.canvas_mask(prefix, canvas_lengths)
        kinds = self._model.backbone.config.text_config.layer_types
        for kind, mask in at.masks.items():
            held = prefix.kv_cache.layers[kinds.index(kind)].keys.shape[2]
            mask.zero_()
            mask[..., keys] = True  # a row that is padding sees something, or its softmax would be no number
            mask[:rows, ..., keys : keys + width] = True if seen is None else seen[kind][..., :1, held:]
            mask[:rows, ..., :held] = True if seen is None else seen[kind][..., :1, :held]
        for kind, (cos, sin) in self._model.rotary(prefix.prompt_lengths, at.canvas.shape[1]).items():
            at.rotary[kind][0][:rows], at.rotary[kind][1][:rows] = cos, sin
        at.loaded_prefix, at.canvas_lengths = ref(prefix), canvas_lengths
