"""Steps in fixed shapes, padded and masked: the same ids as steps of the canvases' own sizes."""

from __future__ import annotations

import pytest
import torch

from app.models.adapter.spec import SamplerConfig
from app.speech.decoding.denoiser import denoise
from app.speech.model.cuda_graph import MAX_GRAPHS, CudaGraphDecoder, GraphShape, can_capture, canvas_states_for
from app.speech.options import TranscribeOptions
from tests.speech import tiny
from tests.speech.decoding.test_denoiser import EAGER, prefilled, rows_of


@pytest.mark.parametrize("window", [8, 64])
@pytest.mark.parametrize("sampler", [SamplerConfig(), EAGER], ids=["steady", "settling"])
def test_fixed_shapes_give_the_same_ids(sampler: SamplerConfig, window: int) -> None:
    """Prompts beyond the sliding window, canvases of different lengths, rows that leave; buffers used a second time."""
    model = tiny.model(4, sampler=sampler, window=window, sharpness=200.0)
    static = CudaGraphDecoder(model, capture=False)
    for seed in (21, 22):
        options = TranscribeOptions(steps=8, seed=seed)
        runs = [
            rows_of(denoise(model, prefilled(model, [1.0, 0.3, 2.0]), [12, 5, 20], options, canvas_states=states_of))
            for states_of in (model.canvas_states, static.canvas_states)
        ]
        for row, (steps, end) in runs[0].items():
            other_steps, other = runs[1][row]
            assert (end.argmax_ids.tolist(), end.steps, end.ended) == (
                other.argmax_ids.tolist(),
                other.steps,
                other.ended,
            )
            for ours, theirs in zip(steps, other_steps, strict=True):
                assert (ours.canvas == theirs.canvas).all()
                assert (ours.argmax_ids == theirs.argmax_ids).all()
    assert 1 <= len(static._graphs) <= MAX_GRAPHS


def test_shapes_are_rounded_up_so_that_few_differ() -> None:
    assert GraphShape.rounded_up(3, 192, 201) == GraphShape(4, 192, 256)
    assert GraphShape.rounded_up(1, 20, 128) == GraphShape(1, 64, 128)


def test_old_shapes_are_let_go() -> None:
    model = tiny.model(1)
    static = CudaGraphDecoder(model, capture=False)
    for rows in (1, 2, 4, 8, 16, 1):
        prefix = prefilled(model, [0.3] * rows)
        static.canvas_states(prefix, torch.zeros(rows, 6, dtype=torch.long), None, [6] * rows)
    assert [shape.batch for shape in static._graphs] == [4, 8, 16, 1]


def test_a_processor_records_nothing() -> None:
    model = tiny.model(0)
    assert not can_capture(model)
    assert canvas_states_for(model) == model.canvas_states
    assert model.graph_decoder is None


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card")
def test_a_recorded_step_gives_the_same_ids() -> None:
    model = tiny.model(4).to("cuda")
    model.backbone.config.text_config._experts_implementation = "grouped_mm"
    options = TranscribeOptions(steps=8)
    runs = [
        rows_of(denoise(model, prefilled(model, [1.0, 0.3]), [12, 5], options, canvas_states=states_of))
        for states_of in (model.canvas_states, CudaGraphDecoder(model).canvas_states)
    ]
    for row, (_, end) in runs[0].items():
        assert end.argmax_ids.tolist() == runs[1][row][1].argmax_ids.tolist()
