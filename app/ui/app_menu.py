"""The menu behind the button at the top right: what is needed seldom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class AppMenu(QMenu):
    def __init__(self, actions: Mapping[str, QAction], choices: Sequence[QMenu], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for name in ("open", "open_folder", "library", "show_recordings"):
            self.addAction(actions[name])
        self.addSeparator()
        for choice in choices:
            self.addMenu(choice)
        self.addAction(actions["settings"])
        self.addSeparator()
        for name in ("shortcuts", "copy_diagnostics", "about"):
            self.addAction(actions[name])
        self.addSeparator()
        self.addAction(actions["quit"])
