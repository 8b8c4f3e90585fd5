"""The steps of recent segments stay within their budget and grow where they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.jobs.recent_steps import RecentSteps, step_size_bytes
from app.speech.events import CanvasStep, SegmentStarted
from app.speech.options import TranscribeOptions
from tests.ui.scripted_engine import ScriptedEngine

STARTED = SegmentStarted(0, 0.0, 5.0, 64)


@pytest.fixture
def steps() -> list[CanvasStep]:
    events = ScriptedEngine(texts=("One.",)).transcribe(Path("a.wav"), TranscribeOptions(steps=4))
    return [event for event in events if isinstance(event, CanvasStep)]


def test_steps_stay_within_their_budget(steps: list[CanvasStep]) -> None:
    size = step_size_bytes(steps[0])
    recent = RecentSteps(budget_bytes=5 * size)
    for file in (1, 2, 3):
        recent.handle(file, STARTED)
        for step in steps[:2]:
            recent.handle(file, step)
    assert recent.steps(1, 0) == []
    assert recent.steps(2, 0) == recent.steps(3, 0) == steps[:2]
    assert recent.used_bytes == 4 * size
    recent.forget(2)
    assert recent.used_bytes == 2 * size
    recent.handle(3, STARTED)
    assert (recent.used_bytes, recent.steps(3, 0)) == (0, [])


def test_a_run_grows_where_it_is_shown(steps: list[CanvasStep]) -> None:
    recent = RecentSteps()
    assert recent.newest(1, 0) is None
    recent.handle(1, STARTED)
    shown = recent.newest(1, 0)
    assert shown is not None
    assert shown.started is STARTED
    assert len(shown.steps) == 0
    for count, step in enumerate(steps, 1):
        recent.handle(1, step)
        assert list(shown.steps) == steps[:count]
    recent.clear()
    assert (recent.newest(1, 0), recent.used_bytes) == (None, 0)
    recent.handle(1, steps[0])
    assert recent.steps(1, 0) == [], "a segment that was dropped does not come back in pieces"
