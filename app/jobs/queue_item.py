"""A file in the queue and the state of its transcription. No Qt."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import AnnealError
from app.library.text_language import recognize_language
from app.library.word_doubt import DoubtfulSpan, doubt_threshold, doubtful_spans
from app.speech.audio.live_recording import LiveRecording
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
    recorded: bool = False
    """Whether it is a recording of the app."""
    resumes: bool = False
    """Whether it continues an earlier run."""
    track: int | None = None
    """The audio track that the user chose, from 0; None to choose by itself."""
    watched: bool = False
    """Whether it came from the watched folder."""
    live: LiveRecording | None = None
    """The recording itself, where its transcription began before its end."""
    dictated: bool = False
    """Whether the dictation waits for its text, and tells of it."""
    asked_language: str | None = None
    """The spoken language that the user chose for this file, ``auto`` or a code; None for that of the settings."""
    state: QueueState = QueueState.WAITING
    model: ModelReady | None = None
    """The model that transcribes it; None before it is ready."""
    current: SegmentStarted | None = None
    segments: list[Segment] = field(default_factory=list)
    transcript: Transcript | None = None
    error: AnnealError | None = None
    work_s: float = 0.0
    decoded_s: float = 0.0
    """Seconds of audio that are decoded, while a long source is read."""
    transcribed_s: float = 0.0
    """Seconds of audio in the segments finished by this run."""
    header_duration_s: float = 0.0
    """Length as its header states it, while it waits; 0 while unknown."""
    language: str = ""
    """Code of the language of its text, recognised when it is done; empty where nothing tells."""
    doubts: tuple[DoubtfulSpan, ...] = ()
    """Places in its text that are worth checking, found when it is done."""
    _progress: TranscriptionProgress = field(default_factory=TranscriptionProgress)

    def handle(self, event: Event) -> None:
        """Update the state by an event."""
        self._progress.handle(event)
        match event:
            case ModelLoading():
                self.state = QueueState.LOADING
            case ModelReady():
                self.model, self.state = event, QueueState.RUNNING
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
                self.current = None
                self.state = QueueState.DONE
                self.show_segments(event.transcript.segments)

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Take these segments for its text, as they are when it is done or after a correction."""
        self.segments = list(segments)
        self.language = recognize_language(self.text)
        threshold = doubt_threshold(self.transcript.segments if self.transcript is not None else segments)
        self.doubts = tuple(doubtful_spans(segments, threshold))

    def fail(self, error: AnnealError) -> None:
        """Mark as failed; finished segments stay."""
        self.error, self.state, self.current = error, QueueState.FAILED, None

    def cancel(self) -> None:
        self.state, self.current = QueueState.CANCELLED, None

    def reset(self) -> None:
        """Back to waiting, without segments."""
        fresh = QueueItem(
            self.number,
            self.source,
            self.title,
            self.uid,
            recorded=self.recorded,
            track=self.track,
            watched=self.watched,
        )
        fresh.asked_language, fresh.live = self.asked_language, self.live
        fresh.header_duration_s = self.duration_s
        self.__dict__.update(fresh.__dict__)

    def postpone(self) -> None:
        """Back to waiting; what is finished is taken up again when its turn comes."""
        resumes = self.resumes or self.segmented_source is not None
        self.reset()
        self.resumes = resumes

    @property
    def recording(self) -> bool:
        """Whether its sound is still being recorded."""
        return self.live is not None and not self.live.ended

    @property
    def has_final_text(self) -> bool:
        """Whether nothing more comes and there is a text in the library, which can be edited, checked and exported."""
        return self.state.is_final and bool(self.uid and self.segments)

    @property
    def segmented_source(self) -> SourceSegmented | None:
        """The source with its segments; None before it is opened."""
        return self._progress.segmented

    @property
    def duration_s(self) -> float:
        """Length of the source in seconds; 0 while unknown."""
        return self.segmented_source.duration_s if self.segmented_source is not None else self.header_duration_s

    @property
    def position_s(self) -> float:
        """Time up to which the source is transcribed, seconds; segments behind it may be done already."""
        end_s, next_index = 0.0, 0
        for segment in self.segments:
            if segment.index > next_index:
                break
            end_s, next_index = segment.end_s, segment.index + 1
        return min(end_s, self.duration_s)

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
