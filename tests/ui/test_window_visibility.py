"""A window that nobody can see lets segments be denoised together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.speech.options import TranscribeOptions
from app.ui.window_visibility import HIDDEN_BATCH_SIZE, WindowVisibility


def test_segments_come_one_by_one_only_while_the_window_is_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    attention, options = WindowVisibility(window), TranscribeOptions("en", 8)
    assert attention.batch_options(options) == options
    window.show()
    assert attention.batch_options(options).batch == 1
    window.showMinimized()
    qtbot.waitUntil(lambda: not attention.visible, timeout=30_000)
    assert attention.batch_options(options).batch == HIDDEN_BATCH_SIZE
    assert attention.batch_options(options).steps == 8
    window.showNormal()
    qtbot.waitUntil(lambda: attention.visible, timeout=30_000)
    window.hide()
    assert attention.batch_options(options).batch == HIDDEN_BATCH_SIZE
    window.show()
    assert attention.batch_options(options) == options
