"""A row of the settings that shows how loud the chosen microphone is, on request and for a few seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.job_slot import JobSlot
from app.sound.microphone import QUIET_PEAK, Recorder, RecordingEvent, RecordingLevel
from app.ui.recording_page import LevelHistory
from app.ui.widgets.translation_mixin import TranslationMixin

TEST_MS = 10_000
"""A test ends by itself: while it runs nothing else can record."""
HEIGHT_PX = 34


class MicrophoneTest(TranslationMixin, QWidget):
    """Records into a file that is deleted at once."""

    began = Signal()
    heard = Signal(object)  # RecordingLevel
    ended = Signal()
    failed = Signal(object)  # AnnealError

    def __init__(self, background_tasks: BackgroundTasks, make_recorder: Callable[[], Recorder]) -> None:
        """``make_recorder`` returns a recorder of the microphone that is to be tested."""
        super().__init__()
        self._make_recorder = make_recorder
        self._recorder: Recorder | None = None
        self.levels, self.button = LevelHistory(), QPushButton()
        self.levels.setFixedHeight(HEIGHT_PX)
        self._timer = QTimer(self, singleShot=True, interval=TEST_MS)
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_reported)
        self._slot.failed.connect(self._on_failed)
        self._slot.finished.connect(self._on_finished)
        self._timer.timeout.connect(self.stop)
        self.button.clicked.connect(self._on_clicked)
        background_tasks.shutting_down.connect(self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.levels, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)
        self._retranslate()

    @property
    def running(self) -> bool:
        return self._recorder is not None

    @Slot()
    def stop(self) -> None:
        """End the test; what was recorded is deleted."""
        if self._recorder is not None:
            self._recorder.discard()

    @Slot()
    def _on_clicked(self) -> None:
        if self._recorder is not None:
            self.stop()
        elif not self._slot.busy:
            self.levels.clear()
            self._recorder = self._make_recorder()
            self._slot.start(self._recorder.events)
            self._timer.start()
            self._retranslate()
            self.began.emit()

    @Slot(object)
    def _on_reported(self, event: RecordingEvent) -> None:
        if isinstance(event, RecordingLevel):
            self.levels.add(event.peak, event.clipped)
            if event.peak >= QUIET_PEAK or event.quiet:
                self.heard.emit(event)

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        self._recorder = None
        self._timer.stop()
        self._retranslate()
        self.ended.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def _retranslate(self) -> None:
        self.levels.setAccessibleName(self.tr("Level of the microphone"))
        self.button.setText(self.tr("Stop") if self.running else self.tr("Test"))
        self.button.setToolTip(self.tr("See how loud the microphone is; nothing is kept"))
