"""Menu for what is recorded: the microphones, which are listed anew whenever it opens, and what the computer plays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import what_happened
from app.jobs.job_slot import JobSlot
from app.settings import SOUND_SOURCES, Settings
from app.sound.microphone import InputDevice
from app.ui.widgets.menu import Menu
from app.ui.widgets.translation_mixin import TranslationMixin


class MicrophoneMenu(TranslationMixin, Menu):
    chosen = Signal(str)
    """Name of an input device; empty for the system's choice."""
    source_chosen = Signal(str)
    """One of ``SOUND_SOURCES``."""
    live_toggled = Signal(bool)
    """Whether a recording is transcribed while it is made."""

    def __init__(
        self,
        list_devices: Callable[[], list[InputDevice]],
        background_tasks: BackgroundTasks,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.list_devices, self._settings = list_devices, settings
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_devices_listed)
        self._slot.failed.connect(self._on_listing_failed)
        self._group, self._source_group = QActionGroup(self), QActionGroup(self)
        self._show_devices([], "")
        self.aboutToShow.connect(self._on_about_to_show)

    def show_settings(self, settings: Settings) -> None:
        """Take what is chosen from the settings, without emitting signals."""
        self._settings = settings

    def _show_devices(self, devices: list[InputDevice], remark: str) -> None:
        """List the system's choice and the devices, with a remark below them if it is not empty."""
        self.clear()
        for name in ("", *(device.name for device in devices)):
            action = self.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == self._settings.microphone)
            self._group.addAction(action)
            action.triggered.connect(lambda _checked=False, name=name: self.chosen.emit(name))
        if remark:
            self.addAction(remark).setEnabled(False)
        self.addSeparator()
        self._sources = {source: self.addAction("") for source in SOUND_SOURCES}
        for source, action in self._sources.items():
            action.setCheckable(True)
            action.setChecked(source == self._settings.sound_source)
            self._source_group.addAction(action)
            action.triggered.connect(lambda _checked=False, source=source: self.source_chosen.emit(source))
        self.addSeparator()
        self._live = self.addAction("")
        self._live.setCheckable(True)
        self._live.setChecked(self._settings.live)
        self._live.triggered.connect(self.live_toggled)
        self._retranslate()

    @Slot()
    def _on_about_to_show(self) -> None:
        list_devices = self.list_devices
        self._slot.start(lambda: iter([list_devices()]))

    @Slot(object)
    def _on_devices_listed(self, devices: list[InputDevice]) -> None:
        self._show_devices(devices, "" if devices else self.tr("No microphone was found"))

    @Slot(object)
    def _on_listing_failed(self, error: AnnealError) -> None:
        self._show_devices([], what_happened(error))

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Record from"))
        texts = (self.tr("Microphone"), self.tr("Computer sound"), self.tr("Microphone and computer sound"))
        for action, text in zip(self._sources.values(), texts, strict=True):
            action.setText(text)
        self._live.setText(self.tr("Text while recording"))
        self.actions()[0].setText(self.tr("System default"))
