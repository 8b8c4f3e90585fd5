"""The library's pages in the window: how one gets there, what they need of the rest, and what is offered at the start."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.errors import LibraryError
from app.jobs.library_worker import Clerk
from app.jobs.queue_item import QueueItem
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.library import Library
from app.speech.events import Event, SegmentDone
from app.speech.redecode import Again
from app.ui.editor.editor_page import EditorPage
from app.ui.widgets.banner import Banner

from .entries_model import Row
from .export_dialog import ExportDialog
from .library_page import LibraryPage


class LibraryRoom(QObject):
    """Owns the two pages. ``offers`` is a banner of its own, which no other message pushes away."""

    left = Signal()  # back to what is being transcribed
    item_wanted = Signal(object)  # QueueItem: the entry is being worked on, and is watched there
    open_changed = Signal(bool)

    def __init__(self, pages: QStackedWidget, clerk: Clerk, queue: TranscriptionQueue, offers: Banner) -> None:
        super().__init__(pages)
        self._pages, self._clerk, self._queue, self._offers = pages, clerk, queue, offers
        self.page = LibraryPage(clerk)
        self.editor = EditorPage(clerk, queue)
        for page in (self.page, self.editor):
            pages.addWidget(page)
        self._from_library = True
        self.page.open_wanted.connect(self._on_open_wanted)
        self.page.resume_wanted.connect(self.resume)
        self.page.export_wanted.connect(self._on_export_wanted)
        self.page.reveal_wanted.connect(reveal)
        self.editor.export_wanted.connect(self._on_export_wanted)
        self.editor.back_wanted.connect(self.show_library)
        self.editor.find_source_wanted.connect(self._on_find_source_wanted)
        clerk.failed.connect(self.page.banner.say_error)
        queue.item_changed.connect(self.page.look_again)
        queue.reported.connect(self._on_reported)
        pages.currentChanged.connect(lambda _index: self.open_changed.emit(self.open))

    @property
    def open(self) -> bool:
        """Whether one of the two pages is what is seen."""
        return self._pages.currentWidget() in (self.page, self.editor)

    def begin(self) -> None:
        """After the start: what the library has to say, what was cut short last time, and what has been deleted long enough."""
        self._clerk.ask(
            lambda history: (history.complaint, history.resumable()), self._on_begun, self._offers.say_error
        )
        self._clerk.ask_library(_purge)

    @Slot()
    def show_library(self) -> None:
        self.editor.close_entry()
        self._pages.setCurrentWidget(self.page)
        self.page.focus_search()

    @Slot()
    def toggle(self) -> None:
        """To the library, or back from it."""
        if self._pages.currentWidget() is self.page:
            self.left.emit()
        else:
            self.show_library()

    def instead(self, there: Callable[[], object], elsewhere: Callable[[], object]) -> Callable[[], None]:
        """What a key does: the one thing in the editor, nothing in the library, the other in the rest of the window."""

        def act() -> None:
            if not self.open:
                elsewhere()
            elif self._pages.currentWidget() is self.editor:
                there()

        return act

    def edit(self, item: QueueItem) -> None:
        """Correct what was just transcribed."""
        self._show_entry(item.uid)

    @Slot(object, object)
    def redo(self, item: QueueItem, asked: Again) -> None:
        """Denoise again, in the editor, around a word that was typed beside the canvas."""
        self.editor.redo_desk.when_begun(item.uid, asked)
        self._show_entry(item.uid)

    @Slot(object)
    def resume(self, entry: Entry) -> None:
        """Go on where a transcription stopped."""
        self._queue.resume(entry)
        self.page.look_again()

    def shut_down(self, wait_ms: int) -> bool:
        return self.editor.shut_down(wait_ms)

    @Slot(object, object)
    def _on_reported(self, item: QueueItem, event: Event) -> None:
        """What is worked on may be open in the editor: begun there, it was resumed meanwhile."""
        if isinstance(event, SegmentDone) and not event.kept:
            self.editor.take(item.uid, event.segment)

    def _show_entry(self, uid: str, position: int | None = None) -> None:
        self._pages.setCurrentWidget(self.editor)
        self.editor.open(uid, position)

    @Slot(object)
    def _on_open_wanted(self, row: Row) -> None:
        item = next((item for item in self._queue.unfinished if item.uid == row.entry.uid), None)
        if item is not None:
            self.item_wanted.emit(item)
        else:
            self._show_entry(row.entry.uid, row.hit.position if row.hit else None)

    def _on_begun(self, found: tuple[LibraryError | None, list[Entry]]) -> None:
        complaint, resumable = found
        if complaint is not None:
            self.page.banner.say_error(complaint)
            self._offers.say_error(complaint)
        elif resumable:
            self._offers.say(
                lambda: self.tr("%n transcription(s) were cut short last time.", "", len(resumable)),
                lambda: self.tr("Go on where it stopped"),
                lambda: self._resume_all(resumable),
                note=True,
            )

    def _resume_all(self, entries: list[Entry]) -> None:
        for entry in entries:
            self.resume(entry)

    @Slot(object)
    def _on_export_wanted(self, uids: list[str]) -> None:
        ExportDialog(self._clerk, uids, self._pages.window()).show()

    @Slot(object)
    def _on_find_source_wanted(self, entry: Entry) -> None:
        parent: QWidget = self._pages.window()
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Where is {file}?").format(file=entry.source.name))
        if name:
            self._clerk.ask(
                lambda history: history.relink(entry.uid, Path(name)),
                lambda _none: self.editor.open(entry.uid),
                self.editor.banner.say_error,
            )


def reveal(entry: Entry) -> None:
    """Show a source in the system's file manager."""
    if sys.platform == "win32":
        QProcess.startDetached("explorer", ["/select,", str(entry.source)])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(entry.source)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(entry.source.parent)))


def _purge(library: Library) -> None:
    """What was deleted long ago goes for good, its replays too."""
    for uid in library.history.purge():
        library.replays.forget(uid)
