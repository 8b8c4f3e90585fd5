"""The header at every width of the window, in every language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.languages import LANGUAGES
from app.ui import theme
from app.ui.header import Header
from app.ui.interface_language import set_language


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_and_start_stay_at_every_width_and_nothing_is_cut(qtbot: QtBot, qapp: QApplication, code: str) -> None:
    set_language(code)
    theme.install(qapp, "light")
    header = Header()
    qtbot.addWidget(header)
    header.setMinimumWidth(1)  # as in the window, whose own smallest size counts
    header.show_status("Anneal small · CPU, bf16")
    header.show_selection("auto", 48, "draft", 16)
    header.show_settled(35)
    header.show_cost(4.6)
    header.show()
    try:
        for width in (1920, 1366, 1280, 1080, 940, 820, 819, 640):
            header.set_narrow(width < 820)
            header.resize(width, header.height())
            qapp.processEvents()
            shown = [child for child in header.findChildren(QWidget) if child.isVisible() and child.parent() is header]
            assert {header.language_box, header.steps_slider, header.start_box, header.menu_button} <= set(shown)
            assert header.steps_slider.width() >= header.steps_slider.minimumWidth(), width
            for box in shown:
                assert box.width() >= box.minimumSizeHint().width(), (width, box)
                assert box.geometry().right() < width, (width, box)
    finally:
        set_language("en")


def test_the_models_own_start_is_not_guessed(qtbot: QtBot) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.show_selection("auto", 16, None, 16)
    assert (header.start_box.currentText(), header.start_box.shown_text) == ("", "…")
    header.show_selection("auto", 16, "draft", 16)
    assert header.start_box.currentText() == "With a draft"
