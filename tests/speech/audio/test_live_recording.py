"""A recording that is read while it grows."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from app.errors import AudioError
from app.library.recordings import RecordingFile
from app.speech.audio import decode
from app.speech.audio.live_recording import LiveRecording

NOISE = (np.random.default_rng(0).standard_normal(16_000) * 3000).astype("<i2")


def file_in(folder: Path) -> RecordingFile:
    return RecordingFile(folder, datetime(2026, 11, 20))


def test_the_sound_comes_while_it_is_written_and_is_that_of_the_file(tmp_path: Path) -> None:
    file = file_in(tmp_path)
    live = LiveRecording(file.path, file.final_path)
    blocks = live.blocks()
    assert len(next(blocks)) == 0
    file.write(NOISE[:800].tobytes())
    first = next(blocks)
    assert len(first) == 800
    assert len(next(blocks)) == 0  # nothing came, and whoever waits is told so
    file.write(NOISE[800:].tobytes())
    file.finish()
    live.end()
    rest = list(blocks)
    np.testing.assert_array_equal(np.concatenate([first, *rest]), decode.read(file.final_path))


def test_what_was_finished_before_anybody_read_it_is_read_whole(tmp_path: Path) -> None:
    file = file_in(tmp_path)
    live = LiveRecording(file.path, file.final_path)
    file.write(NOISE.tobytes())
    file.finish()
    live.end()
    assert len(np.concatenate(list(live.blocks()))) == len(NOISE)


def test_half_a_sample_waits_for_its_other_half(tmp_path: Path) -> None:
    file = file_in(tmp_path)
    live = LiveRecording(file.path, file.final_path)
    blocks = live.blocks()
    next(blocks)
    body = NOISE[:100].tobytes()
    file.write(body[:51])
    assert len(next(blocks)) == 25
    file.write(body[51:])
    live.end()
    assert len(np.concatenate(list(blocks))) == 75


def test_while_it_is_held_nothing_comes_before_the_end(tmp_path: Path) -> None:
    file = file_in(tmp_path)
    live = LiveRecording(file.path, file.final_path)
    live.hold()
    file.write(NOISE.tobytes())
    blocks = live.blocks()
    assert [len(next(blocks)) for _ in range(3)] == [0, 0, 0]
    live.end()
    assert len(np.concatenate(list(blocks))) == len(NOISE)


def test_the_end_is_not_missed_by_who_waits(tmp_path: Path) -> None:
    file = file_in(tmp_path)
    live = LiveRecording(file.path, file.final_path)
    threading.Timer(0.15, live.end).start()
    assert not any(len(block) for block in live.blocks())


def test_a_recording_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    live = LiveRecording(tmp_path / "a.unfinished.wav", tmp_path / "a.wav")
    with pytest.raises(AudioError, match="could not be read"):
        list(live.blocks())
