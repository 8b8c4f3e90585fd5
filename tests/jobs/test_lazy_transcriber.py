"""The engine of the window: another model for a span is loaded once, and the one in use comes back by itself."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.jobs.lazy_transcriber import LazyTranscriber
from app.speech.events import CanvasStep, Event, ModelLoading, ModelReady, SegmentDone, TranscriptDone
from app.speech.options import TranscribeOptions
from app.speech.redecode import RedecodeRequest
from app.transcript.model import Segment
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

OPTIONS = TranscribeOptions(steps=2)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.wav"
    soundfile.write(path, np.concatenate([babble(2, 1), np.zeros(RATE_HZ, np.float32)]), RATE_HZ)
    return path


def titles(events: list[Event]) -> list[str]:
    return [event.model for event in events if isinstance(event, ModelReady)]


def test_the_engine_in_use_knows_which_files_come_next(tmp_path: Path, talk: Path) -> None:
    engine = LazyTranscriber(tiny.write(tmp_path / "own", tiny.model(1, title="Own")), "cpu")
    second = tmp_path / "second.wav"
    second.write_bytes(talk.read_bytes())
    engine.set_upcoming(lambda: [second])
    together = TranscribeOptions(steps=2, batch=2)
    list(engine.transcribe(talk, lambda: together))
    before = second.stat()
    second.write_bytes(bytes(before.st_size))  # it was read already, so nobody sees that it is no sound any more
    os.utime(second, ns=(before.st_atime_ns, before.st_mtime_ns))
    events = list(engine.transcribe(second, lambda: together))
    assert isinstance(events[-1], TranscriptDone)


def test_another_model_for_a_span(tmp_path: Path, talk: Path) -> None:
    own = tiny.write(tmp_path / "own", tiny.model(1, title="Own"))
    other = tiny.write(tmp_path / "other", tiny.model(2, title="Other"))
    engine = LazyTranscriber(own, "cpu")
    asked = RedecodeRequest(Segment(0, 0.0, 2.0, "what was there"))

    assert titles(list(engine.transcribe(talk, lambda: OPTIONS))) == ["Own"]
    kept = engine.engine
    assert titles(list(engine.redecode(talk, asked, OPTIONS))) == ["Own"]
    assert engine.engine is kept, "the model in use is not loaded again"

    first = list(engine.redecode(talk, asked, OPTIONS, other))
    assert isinstance(first[0], ModelLoading)
    assert titles(first) == ["Other"]
    assert isinstance(first[-1], SegmentDone)
    assert any(isinstance(event, CanvasStep) for event in first)
    loaded = engine.engine
    assert titles(list(engine.redecode(talk, asked, OPTIONS, other))) == ["Other"]
    assert engine.engine is loaded, "asked again, it is still there"

    last = list(engine.transcribe(talk, lambda: OPTIONS))
    assert titles(last) == ["Own"]
    assert isinstance(last[-1], TranscriptDone)


def test_the_engine_goes_over_to_another_model(tmp_path: Path) -> None:
    """The real engine, twice with tiny models: the second is loaded only when it is asked for, and then is the one."""
    first, second = (tiny.write(tmp_path / name, tiny.model()) for name in ("first", "second"))
    engine = LazyTranscriber(first, "cpu")
    list(engine.prepare())
    before = engine.engine
    list(engine.prepare())
    assert engine.engine is before
    engine.use_model(lambda: second, "cpu")
    assert engine.engine is before
    list(engine.prepare())
    assert engine.engine is not before
    assert engine.engine.folder == second
