"""The left side of the window: library button, queue, drop zone and record button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.jobs.transcription_queue import TranscriptionQueue

from .menus.actions import with_shortcut
from .theme import current_colors
from .transcription.queue_heading import QueueHeading
from .transcription.queue_view import QueueView
from .widgets.icons import draw_books
from .widgets.record_button import RecordButton
from .widgets.translation_mixin import TranslationMixin

WIDTH_PX, RAIL_PX = 272, 72


class Sidebar(TranslationMixin, QFrame):
    open_requested = Signal()

    def __init__(self, queue: TranscriptionQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH_PX)
        self.queue_heading = QueueHeading(queue)
        self.queue_view = QueueView(queue)
        self.drop_zone = _DropZone()
        self.drop_zone.open_button.clicked.connect(self.open_requested)
        self.record_button = RecordButton()
        self.library_button = _LibraryButton()
        self.rail = False
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 14)
        column.setSpacing(12)
        column.addWidget(self.library_button)
        column.addWidget(self.queue_heading)
        column.addWidget(self.queue_view, 1)
        column.addWidget(self.drop_zone)
        column.addWidget(self.record_button)
        self._retranslate()

    def set_rail(self, rail: bool) -> None:
        """Show a rail of icons, or all of it."""
        if rail != self.rail:
            self.rail = rail
            self.setFixedWidth(RAIL_PX if rail else WIDTH_PX)
            self.queue_heading.set_rail(rail)
            self.drop_zone.set_rail(rail)
            self.queue_view.doItemsLayout()
            self._retranslate()

    def _retranslate(self) -> None:
        self.library_button.setText("" if self.rail else self.tr("Library"))
        self.library_button.setAccessibleName(self.tr("Library"))
        self.library_button.setToolTip(with_shortcut(self.tr("All your transcripts"), "Ctrl+L"))


class _LibraryButton(QPushButton):
    """Shows its text, or books where it has none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("library")
        self.setCheckable(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, 30, 30)
        box.moveCenter(QRectF(self.rect()).center())
        draw_books(painter, box, current_colors()["ink"])
        painter.end()


class _DropZone(TranslationMixin, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._hint_label = hint = QLabel()
        hint.setProperty("look", "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        hint.setWordWrap(True)
        self.open_button = QPushButton()
        self.open_button.setProperty("look", "link")
        self._rail = False
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(2)
        column.addWidget(hint)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._retranslate()

    def set_rail(self, rail: bool) -> None:
        self._rail = rail
        self._hint_label.setHidden(rail)
        self.open_button.setMinimumSize(40 if rail else 0, 30 if rail else 0)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(*((2, 4, 2, 4) if rail else (12, 12, 12, 8)))
        self._retranslate()

    def _retranslate(self) -> None:
        self._hint_label.setText(self.tr("Drop audio or video here"))
        self.open_button.setText("+" if self._rail else self.tr("Open files…"))
        self.open_button.setAccessibleName(self.tr("Open files…"))
        self.open_button.setToolTip(with_shortcut(self.tr("Open files"), "Ctrl+O"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_colors()["faint"], 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 11, 11)
        painter.end()
