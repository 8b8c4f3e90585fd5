"""Menu of what the window shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.settings import Settings
from app.ui.widgets.menu import Menu
from app.ui.widgets.translation_mixin import TranslationMixin


class ViewMenu(TranslationMixin, Menu):
    spectrogram_toggled = Signal(bool)

    def __init__(self, get_settings: Callable[[], Settings], parent: QWidget | None = None) -> None:
        """``get_settings`` returns the settings in force; called whenever the menu opens."""
        super().__init__(parent)
        self._get_settings = get_settings
        self._spectrogram = self.addAction("")
        self._spectrogram.setCheckable(True)
        self._spectrogram.triggered.connect(self.spectrogram_toggled)
        self.aboutToShow.connect(self._on_about_to_show)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setTitle(self.tr("View"))
        self._spectrogram.setText(self.tr("What the model hears"))

    @Slot()
    def _on_about_to_show(self) -> None:
        self._spectrogram.setChecked(self._get_settings().spectrogram)
