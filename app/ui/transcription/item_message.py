"""What the page of a file shows instead of canvas and text while it has neither: one message and its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import NoSpeechError
from app.jobs.error_text import error_sentences
from app.jobs.queue_item import QueueItem, QueueState
from app.ui.widgets.translation_mixin import TranslationMixin

WIDTH_PX = 520


def has_message(item: QueueItem | None) -> bool:
    """Whether a file has nothing else to show: it waits, or it ended without any text."""
    if item is None or item.text:
        return False
    return item.state.is_final or (item.state is QueueState.WAITING and not item.segments)


class ItemMessage(TranslationMixin, QWidget):
    """Tells why there is nothing to see of a file, and offers what can be done."""

    start_requested = Signal(object)  # QueueItem
    retry_requested = Signal(object)
    reveal_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: QueueItem | None = None
        self._files_before = 0
        self.title_label, self.text_label = QLabel(), QLabel()
        self.title_label.setObjectName("pageTitle")
        self.text_label.setObjectName("lead")
        for label in (self.title_label, self.text_label):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.start_button, self.retry_button, self.reveal_button = (QPushButton() for _ in range(3))
        self.start_button.clicked.connect(lambda: self.start_requested.emit(self._item))
        self.retry_button.clicked.connect(lambda: self.retry_requested.emit(self._item))
        self.reveal_button.clicked.connect(lambda: self.reveal_requested.emit(self._item))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.start_button, self.retry_button, self.reveal_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        content = QWidget()
        content.setMaximumWidth(WIDTH_PX)
        inside = QVBoxLayout(content)
        inside.setSpacing(10)
        inside.addStretch(5)
        inside.addWidget(self.title_label)
        inside.addWidget(self.text_label)
        inside.addSpacing(12)
        inside.addLayout(buttons)
        inside.addStretch(6)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(content, 100)
        row.addStretch(1)
        self._retranslate()

    def show_item(self, item: QueueItem, files_before: int) -> None:
        """Show the message of a file for which ``has_message``.

        Args:
            files_before: how many files are transcribed before it, if it waits.
        """
        self._item, self._files_before = item, files_before
        self._retranslate()

    def _retranslate(self) -> None:
        item = self._item
        self.start_button.setText(self.tr("Start next"))
        self.start_button.setToolTip(self.tr("Transcribe this file before the others that wait"))
        self.retry_button.setText(self.tr("Try again"))
        self.reveal_button.setText(self.tr("Show in folder"))
        if item is None:
            return
        failed = item.state is QueueState.FAILED
        silent = isinstance(item.error, NoSpeechError)
        self.start_button.setVisible(item.state is QueueState.WAITING and self._files_before > 1)
        self.retry_button.setVisible(item.state is QueueState.CANCELLED or (failed and not silent))
        self.reveal_button.setVisible(failed)
        if failed and item.error is not None:
            title, text = error_sentences(item.error)
        elif item.state is QueueState.CANCELLED:
            title, text = self.tr("Cancelled"), item.title
        elif item.state is QueueState.WAITING:
            title = self.tr("Waiting")
            text = self.tr("%n file(s) come before {file}.", "", self._files_before).format(file=item.title)
        else:
            title, text = self.tr("No speech found"), item.title
        self.title_label.setText(title)
        self.text_label.setText(text)
