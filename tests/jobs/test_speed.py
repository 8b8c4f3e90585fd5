"""What a step and the work around the steps cost, measured on events."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.jobs.speed import Speedometer
from app.speech.events import CanvasStep, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions
from app.transcript.model import Segment
from tests.ui.scripted_engine import ScriptedEngine


def test_cost_is_fixed_work_plus_steps() -> None:
    meter = Speedometer()
    assert meter.clip_cost_s(16) is None
    events = ScriptedEngine(texts=("One.",)).transcribe(Path("a.wav"), TranscribeOptions(steps=1))
    [step] = [event for event in events if isinstance(event, CanvasStep)]
    for index in range(3):
        meter.handle(SegmentStarted(index, 0.0, 5.0, 64))
        for _ in range(4):
            meter.handle(CanvasStep(**{**step.__dict__, "segment": index, "step_ms": 50.0}))
        meter.handle(SegmentDone(Segment(index, 0.0, 5.0, "One."), work_s=0.3))
    assert meter.clip_cost_s(16) == pytest.approx(0.1 / 5 * 10 + 16 * 0.05)
    assert meter.times_real_time == pytest.approx(5 / 0.3)
