"""List of models: title and state of each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.theme import current_colors

WIDTH_PX, ROW_HEIGHT_PX = 248, 66
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class ModelRow:
    """A row of the list."""

    name: str
    title: str
    state: str
    share: float | None = None
    """How much of it has been downloaded or imported, 0 to 1; None where nothing is."""


class ModelList(QListWidget):
    """Shows rows; the current one is identified by its name."""

    name_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelList")
        self.setFixedWidth(WIDTH_PX)
        self.setItemDelegate(_RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.currentItemChanged.connect(self._on_current_changed)

    @property
    def current_name(self) -> str:
        item = self.currentItem()
        return item.data(ROW_ROLE).name if item is not None else ""

    @property
    def names(self) -> list[str]:
        return [self.item(row).data(ROW_ROLE).name for row in range(self.count())]

    def show_rows(self, rows: list[ModelRow]) -> None:
        """Replace the rows; the current one stays current, or else the first becomes it."""
        chosen = self.current_name
        if [row.name for row in rows] != self.names:
            self.blockSignals(True)
            self.clear()
            for row in rows:
                self.addItem(QListWidgetItem())
                self.item(self.count() - 1).setData(ROW_ROLE, row)
            self.blockSignals(False)
            self.choose(chosen if chosen in self.names else self.names[0] if rows else "")
        for number, row in enumerate(rows):
            item = self.item(number)
            item.setData(ROW_ROLE, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, {row.state}")
            item.setToolTip(row.title)
        self.viewport().update()

    def choose(self, name: str) -> None:
        if name in self.names:
            self.setCurrentRow(self.names.index(name))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, current: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if current is not None:
            self.name_chosen.emit(current.data(ROW_ROLE).name)


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH_PX - 24, ROW_HEIGHT_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, colors = index.data(ROW_ROLE), current_colors()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(option.rect).adjusted(1, 2, -1, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["accent_soft" if selected else "hover"])
            painter.drawRoundedRect(box, 8, 8)
        content = box.adjusted(13, 9, -13, -9)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colors["ink"])
        _draw_elided(painter, content, Qt.AlignmentFlag.AlignTop, row.title)
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(colors["ink" if selected else "muted"])
        above_bar = content.adjusted(0, 0, 0, -4 if row.share is not None else 0)
        _draw_elided(painter, above_bar, Qt.AlignmentFlag.AlignBottom, row.state)
        if row.share is not None:
            bar = QRectF(content.left(), box.bottom() - 7, content.width(), 3)
            painter.setPen(Qt.PenStyle.NoPen)
            for share, color in ((1.0, "line"), (row.share, "accent")):
                painter.setBrush(colors[color])
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 1.5, 1.5)
        painter.restore()


def _draw_elided(painter: QPainter, box: QRectF, edge: Qt.AlignmentFlag, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | edge, shown)
