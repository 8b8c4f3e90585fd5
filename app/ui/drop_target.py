"""The sheet over the window that says, while something is dragged over it: let go here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from .theme import current_colors


class DropTarget(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole window, on top of everything."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = colors["paper"]
        paper.setAlphaF(0.9)
        painter.fillRect(self.rect(), paper)
        painter.setPen(QPen(colors["accent"], 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(22, 22, -22, -22), 18, 18)
        font = QFont(self.font())
        font.setPixelSize(26)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colors["accent"])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to transcribe"))
        painter.end()
