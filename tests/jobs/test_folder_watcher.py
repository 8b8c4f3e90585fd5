"""A watched folder: new files are transcribed and their text is written beside them; old ones are left alone."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.errors import AudioError
from app.jobs.auto_exporter import AutoExporter
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.folder_watcher import FolderWatcher
from app.jobs.transcription_queue import TranscriptionQueue
from app.settings import Settings
from app.speech.options import TranscribeOptions
from tests.ui.scripted_engine import ScriptedEngine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Eingang 三"
    folder.mkdir()
    (folder / "old.wav").write_bytes(b"RIFF")
    return folder


def watching(tmp_path: Path, background_tasks: BackgroundTasks) -> tuple[FolderWatcher, TranscriptionQueue]:
    queue = TranscriptionQueue(background_tasks, ScriptedEngine(), TranscribeOptions)
    AutoExporter(background_tasks, queue, Settings(), queue)
    return FolderWatcher(background_tasks, queue, tmp_path / "watched.json", stable_s=0.1, poll_interval_s=0.1), queue


def test_a_new_file_is_transcribed_and_its_text_lies_beside_it(
    qtbot, tmp_path: Path, folder: Path, background_tasks: BackgroundTasks
) -> None:
    watch, queue = watching(tmp_path, background_tasks)
    watch.watch(str(folder))
    qtbot.waitUntil(lambda: (tmp_path / "watched.json").exists(), timeout=20_000)
    (folder / "new.wav").write_bytes(b"RIFF")
    (folder / "notes.txt").write_text("no sound")
    qtbot.waitUntil((folder / "new.txt").exists, timeout=20_000)
    assert (folder / "new.txt").read_text().startswith("In the evening")
    assert [item.title for item in queue.items] == ["new.wav"]
    watch.watch("")

    (folder / "meanwhile.wav").write_bytes(b"RIFF")  # while Anneal was not open
    watch, queue = watching(tmp_path, background_tasks)
    watch.watch(str(folder))
    qtbot.waitUntil((folder / "meanwhile.txt").exists, timeout=20_000)
    assert [item.title for item in queue.items] == ["meanwhile.wav"]
    watch.watch("")


def test_a_folder_that_is_gone_is_said_once(
    qtbot, tmp_path: Path, folder: Path, background_tasks: BackgroundTasks
) -> None:
    watch, _ = watching(tmp_path, background_tasks)
    said: list[str] = []
    watch.failed.connect(lambda error: said.append(str(error)))
    os.rename(folder, tmp_path / "elsewhere")
    watch.watch(str(folder))
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    qtbot.wait(500)
    assert len(said) == 1
    assert "cannot be read" in said[0]
    watch.watch("")


def test_an_inbox_that_was_empty_is_known_at_the_next_start(
    qtbot, tmp_path: Path, folder: Path, background_tasks: BackgroundTasks
) -> None:
    (folder / "old.wav").unlink()
    state = tmp_path / "watched.json"
    watch, queue = watching(tmp_path, background_tasks)
    watch.watch(str(folder))
    qtbot.waitUntil(state.exists, timeout=20_000)
    watch.watch("")
    (folder / "monday.wav").write_bytes(b"RIFF")
    watch, queue = watching(tmp_path, background_tasks)
    watch.watch(str(folder))
    qtbot.waitUntil((folder / "monday.txt").exists, timeout=20_000)
    watch.watch("")

    renamed = folder.rename(tmp_path / "Inbox")
    (renamed / "tuesday.wav").write_bytes(b"RIFF")
    watch, queue = watching(tmp_path, background_tasks)
    watch.watch(str(renamed))
    qtbot.waitUntil((renamed / "tuesday.txt").exists, timeout=20_000)
    assert [item.title for item in queue.items] == ["tuesday.wav"]
    watch.watch("")


def test_what_version_0_2_0_stored_is_known(
    qtbot, tmp_path: Path, folder: Path, background_tasks: BackgroundTasks
) -> None:
    status = (folder / "old.wav").stat()
    known = {"old.wav": {"size_bytes": status.st_size, "changed_ns": status.st_mtime_ns}}
    (tmp_path / "watched.json").write_text(json.dumps({"folder": str(folder), "known": known}))
    (folder / "new.wav").write_bytes(b"RIFF")
    watch, queue = watching(tmp_path, background_tasks)
    watch.watch(str(folder))
    qtbot.waitUntil((folder / "new.txt").exists, timeout=20_000)
    assert [item.title for item in queue.items] == ["new.wav"]
    watch.watch("")


def test_a_file_that_is_renamed_while_it_waits_is_transcribed_under_its_new_name(
    qtbot, tmp_path: Path, folder: Path, background_tasks: BackgroundTasks
) -> None:
    engine = ScriptedEngine(by_name={"a.wav": AudioError("There is no file.")})
    queue = TranscriptionQueue(background_tasks, engine, TranscribeOptions)
    AutoExporter(background_tasks, queue, Settings(), queue)
    watch = FolderWatcher(background_tasks, queue, tmp_path / "watched.json", stable_s=0.1, poll_interval_s=0.1)
    watch.watch(str(folder))
    qtbot.waitUntil((tmp_path / "watched.json").exists, timeout=20_000)
    queue.item_changed.connect(lambda _: (folder / "a.wav").exists() and (folder / "a.wav").rename(folder / "b.wav"))
    (folder / "a.wav").write_bytes(b"RIFF")
    qtbot.waitUntil((folder / "b.txt").exists, timeout=20_000)
    assert [item.title for item in queue.items] == ["a.wav", "b.wav"]
    watch.watch("")
