"""What can be done to a file on the list, by key and by the right mouse button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.jobs.queue_item import QueueItem
from app.jobs.transcription_queue import TranscriptionQueue
from app.ui.transcription.queue_view import QueueView

LISTED = ("cancel", "retry", "remove", "move_up", "move_down")
OF_THE_LIST = ("remove", "move_up", "move_down")
"""Their keys have another meaning elsewhere."""


def file_slots(queue: TranscriptionQueue, files: QueueView) -> dict[str, Callable[[], None]]:
    """What the actions on the file that is chosen do, by the actions' names."""

    def with_chosen(do: Callable[[QueueItem], None]) -> Callable[[], None]:
        def act() -> None:
            item = files.current_item()
            if item is not None:
                do(item)

        return act

    return {
        "retry": with_chosen(queue.retry),
        "remove": with_chosen(queue.remove),
        "move_up": with_chosen(lambda item: queue.move(item, -1)),
        "move_down": with_chosen(lambda item: queue.move(item, 1)),
    }


class FileMenu(QObject):
    def __init__(
        self, actions: Mapping[str, QAction], queue: TranscriptionQueue, files: QueueView, window: QWidget
    ) -> None:
        super().__init__(files)
        files.cancel_wanted.connect(queue.cancel)
        files.retry_wanted.connect(queue.retry)
        files.remove_wanted.connect(queue.remove)
        files.move_wanted.connect(queue.move)
        self._actions, self._files = actions, files
        for name in OF_THE_LIST:
            window.removeAction(actions[name])
            actions[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            files.addAction(actions[name])
        files.customContextMenuRequested.connect(self._on_wanted)

    @Slot(QPoint)
    def _on_wanted(self, place: QPoint) -> None:
        if self._files.indexAt(place).isValid():
            menu = QMenu(self._files)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for name in LISTED:
                menu.addAction(self._actions[name])
            menu.popup(self._files.viewport().mapToGlobal(place))
