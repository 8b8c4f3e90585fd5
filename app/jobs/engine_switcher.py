"""Switches the engine to the model and the device of the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.models import catalog
from app.paths import Folders
from app.settings import Settings

from .engine import SwitchableEngine


class EngineSwitcher(QObject):
    """Follows the settings: another model or device counts from the next job on."""

    switched = Signal()

    def __init__(
        self, engine: SwitchableEngine, settings: Settings, folders: Folders, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.engine, self._settings, self._folders = engine, settings, folders

    def apply(self) -> None:
        """Use the model and the device of the present settings."""
        model, models_folder = self._settings.model, self._folders.models_in(self._settings.models_folder)
        self.engine.use_model(
            lambda: catalog.find_model_folder(model, models_folder) if model else None, self._settings.device
        )

    @Slot(object)
    def on_settings_changed(self, latest: Settings) -> None:
        before, self._settings = self._settings, latest
        if (latest.model, latest.device) != (before.model, before.device):
            self.apply()
            self.switched.emit()
