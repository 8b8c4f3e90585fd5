"""Saves the settings a moment after they changed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from app import settings
from app.errors import AnnealError

from .background_tasks import BackgroundTasks

log = logging.getLogger(__name__)

DELAY_MS = 400


class SettingsSaver(QObject):
    """Writes the settings in a worker thread once they have rested for ``DELAY_MS``, and what is unsaved at shutdown."""

    def __init__(self, background_tasks: BackgroundTasks, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background_tasks, self._path = background_tasks, path
        self._unsaved: settings.Settings | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.write)
        background_tasks.shutting_down.connect(self.write)

    @Slot(object)
    def save(self, latest: settings.Settings) -> None:
        """Save these settings soon, unless newer ones follow."""
        self._unsaved = latest
        self._timer.start()

    @Slot()
    def write(self) -> None:
        """Save now what is unsaved."""
        self._timer.stop()
        unsaved, self._unsaved = self._unsaved, None
        if unsaved is not None:
            self._background_tasks.run(lambda: _save(unsaved, self._path), on_error=self._on_failed)

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        log.warning("the settings could not be saved: %s", error)


def _save(latest: settings.Settings, path: Path) -> Iterator[Path]:
    settings.save(latest, path)
    yield path
