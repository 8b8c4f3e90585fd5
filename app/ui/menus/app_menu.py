"""The menu of the button at the top right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.widgets.menu import Menu

EDGE_PX = 16


class AppMenu(Menu):
    def __init__(
        self, actions: Mapping[str, QAction], samples: QMenu, submenus: Sequence[QMenu], window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        for name in ("open", "open_folder"):
            self.addAction(actions[name])
        self.addMenu(samples)
        for name in ("library", "show_recordings"):
            self.addAction(actions[name])
        self.addSeparator()
        for choice in submenus:
            self.addMenu(choice)
        for name in ("models", "settings"):
            self.addAction(actions[name])
        self.addSeparator()
        for name in ("shortcuts", "copy_diagnostics", "about"):
            self.addAction(actions[name])
        self.addSeparator()
        self.addAction(actions["quit"])

    def showEvent(self, event: QShowEvent) -> None:
        """Move the menu so that it stays inside the window."""
        super().showEvent(event)
        right = self._window.mapToGlobal(self._window.rect().topRight()).x() - EDGE_PX
        if self.geometry().right() > right:
            self.move(right - self.width() + 1, self.y())
