"""Menus and lists with the round corners of the app's other panels."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

RADIUS_PX = 10
"""That of the style sheet's rule for menus."""


def cut_corners(popup: QWidget) -> None:
    """Cut off the corners of a popup: on X11 its window has them otherwise, as not every screen is composited."""
    if QGuiApplication.platformName() == "xcb":
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(popup.rect()), RADIUS_PX, RADIUS_PX)
        popup.setMask(QRegion(outline.toFillPolygon().toPolygon()))


class Menu(QMenu):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if QGuiApplication.platformName() != "xcb":
            self.setWindowFlags(self.windowFlags() | Qt.WindowType.FramelessWindowHint)
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self)
