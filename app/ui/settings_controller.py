"""Holds the settings while the window is open, and applies every change at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.jobs.background_tasks import BackgroundTasks
from app.models.adapter.spec import STEPS_DEFAULT
from app.settings import Settings
from app.transcript.model import Start

from . import theme
from .canvas.player import Player
from .header import Header
from .interface_language import set_language
from .menus.microphone_menu import MicrophoneMenu
from .reduced_motion import prefers_reduced_motion


class SettingsController(QObject):
    """The only place that changes settings while the window is open."""

    changed = Signal(object)  # Settings
    system_motion_known = Signal(bool)  # whether the system asks for reduced motion

    def __init__(
        self,
        settings: Settings,
        header: Header,
        player: Player,
        microphone_menu: MicrophoneMenu,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._header, self._player, self._microphone_menu = header, player, microphone_menu
        self._system_reduces_motion = False
        self._model_steps = STEPS_DEFAULT
        self._model_start: Start | None = None
        self._show_selection()
        player.set_speed(settings.canvas_speed)
        self._apply_motion()

    @property
    def settings(self) -> Settings:
        return self._settings

    def query_system_motion(
        self, background_tasks: BackgroundTasks, query: Callable[[], bool] = prefers_reduced_motion
    ) -> None:
        """Query in the background whether the system asks for reduced motion."""

        def answers() -> Iterator[bool]:
            yield query()

        background_tasks.run(answers, self._on_motion_known)

    def change(self, **fields: Any) -> None:
        """Change settings by field name. Raises ``ValueError`` and ``TypeError`` like ``Settings``.

        The model's own number of steps and start are stored as no choice: another model then takes its own.
        """
        if fields.get("steps") == self._model_steps:
            fields["steps"] = 0
        if "start" in fields and fields["start"] == self._model_start:
            fields["start"] = "auto"
        before, self._settings = self._settings, replace(self._settings, **fields)
        now = self._settings
        if now == before:
            return
        if (now.language, now.steps, now.start) != (before.language, before.steps, before.start):
            self._show_selection()
        if now.theme != before.theme:
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            theme.set_theme(app, now.theme)
        if now.interface_language != before.interface_language:
            set_language(now.interface_language)
        if now.motion != before.motion:
            self._apply_motion()
        if now.canvas_speed != before.canvas_speed:
            self._player.set_speed(now.canvas_speed)
        self._microphone_menu.show_settings(now)
        self.changed.emit(now)

    @property
    def steps(self) -> int:
        """The most denoising steps: as chosen, or the model's own number."""
        return self._settings.steps or self._model_steps

    def set_model_defaults(self, steps: int, start: Start | None) -> None:
        """Show the model's own number of steps and start where none was chosen. Choosing just these chooses none."""
        self._model_steps, self._model_start = steps, start
        self._show_selection()

    def _show_selection(self) -> None:
        chosen = self._settings.start
        start = self._model_start if chosen == "auto" else chosen
        self._header.show_selection(self._settings.language, self.steps, start, self._model_steps)

    @property
    def reduced_motion(self) -> bool:
        """Whether the user, or the system, wants reduced motion."""
        setting = self._settings.motion
        return setting == "reduced" or (setting == "system" and self._system_reduces_motion)

    def _apply_motion(self) -> None:
        self._player.set_reduced_motion(self.reduced_motion)

    @Slot(object)
    def _on_motion_known(self, reduced: bool) -> None:
        self._system_reduces_motion = reduced
        self._apply_motion()
        self.system_motion_known.emit(reduced)
