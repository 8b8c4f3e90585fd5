"""What a batch needs before its first denoising step, made in a thread of its own while another batch is denoised."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from functools import cache
from time import perf_counter
from types import TracebackType
from typing import NamedTuple, Self, TypeAlias

import torch

from app.speech.audio.segmented_source import SegmentedSource
from app.speech.decoding.prepared_batch import AudioChunk, PrefilledBatch
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.model.cuda_graph import can_capture, capture_lock
from app.speech.stage_timer import StageTimer


class SegmentRef(NamedTuple):
    """A segment of an opened source."""

    source: SegmentedSource
    segment: int


BatchKey: TypeAlias = tuple[SegmentDecoder, tuple[SegmentRef, ...], str]
"""Who reads what, in which language. What was made for something else is of no use."""
PrefetchResult: TypeAlias = tuple[list[AudioChunk], PrefilledBatch | None, StageTimer]


class BatchPrefetcher:
    """Makes ``Heard``s one at a time: the one that is asked for, and the next one while that is denoised. Their parts are
    numbered as they stand in the batch.

    On a card the next batch is encoded and prefilled on a stream of its own, for a denoising step waits for memory and leaves
    the card time to compute. On a CPU the steps have all cores busy: there it is only read and turned into spectrograms.

    A context manager for one thread, to be entered as often as there is work: leaving it waits for what is being made, which
    takes about as long as a denoising step, and leaves no thread behind.
    """

    def __init__(self) -> None:
        self._pending: tuple[BatchKey, Future[PrefetchResult]] | None = None

    def __enter__(self) -> Self:
        self._thread = ThreadPoolExecutor(1, "ahead")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pending = None
        self._thread.shutdown(cancel_futures=True)

    def prefetch(self, segment_decoder: SegmentDecoder, segments: Sequence[SegmentRef], language: str) -> None:
        """Have made what will be asked for next; what was made for something else is thrown away."""
        wanted = (segment_decoder, tuple(segments), language)
        if self._pending is not None and self._pending[0] == wanted:
            return
        if self._pending is not None:
            self._pending[1].cancel()
        self._pending = (wanted, self._thread.submit(_prepare, *wanted)) if segments else None

    def pop(
        self, segment_decoder: SegmentDecoder, segments: Sequence[SegmentRef], language: str, timer: StageTimer
    ) -> PrefilledBatch:
        """Parts as the backbone hears them, made by now or waited for. Raises what making them raised."""
        self.prefetch(segment_decoder, segments, language)
        assert self._pending is not None
        (_, future), self._pending = self._pending, None
        before_s, began = timer.total_s, perf_counter()
        parts, heard, spent = future.result()
        timer.add_elsewhere(perf_counter() - began, spent)
        if heard is None:
            heard = segment_decoder.prefill(parts, language, timer)
        return replace(heard, prefill_s=timer.total_s - before_s)

    def discard(self) -> None:
        """Let go of what was made, and of the reader."""
        if self._pending is not None:
            self._pending[1].cancel()
            wait([self._pending[1]])
            self._pending = None


@torch.inference_mode()  # a thread's own affair
def _prepare(reader: SegmentDecoder, places: tuple[SegmentRef, ...], language: str) -> PrefetchResult:
    parts, watch = [], StageTimer()
    for row, (source, segment) in enumerate(places):
        cut = source.spans[segment]
        sound = source.audio(cut)
        parts.append(AudioChunk(row, cut.start_s, cut.end_s, sound, (segment,), mel=reader.model.mel(sound)))
    if not can_capture(reader.model):  # on a CPU, or its weights cross to the card at each use
        return parts, None, watch
    try:
        return parts, _prefill_on_side_stream(reader, parts, language, watch), watch
    except RuntimeError as error:
        traceback.clear_frames(error.__traceback__)  # nobody hears of it before the next batch: it must hold no memory
        raise


def _prefill_on_side_stream(
    reader: SegmentDecoder, parts: list[AudioChunk], language: str, watch: StageTimer
) -> PrefilledBatch:
    device = reader.model.device
    if device.type != "cuda":
        return reader.prefill(parts, language, watch)
    stream = _side_stream(device)
    # What a batch held is free for this stream as soon as nobody refers to it. Both waits make that safe: a batch is let go
    # when its last step has been waited for, and what comes from here is finished before anybody has it.
    with capture_lock, torch.cuda.stream(stream):
        stream.wait_stream(torch.cuda.default_stream(device))
        heard = reader.prefill(parts, language, watch)
        with watch("prefill"):
            stream.synchronize()
    return heard


@cache
def _side_stream(device: torch.device) -> torch.cuda.Stream:
    """One for good: memory is kept by stream, and each new one would keep its own."""
    return torch.cuda.Stream(device)
