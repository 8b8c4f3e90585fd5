"""Library page: search as you type, and every action on an entry by a key or the context menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.jobs.library_worker import LibraryWorker
from app.library.store import TranscriptStore
from app.ui.formatting import decimal
from app.ui.menus.actions import with_shortcut
from app.ui.widgets.banner import Banner
from app.ui.widgets.menu import Menu
from app.ui.widgets.translation_mixin import TranslationMixin

from .entries_model import EntriesModel
from .entries_view import EntriesView
from .filter_bar import FilterBar

REFRESH_DELAY_MS = 400


class LibraryPage(TranslationMixin, QWidget):
    """Lists the entries; changes them itself, and requests from its controller what concerns other pages."""

    open_requested = Signal(object)  # EntryRow
    resume_requested = Signal(object)  # Entry
    export_requested = Signal(object)  # list[str] of uids
    reveal_requested = Signal(object)  # Entry

    def __init__(self, library_worker: LibraryWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library_worker = library_worker
        self._count: int | None = None
        self.entries = EntriesModel(library_worker, self)
        self.list = EntriesView(self.entries)
        self.filter_bar = FilterBar()
        self.banner = Banner()
        self.title = QLabel()
        self.title.setObjectName("pageTitle")
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        self.export = QPushButton()
        self._refresh_timer = QTimer(self, singleShot=True, interval=REFRESH_DELAY_MS)
        self._refresh_timer.timeout.connect(self._search)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_count()

    def _lay_out(self) -> None:
        top_row = QHBoxLayout()
        top_row.setSpacing(12)
        top_row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        top_row.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBaseline)
        top_row.addWidget(self.export)
        self.empty = _Placeholder()
        self.no_match = _Placeholder()
        self.stack = QStackedWidget()
        for page in (self.list, self.empty, self.no_match):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 0)
        column.setSpacing(12)
        column.addLayout(top_row)
        column.addWidget(self.filter_bar)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._actions: dict[str, QAction] = {}
        for name, shortcut, slot in (
            ("open", "", lambda: self.list.open_index(self.list.currentIndex())),
            ("resume", "", self._resume),
            ("rename", "F2", lambda: self.list.edit(self.list.currentIndex())),
            ("tags", "Ctrl+Shift+T", self._ask_for_tags),
            ("export", "Ctrl+E", self._export),
            ("reveal", "Ctrl+Shift+R", self._reveal),
            ("delete", "Del", self.delete_selected),
        ):
            action = QAction(self)
            if shortcut:
                action.setShortcut(QKeySequence(shortcut))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
            self.list.addAction(action)
            self._actions[name] = action
        self.export.clicked.connect(self._export)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.focus_search)
        self.filter_bar.changed.connect(self._search)
        self.filter_bar.search.returnPressed.connect(self._go_to_list)
        self.filter_bar.list_requested.connect(self._go_to_list)
        self.entries.search_finished.connect(self._show_count)
        self.entries.modelReset.connect(self._on_selection_changed)
        self.entries.failed.connect(self.banner.show_error)
        self.list.open_requested.connect(self.open_requested)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.no_match.button.clicked.connect(self.filter_bar.clear)
        self._on_selection_changed()

    # --- user actions

    def focus_search(self) -> None:
        self.filter_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.search.selectAll()

    def refresh(self) -> None:
        """Repeat the search shortly, because the library has changed; only if the page is visible."""
        if self.isVisible() and not self._refresh_timer.isActive():
            self._refresh_timer.start()

    @Slot()
    def delete_selected(self) -> None:
        """Delete the selected entries, and offer to undo that."""
        uids = self.list.selected_uids
        if not uids:
            return
        row = self.list.currentIndex().row()

        def on_deleted(_none: object) -> None:
            self.banner.show_message(
                lambda: self.tr("%n transcript(s) deleted.", "", len(uids)),
                lambda: self.tr("Undo"),
                lambda: self._submit_change(lambda store: store.restore(uids)),
                is_note=True,
            )
            self._search(lambda: self.list.setCurrentIndex(self.entries.index(min(row, self.entries.rowCount() - 1))))

        self._library_worker.submit(lambda store: store.delete(uids), on_deleted, self.banner.show_error)

    @Slot()
    def _export(self) -> None:
        if self.list.selected_uids:
            self.export_requested.emit(self.list.selected_uids)

    def _resume(self) -> None:
        for entry in self.list.selected_entries:
            if entry.resumable:
                self.resume_requested.emit(entry)

    def _reveal(self) -> None:
        for entry in self.list.selected_entries[:1]:
            self.reveal_requested.emit(entry)

    def _ask_for_tags(self) -> None:
        for entry in self.list.selected_entries[:1]:
            dialog = QInputDialog(self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.setWindowTitle(self.tr("Tags"))
            dialog.setLabelText(self.tr("Tags of “{title}”, separated by commas:").format(title=entry.title))
            dialog.setTextValue(", ".join(entry.tags))
            dialog.textValueSelected.connect(lambda text, uid=entry.uid: self.set_tags(uid, text))
            dialog.resize(420, dialog.sizeHint().height())
            dialog.open()

    def set_tags(self, uid: str, text: str) -> None:
        """Set the tags of an entry to those in a comma-separated text."""
        self.entries.set_tags(uid, text.replace("，", ",").replace("、", ",").split(","))
        self._fetch_filter_values()

    def _submit_change(self, work: Callable[[TranscriptStore], object]) -> None:
        self._library_worker.submit(work, lambda _none: self._search(), self.banner.show_error)

    # --- display

    @Slot()
    def _search(self, on_shown: Callable[[], None] | None = None) -> None:
        """Search; where the query has not changed, selection and scroll position stay. ``on_shown`` is called last."""
        selected = self.list.selected_uids
        current = self.list.currentIndex().row()
        scroll_position = self.list.verticalScrollBar().value()
        is_refresh = self.filter_bar.query == self.entries.query
        self.entries.search(self.filter_bar.query)
        self._fetch_filter_values()

        def restore(_none: object) -> None:
            if is_refresh and selected and not self.list.selectedIndexes() and on_shown is None:
                rows = [row for uid in selected if (row := self.entries.row_of(uid)) >= 0]
                self.list.setCurrentIndex(self.entries.index(min(rows, default=current)))
            if is_refresh:
                self.list.verticalScrollBar().setValue(scroll_position)
            if on_shown is not None:
                on_shown()

        self._library_worker.submit(lambda _store: None, restore)  # the worker answers in order: after the search

    def _fetch_filter_values(self) -> None:
        self._library_worker.submit(
            lambda store: [store.distinct(name) for name in ("language", "model", "tag")],
            lambda values: self.filter_bar.show_values(*values),
            self.banner.show_error,
        )

    @Slot()
    def _show_count(self) -> None:
        if self.entries.query == self.filter_bar.query or self._count is not None:
            self._count = self.entries.rowCount()
        if self._count:
            self.stack.setCurrentWidget(self.list)
        else:
            self.stack.setCurrentWidget(self.no_match if self.filter_bar.is_filtering else self.empty)
        self.filter_bar.setVisible(bool(self._count) or self.filter_bar.is_filtering)
        self._retranslate()

    @Slot()
    def _go_to_list(self) -> None:
        if self.entries.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.entries.index(0))

    @Slot()
    def _on_selection_changed(self) -> None:
        count = len(self.list.selectedIndexes())
        for name, action in self._actions.items():
            action.setEnabled(count == 1 or (count > 1 and name in ("delete", "export", "resume")))
        self.export.setEnabled(count > 0)

    @Slot(QPoint)
    def _on_menu_requested(self, position: QPoint) -> None:
        if not self.list.indexAt(position).isValid():
            return
        self._actions["resume"].setVisible(any(entry.resumable for entry in self.list.selected_entries))
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("open", "resume", "rename", "tags", "export", "reveal"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["delete"])
        menu.popup(self.list.viewport().mapToGlobal(position))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._search()

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Library"))
        count = self._count or 0
        self.count.setText(self.tr("%n transcript(s)", "", count).replace(str(count), decimal(count)) if count else "")
        self.export.setText(self.tr("Export…"))
        self.export.setToolTip(with_shortcut(self.tr("Export the selected transcripts"), "Ctrl+E"))
        for name, text in (
            ("open", self.tr("Open")),
            ("resume", self.tr("Resume")),
            ("rename", self.tr("Rename")),
            ("tags", self.tr("Tags…")),
            ("export", self.tr("Export…")),
            ("reveal", self.tr("Show in folder")),
            ("delete", self.tr("Delete")),
        ):
            self._actions[name].setText(text)
        self.empty.show_text(
            self.tr("Your transcripts are stored here."),
            self.tr("Record something or drop a file. You can search, play and correct it later."),
        )
        self.no_match.show_text(
            self.tr("No results"),
            self.tr("Try fewer words or another filter."),
            self.tr("Show all"),
        )


class _Placeholder(QWidget):
    """Title, text and perhaps a button, shown instead of an empty list."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._lead, self.button = QLabel(), QLabel(), QPushButton()
        self._title.setObjectName("pageTitle")
        self._lead.setObjectName("lead")
        self._lead.setWordWrap(True)
        self._lead.setMinimumWidth(420)
        self.button.setProperty("look", "link")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._title, self._lead):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_text(self, title: str, lead: str, button: str = "") -> None:
        self._title.setText(title)
        self._lead.setText(lead)
        self.button.setText(button)
        self.button.setVisible(bool(button))
