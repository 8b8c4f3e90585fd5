"""A sound spec has no problems; each contradiction is named once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.models.adapter.prompt import Prompt
from app.models.adapter.spec import (
    ACTIVATION_NAMES,
    CanvasConfig,
    FusionConfig,
    LoraSpec,
    ProjectorConfig,
    SamplerConfig,
    WeightsRef,
    validate,
)
from app.speech.model.projector import ACTIVATIONS
from tests.speech import tiny


def test_a_sound_spec_has_no_problems() -> None:
    assert validate(tiny.spec()) == []


def test_every_activation_that_a_spec_may_name_is_there() -> None:
    assert tuple(ACTIVATIONS) == ACTIVATION_NAMES


@pytest.mark.parametrize(
    ("canvas", "audio_tokens", "draft_tokens", "length"),
    [
        (CanvasConfig(192), 50, 10, 192),
        (CanvasConfig(192, per_audio_token=1.5, extra=4), 50, None, 79),
        (CanvasConfig(60, per_audio_token=1.5, extra=4), 50, None, 60),
        (CanvasConfig(192, per_audio_token=1.5, extra=4, per_draft_token=2.0), 50, 10, 24),
        (CanvasConfig(192, extra=4, per_draft_token=2.0), 50, None, 192),
        (CanvasConfig(192, layout="alignment"), 50, None, 50),
        (CanvasConfig(40, layout="alignment"), 50, 10, 40),
    ],
)
def test_a_canvas_is_as_long_as_its_audio_or_draft_can_fill(
    canvas: CanvasConfig, audio_tokens: int, draft_tokens: int | None, length: int
) -> None:
    assert canvas.length_for(audio_tokens, draft_tokens) == length


def test_a_model_that_does_not_say_takes_16_steps_and_none_takes_more_than_48() -> None:
    assert [tiny.spec(steps=steps).default_steps for steps in (None, 8, 100)] == [16, 8, 48]


@pytest.mark.parametrize(
    ("changes", "start"),
    [({}, "noise"), ({"draft_conditioning": True}, "draft"), ({"draft_conditioning": True, "start": "noise"}, "noise")],
)
def test_canvases_start_from_the_draft_where_the_adapter_was_trained_so(changes: dict[str, Any], start: str) -> None:
    assert tiny.spec(**changes).default_start == start


ALIGNMENT = CanvasConfig(99, layout="alignment")


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        ({"encoder": WeightsRef()}, "encoder: needs a folder or a repository"),
        ({"backbone": WeightsRef(folder="../elsewhere")}, "must lie inside"),
        ({"backbone": WeightsRef(folder="C:\\weights")}, "must lie inside"),
        ({"end_ids": ()}, "end_ids"),
        ({"blank_id": -1}, "blank_id"),
        ({"prompt": Prompt((1,), (2,), 2)}, "audio token"),
        ({"prompt": Prompt((1,), (2,), 3, language_at=4)}, "language_at"),
        ({"projector": ProjectorConfig(8, 8, 8, kernel=4)}, "kernel"),
        ({"projector": ProjectorConfig(8, 8, 8, activation="swish")}, "activation"),
        ({"sampler": SamplerConfig(t_min=0.9)}, "sampler"),
        ({"sampler": SamplerConfig(rescoring=0.5)}, "sampler.rescoring: needs an alignment"),
        ({"lora": LoraSpec(0, 1.0, ("q_proj",))}, "lora"),
        ({"languages": ("en", "xx")}, "xx unknown"),
        ({"pad_s": -1.0}, "pad_s"),
        ({"draft_share": 1.5}, "draft_share: must be 0 to 1, not 1.5"),
        ({"draft_weight": -0.1}, "draft_weight"),
        ({"guidance": 0.5}, "guidance: must be 1 to 4, not 0.5"),
        ({"canvas": CanvasConfig(0)}, "canvas.length"),
        ({"canvas": ALIGNMENT, "segment_s": 9.0, "draft_conditioning": True}, "an alignment needs blank_id"),
        ({"canvas": ALIGNMENT, "segment_s": 9.0, "blank_id": 8}, "an alignment needs draft_conditioning"),
        ({"canvas": ALIGNMENT, "blank_id": 8, "draft_conditioning": True}, "99 positions are too few for 30 s"),
        ({"projector": ProjectorConfig(8, 0, 8)}, "widths and strides"),
        ({"projector": ProjectorConfig(8, 8, 8, strides=(2, 0))}, "widths and strides"),
        ({"fusion": FusionConfig(0.3, 1.0, prior=-0.1)}, "fusion"),
        ({"prompt": Prompt((1,), (), 3), "fusion": FusionConfig(0.3, 1.0, backbone=0.2)}, "fusion.backbone"),
    ],
)
def test_each_contradiction_is_one_clause(change: dict[str, object], clause: str) -> None:
    problems = validate(replace(tiny.spec(), **change))  # type: ignore[arg-type]
    assert len(problems) == 1
    assert clause in problems[0]
