"""Shortcuts and context menu of a queued file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.jobs.background_tasks import BackgroundTasks
from app.jobs.queue_item import QueueItem
from app.jobs.transcription_queue import ITEM_ROLE, TranscriptionQueue
from app.ui.transcription.queue_view import QueueView

from .audio_track_menu import AudioTrackMenu

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
        self,
        actions: Mapping[str, QAction],
        queue: TranscriptionQueue,
        queue_view: QueueView,
        background_tasks: BackgroundTasks,
        window: QWidget,
    ) -> None:
        super().__init__(queue_view)
        queue_view.cancel_requested.connect(queue.cancel)
        queue_view.retry_requested.connect(queue.retry)
        queue_view.remove_requested.connect(queue.remove)
        queue_view.move_requested.connect(queue.move)
        self._actions, self._queue, self._queue_view = actions, queue, queue_view
        self._background_tasks = background_tasks
        for name in QUEUE_VIEW_ACTIONS:
            window.removeAction(actions[name])
            actions[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            queue_view.addAction(actions[name])
        queue_view.customContextMenuRequested.connect(self._on_context_menu_requested)

    @Slot(QPoint)
    def _on_context_menu_requested(self, position: QPoint) -> None:
        item = self._queue_view.indexAt(position).data(ITEM_ROLE)
        if item is not None:
            menu = QMenu(self._queue_view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for name in MENU_ACTIONS:
                menu.addAction(self._actions[name])
            tracks = AudioTrackMenu(item, self._background_tasks, menu)
            tracks.track_chosen.connect(self._queue.choose_track)
            menu.addMenu(tracks)
            menu.popup(self._queue_view.viewport().mapToGlobal(position))
