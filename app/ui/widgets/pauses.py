"""Long pauses in a transcript: a hairline with their length. Shorter ones are not shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from app.transcript.clock import clock_text
from app.ui.theme import current_colors

MIN_PAUSE_S = 10.0
GAP_PX = 10


def pause_text(duration_s: float) -> str:
    """Name a pause by its length: ``42 s of silence``, ``3:05 of silence``."""
    if duration_s >= 60:
        return QCoreApplication.translate("Pauses", "{time} of silence").format(time=clock_text(duration_s))
    return QCoreApplication.translate("Pauses", "{seconds} s of silence").format(seconds=round(duration_s))


def draw_pause(painter: QPainter, box: QRectF, duration_s: float) -> None:
    """Paint the hairline of a pause, and its length in the middle of it."""
    colors, text = current_colors(), pause_text(duration_s)
    font = QFont(painter.font())
    font.setPixelSize(12)
    painter.save()
    painter.setFont(font)
    half_px = painter.fontMetrics().horizontalAdvance(text) / 2 + GAP_PX
    middle = box.center()
    painter.setPen(colors["line"])
    painter.drawLine(QPointF(box.left(), middle.y()), QPointF(middle.x() - half_px, middle.y()))
    painter.drawLine(QPointF(middle.x() + half_px, middle.y()), QPointF(box.right(), middle.y()))
    painter.setPen(colors["muted"])
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
