"""Messages that float over the lower end of a page, so that nothing moves when one comes or goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .banner import Banner

MAX_WIDTH_PX, MARGIN_PX = 680, 18


class Toasts(QWidget):
    """Holds banners over its parent; covers no more of it than the banners that are shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._page = parent
        parent.installEventFilter(self)
        self.hide()

    def add_banner(self, banner: Banner, first: bool = False) -> None:
        """Add a banner below the others, or above them."""
        self._column.insertWidget(0 if first else self._column.count(), banner)
        self._banners.append(banner)
        banner.setProperty("floats", True)
        banner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the parent, and which banners are shown."""
        if event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
            QEvent.Type.LayoutRequest,
        ):
            self._place()
        return False

    def _place(self) -> None:
        parent = self._page
        if all(banner.isHidden() for banner in self._banners):
            self.hide()
            return
        width = min(MAX_WIDTH_PX, parent.width() - 2 * MARGIN_PX)
        height = max(self._column.heightForWidth(width), self._column.minimumSize().height())
        self.setGeometry((parent.width() - width) // 2, parent.height() - MARGIN_PX - height, width, height)
        self.show()
        self.raise_()
