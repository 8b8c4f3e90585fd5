"""A check box in the theme's colors; the style's own is hardly visible in the dark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from app.ui.theme import current_colors

BOX_PX, GAP_PX = 17, 10


class CheckBox(QCheckBox):
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(BOX_PX + GAP_PX + metrics.horizontalAdvance(self.text()) + 4, max(BOX_PX, metrics.height()) + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = current_colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - BOX_PX) / 2, BOX_PX - 1, BOX_PX - 1)
        on, enabled = self.isChecked(), self.isEnabled()
        edge = "accent" if self.hasFocus() or (on and enabled) else "muted" if enabled else "faint"
        painter.setPen(QPen(colors[edge], 2.0 if self.hasFocus() else 1.2))
        painter.setBrush(colors["surface" if not on else "accent" if enabled else "faint"])
        painter.drawRoundedRect(box, 4, 4)
        if on:
            mark = QPen(
                colors["on_accent"], 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
            painter.setPen(mark)
            painter.drawPolyline([box.center() + QPointF(*point) for point in ((-4, 0.3), (-1.2, 3.2), (4.2, -3.2))])
        painter.setPen(colors["ink" if enabled else "muted"])
        text_rect = self.rect().adjusted(BOX_PX + GAP_PX, 0, 0, 0)
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()
