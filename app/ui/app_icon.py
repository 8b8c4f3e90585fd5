"""The app's icon, drawn: scattered grains above, a line of text below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

GRAINS = (
    (0.24, 0.26, 0.35),
    (0.47, 0.20, 0.5),
    (0.71, 0.29, 0.4),
    (0.33, 0.43, 0.65),
    (0.58, 0.41, 0.8),
    (0.79, 0.47, 0.6),
)
"""Places and opacities."""


def app_icon() -> QIcon:
    """In the sizes that title bars, task bars and docks ask for."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(_drawn(size))
    return icon


def _drawn(size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#2F55D4"))
    painter.drawRoundedRect(QRectF(0.04, 0.04, 0.92, 0.92), 0.22, 0.22)
    painter.setBrush(QColor("#FFFFFF"))
    for x, y, opacity in GRAINS:
        painter.setOpacity(opacity)
        painter.drawEllipse(QPointF(x, y), 0.055, 0.055)
    painter.setOpacity(1.0)
    for x, width in ((0.2, 0.24), (0.5, 0.1), (0.66, 0.15)):
        painter.drawRoundedRect(QRectF(x, 0.65, width, 0.11), 0.055, 0.055)
    painter.end()
    return picture
