"""The library's pages in the window: how one gets there, what they need of the rest, and what is offered at the start."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.errors import LibraryError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.library_worker import LibraryWorker
from app.jobs.queue_item import QueueItem
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.library import Library
from app.speech.events import Event, SegmentDone
from app.speech.redecode import RedecodeRequest
from app.ui.editor.editor_page import EditorPage
from app.ui.widgets.banner import Banner

from .entries_model import EntryRow
from .export_dialog import ExportDialog
from .library_page import LibraryPage


class LibraryController(QObject):
    """Owns the two pages. ``resume_banner`` is a banner of its own, which no other message pushes away."""

    left = Signal()  # back to what is being transcribed
    item_wanted = Signal(object)  # QueueItem: the entry is being worked on, and is watched there
    open_changed = Signal(bool)

    def __init__(
        self,
        pages: QStackedWidget,
        background_tasks: BackgroundTasks,
        library_worker: LibraryWorker,
        queue: TranscriptionQueue,
        offers_banner: Banner,
    ) -> None:
        super().__init__(pages)
        self._pages, self._library_worker, self._queue, self._offers_banner = (
            pages,
            library_worker,
            queue,
            offers_banner,
        )
        self.library_page = LibraryPage(library_worker)
        self.editor = EditorPage(background_tasks, library_worker, queue)
        for page in (self.library_page, self.editor):
            pages.addWidget(page)
        self._from_library = True
        self.library_page.open_wanted.connect(self._on_open_wanted)
        self.library_page.resume_wanted.connect(self.resume)
        self.library_page.export_wanted.connect(self._on_export_wanted)
        self.library_page.reveal_wanted.connect(show_in_file_manager)
        self.editor.export_wanted.connect(self._on_export_wanted)
        self.editor.back_wanted.connect(self.show_library)
        self.editor.find_source_wanted.connect(self._on_find_source_wanted)
        library_worker.failed.connect(self.library_page.banner.show_error)
        queue.item_changed.connect(self.library_page.refresh)
        queue.reported.connect(self._on_reported)
        pages.currentChanged.connect(lambda _index: self.open_changed.emit(self.is_open))

    @property
    def is_open(self) -> bool:
        """Whether one of the two pages is what is seen."""
        return self._pages.currentWidget() in (self.library_page, self.editor)

    def start(self) -> None:
        """After the start: what the library has to say, what was cut short last time, and what has been deleted long enough."""
        self._library_worker.submit(
            lambda history: (history.recovery_notice, history.list_interrupted()),
            self._on_started,
            self._offers_banner.show_error,
        )
        self._library_worker.submit_with_library(_purge_deleted)

    @Slot()
    def show_library(self) -> None:
        self.editor.close_entry()
        self._pages.setCurrentWidget(self.library_page)
        self.library_page.focus_search()

    @Slot()
    def toggle(self) -> None:
        """To the library, or back from it."""
        if self._pages.currentWidget() is self.library_page:
            self.left.emit()
        else:
            self.show_library()

    def editor_or_window(self, in_editor: Callable[[], object], in_window: Callable[[], object]) -> Callable[[], None]:
        """What a key does: the one thing in the editor, nothing in the library, the other in the rest of the window."""

        def act() -> None:
            if not self.is_open:
                in_window()
            elif self._pages.currentWidget() is self.editor:
                in_editor()

        return act

    def edit(self, item: QueueItem) -> None:
        """Correct what was just transcribed."""
        self._show_entry(item.uid)

    @Slot(object, object)
    def redecode(self, item: QueueItem, request: RedecodeRequest) -> None:
        """Denoise again, in the editor, around a word that was typed beside the canvas."""
        self.editor.redecode_controller.redecode_when_opened(item.uid, request)
        self._show_entry(item.uid)

    @Slot(object)
    def resume(self, entry: Entry) -> None:
        """Go on where a transcription stopped."""
        self._queue.resume(entry)
        self.library_page.refresh()

    @Slot(object, object)
    def _on_reported(self, item: QueueItem, event: Event) -> None:
        """What is worked on may be open in the editor: begun there, it was resumed meanwhile."""
        if isinstance(event, SegmentDone) and not event.resumed:
            self.editor.append_segment(item.uid, event.segment)

    def _show_entry(self, uid: str, position: int | None = None) -> None:
        self._pages.setCurrentWidget(self.editor)
        self.editor.open(uid, position)

    @Slot(object)
    def _on_open_wanted(self, row: EntryRow) -> None:
        item = next((item for item in self._queue.unfinished if item.uid == row.entry.uid), None)
        if item is not None:
            self.item_wanted.emit(item)
        else:
            self._show_entry(row.entry.uid, row.hit.position if row.hit else None)

    def _on_started(self, found: tuple[LibraryError | None, list[Entry]]) -> None:
        complaint, resumable = found
        if complaint is not None:
            self.library_page.banner.show_error(complaint)
            self._offers_banner.show_error(complaint)
        elif resumable:
            self._offers_banner.show_message(
                lambda: self.tr("%n transcription(s) were cut short last time.", "", len(resumable)),
                lambda: self.tr("Go on where it stopped"),
                lambda: self._resume_all(resumable),
                is_note=True,
            )

    def _resume_all(self, entries: list[Entry]) -> None:
        for entry in entries:
            self.resume(entry)

    @Slot(object)
    def _on_export_wanted(self, uids: list[str]) -> None:
        ExportDialog(self._library_worker, uids, self._pages.window()).show()

    @Slot(object)
    def _on_find_source_wanted(self, entry: Entry) -> None:
        parent: QWidget = self._pages.window()
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Where is {file}?").format(file=entry.source.name))
        if name:
            self._library_worker.submit(
                lambda history: history.relink(entry.uid, Path(name)),
                lambda _none: self.editor.open(entry.uid),
                self.editor.banner.show_error,
            )


def show_in_file_manager(entry: Entry) -> None:
    """Show a source in the system's file manager."""
    if sys.platform == "win32":
        QProcess.startDetached("explorer", ["/select,", str(entry.source)])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(entry.source)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(entry.source.parent)))


def _purge_deleted(library: Library) -> None:
    """What was deleted long ago goes for good, its replays too."""
    for uid in library.store.purge():
        library.replays.delete(uid)
