"""The list of queued files: a row each, with its state and one or two buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.jobs.error_text import notices_text, short_text
from app.jobs.queue_item import QueueItem, QueueState
from app.jobs.time_left import item_time_left_s
from app.jobs.transcription_queue import ITEM_ROLE, TranscriptionQueue
from app.transcript.clock import clock_text
from app.ui.formatting import duration_text
from app.ui.interface_language import LANGUAGE_NAMES
from app.ui.theme import current_colors
from app.ui.widgets.focus_ring import paint_list_focus
from app.ui.widgets.icons import draw_cross, draw_retry
from app.ui.widgets.translation_mixin import TranslationMixin

ROW_HEIGHT_PX = 66
ICON_BELOW_PX, ICON_ROW_PX, ICON_DISC_PX = 100, 46, 36
"""Width below which a row is a disc with the beginning of its title; its height, and the disc's diameter."""
_ICON_PX = 24
SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
Index = QModelIndex | QPersistentModelIndex


class QueueView(TranslationMixin, QListView):
    """Shows a ``TranscriptionQueue``. Emits what the user requests; the window carries it out."""

    item_chosen = Signal(object)  # QueueItem, by click or key
    cancel_requested = Signal(object)
    retry_requested = Signal(object)
    remove_requested = Signal(object)
    move_requested = Signal(object, int)  # QueueItem, by how many rows: negative is up

    def __init__(self, queue: TranscriptionQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue")
        self.setModel(queue)
        self.setItemDelegate(_RowDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        self._pressed_item: QueueItem | None = None
        self._pressed_point = QPoint()
        self._dragging = False
        self.clicked.connect(self._on_index_chosen)
        self.activated.connect(self._on_index_chosen)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Files"))

    @Slot(QModelIndex)
    def _on_index_chosen(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        if item is not None:  # the click may have removed the row
            self.item_chosen.emit(item)

    def status_line(self, item: QueueItem) -> str:
        """Return the second line of a row: the state, how far the work is and how long it takes."""
        match item.state:
            case QueueState.WAITING:
                return _joined(self.tr("waiting"), _length(item), LANGUAGE_NAMES.get(item.asked_language or "", ""))
            case QueueState.LOADING:
                return self.tr("getting ready…")
            case QueueState.RUNNING if item.recording:
                return _joined(self.tr("recording"), clock_text(item.duration_s))
            case QueueState.RUNNING if item.segment_count or item.segments:
                position, length = clock_text(item.position_s), clock_text(item.duration_s)
                place = self.tr("{position} of {length}").format(position=position, length=length)
                left_s = item_time_left_s(item, self._speed())
                left = self.tr("about {time} left").format(time=duration_text(left_s)) if left_s else ""
                return _joined(place, left)
            case QueueState.RUNNING:
                return _joined(self.tr("reading…"), clock_text(item.decoded_s) if item.decoded_s else "")
            case QueueState.DONE if item.warnings:
                return _joined(self.tr("done"), notices_text(item.warnings))
            case QueueState.DONE:
                to_check = self.tr("%n to check", "", len(item.doubts)) if item.doubts else ""
                return _joined(self.tr("done"), _length(item), LANGUAGE_NAMES.get(item.language, ""), to_check)
            case QueueState.CANCELLED if item.segments and item.duration_s:
                position, length = clock_text(item.position_s), clock_text(item.duration_s)
                kept = self.tr("{position} of {length} kept").format(position=position, length=length)
                return _joined(self.tr("cancelled"), kept)
            case QueueState.CANCELLED:
                return self.tr("cancelled")
            case QueueState.FAILED:
                return short_text(item.error) if item.error else self.tr("failed")
        return ""

    def _speed(self) -> float | None:
        queue = self.model()
        assert isinstance(queue, TranscriptionQueue)
        return queue.speed.times_real_time

    def current_item(self) -> QueueItem | None:
        index = self.currentIndex()
        return index.data(ITEM_ROLE) if index.isValid() else None

    def select(self, item: QueueItem) -> None:
        """Select an item's row and scroll to it."""
        queue = self.model()
        assert isinstance(queue, TranscriptionQueue)
        row = queue.row_of(item)
        if row >= 0:
            self.selectionModel().setCurrentIndex(queue.index(row, 0), SELECT)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaint the row that changed, at every step: where several columns have, a list view repaints all rows."""
        for row in range(first.row(), last.row() + 1):
            self.update(self.model().index(row, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_list_focus(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:  # the window records with it
            event.ignore()
        else:
            super().keyPressEvent(event)

    # Reordering: a dragged row moves in the queue at once.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._pressed_item = (
            self.indexAt(point).data(ITEM_ROLE) if event.button() == Qt.MouseButton.LeftButton else None
        )
        self._pressed_point, self._dragging = point, False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pressed_item is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        moved_far = (point - self._pressed_point).manhattanLength() >= QApplication.startDragDistance()
        if not self._dragging and moved_far:
            self._dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._drag_to(point.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._pressed_item, self._dragging = self._dragging, None, False
        self.viewport().unsetCursor()
        if not dragged:  # the end of a drag is no click
            super().mouseReleaseEvent(event)

    def _drag_to(self, y: int) -> None:
        queue = self.model()
        assert isinstance(queue, TranscriptionQueue)
        assert self._pressed_item is not None
        row = queue.row_of(self._pressed_item)
        if row < 0:
            self._pressed_item = None
            return
        target = self.indexAt(QPoint(self.viewport().width() // 2, min(max(y, 0), self.viewport().height() - 1)))
        target_row = target.row() if target.isValid() else queue.rowCount() - 1
        if target_row != row:
            self.move_requested.emit(self._pressed_item, target_row - row)
            self.scrollTo(queue.index(target_row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():  # by the arrow keys
            self.item_chosen.emit(current.data(ITEM_ROLE))


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: QueueView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, ROW_HEIGHT_PX if self._view.viewport().width() >= ICON_BELOW_PX else ICON_ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: QueueItem = index.data(ITEM_ROLE)
        colors = current_colors()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.rect.width() < ICON_BELOW_PX:
            paint_icon(painter, QRectF(option.rect), item, selected, focused or hovered)
            painter.restore()
            return
        box = QRectF(option.rect).adjusted(1.5, 2.5, -1.5, -2.5)
        if selected:
            painter.setBrush(colors["surface"])
            painter.setPen(colors["accent" if focused else "line"])
            painter.drawRoundedRect(box, 10, 10)
        elif hovered:
            painter.setBrush(colors["hover"])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 10, 10)

        icons = _icon_rects(option.rect, item) if selected or hovered else {}
        right = min((rect.left() for rect in icons.values()), default=option.rect.right() - 10) - 4
        left = option.rect.left() + 14
        title_font = QFont(option.font)
        title_font.setPixelSize(14)
        painter.setFont(title_font)
        painter.setPen(colors["muted" if item.state is QueueState.CANCELLED else "ink"])
        line = QRect(left, option.rect.top() + 10, right - left, 22)
        title = painter.fontMetrics().elidedText(item.title, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)

        small = QFont(option.font)
        small.setPixelSize(12)
        painter.setFont(small)
        painter.setPen(colors["warn" if item.state is QueueState.FAILED else "muted"])
        line = QRect(left, option.rect.top() + 32, option.rect.right() - 12 - left, 18)
        text = painter.fontMetrics().elidedText(self._view.status_line(item), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

        if item.state.is_active and not item.recording:
            painter.setPen(Qt.PenStyle.NoPen)
            groove = QRectF(left, option.rect.bottom() - 11, option.rect.width() - 28, 3)
            painter.setBrush(colors["line"])
            painter.drawRoundedRect(groove, 1.5, 1.5)
            groove.setWidth(max(3.0, groove.width() * item.progress))
            painter.setBrush(colors["accent"])
            painter.drawRoundedRect(groove, 1.5, 1.5)
        for name, rect in icons.items():
            hovered_icon = rect.contains(self._view.viewport().mapFromGlobal(self._view.cursor().pos()))
            color = colors["ink" if hovered_icon else "muted"]
            (draw_retry if name == "retry" else draw_cross)(painter, QRectF(rect), color)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            item: QueueItem = index.data(ITEM_ROLE)
            for name, rect in _icon_rects(option.rect, item).items():
                if rect.contains(event.position().toPoint()):
                    signal = {"retry": self._view.retry_requested, "cancel": self._view.cancel_requested}
                    signal.get(name, self._view.remove_requested).emit(item)
                    return True
        return super().editorEvent(event, model, option, index)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        if index.isValid() and event.type() == QEvent.Type.ToolTip:
            names = {
                "retry": self.tr("Transcribe again"),
                "cancel": self.tr("Cancel"),
                "remove": self.tr("Remove from the list"),
            }
            for name, rect in _icon_rects(option.rect, index.data(ITEM_ROLE)).items():
                if rect.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), names[name], view)
                    return True
        return super().helpEvent(event, view, option, index)


def paint_icon(painter: QPainter, row: QRectF, item: QueueItem, selected: bool, marked: bool) -> None:
    """Paint a row of the rail: a disc with the beginning of the title, and the progress as a ring around it."""
    colors = current_colors()
    disc = QRectF(0, 0, ICON_DISC_PX, ICON_DISC_PX)
    disc.moveCenter(row.center())
    painter.setPen(QPen(colors["accent" if marked else "line"], 1.2))
    painter.setBrush(colors["accent_soft" if selected else "surface"])
    painter.drawEllipse(disc)
    failed = item.state is QueueState.FAILED
    font = QFont(painter.font())
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colors["warn" if failed else "muted" if item.state is QueueState.CANCELLED else "ink"])
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "!" if failed else item.title.strip()[:2])
    if item.state.is_active:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors["accent"], 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(disc, 90 * 16, -round(360 * 16 * max(0.02, item.progress)))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _length(item: QueueItem) -> str:
    return clock_text(item.duration_s) if item.duration_s else ""


def _icon_rects(row: QRect, item: QueueItem) -> dict[str, QRect]:
    """Return the row's icon buttons by name, with their rectangles, from the right; none in an icon or of a recording."""
    if row.width() < ICON_BELOW_PX or item.recording:
        return {}
    names = ["remove" if item.state.is_final else "cancel"]
    if item.state.is_final:
        names.append("retry")
    top = row.top() + 9
    return {name: QRect(row.right() - 10 - _ICON_PX * (i + 1), top, _ICON_PX, _ICON_PX) for i, name in enumerate(names)}
