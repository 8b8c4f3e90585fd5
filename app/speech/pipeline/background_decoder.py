"""Decodes and segments a source in a thread, while its first segments are denoised."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, nullcontext
from itertools import chain, pairwise
from threading import Condition, Thread
from types import TracebackType
from typing import Self

from app.speech.audio.samples import Samples
from app.speech.audio.segmentation import SegmentLimits
from app.speech.audio.segmented_source import SegmentedSource
from app.speech.audio.span_reader import PROGRESS_INTERVAL_S
from app.speech.events import DecodeProgress, SourceSegmented
from app.speech.stage_timer import StageTimer

LIVE_INTERVAL_S = 0.25
"""How often a live source reports how far it is."""


def read_ahead(blocks: Iterator[Samples]) -> Generator[Samples]:
    """The same blocks; each is decoded in a thread while the one before it is segmented, which takes about as long.

    However it is left, the file that they come from is closed.
    """
    try:
        with ThreadPoolExecutor(1, "blocks") as pool:
            upcoming = pool.submit(next, blocks, None)
            while (block := upcoming.result()) is not None:
                upcoming = pool.submit(next, blocks, None)
                yield block
    finally:
        if isinstance(blocks, Generator):
            blocks.close()


class BackgroundDecoder:
    """Fills a ``SegmentedSource`` in a thread; one other thread waits for it and asks how far it is.

    A context manager: entering it starts the thread, leaving it stops the thread within a block and joins it. The source keeps
    what it has by then.
    """

    def __init__(
        self,
        source: SegmentedSource,
        blocks: Iterable[Samples],
        limits: SegmentLimits,
        name: str,
        get_duration_s: Callable[[], float],
        timer: StageTimer,
        is_live: bool = False,
    ) -> None:
        """Prepare to decode; ``source`` may be complete already.

        Args:
            source: takes the audio and its spans.
            blocks: audio of the source, each (n,), 16 kHz mono.
            limits: of the spans.
            name: of the source, for the events.
            get_duration_s: duration of the whole source in seconds, 0 if unknown. Called at most once, and only if the duration
                is needed before decoding has ended: it may read the file.
            timer: counts waiting as *decode*; work that nobody waits for does not count.
            is_live: whether the sound is being recorded: waiting for it is no work, and empty blocks mean that none has come.
        """
        self.ended = source.complete
        """Whether the thread is done, with or without an error."""
        self.source, self.name, self.timer, self.is_live = source, name, timer, is_live
        self._blocks, self._limits, self._get_duration_s = blocks, limits, get_duration_s
        self._cached_header_s: float | None = None
        self._in_last_block = False  # the rest is known in a moment, and is reported in one piece
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
        """Block until ``enough()`` holds or decoding has ended.

        Yields:
            ``DecodeProgress`` every ``PROGRESS_INTERVAL_S`` of audio, so that the caller can cancel; of a live source every
            ``LIVE_INTERVAL_S``, whether sound has come or not.

        Raises:
            What decoding raised, if ``enough()`` can no longer come to hold.
        """

        def is_over() -> bool:
            return self.ended or (not self._in_last_block and enough())

        def is_worth_reporting() -> bool:
            return self.source.duration_s >= self._reported_s + PROGRESS_INTERVAL_S

        while True:
            with self._waiting(), self._changed:
                self._changed.wait_for(
                    lambda: is_over() or is_worth_reporting(), LIVE_INTERVAL_S if self.is_live else None
                )
                over = is_over()  # at this moment: the thread goes on
            if over:
                break
            self._reported_s = self.source.duration_s
            yield DecodeProgress(self.name, self._reported_s)
        if self._error is not None and not enough():
            raise self._error

    def _waiting(self) -> AbstractContextManager[None]:
        return nullcontext() if self.is_live else self.timer("decode")

    def new_segments(self) -> Iterator[SourceSegmented]:
        """The spans that are known of the source, if there are more of them, or more live sound, than were reported before."""
        before, complete = self._last_event, self.source.complete
        spans_s = tuple((span.start_s, span.end_s) for span in self.source.spans)
        duration_s = self.source.duration_s
        if (
            before is None
            or (complete and not before.complete)
            or len(spans_s) > len(before.spans_s)
            or (self.is_live and duration_s > before.duration_s)
        ):
            if not complete:
                duration_s = max(duration_s, self._header_duration_s())
            peaks = self.source.peaks_over(duration_s)
            self._last_event = SourceSegmented(
                self.name,
                duration_s,
                spans_s,
                peaks,
                complete,
                self.source.track,
                self.source.track_count,
                tuple(self.source.notices),
            )
            yield self._last_event

    def _header_duration_s(self) -> float:
        if self._cached_header_s is None:
            with self.timer("decode"):
                self._cached_header_s = self._get_duration_s()
        return self._cached_header_s

    def _run(self) -> None:
        try:
            for _ in self.source.read_from(self._mark_last_block(), self._limits):
                with self._changed:
                    self._changed.notify()
                if self._stopped:
                    return
        except BaseException as error:  # raised in the thread that waits
            self._error = error
        finally:
            with self._changed:
                self.ended = True
                self._changed.notify()

    def _mark_last_block(self) -> Iterator[Samples]:
        """The blocks, with ``_in_last_block`` set before the last one is segmented."""
        with closing(read_ahead(iter(self._blocks))) as blocks:
            for block, upcoming in pairwise(chain(blocks, [None])):
                if self._stopped:
                    raise _StoppedError
                with self._changed:
                    self._in_last_block = upcoming is None
                if block is not None and len(block):
                    yield block


class _StoppedError(Exception):
    """Nobody wants the rest of the source."""
