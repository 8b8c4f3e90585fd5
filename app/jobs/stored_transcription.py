"""A transcription that is kept as it goes: whatever is finished is on disk before anybody sees it. No Qt.

Runs in the worker's thread, between the engine and the queue. A library that cannot be written stops nothing: that is told
once (``NotKept``), and the work goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, cast

from app.errors import LibraryError
from app.library.library import Library
from app.library.replay_store import Gathering
from app.library.store import History
from app.library.word_doubt import judged
from app.speech.events import CanvasStep, Event, ModelReady, SegmentDone, SegmentStarted, SourceOpened, TranscriptDone
from app.speech.options import TranscribeOptions
from app.transcript.model import Segment

from .engine import Engine

Ask: TypeAlias = Callable[[], TranscribeOptions]


@dataclass(frozen=True)
class NotKept:
    """Something could not be stored; the transcription itself goes on."""

    error: LibraryError


@dataclass(frozen=True)
class Task:
    """What is to be transcribed, and under which name it is kept."""

    uid: str
    source: Path
    title: str
    recorded: bool = False
    resumes: bool = False
    """Whether to go on where an earlier run ended, with its options, instead of beginning."""

    def begin(self, history: History) -> None:
        """Note it, before its turn has come; a second time nothing happens."""
        if not history.has(self.uid):
            history.begin(self.uid, self.source, self.title, self.recorded)


def kept(
    library: Library, task: Task, engine: Engine, ask: Ask, leaving: Callable[[], bool]
) -> Iterator[Event | NotKept]:
    """The events of a transcription, each stored first. Closing it notes that it was cancelled, or interrupted if the whole
    app is ``leaving``. Raises what the engine raises, and ``LibraryError`` where there is nothing to resume."""
    keeping = _Keeping(library, task, ask)
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
                stored = keeping.take(event)
                yield from keeping.complaints()
                yield stored
                if isinstance(stored, TranscriptDone):
                    how = "done"
    except GeneratorExit:
        how = how if how == "done" else "interrupted" if leaving() else "cancelled"
        raise
    finally:
        if how != "done":
            keeping.end(how)


class _Keeping:
    """One transcription on its way into the library."""

    def __init__(self, library: Library, task: Task, ask: Ask) -> None:
        self._library, self._task, self._ask = library, task, ask
        self._gathering = Gathering()
        self._model: ModelReady | None = None
        self._segments: dict[int, Segment] = {}
        self._written: TranscribeOptions | None = None
        self._fixed: TranscribeOptions | None = None
        self._complaint: LibraryError | None = None
        self._complained = False

    def begin(self) -> tuple[Segment, ...]:
        """Note the task; returns the segments that are already done."""
        task, library = self._task, self._library
        if task.resumes:
            self._fixed = library.history.options(task.uid)
            return library.history.finished(task.uid)
        self._store(lambda: task.begin(library.history))
        return ()

    def options(self) -> TranscribeOptions:
        """What the engine shall transcribe with: what is asked for now, or what an earlier run was asked for."""
        asked = self._ask()
        return asked if self._fixed is None else replace(self._fixed, observe=asked.observe, batch=asked.batch)

    def take(self, event: Event) -> Event:
        """Store what an event brings; returns the event as it is to be shown."""
        uid = self._task.uid
        match event:
            case ModelReady():
                self._check_model(event)
                self._model = event
            case SourceOpened() if self._written is None or event.complete:  # what grows meanwhile is of no use on disk
                self._written = self._written or self.options()
                model, device = self._named()
                opened = (model, device, self._written, event.duration_s, len(event.spans_s))
                self._store(lambda: self._library.history.open(uid, *opened))
            case SegmentStarted() | CanvasStep():
                self._gathering.take(event)
            case SegmentDone():
                return self._segment(event)
            case TranscriptDone(transcript=transcript):
                segments = tuple(self._segments.get(s.index, s) for s in transcript.segments)
                self.end("done", transcript.device)
                return TranscriptDone(replace(transcript, segments=segments))
        return event

    def _segment(self, event: SegmentDone) -> SegmentDone:
        uid, runs = self._task.uid, self._gathering.pop(event.segment.index)
        if event.kept:
            self._segments[event.segment.index] = event.segment
            return event
        vocabulary = self._model.vocabulary if self._model else None
        segment = judged(event.segment, runs, vocabulary)
        self._segments[segment.index] = segment
        options = self.options()
        if self._written is not None and options != self._written:
            self._written = options
            self._store(lambda: self._library.history.change_options(uid, options))
        self._store(lambda: self._library.history.add_segment(uid, segment))
        self._store(lambda: self._library.replays.keep(uid, segment.index, runs, vocabulary))
        return replace(event, segment=segment)

    def end(self, how: str, device: str = "") -> None:
        """Note how it ended."""
        self._store(lambda: self._library.history.end(self._task.uid, how, device))
        self._store(lambda: self._library.make_room(self._task.uid))

    def complaints(self) -> Iterator[NotKept]:
        """The first failure to store something, once."""
        if self._complaint is not None and not self._complained:
            self._complained = True
            yield NotKept(self._complaint)

    def _store(self, work: Callable[[], object]) -> None:
        try:
            work()
        except LibraryError as error:
            self._complaint = self._complaint or error

    def _named(self) -> tuple[str, str]:
        model = self._model
        return (model.model, f"{model.device}, {model.precision}") if model else ("", "")

    def _check_model(self, ready: ModelReady) -> None:
        """Half a transcript of one model and half of another would be neither's."""
        if self._fixed is None:
            return
        before = self._library.history.entry(self._task.uid).model
        if before not in ("", ready.model):
            raise LibraryError(
                "This transcription cannot go on with {model}.",
                "It was begun with {before}.",
                "Choose that model again, or transcribe it from the start.",
                model=ready.model,
                before=before,
            )
