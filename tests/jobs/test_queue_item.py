"""A queue item follows its events, without Qt."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import AudioError
from app.jobs.queue_item import QueueItem, QueueState
from app.speech.events import DecodeProgress, SegmentDone
from app.speech.options import TranscribeOptions
from tests.ui.scripted_engine import ScriptedEngine


def events(engine: ScriptedEngine, steps: int = 4):
    return list(engine.transcribe(Path("a.wav"), lambda: TranscribeOptions(steps=steps)))


def test_an_item_follows_its_events() -> None:
    engine = ScriptedEngine(texts=("One.", "Two.", ""))
    item = QueueItem(1, Path("a.wav"), "a.wav")
    seen, progress = [], []
    for event in events(engine):
        item.handle(event)
        progress.append(item.progress)
        if not seen or seen[-1] is not item.state:
            seen.append(item.state)
    assert seen == [QueueState.LOADING, QueueState.RUNNING, QueueState.DONE]
    assert progress == sorted(progress)
    assert progress[-1] == 1.0
    assert item.text == "One. Two."
    assert item.segment_count == 3
    assert item.speed is not None


def test_a_file_that_is_still_decoded_shows_what_is_certain() -> None:
    item = QueueItem(1, Path("a.wav"), "a.wav")
    progress, counts = [], []
    for event in events(ScriptedEngine(texts=("One.", "Two.", "Three.", "Four."), known_segments=1)):
        item.handle(event)
        progress.append(item.progress)
        if isinstance(event, SegmentDone):
            counts.append(item.segment_count)
            assert item.progress == pytest.approx(len(counts) / 4, abs=0.05)
        if item.segmented_source is not None and not item.segmented_source.complete:
            assert item.decoded_s == pytest.approx(7.7)
    assert progress == sorted(progress)
    assert counts == [0, 4, 4, 4]


def test_a_short_file_that_is_decoded_early_is_not_taken_for_this_one() -> None:
    item = QueueItem(1, Path("a.wav"), "a.wav")
    item.handle(DecodeProgress("a.wav", 120.0))
    item.handle(DecodeProgress("b.wav", 3.0))
    assert item.decoded_s == 120.0


def test_failing_and_cancelling_keep_what_is_finished() -> None:
    for end in (lambda item: item.fail(AudioError("Broken.")), QueueItem.cancel):
        item = QueueItem(1, Path("a.wav"), "a.wav")
        for event in events(ScriptedEngine(texts=("One.", "Two.")))[:9]:
            item.handle(event)
        end(item)
        assert item.state.is_final
        assert item.text == "One."
        assert item.current is None


def test_starting_over_forgets() -> None:
    item = QueueItem(1, Path("a.wav"), "a.wav")
    for event in events(ScriptedEngine()):
        item.handle(event)
    item.reset()
    assert (item.state, item.segments, item.progress, item.number) == (QueueState.WAITING, [], 0.0, 1)
