"""Controls a recording: starts and stops the job, updates the record button and the recording page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.recording_job import RecordingJob
from app.sound.microphone import RecordingLevel, RecordingStarted

from .recording_page import RecordingPage
from .widgets.record_button import RecordButton


class RecordingController(QObject):
    """Starts and stops ``RecordingJob``, and shows its progress. The window handles the finished recording."""

    started = Signal()
    saved = Signal(object)  # RecordingSaved
    failed = Signal(object)  # RecordingError

    def __init__(
        self, job: RecordingJob, button: RecordButton, page: RecordingPage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._job, self._button, self._page = job, button, page
        job.started.connect(self._on_started)
        job.level_changed.connect(self._on_level_changed)
        job.device_changed.connect(page.show_device_change)
        job.saved.connect(self.saved)
        job.failed.connect(self.failed)
        job.ended.connect(self._on_ended)

    def toggle(self, device: str) -> None:
        """Start recording with the device of this name, or stop; does nothing while either is in progress."""
        match self._button.phase:
            case "idle":
                self._button.show_phase("starting")
                self._page.reset("")
                self.started.emit()
                self._job.start(device)
            case "recording":
                self._button.show_phase("saving")
                self._job.stop()

    @Slot(object)
    def _on_started(self, event: RecordingStarted) -> None:
        self._button.show_phase("recording")
        self._page.reset(event.device)

    @Slot(object)
    def _on_level_changed(self, level: RecordingLevel) -> None:
        if self._button.phase == "recording":
            self._button.show_level(level.elapsed_s, level.peak)
            self._page.show_level(level)

    @Slot()
    def _on_ended(self) -> None:
        self._button.show_phase("idle")
