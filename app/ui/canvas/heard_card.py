"""Card beside a token's details: its piece of the spectrogram, when it is heard, and what the sound alone says."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.speech.events import SegmentStarted
from app.ui.formatting import clock_text_hundredths, percent
from app.ui.theme import current_colors
from app.ui.widgets.translation_mixin import TranslationMixin

from .spectrogram_lane import spectrogram_image
from .token_places import PlacedWord

CUT_PX = QSize(120, 36)
PAD_PX, GAP_PX = 12, 6
COLUMNS_PER_S = 100


class HeardCard(TranslationMixin, QWidget):
    """Stands on top of the window, is transparent for the mouse and never takes the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._image = QImage()
        self._word: PlacedWord | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._retranslate()

    @property
    def texts(self) -> list[str]:
        """The lines beside the picture."""
        word = self._word
        if word is None:
            return []
        times = f"{clock_text_hundredths(word.start_s)} – {clock_text_hundredths(word.end_s)}"
        heard = self.tr("by the sound alone: {share}")
        return [times] if word.support is None else [times, heard.format(share=percent(word.support))]

    def show_word(self, started: SegmentStarted, word: PlacedWord, beside: QRect) -> None:
        """Show a word of a segment below a rectangle of the window, or above it where there is no room."""
        spectrogram = started.spectrogram
        if spectrogram is None:
            self.hide()
            return
        first = max(0, int((word.start_s - started.start_s) * COLUMNS_PER_S))
        end = max(first + 1, int(np.ceil((word.end_s - started.start_s) * COLUMNS_PER_S)))
        colors = current_colors()
        self._image = spectrogram_image(spectrogram[:, first:end], colors["paper"], colors["accent"])
        self._word = word
        self.setAccessibleDescription(", ".join(self.texts))
        self.resize(max(self.sizeHint().width(), beside.width()), self.sizeHint().height())
        y = beside.bottom() + GAP_PX
        if y + self.height() > self._window.height() - 8:
            y = beside.top() - GAP_PX - self.height()
        self.move(min(beside.left(), self._window.width() - self.width() - 8), y)
        self.raise_()
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        text = max((metrics.horizontalAdvance(line) for line in self.texts), default=0)
        return QSize(3 * PAD_PX + CUT_PX.width() + text, 2 * PAD_PX + CUT_PX.height() - 4)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = current_colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(colors["line"], 1))
        painter.setBrush(colors["surface"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        cut = QRect(PAD_PX, PAD_PX - 2, CUT_PX.width(), CUT_PX.height())
        painter.drawImage(cut, self._image)
        painter.setFont(self._font())
        left = cut.right() + PAD_PX
        lines = self.texts
        height = cut.height() / max(1, len(lines))
        for number, line in enumerate(lines):
            painter.setPen(colors["ink" if number == 0 else "muted"])
            box = QRectF(left, cut.top() + number * height, self.width() - left - 4, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What was heard"))
        self.update()
