"""The splitter of canvas and transcript: two orientations, folding, and a handle for mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.page_splitter import KEY_STEP_PX, PageSplitter


@pytest.fixture
def splitter(qtbot: QtBot) -> PageSplitter:
    panels = []
    for _ in range(2):
        panel = QWidget()
        QVBoxLayout(panel).addWidget(QLabel("one line"))
        panels.append(panel)
    splitter = PageSplitter(*panels, columns_from_px=1000, second_min_px=480)
    qtbot.addWidget(splitter)
    splitter.set_shares(0.6, 0.7)
    splitter.resize(800, 514)
    splitter.show()
    return splitter


def test_each_orientation_has_its_own_share(qtbot: QtBot, splitter: PageSplitter) -> None:
    assert splitter.sizes() == [300, 200]
    with qtbot.waitSignal(splitter.columns_changed):
        splitter.resize(1014, 514)
    assert splitter.columns
    assert splitter.sizes() == [520, 480]  # the second keeps its minimum
    splitter.resize(2014, 514)
    assert splitter.sizes() == [1400, 600]
    splitter.resize(800, 514)
    assert not splitter.columns
    assert splitter.sizes() == [300, 200]


def test_a_folded_panel_has_what_it_needs_and_opens_where_its_handle_is_dragged(
    qtbot: QtBot, splitter: PageSplitter
) -> None:
    splitter.set_folded(True)
    needed = splitter.widget(0).sizeHint().height()
    assert splitter.sizes() == [needed, 500 - needed]
    splitter.unfold_requested.connect(lambda: splitter.set_folded(False))
    handle = splitter.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
    with qtbot.waitSignal(splitter.unfold_requested):
        QTest.mouseMove(handle, handle.rect().center() + QPoint(0, 40))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
    assert not splitter.folded
    assert splitter.widget(0).height() > needed


def test_arrow_keys_move_the_handle_and_the_share_is_kept(qtbot: QtBot, splitter: PageSplitter) -> None:
    with qtbot.waitSignal(splitter.share_chosen):
        QTest.keyClick(splitter.handle(1), Qt.Key.Key_Up)
    assert splitter.sizes() == [300 - KEY_STEP_PX, 200 + KEY_STEP_PX]
    splitter.resize(800, 1014)
    assert splitter.sizes()[0] == pytest.approx(1000 * (300 - KEY_STEP_PX) / 500, abs=1)
    assert splitter.shares == (pytest.approx(0.552), 0.7)
