"""The sound of a source as its transcript heard it, for pages that play parts of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.sound.decoded_sound import DecodedSound

from .background_tasks import BackgroundTasks
from .playback import PlaybackJob


class SegmentSound(QObject):
    """Plays spans of one source at a time; nothing is decoded before the first one is played."""

    moved = Signal(float)
    """The moment that is heard, in seconds of the source."""
    playing_changed = Signal(bool)
    failed = Signal(object)  # AnnealError

    def __init__(self, background_tasks: BackgroundTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = PlaybackJob(background_tasks, self)
        self._source: tuple[Path, int] | None = None
        self._sound: DecodedSound | None = None
        self._job.moved.connect(self.moved)
        self._job.started.connect(lambda: self.playing_changed.emit(True))
        self._job.stopped.connect(lambda: self.playing_changed.emit(False))
        self._job.failed.connect(self.failed)
        background_tasks.shutting_down.connect(self.close)

    @property
    def playing(self) -> bool:
        return self._job.playing

    def play(self, source: Path, track: int, start_s: float, end_s: float | None = None) -> None:
        """Play a span of an audio track, from 0; to the source's end where ``end_s`` is None."""
        if self._source != (source, track):
            self.close()
            self._source, self._sound = (source, track), DecodedSound(source, track)
        assert self._sound is not None
        self._job.play(self._sound, max(0.0, start_s), end_s)

    @Slot()
    def stop(self) -> None:
        self._job.stop()

    @Slot()
    def close(self) -> None:
        """Stop, and let go of what was decoded."""
        self._job.stop()
        if self._sound is not None:
            self._sound.close()
        self._source = self._sound = None
