"""Grid of labels and their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

LABEL_WIDTH_PX = 132


@dataclass(frozen=True)
class Fact:
    label: str
    text: str
    warns: bool = False
    html: bool = False


class LabelValueGrid(QWidget):
    """Shows facts, a row each. The user can select and copy the texts; links open in the browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH_PX)
        self._grid.setColumnStretch(1, 1)
        self._shown: list[Fact] = []
        self._labels: list[QLabel] = []

    @property
    def text(self) -> str:
        """All rows as text, a line each."""
        return "\n".join(f"{fact.label}: {fact.text}" for fact in self._shown)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Replace the rows."""
        if list(facts) == self._shown:
            return
        self._shown = list(facts)
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()  # until the event loop deletes it
            label.deleteLater()
        self._labels = []
        for row, fact in enumerate(self._shown):
            name, text = QLabel(fact.label), QLabel()
            name.setProperty("look", "muted")
            name.setWordWrap(True)
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.RichText if fact.html else Qt.TextFormat.PlainText)
            text.setText(fact.text)
            if fact.html:
                text.setOpenExternalLinks(True)
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            else:
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if fact.warns:
                text.setObjectName("warns")
            name.setBuddy(text)
            for column, label in enumerate((name, text)):
                self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
                self._labels.append(label)
