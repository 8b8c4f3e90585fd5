"""Review list: the few places that are most likely wrong, each heard, confirmed or corrected at one key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.library.word_candidates import Candidate
from app.library.word_doubt import DoubtfulSpan, doubtful_spans
from app.transcript.clock import clock_text
from app.transcript.edits import Segments
from app.transcript.text_words import plain_form
from app.ui.formatting import percent
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors
from app.ui.widgets.focus_ring import paint_list_focus
from app.ui.widgets.translation_mixin import TranslationMixin

ROW_ROLE = Qt.ItemDataRole.UserRole
ROW_PX, TIME_PX, PADDING_PX = 34, 40, 8
CONTEXT_LETTERS = 60
"""Letters on each side of a word that a row may show."""
MAX_ALTERNATIVES = 4


@dataclass(frozen=True)
class _Row:
    """A row: one place in its context, or the heading of several places with the same word."""

    spans: tuple[DoubtfulSpan, ...]
    before: str = ""
    after: str = ""

    @property
    def is_heading(self) -> bool:
        return len(self.spans) > 1


class ReviewList(TranslationMixin, QWidget):
    """Lists the places in doubt, those with the same word together. Hidden where there are none."""

    doubt_chosen = Signal(object)  # DoubtfulSpan, to be shown and played
    confirmed = Signal(object)  # tuple[DoubtfulSpan, ...]: these are right
    replaced = Signal(object, str)  # DoubtfulSpan and what belongs there
    alternatives_requested = Signal()  # of the chosen place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: Segments = ()
        self._total = 0
        self._moves_on = False
        self._alternatives: tuple[str, ...] = ()
        self._title, self._count = QLabel(), QLabel()
        self._title.setProperty("look", "strong")
        self._count.setProperty("look", "note")
        self._count.setIndent(0)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(5)
        self.list = _List()
        self.list.setItemDelegate(_RowDelegate(self.list))
        self.list.itemClicked.connect(self._on_item_chosen)
        self.list.confirm_pressed.connect(self.confirm_current)
        self.list.digit_pressed.connect(self._take_alternative)
        self.alternative_buttons = [QPushButton() for _ in range(MAX_ALTERNATIVES)]
        self.confirm_button, self.other_button, self.next_button = (QPushButton() for _ in range(3))
        self.confirm_button.clicked.connect(self.confirm_current)
        self.other_button.clicked.connect(self._on_other_clicked)
        self.next_button.clicked.connect(self.show_next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._count)
        column.addWidget(self.bar)
        column.addSpacing(6)
        column.addWidget(self.list, 1)
        for number, button in enumerate(self.alternative_buttons):
            button.setProperty("look", "choice")
            button.clicked.connect(lambda _checked=False, number=number: self._take_alternative(number))
            column.addWidget(button)
        column.addSpacing(4)
        for button in (self.confirm_button, self.other_button, self.next_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            column.addWidget(button)
        self.confirm_button.setProperty("look", "primary")
        self.other_button.setProperty("look", "quiet")
        self._retranslate()

    @property
    def doubts(self) -> list[DoubtfulSpan]:
        """The places in doubt, in the order of the list."""
        return [row.spans[0] for row in self._rows() if not row.is_heading]

    @property
    def current_doubt(self) -> DoubtfulSpan | None:
        """The chosen place."""
        item = self.list.currentItem()
        row: _Row | None = item.data(ROW_ROLE) if item is not None else None
        return row.spans[0] if row is not None and not row.is_heading else None

    def show_segments(self, segments: Segments, threshold: float, total: int) -> None:
        """List the places of these segments; the chosen one stays so if it is still there.

        Args:
            threshold: doubt from which on a word is listed, see ``doubt_threshold``.
            total: how many places there were before any was checked.
        """
        current, position = self.current_doubt, self.list.currentRow()
        self._segments = segments
        spans = doubtful_spans(segments, threshold)
        self._total = max(total, len(spans))
        self.list.clear()
        for row in _rows_of(segments, spans):
            item = QListWidgetItem(self.list)
            item.setData(ROW_ROLE, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _accessible_text(row))
        rows = self._rows()
        same = [n for n, row in enumerate(rows) if current is not None and _is_same(row, current)]
        self.list.setCurrentRow(same[0] if same else min(position, len(rows) - 1))
        self.setVisible(bool(rows))
        self.show_alternatives(())
        self._retranslate()
        if self._moves_on:
            self._moves_on = False
            self._show_from(max(0, position))

    def show_alternatives(self, candidates: Sequence[Candidate]) -> None:
        """Offer other words for the chosen place, by number."""
        shown = candidates[:MAX_ALTERNATIVES]
        self._alternatives = tuple(candidate.text for candidate in shown)
        for number, button in enumerate(self.alternative_buttons):
            button.setVisible(number < len(shown))
            if number < len(shown):
                probability = shown[number].probability
                likely = f"   {percent(probability)}" if probability is not None else ""
                button.setText(f"{number + 1}   {shown[number].text}{likely}")

    @Slot()
    def show_next(self) -> None:
        """Choose the next place; after the last the first."""
        self._show_from(self.list.currentRow() + 1)

    def _show_from(self, start: int) -> None:
        """Choose the first place at or after a row, else the first of all."""
        rows = self._rows()
        places = [n for n, row in enumerate(rows) if not row.is_heading]
        if places:
            self.list.setCurrentRow(next((n for n in places if n >= start), places[0]))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_item_chosen(self.list.currentItem())

    @Slot()
    def confirm_current(self) -> None:
        """Take the chosen place for right, or all places of a chosen heading, and go on to the next."""
        item = self.list.currentItem()
        if item is None:
            self.show_next()
            return
        row: _Row = item.data(ROW_ROLE)
        self._moves_on = True
        self.confirmed.emit(row.spans)

    @Slot(int)
    def _take_alternative(self, number: int) -> None:
        doubt = self.current_doubt
        if doubt is not None and number < len(self._alternatives):
            self._moves_on = True
            self.replaced.emit(doubt, self._alternatives[number])

    @Slot(object)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        row: _Row = item.data(ROW_ROLE)
        self.show_alternatives(())
        self._retranslate()
        if not row.is_heading:
            self.doubt_chosen.emit(row.spans[0])

    @Slot()
    def _on_other_clicked(self) -> None:
        if self.current_doubt is None:
            self.show_next()
        self.alternatives_requested.emit()

    def _rows(self) -> list[_Row]:
        return [self.list.item(row).data(ROW_ROLE) for row in range(self.list.count())]

    def _retranslate(self) -> None:
        checked = self._total - len(self.doubts)
        self._title.setText(self.tr("Words to check"))
        self._count.setText(self.tr("{checked} of {total} checked").format(checked=checked, total=self._total))
        self._count.setToolTip(self.tr("The words that are most likely wrong, judged by how they settled"))
        self.bar.setMaximum(max(1, self._total))
        self.bar.setValue(checked)
        self.bar.setAccessibleName(self._count.text())
        self.list.setAccessibleName(self.tr("Words to check"))
        item = self.list.currentItem()
        heading = item is not None and item.data(ROW_ROLE).is_heading
        self.confirm_button.setText(self.tr("All are right") if heading else self.tr("It is right"))
        self.confirm_button.setToolTip(with_shortcut(self.tr("Take it off the list and go on"), "Return"))
        self.other_button.setText(self.tr("Another word…"))
        self.other_button.setToolTip(with_shortcut(self.tr("What the word could be instead"), "F9"))
        self.next_button.setText(self.tr("Play next"))
        self.next_button.setToolTip(with_shortcut(self.tr("Play next"), "F8"))


class _List(QListWidget):
    """Return confirms, digits choose an alternative, and Space is left to the page."""

    confirm_pressed = Signal()
    digit_pressed = Signal(int)  # from 0

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("doubts")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_list_focus(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm_pressed.emit()
        elif 0 <= digit < MAX_ALTERNATIVES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.digit_pressed.emit(digit)
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _RowDelegate(QStyledItemDelegate):
    """Paints a place as its word in bold between what stands around it, and its time."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: _Row = index.data(ROW_ROLE)
        colors, box = current_colors(), QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or hovered:
            painter.setPen(colors["accent"] if focused and selected else Qt.PenStyle.NoPen)
            painter.setBrush(colors["accent_soft" if selected else "hover"])
            painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 8, 8)
        content = box.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        small, bold = QFont(option.font), QFont(option.font)
        small.setPixelSize(12)
        bold.setWeight(QFont.Weight.DemiBold)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(colors["selected_muted" if selected else "muted"])
        count = len(row.spans)
        painter.drawText(content, right, f"× {count}" if row.is_heading else clock_text(row.spans[0].start_s))
        content.adjust(0 if row.is_heading else 10 if row.before or row.after else 0, 0, -TIME_PX, 0)
        _paint_in_context(painter, content, row, bold, QFont(option.font))
        painter.restore()


def _paint_in_context(painter: QPainter, box: QRectF, row: _Row, bold: QFont, plain: QFont) -> None:
    """Paint the word of a row, and around it as much of its context as there is room for."""
    left, right = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
    plain_metrics, bold_metrics = QFontMetricsF(plain), QFontMetricsF(bold)
    word = bold_metrics.elidedText(row.spans[0].text, right, box.width())
    word_px = bold_metrics.horizontalAdvance(word)
    room_px = box.width() - word_px
    before = plain_metrics.elidedText(row.before, Qt.TextElideMode.ElideLeft, room_px * 0.42) if row.before else ""
    before_px = plain_metrics.horizontalAdvance(before)
    x = box.left()
    painter.setPen(current_colors()["ink"])
    for text, width, font in (
        (before, before_px, plain),
        (word, word_px, bold),
        (plain_metrics.elidedText(row.after, right, room_px - before_px), room_px - before_px, plain),
    ):
        painter.setFont(font)
        painter.drawText(QRectF(x, box.top(), width + 1, box.height()), left, text)
        x += width


def _rows_of(segments: Segments, spans: Iterable[DoubtfulSpan]) -> list[_Row]:
    """Rows of all spans, the worst first, those with the same word together below a heading."""
    groups: dict[str, list[DoubtfulSpan]] = {}
    for span in spans:
        key = " ".join(plain_form(word) for word in span.text.split()) or span.text
        groups.setdefault(key, []).append(span)
    rows: list[_Row] = []
    for group in groups.values():
        if len(group) > 1:
            rows.append(_Row(tuple(group)))
        for span in sorted(group, key=lambda span: span.start_s):
            text = segments[span.segment_index].text
            start, end = segments[span.segment_index].range_of(span.first_word, span.end_word) or (0, 0)
            rows.append(_Row((span,), text[max(0, start - CONTEXT_LETTERS) : start], text[end : end + CONTEXT_LETTERS]))
    return rows


def _accessible_text(row: _Row) -> str:
    span = row.spans[0]
    if row.is_heading:
        return f"{span.text} × {len(row.spans)}"
    return f"{row.before}{span.text}{row.after}, {clock_text(span.start_s)}"


def _is_same(row: _Row, doubt: DoubtfulSpan) -> bool:
    span = row.spans[0]
    return not row.is_heading and (span.text, span.start_s) == (doubt.text, doubt.start_s)
