"""Tells of the work outside of the queue: in the window's title, on the launcher's icon, and by a notification at its end."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.jobs.queue_item import QueueItem, QueueState
from app.jobs.transcription_queue import TranscriptionQueue

from .desktop import notify, show_progress
from .formatting import percent

APP_NAME = "Anneal"
MAX_NAMES = 3
"""Named in a notification."""


class WorkStatus(QObject):
    """Follows a queue for as long as its window lives."""

    def __init__(self, queue: TranscriptionQueue, window: QWidget) -> None:
        super().__init__(window)
        self._queue, self._window = queue, window
        self._shown_percent: int | None = None
        self._ended: list[QueueItem] = []
        """Files that have ended since the queue last had nothing to do."""
        queue.reported.connect(self._show)
        queue.item_changed.connect(self._on_item_changed)
        queue.rowsRemoved.connect(self._show)
        queue.idled.connect(self._on_idled)

    @Slot()
    def _show(self) -> None:
        items = self._queue.items
        active = next((item for item in items if item.state.is_active), None)
        share = int(active.progress * 100) if active is not None else None
        if active is None:
            self._window.setWindowTitle(APP_NAME)
        else:
            self._window.setWindowTitle(f"{percent(active.progress)} - {active.title}")
        if share != self._shown_percent:
            self._shown_percent = share
            show_progress(active.progress if active is not None else None)

    @Slot(object)
    def _on_item_changed(self, item: QueueItem) -> None:
        self._show()
        if item.state in (QueueState.DONE, QueueState.FAILED) and item not in self._ended and not item.dictated:
            self._ended.append(item)
        elif not item.state.is_final and item in self._ended:
            self._ended.remove(item)

    @Slot()
    def _on_idled(self) -> None:
        ended, self._ended = self._ended, []
        self._show()
        if ended and not self._window.isActiveWindow():
            done = [item for item in ended if item.state is QueueState.DONE]
            if done:
                title = self.tr("%n file(s) transcribed", "", len(done))
            else:
                title = self.tr("%n file(s) could not be transcribed", "", len(ended))
            notify(self._window, title, "\n".join(item.title for item in (done or ended)[:MAX_NAMES]))
