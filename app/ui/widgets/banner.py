"""A calm line at the top: what happened, why, what to do; and perhaps one thing to press."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.errors import AnnealError
from app.jobs.error_text import error_text
from app.ui.lazy_text import Words, said


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
        self._close.clicked.connect(self._on_closed)
        self._close.setVisible(closable)
        self._do: Callable[[], None] | None = None
        self._message: Words = ""
        self._button_words: Words = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, message: Words, button: Words = "", do: Callable[[], None] | None = None, note: bool = False) -> None:
        """Show a message; ``note`` for good or neutral news, else it is a warning."""
        self.setProperty("tone", "note" if note else "warning")
        self.style().unpolish(self)
        self.style().polish(self)
        self._message, self._button_words, self._do = message, button, do
        self._retranslate()
        self._button.setVisible(bool(button))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def say_error(self, error: AnnealError, button: Words = "", do: Callable[[], None] | None = None) -> None:
        self.say(lambda: error_text(error), button, do)

    def _retranslate(self) -> None:
        message = said(self._message)
        self._text.setText(message)
        self.setAccessibleName(message)
        self._button.setText(said(self._button_words))
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.setToolTip(self.tr("Dismiss"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

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
