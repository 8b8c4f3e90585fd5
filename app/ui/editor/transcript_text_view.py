"""View of a transcript's text: one paragraph a segment, times and speakers in the margin, and highlighted spans."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.transcript.edits import Segments
from app.transcript.find import Match
from app.transcript.model import Segment
from app.transcript.word_spans import range_at_time, segment_at_time, time_at_offset
from app.ui.formatting import clock_text_tenths
from app.ui.theme import current_colors

from .edit_session import EditSession

TIME_PX = 70
SPEAKER_PX = 110
LINE_HEIGHT_PERCENT = 135.0
LetterSpan = tuple[int, int, int]
"""Segment index, first letter and end letter."""


class TranscriptTextView(QTextEdit):
    """Shows the segments of an edit session; an edit replaces only the paragraphs that it changes."""

    play_requested = Signal(float)  # from this time on, seconds
    segment_entered = Signal(int)  # index of the segment that the cursor has moved to

    def __init__(self, edit_session: EditSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit_session = edit_session
        self._played_span: LetterSpan | None = None
        self._matches: list[Match] = []
        self.doubt_span: LetterSpan | None = None
        self._entered_index = -1
        self._updating = False
        self.setObjectName("transcript")
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)  # the edit session has its own undo stack
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self._margin = _Margin(self)
        self.verticalScrollBar().valueChanged.connect(self._margin.update)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._margin.update())
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        edit_session.changed.connect(self._show_segments)

    @property
    def segments(self) -> Segments:
        return self.edit_session.segments

    @property
    def editing(self) -> bool:
        return not self.isReadOnly()

    @property
    def current_index(self) -> int:
        """Index of the segment at the cursor; -1 where there is none."""
        return min(self.textCursor().blockNumber(), len(self.segments) - 1)

    @property
    def selection(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Start and end of the selection as (segment index, letter); equal where nothing is selected."""
        cursor, ends = self.textCursor(), []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            block = self.document().findBlock(position)
            ends.append((block.blockNumber(), position - block.position()))
        return ends[0], ends[1]

    @property
    def cursor_time_s(self) -> float:
        """Time at which the word at the cursor is said."""
        if not self.segments:
            return 0.0
        return time_at_offset(self.segments[self.current_index], self.textCursor().positionInBlock())

    @property
    def margin_px(self) -> int:
        return TIME_PX + (SPEAKER_PX if any(segment.speaker for segment in self.segments) else 0)

    def show_played_word(self, time_s: float | None) -> None:
        """Highlight the word that is said at ``time_s`` and scroll to it; None clears the highlight."""
        span: LetterSpan | None = None
        if time_s is not None:
            index = segment_at_time(self.segments, time_s)
            if index is not None:
                span = (index, *(range_at_time(self.segments[index], time_s) or (0, 0)))
        if span != self._played_span:
            self._played_span = span
            self._update_highlights()
            self._margin.update()
            if span is not None and not self.editing:
                self._scroll_to(span[0], span[1])

    def show_matches(self, matches: list[Match]) -> None:
        """Highlight the matches of a search."""
        self._matches = matches
        self._update_highlights()

    def show_doubt(self, span: LetterSpan | None) -> None:
        """Highlight and select the span that the user checks; None clears the highlight."""
        self.doubt_span = span
        self._update_highlights()
        if span is not None:
            self.select(*span)

    def select(self, index: int, start: int, end: int) -> None:
        """Select the letters ``[start, end)`` of a segment and scroll to them."""
        self.setTextCursor(self._cursor_at(index, start, end))
        self.ensureCursorVisible()

    def _cursor_at(self, index: int, start: int, end: int) -> QTextCursor:
        """Return a cursor that selects the letters ``[start, end)`` of a paragraph, or fewer where it is shorter."""
        block = self.document().findBlockByNumber(index)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(start, block.length() - 1))
        cursor.setPosition(block.position() + min(end, block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _scroll_to(self, index: int, letter: int) -> None:
        rect = self.cursorRect(self._cursor_at(index, letter, letter))
        area = self.viewport().rect()
        if rect.bottom() > area.bottom() - 8 or rect.top() < area.top():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + rect.top() - area.height() // 3)

    def _update_highlights(self) -> None:
        highlights = [
            self._highlight((match.segment_index, match.start, match.end), "warn_soft") for match in self._matches
        ]
        if self.doubt_span is not None:
            highlights.append(self._highlight(self.doubt_span, "warn_soft"))
        if self._played_span is not None and self._played_span[2] > self._played_span[1]:
            played = self._highlight(self._played_span, "accent")
            played.format.setForeground(current_colors()["on_accent"])
            highlights.append(played)
        self.setExtraSelections(highlights)

    def _highlight(self, span: LetterSpan, background: str) -> QTextEdit.ExtraSelection:
        highlight = QTextEdit.ExtraSelection()
        highlight.cursor = self._cursor_at(*span)
        highlight.format.setBackground(current_colors()[background])
        return highlight

    @Slot()
    def _show_segments(self) -> None:
        """Bring the paragraphs up to date with the segments; cursor and scroll position stay."""
        self._updating = True
        texts = [segment.text for segment in self.segments]
        shown = self._paragraph_texts()
        if len(texts) == len(shown):
            for index, text in enumerate(texts):
                if " ".join(shown[index].split()) != text:
                    self._replace_block(index, text)
        else:
            row, column = self.textCursor().blockNumber(), self.textCursor().positionInBlock()
            scroll_position = self.verticalScrollBar().value()
            self.setPlainText("\n".join(texts))
            self.setTextCursor(self._cursor_at(min(row, self.document().blockCount() - 1), column, column))
            self.verticalScrollBar().setValue(scroll_position)
        block_format = QTextBlockFormat()
        block_format.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block_format.setBottomMargin(9)
        whole_document = QTextCursor(self.document())
        whole_document.select(QTextCursor.SelectionType.Document)
        whole_document.mergeBlockFormat(block_format)
        self._updating = False
        self._layout_margin()
        self._update_highlights()
        self._entered_index = -1
        self._on_cursor_moved()

    def _paragraph_texts(self) -> list[str]:
        texts = []
        block: QTextBlock = self.document().begin()
        while block.isValid():
            texts.append(block.text())
            block = block.next()
        return texts

    def _replace_block(self, index: int, text: str) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(index))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    @Slot()
    def _on_cursor_moved(self) -> None:
        if not self._updating and self.current_index != self._entered_index:
            self._entered_index = self.current_index
            self.segment_entered.emit(self._entered_index)

    # --- margin

    def visible_paragraphs(self) -> list[tuple[QRectF, int, Segment]]:
        """Return rectangle (in the viewport), index and segment of each visible paragraph."""
        visible: list[tuple[QRectF, int, Segment]] = []
        offset, layout = -self.verticalScrollBar().value(), self.document().documentLayout()
        block: QTextBlock = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid() and block.blockNumber() < len(self.segments):
            box = layout.blockBoundingRect(block).translated(0, offset)
            if box.top() > self.viewport().height():
                break
            visible.append((box, block.blockNumber(), self.segments[block.blockNumber()]))
            block = block.next()
        return visible

    @property
    def highlighted_index(self) -> int:
        """Index of the segment that is highlighted in the margin; -1 for none."""
        return self._played_span[0] if self._played_span is not None else self.current_index if self.hasFocus() else -1

    def _layout_margin(self) -> None:
        self.setViewportMargins(self.margin_px, 0, 0, 0)
        area = self.contentsRect()
        self._margin.setGeometry(QRect(area.left(), area.top(), self.margin_px, area.height()))
        self._margin.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout_margin()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(current_colors()["muted"])
        for box, _, segment in self.visible_paragraphs():
            if not segment.text and not self.editing:
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.tr("(no speech)"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._update_highlights()


class _Margin(QWidget):
    """Time and speaker of each paragraph; a click plays the paragraph."""

    def __init__(self, text: TranscriptTextView) -> None:
        super().__init__(text)
        self._text = text
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._text.margin_px, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, left = current_colors(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self._text.font())
        font.setPixelSize(12)
        line_px = self._text.fontMetrics().height() * LINE_HEIGHT_PERCENT / 100
        for box, index, segment in self._text.visible_paragraphs():
            highlighted = index == self._text.highlighted_index
            painter.setFont(font)
            painter.setPen(colors["accent" if highlighted else "muted"])
            painter.drawText(QRectF(8, box.top() - 2, TIME_PX - 18, line_px), left, clock_text_tenths(segment.start_s))
            if segment.speaker:
                painter.setPen(colors["ink"])
                rect = QRectF(TIME_PX - 4, box.top() - 2, SPEAKER_PX - 8, line_px)
                elided = painter.fontMetrics().elidedText(
                    segment.speaker, Qt.TextElideMode.ElideRight, int(rect.width())
                )
                painter.drawText(rect, left, elided)
            if highlighted:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors["accent"])
                painter.drawRoundedRect(QRectF(0, box.top() + 3, 3, max(8.0, box.height() - 8)), 1.5, 1.5)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for box, index, segment in self._text.visible_paragraphs():
            if box.top() <= event.position().y() < box.bottom():
                self._text.select(index, 0, 0)
                self._text.play_requested.emit(segment.start_s)
