"""Transcribes a recording while it is made: its item in the queue, from its start to its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.sound.microphone import RecordingSaved, RecordingStarted
from app.speech.audio.live_recording import LiveRecording
from app.speech.events import Event
from app.speech.progress import Pace

from .queue_item import QueueItem, QueueState
from .transcription_queue import TranscriptionQueue

CHECK_INTERVAL_MS = 1000


class LiveTranscription(QObject):
    """At most one recording at a time. The recorder knows nothing of it: it reads the file behind it."""

    fell_behind = Signal(object)  # QueueItem: the rest of it is transcribed when it has ended

    def __init__(self, queue: TranscriptionQueue, is_wanted: Callable[[], bool], parent: QObject | None = None) -> None:
        """``is_wanted``: whether the user wants a text while recording."""
        super().__init__(parent)
        self._queue, self._is_wanted = queue, is_wanted
        self._pace = Pace()
        self.item: QueueItem | None = None
        """The item of the recording that is being made."""
        self.is_behind = False
        """Whether the model was found to be slower than speech, during this recording or before."""
        self._timer = QTimer(self, interval=CHECK_INTERVAL_MS)
        self._timer.timeout.connect(self._check_pace)
        queue.reported.connect(self._on_reported)

    def begin(self, recording: RecordingStarted, title: str) -> QueueItem | None:
        """Transcribe a recording from now on; None where the user does not want it, or the model is slower than speech."""
        speed = self._queue.speed.times_real_time
        wanted = self._is_wanted()
        self.is_behind = wanted and speed is not None and speed < 1.0
        if not wanted or self.is_behind:
            return None
        self._pace = Pace()
        self.item = self._queue.add_live(LiveRecording(recording.path, recording.final_path), title)
        self._timer.start()
        return self.item

    def finish(self, recording: RecordingSaved) -> QueueItem | None:
        """The recording is on disk; return its item, which goes on to its end. None if it was not transcribed meanwhile."""
        item = self._end()
        if item is not None:
            item.source = recording.path  # another than was planned where it could not be renamed
            if item.state in (QueueState.FAILED, QueueState.CANCELLED):
                self._queue.retry(item)
        return item

    def discard(self) -> None:
        """There is no recording: forget what was transcribed of it."""
        item = self._end()
        if item is not None:
            self._queue.discard(item)

    def _end(self) -> QueueItem | None:
        item, self.item = self.item, None
        self._timer.stop()
        if item is not None and item.live is not None:
            item.live.end()
        return item if item is not None and self._queue.row_of(item) >= 0 else None

    @Slot(object, object)
    def _on_reported(self, item: QueueItem, event: Event) -> None:
        if item is self.item:
            self._pace.handle(event)

    @Slot()
    def _check_pace(self) -> None:
        item = self.item
        if item is None or item.live is None or item.state is not QueueState.RUNNING or self.is_behind:
            return
        if self._pace.is_behind:
            self.is_behind = True
            item.live.hold()
            self.fell_behind.emit(item)
