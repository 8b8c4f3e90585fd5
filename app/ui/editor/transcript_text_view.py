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
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.transcript.edits import Segments, speakers_of
from app.transcript.find import Match
from app.transcript.model import Segment
from app.transcript.word_spans import range_at_time, segment_at_time, time_at_offset
from app.ui.formatting import clock_text_tenths
from app.ui.theme import current_colors, speaker_color
from app.ui.widgets.pauses import MIN_PAUSE_S, draw_pause

from .edit_session import EditSession

TIME_PX = 70
SPEAKER_PX = 110
LINE_HEIGHT_PERCENT = 135.0
PARAGRAPH_GAP_PX = 9
INLINE_RISE_PX = 4
"""How far a widget in place of a paragraph rises above it, to hide its marks."""
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
        self._doubts: list[LetterSpan] = []
        self._underlines_doubts = True
        self._inline: tuple[QWidget, int] | None = None
        """A widget in place of a paragraph, and the index of that."""
        self._marked_texts: tuple[str, ...] = ()
        """The texts that the marks were made for."""
        self._entered_index = -1
        self._updating = False
        self._silences: dict[int, float] = {}
        """Length in seconds of each pause that is shown, by the index of its first segment."""
        self.setObjectName("transcript")
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)  # the edit session has its own undo stack
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self._margin = _Margin(self)
        self.verticalScrollBar().valueChanged.connect(self._margin.update)
        self.verticalScrollBar().valueChanged.connect(self.place_inline)
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

    def show_doubts(self, spans: list[LetterSpan]) -> None:
        """Underline the places that are worth checking."""
        self._doubts = spans
        self._update_highlights()

    def set_underlines_doubts(self, on: bool) -> None:
        """Choose whether places worth checking are underlined."""
        self._underlines_doubts = on
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
            self._highlight((match.segment_index, match.start, match.end), "find_ground") for match in self._matches
        ]
        if self._underlines_doubts:
            highlights += [self._underline(span) for span in self._doubts]
        if self.doubt_span is not None:
            highlights.append(self._highlight(self.doubt_span, "warn_soft"))
        if self._played_span is not None and self._played_span[2] > self._played_span[1]:
            played = self._highlight(self._played_span, "accent")
            played.format.setForeground(current_colors()["on_accent"])
            highlights.append(played)
        self.setExtraSelections(highlights)

    def _underline(self, span: LetterSpan) -> QTextEdit.ExtraSelection:
        underline = QTextEdit.ExtraSelection()
        underline.cursor = self._cursor_at(*span)
        underline.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        underline.format.setUnderlineColor(current_colors()["warn"])
        return underline

    def _forget_stale_marks(self) -> None:
        """Clear the marks of places whose text is another one now: the letters have moved."""
        texts = tuple(segment.text for segment in self.segments)
        before, self._marked_texts = self._marked_texts, texts

        def stale(span: LetterSpan | None) -> bool:
            return span is not None and before[span[0] : span[0] + 1] != texts[span[0] : span[0] + 1]

        if stale(self.doubt_span):
            self.doubt_span = None
        if stale(self._played_span):
            self._played_span = None
        self._doubts = [span for span in self._doubts if not stale(span)]

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
        block_format.setBottomMargin(PARAGRAPH_GAP_PX)
        whole_document = QTextCursor(self.document())
        whole_document.select(QTextCursor.SelectionType.Document)
        whole_document.mergeBlockFormat(block_format)
        self._hide_short_pauses()
        self._updating = False
        self._forget_stale_marks()
        self._layout_margin()
        self._update_highlights()
        self._entered_index = -1
        self._on_cursor_moved()

    def _hide_short_pauses(self) -> None:
        """Show neighbouring segments without text as one pause if it is long, else not at all."""
        self._silences = long_pauses_s(self.segments)
        block: QTextBlock = self.document().begin()
        while block.isValid() and block.blockNumber() < len(self.segments):
            visible = bool(self.segments[block.blockNumber()].text) or block.blockNumber() in self._silences
            if visible != block.isVisible():
                block.setVisible(visible)
                self.document().markContentsDirty(block.position(), block.length())
            block = block.next()

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
        if not self._updating and not self.textCursor().block().isVisible():
            self._leave_hidden_paragraph()
            return
        if not self._updating and self.current_index != self._entered_index:
            self._entered_index = self.current_index
            self.segment_entered.emit(self._entered_index)

    def _leave_hidden_paragraph(self) -> None:
        """Move the cursor on to the next paragraph that is shown, in the direction in which it moved."""
        backwards = self.textCursor().blockNumber() < self._entered_index
        block = self.textCursor().block()
        for forward in (not backwards, backwards):
            shown = block
            while shown.isValid() and not shown.isVisible():
                shown = shown.next() if forward else shown.previous()
            if shown.isValid():
                cursor = self.textCursor()
                mode = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
                cursor.setPosition(shown.position() if forward else shown.position() + shown.length() - 1, mode)
                self.setTextCursor(cursor)
                return

    # --- a widget in place of a paragraph

    def show_inline(self, widget: QWidget, index: int) -> None:
        """Show a widget in place of a paragraph, which makes room for it; scroll only if it would not be seen."""
        self._inline = widget, index
        widget.setParent(self.viewport())
        widget.show()
        self.place_inline()
        self._scroll_to_inline()

    @Slot()
    def update_inline(self) -> None:
        """Place the widget anew after its contents have changed; where it has grown, scroll so far that all of it is seen."""
        if self._inline is not None:
            before = self._inline[0].height()
            self.place_inline()
            if self._inline[0].height() > before:
                self._scroll_to_inline()

    def _scroll_to_inline(self) -> None:
        if self._inline is None:
            return
        widget, index = self._inline
        block = self.document().findBlockByNumber(index)
        box = self.document().documentLayout().blockBoundingRect(block)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = box.top(), box.top() + widget.height()
        if bottom > bar.value() + height:
            bar.setValue(round(min(top, bottom - height + 8)))
        elif top < bar.value():
            bar.setValue(round(top))

    def hide_inline(self) -> None:
        """Remove the widget, and give its paragraph its own height again."""
        if self._inline is not None:
            (widget, index), self._inline = self._inline, None
            widget.hide()
            self._set_bottom_margin(index, PARAGRAPH_GAP_PX)
            self._set_room_below_text(0.0)

    @Slot()
    def place_inline(self) -> None:
        """Put the widget where its paragraph is now."""
        if self._inline is None:
            return
        widget, index = self._inline
        block = self.document().findBlockByNumber(index)
        if not block.isValid():
            return
        layout, width = self.document().documentLayout(), self.viewport().width()
        height = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
        last = block.layout().lineAt(block.layout().lineCount() - 1)
        text_px = last.y() + last.height() if last.isValid() else 0.0
        margin_px = max(PARAGRAPH_GAP_PX, height - text_px + PARAGRAPH_GAP_PX)
        self._set_bottom_margin(index, margin_px)
        self._set_room_below_text(margin_px - PARAGRAPH_GAP_PX if self._is_last_shown(block) else 0.0)
        top = layout.blockBoundingRect(block).top() - self.verticalScrollBar().value()
        widget.setGeometry(0, round(top) - INLINE_RISE_PX, width, INLINE_RISE_PX + max(height, round(text_px)))

    def _set_bottom_margin(self, index: int, margin_px: float) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(index))
        if not cursor.isNull() and cursor.blockFormat().bottomMargin() != margin_px:
            block_format = cursor.blockFormat()
            block_format.setBottomMargin(margin_px)
            updating, self._updating = self._updating, True
            cursor.setBlockFormat(block_format)
            self._updating = updating

    def _set_room_below_text(self, room_px: float) -> None:
        """Set the room below the last paragraph that is shown: Qt leaves that paragraph's own margin out."""
        frame = self.document().rootFrame()
        frame_format = frame.frameFormat()
        if frame_format.bottomMargin() != room_px:
            frame_format.setBottomMargin(room_px)
            updating, self._updating = self._updating, True
            frame.setFrameFormat(frame_format)
            self._updating = updating

    @staticmethod
    def _is_last_shown(block: QTextBlock) -> bool:
        block = block.next()
        while block.isValid() and not block.isVisible():
            block = block.next()
        return not block.isValid()

    # --- margin

    def visible_paragraphs(self) -> list[tuple[QRectF, int, Segment]]:
        """Return rectangle (in the viewport), index and segment of each visible paragraph."""
        visible: list[tuple[QRectF, int, Segment]] = []
        offset, layout = -self.verticalScrollBar().value(), self.document().documentLayout()
        block: QTextBlock = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid() and block.blockNumber() < len(self.segments):
            if not block.isVisible():
                block = block.next()
                continue
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
        self.place_inline()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for box, index, segment in self.visible_paragraphs():
            if not segment.text:
                draw_pause(painter, box, self._silences[index])
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._update_highlights()


def long_pauses_s(segments: Segments) -> dict[int, float]:
    """Return the length in seconds of each long pause, by the index of the first of its segments."""
    pauses: dict[int, float] = {}
    first: int | None = None
    for index, segment in enumerate([*segments, None]):
        if segment is not None and not segment.text:
            first = index if first is None else first
        elif first is not None:
            length_s = segments[index - 1].end_s - segments[first].start_s
            if length_s >= MIN_PAUSE_S:
                pauses[first] = length_s
            first = None
    return pauses


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
        speakers = speakers_of(self._text.segments)
        for box, index, segment in self._text.visible_paragraphs():
            highlighted = index == self._text.highlighted_index
            painter.setFont(font)
            painter.setPen(colors["accent" if highlighted else "muted"])
            painter.drawText(QRectF(8, box.top() - 2, TIME_PX - 18, line_px), left, clock_text_tenths(segment.start_s))
            if segment.speaker:
                ink = speaker_color(speakers.index(segment.speaker))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                painter.drawRoundedRect(QRectF(TIME_PX - 12, box.top() + 3, 3, max(8.0, box.height() - 8)), 1.5, 1.5)
                painter.setPen(ink)
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
