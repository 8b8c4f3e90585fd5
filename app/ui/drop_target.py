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
        paper.setAlphaF(0.93)
        painter.fillRect(self.rect(), paper)
        painter.setPen(QPen(colors["accent"], 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(22, 22, -22, -22), 18, 18)
        font = QFont(self.font())
        font.setPixelSize(26)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        words = self.tr("Drop to transcribe")
        size = painter.fontMetrics().size(0, words)
        pill = QRectF(0, 0, size.width() + 64, size.height() + 32)
        pill.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["accent"])
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(colors["on_accent"])
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
