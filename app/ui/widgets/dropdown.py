"""A drop-down list in the theme's colors."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QListView

from app.ui.theme import current_colors

from .icons import draw_chevron


class Dropdown(QComboBox):
    """A combo box with a painted arrow; its entries have their value as data."""

    opening = Signal()
    """The list is about to open."""

    def __init__(self) -> None:
        super().__init__()
        self.setView(QListView(self))  # the style's own popup has no padding

    def select(self, data: object) -> None:
        """Select the entry with this data, if there is one."""
        row = self.findData(data)
        if row >= 0:
            self.setCurrentIndex(row)

    def showPopup(self) -> None:
        self.opening.emit()
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chevron(painter, QRectF(self.width() - 30, self.height() / 2 - 10, 20, 20), current_colors()["muted"])
        painter.end()
