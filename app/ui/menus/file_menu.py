"""Shortcuts and context menu of a queued file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.jobs.queue_item import QueueItem
from app.jobs.transcription_queue import TranscriptionQueue
from app.ui.transcription.queue_view import QueueView

MENU_ACTIONS = ("cancel", "retry", "remove", "move_up", "move_down")
QUEUE_VIEW_ACTIONS = ("remove", "move_up", "move_down")
"""Actions whose keys work only while the queue view has the focus."""


def queue_item_slots(queue: TranscriptionQueue, queue_view: QueueView) -> dict[str, Callable[[], None]]:
    """Return the slots of the actions on the selected file, by action name."""

    def on_selected(act: Callable[[QueueItem], None]) -> Callable[[], None]:
        def slot() -> None:
            item = queue_view.current_item()
            if item is not None:
                act(item)

        return slot

    return {
        "retry": on_selected(queue.retry),
        "remove": on_selected(queue.remove),
        "move_up": on_selected(lambda item: queue.move(item, -1)),
        "move_down": on_selected(lambda item: queue.move(item, 1)),
    }


class FileMenu(QObject):
    """Connects the queue view's requests to the queue, and pops up its context menu."""

    def __init__(
        self, actions: Mapping[str, QAction], queue: TranscriptionQueue, queue_view: QueueView, window: QWidget
    ) -> None:
        super().__init__(queue_view)
        queue_view.cancel_requested.connect(queue.cancel)
        queue_view.retry_requested.connect(queue.retry)
        queue_view.remove_requested.connect(queue.remove)
        queue_view.move_requested.connect(queue.move)
        self._actions, self._queue_view = actions, queue_view
        for name in QUEUE_VIEW_ACTIONS:
            window.removeAction(actions[name])
            actions[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            queue_view.addAction(actions[name])
        queue_view.customContextMenuRequested.connect(self._on_context_menu_requested)

    @Slot(QPoint)
    def _on_context_menu_requested(self, position: QPoint) -> None:
        if self._queue_view.indexAt(position).isValid():
            menu = QMenu(self._queue_view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for name in MENU_ACTIONS:
                menu.addAction(self._actions[name])
            menu.popup(self._queue_view.viewport().mapToGlobal(position))
