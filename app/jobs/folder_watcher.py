"""Transcribes the files that are put into a watched folder; ``AutoExporter`` writes their texts."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.atomic_write import atomic_write
from app.errors import AnnealError, LibraryError
from app.library.file_names import MEDIA_SUFFIXES
from app.library.watched_folder import POLL_INTERVAL_S, STABLE_S, FileVersion, WatchedFolder
from app.settings import Settings

from .background_tasks import BackgroundTasks
from .queue_item import QueueItem, QueueState
from .transcription_queue import TranscriptionQueue

MAX_FOLDERS = 20
"""Watched folders whose files are remembered."""


class FolderWatcher(QObject):
    """Polls a folder in a worker thread. ``state_file`` stores which files were seen, for the next start."""

    failed = Signal(object)  # AnnealError: once until a poll succeeds again

    def __init__(
        self, background_tasks: BackgroundTasks, queue: TranscriptionQueue, state_file: Path, parent: QObject | None = None,
        stable_s: float = STABLE_S, poll_interval_s: float = POLL_INTERVAL_S,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._queue, self._background_tasks, self._stable_s = queue, background_tasks, stable_s
        self._state = _WatchState(state_file)
        self._watched_folder: WatchedFolder | None = None
        self._polling = False
        self._error_reported = False
        self._items: set[QueueItem] = set()
        self._failed: list[Path] = []
        """Files given by the folder that could not be transcribed, since the last poll."""
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
            self._watched_folder = WatchedFolder(Path(folder), _is_audio, stable_s=self._stable_s)
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
        failed, self._failed = self._failed, []
        waiting = {item.source.name for item in self._items}
        self._background_tasks.run(
            lambda: _poll_folder(watched, self._state, failed, waiting), self._on_found, self._on_failed
        )

    @Slot(object)
    def _on_found(self, files: Sequence[Path]) -> None:
        self._polling = self._error_reported = False
        added = self._queue.add(files)
        for item in added:
            item.watched = True
        self._items.update(added)

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self._polling = False
        if not self._error_reported:
            self._error_reported = True
            self.failed.emit(error)

    @Slot(object)
    def _on_item_changed(self, item: QueueItem) -> None:
        watched = self._watched_folder
        if item.resumes and watched is not None and item.source.parent == watched.folder:
            self._items.add(item)  # it was given before the app was closed
            item.watched = True
        if item in self._items and item.state is QueueState.FAILED:
            self._failed.append(item.source)
        if item.state is QueueState.DONE:
            self._items.discard(item)


def _is_audio(path: Path) -> bool:
    return path.suffix.lower() in MEDIA_SUFFIXES


class _WatchState:
    """The files seen in each folder, in a file for the next start."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._saved: tuple[Path, dict[str, FileVersion]] | None = None

    def load(self, watched: WatchedFolder) -> dict[str, FileVersion] | None:
        """The files seen in this folder, or in one that is gone and was renamed to it; None at the first look ever.

        Raises ``OSError`` where the folder cannot be read.
        """
        folders = self._read()
        if str(watched.folder) in folders:
            return folders[str(watched.folder)]
        renamed = (seen for folder, seen in folders.items() if not Path(folder).exists())
        return next((seen for seen in renamed if watched.shares_files_with(seen)), None)

    def save(self, watched: WatchedFolder) -> None:
        """Store what was seen, where it changed; where that fails the next call tries again."""
        now = watched.folder, dict(watched.seen or {})
        if now == self._saved:
            return
        with suppress(OSError):
            folders = {folder: seen for folder, seen in self._read().items() if folder != str(watched.folder)}
            kept = dict([*folders.items(), (str(watched.folder), now[1])][-MAX_FOLDERS:])
            body = {folder: {name: asdict(version) for name, version in seen.items()} for folder, seen in kept.items()}
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_write(self._path) as temporary:
                temporary.write_text(json.dumps({"folders": body}), encoding="utf-8")
            self._saved = now

    def _read(self) -> dict[str, dict[str, FileVersion]]:
        """By folder, the one that was watched last at the end; none where nothing is stored."""
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
            folders = stored.get("folders") or {stored["folder"]: stored["known"]}  # as 0.2.0 wrote it
            return {
                folder: {name: FileVersion(**version) for name, version in seen.items()}
                for folder, seen in folders.items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _poll_folder(
    watched: WatchedFolder, state: _WatchState, failed: Sequence[Path], waiting: Collection[str]
) -> Iterator[list[Path]]:
    """Yield the files that are new and whole, and store what was seen; raises ``LibraryError``.

    ``failed`` could not be transcribed; the names of ``waiting`` have not been transcribed yet.
    """
    try:
        if watched.seen is None:
            watched.seen = state.load(watched)
        watched.forget_missing(failed)
        files = watched.poll(waiting)
    except OSError as error:
        raise LibraryError(
            "The watched folder {folder} cannot be read.",
            "{reason}.",
            "Make it readable or choose another one in the settings; Anneal goes on trying.",
            folder=watched.folder,
            reason=error.strerror or error,
        ) from error
    state.save(watched)
    yield files
