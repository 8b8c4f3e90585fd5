"""What a person has chosen, and that everything on screen obeys at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.jobs.background_tasks import Errands
from app.settings import Settings

from . import theme
from .canvas.player import Player
from .header import Header
from .interface_language import speak
from .menus.microphone_menu import MicrophoneMenu
from .reduced_motion import prefers_reduced_motion


class Preferences(QObject):
    """The only place where settings change while the window is open."""

    changed = Signal(object)  # Settings

    def __init__(
        self,
        settings: Settings,
        header: Header,
        player: Player,
        microphones: MicrophoneMenu,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = settings
        self._header, self._player, self._microphones = header, player, microphones
        self._system_reduces_motion = False
        header.choose(settings.language, settings.steps)
        player.set_speed(settings.canvas_speed)
        self._move()

    @property
    def now(self) -> Settings:
        return self._now

    def ask_system(self, errands: Errands, ask: Callable[[], bool] = prefers_reduced_motion) -> None:
        """Find out whether the system asks for less motion; it may take a moment."""

        def answers() -> Iterator[bool]:
            yield ask()

        errands.run(answers, self._on_motion_known)

    def change(self, **fields: Any) -> None:
        """Change some settings by name; raises ``ValueError`` and ``TypeError`` like ``Settings``."""
        before, self._now = self._now, replace(self._now, **fields)
        now = self._now
        if now == before:
            return
        if (now.language, now.steps) != (before.language, before.steps):
            self._header.choose(now.language, now.steps)
        if now.theme != before.theme:
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            theme.choose(app, now.theme)
        if now.interface_language != before.interface_language:
            speak(now.interface_language)
        if now.motion != before.motion:
            self._move()
        if now.canvas_speed != before.canvas_speed:
            self._player.set_speed(now.canvas_speed)
        if now.microphone != before.microphone:
            self._microphones.show_chosen(now.microphone)
        self.changed.emit(now)

    @property
    def reduced_motion(self) -> bool:
        """Whether a person, or their system, wants less to move."""
        wanted = self._now.motion
        return wanted == "reduced" or (wanted == "system" and self._system_reduces_motion)

    def _move(self) -> None:
        self._player.set_reduced_motion(self.reduced_motion)

    @Slot(object)
    def _on_motion_known(self, reduced: bool) -> None:
        self._system_reduces_motion = reduced
        self._move()
