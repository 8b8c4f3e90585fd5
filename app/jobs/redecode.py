"""Stretches of a kept transcript denoised again: proposals that a person takes or leaves. No Qt; runs in the model's thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.library.library import Library
from app.library.replay_store import CanvasRun, RunCollector
from app.library.word_doubt import with_doubt
from app.speech.events import CanvasStep, Event, ModelReady, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.redecode import RedecodeRequest, apply_redecoded
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment

from .engine import SwitchableEngine

if TYPE_CHECKING:
    from collections.abc import Generator


@dataclass(frozen=True)
class RedecodeBatch:
    """What is to be done again, segment by segment, and how."""

    source: Path
    requests: tuple[RedecodeRequest, ...]
    options: TranscribeOptions
    model_folder: Path | None = None
    """Of another model than the one in use."""


@dataclass(frozen=True, eq=False)
class RedecodeProposal:
    """A segment as it stands, and as it could be instead. Nothing is kept of it until a person takes it."""

    before: Segment
    after: Segment
    runs: tuple[CanvasRun, ...]
    """How it annealed."""
    vocabulary: Vocabulary


def redecode(engine: SwitchableEngine, batch: RedecodeBatch) -> Iterator[Event | RedecodeProposal]:
    """The events of each stretch, and behind them its ``RedecodeProposal``. Raises what the engine raises."""
    vocabulary: Vocabulary | None = None
    for asked in batch.requests:
        gathering = RunCollector()
        events = engine.redecode(batch.source, asked, batch.options, batch.model_folder)
        with closing(cast("Generator[Event]", events)):
            for event in events:
                yield event
                if isinstance(event, ModelReady):
                    vocabulary = event.vocabulary
                elif isinstance(event, SegmentStarted | CanvasStep):
                    gathering.handle(event)
                elif isinstance(event, SegmentDone) and vocabulary is not None:
                    runs = gathering.pop(event.segment.index)
                    heard = _with_doubt(event.segment, runs, vocabulary)
                    yield RedecodeProposal(asked.segment, apply_redecoded(asked, heard), runs, vocabulary)


def _with_doubt(heard: Segment, runs: tuple[CanvasRun, ...], vocabulary: Vocabulary) -> Segment:
    """With the doubt of each word; what a person typed is beyond it."""
    doubtful = with_doubt(heard, runs, vocabulary)
    words = (
        replace(word, doubt=0.0) if before.edited else word
        for word, before in zip(doubtful.words, heard.words, strict=True)
    )
    return replace(doubtful, words=tuple(words))


def store_replays(library: Library, uid: str, accepted: tuple[RedecodeProposal, ...]) -> None:
    """Let a segment's replay show how it annealed last. Raises ``LibraryError``.

    A replay has one vocabulary: steps of another model take the place of the earlier ones only where nothing of those is left.
    """
    for proposal in accepted:
        index, runs, vocabulary = proposal.after.index, proposal.runs, proposal.vocabulary
        added = library.replays.append(uid, index, runs, vocabulary)
        if not added and not set(proposal.before.words) & set(proposal.after.words):
            library.replays.save(uid, index, runs, vocabulary)
    library.enforce_replay_limit(uid)
