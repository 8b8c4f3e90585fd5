"""Controller of the library and the editor page: navigation between them, and their requests to the queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.errors import LibraryError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.library_worker import LibraryWorker
from app.jobs.queue_item import QueueItem
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry, EntryQuery
from app.library.library import Library
from app.library.store import TranscriptStore
from app.speech.events import Event, SegmentDone
from app.speech.redecode import RedecodeRequest
from app.transcript import edits
from app.ui.editor.editor_page import EditorPage
from app.ui.editor.redecode_controller import AvailableModels
from app.ui.file_manager import show_in_file_manager
from app.ui.widgets.banner import Banner

from .entries_model import EntryRow
from .entries_view import searched_words
from .library_page import LibraryPage


class LibraryController(QObject):
    """Owns the two pages. ``resume_banner`` is used by nothing else, so that no other message replaces its offer."""

    left = Signal()  # the library was left for the transcription page
    item_requested = Signal(
        object
    )  # QueueItem: an entry that is being transcribed, to be shown on the transcription page
    open_changed = Signal(bool)

    def __init__(
        self,
        pages: QStackedWidget,
        background_tasks: BackgroundTasks,
        library_worker: LibraryWorker,
        queue: TranscriptionQueue,
        resume_banner: Banner,
        spectrograms_folder: Path,
    ) -> None:
        super().__init__(pages)
        self._pages, self._library_worker = pages, library_worker
        self._queue, self._resume_banner = queue, resume_banner
        self.library_page = LibraryPage(library_worker)
        self.editor = EditorPage(background_tasks, library_worker, spectrograms_folder, queue)
        for page in (self.library_page, self.editor):
            pages.addWidget(page)
        self.library_page.open_requested.connect(self._on_open_requested)
        self.library_page.resume_requested.connect(self.resume)
        self.library_page.export_requested.connect(self._on_export_requested)
        self.library_page.reveal_requested.connect(lambda entry: show_in_file_manager(entry.source))
        self.editor.export_requested.connect(self._on_export_requested)
        self.editor.back_requested.connect(self.show_library)
        self.editor.find_source_requested.connect(self._on_find_source_requested)
        library_worker.failed.connect(self.library_page.banner.show_error)
        queue.item_changed.connect(self.library_page.refresh)
        session = self.editor.edit_session
        session.changed.connect(lambda: queue.show_segments(session.uid, session.segments))
        queue.reported.connect(self._on_reported)
        pages.currentChanged.connect(lambda _index: self.open_changed.emit(self.is_open))

    @property
    def is_open(self) -> bool:
        """Whether the library or the editor is the current page."""
        return self._pages.currentWidget() in (self.library_page, self.editor)

    def start(self) -> None:
        """Show the store's recovery notice or offer to resume interrupted entries, and purge what was deleted long ago."""
        self._library_worker.submit(
            lambda store: (store.recovery_notice, store.list_interrupted()),
            self._on_started,
            self._resume_banner.show_error,
        )
        self._library_worker.submit_with_library(_purge_deleted)

    @Slot()
    def show_library(self) -> None:
        self.editor.close_entry()
        self._pages.setCurrentWidget(self.library_page)
        self.library_page.focus_search()

    @Slot()
    def toggle(self) -> None:
        """Show the library, or leave it."""
        if self._pages.currentWidget() is self.library_page:
            self.left.emit()
        else:
            self.show_library()

    def editor_or_window(self, in_editor: Callable[[], object], in_window: Callable[[], object]) -> Callable[[], None]:
        """Return a slot for a shortcut: it does nothing on the library page."""

        def run() -> None:
            if not self.is_open:
                in_window()
            elif self._pages.currentWidget() is self.editor:
                in_editor()

        return run

    def edit(self, item: QueueItem) -> None:
        """Open the entry of a finished item in the editor."""
        self.show_entry(item.uid)

    @Slot(object)
    def check(self, item: QueueItem) -> None:
        """Open the entry of a finished item in the editor, at the first word to check."""
        self.editor.check_when_opened(item.uid)
        self.show_entry(item.uid)

    @Slot(object)
    def export(self, item: QueueItem) -> None:
        """Offer to export the entry of a finished item."""
        self._on_export_requested([item.uid])

    @Slot(object, object)
    def redecode(self, item: QueueItem, request: RedecodeRequest) -> None:
        """Open the entry of an item and redecode it around a word that was typed beside the canvas."""
        self.editor.redecode_controller.redecode_when_opened(item.uid, request)
        self.show_entry(item.uid)

    @Slot(object, object)
    def replace_word(self, item: QueueItem, request: RedecodeRequest) -> None:
        """Put the typed text of a request in place of its words, in the library and in the queue.

        Nothing is done where the segment was changed meanwhile.
        """
        before = tuple(item.segments)
        if request.segment not in before:
            return
        index = before.index(request.segment)
        after = edits.replace_words(before, index, *request.word_range, request.typed or "")
        label = self.tr("Replace")
        self._library_worker.submit(
            lambda store: store.edit(item.uid, before, after, label),
            lambda _none: self._queue.show_segments(item.uid, after),
        )

    @Slot(object)
    def resume(self, entry: Entry) -> None:
        """Queue an interrupted entry, to continue where it stopped."""
        self._queue.resume(entry)
        self.library_page.refresh()

    def set_available_models(self, models: AvailableModels) -> None:
        """Offer these models for redecoding in the editor."""
        self.editor.set_available_models(models)

    @Slot(object, object)
    def _on_reported(self, item: QueueItem, event: Event) -> None:
        """Append the new segments of a resumed entry that is open in the editor."""
        if isinstance(event, SegmentDone) and not event.resumed:
            self.editor.append_segment(item.uid, event.segment)

    def show_entry(self, uid: str, position: int | None = None, searched: Sequence[str] = ()) -> None:
        """Open an entry in the editor, with the cursor at segment ``position`` and the searched words marked."""
        self._pages.setCurrentWidget(self.editor)
        self.editor.open(uid, position, searched)

    def load_recent(self, count: int, show: Callable[[list[Entry]], None]) -> None:
        """Load at most ``count`` entries that have a text, the newest first."""

        def read(store: TranscriptStore) -> list[Entry]:
            entries = store.entries(store.find(EntryQuery())[: 4 * count])
            return [entry for entry in entries if entry.preview][:count]

        self._library_worker.submit(read, show, lambda _error: None)  # the library's page tells what is wrong with it

    @Slot(object)
    def _on_open_requested(self, row: EntryRow) -> None:
        item = next((item for item in self._queue.unfinished if item.uid == row.entry.uid), None)
        if item is not None:
            self.item_requested.emit(item)
        else:
            searched = searched_words(self.library_page.entries.query.text) if row.hit else []
            self.show_entry(row.entry.uid, row.hit.position if row.hit else None, searched)

    def _on_started(self, status: tuple[LibraryError | None, list[Entry]]) -> None:
        recovery_notice, interrupted = status
        if recovery_notice is not None:
            self.library_page.banner.show_error(recovery_notice)
            self._resume_banner.show_error(recovery_notice)
        elif interrupted:
            self._resume_banner.show_message(
                lambda: self.tr("%n transcription(s) were interrupted.", "", len(interrupted)),
                lambda: self.tr("Resume"),
                lambda: self._resume_all(interrupted),
                is_note=True,
            )
            self._resume_banner.dismissed.connect(lambda: self._decline(interrupted))

    def _decline(self, entries: list[Entry]) -> None:
        """Do not offer these again at the next start; the library still can resume them."""

        def decline(store: TranscriptStore) -> None:
            for entry in entries:
                store.mark_ended(entry.uid, "cancelled")

        self._library_worker.submit(decline)

    def _resume_all(self, entries: list[Entry]) -> None:
        for entry in entries:
            self.resume(entry)

    @Slot(object)
    def _on_export_requested(self, uids: list[str]) -> None:
        from .export_dialog import ExportDialog

        ExportDialog(self._library_worker, uids, self._pages.window()).show()

    @Slot(object)
    def _on_find_source_requested(self, entry: Entry) -> None:
        parent: QWidget = self._pages.window()
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Where is {file}?").format(file=entry.source.name))
        if name:
            self._library_worker.submit(
                lambda store: store.relink(entry.uid, Path(name)),
                lambda _none: self.editor.open(entry.uid),
                self.editor.banner.show_error,
            )


def _purge_deleted(library: Library) -> None:
    """Remove entries that were deleted long ago, with their replays."""
    for uid in library.store.purge():
        library.replays.delete(uid)
