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

from app.speech.audio.segmented_source import OpenedSource
from app.speech.decoding.prepared_batch import Heard, Part
from app.speech.decoding.segment_decoder import Reader
from app.speech.model.cuda_graph import recordable, recording
from app.speech.stage_timer import Stopwatch


class Place(NamedTuple):
    """A segment of an opened source."""

    source: OpenedSource
    segment: int


Wanted: TypeAlias = tuple[Reader, tuple[Place, ...], str]
"""Who reads what, in which language. What was made for something else is of no use."""
Made: TypeAlias = tuple[list[Part], Heard | None, Stopwatch]


class Ahead:
    """Makes ``Heard``s one at a time: the one that is asked for, and the next one while that is denoised. Their parts are
    numbered as they stand in the batch.

    On a card the next batch is encoded and prefilled on a stream of its own, for a denoising step waits for memory and leaves
    the card time to compute. On a CPU the steps have all cores busy: there it is only read and turned into spectrograms.

    A context manager for one thread, to be entered as often as there is work: leaving it waits for what is being made, which
    takes about as long as a denoising step, and leaves no thread behind.
    """

    def __init__(self) -> None:
        self._begun: tuple[Wanted, Future[Made]] | None = None

    def __enter__(self) -> Self:
        self._thread = ThreadPoolExecutor(1, "ahead")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._begun = None
        self._thread.shutdown(cancel_futures=True)

    def begin(self, reader: Reader, places: Sequence[Place], language: str) -> None:
        """Have made what will be asked for next; what was made for something else is thrown away."""
        wanted = (reader, tuple(places), language)
        if self._begun is not None and self._begun[0] == wanted:
            return
        if self._begun is not None:
            self._begun[1].cancel()
        self._begun = (wanted, self._thread.submit(_made, *wanted)) if places else None

    def take(self, reader: Reader, places: Sequence[Place], language: str, watch: Stopwatch) -> Heard:
        """Parts as the backbone hears them, made by now or waited for. Raises what making them raised."""
        self.begin(reader, places, language)
        assert self._begun is not None
        (_, future), self._begun = self._begun, None
        before_s, began = watch.total_s, perf_counter()
        parts, heard, spent = future.result()
        watch.waited(perf_counter() - began, spent)
        if heard is None:
            heard = reader.hear(parts, language, watch)
        return replace(heard, spent_s=watch.total_s - before_s)

    def forget(self) -> None:
        """Let go of what was made, and of the reader."""
        if self._begun is not None:
            self._begun[1].cancel()
            wait([self._begun[1]])
            self._begun = None


@torch.inference_mode()  # a thread's own affair
def _made(reader: Reader, places: tuple[Place, ...], language: str) -> Made:
    parts, watch = [], Stopwatch()
    for row, (source, segment) in enumerate(places):
        cut = source.cuts[segment]
        sound = source.audio(cut)
        parts.append(Part(row, cut.start_s, cut.end_s, sound, (segment,), mel=reader.model.mel(sound)))
    if not recordable(reader.model):  # on a CPU, or its weights cross to the card at each use
        return parts, None, watch
    try:
        return parts, _heard(reader, parts, language, watch), watch
    except RuntimeError as error:
        traceback.clear_frames(error.__traceback__)  # nobody hears of it before the next batch: it must hold no memory
        raise


def _heard(reader: Reader, parts: list[Part], language: str, watch: Stopwatch) -> Heard:
    device = reader.model.device
    if device.type != "cuda":
        return reader.hear(parts, language, watch)
    stream = _stream(device)
    # What a batch held is free for this stream as soon as nobody refers to it. Both waits make that safe: a batch is let go
    # when its last step has been waited for, and what comes from here is finished before anybody has it.
    with recording, torch.cuda.stream(stream):
        stream.wait_stream(torch.cuda.default_stream(device))
        heard = reader.hear(parts, language, watch)
        with watch("prefill"):
            stream.synchronize()
    return heard


@cache
def _stream(device: torch.device) -> torch.cuda.Stream:
    """One for good: memory is kept by stream, and each new one would keep its own."""
    return torch.cuda.Stream(device)
