"""The library's page: searched as one types, and everything that can be done to an entry one key away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.jobs.library_worker import Clerk
from app.library.store import History
from app.ui.formatting import decimal
from app.ui.menus.actions import with_keys
from app.ui.widgets.banner import Banner

from .entries_model import EntriesModel
from .entries_view import EntriesView
from .filter_bar import Filters

LOOK_AGAIN_MS = 400


class LibraryPage(QWidget):
    open_wanted = Signal(object)  # Row
    resume_wanted = Signal(object)  # Entry
    export_wanted = Signal(object)  # list[str] of uids
    reveal_wanted = Signal(object)  # Entry

    def __init__(self, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clerk = clerk
        self._count: int | None = None
        self.entries = EntriesModel(clerk, self)
        self.list = EntriesView(self.entries)
        self.filters = Filters()
        self.banner = Banner()
        self.title = QLabel()
        self.title.setObjectName("pageTitle")
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        self.export = QPushButton()
        self._soon = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._soon.timeout.connect(self._look)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_count()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.export)
        self._empty = _Empty()
        self._nothing = _Empty()
        self.stack = QStackedWidget()
        for page in (self.list, self._empty, self._nothing):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._acts: dict[str, QAction] = {}
        for name, keys, do in (
            ("open", "", lambda: self.list._open(self.list.currentIndex())),
            ("resume", "", self._resume),
            ("rename", "F2", lambda: self.list.edit(self.list.currentIndex())),
            ("tags", "Ctrl+Shift+T", self._ask_for_tags),
            ("export", "Ctrl+E", self._export),
            ("reveal", "Ctrl+Shift+R", self._reveal),
            ("delete", "Del", self.delete_chosen),
        ):
            action = QAction(self)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, do=do: do())
            self.list.addAction(action)
            self._acts[name] = action
        self.export.clicked.connect(self._export)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.focus_search)
        self.filters.changed.connect(self._look)
        self.filters.search.returnPressed.connect(self._go_to_list)
        self.filters.left.connect(self._go_to_list)
        self.entries.answered.connect(self._show_count)
        self.entries.modelReset.connect(self._on_chosen)
        self.entries.failed.connect(self.banner.say_error)
        self.list.open_wanted.connect(self.open_wanted)
        self.list.customContextMenuRequested.connect(self._on_menu_wanted)
        self.list.selectionModel().selectionChanged.connect(self._on_chosen)
        self._nothing.button.clicked.connect(self.filters.clear)
        self._on_chosen()

    # --- what a person does

    def focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def look_again(self) -> None:
        """Something changed in the library; a moment later is soon enough, and only where it is seen."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def delete_chosen(self) -> None:
        """Put what is selected aside; one press brings it back."""
        uids = self.list.chosen_uids
        if not uids:
            return
        row = self.list.currentIndex().row()

        def gone(_none: object) -> None:
            self.banner.say(
                lambda: self.tr("%n transcript(s) deleted.", "", len(uids)),
                lambda: self.tr("Undo"),
                lambda: self._change(lambda history: history.restore(uids)),
                note=True,
            )
            self._look(lambda: self.list.setCurrentIndex(self.entries.index(min(row, self.entries.rowCount() - 1))))

        self._clerk.ask(lambda history: history.delete(uids), gone, self.banner.say_error)

    @Slot()
    def _export(self) -> None:
        if self.list.chosen_uids:
            self.export_wanted.emit(self.list.chosen_uids)

    def _resume(self) -> None:
        for entry in self.list.chosen:
            if entry.resumable:
                self.resume_wanted.emit(entry)

    def _reveal(self) -> None:
        for entry in self.list.chosen[:1]:
            self.reveal_wanted.emit(entry)

    def _ask_for_tags(self) -> None:
        for entry in self.list.chosen[:1]:
            dialog = QInputDialog(self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.setWindowTitle(self.tr("Tags"))
            dialog.setLabelText(self.tr("Tags of “{title}”, with commas between them:").format(title=entry.title))
            dialog.setTextValue(", ".join(entry.tags))
            dialog.textValueSelected.connect(lambda text, uid=entry.uid: self.tag(uid, text))
            dialog.resize(420, dialog.sizeHint().height())
            dialog.open()

    def tag(self, uid: str, text: str) -> None:
        """Give an entry the tags of a text with commas."""
        self.entries.tag(uid, text.replace("，", ",").replace("、", ",").split(","))
        self._ask_known()

    def _change(self, work: Callable[[History], object]) -> None:
        self._clerk.ask(work, lambda _none: self._look(), self.banner.say_error)

    # --- showing

    @Slot()
    def _look(self, done: Callable[[], None] | None = None) -> None:
        chosen = self.list.chosen_uids
        current = self.list.currentIndex().row()
        top = self.list.verticalScrollBar().value()
        again = self.filters.wanted == self.entries.wanted
        self.entries.look(self.filters.wanted)
        self._ask_known()

        def settle(_none: object) -> None:
            if again and chosen and not self.list.selectedIndexes() and done is None:
                rows = [row for uid in chosen if (row := self.entries.row_of(uid)) >= 0]
                self.list.setCurrentIndex(self.entries.index(min(rows, default=current)))
            if again:
                self.list.verticalScrollBar().setValue(top)
            if done is not None:
                done()

        self._clerk.ask(lambda _history: None, settle)  # answered after the search

    def _ask_known(self) -> None:
        self._clerk.ask(
            lambda history: [history.known(name) for name in ("language", "model", "tag")],
            lambda known: self.filters.show_known(*known),
            self.banner.say_error,
        )

    @Slot()
    def _show_count(self) -> None:
        if self.entries.wanted == self.filters.wanted or self._count is not None:
            self._count = self.entries.rowCount()
        if self._count:
            self.stack.setCurrentWidget(self.list)
        else:
            self.stack.setCurrentWidget(self._nothing if self.filters.narrow else self._empty)
        self.filters.setVisible(bool(self._count) or self.filters.narrow)
        self._retranslate()

    @Slot()
    def _go_to_list(self) -> None:
        if self.entries.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.entries.index(0))

    @Slot()
    def _on_chosen(self) -> None:
        count = len(self.list.selectedIndexes())
        for name, action in self._acts.items():
            action.setEnabled(count == 1 or (count > 1 and name in ("delete", "export", "resume")))
        self.export.setEnabled(count > 0)

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        if not self.list.indexAt(place).isValid():
            return
        self._acts["resume"].setVisible(any(entry.resumable for entry in self.list.chosen))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("open", "resume", "rename", "tags", "export", "reveal"):
            menu.addAction(self._acts[name])
        menu.addSeparator()
        menu.addAction(self._acts["delete"])
        menu.popup(self.list.viewport().mapToGlobal(place))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Library"))
        count = self._count or 0
        self.count.setText(self.tr("%n transcript(s)", "", count).replace(str(count), decimal(count)) if count else "")
        self.export.setText(self.tr("Export…"))
        self.export.setToolTip(with_keys(self.tr("Export the selected transcripts"), "Ctrl+E"))
        for name, text in (
            ("open", self.tr("Open")),
            ("resume", self.tr("Go on where it stopped")),
            ("rename", self.tr("Rename")),
            ("tags", self.tr("Tags…")),
            ("export", self.tr("Export…")),
            ("reveal", self.tr("Show in the file manager")),
            ("delete", self.tr("Delete")),
        ):
            self._acts[name].setText(text)
        self._empty.say(
            self.tr("Everything you transcribe is kept here."),
            self.tr("Record something or drop a file: it can be searched, heard and corrected later."),
        )
        self._nothing.say(
            self.tr("Nothing was found."),
            self.tr("Fewer words or another filter may find more."),
            self.tr("Show everything"),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Empty(QWidget):
    """Said where a list would be."""

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

    def say(self, title: str, lead: str, button: str = "") -> None:
        self._title.setText(title)
        self._lead.setText(lead)
        self.button.setText(button)
        self.button.setVisible(bool(button))
