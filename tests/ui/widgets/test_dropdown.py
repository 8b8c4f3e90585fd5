"""Drop-down lists that are narrower than their text."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.widgets.dropdown import Dropdown


def test_a_text_without_room_ends_in_an_ellipsis(qtbot: QtBot, qapp: QApplication) -> None:
    theme.install(qapp, "light")
    dropdown = Dropdown()
    qtbot.addWidget(dropdown)
    dropdown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for text in ("All languages", "Toutes les langues", "所有语言", "सभी भाषाएँ"):
        dropdown.clear()
        dropdown.addItem(text)
        dropdown.resize(dropdown.sizeHint())
        assert dropdown.shown_text == text
    dropdown.resize(60, dropdown.height())
    assert dropdown.shown_text.endswith("…")
