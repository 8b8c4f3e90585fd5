"""List view of the library: three lines an entry, whose title can be edited in place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QDate, QDateTime, QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.library.entry import Entry
from app.transcript.clock import clock_text
from app.ui.interface_language import LANGUAGE_NAMES
from app.ui.theme import current_colors
from app.ui.widgets.translation_mixin import TranslationMixin

from .entries_model import ROW_ROLE, EntriesModel, EntryRow, Index

ROW_HEIGHT_PX = 88
DATE_PX = 150
HIT_CONTEXT_LETTERS = 24
"""Context shown before the first searched word."""


class EntriesView(TranslationMixin, QListView):
    """The entries of an ``EntriesModel``, with keys and texts of the list."""

    open_requested = Signal(object)  # EntryRow

    def __init__(self, model: EntriesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entries")
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self.open_index)
        self._retranslate()

    @property
    def selected_entries(self) -> list[Entry]:
        """The selected entries that are loaded, from top to bottom."""
        rows = [index.data(ROW_ROLE) for index in sorted(self.selectedIndexes(), key=lambda index: index.row())]
        return [row.entry for row in rows if row is not None]

    @property
    def selected_uids(self) -> list[str]:
        """The uids of all selected entries, loaded or not, from top to bottom."""
        model = self.model()
        assert isinstance(model, EntriesModel)
        uids = model.uids
        return [uids[row] for row in sorted(index.row() for index in self.selectedIndexes())]

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaint only: rows have one height, but ``QListView`` would lay out all ten thousand again."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and not editing:
            self.open_index(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:  # the window's key for recording
            event.ignore()
        else:
            super().keyPressEvent(event)

    def open_index(self, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.open_requested.emit(row)

    def detail_text(self, entry: Entry) -> str:
        """Return the third line of a row: state, duration, language and model."""
        known = entry.known_language
        language = "" if known == "auto" else LANGUAGE_NAMES.get(known, known)
        parts = [
            self.state_text(entry),
            clock_text(entry.duration_s) if entry.duration_s else "",
            language,
            entry.model,
        ]
        return "  ·  ".join(part for part in parts if part)

    def state_text(self, entry: Entry) -> str:
        """Return the state of an entry; empty where it is complete."""
        return {
            "waiting": self.tr("waiting"),
            "running": self.tr("transcribing"),
            "interrupted": self.tr("interrupted"),
            "cancelled": self.tr("cancelled"),
            "failed": self.tr("failed"),
        }.get(entry.state, "")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Transcripts"))
        self.no_text, self.title_name = self.tr("No text yet"), self.tr("Title")


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: EntriesView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EntryRow | None = index.data(ROW_ROLE)
        colors = current_colors()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1.5, 2.5, -1.5, -2.5)
        if selected or hovered or focused:
            painter.setBrush(colors["accent_soft" if selected else "hover" if hovered else "surface"])
            painter.setPen(colors["accent"] if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 10, 10)
        elif index.row():
            painter.setPen(colors["line"])
            painter.drawLine(option.rect.left() + 16, option.rect.top(), option.rect.right() - 16, option.rect.top())
        if row is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["line"])
            for top, width in ((16, 180), (42, 420)):
                placeholder = QRectF(option.rect.left() + 16, option.rect.top() + top, width, 10)
                painter.drawRoundedRect(placeholder, 5, 5)
        else:
            self._paint_row(painter, option, row, colors["selected_muted" if selected else "muted"])
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: EntryRow, muted: QColor) -> None:
        colors, entry, content = current_colors(), row.entry, option.rect.adjusted(16, 0, -16, 0)
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        title, small = QFont(option.font), QFont(option.font)
        title.setPixelSize(14)
        title.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(12)

        painter.setFont(title)
        painter.setPen(colors["ink"])
        line = QRect(content.left(), content.top() + 11, content.width() - DATE_PX, 22)
        shown = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, left | middle, shown)

        painter.setFont(small)
        painter.setPen(muted)
        line = QRect(content.right() - DATE_PX, content.top() + 11, DATE_PX, 22)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, date_text(entry.created_s))
        line = QRect(content.left(), content.top() + 57, content.width(), 20)
        detail = self._view.detail_text(entry)
        if entry.resumable:
            painter.setPen(colors["warn"])
        painter.drawText(line, left | middle, detail)
        self._paint_tags(painter, line.adjusted(painter.fontMetrics().horizontalAdvance(detail) + 14, 0, 0, 0), entry)

        text = QFont(option.font)
        text.setPixelSize(13)
        painter.setFont(text)
        line = QRect(content.left(), content.top() + 34, content.width(), 21)
        excerpt = self._excerpt(row) or self._view.no_text
        shown = painter.fontMetrics().elidedText(excerpt, Qt.TextElideMode.ElideRight, line.width())
        for start, end in found_ranges(shown, self._searched_words()) if row.hit else ():
            x = line.left() + painter.fontMetrics().horizontalAdvance(shown[:start])
            width = painter.fontMetrics().horizontalAdvance(shown[start:end])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["find_ground"])
            painter.drawRoundedRect(QRectF(x - 1, line.top() + 2, width + 2, line.height() - 4), 3, 3)
        painter.setPen(colors["ink"] if row.hit else muted)
        painter.drawText(line, left | middle, shown)

    def _paint_tags(self, painter: QPainter, line: QRect, entry: Entry) -> None:
        colors, x = current_colors(), line.left()
        for tag in entry.tags:
            width = painter.fontMetrics().horizontalAdvance(tag) + 16
            if x + width > line.right():
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["hover"])
            painter.drawRoundedRect(QRectF(x, line.top() + 1, width, 18), 9, 9)
            painter.setPen(colors["ink"])
            painter.drawText(QRect(x, line.top() + 1, width, 18), Qt.AlignmentFlag.AlignCenter, tag)
            x += width + 6

    def _excerpt(self, row: EntryRow) -> str:
        """Return the beginning of the text, or the text around the first searched word."""
        if row.hit is None:
            return row.entry.preview
        offsets = [row.hit.text.casefold().find(word) for word in self._searched_words()]
        first = min((offset for offset in offsets if offset >= 0), default=0)
        start = max(0, first - HIT_CONTEXT_LETTERS)
        start = row.hit.text.rfind(" ", 0, start) + 1 if start else 0
        return ("… " if start else "") + row.hit.text[start:]

    def _searched_words(self) -> list[str]:
        model = self._view.model()
        assert isinstance(model, EntriesModel)
        return searched_words(model.query.text)

    # --- editing the title in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setObjectName("rename")
        field.setAccessibleName(self._view.title_name)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect.adjusted(8, 7, -DATE_PX - 24, 0)
        editor.setGeometry(rect.left(), rect.top(), rect.width(), 30)


def searched_words(query: str) -> list[str]:
    """Return the words of a search, as they are compared: casefolded and without quotation marks."""
    return query.casefold().replace('"', " ").split()


def found_ranges(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return (start, end) of every occurrence of the words at the beginning of a word of the text, in order."""
    folded = text.casefold()
    if len(folded) != len(text):  # offsets would not be those of the text
        return []
    patterns = [re.escape(word) for word in words]
    return [match.span() for match in re.finditer(rf"(?<![^\W_])(?:{'|'.join(patterns)})", folded)] if patterns else []


def date_text(created_s: float) -> str:
    """Return the time of day if ``created_s`` (seconds since 1970) is today, else the date."""
    created = QDateTime.fromSecsSinceEpoch(int(created_s))
    if created.date() == QDate.currentDate():
        return QLocale().toString(created.time(), QLocale.FormatType.ShortFormat)
    return QLocale().toString(created.date(), QLocale.FormatType.ShortFormat)
