"""Stores a transcription while it runs: what is finished is on disk before it is shown. No Qt.

Runs in the worker thread, between the engine and the queue. If the library cannot be written, that is reported once
(``StorageFailed``) and the transcription goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, cast

from app.errors import AnnealError, LibraryError
from app.library.library import Library
from app.library.replay_store import RunCollector
from app.library.store import TranscriptStore
from app.library.word_doubt import with_doubt
from app.speech.audio.live_recording import LiveRecording
from app.speech.events import (
    CanvasStep,
    Event,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    SpeakersProgress,
    TranscriptDone,
)
from app.speech.options import TranscribeOptions
from app.transcript.model import Segment
from app.transcript.own_words import apply_replacements

from .engine import Engine

GetOptions: TypeAlias = Callable[[], TranscribeOptions]


@dataclass(frozen=True)
class StorageFailed:
    """Something could not be stored, or the speakers of a stored text not be found; the transcription goes on."""

    error: AnnealError


@dataclass(frozen=True)
class TranscriptionTask:
    """A source to be transcribed into an entry of the library."""

    uid: str
    source: Path
    title: str
    recorded: bool = False
    resumes: bool = False
    """Whether to continue an earlier run with its options."""
    live: LiveRecording | None = None
    """The source while it is recorded."""

    def register(self, store: TranscriptStore) -> None:
        """Add its entry to the library, if it is not there yet."""
        if not store.has(self.uid):
            store.begin(self.uid, self.source, self.title, self.recorded)


def transcribe_and_store(
    library: Library, task: TranscriptionTask, engine: Engine, get_options: GetOptions, is_quitting: Callable[[], bool]
) -> Iterator[Event | StorageFailed]:
    """Yield the events of a transcription, each after it was stored.

    Args:
        get_options: called before each segment.
        is_quitting: whether closing the generator means that the app quits (``interrupted``), not that the user cancelled.

    Raises:
        LibraryError: there is nothing to resume; besides, what the engine raises.
    """
    storing = _StoringTranscription(library, task, get_options)
    finished = storing.begin()
    how = "failed"
    try:
        source = task.live or task.source
        events = (
            engine.transcribe(source, storing.options, finished)
            if finished
            else engine.transcribe(source, storing.options)
        )
        with closing(cast("Generator[Event]", events)):
            for event in events:
                stored = storing.handle(event)
                yield from storing.storage_errors()
                if isinstance(stored, TranscriptDone):
                    how = "done"
                    stored = yield from storing.with_speakers(stored)
                yield stored
    except GeneratorExit:
        how = how if how == "done" else "interrupted" if is_quitting() else "cancelled"
        raise
    finally:
        if how != "done":
            storing.end(how)


class _StoringTranscription:
    """A transcription on its way into the library."""

    def __init__(self, library: Library, task: TranscriptionTask, get_options: GetOptions) -> None:
        self._library, self._task, self._get_options = library, task, get_options
        self._run_collector = RunCollector()
        self._model: ModelReady | None = None
        self._segments: dict[int, Segment] = {}
        self._stored_options: TranscribeOptions | None = None
        self._resumed_options: TranscribeOptions | None = None
        self._audio_track: int | None = None
        self._storage_error: LibraryError | None = None
        self._error_reported = False

    def begin(self) -> tuple[Segment, ...]:
        """Register the task; return the segments that are finished already."""
        task, library = self._task, self._library
        if task.resumes:
            self._resumed_options = library.store.options(task.uid)
            return library.store.finished_segments(task.uid)
        self._store(lambda: task.register(library.store))
        return ()

    def options(self) -> TranscribeOptions:
        """The options to transcribe with: the present ones, or those of the run that is resumed."""
        asked = self._get_options()
        return (
            asked
            if self._resumed_options is None
            else replace(self._resumed_options, observe=asked.observe, batch=asked.batch)
        )

    def _options_in_use(self) -> TranscribeOptions:
        """The options with what was chosen for the user: they decode the same again."""
        options, model = self.options(), self._model
        if model is not None:
            options = model.resolve(options)
        return options if self._audio_track is None else replace(options, audio_track=self._audio_track)

    def handle(self, event: Event) -> Event:
        """Store what an event brings; return the event to be shown."""
        uid = self._task.uid
        match event:
            case ModelReady():
                self._require_same_model(event)
                self._model = event
            case SourceSegmented() if (
                self._stored_options is None or event.complete or event.audio_track != self._audio_track
            ):  # a source that still grows is not stored again
                self._audio_track = event.audio_track
                self._stored_options = self._options_in_use()
                model, device = self._model_and_device()
                opened = (model, device, self._stored_options, event.duration_s, len(event.spans_s), event.warnings)
                self._store(lambda: self._library.store.mark_opened(uid, *opened))
            case SegmentStarted() | CanvasStep():
                self._run_collector.handle(event)
            case SegmentDone():
                return self._store_segment(event)
            case TranscriptDone(transcript=transcript):
                segments = tuple(self._segments.get(s.index, s) for s in transcript.segments)
                self.end("done", transcript.device)
                return TranscriptDone(replace(transcript, segments=segments))
        return event

    def _store_segment(self, event: SegmentDone) -> SegmentDone:
        uid, runs = self._task.uid, self._run_collector.pop(event.segment.index)
        if event.resumed:
            self._segments[event.segment.index] = event.segment
            return event
        vocabulary = self._model.vocabulary if self._model else None
        options = self._options_in_use()
        segment = apply_replacements(with_doubt(event.segment, runs, vocabulary), options.replacements)
        self._segments[segment.index] = segment
        if self._stored_options is not None and options != self._stored_options:
            self._stored_options = options
            self._store(lambda: self._library.store.set_options(uid, options))
        self._store(lambda: self._library.store.add_segment(uid, segment))
        self._store(lambda: self._library.replays.save(uid, segment.index, runs, vocabulary))
        return replace(event, segment=segment)

    def end(self, how: str, device: str = "") -> None:
        """Store how the transcription ended."""
        self._store(lambda: self._library.store.mark_ended(self._task.uid, how, device))
        self._store(lambda: self._library.enforce_replay_limit(self._task.uid))

    def with_speakers(self, done: TranscriptDone) -> Generator[SpeakersProgress | StorageFailed, None, TranscriptDone]:
        """Find who speaks, if that is wanted, and store it as an edit of the text, which is stored already."""
        count, transcript, library = self.options().speakers, done.transcript, self._library
        if count is None:
            return done
        from app.speech.speakers.finder import find_speakers

        try:
            segments = yield from find_speakers(
                self._task.source, transcript.segments, count, track=self._audio_track, known=library.voices.voices()
            )
            library.store.edit(self._task.uid, transcript.segments, segments)
        except AnnealError as error:
            yield StorageFailed(error)
            return done
        return TranscriptDone(replace(transcript, segments=segments))

    def storage_errors(self) -> Iterator[StorageFailed]:
        """Yield the first storage error, once."""
        if self._storage_error is not None and not self._error_reported:
            self._error_reported = True
            yield StorageFailed(self._storage_error)

    def _store(self, work: Callable[[], object]) -> None:
        try:
            work()
        except LibraryError as error:
            self._storage_error = self._storage_error or error

    def _model_and_device(self) -> tuple[str, str]:
        model = self._model
        return (model.model, f"{model.device}, {model.precision}") if model else ("", "")

    def _require_same_model(self, ready: ModelReady) -> None:
        """Raise ``LibraryError`` if an earlier run used another model."""
        if self._resumed_options is None:
            return
        before = self._library.store.entry(self._task.uid).model
        if before not in ("", ready.model):
            raise LibraryError(
                "This transcription cannot go on with {model}.",
                "It was begun with {before}.",
                "Choose that model again, or transcribe it from the start.",
                model=ready.model,
                before=before,
            )
