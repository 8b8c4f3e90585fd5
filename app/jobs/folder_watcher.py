"""The watched folder: what is put into it is transcribed, and its text written beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import AnnealError, LibraryError
from app.library.export import export
from app.library.export.unique_files import ExportFolder
from app.library.watched_folder import LOOK_EVERY_S, STABLE_S, Mark, WatchedFolder
from app.transcript.model import Transcript

from .background_tasks import Errands
from .find_media import SUFFIXES
from .queue_item import QueueItem, State
from .transcription_queue import TranscriptionQueue


class Watching(QObject):
    """Looks every two seconds, in a thread; ``memory`` is the file that remembers what was there before."""

    failed = Signal(object)  # AnnealError: said once until it is well again

    def __init__(
        self, queue: TranscriptionQueue, errands: Errands, memory: Path, parent: QObject | None = None,
        stable_s: float = STABLE_S, every_s: float = LOOK_EVERY_S,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._queue, self._errands, self._memory, self._stable_s = queue, errands, memory, stable_s
        self._watched: WatchedFolder | None = None
        self._looking = False
        self._complained = False
        self._items: set[QueueItem] = set()
        self._timer = QTimer(self, interval=round(every_s * 1000))
        self._timer.timeout.connect(self._look)
        queue.item_changed.connect(self._on_item_changed)

    def watch(self, folder: str) -> None:
        """Watch another folder; none where it is empty."""
        if folder == (str(self._watched.folder) if self._watched else ""):
            return
        self._watched, self._complained = None, False
        self._timer.stop()
        if folder:
            self._watched = WatchedFolder(
                Path(folder), _is_audio, _remembered(self._memory, folder), False, self._stable_s
            )
            self._timer.start()
            self._look()

    @Slot()
    def _look(self) -> None:
        watched = self._watched
        if watched is None or self._looking:
            return
        self._looking = True
        self._errands.run(lambda: _looks(watched, self._memory), self._on_found, self._on_failed)

    @Slot(object)
    def _on_found(self, found: Sequence[Path]) -> None:
        self._looking = self._complained = False
        self._items.update(self._queue.add(found))

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self._looking = False
        if not self._complained:
            self._complained = True
            self.failed.emit(error)

    @Slot(object)
    def _on_item_changed(self, item: QueueItem) -> None:
        if item in self._items and item.state is State.DONE and item.transcript is not None:
            self._items.discard(item)
            transcript, source = item.transcript, item.source
            self._errands.run(lambda: _exported(transcript, source), failed=self.failed.emit)


def _is_audio(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def _looks(watched: WatchedFolder, memory: Path) -> Iterator[list[Path]]:
    """What is new and whole; raises ``LibraryError``."""
    before = dict(watched.known)
    try:
        found = watched.look()
    except OSError as error:
        raise LibraryError(
            "The watched folder {folder} cannot be read.",
            "{reason}.",
            "Make it readable or choose another one in the settings; Anneal goes on trying.",
            folder=watched.folder,
            reason=error.strerror or error,
        ) from error
    if watched.known != before:
        with suppress(OSError):  # then they may be taken for new at the next start
            memory.parent.mkdir(parents=True, exist_ok=True)
            new = memory.with_name(f"{memory.name}.new")
            known = {name: asdict(mark) for name, mark in watched.known.items()}
            new.write_text(json.dumps({"folder": str(watched.folder), "known": known}), encoding="utf-8")
            os.replace(new, memory)
    yield found


def _remembered(memory: Path, folder: str) -> dict[str, Mark]:
    """What was in the folder the last time; nothing where that was another one."""
    try:
        known = json.loads(memory.read_text(encoding="utf-8"))
        return {name: Mark(**mark) for name, mark in known["known"].items()} if known["folder"] == folder else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _exported(transcript: Transcript, source: Path) -> Iterator[Path]:
    """The text beside the source; raises ``LibraryError``."""
    try:
        yield ExportFolder(source.parent).write(source.stem, "txt", export(transcript, "txt"))
    except OSError as error:
        raise LibraryError(
            "The text could not be written beside {file}.",
            "{reason}.",
            "It is in your library, and can be exported from there.",
            file=source.name,
            reason=error.strerror or error,
        ) from error
