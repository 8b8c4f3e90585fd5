"""Settings page for the microphone, whose list follows what is plugged in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.settings import Settings
from app.sound.microphone import InputDevice
from app.ui.widgets.dropdown import Dropdown
from app.ui.window_services import WindowServices

from .form_page import FormPage

RESCAN_INTERVAL_MS = 3000


class RecordingSettingsPage(FormPage):
    """Rescans the microphones while it is visible."""

    def __init__(self, settings: Settings, services: WindowServices, background_tasks: BackgroundTasks) -> None:
        super().__init__()
        self._settings, self._services, self._background_tasks = settings, services, background_tasks
        self._devices: list[InputDevice] | AnnealError | None = None
        self._rescanning = False
        self.microphone = Dropdown()
        self.microphone_row = self.add_row(self.microphone)
        self.microphone.activated.connect(lambda _: self.changed.emit({"microphone": self.microphone.currentData()}))
        self.rescan_timer = QTimer(self, interval=RESCAN_INTERVAL_MS)  # PortAudio does not report changes
        self.rescan_timer.timeout.connect(self.rescan)
        self._retranslate()

    @Slot()
    def rescan(self) -> None:
        """List the microphones anew, unless the dropdown is open."""
        if self._rescanning or self.microphone.view().isVisible():
            return
        self._rescanning = True

        def microphones() -> Iterator[list[InputDevice]]:
            yield self._services.list_microphones()

        self._background_tasks.run(microphones, self._on_found, self._on_found)

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._fill()

    @Slot(object)
    def _on_found(self, devices: list[InputDevice] | AnnealError) -> None:
        self._rescanning = False
        if devices != self._devices and not self.microphone.view().isVisible():
            self._devices = devices
            self._fill()

    def _fill(self) -> None:
        chosen = self._settings.microphone
        devices = self._devices if isinstance(self._devices, list) else []
        default = next((device.name for device in devices if device.is_default), "")
        system = self.tr("Chosen by the system")
        self.microphone.clear()
        self.microphone.addItem(f"{system} · {default}" if default else system, "")
        for device in devices:
            self.microphone.addItem(device.name, device.name)
        missing = self.microphone.findData(chosen) < 0
        if missing:
            self.microphone.addItem(self.tr("{name} · not plugged in").format(name=chosen), chosen)
        self.microphone.select(chosen)
        if isinstance(self._devices, AnnealError):
            self.microphone_row.show_note(error_text(self._devices), warns=True)
        elif self._devices is not None and not devices:
            self.microphone_row.show_note(self.tr("No microphone was found. Plug one in: it appears here."), warns=True)
        elif missing and self._devices is not None:
            self.microphone_row.show_note(self.tr("Until it is plugged in, the system's choice is recorded."))
        else:
            self.microphone_row.show_note("")

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Recording"))
        self.microphone_row.label.setText(self.tr("Microphone"))
        self.microphone.setAccessibleName(self.tr("Microphone"))
        self.microphone.setToolTip(self.tr("What the record button listens to"))
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rescan()
        self.rescan_timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.rescan_timer.stop()
