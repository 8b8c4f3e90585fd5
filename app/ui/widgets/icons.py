"""Small icons drawn as strokes, so that they do not depend on a font."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def draw_cross(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Draw the icon for cancel or remove."""
    painter.setPen(_pen(color))
    r = box.width() * 0.24
    c = box.center()
    painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, r))
    painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r))


def draw_retry(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Draw the icon for retry: an open circle with an arrow head."""
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    r = box.width() * 0.27
    c = box.center()
    path = QPainterPath()
    circle = QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r)
    path.arcMoveTo(circle, 40)
    path.arcTo(circle, 40, 285)
    painter.drawPath(path)
    end = path.pointAtPercent(0)
    painter.drawPolyline([end + QPointF(0.1 * r, -0.75 * r), end, end + QPointF(-0.75 * r, 0.1 * r)])


def draw_chevron(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Draw the arrow of a drop-down list."""
    painter.setPen(_pen(color))
    c, r = box.center(), box.width() * 0.2
    painter.drawPolyline([c + QPointF(-r, -r / 2), c + QPointF(0, r / 2), c + QPointF(r, -r / 2)])


def _pen(color: QColor) -> QPen:
    return QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
