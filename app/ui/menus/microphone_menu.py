"""Menu for the microphone; the devices are listed anew whenever it opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import what_happened
from app.sound.microphone import InputDevice
from app.ui.widgets.translation_mixin import TranslationMixin


class MicrophoneMenu(TranslationMixin, QMenu):
    chosen = Signal(str)
    """Name of an input device; empty for the system's choice."""

    def __init__(
        self,
        list_devices: Callable[[], list[InputDevice]],
        background_tasks: BackgroundTasks,
        current: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.list_devices, self._background_tasks, self._current = list_devices, background_tasks, current
        self._group = QActionGroup(self)
        self._show_devices([], "")
        self.aboutToShow.connect(self._on_about_to_show)

    def set_current(self, name: str) -> None:
        """Set the chosen device without emitting ``chosen``."""
        self._current = name

    def _show_devices(self, devices: list[InputDevice], remark: str) -> None:
        """List the system's choice and the devices, with a remark below them if it is not empty."""
        self.clear()
        for name in ("", *(device.name for device in devices)):
            action = self.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == self._current)
            self._group.addAction(action)
            action.triggered.connect(lambda _checked=False, name=name: self._choose(name))
        if remark:
            self.addAction(remark).setEnabled(False)
        self._retranslate()

    def _choose(self, name: str) -> None:
        self._current = name
        self.chosen.emit(name)

    @Slot()
    def _on_about_to_show(self) -> None:
        list_devices = self.list_devices
        self._background_tasks.run(lambda: iter([list_devices()]), self._on_devices_listed, self._on_listing_failed)

    @Slot(object)
    def _on_devices_listed(self, devices: list[InputDevice]) -> None:
        self._show_devices(devices, "" if devices else self.tr("No microphone was found"))

    @Slot(object)
    def _on_listing_failed(self, error: AnnealError) -> None:
        self._show_devices([], what_happened(error))

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Microphone"))
        self.actions()[0].setText(self.tr("Chosen by the system"))
