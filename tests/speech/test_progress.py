"""Progress counts seconds, as the number of segments may not be known yet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.speech.events import CanvasStep, SegmentDone, SegmentStarted, SourceSegmented
from app.speech.options import TranscribeOptions
from app.speech.progress import TranscriptionProgress
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
