"""A source decoded and cut in a thread of its own, while what is cut already is denoised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, pairwise
from threading import Condition, Thread
from types import TracebackType
from typing import Self

from app.speech.audio.samples import Samples
from app.speech.audio.segmented_source import SegmentedSource
from app.speech.events import DecodeProgress, SourceSegmented
from app.speech.stage_timer import StageTimer

PROGRESS_INTERVAL_S = 120.0


def read_ahead(blocks: Iterator[Samples]) -> Iterator[Samples]:
    """The same blocks; the next is decoded in another thread while one is cut, which takes about as long."""
    with ThreadPoolExecutor(1, "blocks") as pool:
        coming = pool.submit(next, blocks, None)
        while (block := coming.result()) is not None:
            coming = pool.submit(next, blocks, None)
            yield block


class BackgroundDecoder:
    """Fills an opened source, and tells how far that is. Whoever enters it is the one thread that asks it.

    A context manager: leaving it stops the thread within a block and leaves none behind; the source stays as it is then.
    ``watch`` counts as decoding only what is waited for.
    """

    def __init__(
        self, source: SegmentedSource, blocks: Iterable[Samples], max_s: float, name: str, get_duration_s: Callable[[], float],
        timer: StageTimer,
    ) -> None:  # fmt: skip
        """Blocks (n,) are cut into spans of at most ``max_s`` seconds. ``duration_s`` is asked at most once, where the source's
        length is wanted before it is known: it may take a while, and 0 stands for "not known"."""
        self.ended = source.complete
        self.source, self._blocks, self._max_s = source, blocks, max_s
        self.name, self._get_duration_s, self.timer = name, get_duration_s, timer
        self._cached_header_s: float | None = None
        self._in_last_block = (
            False  # whether the last block is being cut: the rest will be known at once, and is told as one
        )
        self._stopped = False
        self._error: BaseException | None = None
        self._last_event: SourceSegmented | None = None
        self._reported_s = 0.0
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="decode", daemon=True)

    def __enter__(self) -> Self:
        if not self.ended:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped = True
        if self._thread.is_alive():
            self._thread.join()

    def wait_until(self, enough: Callable[[], bool]) -> Iterator[DecodeProgress]:
        """Wait until enough is known, or all, telling now and then how far decoding is: every event is a chance to stop.

        Raises what decoding raised, where that is why there will never be enough.
        """

        def over() -> bool:
            return self.ended or (not self._in_last_block and enough())

        def worth_telling() -> bool:
            return self.source.duration_s >= self._reported_s + PROGRESS_INTERVAL_S

        while True:
            with self.timer("decode"), self._changed:
                self._changed.wait_for(lambda: over() or worth_telling())
                ready = over()  # as it was when it woke up
            if ready:
                break
            self._reported_s = self.source.duration_s
            yield DecodeProgress(self.name, self._reported_s)
        if self._error is not None and not enough():
            raise self._error

    def new_segments(self) -> Iterator[SourceSegmented]:
        """What is known of the source, where that is more than was told."""
        told, complete = self._last_event, self.source.complete
        spans = tuple((cut.start_s, cut.end_s) for cut in self.source.spans)
        if told is None or (complete and not told.complete) or len(spans) > len(told.spans_s):
            duration_s = self.source.duration_s if complete else max(self.source.duration_s, self._header_duration_s())
            self._last_event = SourceSegmented(
                self.name, duration_s, spans, self.source.peaks_over(duration_s), complete
            )
            yield self._last_event

    def _header_duration_s(self) -> float:
        if self._cached_header_s is None:
            with self.timer("decode"):
                self._cached_header_s = self._get_duration_s()
        return self._cached_header_s

    def _run(self) -> None:
        try:
            for _ in self.source.read_from(self._mark_last_block(), self._max_s):
                with self._changed:
                    self._changed.notify()
                if self._stopped:
                    return
        except BaseException as error:  # whoever waits raises it
            self._error = error
        finally:
            with self._changed:
                self.ended = True
                self._changed.notify()

    def _mark_last_block(self) -> Iterator[Samples]:
        for block, following in pairwise(chain(read_ahead(iter(self._blocks)), [None])):
            with self._changed:
                self._in_last_block = following is None
            if block is not None:
                yield block
