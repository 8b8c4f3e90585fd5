"""Segments denoised together: of one source and, where a batch has room, of short ones whose turn comes next."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from app.speech.audio.segmented_source import SegmentedSource
from app.speech.decoding.prepared_batch import DecodedChunk
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.events import CanvasStep, SegmentDone, SegmentStarted
from app.speech.model.memory import free_memory, is_out_of_memory
from app.speech.options import TranscribeOptions
from app.speech.stage_timer import StageTimer
from app.transcript.model import Ended, Segment

from .prefetch import BatchPrefetcher, SegmentRef

UNLIMITED = 1_000_000
log = logging.getLogger(__name__)

SegmentEvent = SegmentStarted | CanvasStep | SegmentDone
BatchEvents = Generator[tuple[SegmentRef, SegmentEvent]]


class ModelHost(Protocol):
    """Who has the model."""

    @property
    def segment_decoder(self) -> SegmentDecoder: ...

    def fall_back(self) -> bool:
        """Load the model again in a slower way that takes less memory; whether there is one."""
        ...


class Batch:
    """Segments that are denoised together. Each source takes its own events out of it, when its turn has come."""

    def __init__(
        self, places: Sequence[SegmentRef], options: TranscribeOptions, told: BatchEvents, watch: StageTimer
    ) -> None:
        self._options, self._told, self._watch = options, told, watch
        self._left = {source: {place.segment for place in places if place.source is source} for source, _ in places}
        self._waiting: dict[SegmentedSource, deque[SegmentEvent]] = {source: deque() for source in self._left}
        self._alone = len(self._left) == 1

    def accepts(self, source: SegmentedSource, options: TranscribeOptions) -> bool:
        """Whether there is something in it for a source, as it would be with these options."""
        return source in self._left and replace(options, batch=self._options.batch) == self._options

    def events_for(self, source: SegmentedSource, timer: StageTimer) -> Iterator[SegmentEvent]:
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
        timer.add_elsewhere(self._watch.total_s if self._alone else spent_s, self._watch)


class BatchScheduler:
    """Makes batches with one model; ``prefetcher`` must have been entered by whoever takes events out of one."""

    def __init__(self, loaded: ModelHost) -> None:
        self.host = loaded
        self.max_batch = UNLIMITED  # that are denoised together: halved whenever memory runs out
        self.prefetcher = BatchPrefetcher()

    def capacity(self, options: TranscribeOptions) -> int:
        """How many segments a batch takes."""
        return min(options.batch, self.host.segment_decoder.max_batch, self.max_batch)

    def create_batch(
        self, segments: Sequence[SegmentRef], upcoming: Sequence[SegmentRef], options: TranscribeOptions
    ) -> Batch:
        """A batch of some segments, while which those that follow are made ready. Nothing happens before it is asked."""
        watch = StageTimer()
        return Batch(segments, options, self._with_oom_retry(segments, upcoming, options, watch), watch)

    def _with_oom_retry(
        self,
        places: Sequence[SegmentRef],
        following: Sequence[SegmentRef],
        options: TranscribeOptions,
        watch: StageTimer,
    ) -> BatchEvents:
        """Several segments denoised together; where memory runs out, fewer at a time, then the model in a slower way."""
        done: set[SegmentRef] = set()
        try:
            for place, event in self._run(places, following, options, watch):
                if isinstance(event, SegmentDone):
                    done.add(place)
                yield place, event
            return
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            self.prefetcher.discard()
            free_memory(error)
            if len(places) == 1 and not self.host.fall_back():
                raise
        left = [place for place in places if place not in done]
        self.max_batch = max(1, len(places) // 2)
        log.warning("memory ran out with %d segments together; going on with %d", len(places), self.max_batch)
        while left:
            some, left = left[: self.max_batch], left[self.max_batch :]  # which may get fewer meanwhile
            yield from self._with_oom_retry(some, [], options, watch)

    def _run(
        self,
        places: Sequence[SegmentRef],
        following: Sequence[SegmentRef],
        options: TranscribeOptions,
        watch: StageTimer,
    ) -> BatchEvents:
        reader = self.host.segment_decoder
        heard = self.prefetcher.pop(reader, places, options.language, watch)
        if self.max_batch == UNLIMITED:  # once memory has run out, none is spent on what comes next
            self.prefetcher.prefetch(reader, following, options.language)
        for item in reader.decode_splitting_overflow(heard, options, watch):
            event = join_chunks(item) if isinstance(item, list) else item
            place = places[event.segment.index if isinstance(event, SegmentDone) else event.segment]
            yield place, _renumber(event, place.segment)


def _renumber(event: SegmentEvent, segment: int) -> SegmentEvent:
    """An event of a row of a batch as that of a segment of its source."""
    if isinstance(event, SegmentDone):
        return replace(event, segment=replace(event.segment, index=segment))
    return event if event.segment == segment else replace(event, segment=segment)


def join_chunks(readings: list[DecodedChunk]) -> SegmentDone:
    """A segment of its readings, one unless its canvas overflowed."""
    endings = [reading.ended for reading in readings]
    worst: Ended = next((ending for ending in ("overflow", "step limit") if ending in endings), "settled")
    weights = [max(1, reading.token_count) for reading in readings]
    confidence = sum(r.confidence * w for r, w in zip(readings, weights, strict=True)) / sum(weights)
    segment = Segment(
        index=readings[0].chunk.segment,
        start_s=readings[0].chunk.start_s,
        end_s=readings[-1].chunk.end_s,
        text=" ".join(reading.text for reading in readings if reading.text),
        words=tuple(word for reading in readings for word in reading.words),
        ended=worst,
        steps=max(reading.steps for reading in readings),
        confidence=confidence,
    )
    return SegmentDone(segment, sum(reading.work_s for reading in readings))
