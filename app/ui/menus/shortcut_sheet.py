"""Dialog that lists the shortcuts of the window, and those of the canvas while it has the focus."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.widgets.translation_mixin import TranslationMixin


class ShortcutSheet(TranslationMixin, QDialog):
    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = [(action, QLabel(), QLabel()) for action in actions if not action.shortcut().isEmpty()]
        for action, _, _ in self._rows:
            action.changed.connect(self._retranslate)
        self._canvas_rows = [(QLabel(), QLabel()) for _ in self._canvas_shortcuts()]
        self._titles = (QLabel(), QLabel())
        columns = QHBoxLayout()
        columns.setSpacing(56)
        columns.addLayout(_shortcut_grid(self._titles[0], [(name, keys) for _, name, keys in self._rows]))
        columns.addLayout(_shortcut_grid(self._titles[1], self._canvas_rows))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(20)
        column.addLayout(columns)
        column.addWidget(buttons)
        self._retranslate()

    def text(self) -> str:
        """Return its text, a line for each shortcut."""
        rows = [(name, keys) for _, name, keys in self._rows] + self._canvas_rows
        return "\n".join(f"{name.text()}\t{keys.text()}" for name, keys in rows)

    def _canvas_shortcuts(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Play or pause"), _native_text("K")),
            (self.tr("One step back"), _native_text(",")),
            (self.tr("One step forward"), _native_text(".")),
            (self.tr("Canvas, both or belief"), _native_text("L")),
            (self.tr("From token to token"), "← → ↑ ↓"),
            (self.tr("First or last token"), f"{_native_text('Home')}  {_native_text('End')}"),
            (self.tr("Leave the token"), _native_text("Esc")),
        ]

    @Slot()
    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._titles[0].setText(self.tr("Anywhere"))
        self._titles[1].setText(self.tr("On the canvas"))
        for action, name, keys in self._rows:
            name.setText(action.text().rstrip("…"))
            keys.setText(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        for (name, keys), (text, key) in zip(self._canvas_rows, self._canvas_shortcuts(), strict=True):
            name.setText(text)
            keys.setText(key)
        self.adjustSize()  # Qt sizes a window to its texts only once


def _native_text(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _shortcut_grid(title: QLabel, rows: list[tuple[QLabel, QLabel]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(40)
    grid.setVerticalSpacing(8)
    title.setProperty("look", "strong")
    grid.addWidget(title, 0, 0, 1, 2)
    for row, (name, keys) in enumerate(rows, start=1):
        keys.setProperty("look", "muted")
        grid.addWidget(name, row, 0)
        grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
    grid.setRowStretch(len(rows) + 1, 1)
    return grid
