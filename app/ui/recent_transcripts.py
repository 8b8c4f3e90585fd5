"""The latest transcripts, each one click away, on the first page of a user who returns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.library.entry import Entry

from .interface_language import LANGUAGE_NAMES
from .library.entries_view import date_text
from .widgets.translation_mixin import TranslationMixin

MAX_RECENT = 4
WIDTH_PX = 430
TITLE_LETTERS = 42


class RecentTranscripts(TranslationMixin, QWidget):
    """Hidden while there are none."""

    chosen = Signal(str)  # uid of an entry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("look", "muted")
        self.buttons = [QPushButton() for _ in range(MAX_RECENT)]
        self._uids: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for row, button in enumerate(self.buttons):
            button.setProperty("look", "row")
            button.setFixedWidth(WIDTH_PX)
            button.clicked.connect(lambda _checked=False, row=row: self.chosen.emit(self._uids[row]))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._retranslate()
        self.hide()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the first of these entries."""
        shown = entries[:MAX_RECENT]
        self._uids = [entry.uid for entry in shown]
        for button, entry in zip(self.buttons, shown, strict=False):
            title = entry.title if len(entry.title) <= TITLE_LETTERS else entry.title[: TITLE_LETTERS - 1] + "…"
            language = LANGUAGE_NAMES.get(entry.known_language, "")
            button.setText("  ·  ".join(part for part in (title, language, date_text(entry.created_s)) if part))
            button.setToolTip(entry.preview)
        for row, button in enumerate(self.buttons):
            button.setVisible(row < len(shown))
        self.setVisible(bool(shown))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Recent transcripts"))
