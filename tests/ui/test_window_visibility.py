"""A window that nobody can see lets segments be denoised together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.speech.options import TranscribeOptions
from app.ui.window_visibility import PARTS_TOGETHER, Attention


def test_segments_come_one_by_one_only_while_the_window_is_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    attention, options = Attention(window), TranscribeOptions("en", 8)
    assert attention.suited(options) == options
    window.show()
    assert attention.suited(options).batch == 1
    window.showMinimized()
    qtbot.waitUntil(lambda: not attention.watched, timeout=30_000)
    assert attention.suited(options).batch == PARTS_TOGETHER
    assert attention.suited(options).steps == 8
    window.showNormal()
    qtbot.waitUntil(lambda: attention.watched, timeout=30_000)
    window.hide()
    assert attention.suited(options).batch == PARTS_TOGETHER
    window.show()
    assert attention.suited(options) == options
