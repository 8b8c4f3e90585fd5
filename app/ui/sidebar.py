"""The left side: what is waiting, a place to drop, and the record button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.jobs.transcription_queue import TranscriptionQueue

from .menus.actions import with_keys
from .theme import current_colors
from .transcription.queue_view import QueueView
from .widgets.record_button import RecordButton

WIDTH = 272


class Sidebar(QFrame):
    open_wanted = Signal()

    def __init__(self, queue: TranscriptionQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH)
        self.files = QueueView(queue)
        self.drop = _DropZone()
        self.drop.open.clicked.connect(self.open_wanted)
        self.record = RecordButton()
        self.library = QPushButton()
        self.library.setObjectName("library")
        self.library.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 14)
        column.setSpacing(12)
        column.addWidget(self.library)
        column.addWidget(self.files, 1)
        column.addWidget(self.drop)
        column.addWidget(self.record)
        self._retranslate()

    def _retranslate(self) -> None:
        self.library.setText(self.tr("Library"))
        self.library.setToolTip(with_keys(self.tr("Everything that was transcribed"), "Ctrl+L"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _DropZone(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._words = words = QLabel()
        words.setProperty("look", "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setWordWrap(True)
        self.open = QPushButton()
        self.open.setProperty("look", "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(2)
        column.addWidget(words)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        self._retranslate()

    def _retranslate(self) -> None:
        self._words.setText(self.tr("Drop audio or video here"))
        self.open.setText(self.tr("Open files…"))
        self.open.setToolTip(with_keys(self.tr("Open files"), "Ctrl+O"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_colors()["faint"], 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 11, 11)
        painter.end()
