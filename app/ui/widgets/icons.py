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


def draw_info(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Draw the icon for an explanation: an i."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    width, c = box.width() * 0.09, box.center()
    painter.drawEllipse(c + QPointF(0, -0.2 * box.height()), width * 0.75, width * 0.75)
    painter.drawRoundedRect(
        QRectF(c.x() - width / 2, c.y() - 0.06 * box.height(), width, 0.32 * box.height()), 0.5, 0.5
    )


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


def draw_books(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Draw the icon of the library: two books upright, and one that leans."""
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    c, r = box.center(), box.width() * 0.27
    painter.drawRect(QRectF(c.x() - r, c.y() - r, 0.55 * r, 2 * r))
    painter.drawRect(QRectF(c.x() - 0.45 * r, c.y() - r, 0.55 * r, 2 * r))
    corners = (QPointF(0.3, -0.85), QPointF(0.8, -1.0), QPointF(1.35, 0.85), QPointF(0.85, 1.0))
    painter.drawPolygon([c + corner * r for corner in corners])


def draw_speech(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Draw the icon of spoken language: a speech bubble with two lines in it."""
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    c, r = box.center(), box.width() * 0.34
    path = QPainterPath()
    path.addRoundedRect(QRectF(c.x() - r, c.y() - 0.9 * r, 2 * r, 1.5 * r), 0.4 * r, 0.4 * r)
    painter.drawPath(path)
    painter.drawPolyline([c + QPointF(-0.45, 0.6) * r, c + QPointF(-0.45, 1.05) * r, c + QPointF(0.05, 0.6) * r])
    for y, right in ((-0.38, 0.5), (0.08, 0.2)):
        painter.drawLine(c + QPointF(-0.5, y) * r, c + QPointF(right, y) * r)


def _pen(color: QColor) -> QPen:
    return QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
