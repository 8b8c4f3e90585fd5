"""Prefetching: whatever a batch needs before its first denoising step is made in a thread while another batch is denoised."""

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
from app.speech.decoding.chunk_decoder import AnyDecoder
from app.speech.decoding.prepared_batch import AudioChunk, PreparedBatch
from app.speech.model.cuda_graph import capture_lock
from app.speech.options import StartChoice, TranscribeOptions
from app.speech.stage_timer import StageTimer


class SegmentRef(NamedTuple):
    """A segment of a source."""

    source: SegmentedSource
    segment: int
    """Index of its span in the source."""


BatchKey: TypeAlias = tuple[AnyDecoder, tuple[SegmentRef, ...], str, StartChoice, tuple[str, ...]]
"""Decoder, segments, language, start and own words of a batch: a prefetched batch serves only a request with an equal key."""
PrefetchResult: TypeAlias = tuple[list[AudioChunk], PreparedBatch | None, StageTimer]
"""The audio chunks with their spectrograms, the prefilled batch where that is done ahead too, and the time it took."""


class BatchPrefetcher:
    """Prepares one batch at a time in a thread: the one that is waited for, then the next one while that is denoised.

    The chunks of a batch are numbered by their row in it. On a GPU the next batch is encoded and prefilled as well, on a CUDA
    stream of its own: a denoising step is bound by memory and leaves the GPU time to compute. On a CPU a step keeps all cores
    busy; there only its audio is read and turned into spectrograms.

    A context manager for one thread, reusable but not reentrant. Leaving it waits for the batch that is being prepared (about
    as long as a denoising step) and ends the thread.
    """

    def __init__(self) -> None:
        self._pending: tuple[BatchKey, Future[PrefetchResult]] | None = None

    def __enter__(self) -> Self:
        self._thread = ThreadPoolExecutor(1, "prefetch")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pending = None
        self._thread.shutdown(cancel_futures=True)

    def prefetch(self, decoder: AnyDecoder, segments: Sequence[SegmentRef], options: TranscribeOptions) -> None:
        """Begin to prepare a batch, unless it is the pending one; a pending batch of another key is discarded."""
        key = (decoder, tuple(segments), options.language, options.start, options.words)
        if self._pending is not None and self._pending[0] == key:
            return
        if self._pending is not None:
            self._pending[1].cancel()
        self._pending = (key, self._thread.submit(_prepare, decoder, key[1], options)) if segments else None

    def pop(
        self,
        decoder: AnyDecoder,
        segments: Sequence[SegmentRef],
        options: TranscribeOptions,
        timer: StageTimer,
    ) -> tuple[list[AudioChunk], PreparedBatch | None]:
        """The chunks of ``segments``, and the prefilled batch where that is done ahead, from the pending batch if it is that.

        Only waiting counts in ``timer``.

        Raises:
            Whatever preparing it raised, ``RuntimeError`` where memory runs out.
        """
        self.prefetch(decoder, segments, options)
        assert self._pending is not None
        (_, future), self._pending = self._pending, None
        began = perf_counter()
        chunks, batch, thread_timer = future.result()
        waited_s = perf_counter() - began
        timer.add_elsewhere(waited_s, thread_timer)
        if batch is not None:
            return chunks, replace(batch, prefill_s=waited_s)
        return [replace(chunk, prior_work_s=waited_s / len(chunks)) for chunk in chunks], None

    def discard(self) -> None:
        """Free the pending batch and with it the decoder; waits for it if it is being prepared."""
        if self._pending is not None:
            self._pending[1].cancel()
            wait([self._pending[1]])
            self._pending = None


@torch.inference_mode()  # a thread has a mode of its own
def _prepare(decoder: AnyDecoder, segments: tuple[SegmentRef, ...], options: TranscribeOptions) -> PrefetchResult:
    chunks, timer = [], StageTimer()
    for row, (source, segment) in enumerate(segments):
        span = source.spans[segment]
        audio = source.audio(span)
        features = decoder.features(audio)
        chunks.append(AudioChunk(row, span.start_s, span.end_s, audio, (segment,), features=features))
    if not decoder.prefills_ahead:
        return chunks, None, timer
    try:
        return chunks, _prefill_on_side_stream(decoder, chunks, options, timer), timer
    except RuntimeError as error:
        traceback.clear_frames(
            error.__traceback__
        )  # it is raised only when its batch is due: until then it holds no memory
        raise


def _prefill_on_side_stream(
    decoder: AnyDecoder, chunks: list[AudioChunk], options: TranscribeOptions, timer: StageTimer
) -> PreparedBatch:
    device = decoder.device
    if device.type != "cuda":
        return decoder.prefill(chunks, options, timer)
    stream = _side_stream(device)
    # The allocator may give a batch's memory to this stream as soon as nobody refers to the batch. Both waits make that safe:
    # a batch is dropped after its last step has been waited for, and this one is finished before anybody gets it.
    with capture_lock, torch.cuda.stream(stream):
        stream.wait_stream(torch.cuda.default_stream(device))
        batch = decoder.prefill(chunks, options, timer)
        with timer("prefill"):
            stream.synchronize()
    return batch


@cache
def _side_stream(device: torch.device) -> torch.cuda.Stream:
    """One stream for the life of the process: the allocator keeps memory per stream, and each new one would keep its own."""
    return torch.cuda.Stream(device)
