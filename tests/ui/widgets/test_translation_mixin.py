"""A widget that sets its texts anew when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from app.ui.widgets.translation_mixin import TranslationMixin


class _Frame(TranslationMixin, QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.texts = 0
        self._retranslate()

    def _retranslate(self) -> None:
        self.texts += 1


def test_texts_are_set_again_at_a_change_of_language_only(qtbot: QtBot) -> None:
    frame = _Frame()
    qtbot.addWidget(frame)
    assert frame.texts == 1
    QApplication.sendEvent(frame, QEvent(QEvent.Type.PaletteChange))
    assert frame.texts == 1
    QApplication.sendEvent(frame, QEvent(QEvent.Type.LanguageChange))
    assert frame.texts == 2
