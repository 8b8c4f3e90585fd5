"""Short files that wait for their turn, decoded before it where a batch has room for all of their segments."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TypeAlias

from app.errors import AudioError
from app.speech.audio import decode as decoding
from app.speech.audio.segmented_source import SegmentedSource
from app.speech.events import DecodeProgress
from app.speech.stage_timer import StageTimer

from .prefetch import SegmentRef

MAX_LOOKAHEAD_S = 60.0
"""A longer file is not decoded early: it fills its own batches, and whoever waits for the file before it would notice."""

FileFingerprint: TypeAlias = tuple[Path, int, int, int]
"""A file as it is now, and the audio track of it."""


class QueueLookahead:
    """Keeps what was decoded until its turn comes. ``watch_moves`` tells which files will be asked for, the next one first."""

    def __init__(self) -> None:
        self.upcoming: Callable[[], Iterable[Path]] = tuple
        self._sources: dict[FileFingerprint, tuple[SegmentedSource, StageTimer]] = {}

    @property
    def has_upcoming(self) -> bool:
        """Whether any file follows."""
        return any(True for _ in self.upcoming())

    def pop(self, source: Path, track: int) -> tuple[SegmentedSource, StageTimer] | None:
        """A file whose turn has come, and what decoding it took, if it was decoded and is still the same."""
        stamp = _fingerprint(source, track)
        return None if stamp is None else self._sources.pop(stamp, None)

    def segments_that_fit(
        self, capacity: int, track: int, max_span_s: float
    ) -> Generator[DecodeProgress, None, list[SegmentRef]]:
        """All segments of as many of the following files as there is room for; returned, while what is decoded is told, which
        is a chance to stop. What cannot be read is told in its turn."""
        found: list[SegmentRef] = []
        self.clear()
        for path in self.upcoming() if capacity > 0 else ():
            stamp = _fingerprint(path, track)
            if stamp is None or stamp in self._sources:
                continue
            watch = StageTimer()
            try:
                with watch("decode"):
                    if decoding.probe(path, track).duration_s > MAX_LOOKAHEAD_S:
                        break
                opened = SegmentedSource()
                yield from _decode_all(opened, path, track, max_span_s, watch)
            except AudioError:
                continue
            own = [SegmentRef(opened, n) for n, cut in enumerate(opened.spans) if cut.speech]
            if len(found) + len(own) > capacity:
                break
            found += own
            self._sources[stamp] = opened, watch
        return found

    def clear(self) -> None:
        """Let go of everything."""
        self._sources.clear()


def _decode_all(
    opened: SegmentedSource, path: Path, track: int, longest_s: float, watch: StageTimer
) -> Generator[DecodeProgress]:
    filling = opened.read_from(decoding.blocks(path, track), longest_s)
    while True:
        with watch("decode"):
            read_s = next(filling, None)
        if read_s is None:
            return
        yield DecodeProgress(str(path), read_s)


def _fingerprint(source: Path, track: int) -> FileFingerprint | None:
    try:
        known = source.stat()
    except (OSError, ValueError):
        return None
    return source, known.st_mtime_ns, known.st_size, track
