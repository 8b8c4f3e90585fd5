"""Settings page for the user's own words and replacement rules, and for telling speakers apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QVBoxLayout

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.settings import SPEAKERS, Settings, usable_words
from app.transcript.own_words import parse_own_words
from app.ui.widgets.dropdown import Dropdown

from .form_page import FormPage

STORE_AFTER_MS = 600
MAX_FILE_BYTES = 2**20


class OwnWordsSettingsPage(FormPage):
    """Stores the list after a pause in typing, and when the page is left."""

    def __init__(self, settings: Settings, background_tasks: BackgroundTasks) -> None:
        super().__init__()
        self._settings, self._background_tasks = settings, background_tasks
        self.words, self.from_file, self.speakers = QPlainTextEdit(), QPushButton(), Dropdown()
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(190)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.from_file)
        self._words_row = self.add_row(column, self.words, tall=True)
        self._speakers_row = self.add_row(self.speakers)
        self._timer = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._timer.timeout.connect(self.store)
        self.words.setPlainText(settings.own_words)
        self.words.textChanged.connect(self._timer.start)
        self.from_file.clicked.connect(self._choose_file)
        self.speakers.activated.connect(lambda _row: self.changed.emit({"speakers": self.speakers.currentData()}))
        self._retranslate()

    @Slot()
    def store(self) -> None:
        """Report the list as it stands."""
        self._timer.stop()
        if self.words.toPlainText() != self._settings.own_words:
            self.changed.emit({"own_words": self.words.toPlainText()})

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        if not self._timer.isActive() and self.words.toPlainText() != settings.own_words:
            self.words.setPlainText(settings.own_words)
            self._timer.stop()
        self._fill()

    def add_file(self, path: Path) -> None:
        """Append the lines of a text file to the list."""

        def read() -> Iterator[str]:
            try:
                with path.open(encoding="utf-8") as file:
                    yield file.read(MAX_FILE_BYTES)
            except (OSError, ValueError) as error:
                raise AnnealError(
                    "The file {file} cannot be read.", "{reason}.", "Choose a text file.", file=path.name, reason=error
                ) from error

        self._background_tasks.run(read, self._append, self._show_error)

    @Slot(object)
    def _append(self, text: str) -> None:
        before = self.words.toPlainText().rstrip()
        self.words.setPlainText(f"{before}\n{text}".strip() + "\n")

    @Slot(object)
    def _show_error(self, error: AnnealError) -> None:
        self._words_row.show_note(error_text(error), warns=True)

    @Slot()
    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self.window(), self.tr("Own words"))
        if name:
            self.add_file(Path(name))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.store()

    def _fill(self) -> None:
        own_words = parse_own_words(self._settings.own_words)
        words, rules = len(usable_words(own_words)), len(own_words.replacements)
        left_out = len(own_words.words) - words
        if left_out:
            note = self.tr("%n line(s) are too long or too many and do not count.", None, left_out)
        else:
            note = self.tr("%n word(s) that the model prefers", None, words)
            note += " · " + self.tr("%n rule(s)", None, rules) if rules else ""
        self._words_row.show_note(note if words or rules or left_out else "", warns=bool(left_out))
        self.speakers.clear()
        self.speakers.addItem(self.tr("Do not tell apart"), "off")
        self.speakers.addItem(self.tr("Tell apart, estimate their number"), "auto")
        for choice, count in SPEAKERS.items():
            if count:
                self.speakers.addItem(self.tr("%n speaker(s)", None, count), choice)
        self.speakers.select(self._settings.speakers)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Words and speakers"))
        self._words_row.label.setText(self.tr("Own words"))
        self.words.setAccessibleName(self.tr("Own words"))
        self.words.setToolTip(
            self.tr(
                "Names, terms and phrases that the model should prefer, one a line. “wrong -> right” always replaces."
            )
        )
        self.words.setPlaceholderText(
            self.tr("One name, term or phrase a line.\n“wrong -> right” always writes the right side.")
        )
        self.from_file.setText(self.tr("Add from a file…"))
        self.from_file.setToolTip(self.tr("Add the lines of a text file to the list"))
        self._speakers_row.label.setText(self.tr("Speakers"))
        self.speakers.setAccessibleName(self.tr("Speakers"))
        self.speakers.setToolTip(self.tr("Whether voices are told apart when the text is done"))
        self._fill()
