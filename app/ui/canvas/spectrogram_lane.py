"""What the model hears of the shown segment: the encoder's log-mel, in the accent's color where its tokens have settled."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.speech.events import SegmentStarted
from app.ui.theme import current_colors, mix
from app.ui.widgets.translation_mixin import TranslationMixin

from .token_places import PlacedWord, TokenPlaces, no_places

LANE_PX, WORDS_PX = 88, 20
DIMMED = 0.4
"""Opacity of the rest while one token's band is shown."""
QUIET = 0.25
"""Share of the range, from its floor, that is as good as silence: it has the color of the paper."""
INK_SHARE = 0.72
"""How dark the loudest moment is, so that the columns that have settled stand out from it."""


class SpectrogramLane(TranslationMixin, QWidget):
    """Paints a segment's spectrogram from cached pictures, and its words at their times below."""

    position_hovered = Signal(int)
    """The canvas position whose token is heard under the mouse; -1 for none."""
    play_requested = Signal(float, float)
    """The user clicked on a word: its start and end, in seconds; where there is none, from there to the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._started: SegmentStarted | None = None
        self._places = no_places(0)
        self._settled: tuple[NDArray[np.bool_], NDArray[np.bool_], float] = np.zeros(0, bool), np.zeros(0, bool), 0.0
        self._position = -1
        self._playhead_s: float | None = None
        self._pixmaps: tuple[QPixmap, QPixmap] | None = None
        self._retranslate()

    @property
    def started(self) -> SegmentStarted | None:
        """The segment that is shown."""
        return self._started

    @property
    def places(self) -> TokenPlaces:
        return self._places

    def show_segment(self, started: SegmentStarted | None) -> None:
        """Show another segment, whose places follow; None for none."""
        self._started, self._pixmaps = started, None
        self._position, self._playhead_s = -1, None
        self.show_places(no_places(started.canvas_length if started is not None else 0))

    def show_places(self, places: TokenPlaces) -> None:
        """Show where the tokens are heard."""
        self._places = places
        self._settled = np.zeros(len(places.spans_s), bool), np.zeros(len(places.spans_s), bool), 0.0
        self.update()

    def show_settled(self, before: NDArray[np.bool_], after: NDArray[np.bool_], fraction: float) -> None:
        """Show which tokens (canvas,) have settled: at a step, at the next one, and how far between them, 0 to 1."""
        same = np.array_equal(before, self._settled[0]) and np.array_equal(after, self._settled[1])
        if not same or (fraction != self._settled[2] and not np.array_equal(before, after)):
            self._settled = before, after, fraction
            self.update(0, 0, self.width(), LANE_PX)

    def show_position(self, position: int) -> None:
        """Brighten the band of a token and dim the rest; -1 for none."""
        if position >= 0 and self.band(position) is None:
            position = -1
        if position != self._position:
            self._position = position
            self.update()

    def show_playhead(self, time_s: float | None) -> None:
        """Show the moment that is heard, in seconds of the source; None for none."""
        if time_s != self._playhead_s:
            self._playhead_s = time_s
            self.update()

    def band(self, position: int) -> QRectF | None:
        """Return the rectangle of a token's sound, in widget coordinates; None where its place is not known."""
        if not 0 <= position < len(self._places.spans_s):
            return None
        start_s, end_s = self._places.spans_s[position]
        if np.isnan(start_s):
            return None
        left, right = (
            round(self._x(start_s)),
            round(self._x(end_s)),
        )  # whole pixels: neighbours leave no line between them
        return QRectF(left, 0.0, max(right - left, 2), LANE_PX)

    def sizeHint(self) -> QSize:
        return QSize(600, LANE_PX + WORDS_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LANE_PX + WORDS_PX)

    @property
    def _duration_s(self) -> float:
        return self._started.end_s - self._started.start_s if self._started is not None else 0.0

    def _x(self, time_s: float) -> float:
        assert self._started is not None
        return float((time_s - self._started.start_s) / max(self._duration_s, 1e-9) * self.width())

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._started is None or self._started.spectrogram is None:
            return
        if self._pixmaps is None:
            self._pixmaps = self._make_pixmaps(self._started.spectrogram)
        resting, settled = self._pixmaps
        colors, painter = current_colors(), QPainter(self)
        hovered = self.band(self._position)
        painter.setOpacity(1.0 if hovered is None else DIMMED)
        painter.drawPixmap(0, 0, resting)
        before, after, fraction = self._settled
        self._paint_columns(painter, settled, before, painter.opacity())
        if fraction > 0.0:
            self._paint_columns(painter, settled, after & ~before, painter.opacity() * fraction)
        if hovered is not None:
            painter.setOpacity(1.0)
            now = before if fraction < 0.5 else after
            self._paint_band(painter, settled if now[self._position] else resting, hovered)
        painter.setOpacity(1.0)
        self._paint_words(painter)
        self._paint_caption(painter)
        if self._playhead_s is not None:
            painter.setPen(QPen(colors["ink"], 1.5))
            x = self._x(self._playhead_s)
            painter.drawLine(QPointF(x, 0), QPointF(x, LANE_PX))
        painter.end()

    def _paint_columns(self, painter: QPainter, pixmap: QPixmap, mask: NDArray[np.bool_], opacity: float) -> None:
        painter.save()
        painter.setOpacity(opacity)
        for position in np.flatnonzero(mask).tolist():
            band = self.band(position)
            if band is not None:
                self._paint_band(painter, pixmap, band)
        painter.restore()

    @staticmethod
    def _paint_band(painter: QPainter, pixmap: QPixmap, band: QRectF) -> None:
        ratio = pixmap.devicePixelRatio()
        source = QRectF(band.x() * ratio, band.y() * ratio, band.width() * ratio, band.height() * ratio)
        painter.drawPixmap(band, pixmap, source)

    def _paint_words(self, painter: QPainter) -> None:
        """Paint the words that fit beside each other; the one of the hovered token in any case."""
        colors, font = current_colors(), QFont(self.font())
        font.setPixelSize(12)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        chosen = self._places.word_of(self._position) if self._position >= 0 else None
        spoken = self._places.word_at(self._playhead_s) if self._playhead_s is not None else None
        right = -1e9
        for word in self._places.words:
            rect = self._word_rect(word, metrics.horizontalAdvance(word.text))
            emphasized = word is chosen or word is spoken
            if rect.left() < right + 4 and not emphasized:
                continue
            if emphasized:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors["accent_soft"])
                painter.drawRoundedRect(rect.adjusted(-3, 1, 3, -1), 4, 4)
            painter.setPen(colors["ink" if emphasized else "muted"])
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word.text)
            right = rect.right()

    def _word_rect(self, word: PlacedWord, width_px: int) -> QRectF:
        middle = self._x((word.start_s + word.end_s) / 2)
        left = min(max(2.0, middle - width_px / 2), max(2.0, self.width() - width_px - 2.0))
        return QRectF(left, LANE_PX, width_px + 1, WORDS_PX)

    def _paint_caption(self, painter: QPainter) -> None:
        colors, font = current_colors(), QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        text = self.tr("what the model hears")
        rect = QRectF(6, 5, painter.fontMetrics().horizontalAdvance(text) + 12, 17)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["paper"])  # opaque: over loud sound the text must keep its contrast
        painter.drawRoundedRect(rect, 8, 8)
        painter.setPen(colors["muted"])
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _make_pixmaps(self, spectrogram: NDArray[np.uint8]) -> tuple[QPixmap, QPixmap]:
        """Return the lane before and after its tokens have settled, at the size of the widget."""
        colors, ratio = current_colors(), self.devicePixelRatioF()
        size = QSize(max(1, round(self.width() * ratio)), round(LANE_PX * ratio))
        loudest = mix(colors["paper"], colors["ink"], INK_SHARE), colors["accent"]
        images = [spectrogram_image(spectrogram, colors["paper"], color) for color in loudest]
        smooth = Qt.TransformationMode.SmoothTransformation
        pixmaps = [
            QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)) for image in images
        ]
        for pixmap in pixmaps:
            pixmap.setDevicePixelRatio(ratio)
        return pixmaps[0], pixmaps[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._pixmaps = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._pixmaps = None
        super().changeEvent(event)

    # --- mouse

    def _time_at(self, x: float) -> float:
        assert self._started is not None
        return self._started.start_s + x / max(1, self.width()) * self._duration_s

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._started is None:
            return
        position = self._places.position_at(self._time_at(event.position().x()))
        self.show_position(-1 if position is None else position)
        self.position_hovered.emit(self._position)

    def leaveEvent(self, event: QEvent) -> None:
        self.show_position(-1)
        self.position_hovered.emit(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._started is None or event.button() != Qt.MouseButton.LeftButton:
            return
        time_s = self._time_at(event.position().x())
        word = self._places.word_at(time_s)
        if word is None:
            self.play_requested.emit(time_s, self._started.end_s)
        else:
            self.play_requested.emit(word.start_s, word.end_s)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Spectrogram of the segment"))
        self.setToolTip(self.tr("What the model hears; click to play"))
        self.update()


def spectrogram_image(spectrogram: NDArray[np.uint8], quiet: QColor, loud: QColor) -> QImage:
    """Return a spectrogram (bands, columns), lowest band first, as a picture from ``quiet`` to ``loud``, lowest band below."""
    share = np.clip((np.arange(256) / 255 - QUIET) / (1 - QUIET), 0, 1)[:, None]
    ends = np.array([[color.red(), color.green(), color.blue()] for color in (quiet, loud)], np.float64)
    table = np.rint(ends[0] + share * (ends[1] - ends[0])).astype(np.uint32)
    argb = 0xFF000000 | (table[:, 0] << 16) | (table[:, 1] << 8) | table[:, 2]
    pixels = np.ascontiguousarray(argb[spectrogram[::-1]].astype(np.uint32))
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
