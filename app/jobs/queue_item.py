"""A file in the queue and the state of its transcription. No Qt."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import AnnealError
from app.speech.events import (
    DecodeProgress,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    TranscriptDone,
)
from app.speech.progress import TranscriptionProgress
from app.transcript.model import Notice, Segment, Transcript


class QueueState(enum.Enum):
    WAITING = "waiting"
    LOADING = "loading"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_active(self) -> bool:
        return self in (QueueState.LOADING, QueueState.RUNNING)

    @property
    def is_final(self) -> bool:
        return self in (QueueState.DONE, QueueState.FAILED, QueueState.CANCELLED)


@dataclass(eq=False)
class QueueItem:
    """A file and its transcription so far, updated by ``handle``."""

    number: int
    """Unique within a queue, never reused."""
    source: Path
    title: str
    uid: str = ""
    """Uid of its entry in the library."""
    resumes: bool = False
    """Whether it continues an earlier run."""
    track: int | None = None
    """The audio track that the user chose, from 0; None to choose by itself."""
    state: QueueState = QueueState.WAITING
    current: SegmentStarted | None = None
    segments: list[Segment] = field(default_factory=list)
    transcript: Transcript | None = None
    error: AnnealError | None = None
    work_s: float = 0.0
    decoded_s: float = 0.0
    """Seconds of audio that are decoded, while a long source is read."""
    transcribed_s: float = 0.0
    """Seconds of audio in the segments finished by this run."""
    _progress: TranscriptionProgress = field(default_factory=TranscriptionProgress)

    def handle(self, event: Event) -> None:
        """Update the state by an event."""
        self._progress.handle(event)
        match event:
            case ModelLoading():
                self.state = QueueState.LOADING
            case ModelReady():
                self.state = QueueState.RUNNING
            case DecodeProgress() if event.source == str(self.source):
                self.decoded_s = event.decoded_s
                self.state = QueueState.RUNNING
            case SourceSegmented():
                self.decoded_s = event.spans_s[-1][1] if event.spans_s else 0.0
                self.state = QueueState.RUNNING
            case SegmentStarted():
                self.current = event
            case SegmentDone():
                self.segments.append(event.segment)
                self.segments.sort(key=lambda segment: segment.index)
                self.work_s += event.work_s
                if not event.resumed:
                    self.transcribed_s += event.segment.end_s - event.segment.start_s
                if self.current is not None and self.current.segment == event.segment.index:
                    self.current = None
            case TranscriptDone():
                self.transcript = event.transcript
                self.segments = list(event.transcript.segments)
                self.current = None
                self.state = QueueState.DONE

    def fail(self, error: AnnealError) -> None:
        """Mark as failed; finished segments stay."""
        self.error, self.state, self.current = error, QueueState.FAILED, None

    def cancel(self) -> None:
        self.state, self.current = QueueState.CANCELLED, None

    def reset(self) -> None:
        """Back to waiting, without segments."""
        fresh = QueueItem(self.number, self.source, self.title, self.uid, track=self.track)
        self.__dict__.update(fresh.__dict__)

    @property
    def segmented_source(self) -> SourceSegmented | None:
        """The source with its segments; None before it is opened."""
        return self._progress.segmented

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """What is missing or was passed over in the source, as far as it is known."""
        if self.transcript is not None:
            return self.transcript.warnings
        return self.segmented_source.warnings if self.segmented_source is not None else ()

    @property
    def segment_count(self) -> int:
        """Number of segments; 0 while unknown."""
        return self._progress.segment_count

    @property
    def progress(self) -> float:
        """Share of the work that is done, 0 to 1: finished segments, and steps of the running ones."""
        return 1.0 if self.state is QueueState.DONE else self._progress.share

    @property
    def speed(self) -> float | None:
        """Seconds of audio per second of work, measured on the finished segments; None before the first."""
        return self.transcribed_s / self.work_s if self.work_s > 0 and self.transcribed_s > 0 else None

    @property
    def text(self) -> str:
        """The text so far, as one running text like ``Transcript.text``."""
        return " ".join(segment.text for segment in self.segments if segment.text)
