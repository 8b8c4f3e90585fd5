"""The window's size and place: the first ones, and those of the last time, inside the screen at any scale."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QWidget

FIRST_SIZE = QSize(1280, 800)
MIN_SIZE = QSize(640, 420)
FIRST_SHARE = 0.92
"""At most this share of the screen's width and height for a window that is opened for the first time."""


def first_size(available: QSize, wanted: QSize = FIRST_SIZE) -> QSize:
    """Return the size of a window that was never opened on a screen with this room, in device-independent pixels."""
    return wanted.boundedTo(QSize(int(available.width() * FIRST_SHARE), int(available.height() * FIRST_SHARE)))


def dialog_size(dialog: QWidget, width_px: int, height_px: int) -> QSize:
    """Return the size at which a dialog opens, smaller than wanted on a small screen."""
    return first_size(dialog.screen().availableGeometry().size(), QSize(width_px, height_px))


def inside(frame: QRect, available: QRect) -> QRect:
    """Return ``frame`` made as small, and moved as far, as it takes to lie inside ``available``."""
    size = frame.size().boundedTo(available.size())
    x = min(max(frame.x(), available.left()), available.right() + 1 - size.width())
    y = min(max(frame.y(), available.top()), available.bottom() + 1 - size.height())
    return QRect(x, y, size.width(), size.height())


def restore(window: QWidget, saved: str) -> None:
    """Give a window its first size, or the geometry that was saved in base64; never beyond the screen."""
    available = window.screen().availableGeometry()
    window.setMinimumSize(MIN_SIZE.boundedTo(available.size()))
    window.resize(first_size(available.size()))
    if saved:
        window.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii", "ignore")))
    fit_to_screen(window)


def fit_to_screen(window: QWidget) -> None:
    """Make a window fit on its screen, with its frame where that is known; one that fills the screen stays."""
    if window.isMaximized() or window.isFullScreen():
        return
    available = window.screen().availableGeometry()
    frame, inner = window.frameGeometry(), window.geometry()
    fitted = inside(frame, available)
    if fitted != frame:
        window.setGeometry(inner.adjusted(
            fitted.left() - frame.left(), fitted.top() - frame.top(),
            fitted.right() - frame.right(), fitted.bottom() - frame.bottom(),
        ))  # fmt: skip
