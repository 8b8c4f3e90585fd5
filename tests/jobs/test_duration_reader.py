"""Lengths of waiting files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.jobs.background_tasks import BackgroundTasks
from app.jobs.duration_reader import DurationReader, read_duration
from app.jobs.queue_item import QueueItem, QueueState


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "three.wav"
    soundfile.write(path, np.zeros(3 * 16_000, dtype=np.float32), 16_000)
    return path


def test_every_waiting_file_is_read_once(qtbot, sound: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF")
    tasks = BackgroundTasks()
    running = QueueItem(3, sound, "", state=QueueState.RUNNING)
    items = [QueueItem(1, tmp_path / "broken.wav", ""), QueueItem(2, sound, ""), running, QueueItem(4, sound, "")]
    reader, read = DurationReader(tasks, lambda: items), []
    reader.read.connect(lambda item, duration_s: read.append((item.number, duration_s)))
    reader.start()
    qtbot.waitUntil(lambda: len(read) == 2)
    assert read == [(2, 3.0), (4, 3.0)]
    reader.start()
    assert tasks.shut_down(10_000)
    assert len(read) == 2


def test_a_file_that_cannot_be_read_has_no_length(tmp_path: Path) -> None:
    assert list(read_duration(tmp_path / "missing.wav")) == [0.0]
