"""Dialog that lists all shortcuts: of the window, and of its pages while they have the focus."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.menus.actions import key_text
from app.ui.widgets.translation_mixin import TranslationMixin
from app.ui.window_geometry import first_size

SIDE_PX, FRAME_HEIGHT_PX, SCROLL_BAR_PX = 28, 102, 12
"""Margin at both sides, height of what is around the keys, and room for a scroll bar."""

COLUMN_GAP_PX, GROUP_GAP_PX = 44, 22
ANY_SIZE = QSize(10_000, 10_000)


class ShortcutSheet(TranslationMixin, QDialog):
    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = [(action, QLabel(), QLabel()) for action in actions if not action.shortcut().isEmpty()]
        for action, _, _ in self._rows:
            action.changed.connect(self._retranslate)
        columns_of_groups = (
            (self._canvas_shortcuts, self._library_shortcuts, self._reading_shortcuts),
            (self._editor_shortcuts, self._check_shortcuts),
        )
        self._groups = [
            (texts, [(QLabel(), QLabel()) for _ in texts()]) for groups in columns_of_groups for texts in groups
        ]
        self._titles = [QLabel() for _ in range(len(self._groups) + 1)]
        self._content = QWidget()
        self._columns, self._first_columns = QHBoxLayout(self._content), QHBoxLayout()
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addLayout(self._first_columns)
        self._first_columns.addLayout(_shortcut_grid(self._titles[0], [(name, keys) for _, name, keys in self._rows]))
        grids = iter(
            [_shortcut_grid(title, rows) for title, (_, rows) in zip(self._titles[1:], self._groups, strict=True)]
        )
        for groups, columns in zip(columns_of_groups, (self._first_columns, self._columns), strict=True):
            column = QVBoxLayout()
            column.setSpacing(GROUP_GAP_PX)
            for _ in groups:
                column.addLayout(next(grids))
            column.addStretch(1)
            columns.addLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        area = QScrollArea()
        area.setWidget(self._content)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, 24, SIDE_PX, 20)
        column.setSpacing(20)
        column.addWidget(area)
        column.addWidget(buttons)
        self._retranslate()

    def sizeHint(self) -> QSize:
        """The size at which nothing needs to be scrolled, where the screen has it."""
        self._columns.activate()  # its texts may have changed
        content = self._columns.sizeHint() + QSize(SCROLL_BAR_PX, SCROLL_BAR_PX)
        return QSize(content.width() + 2 * SIDE_PX, content.height() + FRAME_HEIGHT_PX)

    def fit(self, room: QSize) -> None:
        """Take as many columns as fit beside each other, and the size for them, but at most ``room``."""
        for stacked in ((), (self._first_columns,), (self._first_columns, self._columns)):
            for columns in (self._first_columns, self._columns):
                is_stacked = columns in stacked
                columns.setDirection(
                    QBoxLayout.Direction.TopToBottom if is_stacked else QBoxLayout.Direction.LeftToRight
                )
                columns.setSpacing(GROUP_GAP_PX if is_stacked else COLUMN_GAP_PX)
            if self.sizeHint().width() <= room.width():
                break
        self.resize(self.sizeHint().boundedTo(room))

    def text(self) -> str:
        """Return its text, a line for each shortcut."""
        rows = [(name, keys) for _, name, keys in self._rows] + [row for _, rows in self._groups for row in rows]
        return "\n".join(f"{name.text()}\t{keys.text()}" for name, keys in rows)

    def _canvas_shortcuts(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Play or pause"), key_text("K")),
            (self.tr("One step back"), key_text(",")),
            (self.tr("One step forward"), key_text(".")),
            (self.tr("Noise, both or guess"), key_text("L")),
            (self.tr("From token to token"), "← → ↑ ↓"),
            (self.tr("First or last token"), f"{key_text('Home')}  {key_text('End')}"),
            (self.tr("Another word for the token"), key_text("Return")),
            (self.tr("Leave the token"), key_text("Esc")),
        ]

    def _library_shortcuts(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Search"), key_text("Ctrl+F")),
            (self.tr("Open the transcript"), key_text("Return")),
            (self.tr("Rename"), key_text("F2")),
            (self.tr("Tags"), key_text("Ctrl+Shift+T")),
            (self.tr("Export"), key_text("Ctrl+E")),
            (self.tr("Show in folder"), key_text("Ctrl+Shift+R")),
            (self.tr("Delete"), key_text("Del")),
        ]

    def _editor_shortcuts(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Play or pause"), key_text("Space")),
            (self.tr("Edit the text; stop editing"), f"{key_text('Return')}  {key_text('Esc')}"),
            (self.tr("Play or pause while editing"), key_text("Ctrl+Space")),
            (self.tr("Wave, spectrogram or both"), key_text("W")),
            (self.tr("Undo"), key_text("Ctrl+Z")),
            (self.tr("Redo"), key_text("Ctrl+Shift+Z")),
            (self.tr("Find and replace"), key_text("Ctrl+F")),
            (self.tr("Join with the next segment"), key_text("Ctrl+J")),
            (self.tr("Delete this segment"), key_text("Ctrl+Shift+Backspace")),
            (self.tr("Repeat this segment"), key_text("Ctrl+Shift+L")),
            (self.tr("Set the speaker"), f"{key_text('Ctrl+1')} – {key_text('9')}"),
            (self.tr("Export"), key_text("Ctrl+E")),
            (self.tr("Back to the library"), key_text("Alt+Left")),
        ]

    def _check_shortcuts(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Next word"), key_text("F8")),
            (self.tr("It is right"), key_text("Return")),
            (self.tr("Take a suggestion"), "1 – 4"),
            (self.tr("Another word"), key_text("F9")),
            (self.tr("Listen again"), key_text("Shift+F9")),
            (self.tr("Listen again with another word"), key_text("Ctrl+Return")),
            (self.tr("Play the differences"), "← →"),
            (self.tr("Use the new words; keep the original"), f"{key_text('Return')}  {key_text('Esc')}"),
        ]

    def _reading_shortcuts(self) -> list[tuple[str, str]]:
        return [(self.tr("Larger or smaller letters"), f"{key_text('Ctrl++')}  {key_text('Ctrl+-')}")]

    @Slot()
    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        titles = (
            self.tr("Anywhere"), self.tr("On the canvas"), self.tr("In the library"), self.tr("In the reading view"),
            self.tr("In the editor"), self.tr("Checking words"),
        )  # fmt: skip
        for label, title in zip(self._titles, titles, strict=True):
            label.setText(title)
        for action, name, keys in self._rows:
            name.setText(action.text().rstrip("…"))
            keys.setText(key_text(action.shortcut()))
        for texts, rows in self._groups:
            for (name, keys), (text, key) in zip(rows, texts(), strict=True):
                name.setText(text)
                keys.setText(key)
        self.fit(
            first_size(self.screen().availableGeometry().size(), ANY_SIZE)
        )  # Qt fits a window to its texts only once


def _shortcut_grid(title: QLabel, rows: list[tuple[QLabel, QLabel]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(6)
    title.setProperty("look", "strong")
    grid.addWidget(title, 0, 0, 1, 2)
    for row, (name, keys) in enumerate(rows, start=1):
        keys.setProperty("look", "muted")
        grid.addWidget(name, row, 0)
        grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
    grid.setRowStretch(len(rows) + 1, 1)
    return grid
