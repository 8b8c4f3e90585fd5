"""A batch in parts, each in a thread: the same texts as in one piece, and it stops, fails and counts like one."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from app.errors import DeviceError
from app.speech import Transcriber
from app.speech.decoding.prepared_batch import AudioChunk
from app.speech.events import CanvasStep, SegmentDone, SegmentStarted, TranscriptDone
from app.speech.options import TranscribeOptions
from app.speech.pipeline import parts
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

TOGETHER = TranscribeOptions(steps=6, batch=8)
THREADS = 2


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def transcriber(tmp_path: Path) -> Transcriber:
    return Transcriber(tiny.write(tmp_path / "model", tiny.model(3, segment_s=6.0)), "cpu")


@pytest.fixture(scope="module")
def talk() -> np.ndarray:
    """Four phrases with pauses between them."""
    silence = np.zeros(2 * RATE_HZ, np.float32)
    return np.concatenate([part for seed in range(1, 5) for part in (babble(1.0 + 0.5 * seed, seed), silence)])


def working() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("decode-part")]


def chunk(row: int, seconds: float) -> AudioChunk:
    return AudioChunk(row, 0.0, seconds, np.zeros(int(seconds * RATE_HZ), np.float32))


def test_parts_hold_every_chunk_once_in_order_and_are_alike() -> None:
    chunks = [chunk(row, seconds) for row, seconds in enumerate((9, 1, 8, 2, 7, 3, 6))]
    divided = parts.divide(chunks, 3)
    assert sorted(one.segment for part in divided for one in part) == list(range(7))
    assert all([one.segment for one in part] == sorted(one.segment for one in part) for part in divided)
    seconds = [sum(one.end_s for one in part) for part in divided]
    assert max(seconds) - min(seconds) < 9


def test_texts_are_those_of_a_whole_batch(
    transcriber: Transcriber, talk: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[str] = set()
    transcriber.model.backbone.model.decoder.norm.register_forward_hook(
        lambda *_: seen.add(threading.current_thread().name)
    )
    events = list(transcriber.transcribe(talk, TOGETHER))
    assert len(seen) == THREADS
    assert torch.get_num_threads() == THREADS
    monkeypatch.setattr(parts, "MAX_PARTS", 1)
    whole = list(transcriber.transcribe(talk, TOGETHER))
    assert isinstance(events[-1], TranscriptDone)
    assert isinstance(whole[-1], TranscriptDone)
    assert sum(segment.ended != "silence" for segment in events[-1].transcript.segments) == 4
    for ours, theirs in zip(events[-1].transcript.segments, whole[-1].transcript.segments, strict=True):
        assert (ours.text, ours.steps, ours.ended) == (theirs.text, theirs.steps, theirs.ended)


def test_a_segments_events_come_in_order(transcriber: Transcriber, talk: np.ndarray) -> None:
    of_segment: dict[int, list[Any]] = {}
    for event in transcriber.transcribe(talk, TOGETHER):
        if isinstance(event, SegmentStarted | CanvasStep):
            of_segment.setdefault(event.segment, []).append(event)
        elif isinstance(event, SegmentDone) and event.segment.ended != "silence":
            of_segment[event.segment.index].append(event)
    assert len(of_segment) == 4
    for started, *canvases, done in of_segment.values():
        assert isinstance(started, SegmentStarted)
        step = 0
        for event in canvases:
            step = 0 if isinstance(event, SegmentStarted) else step + 1  # halves of a canvas that overflowed
            assert isinstance(event, SegmentStarted) or event.step == step
        assert done.work_s > 0


def test_the_time_of_all_segments_is_that_which_passed(transcriber: Transcriber, talk: np.ndarray) -> None:
    *events, last = transcriber.transcribe(talk, TOGETHER)
    assert isinstance(last, TranscriptDone)
    timings = last.transcript.timings_s
    assert timings is not None
    work_s = sum(event.work_s for event in events if isinstance(event, SegmentDone))
    assert 0 < work_s < 2 * timings["total"]
    assert timings["denoise"] > 0
    assert timings["total"] == pytest.approx(sum(value for stage, value in timings.items() if stage != "total"))


def test_closing_stops_all_parts(transcriber: Transcriber, talk: np.ndarray) -> None:
    events = transcriber.transcribe(talk, TranscribeOptions(steps=48, batch=8))
    while not isinstance(next(events), CanvasStep):
        pass
    assert working()
    events.close()
    assert not working()
    assert torch.get_num_threads() == THREADS


def test_memory_that_runs_out_in_a_part_is_freed(transcriber: Transcriber, talk: np.ndarray) -> None:
    held: list[weakref.ref[torch.Tensor]] = []

    def fail(*_: Any) -> None:
        big = torch.zeros(1000)
        held.append(weakref.ref(big))
        raise torch.OutOfMemoryError("out of memory")

    hook = transcriber.model.backbone.model.decoder.norm.register_forward_hook(fail)
    with pytest.raises(DeviceError, match="ran out of memory"):
        list(transcriber.transcribe(talk, TOGETHER))
    hook.remove()
    assert len(held) >= THREADS
    assert not [ref for ref in held if ref() is not None]
    assert not working()
    assert isinstance(list(transcriber.transcribe(talk, TOGETHER))[-1], TranscriptDone)


def test_one_thread_or_one_segment_is_one_part(transcriber: Transcriber) -> None:
    assert parts.count_parts(transcriber.decoder, 1) == 1
    assert parts.count_parts(transcriber.decoder, 8) == THREADS
    torch.set_num_threads(1)
    assert parts.count_parts(transcriber.decoder, 8) == 1
