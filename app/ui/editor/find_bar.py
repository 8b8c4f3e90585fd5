"""Find and replace, in one line above the text."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.transcript import find
from app.transcript.find import Find, Match
from app.ui.canvas.controls import Pill
from app.ui.menus.actions import with_keys

from .edit_session import Corrections


class FindBar(QFrame):
    """Hidden until it is asked for."""

    found = Signal(object)  # list[Match]: all there are
    shown = Signal(object)  # Match: the one to look at
    closed = Signal()

    def __init__(self, corrections: Corrections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrections = corrections
        self._matches: list[Match] = []
        self._at = -1
        self._wrong = False
        self.text, self.by = QLineEdit(), QLineEdit()
        for field in (self.text, self.by):
            field.setAcceptDrops(False)  # dropped files belong to the window
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        self.count.setMinimumWidth(70)
        self.case, self.words, self.regular = (Pill("") for _ in range(3))
        self.back, self.onward, self.one, self.all, self.end = (QPushButton() for _ in range(5))
        for pill in (self.case, self.words, self.regular):
            pill.setCheckable(True)
            pill.toggled.connect(self.look)
        for button in (self.back, self.onward, self.one, self.all, self.end):
            button.setProperty("look", "quiet")
        self.end.setText("✕")
        self.back.setText("‹")
        self.onward.setText("›")
        self.text.textChanged.connect(self.look)
        self.text.returnPressed.connect(self.go_on)
        self.by.returnPressed.connect(self.replace_one)
        self.back.clicked.connect(lambda: self._go(-1))
        self.onward.clicked.connect(self.go_on)
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        self.end.clicked.connect(self.close_bar)
        corrections.changed.connect(self._look_again)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        finding, replacing = QHBoxLayout(), QHBoxLayout()
        for row, widgets in ((finding, (self.back, self.onward, self.count)), (replacing, (self.one, self.all))):
            row.setSpacing(4)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        for pill in (self.case, self.words, self.regular):
            finding.addWidget(pill)
        finding.addWidget(self.end)
        grid.addWidget(self.text, 0, 0)
        grid.addLayout(finding, 0, 1)
        grid.addWidget(self.by, 1, 0)
        grid.addLayout(replacing, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._retranslate()
        self.hide()

    @property
    def wanted(self) -> Find:
        return Find(self.text.text(), self.case.isChecked(), self.words.isChecked(), self.regular.isChecked())

    def open_bar(self, text: str = "") -> None:
        """Show it, looking for what is given, or for what it looked for before."""
        self.show()
        if text:
            self.text.setText(text)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()
        self.look()

    @Slot()
    def close_bar(self) -> None:
        self.hide()
        self.found.emit([])
        self.closed.emit()

    @Slot()
    def look(self) -> None:
        """Find everything, and look at the first."""
        self._search()
        self._at = -1
        if self._matches:
            self._go(1)
        self._say()

    @Slot()
    def go_on(self) -> None:
        """Look at the next one."""
        self._go(1)

    @Slot()
    def replace_one(self) -> None:
        """Replace the one looked at, and look at the next."""
        if not 0 <= self._at < len(self._matches):
            return
        wanted, match, by, at = self.wanted, self._matches[self._at], self.by.text(), self._at
        if wanted.regular:
            found = wanted.pattern.match(self._corrections.segments[match.at].text, match.start)
            try:
                by = found.expand(by) if found else by
            except (re.error, IndexError):
                self._show_wrong()
                return
        self._corrections.make(lambda segments: find.replace_one(segments, match, by), self.tr("Replace"))
        self._at = at - 1
        self._go(1)

    @Slot()
    def replace_all(self) -> None:
        wanted, by = self.wanted, self.by.text()
        try:
            self._corrections.make(lambda segments: find.replace_all(segments, wanted, by)[0], self.tr("Replace all"))
        except (re.error, IndexError):
            self._show_wrong()

    def _show_wrong(self) -> None:
        self._wrong = True
        self._say()

    @Slot()
    def _look_again(self) -> None:
        if self.isVisible():
            self._search()
            self._at = min(self._at, len(self._matches) - 1)
            self._say()

    def _search(self) -> None:
        try:
            self._matches, self._wrong = find.find(self._corrections.segments, self.wanted), False
        except re.error:
            self._matches, self._wrong = [], True
        self.found.emit(self._matches)

    def _go(self, by: int) -> None:
        if self._matches:
            self._at = (self._at + by) % len(self._matches)
            self.shown.emit(self._matches[self._at])
            self._say()

    def _say(self) -> None:
        if self._wrong:
            text = self.tr("Not a valid pattern")
        elif not self.text.text():
            text = ""
        elif not self._matches:
            text = self.tr("Not found")
        else:
            text = self.tr("{number} of {count}").format(number=self._at + 1, count=len(self._matches))
        self.count.setText(text)
        for button in (self.back, self.onward, self.one, self.all):
            button.setEnabled(bool(self._matches))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc closes the bar, whatever it means in the rest of the window."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def _retranslate(self) -> None:
        for field, name in ((self.text, self.tr("Find")), (self.by, self.tr("Replace with"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
        self.case.setText("Aa")
        self.words.setText(self.tr("Words"))
        self.regular.setText(".*")
        for button, name in (
            (self.case, self.tr("Capitals matter")),
            (self.words, self.tr("Whole words only")),
            (self.regular, self.tr("Regular expression")),
            (self.back, self.tr("The one before")),
            (self.onward, with_keys(self.tr("The next one"), "Return")),
            (self.end, with_keys(self.tr("Close"), "Esc")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.one.setText(self.tr("Replace"))
        self.all.setText(self.tr("Replace all"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
