"""An on/off switch with a label, painted in the theme's colors."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.theme import current_colors

TRACK_WIDTH_PX, TRACK_HEIGHT_PX, GAP_PX = 34, 20, 10


class ToggleSwitch(QCheckBox):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        text_size = self.fontMetrics().size(0, self.text())
        return QSize(TRACK_WIDTH_PX + GAP_PX + text_size.width() + 4, max(text_size.height(), TRACK_HEIGHT_PX) + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(1.5, (self.height() - TRACK_HEIGHT_PX) / 2 + 0.5, TRACK_WIDTH_PX - 3, TRACK_HEIGHT_PX - 1)
        on = self.isChecked()
        edge = colors["accent"] if on or self.hasFocus() else colors["muted"]
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1.2))
        painter.setBrush(colors["accent"] if on else colors["surface"])
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        side = track.height() - 7
        left = track.right() - side - 3.5 if on else track.left() + 3.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["on_accent"] if on else colors["muted"])
        painter.drawEllipse(QRectF(left, track.top() + 3.5, side, side))
        painter.setPen(colors["ink"])
        text_rect = QRectF(TRACK_WIDTH_PX + GAP_PX, 0, self.width() - TRACK_WIDTH_PX - GAP_PX, self.height())
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        painter.end()
