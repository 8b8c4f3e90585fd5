"""Shortcuts and context menu of a queued file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QInputDialog, QWidget

from app.jobs.background_tasks import BackgroundTasks
from app.jobs.item_text import COPY_FORMS, CopyForm, item_text
from app.jobs.queue_item import QueueItem
from app.jobs.transcription_queue import ITEM_ROLE, TranscriptionQueue
from app.ui.file_manager import show_in_file_manager
from app.ui.transcription.queue_view import QueueView
from app.ui.widgets.menu import Menu

from .audio_track_menu import AudioTrackMenu
from .spoken_language_menu import SpokenLanguageMenu

OTHER_FORMS = COPY_FORMS[1:]
"""All in which a text is copied but the running text, which has an action with a key."""
MENU_ACTIONS = (
    *("edit", "check", "copy", *(f"copy_{form}" for form in OTHER_FORMS), "export", "", "reveal", "rename_item", ""),
    *("cancel", "retry", "", "move_up", "move_down", "remove", "clear_finished"),
)
"""In their order; an empty name is a separator."""
QUEUE_VIEW_ACTIONS = ("remove", "move_up", "move_down")
"""Actions whose keys work only while the queue view has the focus."""


def queue_item_slots(queue: TranscriptionQueue, queue_view: QueueView) -> dict[str, Callable[[], None]]:
    """Return the slots of the actions on the selected file, by action name."""

    def on_selected(act: Callable[[QueueItem], object]) -> Callable[[], None]:
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
        **{f"copy_{form}": on_selected(partial(copy_as, form)) for form in OTHER_FORMS},
        "reveal": on_selected(lambda item: show_in_file_manager(item.source)),
        "rename_item": on_selected(lambda item: ask_for_title(queue, item, queue_view)),
        "clear_finished": queue.remove_finished,
    }


def copy_as(form: CopyForm, item: QueueItem) -> None:
    """Copy the text of a file to the clipboard."""
    QGuiApplication.clipboard().setText(item_text(item, form))


def ask_for_title(queue: TranscriptionQueue, item: QueueItem, parent: QWidget) -> None:
    """Let the user type another title for a file."""
    dialog = QInputDialog(parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("FileMenu", "Rename"))
    dialog.setLabelText(QCoreApplication.translate("FileMenu", "Title of this transcript; the file keeps its name"))
    dialog.setTextValue(item.title)
    dialog.textValueSelected.connect(lambda title: queue.rename(item, title))
    dialog.open()


def allowed_actions(item: QueueItem, items: Sequence[QueueItem]) -> set[str]:
    """Return the names of the menu's actions that a file's state allows, among those that it may forbid."""
    final = item.state.is_final
    return {
        name
        for name, allowed in {
            "edit": item.has_final_text,
            "check": item.has_final_text and bool(item.doubts),
            "export": item.has_final_text,
            "copy": bool(item.text),
            **{f"copy_{form}": bool(item.text) for form in OTHER_FORMS},
            "cancel": not final,
            "retry": final,
            "move_up": items[0] is not item,
            "move_down": items[-1] is not item,
            "clear_finished": any(other.state.is_final for other in items),
        }.items()
        if allowed
    } | {"reveal", "rename_item", "remove"}


class FileMenu(QObject):
    """Connects the queue view's requests to the queue, and pops up its context menu."""

    menu_closed = Signal()
    """All actions of the menu are enabled again."""

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
            menu = Menu(self._queue_view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._queue_view.select(item)
            self._queue_view.item_chosen.emit(item)  # the menu acts on the file that is shown
            allowed = allowed_actions(item, self._queue.items)
            for name in MENU_ACTIONS:
                if name:
                    menu.addAction(self._actions[name])
                    self._actions[name].setEnabled(name in allowed)
                else:
                    menu.addSeparator()
            menu.aboutToHide.connect(self._enable_all, Qt.ConnectionType.QueuedConnection)
            languages = SpokenLanguageMenu(item, menu)
            languages.language_chosen.connect(self._queue.choose_language)
            menu.addMenu(languages)
            tracks = AudioTrackMenu(item, self._background_tasks, menu)
            tracks.track_chosen.connect(self._queue.choose_track)
            menu.addMenu(tracks)
            menu.popup(self._queue_view.viewport().mapToGlobal(position))

    @Slot()
    def _enable_all(self) -> None:
        """The keys of the actions work without the menu: their slots look at the state themselves."""
        for name in filter(None, MENU_ACTIONS):
            self._actions[name].setEnabled(True)
        self.menu_closed.emit()
