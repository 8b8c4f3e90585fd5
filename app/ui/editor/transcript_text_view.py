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
from app.transcript.word_spans import moment_of, segment_at, word_heard
from app.ui.formatting import clock_tenths
from app.ui.theme import current_colors

from .edit_session import Corrections

TIME_PX = 70
SPEAKER_PX = 110
LINE_HEIGHT_PERCENT = 135.0


class ShownText(QTextEdit):
    """Shows the present state of the corrections, moving nothing that stays."""

    play_wanted = Signal(float)  # from this moment, seconds
    segment_entered = Signal(int)  # the cursor stands in another segment

    def __init__(self, corrections: Corrections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrections = corrections
        self._heard: tuple[int, int, int] | None = None  # segment, letters from and to
        self._found: list[Match] = []
        self._doubted: tuple[int, int, int] | None = None
        self._entered = -1
        self._showing = False
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
        corrections.changed.connect(self._show)

    @property
    def segments(self) -> Segments:
        return self._corrections.segments

    @property
    def correcting(self) -> bool:
        return not self.isReadOnly()

    @property
    def current(self) -> int:
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
    def current_moment_s(self) -> float:
        """When what stands at the cursor is said."""
        if not self.segments:
            return 0.0
        return moment_of(self.segments[self.current], self.textCursor().positionInBlock())

    @property
    def margin_px(self) -> int:
        return TIME_PX + (SPEAKER_PX if any(segment.speaker for segment in self.segments) else 0)

    def show_heard(self, moment_s: float | None) -> None:
        """Point out the word that is heard at a moment, and keep it in sight; None for nothing."""
        heard: tuple[int, int, int] | None = None
        if moment_s is not None:
            at = segment_at(self.segments, moment_s)
            if at is not None:
                place = word_heard(self.segments[at], moment_s)
                heard = (at, place.start, place.end) if place else (at, 0, 0)
        if heard != self._heard:
            self._heard = heard
            self._mark()
            self._margin.update()
            if heard is not None and not self.correcting:
                self._bring_into_sight(heard[0], heard[1])

    def show_found(self, matches: list[Match]) -> None:
        """Point out all places where something was found."""
        self._found = matches
        self._mark()

    def show_doubt(self, place: tuple[int, int, int] | None) -> None:
        """Point out the span that is being checked: its segment, and its letters from and to."""
        self._doubted = place
        self._mark()
        if place is not None:
            self.select(*place)

    def select(self, at: int, start: int, end: int) -> None:
        """Select letters of a segment and bring them into sight."""
        block = self.document().findBlockByNumber(at)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(start, block.length() - 1))
        cursor.setPosition(block.position() + min(end, block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _bring_into_sight(self, at: int, letter: int) -> None:
        block = self.document().findBlockByNumber(at)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(letter, block.length() - 1))
        place = self.cursorRect(cursor)
        area = self.viewport().rect()
        if place.bottom() > area.bottom() - 8 or place.top() < area.top():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + place.top() - area.height() // 3)

    def _mark(self) -> None:
        colors = current_colors()
        marks: list[QTextEdit.ExtraSelection] = []
        for match in self._found:
            marks.append(self._marking(match.at, match.start, match.end, "warn_soft"))
        if self._doubted is not None:
            marks.append(self._marking(*self._doubted, "warn_soft"))
        if self._heard is not None and self._heard[2] > self._heard[1]:
            mark = self._marking(*self._heard, "accent")
            mark.format.setForeground(colors["on_accent"])
            marks.append(mark)
        self.setExtraSelections(marks)

    def _marking(self, at: int, start: int, end: int, color: str) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        block = self.document().findBlockByNumber(at)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(start, block.length() - 1))
        cursor.setPosition(block.position() + min(end, block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setBackground(current_colors()[color])
        return mark

    @Slot()
    def _show(self) -> None:
        """Let the paragraphs say what the segments do, moving nothing that stays."""
        self._showing = True
        texts = [segment.text for segment in self.segments]
        shown = self._texts()
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
        self._showing = False
        self._place_margin()
        self._mark()
        self._entered = -1
        self._on_cursor_moved()

    def _texts(self) -> list[str]:
        texts = []
        block: QTextBlock = self.document().begin()
        while block.isValid():
            texts.append(block.text())
            block = block.next()
        return texts

    def _replace_block(self, at: int, text: str) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(at))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    @Slot()
    def _on_cursor_moved(self) -> None:
        if not self._showing and self.current != self._entered:
            self._entered = self.current
            self.segment_entered.emit(self._entered)

    # --- the margin

    def rows(self) -> list[tuple[QRectF, int, Segment]]:
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
    def lit(self) -> int:
        """The segment that is pointed out in the margin."""
        return self._heard[0] if self._heard is not None else self.current if self.hasFocus() else -1

    def _place_margin(self) -> None:
        self.setViewportMargins(self.margin_px, 0, 0, 0)
        area = self.contentsRect()
        self._margin.setGeometry(QRect(area.left(), area.top(), self.margin_px, area.height()))
        self._margin.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margin()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(current_colors()["muted"])
        for box, _, segment in self.rows():
            if not segment.text and not self.correcting:
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.tr("(no speech)"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()


class _Margin(QWidget):
    """A time for each paragraph, and who speaks; a click plays the paragraph."""

    def __init__(self, text: ShownText) -> None:
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
        for box, at, segment in self._text.rows():
            lit = at == self._text.lit
            painter.setFont(font)
            painter.setPen(colors["accent" if lit else "muted"])
            painter.drawText(QRectF(8, box.top() - 2, TIME_PX - 18, line_px), left, clock_tenths(segment.start_s))
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
        for box, at, segment in self._text.rows():
            if box.top() <= event.position().y() < box.bottom():
                self._text.select(at, 0, 0)
                self._text.play_wanted.emit(segment.start_s)
