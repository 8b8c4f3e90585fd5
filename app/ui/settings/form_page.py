"""Base of the settings pages: a form whose rows have a label, a control and a note."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from app.settings import Settings
from app.ui.theme import refresh_style
from app.ui.widgets.translation_mixin import TranslationMixin

LABEL_WIDTH_PX = 168
TALL_TOP_PX = 4
"""Room above the label of a tall row, which brings it to the first line."""


@dataclass(frozen=True)
class FormRow:
    """The texts of a row."""

    label: QLabel
    note: QLabel

    def show_note(self, note: str, warns: bool = False) -> None:
        """Show a note, or a warning, below the control; empty for none."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.note.setProperty("look", "warning" if warns else "note")
        refresh_style(self.note)


class FormPage(TranslationMixin, QWidget):
    """Shows some of the settings and reports which ones the user changed. ``_retranslate`` sets the texts."""

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

    def add_row(self, control: QWidget | QLayout, buddy: QWidget | None = None, tall: bool = False) -> FormRow:
        """Add a control with its label and note.

        Args:
            buddy: the widget that the label names, if not the control.
            tall: whether the control has several lines; the label then stands beside the first of them.
        """
        label, note = QLabel(), QLabel()
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if tall:
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, TALL_TOP_PX, 0, 0)
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
        form_row = FormRow(label, note)
        form_row.show_note("")
        return form_row

    def add_heading(self, label: QLabel) -> None:
        """Add a heading over the rows that come next."""
        label.setProperty("look", "strong")
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, 1, 2)
        self._grid.setRowMinimumHeight(row + 1, 12)
        self._grid.addWidget(QWidget(), row + 1, 0)

    def show_settings(self, settings: Settings) -> None:
        """Bring the controls up to date without emitting ``changed``."""
        raise NotImplementedError
