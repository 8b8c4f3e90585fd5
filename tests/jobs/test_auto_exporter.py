"""Finished transcripts are written in the formats that the settings want; those of a watched folder only once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.jobs.auto_exporter import AutoExporter
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.folder_watcher import FolderWatcher
from app.jobs.queue_item import QueueState
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.export import FORMATS
from app.settings import EXPORT_FORMATS, Settings
from app.speech.options import TranscribeOptions
from tests.ui.scripted_engine import ScriptedEngine

WAIT_MS = 20_000


@pytest.fixture
def queue(background_tasks: BackgroundTasks) -> TranscriptionQueue:
    return TranscriptionQueue(background_tasks, ScriptedEngine(), TranscribeOptions)


def test_the_settings_know_all_formats() -> None:
    assert set(EXPORT_FORMATS) == set(FORMATS)


def test_files_lie_beside_the_source_or_in_a_folder(
    qtbot, tmp_path: Path, background_tasks: BackgroundTasks, queue: TranscriptionQueue
) -> None:
    exporter = AutoExporter(background_tasks, queue, Settings(export_formats="srt,txt"))
    source = tmp_path / "talk 三.wav"
    source.write_bytes(b"RIFF")
    with qtbot.waitSignal(exporter.written, timeout=WAIT_MS) as written:
        queue.add([source])
    assert written.args[1] == [tmp_path / "talk 三.srt", tmp_path / "talk 三.txt"]
    assert (tmp_path / "talk 三.txt").read_text(encoding="utf-8").startswith("In the evening")

    exporter.on_settings_changed(
        Settings(export_formats="md", export_folder=str(tmp_path / "texts" / "new"), export_name="date-name")
    )
    with qtbot.waitSignal(exporter.written, timeout=WAIT_MS) as written:
        queue.retry(queue.items[0])
    assert written.args[1] == [tmp_path / "texts" / "new" / f"{date.today().isoformat()} talk 三.md"]


def test_nothing_is_written_unless_it_is_wanted(
    qtbot, tmp_path: Path, background_tasks: BackgroundTasks, queue: TranscriptionQueue
) -> None:
    exporter = AutoExporter(background_tasks, queue, Settings())
    (item,) = queue.add([tmp_path / "a.wav"])
    qtbot.waitUntil(lambda: item.state is QueueState.DONE, timeout=WAIT_MS)
    exporter.on_settings_changed(Settings(export_formats="txt"))  # counts for what is done from now on
    qtbot.waitUntil(lambda: not queue.busy, timeout=WAIT_MS)
    queue.item_changed.emit(item)
    qtbot.wait(50)
    assert not list(tmp_path.glob("*.txt"))


def test_a_folder_that_takes_nothing_is_said(
    qtbot, tmp_path: Path, background_tasks: BackgroundTasks, queue: TranscriptionQueue
) -> None:
    (tmp_path / "file").write_text("in the way")
    exporter = AutoExporter(
        background_tasks, queue, Settings(export_formats="txt", export_folder=str(tmp_path / "file"))
    )
    with qtbot.waitSignal(exporter.failed, timeout=WAIT_MS) as failed:
        queue.add([tmp_path / "a.wav"])
    assert "could not be written to" in str(failed.args[0])


def test_a_watched_file_is_written_once_in_the_same_formats(
    qtbot, tmp_path: Path, background_tasks: BackgroundTasks, queue: TranscriptionQueue
) -> None:
    folder, settings = tmp_path / "in", Settings(export_formats="srt", watch_folder=str(tmp_path / "in"))
    folder.mkdir()
    exporter = AutoExporter(background_tasks, queue, settings)
    watcher = FolderWatcher(background_tasks, queue, tmp_path / "watched.json", stable_s=0.1, poll_interval_s=0.1)
    watcher.on_settings_changed(settings)
    qtbot.waitUntil((tmp_path / "watched.json").exists, timeout=WAIT_MS)
    written: list[object] = []
    exporter.written.connect(lambda _item, paths: written.append(paths))
    (folder / "new.wav").write_bytes(b"RIFF")
    qtbot.waitUntil((folder / "new.srt").exists, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not queue.busy, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: written == [[folder / "new.srt"]], timeout=WAIT_MS)
    assert sorted(path.name for path in folder.iterdir()) == ["new.srt", "new.wav"]
    watcher.watch("")
