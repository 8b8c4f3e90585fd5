"""Settings page for the dictation: on or off, its shortcut, and whether it types."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit

from app.dictation.events import ShortcutReady
from app.errors import AnnealError
from app.jobs.error_text import error_text
from app.settings import Settings
from app.ui.dictation_controller import DictationStatus
from app.ui.menus.actions import key_text
from app.ui.widgets.toggle_switch import ToggleSwitch

from .form_page import FormPage


class DictationSettingsPage(FormPage):
    """Says in a sentence what the desktop does not allow."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings, self._status = settings, DictationStatus()
        self.dictation, self.types = ToggleSwitch(), ToggleSwitch()
        self.shortcut = QKeySequenceEdit()
        self.shortcut.setMaximumSequenceLength(1)
        self.dictation_row = self.add_row(self.dictation)
        self.shortcut_row = self.add_row(self.shortcut)
        self.types_row = self.add_row(self.types)
        self.dictation.toggled.connect(lambda on: self.changed.emit({"dictation": on}))
        self.types.toggled.connect(lambda on: self.changed.emit({"dictation_types": on}))
        self.shortcut.editingFinished.connect(self._on_shortcut_chosen)
        self._retranslate()

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._fill()

    def show_status(self, status: DictationStatus) -> None:
        """Show what the desktop allows."""
        self._status = status
        self._show_notes()

    @Slot()
    def _on_shortcut_chosen(self) -> None:
        chosen = self.shortcut.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if chosen:
            self.changed.emit({"dictation_shortcut": chosen})
        else:
            self._fill()

    def _fill(self) -> None:
        for switch, on in ((self.dictation, self._settings.dictation), (self.types, self._settings.dictation_types)):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)
        self.shortcut.setKeySequence(QKeySequence(self._settings.dictation_shortcut))
        for control in (self.shortcut, self.types):
            control.setEnabled(self._settings.dictation)
        self._show_notes()

    def _show_notes(self) -> None:
        shortcut, typing = self._status.shortcut, self._status.typing
        self.dictation_row.show_note(
            self.tr("Press the shortcut in any program and speak; press it again, and the text is on the clipboard.")
        )
        if isinstance(shortcut, AnnealError):
            self.shortcut_row.show_note(error_text(shortcut), warns=True)
        elif isinstance(shortcut, ShortcutReady) and shortcut.trigger:
            self.shortcut_row.show_note(self.tr("Your desktop has set it to {key}.").format(key=shortcut.trigger))
        elif isinstance(shortcut, ShortcutReady):
            wanted = key_text(self._settings.dictation_shortcut)
            self.shortcut_row.show_note(self.tr("{key} works in every program now.").format(key=wanted))
        elif self._settings.dictation:
            self.shortcut_row.show_note(self.tr("Asking your desktop for the shortcut…"))
        else:
            self.shortcut_row.show_note("")
        if typing is not None:
            self.types_row.show_note(error_text(typing), warns=True)
        else:
            self.types_row.show_note(
                self.tr("Where the cursor is, once the text is final. It is in the library as well.")
            )

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Dictation"))
        for row, control, text, tip in (
            (self.dictation_row, self.dictation, self.tr("Dictate anywhere"), self.tr("Record from any program")),
            (self.shortcut_row, self.shortcut, self.tr("Shortcut"), self.tr("Click, then press the keys")),
            (self.types_row, self.types, self.tr("Typing"), self.tr("Type the text into the program in front")),
        ):
            row.label.setText(text)
            control.setAccessibleName(text)
            control.setToolTip(tip)
        self.dictation.setText(self.tr("A shortcut starts and stops recording"))
        self.types.setText(self.tr("Also type the text"))
        for switch in (self.dictation, self.types):
            switch.setAccessibleName(switch.text())
        self._fill()
