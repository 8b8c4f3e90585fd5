"""Redecodes spans of a stored transcript into proposals that the user accepts or rejects. No Qt; runs in the model's thread."""

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
    """Requests to redecode spans of a source, and how."""

    source: Path
    requests: tuple[RedecodeRequest, ...]
    options: TranscribeOptions
    model_folder: Path | None = None
    """Folder of another model than the one in use."""


@dataclass(frozen=True, eq=False)
class RedecodeProposal:
    """A segment as it is and as it could be; stored only if the user accepts it."""

    before: Segment
    after: Segment
    runs: tuple[CanvasRun, ...]
    """Its denoising steps."""
    vocabulary: Vocabulary


def redecode(engine: SwitchableEngine, batch: RedecodeBatch) -> Iterator[Event | RedecodeProposal]:
    """Yield the events of each request, then its ``RedecodeProposal``. Raises what the engine raises."""
    vocabulary: Vocabulary | None = None
    for request in batch.requests:
        collector = RunCollector()
        events = engine.redecode(batch.source, request, batch.options, batch.model_folder)
        with closing(cast("Generator[Event]", events)):
            for event in events:
                yield event
                if isinstance(event, ModelReady):
                    vocabulary = event.vocabulary
                elif isinstance(event, SegmentStarted | CanvasStep):
                    collector.handle(event)
                elif isinstance(event, SegmentDone) and vocabulary is not None:
                    runs = collector.pop(event.segment.index)
                    segment = _with_doubt(event.segment, runs, vocabulary)
                    yield RedecodeProposal(request.segment, apply_redecoded(request, segment), runs, vocabulary)


def _with_doubt(decoded: Segment, runs: tuple[CanvasRun, ...], vocabulary: Vocabulary) -> Segment:
    """The segment with the doubt of each word; 0 for words that the user typed."""
    doubtful = with_doubt(decoded, runs, vocabulary)
    words = (
        replace(word, doubt=0.0) if original.edited else word
        for word, original in zip(doubtful.words, decoded.words, strict=True)
    )
    return replace(doubtful, words=tuple(words))


def store_replays(library: Library, uid: str, accepted: tuple[RedecodeProposal, ...]) -> None:
    """Store the replays of accepted proposals. Raises ``LibraryError``.

    A replay has one vocabulary: steps of another model replace the earlier ones only if none of their words is left.
    """
    for proposal in accepted:
        index, runs, vocabulary = proposal.after.index, proposal.runs, proposal.vocabulary
        added = library.replays.append(uid, index, runs, vocabulary)
        if not added and not set(proposal.before.words) & set(proposal.after.words):
            library.replays.save(uid, index, runs, vocabulary)
    library.enforce_replay_limit(uid)
