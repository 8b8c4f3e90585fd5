"""A panel over the window beside its anchor. Esc, or a click elsewhere in the window, closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

GAP_PX, WINDOW_MARGIN_PX = 8, 8


class Popover(QFrame):
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(10)
        self._opener: QWidget | None = None
        self.hide()

    def open_beside(self, anchor: QWidget, anchor_rect: QRect, focus_widget: QWidget) -> None:
        """Show it below ``anchor_rect`` (in ``anchor``), or above if there is no space, and focus ``focus_widget``."""
        window = anchor.window()
        self._opener = anchor
        self.setParent(window)
        self.adjustSize()
        available = window.rect().adjusted(WINDOW_MARGIN_PX, WINDOW_MARGIN_PX, -WINDOW_MARGIN_PX, -WINDOW_MARGIN_PX)
        corner = anchor.mapTo(window, anchor_rect.topLeft())
        below, above = corner.y() + anchor_rect.height() + GAP_PX, corner.y() - GAP_PX - self.height()
        y = below if below + self.height() <= available.bottom() or above < available.top() else above
        x = min(max(corner.x(), available.left()), available.right() - self.width())
        self.move(QPoint(x, max(available.top(), min(y, available.bottom() - self.height()))))
        self.show()
        self.raise_()
        focus_widget.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def close_popover(self) -> None:
        """Hide it, and return the keyboard focus to the anchor."""
        if self.isHidden():
            return
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        focused = QApplication.focusWidget()
        had_focus = focused is self or (focused is not None and self.isAncestorOf(focused))
        self.hide()
        if had_focus and self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a click elsewhere in the window; lists that it opened are windows of their own."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self.close_popover()
        return False

    def event(self, event: QEvent) -> bool:
        """Claim Esc before the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):  # noqa: SIM102
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_popover()
        elif event.key() == Qt.Key.Key_Space:
            event.accept()  # the window records with it
        else:
            super().keyPressEvent(event)
