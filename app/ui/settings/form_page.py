"""What the pages of the settings dialog share: rows of a label, a control and a quiet note."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from app.settings import Settings
from app.ui.theme import refresh_style

LABEL_WIDTH_PX = 168


@dataclass(frozen=True)
class FormRow:
    label: QLabel
    note: QLabel

    def show_note(self, note: str, warns: bool = False) -> None:
        """What stands below the control; nothing if empty."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.note.setProperty("look", "warning" if warns else "note")
        refresh_style(self.note)


class FormPage(QWidget):
    """Shows some of the settings and says which ones a person changed. Texts are set in ``_retranslate``."""

    changed = Signal(object)  # dict[str, Any]: names and values of settings

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("pageTitle")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH_PX)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(24)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        column.addStretch(1)

    def add_row(self, control: QWidget | QLayout, buddy: QWidget | None = None) -> FormRow:
        """A control with a place for its label and its note; ``buddy`` is what the label names."""
        label, note = QLabel(), QLabel()
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        note.setWordWrap(True)
        note.setTextFormat(Qt.TextFormat.PlainText)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        if isinstance(control, QLayout):
            self._grid.addLayout(control, row, 1)
        else:
            self._grid.addWidget(control, row, 1)
            buddy = buddy or control
        label.setBuddy(buddy)  # type: ignore[arg-type,unused-ignore]
        self._grid.addWidget(note, row + 1, 1)
        self._grid.setRowMinimumHeight(row + 2, 16)
        self._grid.addWidget(QWidget(), row + 2, 0)
        made = FormRow(label, note)
        made.show_note("")
        return made

    def show_settings(self, settings: Settings) -> None:
        """Bring the controls up to date, without telling anybody."""
        raise NotImplementedError

    def _retranslate(self) -> None:
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
