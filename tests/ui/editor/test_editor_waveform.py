"""The waveform of the editor: zoom, scroll and the playback position."""

from __future__ import annotations

import sys
from pathlib import Path

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


@pytest.mark.slow
def test_w_cycles_wave_spectrogram_and_both(qtbot, editor: EditorPage, tmp_path: Path) -> None:
    wave = editor.waveform
    wave.setFocus()
    assert wave.view == "wave"
    heights, loaded = [wave.height()], "librosa" in sys.modules
    QTest.keyClick(wave, Qt.Key.Key_W)
    assert wave.view == "spectrogram"
    qtbot.waitUntil(lambda: wave.has_spectrogram, timeout=60_000)  # librosa compiles, in its own process
    assert ("librosa" in sys.modules) == loaded
    assert any((tmp_path / "spectrograms").iterdir()), "it is kept in the folder that the page was given"
    QTest.keyClick(wave, Qt.Key.Key_W)
    assert wave.view == "both"
    qtbot.waitUntil(lambda: wave.height() > heights[0])
    wave.zoom(2.0)
    assert not wave.grab().isNull()
    QTest.keyClick(wave, Qt.Key.Key_W)
    assert wave.view == "wave"
