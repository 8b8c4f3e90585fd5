"""Controls a recording from the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.sound.microphone import (
    Recorder,
    RecordingDeviceChanged,
    RecordingDiscarded,
    RecordingEvent,
    RecordingLevel,
    RecordingSaved,
    RecordingStarted,
)

from .background_tasks import BackgroundTasks
from .job_slot import JobSlot


class RecordingJob(QObject):
    """Runs at most one recording at a time, in a thread of its own."""

    started = Signal(object)  # RecordingStarted
    level_changed = Signal(object)  # RecordingLevel
    device_changed = Signal(object)  # RecordingDeviceChanged
    saved = Signal(object)  # RecordingSaved
    discarded = Signal()
    failed = Signal(object)  # RecordingError
    paused_changed = Signal(bool)
    ended = Signal()  # after saved, discarded or failed; another may begin

    def __init__(
        self,
        background_tasks: BackgroundTasks,
        make_recorder: Callable[[str], Recorder],
        parent: QObject | None = None,
    ) -> None:
        """``make_recorder`` gets the name of an input device; empty means the system's default."""
        super().__init__(parent)
        self.make_recorder = make_recorder
        self._recorder: Recorder | None = None
        self._paused = False
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_reported)
        self._slot.failed.connect(self.failed)
        self._slot.finished.connect(self._on_finished)
        background_tasks.shutting_down.connect(self.stop)

    @property
    def active(self) -> bool:
        return self._slot.busy

    def start(self, device: str) -> None:
        """Begin; does nothing while a recording runs."""
        if not self._slot.busy:
            self._recorder, self._paused = self.make_recorder(device), False
            self._slot.start(self._recorder.events)

    @Slot()
    def stop(self) -> None:
        """End the recording; ``saved`` follows when everything is on disk."""
        if self._recorder is not None:
            self._recorder.stop()

    @property
    def paused(self) -> bool:
        """Whether nothing is recorded at the moment."""
        return self._paused

    def set_paused(self, paused: bool) -> None:
        """Record nothing from now on, or go on."""
        if self._recorder is not None and paused != self._paused:
            self._paused = paused
            self._recorder.set_paused(paused)
            self.paused_changed.emit(paused)

    def discard(self) -> None:
        """End the recording and delete it; ``discarded`` follows."""
        if self._recorder is not None:
            self._recorder.discard()

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
            case RecordingDiscarded():
                self.discarded.emit()

    @Slot()
    def _on_finished(self) -> None:
        self._recorder = None
        self.ended.emit()
