"""The bridge between the record button and the microphone's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.sound.microphone import (
    Recorder,
    RecordingDeviceChanged,
    RecordingEvent,
    RecordingLevel,
    RecordingSaved,
    RecordingStarted,
)

from .job import Job


class RecordingJob(QObject):
    """At most one recording at a time, in a thread of its own."""

    started = Signal(object)  # RecordingStarted
    level_changed = Signal(object)  # RecordingLevel
    device_changed = Signal(object)  # RecordingMoved
    saved = Signal(object)  # RecordingSaved
    failed = Signal(object)  # RecordingError
    ended = Signal()  # after saved or failed; another may begin

    def __init__(self, make_recorder: Callable[[str], Recorder], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_recorder = make_recorder
        self._recorder: Recorder | None = None
        self._job: Job | None = None

    @property
    def active(self) -> bool:
        return self._job is not None

    def start(self, device: str) -> None:
        """Begin; does nothing while a recording runs."""
        if self._job is not None:
            return
        recorder = self._make_recorder(device)
        job = Job(recorder.events)
        job.reported.connect(self._on_reported)
        job.failed.connect(self.failed)
        job.finished.connect(self._on_finished)
        self._recorder, self._job = recorder, job
        job.start()

    def stop(self) -> None:
        """End the recording; ``saved`` follows when everything is on disk."""
        if self._recorder is not None:
            self._recorder.stop()

    def shut_down(self, wait_ms: int) -> bool:
        """Stop, and wait until the file is finished."""
        self.stop()
        if self._job is None:
            return True
        if not self._job.wait(wait_ms):
            return False
        self._on_finished()  # now, for there may be no event loop left to call it
        return True

    @Slot(object)
    def _on_reported(self, event: RecordingEvent) -> None:
        match event:
            case RecordingStarted():
                self.started.emit(event)
            case RecordingLevel():
                self.level_changed.emit(event)
            case RecordingDeviceChanged():
                self.device_changed.emit(event)
            case RecordingSaved():
                self.saved.emit(event)

    @Slot()
    def _on_finished(self) -> None:
        if self._job is not None:
            self._job.wait()
        self._job = self._recorder = None
        self.ended.emit()
