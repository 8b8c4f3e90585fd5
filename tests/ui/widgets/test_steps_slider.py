"""The slider of the denoising steps, by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.widgets.steps_slider import StepsSlider


def test_the_slider_goes_where_it_is_clicked_and_obeys_the_keys(qtbot: QtBot) -> None:
    slider = StepsSlider()
    qtbot.addWidget(slider)
    slider.resize(230, 42)
    slider.show()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert slider.value() == 24 or slider.value() == 25
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert slider.value() == 1
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.value() == 48
