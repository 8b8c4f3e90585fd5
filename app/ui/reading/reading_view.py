"""Reading view of a transcript: paragraphs without times, in a column that is good to read, at the size one likes."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app.settings import READING_PX_MAX, READING_PX_MIN
from app.transcript.edits import Segments
from app.transcript.paragraphs import paragraphs
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.translation_mixin import TranslationMixin

STEP_PX = 2
COLUMN_EM = 36
"""Width of the column of text, in its own size: about 75 letters."""
MIN_MARGIN_PX = 28


class ReadingView(TranslationMixin, QDialog):
    """Deletes itself when it is closed."""

    size_chosen = Signal(int)  # of the letters, px

    def __init__(self, title: str, segments: Segments, size_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._paragraphs, self._size_px = title, paragraphs(segments), size_px
        self.title_label = ElidedLabel()
        self.title_label.setProperty("look", "strong")
        self.smaller, self.larger = QPushButton("A−"), QPushButton("A+")
        for button, step_px in ((self.smaller, -STEP_PX), (self.larger, STEP_PX)):
            button.setProperty("look", "quiet")
            button.clicked.connect(lambda _checked=False, step_px=step_px: self.set_size(self._size_px + step_px))
        self.text = QTextBrowser()
        self.text.setObjectName("transcript")
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        top = QHBoxLayout()
        top.addWidget(self.title_label, 1)
        top.addWidget(self.smaller)
        top.addWidget(self.larger)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        for keys, step_px in ((QKeySequence.StandardKey.ZoomIn, STEP_PX), (QKeySequence.StandardKey.ZoomOut, -STEP_PX)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step_px=step_px: self.set_size(self._size_px + step_px))
        self.resize(860, 760)
        self._retranslate()
        self.text.setFocus()

    @property
    def size_px(self) -> int:
        return self._size_px

    @Slot(int)
    def set_size(self, size_px: int) -> None:
        """Set the size of the letters, within what the settings allow."""
        size_px = min(READING_PX_MAX, max(READING_PX_MIN, size_px))
        if size_px != self._size_px:
            self._size_px = size_px
            self._show_text()
            self.size_chosen.emit(size_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_column()

    def _show_text(self) -> None:
        at_share = self._scrolled_share()
        muted = current_colors()["muted"].name()
        parts, speaker = [], ""
        for paragraph in self._paragraphs:
            if paragraph.speaker and paragraph.speaker != speaker:
                parts.append(
                    f'<p style="color:{muted}; font-weight:600; margin:18px 0 0 0">{escape(paragraph.speaker)}</p>'
                )
            speaker = paragraph.speaker
            parts.append(f'<p style="line-height:130%; margin:6px 0 12px 0">{escape(paragraph.text)}</p>')
        self.text.setStyleSheet(f"font-size: {self._size_px}px")
        self.text.setHtml("".join(parts))
        self._fit_column()
        self.smaller.setEnabled(self._size_px > READING_PX_MIN)
        self.larger.setEnabled(self._size_px < READING_PX_MAX)
        bar = self.text.verticalScrollBar()
        bar.setValue(round(at_share * bar.maximum()))

    def _scrolled_share(self) -> float:
        bar = self.text.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def _fit_column(self) -> None:
        """Centre the column: lines that are longer are hard to read."""
        spare_px = self.width() - 40 - COLUMN_EM * self._size_px
        margin_px = max(MIN_MARGIN_PX, spare_px // 2)
        frame = self.text.document().rootFrame()
        shape = frame.frameFormat()
        shape.setLeftMargin(margin_px)
        shape.setRightMargin(margin_px)
        shape.setTopMargin(10)
        shape.setBottomMargin(40)
        frame.setFrameFormat(shape)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Read: {title}").format(title=self._title))
        self.title_label.set_full_text(self._title)
        self.smaller.setToolTip(with_shortcut(self.tr("Smaller letters"), "Ctrl+-"))
        self.larger.setToolTip(with_shortcut(self.tr("Larger letters"), "Ctrl++"))
        for button in (self.smaller, self.larger):
            button.setAccessibleName(button.toolTip())
        self.text.setAccessibleName(self.tr("The transcript"))
        self._show_text()
