"""The line above the queue: how many files are unfinished and how long they take, and a button that clears the others."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.jobs.transcription_queue import TranscriptionQueue
from app.ui.formatting import duration_text
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.translation_mixin import TranslationMixin

SHOW_DELAY_MS = 300


class QueueHeading(TranslationMixin, QWidget):
    """Hidden while the queue has fewer than two files: the row of a single one says it all."""

    def __init__(self, queue: TranscriptionQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue, self._rail = queue, False
        self.label = ElidedLabel()
        self.label.setProperty("look", "muted")
        self.clear_button = QPushButton()
        self.clear_button.setProperty("look", "link")
        self.clear_button.clicked.connect(queue.remove_finished)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.label, 1)
        row.addWidget(self.clear_button)
        self._timer = QTimer(self, singleShot=True, interval=SHOW_DELAY_MS)
        self._timer.timeout.connect(self._show)
        for signal in (queue.rowsInserted, queue.rowsRemoved, queue.item_changed):
            signal.connect(self._show)
        queue.reported.connect(self._show_soon)
        self._retranslate()

    def set_rail(self, rail: bool) -> None:
        """Hide the line where the sidebar is a rail of icons."""
        self._rail = rail
        self._show()

    @Slot()
    def _show_soon(self) -> None:
        """The time that is left changes with every step; nobody reads it so often."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _show(self) -> None:
        items, unfinished = self._queue.items, len(self._queue.unfinished)
        self.setVisible(len(items) > 1 and not self._rail)
        self.clear_button.setVisible(not unfinished)  # while some are not, the time needs the room
        files = self.tr("%n file(s)", "", unfinished or len(items))
        left_s = self._queue.time_left_s
        if unfinished and left_s:
            files += ", " + self.tr("about {time} left").format(time=duration_text(left_s))
        self.label.set_full_text(files)

    def _retranslate(self) -> None:
        self.clear_button.setText(self.tr("Clear finished"))
        self.clear_button.setToolTip(self.tr("Remove the finished files from this list; the library keeps their text"))
        self._show()
