"""Slider for 1 to 48 denoising steps; four step counts are marked, and three of them have a word."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from app.models.adapter.spec import STEPS_DEFAULT, STEPS_MAX, STEPS_MIN
from app.ui.theme import current_colors

from .translation_mixin import TranslationMixin

LABELLED_STEPS = (8, 16, 32, 48)
_STOPS = (STEPS_MIN, *LABELLED_STEPS)
"""Evenly spaced along the track: most of what steps change, the first of them do."""
_HANDLE_PX = 7.0
_SIDE_PX = 11.0
_TRACK_Y, _NUMBERS_Y, _WORDS_Y = 11.0, 22.0, 33.0
_LABEL_PX, _WORD_GAP_PX = 10, 6.0
MIN_WIDTH_PX, MAX_WIDTH_PX = 120, 240


class StepsSlider(TranslationMixin, QSlider):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settled_steps: int | None = None
        self._words: dict[int, str] = {}
        self.setRange(STEPS_MIN, STEPS_MAX)
        self.setPageStep(8)
        self.setValue(STEPS_DEFAULT)
        self.setMaximumWidth(MAX_WIDTH_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._retranslate()

    @property
    def settled_steps(self) -> int | None:
        """The step at which the last canvases had settled; None where that is not known."""
        return self._settled_steps

    def show_settled(self, steps: int | None) -> None:
        """Mark the step at which the last canvases had settled."""
        if steps != self._settled_steps:
            self._settled_steps = steps
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(200, self.minimumWidth()), 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 48)

    def _width_for_words(self) -> int:
        """Width from which the words stand under their marks without touching each other."""
        metrics = QFontMetricsF(self._label_font())
        quick, usual, thorough = (metrics.horizontalAdvance(word) for word in self._words.values())
        spacing = max(
            (quick + usual) / 2 + _WORD_GAP_PX,
            (usual / 2 + thorough + _WORD_GAP_PX - _SIDE_PX) / 2,  # the last word ends with the slider
        )
        return math.ceil(spacing * (len(_STOPS) - 1) + 2 * _SIDE_PX)

    def _label_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(_LABEL_PX)
        return font

    def _x_of(self, value: float) -> float:
        below = max(index for index, stop in enumerate(_STOPS[:-1]) if stop <= value)
        share = (value - _STOPS[below]) / (_STOPS[below + 1] - _STOPS[below])
        return _SIDE_PX + (below + share) / (len(_STOPS) - 1) * (self.width() - 2 * _SIDE_PX)

    def _value_at(self, x: float) -> int:
        place = (x - _SIDE_PX) / max(1.0, self.width() - 2 * _SIDE_PX) * (len(_STOPS) - 1)
        place = min(max(place, 0.0), len(_STOPS) - 1.001)
        low, high = list(pairwise(_STOPS))[int(place)]
        return round(low + (place - int(place)) * (high - low))

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
        y, x = _TRACK_Y, self._x_of(self.sliderPosition())
        right = self.width() - _SIDE_PX
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["line"])
        painter.drawRoundedRect(QRectF(_SIDE_PX, y - 1.5, right - _SIDE_PX, 3), 1.5, 1.5)
        accent = colors["accent" if self.isEnabled() else "faint"]
        painter.setBrush(accent)
        painter.drawRoundedRect(QRectF(_SIDE_PX, y - 1.5, x - _SIDE_PX, 3), 1.5, 1.5)
        if self._settled_steps is not None and self._settled_steps < self.sliderPosition():
            painter.setBrush(colors["surface"])
            painter.setPen(QPen(colors["accent"], 1.5))
            painter.drawEllipse(QPointF(self._x_of(self._settled_steps), y), 3.2, 3.2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setBrush(colors["accent_soft"])
            painter.setPen(QPen(colors["accent"], 1.5))
            painter.drawEllipse(QPointF(x, y), _HANDLE_PX + 2.5, _HANDLE_PX + 2.5)
        painter.setBrush(colors["surface"])
        painter.setPen(QPen(accent, 2))
        painter.drawEllipse(QPointF(x, y), _HANDLE_PX - 1, _HANDLE_PX - 1)
        self._paint_marks(painter)
        painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        colors, font = current_colors(), self._label_font()
        painter.setFont(font)
        for mark in LABELLED_STEPS:
            painter.setPen(colors["ink"] if mark == self.sliderPosition() else colors["muted"])
            box = QRectF(self._x_of(mark) - 15, _NUMBERS_Y, 30, 12)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(mark))
            if mark in self._words:
                painter.drawText(self._word_box(mark), Qt.AlignmentFlag.AlignCenter, self._words[mark])

    def _word_box(self, mark: int) -> QRectF:
        """Return where the word of a mark stands: under it, inside the slider."""
        width = QFontMetricsF(self._label_font()).horizontalAdvance(self._words[mark]) + 1
        left = min(max(self._x_of(mark) - width / 2, 0.0), self.width() - width)
        return QRectF(left, _WORDS_Y, width, 13)

    def _retranslate(self) -> None:
        self._words = {8: self.tr("Quick"), 16: self.tr("Usual"), 48: self.tr("Thorough")}
        self.setMinimumWidth(min(MAX_WIDTH_PX, max(MIN_WIDTH_PX, self._width_for_words())))
        self.update()
