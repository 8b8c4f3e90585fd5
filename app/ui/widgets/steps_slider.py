"""Slider for 1 to 48 denoising steps; labels mark the four step counts of published figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from app.models.adapter.spec import STEPS_DEFAULT, STEPS_MAX, STEPS_MIN
from app.ui.theme import current_colors

LABELLED_STEPS = (8, 16, 32, 48)
_HANDLE_PX = 8.0
_SIDE_PX = 11.0


class StepsSlider(QSlider):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(STEPS_MIN, STEPS_MAX)
        self.setPageStep(8)
        self.setValue(STEPS_DEFAULT)
        self.setMinimumWidth(150)
        self.setMaximumWidth(260)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(230, 42)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 42)

    def _x_of(self, value: float) -> float:
        return _SIDE_PX + (value - STEPS_MIN) / (STEPS_MAX - STEPS_MIN) * (self.width() - 2 * _SIDE_PX)

    def _value_at(self, x: float) -> int:
        share = (x - _SIDE_PX) / max(1.0, self.width() - 2 * _SIDE_PX)
        return round(STEPS_MIN + min(1.0, max(0.0, share)) * (STEPS_MAX - STEPS_MIN))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, x = 17.0, self._x_of(self.sliderPosition())
        right = self.width() - _SIDE_PX
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["line"])
        painter.drawRoundedRect(QRectF(_SIDE_PX, y - 1.5, right - _SIDE_PX, 3), 1.5, 1.5)
        painter.setBrush(colors["accent"])
        painter.drawRoundedRect(QRectF(_SIDE_PX, y - 1.5, x - _SIDE_PX, 3), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(colors["accent_soft"])
            painter.drawEllipse(QPointF(x, y), _HANDLE_PX + 3, _HANDLE_PX + 3)
        painter.setBrush(colors["surface"])
        painter.setPen(QPen(colors["accent"], 2))
        painter.drawEllipse(QPointF(x, y), _HANDLE_PX - 1, _HANDLE_PX - 1)
        font = QFont(self.font())
        font.setPixelSize(10)
        painter.setFont(font)
        for mark in LABELLED_STEPS:
            painter.setPen(colors["ink"] if mark == self.sliderPosition() else colors["muted"])
            box = QRectF(self._x_of(mark) - 15, y + 11, 30, 13)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(mark))
        painter.end()
