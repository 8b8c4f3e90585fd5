"""The menu behind the button at the top right: what is needed seldom."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ..settings import Settings


class AppMenu(QMenu):
    theme_chosen = Signal(str)
    motion_chosen = Signal(bool)
    copying_chosen = Signal(bool)

    def __init__(
        self,
        actions: Mapping[str, QAction],
        microphones: QMenu,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        for name in ("open", "open_folder", "show_recordings"):
            self.addAction(actions[name])
        self.addSeparator()

        self.addMenu(microphones)
        appearance = self.addMenu(self.tr("Appearance"))
        group = QActionGroup(self)
        for theme, text in (
            ("system", self.tr("Like the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            action = self._choice(appearance, group, text, theme == settings.theme)
            action.triggered.connect(lambda _checked=False, theme=theme: self.theme_chosen.emit(theme))
        self.reduced_motion = self._switch(self.tr("Reduced motion"), settings.reduced_motion, self.motion_chosen.emit)
        self.copy_when_done = self._switch(
            self.tr("Copy the text when done"), settings.copy_when_done, self.copying_chosen.emit
        )
        self.addSeparator()
        self.addAction(actions["shortcuts"])
        self.addAction(actions["quit"])

    def _choice(self, menu: QMenu, group: QActionGroup, text: str, checked: bool) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        group.addAction(action)
        return action

    def _switch(self, text: str, checked: bool, do: Callable[[bool], object]) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        action.toggled.connect(lambda on: do(on))
        return action
