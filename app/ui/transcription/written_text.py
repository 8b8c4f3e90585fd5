"""What is shown in the canvas's place for a model without one: the text as it is written, from left to right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.speech.events import ModelReady
from app.ui.widgets.translation_mixin import TranslationMixin


class WrittenText(TranslationMixin, QWidget):
    """A sentence that tells why there is no canvas, and below it the newest text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ""
        self.reason, self.text = QLabel(), QLabel()
        self.reason.setProperty("look", "muted")
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setObjectName("transcript")
        self.text.setStyleSheet("font-size: 22px")  # about as large as the canvas's type
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(self.reason)
        column.addWidget(self.text, 1)

    def show_model(self, model: ModelReady) -> None:
        self._model = model.model
        self._retranslate()

    def show_text(self, text: str) -> None:
        self.text.setText(text)

    def _retranslate(self) -> None:
        self.reason.setText(
            self.tr("{model} writes from left to right: there is no canvas to watch.").format(model=self._model)
            if self._model
            else ""
        )
