"""Which microphone is recorded, as it is plugged in and out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from app.errors import AnnealError
from app.jobs.background_tasks import Errands
from app.jobs.error_text import error_text
from app.settings import Settings
from app.sound.microphone import InputDevice
from app.ui.widgets.dropdown import Dropdown
from app.ui.window_services import Surroundings

from .form_page import Page

LOOK_AGAIN_MS = 3000


class RecordingPage(Page):
    def __init__(self, settings: Settings, around: Surroundings, errands: Errands) -> None:
        super().__init__()
        self._settings, self._around, self._errands = settings, around, errands
        self._found: list[InputDevice] | AnnealError | None = None
        self._looking = False
        self.microphone = Dropdown()
        self._row = self.add_row(self.microphone)
        self.microphone.activated.connect(lambda _: self.changed.emit({"microphone": self.microphone.currentData()}))
        self._again = QTimer(self, interval=LOOK_AGAIN_MS)  # PortAudio does not tell what is plugged in: it is asked
        self._again.timeout.connect(self.look_again)
        self._retranslate()

    @Slot()
    def look_again(self) -> None:
        """Ask which microphones are there now; not while the list is open."""
        if self._looking or self.microphone.view().isVisible():
            return
        self._looking = True

        def microphones() -> Iterator[list[InputDevice]]:
            yield self._around.list_microphones()

        self._errands.run(microphones, self._on_found, self._on_found)

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._fill()

    @Slot(object)
    def _on_found(self, found: list[InputDevice] | AnnealError) -> None:
        self._looking = False
        if found != self._found and not self.microphone.view().isVisible():
            self._found = found
            self._fill()

    def _fill(self) -> None:
        chosen = self._settings.microphone
        devices = self._found if isinstance(self._found, list) else []
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
        if isinstance(self._found, AnnealError):
            self._row.say(error_text(self._found), warn=True)
        elif self._found is not None and not devices:
            self._row.say(self.tr("No microphone was found. Plug one in: it appears here."), warn=True)
        elif missing and self._found is not None:
            self._row.say(self.tr("Until it is plugged in, the system's choice is recorded."))
        else:
            self._row.say("")

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Recording"))
        self._row.label.setText(self.tr("Microphone"))
        self.microphone.setAccessibleName(self.tr("Microphone"))
        self.microphone.setToolTip(self.tr("What the record button listens to"))
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_again()
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()
