"""Progress counts seconds, as the number of segments may not be known yet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.speech.events import CanvasStep, DecodeProgress, SegmentDone, SegmentStarted, SourceSegmented
from app.speech.options import TranscribeOptions
from app.speech.progress import GRACE_S, Pace, TranscriptionProgress
from app.transcript.model import Segment
from tests.ui.scripted_engine import ScriptedEngine

BEGINNING = SourceSegmented("talk.wav", 100.0, ((0.0, 10.0), (10.0, 30.0)), np.zeros(4, np.float32), complete=False)


def done(index: int, start_s: float, end_s: float) -> SegmentDone:
    return SegmentDone(Segment(index, start_s, end_s, "Text."), 0.1)


def test_segments_of_a_batch_count_by_their_length_and_steps() -> None:
    progress = TranscriptionProgress()
    assert (progress.share, progress.segment_count) == (0.0, 0)
    progress.handle(BEGINNING)
    scripted = ScriptedEngine(("Text.",)).transcribe(Path("a.wav"), TranscribeOptions(steps=4))
    step = next(event for event in scripted if isinstance(event, CanvasStep))
    shares = []
    for event in (
        SegmentStarted(0, 0.0, 10.0, 64),
        SegmentStarted(1, 10.0, 30.0, 64),
        replace(step, segment=0, step=1, steps=4),
        replace(step, segment=1, step=1, steps=4),
        done(0, 0.0, 10.0),
        replace(step, segment=1, step=2, steps=4),
        SegmentStarted(1, 10.0, 20.0, 64),  # again, in pieces
        replace(step, segment=1, step=1, steps=4),
        done(1, 10.0, 30.0),
    ):
        progress.handle(event)
        shares.append(progress.share)
    assert shares == pytest.approx([0, 0, 0.025, 0.075, 0.15, 0.2, 0.2, 0.2, 0.3])
    assert progress.segment_count == 0


def test_the_number_of_segments_is_known_at_last_and_nothing_jumps() -> None:
    progress = TranscriptionProgress()
    progress.handle(BEGINNING)
    progress.handle(done(0, 0.0, 10.0))
    before = progress.share
    progress.handle(replace(BEGINNING, spans_s=(*BEGINNING.spans_s, (30.0, 100.0)), complete=True))
    assert progress.share == before
    assert progress.segment_count == 3
    progress.handle(done(1, 10.0, 30.0))
    progress.handle(done(2, 30.0, 100.0))
    assert progress.share == 1.0


# --- the pace of live work


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def phrase(length_s: float, work_s: float) -> SegmentDone:
    return SegmentDone(Segment(0, 0.0, length_s, "text"), work_s)


def spoken(*lengths_s: float) -> SourceSegmented:
    return SourceSegmented("a", 1.0, tuple((0.0, length_s) for length_s in lengths_s), np.zeros(1), complete=False)


def test_nothing_is_behind_before_the_model_is_ready() -> None:
    clock = Clock()
    pace = Pace(clock)
    clock.now_s = 3600
    assert not pace.is_behind


def test_a_phrase_may_take_its_length_and_a_little() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.handle(DecodeProgress("a", 1.0))
    pace.handle(spoken(10.0))
    clock.now_s = 10.0 + GRACE_S - 0.1
    assert not pace.is_behind
    clock.now_s += 0.2
    assert pace.is_behind
    pace.handle(DecodeProgress("a", 1.0))  # all is done, if late
    assert not pace.is_behind


def test_catching_up_is_not_being_behind() -> None:
    """An hour that was recorded while another file was transcribed, at twice the speed of speech."""
    clock = Clock()
    pace = Pace(clock)
    pace.handle(DecodeProgress("a", 1.0))
    pace.handle(spoken(12.0, 12.0))
    for _ in range(300):
        clock.now_s += 6.0
        pace.handle(phrase(12.0, 6.0))
        assert not pace.is_behind


def test_a_model_that_is_a_little_slower_than_speech_is_noticed() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.handle(DecodeProgress("a", 1.0))
    pace.handle(spoken(12.0, 12.0))
    for _ in range(20):
        clock.now_s += 15.0
        pace.handle(phrase(12.0, 15.0))
    assert pace.is_behind
