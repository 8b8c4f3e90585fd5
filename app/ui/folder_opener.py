"""Creates, checks and opens folders in a background task, so that the window never waits for a disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks


class FolderOpener(QObject):
    """Opens folders in the system's file manager; creates those that do not exist."""

    failed = Signal(object)  # AnnealError

    def __init__(self, background_tasks: BackgroundTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background_tasks = background_tasks

    def open(self, folder: Path) -> None:
        self._background_tasks.run(lambda: ensure_folder(folder), self._on_folder_ready, self._on_failed)

    @Slot(object)
    def _on_folder_ready(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self.failed.emit(error)


def ensure_folder(folder: Path) -> Iterator[Path]:
    """Create the folder if needed. Yields it; raises ``AnnealError``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable_folder_error(folder, error) from error
    yield folder


def ensure_writable_folder(folder: Path) -> Iterator[Path]:
    """Create the folder if needed, and write and delete a file in it. Yields it; raises ``AnnealError``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _unusable_folder_error(folder, error) from error
    yield folder


def _unusable_folder_error(folder: Path, error: OSError) -> AnnealError:
    return AnnealError(
        "The folder {folder} cannot be used.",
        "{reason}.",
        "Choose another folder.",
        folder=folder,
        reason=error.strerror or error,
    )
