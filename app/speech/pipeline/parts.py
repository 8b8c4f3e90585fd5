"""Parts of a batch, each decoded in a thread of its own.

On a CPU a small model's work is thousands of small operations: threads with a part of the rows each get more of them done than
threads that share every operation.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from queue import Empty, Full, Queue
from time import perf_counter
from typing import TypeAlias

import torch

from app.speech.decoding.chunk_decoder import AnyDecoder
from app.speech.decoding.prepared_batch import AudioChunk, DecodedChunk, PreparedBatch
from app.speech.events import CanvasStep, SegmentStarted, TokenWritten
from app.speech.options import TranscribeOptions
from app.speech.stage_timer import StageTimer

MAX_PARTS = 4
"""Python runs in one thread at a time, so more parts wait for each other."""
AHEAD = 2
"""Events of each chunk that wait for who reads them, at most."""
POLL_S = 0.05

Item: TypeAlias = SegmentStarted | CanvasStep | TokenWritten | list[DecodedChunk]


def decode(
    decoder: AnyDecoder,
    chunks: list[AudioChunk],
    batch: PreparedBatch | None,
    options: TranscribeOptions,
    timer: StageTimer,
) -> Generator[Item]:
    """Decode chunks as ``decode_splitting_overflow`` does, in parts where that is faster; ``batch`` if they are prefilled."""
    if batch is None:
        parts = count_parts(decoder, len(chunks))
        if parts > 1:
            yield from decode_in_parts(decoder, chunks, options, timer, parts)
            return
        batch = decoder.prefill(chunks, options, timer)
    yield from decoder.decode_splitting_overflow(batch, options, timer)


def count_parts(decoder: AnyDecoder, chunks: int) -> int:
    """Return into how many parts a batch of ``chunks`` is best divided: 1 where that gains nothing."""
    return min(chunks, MAX_PARTS, torch.get_num_threads()) if decoder.gains_from_parts else 1


def divide(chunks: Sequence[AudioChunk], parts: int) -> list[list[AudioChunk]]:
    """Divide chunks into parts with about as much sound each, their order kept."""
    longest_first = sorted(range(len(chunks)), key=lambda row: -len(chunks[row].audio))
    return [[chunks[row] for row in sorted(longest_first[part::parts])] for part in range(parts)]


def decode_in_parts(
    decoder: AnyDecoder, chunks: Sequence[AudioChunk], options: TranscribeOptions, timer: StageTimer, parts: int
) -> Iterator[Item]:
    """Prefill and decode chunks as ``decode_splitting_overflow`` does, in several threads; their events come as they are made.

    Closing the iterator ends the work within one denoising step. What a chunk took is its share of the time that passed, and
    only waiting counts in ``timer``.

    Raises:
        Whatever decoding a part raised.
    """
    ready: Queue[Item | None] = Queue(AHEAD * len(chunks))
    stopped, timers, waited_s = threading.Event(), [StageTimer() for _ in range(parts)], 0.0
    threads = torch.get_num_threads()
    torch.set_num_threads(max(1, threads // parts))
    try:
        with ThreadPoolExecutor(parts, "decode-part") as pool:
            try:
                running = [
                    pool.submit(_decode_part, decoder, part, options, part_timer, ready, stopped)
                    for part, part_timer in zip(divide(chunks, parts), timers, strict=True)
                ]
                while running or not ready.empty():
                    began = perf_counter()
                    item = _next_item(ready)
                    waited_s += perf_counter() - began
                    running = _without_finished(running)
                    if item is not None:
                        yield _with_share(item, parts)
            finally:
                stopped.set()
    finally:
        torch.set_num_threads(threads)
        timer.add_elsewhere(waited_s, _sum(timers))


@torch.inference_mode()  # a thread has a mode of its own
def _decode_part(
    decoder: AnyDecoder,
    chunks: list[AudioChunk],
    options: TranscribeOptions,
    timer: StageTimer,
    ready: Queue[Item | None],
    stopped: threading.Event,
) -> None:
    try:
        batch = decoder.prefill(chunks, options, timer)
        for item in decoder.decode_splitting_overflow(batch, options, timer):
            if not _put(ready, item, stopped):
                return
    finally:
        _put(ready, None, stopped)  # wakes up who reads, to see that this part has ended


def _put(ready: Queue[Item | None], item: Item | None, stopped: threading.Event) -> bool:
    """Put an item as soon as there is room for it; False where nobody reads any more."""
    while not stopped.is_set():
        try:
            ready.put(item, timeout=POLL_S)
            return True
        except Full:
            continue
    return False


def _next_item(ready: Queue[Item | None]) -> Item | None:
    """The next item; None where a part ended, or nothing came for a moment."""
    try:
        return ready.get(timeout=POLL_S)
    except Empty:
        return None


def _without_finished(running: list[Future[None]]) -> list[Future[None]]:
    """The parts that are still decoded. Raises what one of the others raised."""
    for part in running:
        if part.done():
            part.result()
    return [part for part in running if not part.done()]


def _with_share(item: Item, parts: int) -> Item:
    if not isinstance(item, list):
        return item
    prior_s = [decoded.chunk.prior_work_s for decoded in item]
    return [
        replace(decoded, work_s=before_s + (decoded.work_s - before_s) / parts)
        for decoded, before_s in zip(item, prior_s, strict=True)
    ]


def _sum(timers: list[StageTimer]) -> StageTimer:
    total = StageTimer()
    for timer in timers:
        total.add_elsewhere(timer.total_s, timer)
    return total
