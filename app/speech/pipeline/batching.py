"""Segments denoised together: of one source and, where a batch has room, of short ones whose turn comes next."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from app.speech.audio.segmented_source import OpenedSource
from app.speech.decoding.prepared_batch import Reading
from app.speech.decoding.segment_decoder import Reader
from app.speech.events import CanvasStep, SegmentDone, SegmentStarted
from app.speech.model.memory import let_go, out_of_memory
from app.speech.options import TranscribeOptions
from app.speech.stage_timer import Stopwatch
from app.transcript.model import Ended, Segment

from .prefetch import Ahead, Place

UNBOUNDED = 1_000_000
log = logging.getLogger(__name__)

Spoken = SegmentStarted | CanvasStep | SegmentDone
Told = Generator[tuple[Place, Spoken]]


class Loaded(Protocol):
    """Who has the model."""

    @property
    def reader(self) -> Reader: ...

    def step_down(self) -> bool:
        """Load the model again in a slower way that takes less memory; whether there is one."""
        ...


class Batch:
    """Segments that are denoised together. Each source takes its own events out of it, when its turn has come."""

    def __init__(self, places: Sequence[Place], options: TranscribeOptions, told: Told, watch: Stopwatch) -> None:
        self._options, self._told, self._watch = options, told, watch
        self._left = {source: {place.segment for place in places if place.source is source} for source, _ in places}
        self._waiting: dict[OpenedSource, deque[Spoken]] = {source: deque() for source in self._left}
        self._alone = len(self._left) == 1

    def suits(self, source: OpenedSource, options: TranscribeOptions) -> bool:
        """Whether there is something in it for a source, as it would be with these options."""
        return source in self._left and replace(options, batch=self._options.batch) == self._options

    def of(self, source: OpenedSource, watch: Stopwatch) -> Iterator[Spoken]:
        """The events of a source's segments; those of others are kept for them. The source's share of the time is added to
        ``watch``. Ends before all segments are done where the batch broke in another's turn."""
        left, waiting, spent_s = self._left.pop(source), self._waiting.pop(source), 0.0
        while left:
            if not waiting:
                told = next(self._told, None)
                if told is None:
                    return
                other, event = told[0].source, told[1]
                if other is source:
                    waiting.append(event)
                elif other in self._waiting:  # else its turn was given up
                    self._waiting[other].append(event)
                continue
            event = waiting.popleft()
            if isinstance(event, SegmentDone):
                left.remove(event.segment.index)
                spent_s += event.work_s
            yield event
        if not self._left:
            for _ in self._told:  # nothing comes any more, and its memory goes
                pass
        watch.waited(self._watch.total_s if self._alone else spent_s, self._watch)


class Batches:
    """Makes batches with one model; ``ahead`` must have been entered by whoever takes events out of one."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._most_parts = UNBOUNDED  # that are denoised together: halved whenever memory runs out
        self.ahead = Ahead()

    def room(self, options: TranscribeOptions) -> int:
        """How many segments a batch takes."""
        return min(options.batch, self._loaded.reader.most_parts, self._most_parts)

    def begin(self, places: Sequence[Place], following: Sequence[Place], options: TranscribeOptions) -> Batch:
        """A batch of some segments, while which those that follow are made ready. Nothing happens before it is asked."""
        watch = Stopwatch()
        return Batch(places, options, self._denoised(places, following, options, watch), watch)

    def _denoised(
        self, places: Sequence[Place], following: Sequence[Place], options: TranscribeOptions, watch: Stopwatch
    ) -> Told:
        """Several segments denoised together; where memory runs out, fewer at a time, then the model in a slower way."""
        done: set[Place] = set()
        try:
            for place, event in self._together(places, following, options, watch):
                if isinstance(event, SegmentDone):
                    done.add(place)
                yield place, event
            return
        except RuntimeError as error:
            if not out_of_memory(error):
                raise
            self.ahead.forget()
            let_go(error)
            if len(places) == 1 and not self._loaded.step_down():
                raise
        left = [place for place in places if place not in done]
        self._most_parts = max(1, len(places) // 2)
        log.warning("memory ran out with %d segments together; going on with %d", len(places), self._most_parts)
        while left:
            some, left = left[: self._most_parts], left[self._most_parts :]  # which may get fewer meanwhile
            yield from self._denoised(some, [], options, watch)

    def _together(
        self, places: Sequence[Place], following: Sequence[Place], options: TranscribeOptions, watch: Stopwatch
    ) -> Told:
        reader = self._loaded.reader
        heard = self.ahead.take(reader, places, options.language, watch)
        if self._most_parts == UNBOUNDED:  # once memory has run out, none is spent on what comes next
            self.ahead.begin(reader, following, options.language)
        for item in reader.read_whole(heard, options, watch):
            event = segment_done(item) if isinstance(item, list) else item
            place = places[event.segment.index if isinstance(event, SegmentDone) else event.segment]
            yield place, _numbered(event, place.segment)


def _numbered(event: Spoken, segment: int) -> Spoken:
    """An event of a row of a batch as that of a segment of its source."""
    if isinstance(event, SegmentDone):
        return replace(event, segment=replace(event.segment, index=segment))
    return event if event.segment == segment else replace(event, segment=segment)


def segment_done(readings: list[Reading]) -> SegmentDone:
    """A segment of its readings, one unless its canvas overflowed."""
    endings = [reading.ended for reading in readings]
    worst: Ended = next((ending for ending in ("overflow", "step limit") if ending in endings), "settled")
    weights = [max(1, reading.tokens) for reading in readings]
    confidence = sum(r.confidence * w for r, w in zip(readings, weights, strict=True)) / sum(weights)
    segment = Segment(
        index=readings[0].part.segment,
        start_s=readings[0].part.start_s,
        end_s=readings[-1].part.end_s,
        text=" ".join(reading.text for reading in readings if reading.text),
        words=tuple(word for reading in readings for word in reading.words),
        ended=worst,
        steps=max(reading.steps for reading in readings),
        confidence=confidence,
    )
    return SegmentDone(segment, sum(reading.work_s for reading in readings))
