"""The text of a transcript as it is shown: a paragraph a segment, times and speakers in the margin, places pointed out."""

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


class TranscriptTextView(QTextEdit):
    """Shows the present state of the corrections, moving nothing that stays."""

    play_wanted = Signal(float)  # from this moment, seconds
    segment_entered = Signal(int)  # the cursor stands in another segment

    def __init__(self, edit_session: EditSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit_session = edit_session
        self._played_span: tuple[int, int, int] | None = None  # segment, letters from and to
        self._matches: list[Match] = []
        self.doubt_span: tuple[int, int, int] | None = None
        self._entered_index = -1
        self._updating = False
        self.setObjectName("transcript")
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)  # the timeline of corrections knows better
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
        """The segment the cursor stands in; -1 where there is none."""
        return min(self.textCursor().blockNumber(), len(self.segments) - 1)

    @property
    def selection(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where the selection begins and ends: segment and letter; the same place twice where nothing is selected."""
        cursor, places = self.textCursor(), []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            block = self.document().findBlock(position)
            places.append((block.blockNumber(), position - block.position()))
        return places[0], places[1]

    @property
    def cursor_time_s(self) -> float:
        """When what stands at the cursor is said."""
        if not self.segments:
            return 0.0
        return time_at_offset(self.segments[self.current_index], self.textCursor().positionInBlock())

    @property
    def margin_px(self) -> int:
        return TIME_PX + (SPEAKER_PX if any(segment.speaker for segment in self.segments) else 0)

    def show_played_word(self, time_s: float | None) -> None:
        """Point out the word that is heard at a moment, and keep it in sight; None for nothing."""
        heard: tuple[int, int, int] | None = None
        if time_s is not None:
            at = segment_at_time(self.segments, time_s)
            if at is not None:
                heard = (at, *(range_at_time(self.segments[at], time_s) or (0, 0)))
        if heard != self._played_span:
            self._played_span = heard
            self._update_highlights()
            self._margin.update()
            if heard is not None and not self.editing:
                self._scroll_to(heard[0], heard[1])

    def show_matches(self, matches: list[Match]) -> None:
        """Point out all places where something was found."""
        self._matches = matches
        self._update_highlights()

    def show_doubt(self, span: tuple[int, int, int] | None) -> None:
        """Point out the span that is being checked: its segment, and its letters from and to."""
        self.doubt_span = span
        self._update_highlights()
        if span is not None:
            self.select(*span)

    def select(self, index: int, start: int, end: int) -> None:
        """Select letters of a segment and bring them into sight."""
        block = self.document().findBlockByNumber(index)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(start, block.length() - 1))
        cursor.setPosition(block.position() + min(end, block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _scroll_to(self, index: int, letter: int) -> None:
        block = self.document().findBlockByNumber(index)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(letter, block.length() - 1))
        place = self.cursorRect(cursor)
        area = self.viewport().rect()
        if place.bottom() > area.bottom() - 8 or place.top() < area.top():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + place.top() - area.height() // 3)

    def _update_highlights(self) -> None:
        colors = current_colors()
        marks: list[QTextEdit.ExtraSelection] = []
        for match in self._matches:
            marks.append(self._highlight(match.segment_index, match.start, match.end, "warn_soft"))
        if self.doubt_span is not None:
            marks.append(self._highlight(*self.doubt_span, "warn_soft"))
        if self._played_span is not None and self._played_span[2] > self._played_span[1]:
            mark = self._highlight(*self._played_span, "accent")
            mark.format.setForeground(colors["on_accent"])
            marks.append(mark)
        self.setExtraSelections(marks)

    def _highlight(self, index: int, start: int, end: int, color: str) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        block = self.document().findBlockByNumber(index)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(start, block.length() - 1))
        cursor.setPosition(block.position() + min(end, block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setBackground(current_colors()[color])
        return mark

    @Slot()
    def _show_segments(self) -> None:
        """Let the paragraphs say what the segments do, moving nothing that stays."""
        self._updating = True
        texts = [segment.text for segment in self.segments]
        shown = self._paragraph_texts()
        if len(texts) == len(shown):
            for at, text in enumerate(texts):
                if " ".join(shown[at].split()) != text:
                    self._replace_block(at, text)
        else:
            row, column = self.textCursor().blockNumber(), self.textCursor().positionInBlock()
            place = self.verticalScrollBar().value()
            self.setPlainText("\n".join(texts))
            block = self.document().findBlockByNumber(min(row, self.document().blockCount() - 1))
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + min(column, block.length() - 1))
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(place)
        look = QTextBlockFormat()
        look.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        look.setBottomMargin(9)
        everything = QTextCursor(self.document())
        everything.select(QTextCursor.SelectionType.Document)
        everything.mergeBlockFormat(look)
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

    # --- the margin

    def visible_paragraphs(self) -> list[tuple[QRectF, int, Segment]]:
        """The paragraphs in sight: their places in the viewport, their numbers and segments."""
        found: list[tuple[QRectF, int, Segment]] = []
        offset, layout = -self.verticalScrollBar().value(), self.document().documentLayout()
        block: QTextBlock = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid() and block.blockNumber() < len(self.segments):
            box = layout.blockBoundingRect(block).translated(0, offset)
            if box.top() > self.viewport().height():
                break
            found.append((box, block.blockNumber(), self.segments[block.blockNumber()]))
            block = block.next()
        return found

    @property
    def highlighted_index(self) -> int:
        """The segment that is pointed out in the margin."""
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
    """A time for each paragraph, and who speaks; a click plays the paragraph."""

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
        for box, at, segment in self._text.visible_paragraphs():
            lit = at == self._text.highlighted_index
            painter.setFont(font)
            painter.setPen(colors["accent" if lit else "muted"])
            painter.drawText(QRectF(8, box.top() - 2, TIME_PX - 18, line_px), left, clock_text_tenths(segment.start_s))
            if segment.speaker:
                painter.setPen(colors["ink"])
                place = QRectF(TIME_PX - 4, box.top() - 2, SPEAKER_PX - 8, line_px)
                shown = painter.fontMetrics().elidedText(
                    segment.speaker, Qt.TextElideMode.ElideRight, int(place.width())
                )
                painter.drawText(place, left, shown)
            if lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors["accent"])
                painter.drawRoundedRect(QRectF(0, box.top() + 3, 3, max(8.0, box.height() - 8)), 1.5, 1.5)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for box, at, segment in self._text.visible_paragraphs():
            if box.top() <= event.position().y() < box.bottom():
                self._text.select(at, 0, 0)
                self._text.play_wanted.emit(segment.start_s)
