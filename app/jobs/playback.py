"""Controls the playback of a source from the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.sound.decoded_sound import DecodedSound
from app.sound.playback import Playback, PlaybackPosition, PlaybackRequest

from .background_tasks import BackgroundTasks
from .job_slot import JobSlot


class PlaybackJob(QObject):
    """Plays one source at a time. Positions are seconds from its start."""

    moved = Signal(float)
    started = Signal()
    stopped = Signal()
    failed = Signal(object)  # AnnealError

    def __init__(self, background_tasks: BackgroundTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playback: Playback | None = None
        self.speed = 1.0
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_reported)
        self._slot.failed.connect(self.failed)
        self._slot.finished.connect(self._on_finished)
        background_tasks.shutting_down.connect(self.stop)

    @property
    def playing(self) -> bool:
        return self._slot.busy

    def play(
        self, sound: DecodedSound, start_s: float, end_s: float | None = None, loop_start_s: float | None = None
    ) -> None:
        """Play from ``start_s`` to ``end_s`` or the source's end, then once more and again from ``loop_start_s`` if given."""
        if self._playback is not None:
            self._playback.change(start_s, end_s=end_s, loop_start_s=loop_start_s)
            return
        self._playback = Playback(sound, PlaybackRequest(start_s, end_s, loop_start_s, self.speed))
        self._slot.start(self._playback.events)
        self.started.emit()

    def set_speed(self, speed: float) -> None:
        self.speed = speed
        if self._playback is not None:
            self._playback.change(None, speed=speed)

    @Slot()
    def stop(self) -> None:
        """Be silent at once; the thread ends a moment later."""
        if self._slot.busy:
            self._slot.abandon()
            self._playback = None
            self.stopped.emit()

    @Slot(object)
    def _on_reported(self, event: PlaybackPosition) -> None:
        self.moved.emit(event.position_s)

    @Slot()
    def _on_finished(self) -> None:
        self._playback = None
        self.stopped.emit()
