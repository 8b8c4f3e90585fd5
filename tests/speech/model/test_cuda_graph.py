"""Decoder steps in fixed shapes, padded and masked, give the same ids as steps of the canvases' own sizes."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.models.adapter.spec import SamplerConfig
from app.speech.decoding.denoiser import CanvasDone, CanvasInit, DenoiserBackend, denoise
from app.speech.events import CanvasStep
from app.speech.model.cuda_graph import MAX_GRAPHS, CudaGraphDecoder, GraphShape, can_capture, canvas_states_for
from app.speech.model.speech_model import CanvasStatesFn, SpeechModel
from app.speech.options import TranscribeOptions
from tests.speech import tiny
from tests.speech.decoding.test_denoiser import EAGER, prefilled, rows_of

SECONDS, LENGTHS = [1.0, 0.3, 2.0], [12, 5, 20]


def run(
    model: SpeechModel, options: TranscribeOptions, canvas_states: CanvasStatesFn
) -> dict[int, tuple[list[CanvasStep], CanvasDone]]:
    backend = DenoiserBackend(canvas_states=canvas_states)
    draft = torch.randn(len(LENGTHS), max(LENGTHS), tiny.VOCAB, generator=torch.Generator().manual_seed(1))
    init = CanvasInit(draft_logits=5 * draft if model.spec.draft_conditioning else None)
    return rows_of(denoise(model, prefilled(model, SECONDS), LENGTHS, options, init=init, backend=backend))


@pytest.mark.parametrize(
    "changes",
    [{"window": 8}, {"window": 64}, {"window": 8, "pad_s": 4.0}, {"draft_conditioning": True, "draft_share": 0.5}],
)
@pytest.mark.parametrize("sampler", [SamplerConfig(), EAGER], ids=["steady", "settling"])
def test_fixed_shapes_give_the_same_ids(sampler: SamplerConfig, changes: dict[str, Any]) -> None:
    """Prompts beyond the sliding window, canvases of different lengths, rows that leave; buffers used a second time."""
    model = tiny.model(4, sampler=sampler, sharpness=200.0, **changes)
    fixed = CudaGraphDecoder(model, capture=False)
    for seed in (21, 22):
        options = TranscribeOptions(steps=8, seed=seed)
        expected, found = run(model, options, model.canvas_states), run(model, options, fixed.canvas_states)
        assert len(expected) == len(LENGTHS)
        for row, (steps, end) in expected.items():
            found_steps, found_end = found[row]
            assert (end.steps, end.ended) == (found_end.steps, found_end.ended)
            assert end.argmax_ids.tolist() == found_end.argmax_ids.tolist()
            for one, other in zip(steps, found_steps, strict=True):
                assert (one.canvas == other.canvas).all()
                assert (one.argmax_ids == other.argmax_ids).all()
    assert 1 <= len(fixed.shapes) <= MAX_GRAPHS


def test_shapes_are_rounded_up_so_that_few_differ() -> None:
    assert GraphShape.rounded_up(3, 192, 201) == GraphShape(4, 192, 256)
    assert GraphShape.rounded_up(1, 20, 128) == GraphShape(1, 64, 128)


def test_the_least_recently_used_graph_is_dropped() -> None:
    model = tiny.model(1)
    decoder = CudaGraphDecoder(model, capture=False)
    for rows in (1, 2, 4, 8, 16, 1):
        cache = prefilled(model, [0.3] * rows)
        decoder.canvas_states(cache, torch.zeros(rows, 6, dtype=torch.long), None, [6] * rows)
    assert [shape.batch for shape in decoder.shapes] == [4, 8, 16, 1]


def test_nothing_is_captured_on_a_cpu() -> None:
    model = tiny.model(0)
    assert not can_capture(model)
    assert canvas_states_for(model) == model.canvas_states
    assert model.graph_decoder is None


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card")
def test_a_captured_step_gives_the_same_ids() -> None:
    model = tiny.model(4).to("cuda")
    model.backbone.config.text_config._experts_implementation = "grouped_mm"
    assert can_capture(model)
    options = TranscribeOptions(steps=8)
    expected, found = run(model, options, model.canvas_states), run(model, options, canvas_states_for(model))
    assert model.graph_decoder is not None
    assert len(expected) == len(LENGTHS)
    for row, (_, end) in expected.items():
        assert end.argmax_ids.tolist() == found[row][1].argmax_ids.tolist()
