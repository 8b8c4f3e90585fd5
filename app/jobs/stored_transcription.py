"""A transcription that is kept as it goes: whatever is finished is on disk before anybody sees it. No Qt.

Runs in the worker's thread, between the engine and the queue. A library that cannot be written stops nothing: that is told
once (``StorageFailed``), and the work goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, cast

from app.errors import LibraryError
from app.library.library import Library
from app.library.replay_store import RunCollector
from app.library.store import TranscriptStore
from app.library.word_doubt import with_doubt
from app.speech.events import (
    CanvasStep,
    Event,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    TranscriptDone,
)
from app.speech.options import TranscribeOptions
from app.transcript.model import Segment

from .engine import Engine

GetOptions: TypeAlias = Callable[[], TranscribeOptions]


@dataclass(frozen=True)
class StorageFailed:
    """Something could not be stored; the transcription itself goes on."""

    error: LibraryError


@dataclass(frozen=True)
class TranscriptionTask:
    """What is to be transcribed, and under which name it is kept."""

    uid: str
    source: Path
    title: str
    recorded: bool = False
    resumes: bool = False
    """Whether to go on where an earlier run ended, with its options, instead of beginning."""

    def register(self, store: TranscriptStore) -> None:
        """Note it, before its turn has come; a second time nothing happens."""
        if not store.has(self.uid):
            store.begin(self.uid, self.source, self.title, self.recorded)


def transcribe_and_store(
    library: Library, task: TranscriptionTask, engine: Engine, get_options: GetOptions, is_quitting: Callable[[], bool]
) -> Iterator[Event | StorageFailed]:
    """The events of a transcription, each stored first. Closing it notes that it was cancelled, or interrupted if the whole
    app is ``leaving``. Raises what the engine raises, and ``LibraryError`` where there is nothing to resume."""
    keeping = _StoringTranscription(library, task, get_options)
    finished = keeping.begin()
    how = "failed"
    try:
        events = (
            engine.transcribe(task.source, keeping.options, finished)
            if finished
            else engine.transcribe(task.source, keeping.options)
        )
        with closing(cast("Generator[Event]", events)):
            for event in events:
                stored = keeping.handle(event)
                yield from keeping.storage_errors()
                yield stored
                if isinstance(stored, TranscriptDone):
                    how = "done"
    except GeneratorExit:
        how = how if how == "done" else "interrupted" if is_quitting() else "cancelled"
        raise
    finally:
        if how != "done":
            keeping.end(how)


class _StoringTranscription:
    """One transcription on its way into the library."""

    def __init__(self, library: Library, task: TranscriptionTask, get_options: GetOptions) -> None:
        self._library, self._task, self._get_options = library, task, get_options
        self._run_collector = RunCollector()
        self._model: ModelReady | None = None
        self._segments: dict[int, Segment] = {}
        self._stored_options: TranscribeOptions | None = None
        self._resumed_options: TranscribeOptions | None = None
        self._storage_error: LibraryError | None = None
        self._error_reported = False

    def begin(self) -> tuple[Segment, ...]:
        """Note the task; returns the segments that are already done."""
        task, library = self._task, self._library
        if task.resumes:
            self._resumed_options = library.store.options(task.uid)
            return library.store.finished_segments(task.uid)
        self._store(lambda: task.register(library.store))
        return ()

    def options(self) -> TranscribeOptions:
        """What the engine shall transcribe with: what is asked for now, or what an earlier run was asked for."""
        asked = self._get_options()
        return (
            asked
            if self._resumed_options is None
            else replace(self._resumed_options, observe=asked.observe, batch=asked.batch)
        )

    def handle(self, event: Event) -> Event:
        """Store what an event brings; returns the event as it is to be shown."""
        uid = self._task.uid
        match event:
            case ModelReady():
                self._require_same_model(event)
                self._model = event
            case SourceSegmented() if (
                self._stored_options is None or event.complete
            ):  # what grows meanwhile is of no use on disk
                self._stored_options = self._stored_options or self.options()
                model, device = self._model_and_device()
                opened = (model, device, self._stored_options, event.duration_s, len(event.spans_s))
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
        segment = with_doubt(event.segment, runs, vocabulary)
        self._segments[segment.index] = segment
        options = self.options()
        if self._stored_options is not None and options != self._stored_options:
            self._stored_options = options
            self._store(lambda: self._library.store.set_options(uid, options))
        self._store(lambda: self._library.store.add_segment(uid, segment))
        self._store(lambda: self._library.replays.save(uid, segment.index, runs, vocabulary))
        return replace(event, segment=segment)

    def end(self, how: str, device: str = "") -> None:
        """Note how it ended."""
        self._store(lambda: self._library.store.mark_ended(self._task.uid, how, device))
        self._store(lambda: self._library.enforce_replay_limit(self._task.uid))

    def storage_errors(self) -> Iterator[StorageFailed]:
        """The first failure to store something, once."""
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
        """Half a transcript of one model and half of another would be neither's."""
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
