"""Settings page for the window's language, theme and motion, and the speed of the canvas."""

from __future__ import annotations

from app.settings import CANVAS_SPEEDS, Settings
from app.ui.formatting import decimal
from app.ui.interface_language import LANGUAGE_NAMES
from app.ui.widgets.dropdown import Dropdown

from .form_page import FormPage


class AppearanceSettingsPage(FormPage):
    """One dropdown a setting."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.interface_language, self.theme, self.motion, self.canvas_speed = (Dropdown() for _ in range(4))
        self._controls = {
            name: getattr(self, name) for name in ("interface_language", "theme", "motion", "canvas_speed")
        }
        self._rows = {name: self.add_row(control) for name, control in self._controls.items()}
        for name, control in self._controls.items():
            control.activated.connect(
                lambda _row, name=name, control=control: self.changed.emit({name: control.currentData()})
            )
        self._retranslate()

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        for name, control in self._controls.items():
            control.select(getattr(settings, name))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Appearance"))
        system = self.tr("Match system")
        entries: dict[str, list[tuple[str, object]]] = {
            "interface_language": [(system, ""), *((name, code) for code, name in LANGUAGE_NAMES.items())],
            "theme": [(system, "system"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark")],
            "motion": [(system, "system"), (self.tr("Full"), "full"), (self.tr("Reduced"), "reduced")],
            "canvas_speed": [(f"{_speed_text(speed)}×", speed) for speed in CANVAS_SPEEDS],
        }
        texts = {
            "interface_language": (self.tr("Interface language"), self.tr("The language of menus and messages")),
            "theme": (self.tr("Theme"), self.tr("Light or dark")),
            "motion": (self.tr("Motion"), self.tr("Whether the canvas moves between two steps")),
            "canvas_speed": (self.tr("Animation speed"), self.tr("How fast the canvas shows the steps")),
        }
        for name, control in self._controls.items():
            text, tip = texts[name]
            self._rows[name].label.setText(text)
            control.setAccessibleName(text)
            control.setToolTip(tip)
            control.clear()
            for entry, value in entries[name]:
                control.addItem(entry, value)
        self._rows["motion"].show_note(self.tr("Reduced: steps follow each other without movement."))
        self._rows["canvas_speed"].show_note(self.tr("The transcription itself is never slowed down."))
        self.show_settings(self._settings)


def _speed_text(speed: float) -> str:
    return decimal(speed, 0 if speed >= 1 else 1 if speed == 0.5 else 2)
