"""The bridge between what a person wants to hear and the playback's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.sound.playback import Playback, PlaybackPosition, PlaybackRequest

from .job import Job, still_running


class PlaybackJob(QObject):
    """Plays one source at a time. Positions are seconds from its start."""

    moved = Signal(float)
    started = Signal()
    stopped = Signal()
    failed = Signal(object)  # AnnealError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playback: Playback | None = None
        self._job: Job | None = None
        self._letting_go: set[Job] = set()
        self.speed = 1.0

    @property
    def playing(self) -> bool:
        return self._job is not None

    def play(self, source: Path, start_s: float, end_s: float | None = None, loop_start_s: float | None = None) -> None:
        """Play from a moment; up to another one, and from a third one on again, if they are given."""
        if self._playback is not None:
            self._playback.change(start_s, until_s=end_s, again_from_s=loop_start_s)
            return
        self._playback = Playback(source, PlaybackRequest(start_s, end_s, loop_start_s, self.speed))
        self._job = job = Job(self._playback.events)
        job.reported.connect(self._on_reported)
        job.failed.connect(self.failed)
        job.finished.connect(self._on_finished)
        job.start()
        self.started.emit()

    def set_speed(self, speed: float) -> None:
        self.speed = speed
        if self._playback is not None:
            self._playback.change(None, speed=speed)

    @Slot()
    def stop(self) -> None:
        """Be silent at once; the thread ends a moment later."""
        job, self._job, self._playback = self._job, None, None
        if job is not None:
            self._letting_go.add(job)
            job.cancel()
            self.stopped.emit()

    def shut_down(self, wait_ms: int) -> bool:
        """Stop, and wait for the thread; False if it is still busy after ``wait_ms``."""
        self.stop()
        for job in list(self._letting_go):
            if not job.wait(wait_ms):
                return False
        self._on_finished()
        return True

    @Slot(object)
    def _on_reported(self, event: PlaybackPosition) -> None:
        if self.sender() is self._job:
            self.moved.emit(event.position_s)

    @Slot()
    def _on_finished(self) -> None:
        self._letting_go = still_running(self._letting_go)
        if self._job is not None and not still_running([self._job]):
            self._job = self._playback = None
            self.stopped.emit()
