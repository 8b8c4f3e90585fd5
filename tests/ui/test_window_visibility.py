"""A window that nobody can see lets segments be denoised together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.speech.options import TranscribeOptions
from app.ui.window_visibility import HIDDEN_BATCH_SIZE, WindowVisibility


def test_segments_come_one_by_one_only_while_the_window_is_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    visibility, options = WindowVisibility(), TranscribeOptions("en", 8)
    visibility.follow(window)
    assert visibility.batch_options(options) == options
    window.show()
    assert visibility.batch_options(options).batch == 1
    window.showMinimized()
    qtbot.waitUntil(lambda: not visibility.visible, timeout=30_000)
    assert visibility.batch_options(options).batch == HIDDEN_BATCH_SIZE
    assert visibility.batch_options(options).steps == 8
    window.showNormal()
    qtbot.waitUntil(lambda: visibility.visible, timeout=30_000)
    window.hide()
    assert visibility.batch_options(options).batch == HIDDEN_BATCH_SIZE
    window.show()
    assert visibility.batch_options(options) == options
