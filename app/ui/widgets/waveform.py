"""Overview of a source: what is done, what is worked on and what is to come, over a time scale."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.formatting import clock_text_tenths
from app.ui.theme import current_colors

from .time_scale import SCALE_PX, paint_time_scale
from .translation_mixin import TranslationMixin

BAR_PX, GAP_PX = 2, 1
WAVE_PX, TICK_PX = 20, 4
TICKS_FROM_PX = 24
"""Mean distance of segments from which their borders are marked; closer marks would be the picture."""


class Waveform(TranslationMixin, QWidget):
    """Paints peaks as bars; a click on a finished segment, or the arrow keys, choose it."""

    segment_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.clear()
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Waveform"))
        self.setAccessibleDescription(self.tr("The arrow keys choose a finished segment"))

    def clear(self) -> None:
        self.peaks: NDArray[np.float32] = np.zeros(0, dtype=np.float32)
        self.duration_s = 0.0
        self.spans_s: tuple[tuple[float, float], ...] = ()
        self._done: frozenset[int] = frozenset()
        self._current: int | None = None
        self._position_s: float | None = None
        self._bars: NDArray[np.float32] = np.zeros(0, dtype=np.float32)
        self.update()

    def show_source(
        self, peaks: NDArray[np.float32], duration_s: float, spans_s: tuple[tuple[float, float], ...]
    ) -> None:
        """Show peaks (n,), 0 to 1, evenly spaced over the duration, and the spans of the segments."""
        self.peaks, self.duration_s, self.spans_s = peaks, duration_s, spans_s
        self._bars = np.zeros(0, dtype=np.float32)
        self.update()

    def show_progress(self, done: frozenset[int], current: int | None) -> None:
        """Show which segments are finished, and which one is being decoded or replayed."""
        if (done, current) != (self._done, self._current):
            self._done, self._current = done, current
            self.update()

    def show_position(self, position_s: float | None) -> None:
        """Show the moment that is heard, in seconds; None for none."""
        if position_s != self._position_s:
            self._position_s = position_s
            self.update()

    @property
    def border_ticks_s(self) -> list[float]:
        """The borders between segments that are marked; none where they are too close."""
        borders = [start_s for start_s, _ in self.spans_s[1:]]
        return borders if self.width() > TICKS_FROM_PX * len(self.spans_s) else []

    def sizeHint(self) -> QSize:
        return QSize(600, WAVE_PX + SCALE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.duration_s:
            return
        colors = current_colors()
        painter = QPainter(self)
        count = max(1, self.width() // (BAR_PX + GAP_PX))
        if len(self._bars) != count:
            highest = max_pool(self.peaks, count)
            self._bars = highest / max(float(highest.max()), 1e-9)  # the loudest bar is as high as the wave
        middle = half = WAVE_PX / 2
        segments = segment_of_bars(self.spans_s, self.duration_s, count)
        by_color: dict[str, list[QRectF]] = {"accent": [], "muted": [], "faint": []}
        for i, peak in enumerate(self._bars.tolist()):
            segment = int(segments[i])
            name = "accent" if segment == self._current else "muted" if segment in self._done else "faint"
            height = max(0.5, peak * half)
            by_color[name].append(QRectF(i * (BAR_PX + GAP_PX), middle - height, BAR_PX, 2 * height))
        painter.setPen(Qt.PenStyle.NoPen)
        for name, bars in by_color.items():
            painter.setBrush(colors[name])
            painter.drawRects(bars)
        painter.setPen(QPen(colors["faint"], 1))
        marks = (int(self._x(time_s)) + 0.5 for time_s in self.border_ticks_s)
        painter.drawLines([QLineF(x, WAVE_PX, x, WAVE_PX + TICK_PX) for x in marks])
        paint_time_scale(painter, self.font(), (0.0, self.duration_s), self.width(), WAVE_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._position_s is not None:
            painter.setPen(QPen(colors["ink"], 1.5))
            x = self._x(self._position_s)
            painter.drawLine(QPointF(x, 0), QPointF(x, WAVE_PX))
        if self.hasFocus():
            painter.setPen(QPen(colors["accent"], 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the finished segment before or after the shown one, the first or the last."""
        done = sorted(self._done)
        current = self._current if self._current is not None else -1
        target = {
            Qt.Key.Key_Left: next((index for index in reversed(done) if index < current), None),
            Qt.Key.Key_Right: next((index for index in done if index > current), None),
            Qt.Key.Key_Home: done[0] if done else None,
            Qt.Key.Key_End: done[-1] if done else None,
        }
        if event.key() not in target:
            super().keyPressEvent(event)
        elif (segment := target[Qt.Key(event.key())]) is not None:
            self.segment_chosen.emit(segment)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        segment = self._segment_at(event.position().x())
        if segment is None:
            self.setToolTip("")
            self.unsetCursor()
            return
        start_s, end_s = self.spans_s[segment]
        times = f"{clock_text_tenths(start_s)} – {clock_text_tenths(end_s)}"
        finished = segment in self._done
        self.setToolTip(self.tr("{times}: click to show it").format(times=times) if finished else times)
        self.setCursor(Qt.CursorShape.PointingHandCursor if finished else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        segment = self._segment_at(event.position().x())
        if segment is not None and segment in self._done:
            self.segment_chosen.emit(segment)

    def _x(self, time_s: float) -> float:
        return time_s / self.duration_s * self.width()

    def _segment_at(self, x: float) -> int | None:
        time_s = x / max(1, self.width()) * self.duration_s
        return next((i for i, (start_s, end_s) in enumerate(self.spans_s) if start_s <= time_s < end_s), None)


def max_pool(
    peaks: NDArray[np.float32], count: int, start: float = 0.0, end: float | None = None
) -> NDArray[np.float32]:
    """Reduce peaks (n,) to (count,): the highest peak in each of ``count`` equal parts of ``[start, end)``.

    ``start`` and ``end`` are indices of ``peaks``, fractions included; ``end`` None is all of them.
    """
    if not len(peaks):
        return np.zeros(count, dtype=np.float32)
    end = float(len(peaks)) if end is None else end
    starts = np.minimum(np.linspace(start, end, count, endpoint=False).astype(int), len(peaks) - 1)
    stop = max(min(len(peaks), int(end) + 1), int(starts[-1]) + 1)
    return np.maximum.reduceat(peaks[starts[0] : stop], starts - starts[0]).astype(np.float32)


def segment_of_bars(spans_s: tuple[tuple[float, float], ...], duration_s: float, count: int) -> NDArray[np.int64]:
    """Return the segment index of each of ``count`` bars, (count,); -1 between segments."""
    segments = np.full(count, -1, dtype=np.int64)
    middles_s = (np.arange(count) + 0.5) / count * duration_s
    for index, (start_s, end_s) in enumerate(spans_s):
        segments[(middles_s >= start_s) & (middles_s < end_s)] = index
    return segments
