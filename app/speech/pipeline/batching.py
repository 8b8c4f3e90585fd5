"""Batches of segments that are denoised together: of one source and, where there is room, of short files that come next."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Protocol, TypeAlias

from app.speech.audio.segmented_source import SegmentedSource
from app.speech.decoding.chunk_decoder import AnyDecoder
from app.speech.decoding.prepared_batch import DecodedChunk
from app.speech.events import CanvasStep, SegmentDone, SegmentStarted, TokenWritten
from app.speech.model.memory import free_memory, is_out_of_memory
from app.speech.options import TranscribeOptions
from app.speech.stage_timer import StageTimer
from app.transcript.confidence import mean_confidence
from app.transcript.model import Ended, Segment, Word, shift_words

from .parts import decode
from .prefetch import BatchPrefetcher, SegmentRef

log = logging.getLogger(__name__)

SegmentEvent: TypeAlias = SegmentStarted | CanvasStep | TokenWritten | SegmentDone
BatchEvents: TypeAlias = Generator[tuple[SegmentRef, SegmentEvent]]


class ModelHost(Protocol):
    """Owner of the model; may replace it by a slower one."""

    @property
    def decoder(self) -> AnyDecoder:
        """A decoder with the model as it is loaded now."""
        ...

    def fall_back(self) -> bool:
        """Load the model in a slower mode that takes less memory; False if there is none."""
        ...


class BatchScheduler:
    """Creates batches, prefetches the next one, and remembers how many segments fit the memory.

    ``prefetcher`` must have been entered whenever events are taken out of a batch.
    """

    def __init__(self, host: ModelHost) -> None:
        self.host = host
        self.prefetcher = BatchPrefetcher()
        self.memory_limit: int | None = None
        """How many segments are denoised together since memory ran out; None while it never has."""

    def capacity(self, options: TranscribeOptions) -> int:
        """How many segments a batch may have."""
        limits = [options.batch, self.host.decoder.max_batch]
        return min(limits if self.memory_limit is None else [*limits, self.memory_limit])

    def create_batch(
        self, segments: Sequence[SegmentRef], upcoming: Sequence[SegmentRef], options: TranscribeOptions
    ) -> Batch:
        """Create a batch of ``segments``. While it is denoised, ``upcoming`` is prefetched. Lazy: see ``Batch``."""
        return Batch(self, segments, upcoming, options)


class Batch:
    """Segments that are denoised together. Each of their sources takes its own events when its turn has come.

    Lazy: work starts when the events are iterated. They pass three stages:

    1. ``_decode`` decodes segments in one pass, and has the next batch prefetched meanwhile;
    2. ``_decode_within_memory`` does that for all segments, in smaller parts or with a slower model once memory runs out;
    3. ``events_for`` gives each source its events, and keeps those of the others until they ask.
    """

    def __init__(
        self,
        scheduler: BatchScheduler,
        segments: Sequence[SegmentRef],
        upcoming: Sequence[SegmentRef],
        options: TranscribeOptions,
    ) -> None:
        self._scheduler, self._options, self._timer = scheduler, options, StageTimer()
        self._unfinished: dict[SegmentedSource, set[int]] = {}
        for source, segment in segments:
            self._unfinished.setdefault(source, set()).add(segment)
        self._queues: dict[SegmentedSource, deque[SegmentEvent]] = {source: deque() for source in self._unfinished}
        self._shared = len(self._unfinished) > 1
        self._events = self._decode_within_memory(segments, upcoming)

    def close(self) -> None:
        """Stop the work and free its memory at once; events that no source took are lost.

        Without it a batch that is given up would live until the next garbage collection: it and its generators refer to each
        other.
        """
        self._events.close()

    def accepts(self, source: SegmentedSource, options: TranscribeOptions) -> bool:
        """Whether the batch has segments of a source that did not ask yet, and would be the same with these options."""
        return source in self._unfinished and replace(options, batch=self._options.batch) == self._options

    def events_for(self, source: SegmentedSource, timer: StageTimer) -> Iterator[SegmentEvent]:
        """The events of a source's segments, once; the source's share of the time is added to ``timer``.

        Ends before all its segments are done if the batch failed in another source's turn.
        """
        unfinished, queue, work_s = self._unfinished.pop(source), self._queues.pop(source), 0.0
        while unfinished:
            while not queue:
                if not self._advance(source, queue):
                    return
            event = queue.popleft()
            if isinstance(event, SegmentDone):
                unfinished.remove(event.segment.index)
                work_s += event.work_s
            yield event
        if not self._unfinished:
            for _ in self._events:  # nothing comes any more, and its memory is freed
                pass
        timer.add_elsewhere(work_s if self._shared else self._timer.total_s, self._timer)

    def _advance(self, source: SegmentedSource, queue: deque[SegmentEvent]) -> bool:
        """Put the next event into its source's queue; False if there is none. Drops those of sources that were cancelled."""
        item = next(self._events, None)
        if item is None:
            return False
        segment, event = item
        if segment.source is source:
            queue.append(event)
        elif segment.source in self._queues:
            self._queues[segment.source].append(event)
        return True

    def _decode_within_memory(self, segments: Sequence[SegmentRef], upcoming: Sequence[SegmentRef]) -> BatchEvents:
        """Decode the segments together; what is left where memory runs out in halves, one alone with a slower model.

        Raises:
            RuntimeError: memory is not enough for one segment with the slowest model.
        """
        done: set[SegmentRef] = set()
        scheduler = self._scheduler
        try:
            for segment, event in self._decode(segments, upcoming):
                if isinstance(event, SegmentDone):
                    done.add(segment)
                yield segment, event
            return
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            scheduler.prefetcher.discard()
            free_memory(error)
            if len(segments) == 1 and not scheduler.host.fall_back():
                raise
        left = [segment for segment in segments if segment not in done]
        limit = scheduler.memory_limit = max(1, len(segments) // 2)
        log.warning("memory ran out with %d segments together; going on with %d", len(segments), limit)
        while left:
            limit = scheduler.memory_limit  # it may have become less meanwhile
            part, left = left[:limit], left[limit:]
            yield from self._decode_within_memory(part, [])

    def _decode(self, segments: Sequence[SegmentRef], upcoming: Sequence[SegmentRef]) -> BatchEvents:
        """Decode the segments in one pass; meanwhile ``upcoming`` is prefetched, unless memory is short."""
        scheduler, options = self._scheduler, self._options
        decoder = scheduler.host.decoder
        chunks, batch = scheduler.prefetcher.pop(decoder, segments, options, self._timer)
        if scheduler.memory_limit is None:
            scheduler.prefetcher.prefetch(decoder, upcoming, options)
        with closing(decode(decoder, chunks, batch, options, self._timer)) as items:
            for item in items:
                event = join_chunks(item) if isinstance(item, list) else item
                segment = segments[event.segment.index if isinstance(event, SegmentDone) else event.segment]
                yield segment, _renumber(event, segment.segment)


def _renumber(event: SegmentEvent, segment: int) -> SegmentEvent:
    """An event of a row of a batch as the event of a segment of its source."""
    if isinstance(event, SegmentDone):
        return replace(event, segment=replace(event.segment, index=segment))
    return event if event.segment == segment else replace(event, segment=segment)


def join_chunks(chunks: list[DecodedChunk]) -> SegmentDone:
    """The result of a segment from those of its chunks, in order: one, or several if its canvas overflowed."""
    endings = [chunk.ended for chunk in chunks]
    worst: Ended = next((ended for ended in ("overflow", "step limit") if ended in endings), "settled")
    text, words = "", list[Word]()
    raw_texts = [chunk.raw_text or chunk.text for chunk in chunks]
    for chunk in chunks:
        text += " " if text and chunk.text else ""
        words += shift_words(chunk.words, len(text))
        text += chunk.text
    segment = Segment(
        index=chunks[0].chunk.segment,
        start_s=chunks[0].chunk.start_s,
        end_s=chunks[-1].chunk.end_s,
        text=text,
        words=tuple(words),
        ended=worst,
        steps=max(chunk.steps for chunk in chunks),
        confidence=mean_confidence([chunk.confidence for chunk in chunks], [chunk.token_count for chunk in chunks]),
        raw_text=" ".join(filter(None, raw_texts)) if any(chunk.raw_text for chunk in chunks) else "",
    )
    return SegmentDone(segment, sum(chunk.work_s for chunk in chunks))
