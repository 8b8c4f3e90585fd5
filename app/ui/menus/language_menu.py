"""Menu for the window's language; each language stands under its own name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from app.ui.interface_language import LANGUAGE_NAMES
from app.ui.widgets.menu import Menu
from app.ui.widgets.translation_mixin import TranslationMixin


class LanguageMenu(TranslationMixin, Menu):
    chosen = Signal(str)
    """Code of a language; empty for the system's."""

    def __init__(self, get_current: Callable[[], str], parent: QWidget | None = None) -> None:
        """``get_current`` returns the setting in force; called whenever the menu opens."""
        super().__init__(parent)
        self._get_current = get_current
        self._group = QActionGroup(self)
        for code, name in (("", ""), *LANGUAGE_NAMES.items()):
            action = self.addAction(name)
            action.setData(code)
            action.setCheckable(True)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.aboutToShow.connect(self._on_about_to_show)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Language"))
        self.actions()[0].setText(self.tr("Match system"))

    @Slot()
    def _on_about_to_show(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._get_current())
