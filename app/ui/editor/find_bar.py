"""Find and replace bar above the text."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from app.transcript import find
from app.transcript.find import FindQuery, Match
from app.ui.canvas.controls import Pill
from app.ui.menus.actions import with_shortcut
from app.ui.widgets.translation_mixin import TranslationMixin

from .edit_session import EditSession


class FindBar(TranslationMixin, QFrame):
    """Searches the segments of an edit session and replaces in them. Hidden until ``open_bar``."""

    matches_changed = Signal(object)  # list[Match]
    match_shown = Signal(object)  # Match: the current one
    closed = Signal()

    def __init__(self, edit_session: EditSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit_session = edit_session
        self._matches: list[Match] = []
        self._index = -1
        self._invalid_pattern = False
        self.find_field, self.replace_field = QLineEdit(), QLineEdit()
        for field in (self.find_field, self.replace_field):
            field.setAcceptDrops(False)  # dropped files belong to the window
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        self.count.setMinimumWidth(70)
        self.match_case, self.whole_words, self.regex = (Pill("") for _ in range(3))
        self.previous_button, self.next_button, self.close_button = (QPushButton(sign) for sign in "‹›✕")
        self.replace_one_button, self.replace_all_button = QPushButton(), QPushButton()
        for pill in (self.match_case, self.whole_words, self.regex):
            pill.setCheckable(True)
            pill.toggled.connect(self.search)
        steps = (self.previous_button, self.next_button)
        for button in (*steps, self.replace_one_button, self.replace_all_button, self.close_button):
            button.setProperty("look", "quiet")
        self.find_field.textChanged.connect(self.search)
        self.find_field.returnPressed.connect(self.show_next)
        self.replace_field.returnPressed.connect(self.replace_one)
        self.previous_button.clicked.connect(lambda: self._move_by(-1))
        self.next_button.clicked.connect(self.show_next)
        self.replace_one_button.clicked.connect(self.replace_one)
        self.replace_all_button.clicked.connect(self.replace_all)
        self.close_button.clicked.connect(self.close_bar)
        edit_session.changed.connect(self._update_matches)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        find_row, replace_row = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (find_row, (*steps, self.count)),
            (replace_row, (self.replace_one_button, self.replace_all_button)),
        ):
            row.setSpacing(4)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        for pill in (self.match_case, self.whole_words, self.regex):
            find_row.addWidget(pill)
        find_row.addWidget(self.close_button)
        grid.addWidget(self.find_field, 0, 0)
        grid.addLayout(find_row, 0, 1)
        grid.addWidget(self.replace_field, 1, 0)
        grid.addLayout(replace_row, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()
        self.hide()

    @property
    def query(self) -> FindQuery:
        return FindQuery(
            self.find_field.text(), self.match_case.isChecked(), self.whole_words.isChecked(), self.regex.isChecked()
        )

    def open_bar(self, text: str = "") -> None:
        """Show the bar and search ``text``, or the previous text where it is empty."""
        self.show()
        if text:
            self.find_field.setText(text)
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()
        self.search()

    @Slot()
    def close_bar(self) -> None:
        self.hide()
        self.matches_changed.emit([])
        self.closed.emit()

    @Slot()
    def search(self) -> None:
        """Find all matches and show the first."""
        self._find_all()
        self._index = -1
        if self._matches:
            self._move_by(1)
        self._show_status()

    @Slot()
    def show_next(self) -> None:
        """Show the next match; after the last the first."""
        self._move_by(1)

    @Slot()
    def replace_one(self) -> None:
        """Replace the current match and show the next."""
        if not 0 <= self._index < len(self._matches):
            return
        query, match, replacement, index = (
            self.query,
            self._matches[self._index],
            self.replace_field.text(),
            self._index,
        )
        if query.is_regex:
            groups = query.pattern.match(self._edit_session.segments[match.segment_index].text, match.start)
            try:
                replacement = groups.expand(replacement) if groups else replacement
            except (re.error, IndexError):
                self._show_invalid_pattern()
                return
        self._edit_session.apply(lambda segments: find.replace_one(segments, match, replacement), self.tr("Replace"))
        self._index = index - 1
        self._move_by(1)

    @Slot()
    def replace_all(self) -> None:
        query, replacement = self.query, self.replace_field.text()
        try:
            self._edit_session.apply(
                lambda segments: find.replace_all(segments, query, replacement)[0], self.tr("Replace all")
            )
        except (re.error, IndexError):
            self._show_invalid_pattern()

    def _show_invalid_pattern(self) -> None:
        self._invalid_pattern = True
        self._show_status()

    @Slot()
    def _update_matches(self) -> None:
        if self.isVisible():
            self._find_all()
            self._index = min(self._index, len(self._matches) - 1)
            self._show_status()

    def _find_all(self) -> None:
        try:
            self._matches, self._invalid_pattern = find.find_all(self._edit_session.segments, self.query), False
        except re.error:
            self._matches, self._invalid_pattern = [], True
        self.matches_changed.emit(self._matches)

    def _move_by(self, offset: int) -> None:
        if self._matches:
            self._index = (self._index + offset) % len(self._matches)
            self.match_shown.emit(self._matches[self._index])
            self._show_status()

    def _show_status(self) -> None:
        if self._invalid_pattern:
            text = self.tr("Not a valid pattern")
        elif not self.find_field.text():
            text = ""
        elif not self._matches:
            text = self.tr("Not found")
        else:
            text = self.tr("{number} of {count}").format(number=self._index + 1, count=len(self._matches))
        self.count.setText(text)
        for button in (self.previous_button, self.next_button, self.replace_one_button, self.replace_all_button):
            button.setEnabled(bool(self._matches))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim Esc, which has a shortcut of its own in the window."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def _retranslate(self) -> None:
        for field, name in ((self.find_field, self.tr("Find")), (self.replace_field, self.tr("Replace with"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
        self.match_case.setText("Aa")
        self.whole_words.setText(self.tr("Words"))
        self.regex.setText(".*")
        for button, name in (
            (self.match_case, self.tr("Match case")),
            (self.whole_words, self.tr("Whole words only")),
            (self.regex, self.tr("Regular expression")),
            (self.previous_button, self.tr("Previous")),
            (self.next_button, with_shortcut(self.tr("Next"), "Return")),
            (self.close_button, with_shortcut(self.tr("Close"), "Esc")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.replace_one_button.setText(self.tr("Replace"))
        self.replace_all_button.setText(self.tr("Replace all"))
        self._show_status()
