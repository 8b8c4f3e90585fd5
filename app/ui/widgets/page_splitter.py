"""Splitter of a page's two panels: one above the other, or side by side in a wide window, with a visible handle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from app.ui.theme import current_colors

from .translation_mixin import TranslationMixin

HANDLE_PX = 14
GRIP_PX = (44, 4)
KEY_STEP_PX = 24
UNFOLD_PX = 6
"""How far the handle is dragged before a folded panel opens."""


class PageSplitter(QSplitter):
    """Shares its room between ``first`` and ``second`` as the user chose it for each of the two orientations.

    While it is *folded* and not in columns, the first panel has only the height it needs, and the second one the rest.
    """

    share_chosen = Signal()
    """The user moved the handle; ``shares`` has changed."""
    unfold_requested = Signal()
    """The user drags the handle of a folded panel."""
    columns_changed = Signal(bool)
    """The panels are now side by side, or no longer."""

    def __init__(
        self, first: QWidget, second: QWidget, columns_from_px: int, second_min_px: int, parent: QWidget | None = None
    ) -> None:
        """Side by side from a width of ``columns_from_px``; there the second panel has at least ``second_min_px``."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._columns_from_px, self._second_min_px = columns_from_px, second_min_px
        self._shares = {Qt.Orientation.Vertical: 0.5, Qt.Orientation.Horizontal: 0.5}
        self._folded, self._first = False, first
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HANDLE_PX)
        self.addWidget(first)
        self.addWidget(second)

    @property
    def columns(self) -> bool:
        """Whether the panels are side by side."""
        return self.orientation() == Qt.Orientation.Horizontal

    @property
    def folded(self) -> bool:
        return self._folded

    @property
    def shares(self) -> tuple[float, float]:
        """The first panel's share, 0 to 1, of the height and of the width."""
        return self._shares[Qt.Orientation.Vertical], self._shares[Qt.Orientation.Horizontal]

    def set_shares(self, height: float, width: float) -> None:
        self._shares = {Qt.Orientation.Vertical: height, Qt.Orientation.Horizontal: width}
        self._apply()

    def set_folded(self, folded: bool) -> None:
        """Set whether the first panel has only the height that it needs; columns stay as they are."""
        self._folded = folded
        self._apply()

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def move_handle(self, position_px: int) -> None:
        """Move the handle as a user does, and remember the share."""
        self.moveSplitter(position_px, 1)
        self.remember_share()

    def remember_share(self) -> None:
        room = sum(self.sizes())
        if room and not (self._folded and not self.columns):
            self._shares[self.orientation()] = self.sizes()[0] / room
            self.share_chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        columns = self.width() >= self._columns_from_px
        if columns != self.columns:
            self.setOrientation(Qt.Orientation.Horizontal if columns else Qt.Orientation.Vertical)
            self.columns_changed.emit(columns)
        super().resizeEvent(event)
        self._apply()

    def _apply(self) -> None:
        first = self._first
        fold = self._folded and not self.columns
        first.setMaximumHeight(first.sizeHint().height() if fold else 16777215)
        room = (self.width() if self.columns else self.height()) - self.handleWidth()
        if room <= 0:
            return
        size = first.maximumHeight() if fold else round(room * self._shares[self.orientation()])
        if self.columns:
            size = min(size, room - self._second_min_px)
        self.setSizes([size, room - size])


class _Handle(TranslationMixin, QSplitterHandle):
    """Shows a grip; arrow keys move it, too."""

    def __init__(self, orientation: Qt.Orientation, splitter: PageSplitter) -> None:
        super().__init__(orientation, splitter)
        self._splitter = splitter
        self._pressed_at: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Border between canvas and transcript"))
        self.setToolTip(self.tr("Drag to share the room between canvas and transcript"))

    def sizeHint(self) -> QSize:
        return QSize(HANDLE_PX, HANDLE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = current_colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        long, thick = GRIP_PX
        size = (long, thick) if self.orientation() == Qt.Orientation.Vertical else (thick, long)
        grip = QRectF(0, 0, *size)
        grip.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        active = self.hasFocus() or self._pressed_at is not None
        painter.setBrush(colors["accent" if active else "muted" if self.underMouse() else "faint"])
        painter.drawRoundedRect(grip, thick / 2, thick / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = self._along(event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        splitter = self._splitter
        if self._pressed_at is not None and splitter.folded and not splitter.columns:
            if self._along(event) - self._pressed_at < UNFOLD_PX:
                return
            splitter.unfold_requested.emit()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        super().mouseReleaseEvent(event)
        self._splitter.remember_share()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        vertical = self.orientation() == Qt.Orientation.Vertical
        less, more = (Qt.Key.Key_Up, Qt.Key.Key_Down) if vertical else (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() not in (less, more):
            super().keyPressEvent(event)
            return
        if self._splitter.folded and vertical:
            self._splitter.unfold_requested.emit()
            return
        step = KEY_STEP_PX if event.key() == more else -KEY_STEP_PX
        self._splitter.move_handle((self.y() if vertical else self.x()) + step)

    def _along(self, event: QMouseEvent) -> float:
        point = event.globalPosition()
        return point.y() if self.orientation() == Qt.Orientation.Vertical else point.x()
