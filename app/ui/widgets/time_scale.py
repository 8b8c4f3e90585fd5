"""Time scale under a waveform or a spectrogram: labels at round times."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter

from app.transcript.clock import clock_text
from app.ui.formatting import clock_text_tenths
from app.ui.theme import current_colors

SCALE_PX = 16
TICKS_S = (0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
TICK_PX = 90
FONT_PX = 11


def scale_times_s(view_s: tuple[float, float], width_px: float) -> Iterator[tuple[float, str]]:
    """Yield the times to label in a view of ``width_px``, at least ``TICK_PX`` apart, and their labels."""
    start_s, end_s = view_s
    if end_s <= start_s or width_px <= 0:
        return
    per_s = width_px / (end_s - start_s)
    step_s = next((tick_s for tick_s in TICKS_S if tick_s * per_s >= TICK_PX), TICKS_S[-1])
    for number in range(int(np.ceil(start_s / step_s)), int(end_s / step_s) + 1):
        time_s = number * step_s
        yield time_s, clock_text_tenths(time_s) if step_s < 1 else clock_text(time_s)


def paint_time_scale(painter: QPainter, font: QFont, view_s: tuple[float, float], width_px: float, top: float) -> None:
    """Paint the labels of a view in the ``SCALE_PX`` below ``top``, none beyond its edges."""
    font = QFont(font)
    font.setPixelSize(FONT_PX)
    painter.setFont(font)
    painter.setPen(current_colors()["muted"])
    start_s, end_s = view_s
    for time_s, text in scale_times_s(view_s, width_px):
        wide = painter.fontMetrics().horizontalAdvance(text)
        x = (time_s - start_s) / (end_s - start_s) * width_px
        painter.drawText(QPointF(min(max(0.0, x - wide / 2), width_px - wide), top + SCALE_PX - 3), text)
