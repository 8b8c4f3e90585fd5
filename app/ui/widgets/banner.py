"""A message at the top of the window: what happened, why and what to do, with an optional button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.errors import AnnealError
from app.jobs.error_text import error_text
from app.ui.lazy_text import LazyText, resolve

from .translation_mixin import TranslationMixin


class Banner(TranslationMixin, QFrame):
    """Hidden while there is no message; a new message replaces the previous one."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None, closable: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text_label = QLabel()
        self._text_label.setWordWrap(True)
        self._text_label.setTextFormat(Qt.TextFormat.PlainText)
        self._text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text_label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setProperty("look", "link")
        self.button.clicked.connect(self._on_button_clicked)
        self._close_button = QPushButton("✕")
        self._close_button.setProperty("look", "quiet")
        self._close_button.clicked.connect(self._on_close_clicked)
        self._close_button.setVisible(closable)
        self._action: Callable[[], None] | None = None
        self._message: LazyText = ""
        self._button_text: LazyText = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._text_label, 1)
        row.addWidget(self.button)
        row.addWidget(self._close_button)
        self._retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """The message shown; empty while hidden."""
        return self._text_label.text() if not self.isHidden() else ""

    def show_message(
        self,
        message: LazyText,
        button_text: LazyText = "",
        action: Callable[[], None] | None = None,
        is_note: bool = False,
    ) -> None:
        """Show a message, as a warning unless ``is_note``; the button hides it and calls ``action``."""
        self.setProperty("tone", "note" if is_note else "warning")
        self.style().unpolish(self)
        self.style().polish(self)
        self._message, self._button_text, self._action = message, button_text, action
        self._retranslate()
        self.button.setVisible(bool(button_text))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_error(
        self, error: AnnealError, button_text: LazyText = "", action: Callable[[], None] | None = None
    ) -> None:
        self.show_message(lambda: error_text(error), button_text, action)

    def _retranslate(self) -> None:
        message = resolve(self._message)
        self._text_label.setText(message)
        self.setAccessibleName(message)
        self.button.setText(resolve(self._button_text))
        self._close_button.setAccessibleName(self.tr("Dismiss this message"))
        self._close_button.setToolTip(self.tr("Dismiss"))

    @Slot()
    def _on_button_clicked(self) -> None:
        do, self._action = self._action, None
        self.hide()
        if do is not None:
            do()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.hide()
        self.dismissed.emit()
