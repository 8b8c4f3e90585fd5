"""A calm line at the top: what happened, why, what to do; and perhaps one thing to press."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ..speech.errors import AnnealError


class Banner(QFrame):
    """Hidden until there is something to say; the newest message replaces the one before."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None, closable: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.setProperty("look", "link")
        self._button.clicked.connect(self._on_button_clicked)
        self._close = QPushButton("✕")
        self._close.setProperty("look", "quiet")
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.clicked.connect(self._on_closed)
        self._close.setVisible(closable)
        self._do: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, message: str, button: str = "", do: Callable[[], None] | None = None, note: bool = False) -> None:
        """Show a message; ``note`` for good or neutral news, else it is a warning."""
        self.setProperty("tone", "note" if note else "warning")
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(message)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._do = do
        self.setAccessibleName(message)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def say_error(self, error: AnnealError, button: str = "", do: Callable[[], None] | None = None) -> None:
        self.say(str(error), button, do)

    @Slot()
    def _on_button_clicked(self) -> None:
        do, self._do = self._do, None
        self.hide()
        if do is not None:
            do()

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
        self.dismissed.emit()
