"""The first page: what to do, and samples one click away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.jobs.background_tasks import BackgroundTasks
from app.library.entry import Entry

from .hero import Hero
from .menus.actions import with_shortcut
from .recent_transcripts import RecentTranscripts
from .sample_clips import sample_language
from .widgets.record_button import RecordButton
from .widgets.translation_mixin import TranslationMixin

RECORD_WIDTH_PX = 230
LOW_BELOW_PX, NARROW_BELOW_PX, MIN_WIDTH_PX = 480, 640, 500


class WelcomePage(TranslationMixin, QWidget):
    sample_requested = Signal(object)  # Path of a sample
    open_requested = Signal()
    shown = Signal()
    """The page is on screen: what it offers may have changed."""
    record_offered = Signal(bool)
    """Whether the page has a record button of its own on screen: it has until there is a first transcript."""

    def __init__(
        self, samples: Sequence[Path], background_tasks: BackgroundTasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.hero = Hero(background_tasks)
        self._title_label, self._lead_label = QLabel(), QLabel()
        self._title_label.setObjectName("title")
        self._lead_label.setObjectName("lead")
        for label in (self._title_label, self._lead_label):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.sample_buttons = {sample: QPushButton() for sample in samples}
        self._try_label = QLabel()
        self._try_label.setProperty("look", "muted")
        self._try_label.setVisible(len(samples) > 1)
        self.record_button = RecordButton()
        self.record_button.setFixedWidth(RECORD_WIDTH_PX)
        self.record_button.hide()
        self.open_button = QPushButton()
        self.open_button.setMinimumHeight(self.record_button.minimumHeight())
        self.open_button.clicked.connect(self.open_requested)
        self.recent = RecentTranscripts()
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addStretch(1)
        chips.addWidget(self._try_label)
        for sample, button in self.sample_buttons.items():
            button.setProperty("look", "chip")
            button.clicked.connect(lambda _checked=False, sample=sample: self.sample_requested.emit(sample))
            chips.addWidget(button)
        chips.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.record_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(5)
        column.addWidget(self.hero, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(26)
        column.addWidget(self._title_label)
        column.addSpacing(12)
        column.addWidget(self._lead_label)
        column.addSpacing(28)
        column.addLayout(buttons)
        column.addSpacing(22)
        column.addLayout(chips)
        column.addSpacing(22)
        column.addWidget(self.recent)
        column.addStretch(6)
        self._retranslate()

    def show_recent(self, entries: Sequence[Entry]) -> None:
        """Show the latest transcripts, the newest first, or how to make the first one."""
        self.recent.show_entries(entries)
        self.record_button.setVisible(not entries)
        self.record_offered.emit(self.record_button.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.record_offered.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the picture and the label of the samples where there is no room for them."""
        super().resizeEvent(event)
        self.hero.setVisible(self.height() >= LOW_BELOW_PX)
        self._try_label.setVisible(len(self.sample_buttons) > 1 and self.width() >= NARROW_BELOW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(MIN_WIDTH_PX, 200)

    def _retranslate(self) -> None:
        self._title_label.setText(self.tr("Speech, out of noise"))
        self._lead_label.setText(
            self.tr(
                "Press Record and speak, or drop audio or video anywhere here.\n"
                "Random words settle into yours, step by step."
            )
        )
        self._try_label.setText(self.tr("Try it:"))
        tip = with_shortcut(self.tr("Transcribe a short clip that comes with Anneal"), "Ctrl+T")
        for sample, button in self.sample_buttons.items():
            button.setText(self.tr("Try a sample") if len(self.sample_buttons) == 1 else sample_language(sample)[1])
            button.setToolTip(tip)
        self.open_button.setText(self.tr("Open files…"))
        self.open_button.setToolTip(with_shortcut(self.tr("Open files"), "Ctrl+O"))
