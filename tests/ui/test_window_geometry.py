"""The first size of the window, and geometry from another screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from app.ui.window_geometry import MIN_SIZE, dialog_size, first_size, inside, restore


@pytest.mark.parametrize(
    ("available", "size"),
    [((1920, 1050), (1280, 800)), ((1366, 728), (1256, 669)), ((960, 540), (883, 496))],  # the last: 200 % on Full HD
)
def test_the_first_window_fits_its_screen(available: tuple[int, int], size: tuple[int, int]) -> None:
    assert first_size(QSize(*available)) == QSize(*size)


def test_a_frame_from_a_larger_screen_comes_inside() -> None:
    screen = QRect(0, 30, 1366, 738)
    assert inside(QRect(100, 100, 800, 600), screen) == QRect(100, 100, 800, 600)
    assert inside(QRect(1500, -50, 1280, 800), screen) == QRect(86, 30, 1280, 738)
    assert inside(QRect(-300, 700, 640, 420), screen) == QRect(0, 348, 640, 420)


def test_a_restored_window_is_clamped_to_the_screen(qtbot) -> None:
    saved = QWidget()
    qtbot.addWidget(saved)
    saved.setGeometry(-400, 300, 2560, 1600)
    window = QWidget()
    qtbot.addWidget(window)
    restore(window, bytes(saved.saveGeometry().toBase64().data()).decode())
    available = window.screen().availableGeometry()
    assert available.contains(window.geometry())
    assert window.minimumSize() == MIN_SIZE.boundedTo(available.size())


def test_a_dialog_opens_inside_a_small_screen(qtbot) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    available = dialog.screen().availableGeometry().size()
    assert dialog_size(dialog, 300, 200) == QSize(300, 200)
    large = dialog_size(dialog, 4000, 3000)
    assert large.width() < available.width()
    assert large.height() < available.height()
