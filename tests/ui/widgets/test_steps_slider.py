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
    assert slider.value() == 16, "the marks are evenly spaced"
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert slider.value() == 1
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.value() == 48


def test_the_words_of_the_slider_never_touch(qtbot: QtBot) -> None:
    slider = StepsSlider()
    qtbot.addWidget(slider)
    for words in (("Quick", "Usual", "Thorough"), ("Rapidement", "Normalement", "Minutieusement")):
        slider._words = dict(zip((8, 16, 48), words, strict=True))
        needed = slider._width_for_words()
        slider.setMaximumWidth(needed)
        slider.resize(needed, 48)
        boxes = [slider._word_box(mark) for mark in (8, 16, 48)]
        assert boxes[0].right() < boxes[1].left()
        assert boxes[1].right() < boxes[2].left()
        assert boxes[0].left() >= 0
        assert boxes[2].right() <= needed
