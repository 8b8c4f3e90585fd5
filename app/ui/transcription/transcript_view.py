"""The transcript, one paragraph per segment, with the times in a margin that is not part of the selectable text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
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
from PySide6.QtWidgets import QPushButton, QTextEdit, QWidget

from app.transcript.model import Segment
from app.transcript.word_spans import range_at_time
from app.ui.formatting import clock_text_tenths
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors
from app.ui.widgets.focus_ring import KEYBOARD_REASONS, paint_focus_ring
from app.ui.widgets.pauses import MIN_PAUSE_S, draw_pause
from app.ui.widgets.translation_mixin import TranslationMixin

MARGIN_PX = 74
LINE_HEIGHT_PERCENT = 128.0
AT_END_PX = 4


@dataclass(frozen=True)
class _Paragraph:
    """What one paragraph shows: a segment's text, or a long pause."""

    start_s: float
    end_s: float
    segment: Segment | None
    """None for a pause."""


class TranscriptView(TranslationMixin, QTextEdit):
    """Read-only, selectable by mouse and keyboard. A click on a segment's time requests its replay."""

    segment_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._segments: list[Segment] = []
        self._paragraphs: list[_Paragraph] = []
        self._block_count = 0
        self._pending_s: float | None = None
        self._marked_segment: int | None = None
        self._pinned, self._live = True, False
        self._focused_by_key = False
        self._heard: tuple[int, tuple[int, int] | None] = -1, None
        super().__init__(parent)
        self.setObjectName("transcript")
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # dropped files belong to the window
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)  # nothing can be typed here
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(MARGIN_PX, 0, 0, 0)
        self._time_margin = _TimeMargin(self)
        self.newest_button = QPushButton(self)
        self.newest_button.setProperty("look", "chip")
        self.newest_button.clicked.connect(lambda: self.pin())
        self.newest_button.hide()
        self._retranslate()
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._time_margin.update)
        bar.actionTriggered.connect(self._on_scrolled_by_user)
        bar.rangeChanged.connect(self._follow)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._time_margin.update())

    @property
    def segments(self) -> list[Segment]:
        return list(self._segments)

    def show_segments(self, segments: Sequence[Segment], pending_s: float | None = None) -> None:
        """Replace the text. ``pending_s`` is the start of the segment that is being decoded, if any."""
        segments = list(segments)
        self.clear()
        self._segments, self._paragraphs, self._pending_s, self._block_count = [], [], None, 0
        for segment in segments:
            self.append_segment(segment)
        self.show_pending(pending_s)

    @property
    def pinned(self) -> bool:
        """Whether the newest line stays in sight. Only the user's own scrolling changes it, and a new file."""
        return self._pinned

    def set_live(self, live: bool) -> None:
        """Set whether more lines will come."""
        self._live = live
        self._show_newest_button()

    @Slot()
    def pin(self, pinned: bool = True) -> None:
        """Keep the newest line in sight from now on; or stay where the text is."""
        self._pinned = pinned
        self._follow()
        self._show_newest_button()

    @Slot()
    def _follow(self) -> None:
        if self._pinned:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    @Slot()
    def _on_scrolled_by_user(self) -> None:
        bar = self.verticalScrollBar()
        self._pinned = bar.sliderPosition() >= bar.maximum() - AT_END_PX  # where the action is going to lead
        self._show_newest_button()

    def _show_newest_button(self) -> None:
        self.newest_button.setVisible(self._live and not self._pinned)
        self._place_newest_button()

    def _place_newest_button(self) -> None:
        button = self.newest_button
        button.resize(button.sizeHint())
        area = self.contentsRect()
        button.move(area.center().x() - button.width() // 2, area.bottom() - button.height() - 4)
        button.raise_()

    def append_segment(self, segment: Segment) -> None:
        """Append a finished segment. The selection stays, and the view scrolls only if it is pinned to its end."""
        if self._segments and segment.index < self._segments[-1].index:  # a later segment of its batch was done before
            ordered = sorted([*self._segments, segment], key=lambda done: done.index)
            self.show_segments(ordered, self._pending_s)
            return
        self.show_pending(None)
        self._segments.append(segment)
        if segment.text:
            self._paragraphs.append(_Paragraph(segment.start_s, segment.end_s, segment))
            self._append_paragraph(segment.text)
        else:
            self._show_pause()

    def _show_pause(self) -> None:
        """Show the silence at the end as a paragraph once it is long."""
        start_s, end_s = silence_at_end(self._segments)
        last = self._paragraphs[-1] if self._paragraphs else None
        if end_s - start_s < MIN_PAUSE_S:
            return
        if last is not None and last.segment is None:
            self._remove_last_paragraph()
            self._paragraphs.pop()
        self._paragraphs.append(_Paragraph(start_s, end_s, None))
        self._append_paragraph("")  # its length is painted: it is no part of the text that is copied

    def _remove_last_paragraph(self) -> None:
        self._block_count -= 1
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if self._block_count:
            cursor.deletePreviousChar()  # BlockUnderCursor selects nothing where the last paragraph is empty

    def show_pending(self, start_s: float | None, writes: bool = False) -> None:
        """Show the placeholder of the segment that is being denoised, or written, or remove it (None)."""
        if start_s is None and self._pending_s is not None:
            self._remove_last_paragraph()
        elif start_s is not None and self._pending_s is None:
            self._append_paragraph(self.tr("writing…") if writes else self.tr("annealing…"), quiet=True)
        self._pending_s = start_s
        self._time_margin.update()

    def mark_segment(self, segment: int | None) -> None:
        """Mark the segment that is being replayed, or none."""
        self._marked_segment = segment
        self._time_margin.update()

    def show_heard(self, time_s: float | None) -> None:
        """Light the word that is heard at a time of the source, and keep its line in sight; None for none."""
        row, place = -1, None
        if time_s is not None:
            spoken = (row for row, part in enumerate(self._paragraphs) if part.start_s <= time_s < part.end_s)
            row = next(spoken, -1)
            segment = self._paragraphs[row].segment if row >= 0 else None
            place = range_at_time(segment, time_s) if segment is not None else None
        if (row, place) == self._heard:
            return
        if not self._live and row >= 0 and row != self._heard[0]:
            self._bring_into_sight(row)
        self._heard = row, place
        block = self.document().findBlockByNumber(row)
        selection = QTextEdit.ExtraSelection()
        if place is not None and block.isValid() and block.length() > place[1]:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + place[0])
            cursor.setPosition(block.position() + place[1], QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format.setBackground(current_colors()["accent_soft"])
            self.setExtraSelections([selection])
        else:
            self.setExtraSelections([])

    def _bring_into_sight(self, row: int) -> None:
        box = self.paragraph_rows()[row][0]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if box.top() < 0 or box.bottom() > height:
            bar.setValue(bar.value() + round(box.top() - height / 4))

    def current_segment(self) -> int | None:
        """Return the index of the segment with the text cursor."""
        row = self.textCursor().blockNumber()
        segment = self._paragraphs[row].segment if row < len(self._paragraphs) else None
        return segment.index if segment is not None else None

    def _append_paragraph(self, text: str, quiet: bool = False) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._block_count:
            cursor.insertBlock()
        self._block_count += 1
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
        """Return for each paragraph its rectangle in the viewport, its time in seconds and its segment, if it has one."""
        rows: list[tuple[QRectF, float, int | None]] = []
        offset = -self.verticalScrollBar().value()
        block: QTextBlock = self.document().begin()
        while block.isValid():
            box = self.document().documentLayout().blockBoundingRect(block).translated(0, offset)
            row = block.blockNumber()
            if row < len(self._paragraphs):
                paragraph = self._paragraphs[row]
                rows.append((box, paragraph.start_s, paragraph.segment.index if paragraph.segment else None))
            elif self._pending_s is not None:
                rows.append((box, self._pending_s, None))
            block = block.next()
        return rows

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for (box, _, _), paragraph in zip(self.paragraph_rows(), self._paragraphs, strict=False):
            if paragraph.segment is None and box.bottom() >= 0 and box.top() <= self.viewport().height():
                draw_pause(painter, box, paragraph.end_s - paragraph.start_s)
        painter.end()
        if self._focused_by_key and self.hasFocus():  # it has no cursor that would show it
            paint_focus_ring(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focused_by_key = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

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
        self.newest_button.setText(self.tr("Newest"))
        self.newest_button.setToolTip(self.tr("Go to the newest line, and stay there"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.contentsRect()
        self._time_margin.setGeometry(QRect(area.left(), area.top(), MARGIN_PX, area.height()))
        self._follow()
        self._place_newest_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:  # the window records with it; the default would scroll
            event.ignore()
            return
        super().keyPressEvent(event)
        self._on_scrolled_by_user()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)  # a selection may have scrolled
        self._on_scrolled_by_user()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


def silence_at_end(segments: Sequence[Segment]) -> tuple[float, float]:
    """Start and end of the silence that segments end with, in seconds; equal where they end with speech."""
    end_s = segments[-1].end_s
    start_s = end_s
    for segment in reversed(segments):
        if segment.text:
            break
        start_s = segment.start_s
    return start_s, end_s


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
                painter.drawRoundedRect(
                    QRectF(MARGIN_PX - 11, box.top() + 1, 3, max(text_px - 4, box.height() - 9)), 1.5, 1.5
                )
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
