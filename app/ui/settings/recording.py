"""Settings page for the microphone, whose list follows what is plugged in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.settings import SOUND_SOURCES, Settings
from app.sound.microphone import InputDevice, RecordingLevel
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.toggle_switch import ToggleSwitch
from app.ui.window_services import WindowServices

from .form_page import FormPage
from .microphone_test import MicrophoneTest

RESCAN_INTERVAL_MS = 3000


class RecordingSettingsPage(FormPage):
    """Rescans the microphones while it is visible."""

    def __init__(self, settings: Settings, services: WindowServices, background_tasks: BackgroundTasks) -> None:
        super().__init__()
        self._settings, self._services, self._background_tasks = settings, services, background_tasks
        self._devices: list[InputDevice] | AnnealError | None = None
        self._rescanning = False
        self.source = Dropdown()
        self._source_row = self.add_row(self.source)
        self.source.activated.connect(lambda _: self.changed.emit({"sound_source": self.source.currentData()}))
        self.microphone = Dropdown()
        self.microphone_row = self.add_row(self.microphone)
        self.test = MicrophoneTest(background_tasks, lambda: services.make_test_recorder(self._settings.microphone))
        self.test_row = self.add_row(self.test)
        self._test_state = ""
        self.test.began.connect(lambda: self._show_test("speak"))
        self.test.heard.connect(self._on_heard)
        self.test.ended.connect(lambda: self._show_test("" if self._test_state == "speak" else self._test_state))
        self.test.failed.connect(lambda error: self.test_row.show_note(error_text(error), warns=True))
        self.microphone.activated.connect(lambda _: self.changed.emit({"microphone": self.microphone.currentData()}))
        self.live = ToggleSwitch()
        self._live_row = self.add_row(self.live)
        self.live.toggled.connect(lambda on: self.changed.emit({"live": on}))
        self.rescan_timer = QTimer(self, interval=RESCAN_INTERVAL_MS)  # PortAudio does not report changes
        self.rescan_timer.timeout.connect(self.rescan)
        self._retranslate()

    @Slot()
    def rescan(self) -> None:
        """List the microphones anew, unless the dropdown is open."""
        if self._rescanning or self.test.running or self.microphone.view().isVisible():
            return
        self._rescanning = True

        def microphones() -> Iterator[list[InputDevice]]:
            yield self._services.list_microphones()

        self._background_tasks.run(microphones, self._on_found, self._on_found)

    @Slot(object)
    def _on_heard(self, level: RecordingLevel) -> None:
        if level.clipped:
            self._show_test("loud")
        elif not level.quiet and self._test_state != "loud":
            self._show_test("heard")
        elif level.quiet and self._test_state == "speak":
            self._show_test("quiet")

    def _show_test(self, state: str) -> None:
        """Show what the test has found: nothing yet (""), speak, heard, quiet or loud."""
        self._test_state = state
        text = {
            "speak": self.tr("Speak now."),
            "heard": self.tr("The microphone hears you."),
            "quiet": self.tr("Nothing heard so far. Is the microphone muted?"),
            "loud": self.tr("Too loud: it is cut off. Lower its level in the system's settings."),
        }.get(state, "")
        self.test_row.show_note(text, warns=state in ("quiet", "loud"))

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
        self.live.blockSignals(True)
        self.live.setChecked(self._settings.live)
        self.live.blockSignals(False)
        texts = (self.tr("Microphone"), self.tr("Computer sound"), self.tr("Microphone and computer sound"))
        self.source.clear()
        for source, text in zip(SOUND_SOURCES, texts, strict=True):
            self.source.addItem(text, source)
        self.source.select(self._settings.sound_source)
        both = self.tr("Each is kept in a channel of its own: left the microphone, right the computer.")
        self._source_row.show_note(both if self._settings.sound_source == "both" else "")
        self.microphone.setEnabled(self._settings.sound_source != "computer")
        chosen = self._settings.microphone
        devices = self._devices if isinstance(self._devices, list) else []
        default = next((device.name for device in devices if device.is_default), "")
        system = self.tr("System default")
        self.microphone.clear()
        self.microphone.addItem(f"{system} · {default}" if default else system, "")
        for device in devices:
            self.microphone.addItem(device.name, device.name)
        missing = self.microphone.findData(chosen) < 0
        if missing:
            self.microphone.addItem(self.tr("{name} · not connected").format(name=chosen), chosen)
        self.microphone.select(chosen)
        if isinstance(self._devices, AnnealError):
            self.microphone_row.show_note(error_text(self._devices), warns=True)
        elif self._devices is not None and not devices:
            self.microphone_row.show_note(self.tr("No microphone was found. Plug one in: it appears here."), warns=True)
        elif missing and self._devices is not None:
            self.microphone_row.show_note(self.tr("Until it is plugged in, the system default is used."))
        else:
            self.microphone_row.show_note("")

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Recording"))
        self.microphone_row.label.setText(self.tr("Microphone"))
        self.microphone.setAccessibleName(self.tr("Microphone"))
        self._source_row.label.setText(self.tr("Record"))
        self.source.setAccessibleName(self.tr("Record"))
        self.source.setToolTip(self.tr("What the Record button records"))
        self._live_row.label.setText(self.tr("Text while recording"))
        self.live.setText(self.tr("Transcribe each phrase as soon as it ends"))
        self.live.setAccessibleName(self.live.text())
        self.live.setToolTip(self.tr("The text appears while you speak; the recording itself stays as it is"))
        self.microphone.setToolTip(self.tr("The microphone that the Record button uses"))
        self.test_row.label.setText(self.tr("Level"))
        self._show_test(self._test_state)
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rescan()
        self.rescan_timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.rescan_timer.stop()
