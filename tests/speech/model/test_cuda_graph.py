"""Steps in fixed shapes, padded and masked: the same ids as steps of the canvases' own sizes."""

from __future__ import annotations

import pytest
import torch

from app.models.adapter.spec import Sampler
from app.speech.decoding.denoiser import denoise
from app.speech.model.cuda_graph import KEPT, Shape, StaticStep, recordable, states_for
from app.speech.options import TranscribeOptions
from tests.speech import tiny
from tests.speech.decoding.test_denoiser import EAGER, prefix_of, rows_of


@pytest.mark.parametrize("window", [8, 64])
@pytest.mark.parametrize("sampler", [Sampler(), EAGER], ids=["steady", "settling"])
def test_fixed_shapes_give_the_same_ids(sampler: Sampler, window: int) -> None:
    """Prompts beyond the sliding window, canvases of different lengths, rows that leave; buffers used a second time."""
    model = tiny.model(4, sampler=sampler, window=window, sharpness=200.0)
    static = StaticStep(model, record=False)
    for seed in (21, 22):
        options = TranscribeOptions(steps=8, seed=seed)
        runs = [
            rows_of(denoise(model, prefix_of(model, [1.0, 0.3, 2.0]), [12, 5, 20], options, states_of=states_of))
            for states_of in (model.canvas_states, static.states)
        ]
        for row, (steps, end) in runs[0].items():
            other_steps, other = runs[1][row]
            assert (end.ids.tolist(), end.steps, end.ended) == (other.ids.tolist(), other.steps, other.ended)
            for ours, theirs in zip(steps, other_steps, strict=True):
                assert (ours.canvas == theirs.canvas).all()
                assert (ours.belief == theirs.belief).all()
    assert 1 <= len(static._made) <= KEPT


def test_shapes_are_rounded_up_so_that_few_differ() -> None:
    assert Shape.around(3, 192, 201) == Shape(4, 192, 256)
    assert Shape.around(1, 20, 128) == Shape(1, 64, 128)


def test_old_shapes_are_let_go() -> None:
    model = tiny.model(1)
    static = StaticStep(model, record=False)
    for rows in (1, 2, 4, 8, 16, 1):
        prefix = prefix_of(model, [0.3] * rows)
        static.states(prefix, torch.zeros(rows, 6, dtype=torch.long), None, [6] * rows)
    assert [shape.batch for shape in static._made] == [4, 8, 16, 1]


def test_a_processor_records_nothing() -> None:
    model = tiny.model(0)
    assert not recordable(model)
    assert states_for(model) == model.canvas_states
    assert model.recorded is None


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card")
def test_a_recorded_step_gives_the_same_ids() -> None:
    model = tiny.model(4).to("cuda")
    model.backbone.config.text_config._experts_implementation = "grouped_mm"
    options = TranscribeOptions(steps=8)
    runs = [
        rows_of(denoise(model, prefix_of(model, [1.0, 0.3]), [12, 5], options, states_of=states_of))
        for states_of in (model.canvas_states, StaticStep(model).states)
    ]
    for row, (_, end) in runs[0].items():
        assert end.ids.tolist() == runs[1][row][1].ids.tolist()
