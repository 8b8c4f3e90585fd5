"""Transcribes the files that are put into a watched folder, and writes their texts beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.atomic_write import atomic_write
from app.errors import AnnealError, LibraryError
from app.library.export import export_transcript
from app.library.export.unique_files import ExportFolder
from app.library.file_names import MEDIA_SUFFIXES, stem_of
from app.library.watched_folder import POLL_INTERVAL_S, STABLE_S, FileVersion, WatchedFolder
from app.settings import Settings
from app.transcript.model import Transcript

from .background_tasks import BackgroundTasks
from .queue_item import QueueItem, QueueState
from .transcription_queue import TranscriptionQueue


class FolderWatcher(QObject):
    """Polls a folder in a worker thread. ``state_file`` stores which files were seen, for the next start."""

    failed = Signal(object)  # AnnealError: once until a poll succeeds again

    def __init__(
        self, background_tasks: BackgroundTasks, queue: TranscriptionQueue, state_file: Path, parent: QObject | None = None,
        stable_s: float = STABLE_S, poll_interval_s: float = POLL_INTERVAL_S,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._queue, self._background_tasks, self._state_file, self._stable_s = (
            queue,
            background_tasks,
            state_file,
            stable_s,
        )
        self._watched_folder: WatchedFolder | None = None
        self._polling = False
        self._error_reported = False
        self._items: set[QueueItem] = set()
        self._timer = QTimer(self, interval=round(poll_interval_s * 1000))
        self._timer.timeout.connect(self._poll)
        queue.item_changed.connect(self._on_item_changed)
        background_tasks.shutting_down.connect(self._stop)

    def watch(self, folder: str) -> None:
        """Watch another folder; none if the path is empty."""
        if folder == (str(self._watched_folder.folder) if self._watched_folder else ""):
            return
        self._watched_folder, self._error_reported = None, False
        self._timer.stop()
        if folder:
            self._watched_folder = WatchedFolder(
                Path(folder), _is_audio, _load_seen(self._state_file, folder), False, self._stable_s
            )
            self._timer.start()
            self._poll()

    @Slot(object)
    def on_settings_changed(self, settings: Settings) -> None:
        self.watch(settings.watch_folder)

    @Slot()
    def _stop(self) -> None:
        self.watch("")

    @Slot()
    def _poll(self) -> None:
        watched = self._watched_folder
        if watched is None or self._polling:
            return
        self._polling = True
        self._background_tasks.run(lambda: _poll_folder(watched, self._state_file), self._on_found, self._on_failed)

    @Slot(object)
    def _on_found(self, files: Sequence[Path]) -> None:
        self._polling = self._error_reported = False
        self._items.update(self._queue.add(files))

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self._polling = False
        if not self._error_reported:
            self._error_reported = True
            self.failed.emit(error)

    @Slot(object)
    def _on_item_changed(self, item: QueueItem) -> None:
        if item in self._items and item.state is QueueState.DONE and item.transcript is not None:
            self._items.discard(item)
            transcript, source = item.transcript, item.source
            self._background_tasks.run(lambda: _write_text(transcript, source), on_error=self.failed.emit)


def _is_audio(path: Path) -> bool:
    return path.suffix.lower() in MEDIA_SUFFIXES


def _poll_folder(watched: WatchedFolder, state_file: Path) -> Iterator[list[Path]]:
    """Yield the files that are new and whole, and store what was seen; raises ``LibraryError``."""
    seen_before = dict(watched.seen)
    try:
        files = watched.poll()
    except OSError as error:
        raise LibraryError(
            "The watched folder {folder} cannot be read.",
            "{reason}.",
            "Make it readable or choose another one in the settings; Anneal goes on trying.",
            folder=watched.folder,
            reason=error.strerror or error,
        ) from error
    if watched.seen != seen_before:
        with suppress(OSError):  # they may count as new at the next start
            state_file.parent.mkdir(parents=True, exist_ok=True)
            seen = {name: asdict(version) for name, version in watched.seen.items()}
            with atomic_write(state_file) as temporary:
                temporary.write_text(json.dumps({"folder": str(watched.folder), "known": seen}), encoding="utf-8")
    yield files


def _load_seen(state_file: Path, folder: str) -> dict[str, FileVersion]:
    """The files seen in this folder at the last start; none if that was another folder."""
    try:
        stored = json.loads(state_file.read_text(encoding="utf-8"))
        if stored["folder"] != folder:
            return {}
        return {name: FileVersion(**version) for name, version in stored["known"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write_text(transcript: Transcript, source: Path) -> Iterator[Path]:
    """Write the text beside the source and yield its path; raises ``LibraryError``."""
    try:
        yield ExportFolder(source.parent).write(stem_of(source.name), "txt", export_transcript(transcript, "txt"))
    except OSError as error:
        raise LibraryError(
            "The text could not be written beside {file}.",
            "{reason}.",
            "It is in your library, and can be exported from there.",
            file=source.name,
            reason=error.strerror or error,
        ) from error
