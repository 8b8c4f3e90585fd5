"""A source decoded and cut in a thread of its own, while what is cut already is denoised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, pairwise
from threading import Condition, Thread
from types import TracebackType
from typing import Self

from app.speech.audio.segmented_source import OpenedSource, Samples
from app.speech.events import SourceOpened, SourceReading
from app.speech.stage_timer import Stopwatch

TELL_EVERY_S = 120.0


def one_ahead(blocks: Iterator[Samples]) -> Iterator[Samples]:
    """The same blocks; the next is decoded in another thread while one is cut, which takes about as long."""
    with ThreadPoolExecutor(1, "blocks") as pool:
        coming = pool.submit(next, blocks, None)
        while (block := coming.result()) is not None:
            coming = pool.submit(next, blocks, None)
            yield block


class Filling:
    """Fills an opened source, and tells how far that is. Whoever enters it is the one thread that asks it.

    A context manager: leaving it stops the thread within a block and leaves none behind; the source stays as it is then.
    ``watch`` counts as decoding only what is waited for.
    """

    def __init__(
        self, opened: OpenedSource, blocks: Iterable[Samples], max_s: float, name: str, length_s: Callable[[], float],
        watch: Stopwatch,
    ) -> None:  # fmt: skip
        """Blocks (n,) are cut into spans of at most ``max_s`` seconds. ``length_s`` is asked at most once, where the source's
        length is wanted before it is known: it may take a while, and 0 stands for "not known"."""
        self.ended = opened.filled
        self.opened, self._blocks, self._max_s = opened, blocks, max_s
        self.name, self._length_s, self.watch = name, length_s, watch
        self._header_s: float | None = None
        self._last = False  # whether the last block is being cut: the rest will be known at once, and is told as one
        self._left = False
        self._error: BaseException | None = None
        self._told: SourceOpened | None = None
        self._told_s = 0.0
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="decode", daemon=True)

    def __enter__(self) -> Self:
        if not self.ended:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left = True
        if self._thread.is_alive():
            self._thread.join()

    def until(self, enough: Callable[[], bool]) -> Iterator[SourceReading]:
        """Wait until enough is known, or all, telling now and then how far decoding is: every event is a chance to stop.

        Raises what decoding raised, where that is why there will never be enough.
        """

        def over() -> bool:
            return self.ended or (not self._last and enough())

        def worth_telling() -> bool:
            return self.opened.duration_s >= self._told_s + TELL_EVERY_S

        while True:
            with self.watch("decode"), self._changed:
                self._changed.wait_for(lambda: over() or worth_telling())
                ready = over()  # as it was when it woke up
            if ready:
                break
            self._told_s = self.opened.duration_s
            yield SourceReading(self.name, self._told_s)
        if self._error is not None and not enough():
            raise self._error

    def news(self) -> Iterator[SourceOpened]:
        """What is known of the source, where that is more than was told."""
        told, complete = self._told, self.opened.filled
        spans = tuple((cut.start_s, cut.end_s) for cut in self.opened.cuts)
        if told is None or (complete and not told.complete) or len(spans) > len(told.spans_s):
            duration_s = self.opened.duration_s if complete else max(self.opened.duration_s, self._by_header_s())
            self._told = SourceOpened(self.name, duration_s, spans, self.opened.peaks_over(duration_s), complete)
            yield self._told

    def _by_header_s(self) -> float:
        if self._header_s is None:
            with self.watch("decode"):
                self._header_s = self._length_s()
        return self._header_s

    def _run(self) -> None:
        try:
            for _ in self.opened.fill(self._noting_the_last(), self._max_s):
                with self._changed:
                    self._changed.notify()
                if self._left:
                    return
        except BaseException as error:  # whoever waits raises it
            self._error = error
        finally:
            with self._changed:
                self.ended = True
                self._changed.notify()

    def _noting_the_last(self) -> Iterator[Samples]:
        for block, following in pairwise(chain(one_ahead(iter(self._blocks)), [None])):
            with self._changed:
                self._last = following is None
            if block is not None:
                yield block
