"""The waveform of the editor: zoom, scroll and the playback position."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.editor.editor_page import EditorPage


def test_zoom_and_drag(qtbot, editor: EditorPage) -> None:
    wave = editor.waveform
    assert wave.view_s == (0.0, 6.0)
    wave.zoom(2.0, 3.0)
    assert wave.view_s == (pytest.approx(1.5), pytest.approx(4.5))
    chosen: list[float] = []
    wave.seek_requested.connect(chosen.append)
    middle = wave.rect().center()
    QTest.mousePress(wave, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(wave, middle + middle.__class__(wave.width() // 3, 0))
    QTest.mouseRelease(wave, Qt.MouseButton.LeftButton, pos=middle)
    assert wave.view_s[0] == pytest.approx(0.5, abs=0.02)
    assert chosen == []
    wave.show_position(5.9)
    assert wave.view_s[1] == pytest.approx(6.0)
