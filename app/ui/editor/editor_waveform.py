"""Waveform of a source: the wheel zooms, dragging scrolls, a click seeks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.settings import EDITOR_VIEWS
from app.sound.spectrogram import Spectrogram
from app.transcript.clock import clock_text
from app.ui.canvas.spectrogram_lane import spectrogram_image
from app.ui.formatting import clock_text_tenths
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors, mix
from app.ui.widgets.time_scale import SCALE_PX, paint_time_scale
from app.ui.widgets.translation_mixin import TranslationMixin
from app.ui.widgets.waveform import BAR_PX, GAP_PX, max_pool

MIN_VIEW_S = 2.0
ARROW_STEP_S = 2.0

HEIGHT_PX, BOTH_HEIGHT_PX = 104, 168
LOW_HEIGHT_PX, LOW_BOTH_HEIGHT_PX = 60, 100


class EditorWaveform(TranslationMixin, QWidget):
    """Peaks or spectrogram or both, segment boundaries, loop span and playback position over a time scale."""

    seek_requested = Signal(float)  # seconds
    view_chosen = Signal(str)
    """The user chose one of ``EDITOR_VIEWS``."""
    spectrogram_needed = Signal()
    """The view shows a spectrogram, and none was given yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._press: tuple[float, float] | None = None
        """x of the mouse press in pixels, and the start of the view at that moment in seconds."""
        self._dragged = False
        self._view, self._low = EDITOR_VIEWS[0], False
        self.clear()
        self._retranslate()

    def clear(self) -> None:
        self.peaks: NDArray[np.float32] = np.zeros(0, np.float32)
        self._max_peak = 1.0
        self._duration_s = 0.0
        self._segment_spans_s: list[tuple[float, float]] = []
        self._position_s = 0.0
        self._loop_span_s: tuple[float, float] | None = None
        self._view_start_s, self._view_width_s = 0.0, 0.0
        self._spectrogram: Spectrogram | None = None
        self._spectrogram_s: float | None = None
        self._picture: tuple[tuple[object, ...], QPixmap] | None = None
        self.update()

    def show_duration(self, duration_s: float) -> None:
        """Show the whole of a source, whose peaks follow later."""
        self.clear()
        self._duration_s = self._view_width_s = duration_s
        self.update()

    def show_peaks(self, peaks: NDArray[np.float32]) -> None:
        """Show peaks ``(n,)``, 0 to 1, evenly spaced over the duration."""
        self.peaks, self._max_peak = peaks, max(1e-3, float(peaks.max(initial=0.0)))
        self.update()

    @property
    def view(self) -> str:
        """One of ``EDITOR_VIEWS``."""
        return self._view

    def set_view(self, view: str) -> None:
        """Show the wave, the spectrogram or both. Raises ``ValueError`` for any other."""
        if view not in EDITOR_VIEWS:
            raise ValueError(f"unknown view {view!r}: {', '.join(EDITOR_VIEWS)}")
        self._view = view
        self.updateGeometry()
        self.update()
        self.request_spectrogram()

    def next_view(self) -> None:
        self.set_view(EDITOR_VIEWS[(EDITOR_VIEWS.index(self._view) + 1) % len(EDITOR_VIEWS)])
        self.view_chosen.emit(self._view)

    def set_low(self, low: bool) -> None:
        """Set whether there is little room above the text."""
        if low != self._low:
            self._low = low
            self.updateGeometry()

    def request_spectrogram(self) -> None:
        """Ask for the spectrogram if the view shows one and it is not here."""
        if self._view != "wave" and self._spectrogram is None and self._duration_s:
            self.spectrogram_needed.emit()

    def show_spectrogram_progress(self, computed_s: float | None) -> None:
        """Show how many seconds of the spectrogram are computed; None where it is not being computed."""
        self._spectrogram_s = computed_s
        self.update()

    def show_spectrogram(self, spectrogram: Spectrogram) -> None:
        self._spectrogram, self._spectrogram_s, self._picture = spectrogram, None, None
        self.update()

    @property
    def has_spectrogram(self) -> bool:
        return self._spectrogram is not None

    def show_segment_spans(self, spans_s: list[tuple[float, float]]) -> None:
        """Show where segments begin and end, seconds."""
        self._segment_spans_s = spans_s
        self.update()

    def show_position(self, position_s: float) -> None:
        """Show the playback position, and scroll where it would leave the view."""
        self._position_s = position_s
        if (
            self._zoomed
            and self._press is None
            and not self._view_start_s <= position_s < self._view_start_s + self._view_width_s
        ):
            self._scroll_to(position_s - self._view_width_s * 0.1)
        self.update()

    def show_loop_span(self, span_s: tuple[float, float] | None) -> None:
        """Show the span that is played in a loop; None for none."""
        self._loop_span_s = span_s
        self.update()

    @property
    def view_s(self) -> tuple[float, float]:
        """Start and end of the visible part, seconds."""
        return self._view_start_s, self._view_start_s + self._view_width_s

    def zoom(self, factor: float, anchor_s: float | None = None) -> None:
        """Zoom in (factor above 1) or out around ``anchor_s``, by default the playback position."""
        anchor_s = self._position_s if anchor_s is None else anchor_s
        share = (anchor_s - self._view_start_s) / self._view_width_s if self._view_width_s else 0.0
        share = share if 0 <= share <= 1 else 0.5
        width_s = self._view_width_s / factor
        self._view_width_s = min(self._duration_s, max(min(MIN_VIEW_S, self._duration_s), width_s))
        self._scroll_to(anchor_s - share * self._view_width_s)

    @property
    def _zoomed(self) -> bool:
        return self._view_width_s < self._duration_s

    def _scroll_to(self, start_s: float) -> None:
        self._view_start_s = max(0.0, min(start_s, self._duration_s - self._view_width_s))
        self.update()

    def _x(self, time_s: float) -> float:
        return (time_s - self._view_start_s) / self._view_width_s * self.width() if self._view_width_s else 0.0

    def _time_at_s(self, x: float) -> float:
        return max(0.0, min(self._duration_s, self._view_start_s + x / max(1, self.width()) * self._view_width_s))

    def sizeHint(self) -> QSize:
        one, both = (LOW_HEIGHT_PX, LOW_BOTH_HEIGHT_PX) if self._low else (HEIGHT_PX, BOTH_HEIGHT_PX)
        return QSize(600, both if self._view == "both" else one)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._duration_s:
            painter.end()
            return
        height = self.height() - SCALE_PX
        if self._loop_span_s is not None:
            left, right = (self._x(time_s) for time_s in self._loop_span_s)
            painter.fillRect(QRectF(left, 0, right - left, height), colors["accent_soft"])
        wave, spectrogram = self._areas(height)
        if wave.height():
            self._paint_wave(painter, wave)
        if spectrogram.height():
            self._paint_spectrogram(painter, spectrogram)
        position_x = self._x(self._position_s)
        painter.setPen(QPen(colors["faint"], 1))
        cuts = [
            self._x(start_s)
            for start_s, _ in self._segment_spans_s[1:]
            if self._view_start_s < start_s < self.view_s[1]
        ]
        if len(cuts) * 6 < self.width():  # closer lines would merge into a grey area
            painter.drawLines([QLineF(int(x) + 0.5, 0, int(x) + 0.5, height) for x in cuts])
        paint_time_scale(painter, self.font(), self.view_s, self.width(), height)
        painter.setPen(QPen(colors["ink"], 1.5))
        painter.drawLine(QPointF(position_x, 0), QPointF(position_x, height))
        if self.hasFocus():
            painter.setPen(QPen(colors["accent"], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, height - 1), 6, 6)
        painter.end()

    def _areas(self, height: int) -> tuple[QRect, QRect]:
        """Return where the wave and the spectrogram stand; one that is not shown has no height."""
        share = {"wave": 1.0, "spectrogram": 0.0, "both": 0.4}[self._view]
        wave_px = round(height * share)
        gap = 4 if self._view == "both" else 0
        return QRect(0, 0, self.width(), wave_px), QRect(0, wave_px + gap, self.width(), height - wave_px - gap)

    def _paint_wave(self, painter: QPainter, area: QRect) -> None:
        colors = current_colors()
        painter.setPen(Qt.PenStyle.NoPen)
        played: list[QRectF] = []
        unplayed: list[QRectF] = []
        middle, max_half_height, position_x = area.height() / 2, area.height() / 2 - 3, self._x(self._position_s)
        for index, peak in enumerate(self._bars().tolist()):
            x = index * (BAR_PX + GAP_PX)
            half_height = max(1.0, peak / self._max_peak * max_half_height)
            (played if x < position_x else unplayed).append(QRectF(x, middle - half_height, BAR_PX, 2 * half_height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(colors["accent"])
        painter.drawRects(played)
        painter.setBrush(colors["muted"])
        painter.drawRects(unplayed)

    def _paint_spectrogram(self, painter: QPainter, area: QRect) -> None:
        colors = current_colors()
        if self._spectrogram is None:
            painter.setPen(colors["muted"])
            text = self.tr("Computing the spectrogram… {time}").format(time=clock_text(self._spectrogram_s or 0.0))
            if self._spectrogram_s is not None:
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
            return
        key = (self.view_s, area.size().toTuple(), self.devicePixelRatioF(), colors.paper)
        if self._picture is None or self._picture[0] != key:
            ratio = self.devicePixelRatioF()
            width = max(1, round(area.width() * ratio))
            pixels = self._spectrogram.window(*self.view_s, width)
            size = QSize(width, max(1, round(area.height() * ratio)))
            image = spectrogram_image(pixels, colors["paper"], mix(colors["paper"], colors["ink"], 0.85))
            smooth = Qt.TransformationMode.SmoothTransformation
            pixmap = QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
            pixmap.setDevicePixelRatio(ratio)
            self._picture = key, pixmap
        painter.drawPixmap(area.topLeft(), self._picture[1])

    def _bars(self) -> NDArray[np.float32]:
        """Return the highest peak of each bar in the view, (bars,)."""
        count = max(1, self.width() // (BAR_PX + GAP_PX))
        peaks_per_s = len(self.peaks) / self._duration_s
        start, end = (time_s * peaks_per_s for time_s in self.view_s)
        return max_pool(self.peaks, count, start, end)

    # --- mouse and keys

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways, up = event.angleDelta().x(), event.angleDelta().y()
        if sideways or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._scroll_to(self._view_start_s - (sideways or up) / 120 * self._view_width_s * 0.15)
        else:
            self.zoom(1.25 ** (up / 120), self._time_at_s(event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press, self._dragged = (event.position().x(), self._view_start_s), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._press is None:
            self.setToolTip(
                self.tr("{time}: click to play, wheel to zoom").format(time=clock_text_tenths(self._time_at_s(x)))
            )
            return
        if self._zoomed and abs(x - self._press[0]) >= QApplication.startDragDistance():
            self._dragged = True
        if self._dragged:
            self._scroll_to(self._press[1] - (x - self._press[0]) / max(1, self.width()) * self._view_width_s)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._press is not None and not self._dragged and self._duration_s:
            self.seek_requested.emit(self._time_at_s(event.position().x()))
        self._press = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.seek_requested.emit(max(0.0, self._position_s - ARROW_STEP_S))
            case Qt.Key.Key_Right:
                self.seek_requested.emit(min(self._duration_s, self._position_s + ARROW_STEP_S))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1.5)
            case Qt.Key.Key_Minus:
                self.zoom(1 / 1.5)
            case Qt.Key.Key_0:
                self.zoom(1e-9)
            case _:
                super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Waveform"))
        keys = with_shortcut(self.tr("Zoom in"), "+"), with_shortcut(self.tr("Zoom out"), "-")
        self.setAccessibleDescription(", ".join(keys))
