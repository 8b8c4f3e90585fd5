"""The decoder's step as a CUDA graph: captured once in fixed shapes, then replayed.

A step of the published model launches more than a thousand kernels of a few microseconds: from Python that takes longer than
the GPU needs to run them. Canvases, prompts' keys and masks are therefore copied into buffers of rounded sizes, which a graph
was captured for. Padding is hidden by the masks, so the numbers stay the same. Without a GPU the same step can run in the same
buffers, which is how it is tested.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, NamedTuple
from weakref import ref

import torch
from torch import Tensor

from app.models.quantization.int4_experts import TANH_GELU, Int4Experts

from .attention_masks import copy_into_padded
from .memory import is_out_of_memory
from .speech_model import CanvasStatesFn, PrefillCache, SpeechModel

log = logging.getLogger(__name__)

KEY_BLOCK, CANVAS_BLOCK = 128, 64
"""Multiples that prompts and canvases are rounded up to."""
MAX_GRAPHS = 4  # each holds its buffers
capture_lock = Lock()
"""Held while a graph is captured: no other thread may allocate on a GPU then."""
CAPTURABLE_EXPERTS = (
    "grouped_mm",
    "batched_mm",
)  # transformers' implementations of experts that never wait for the GPU


def canvas_states_for(model: SpeechModel) -> CanvasStatesFn:
    """Return the fastest implementation of ``SpeechModel.canvas_states`` that this model and device allow."""
    if not can_capture(model):
        return model.canvas_states
    if model.graph_decoder is None:
        model.graph_decoder = CudaGraphDecoder(model).canvas_states
    return model.graph_decoder


def can_capture(model: SpeechModel) -> bool:
    """Return whether the decoder's step can be captured: all its weights are on a GPU, and nothing in it waits for the GPU."""
    if model.device.type != "cuda":
        return False
    from app.models.quantization import int4_cuda

    layers = model.backbone.model.decoder.layers
    int4 = [layer.experts for layer in layers if isinstance(layer.experts, Int4Experts)]
    if int4:
        on_gpu = all(weight.values.is_cuda for experts in int4 for weight in experts.weights.values())
        fused = all(experts.shape.activation == TANH_GELU for experts in int4)
        return on_gpu and fused and int4_cuda.triton_available()
    config = model.backbone.config.text_config
    return config.num_experts == 1 or getattr(config, "_experts_implementation", None) in CAPTURABLE_EXPERTS


class GraphShape(NamedTuple):
    """The sizes that a graph was captured for."""

    batch: int
    width: int
    """Of the canvas."""
    keys: int
    """Of the prompts: the most that any layer keeps."""

    @classmethod
    def rounded_up(cls, batch: int, width: int, keys: int) -> GraphShape:
        """Return the next larger shape, of which there are few."""
        return cls(
            1 << (batch - 1).bit_length(),
            -(-width // CANVAS_BLOCK) * CANVAS_BLOCK,
            -(-keys // KEY_BLOCK) * KEY_BLOCK,
        )


@dataclass(eq=False)
class _StaticLayer:
    """Keys and values (batch, heads, keys, width) of one layer."""

    keys: Tensor
    values: Tensor


@dataclass(eq=False)
class _StaticCache:
    """Stands in for a ``DynamicCache``: the decoder's layers read it and append to a copy."""

    layers: list[_StaticLayer]
    is_compileable: bool = False


@dataclass(eq=False)
class _CapturedGraph:
    """A step's buffers, and its graph if there is a GPU."""

    canvas: Tensor  # (batch, width)
    soft_embeds: Tensor  # (batch, width, hidden)
    cache: _StaticCache
    masks: dict[str, Tensor]  # (batch, 1, width, keys + width)
    rotary: dict[str, tuple[Tensor, Tensor]]  # (batch, width, head)
    states: Tensor | None = None
    graph: Any = None
    loaded_prefix: ref[PrefillCache] | None = None
    """The cache that was copied into the buffers, for canvases of these lengths."""
    canvas_lengths: tuple[int, ...] = ()

    def is_loaded_with(self, prefill_cache: PrefillCache, canvas_lengths: tuple[int, ...]) -> bool:
        loaded = self.loaded_prefix is not None and self.loaded_prefix() is prefill_cache
        return loaded and self.canvas_lengths == canvas_lengths


class CudaGraphDecoder:
    """Runs the decoder of one model in fixed shapes. Without ``capture`` it uses no graphs and runs on any device."""

    def __init__(self, model: SpeechModel, *, capture: bool = True) -> None:
        self._model, self._captures = model, capture
        self._graphs: dict[GraphShape, _CapturedGraph] = {}  # the last one used is the last

    @property
    def shapes(self) -> list[GraphShape]:
        """The shapes of the graphs that are kept, the least recently used first."""
        return list(self._graphs)

    @torch.inference_mode()
    def canvas_states(
        self,
        prefill_cache: PrefillCache,
        canvas: Tensor,
        soft_embeds: Tensor | None,
        canvas_lengths: Sequence[int],
    ) -> Tensor:
        """As ``SpeechModel.canvas_states``."""
        rows, width = canvas.shape
        shape = GraphShape.rounded_up(rows, width, max(layer.keys.shape[2] for layer in prefill_cache.kv_cache.layers))
        graph = self._graphs.pop(shape, None) or self._buffers(shape, prefill_cache)
        while len(self._graphs) >= MAX_GRAPHS:
            del self._graphs[next(iter(self._graphs))]
        self._graphs[shape] = graph
        if not graph.is_loaded_with(prefill_cache, tuple(canvas_lengths)):
            self._load(graph, prefill_cache, tuple(canvas_lengths))
        graph.canvas[:rows, :width] = canvas
        if soft_embeds is None:
            graph.soft_embeds.zero_()
        else:
            graph.soft_embeds[:rows, :width] = soft_embeds
        if self._captures and graph.graph is None:
            with capture_lock:
                self._capture(graph)
        if graph.graph is None:
            return self._run(graph)[:rows, :width]
        graph.graph.replay()
        assert graph.states is not None
        return graph.states[:rows, :width]

    def _run(self, graph: _CapturedGraph) -> Tensor:
        return self._model.decoder_states(graph.canvas, graph.soft_embeds, graph.cache, graph.masks, graph.rotary)

    def _capture(self, graph: _CapturedGraph) -> None:
        """Capture the step; where that fails, all steps run without graphs from now on."""
        try:
            side_stream = torch.cuda.Stream()
            side_stream.wait_stream(torch.cuda.current_stream())
            with torch.cuda.stream(side_stream):  # compiles kernels and allocates workspaces before the capture
                self._run(graph)
            torch.cuda.current_stream().wait_stream(side_stream)
            cuda_graph = torch.cuda.CUDAGraph()
            with torch.cuda.graph(cuda_graph):
                graph.states = self._run(graph)
            graph.graph = cuda_graph
        except RuntimeError as error:
            if is_out_of_memory(error):
                self._graphs.clear()
                raise
            log.warning("the decoder's step cannot be captured, it runs without a CUDA graph: %s", error)
            self._captures = False

    def _buffers(self, shape: GraphShape, prefill_cache: PrefillCache) -> _CapturedGraph:
        model, device = self._model, prefill_cache.prompt_lengths.device
        layers = [
            _StaticLayer(
                *(
                    source.new_zeros(shape.batch, source.shape[1], shape.keys, source.shape[3])
                    for source in (layer.keys, layer.values)
                )
            )
            for layer in prefill_cache.kv_cache.layers
        ]
        config = model.backbone.config.text_config
        dtype = model.backbone.lm_head.weight.dtype
        mask = torch.zeros(shape.batch, 1, shape.width, shape.keys + shape.width, dtype=torch.bool, device=device)
        return _CapturedGraph(
            canvas=torch.zeros(shape.batch, shape.width, dtype=torch.long, device=device),
            soft_embeds=torch.zeros(shape.batch, shape.width, config.hidden_size, dtype=dtype, device=device),
            cache=_StaticCache(layers),
            masks={kind: mask.clone() for kind in set(config.layer_types)},
            rotary=model.rotary(torch.zeros(shape.batch, dtype=torch.long, device=device), shape.width),
        )

    def _load(self, graph: _CapturedGraph, prefill_cache: PrefillCache, canvas_lengths: tuple[int, ...]) -> None:
        """Copy what stays the same at every step of these canvases."""
        rows, layers = len(prefill_cache), prefill_cache.kv_cache.layers
        for static, layer in zip(graph.cache.layers, layers, strict=True):
            key_count = layer.keys.shape[2]
            static.keys[:rows, :, :key_count] = layer.keys
            static.values[:rows, :, :key_count] = layer.values
        masks = self._model.canvas_mask(prefill_cache, canvas_lengths)
        kinds = self._model.backbone.config.text_config.layer_types
        for kind, padded in graph.masks.items():
            cached_keys = layers[kinds.index(kind)].keys.shape[2]
            copy_into_padded(None if masks is None else masks[kind], padded, rows, cached_keys, max(canvas_lengths))
        starts = self._model.canvas_starts(prefill_cache)
        for kind, (cos, sin) in self._model.rotary(starts, graph.canvas.shape[1]).items():
            graph.rotary[kind][0][:rows], graph.rotary[kind][1][:rows] = cos, sin
        graph.loaded_prefix, graph.canvas_lengths = ref(prefill_cache), canvas_lengths
