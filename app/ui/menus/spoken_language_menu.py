"""Submenu with the spoken language of a queued file, in the place of the one that the header chooses for all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from app.jobs.queue_item import QueueItem
from app.languages import LANGUAGES
from app.ui.widgets.menu import Menu


class SpokenLanguageMenu(Menu):
    language_chosen = Signal(object, object)  # QueueItem, auto or a code; None for the language of the settings

    def __init__(self, item: QueueItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self.setTitle(self.tr("Spoken language"))
        group = QActionGroup(self)
        self._add_choice(self.tr("As for all files"), None, group)
        self._add_choice(self.tr("Automatic"), "auto", group)
        self.addSeparator()
        for code, language in LANGUAGES.items():
            self._add_choice(language.name, code, group)

    def _add_choice(self, text: str, language: str | None, group: QObject) -> None:
        action = QAction(text, group, checkable=True, checked=self._item.asked_language == language)
        action.triggered.connect(lambda: self.language_chosen.emit(self._item, language))
        self.addAction(action)
