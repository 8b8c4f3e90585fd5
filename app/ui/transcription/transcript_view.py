"""The transcript, one paragraph per segment, with the times in a margin that is not part of the selectable text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.transcript.model import Segment
from app.ui.formatting import clock_text_tenths
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors
from app.ui.widgets.translation_mixin import TranslationMixin

MARGIN_PX = 74
LINE_HEIGHT_PERCENT = 128.0


class TranscriptView(TranslationMixin, QTextEdit):
    """Read-only, selectable by mouse and keyboard. A click on a segment's time requests its replay."""

    segment_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._segments: list[Segment] = []
        self._pending_s: float | None = None
        self._marked_segment: int | None = None
        super().__init__(parent)
        self.setObjectName("transcript")
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # dropped files belong to the window
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(MARGIN_PX, 0, 0, 0)
        self._time_margin = _TimeMargin(self)
        self._retranslate()
        self.verticalScrollBar().valueChanged.connect(self._time_margin.update)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._time_margin.update())

    @property
    def segments(self) -> list[Segment]:
        return list(self._segments)

    def show_segments(self, segments: Sequence[Segment], pending_s: float | None = None) -> None:
        """Replace the text. ``pending_s`` is the start of the segment that is being decoded, if any."""
        segments = list(segments)
        self.clear()
        self._segments, self._pending_s = [], None
        for segment in segments:
            self.append_segment(segment)
        self.show_pending(pending_s)

    def append_segment(self, segment: Segment) -> None:
        """Append a finished segment. The selection stays, and the view scrolls only if it was at the end."""
        if self._segments and segment.index < self._segments[-1].index:  # a later segment of its batch was done before
            ordered = sorted([*self._segments, segment], key=lambda done: done.index)
            self.show_segments(ordered, self._pending_s)
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        self.show_pending(None)
        self._segments.append(segment)
        silent = not segment.text
        self._append_paragraph(self.tr("(no speech)") if silent else segment.text, quiet=silent)
        if at_end:
            bar.setValue(bar.maximum())

    def show_pending(self, start_s: float | None) -> None:
        """Show the placeholder of the segment that is being decoded, or remove it (None)."""
        if start_s is None and self._pending_s is not None:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.removeSelectedText()
        elif start_s is not None and self._pending_s is None:
            bar = self.verticalScrollBar()
            at_end = bar.value() >= bar.maximum() - 4
            self._append_paragraph(self.tr("annealing…"), quiet=True)
            if at_end:
                bar.setValue(bar.maximum())
        self._pending_s = start_s
        self._time_margin.update()

    def mark_segment(self, segment: int | None) -> None:
        """Mark the segment that is being replayed, or none."""
        self._marked_segment = segment
        self._time_margin.update()

    def current_segment(self) -> int | None:
        """Return the index of the segment with the text cursor."""
        row = self.textCursor().blockNumber()
        return self._segments[row].index if row < len(self._segments) else None

    def _append_paragraph(self, text: str, quiet: bool) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self.document().isEmpty():
            cursor.insertBlock()
        block = QTextBlockFormat()
        block.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(7)
        cursor.setBlockFormat(block)
        text_format = QTextCharFormat()
        if quiet:
            text_format.setForeground(current_colors()["muted"])
        cursor.setBlockCharFormat(text_format)
        cursor.insertText(text, text_format)

    # --- the margin

    def paragraph_rows(self) -> list[tuple[QRectF, float, int | None]]:
        """Return for each paragraph its rectangle in the viewport, its time in seconds and its segment (None: pending)."""
        rows: list[tuple[QRectF, float, int | None]] = []
        offset = -self.verticalScrollBar().value()
        block: QTextBlock = self.document().begin()
        while block.isValid():
            box = self.document().documentLayout().blockBoundingRect(block).translated(0, offset)
            row = block.blockNumber()
            if row < len(self._segments):
                rows.append((box, self._segments[row].start_s, self._segments[row].index))
            elif self._pending_s is not None:
                rows.append((box, self._pending_s, None))
            block = block.next()
        return rows

    @property
    def marked_segment(self) -> int | None:
        return self._marked_segment

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        stale = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange)
        if stale and (self._segments or self._pending_s is not None):
            scroll_value = self.verticalScrollBar().value()
            self.show_segments(self._segments, self._pending_s)  # placeholders have a color and a text of their own
            self.verticalScrollBar().setValue(scroll_value)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Transcript"))
        self._time_margin.setToolTip(with_shortcut(self.tr("Replay this segment"), "Ctrl+Return"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.contentsRect()
        self._time_margin.setGeometry(QRect(area.left(), area.top(), MARGIN_PX, area.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:  # the window records with it; the default would scroll
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


class _TimeMargin(QWidget):
    """The margin with the time of each paragraph."""

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self._view = view
        self._hovered_segment: int | None = None
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(MARGIN_PX, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self._view.font())
        font.setPixelSize(12)
        painter.setFont(font)
        text_px = self._view.fontMetrics().height() * LINE_HEIGHT_PERCENT / 100
        for box, start_s, segment in self._view.paragraph_rows():
            if box.top() > self.height() or box.bottom() < 0:
                continue
            highlighted = segment is not None and segment in (self._view.marked_segment, self._hovered_segment)
            painter.setPen(colors["accent" if highlighted else "muted"])
            time_rect = QRectF(2, box.top(), MARGIN_PX - 14, text_px)
            painter.drawText(
                time_rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, clock_text_tenths(start_s)
            )
            if segment is not None and segment == self._view.marked_segment:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors["accent"])
                painter.drawRoundedRect(QRectF(MARGIN_PX - 12, box.top() + 3, 3, max(8.0, box.height() - 13)), 1.5, 1.5)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self._segment_at(event.position().y()))

    def leaveEvent(self, event: object) -> None:
        self._set_hovered(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        segment = self._segment_at(event.position().y())
        if segment is not None:
            self._view.segment_chosen.emit(segment)

    def _segment_at(self, y: float) -> int | None:
        return next((segment for box, _, segment in self._view.paragraph_rows() if box.top() <= y < box.bottom()), None)

    def _set_hovered(self, segment: int | None) -> None:
        if segment != self._hovered_segment:
            self._hovered_segment = segment
            self.setCursor(Qt.CursorShape.ArrowCursor if segment is None else Qt.CursorShape.PointingHandCursor)
            self.update()
