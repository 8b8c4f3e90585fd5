"""Stretches of a kept transcript denoised again: proposals that a person takes or leaves. No Qt; runs in the model's thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.library.library import Library
from app.library.replay_store import Gathering, Run
from app.library.word_doubt import judged
from app.speech.events import CanvasStep, Event, ModelReady, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.redecode import Again, answered, by_person
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment

from .engine import ChangingEngine

if TYPE_CHECKING:
    from collections.abc import Generator


@dataclass(frozen=True)
class Redo:
    """What is to be done again, segment by segment, and how."""

    source: Path
    asked: tuple[Again, ...]
    options: TranscribeOptions
    model_folder: Path | None = None
    """Of another model than the one in use."""


@dataclass(frozen=True, eq=False)
class Proposal:
    """A segment as it stands, and as it could be instead. Nothing is kept of it until a person takes it."""

    before: Segment
    after: Segment
    runs: tuple[Run, ...]
    """How it annealed."""
    vocabulary: Vocabulary


def redone(engine: ChangingEngine, redo: Redo) -> Iterator[Event | Proposal]:
    """The events of each stretch, and behind them its ``Proposal``. Raises what the engine raises."""
    vocabulary: Vocabulary | None = None
    for asked in redo.asked:
        gathering = Gathering()
        events = engine.again(redo.source, asked, redo.options, redo.model_folder)
        with closing(cast("Generator[Event]", events)):
            for event in events:
                yield event
                if isinstance(event, ModelReady):
                    vocabulary = event.vocabulary
                elif isinstance(event, SegmentStarted | CanvasStep):
                    gathering.take(event)
                elif isinstance(event, SegmentDone) and vocabulary is not None:
                    runs = gathering.pop(event.segment.index)
                    heard = _judged(event.segment, runs, vocabulary)
                    yield Proposal(asked.segment, answered(asked, heard), runs, vocabulary)


def _judged(heard: Segment, runs: tuple[Run, ...], vocabulary: Vocabulary) -> Segment:
    """With the doubt of each word; what a person typed is beyond it."""
    doubtful = judged(heard, runs, vocabulary)
    words = (
        replace(word, doubt=0.0) if by_person(before) else word
        for word, before in zip(doubtful.words, heard.words, strict=True)
    )
    return replace(doubtful, words=tuple(words))


def keep_steps(library: Library, uid: str, taken: tuple[Proposal, ...]) -> None:
    """Let a segment's replay show how it annealed last. Raises ``LibraryError``.

    A replay has one vocabulary: steps of another model take the place of the earlier ones only where nothing of those is left.
    """
    for proposal in taken:
        index, runs, vocabulary = proposal.after.index, proposal.runs, proposal.vocabulary
        added = library.replays.add(uid, index, runs, vocabulary)
        if not added and not set(proposal.before.words) & set(proposal.after.words):
            library.replays.keep(uid, index, runs, vocabulary)
    library.make_room(uid)
