"""The waveform of the source, and its clicks."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.widgets.waveform import Waveform, max_pool, segment_of_bars


def test_bars_keep_the_peaks_and_know_their_segment() -> None:
    peaks = np.zeros(1000, dtype=np.float32)
    peaks[[10, 990]] = 0.5, 0.25
    bars = max_pool(peaks, 100)
    assert bars.shape == (100,)
    assert (bars[1], bars[99], bars[50]) == (0.5, 0.25, 0.0)
    assert max_pool(peaks[:3], 10).shape == (10,)
    assert max_pool(peaks[:0], 10).sum() == 0
    owners = segment_of_bars(((0.0, 4.0), (5.0, 10.0)), 10.0, 10)
    assert owners.tolist() == [0, 0, 0, 0, -1, 1, 1, 1, 1, 1]


def test_bars_of_a_part_have_its_peaks_only() -> None:
    peaks = np.arange(10, dtype=np.float32)
    assert max_pool(peaks, 2, 2.0, 6.0).tolist() == [3.0, 6.0]  # the peak in which the part ends belongs to it
    assert max_pool(peaks, 4, 8.0, 10.0).tolist() == [8.0, 8.0, 9.0, 9.0]


def test_borders_are_marked_only_where_segments_are_wide(qtbot: QtBot) -> None:
    waveform = Waveform()
    qtbot.addWidget(waveform)
    waveform.resize(400, 36)
    waveform.show_source(np.ones(100, dtype=np.float32), 10.0, ((0.0, 5.0), (5.0, 10.0)))
    assert waveform.border_ticks_s == [5.0]
    spans = tuple((number / 2, number / 2 + 0.5) for number in range(20))
    waveform.show_source(np.ones(100, dtype=np.float32), 10.0, spans)
    assert waveform.border_ticks_s == []  # 20 px each: the marks would be a barcode


def test_arrow_keys_choose_finished_segments(qtbot: QtBot) -> None:
    waveform = Waveform()
    qtbot.addWidget(waveform)
    waveform.show_source(np.ones(100, dtype=np.float32), 8.0, tuple((n * 2.0, n * 2.0 + 2.0) for n in range(4)))
    waveform.show_progress(frozenset({0, 1, 3}), 1)
    chosen: list[int] = []
    waveform.segment_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(waveform, key)
    assert chosen == [0, 3, 0, 3]
    waveform.show_progress(frozenset(), None)
    QTest.keyClick(waveform, Qt.Key.Key_Right)
    assert len(chosen) == 4
    assert waveform.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_clicking_the_waveform_replays_finished_segments_only(qtbot: QtBot) -> None:
    waveform = Waveform()
    qtbot.addWidget(waveform)
    waveform.resize(400, 76)
    waveform.show_source(np.ones(100, dtype=np.float32), 10.0, ((0.0, 5.0), (5.0, 10.0)))
    waveform.show_progress(frozenset({0}), 1)
    waveform.show()
    chosen = []
    waveform.segment_chosen.connect(chosen.append)
    for x in (100, 300):
        QTest.mouseClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    assert chosen == [0]
