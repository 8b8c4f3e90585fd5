"""The ring around a widget that has the keyboard's focus and no part of its own that shows it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea

from app.ui.theme import current_colors

RADIUS_PX = 9
KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def paint_focus_ring(view: QAbstractScrollArea) -> None:
    """Paint the ring inside the viewport; call it in ``paintEvent``."""
    viewport = view.viewport()
    painter = QPainter(viewport)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(current_colors()["accent"])
    painter.drawRoundedRect(QRectF(viewport.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
    painter.end()


def paint_list_focus(view: QAbstractItemView) -> None:
    """Paint the ring around a list with the focus of which no row is selected: else the row shows it."""
    if view.hasFocus() and not view.selectionModel().hasSelection():
        paint_focus_ring(view)
