"""Short files that wait for their turn, decoded before it where a batch has room for all of their segments."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TypeAlias

from app.errors import AudioError
from app.speech.audio import decode as decoding
from app.speech.audio.segmented_source import OpenedSource
from app.speech.events import SourceReading
from app.speech.stage_timer import Stopwatch

from .prefetch import Place

SHORT_S = 60.0
"""A longer file is not decoded early: it fills its own batches, and whoever waits for the file before it would notice."""

Stamp: TypeAlias = tuple[Path, int, int, int]
"""A file as it is now, and the audio track of it."""


class Early:
    """Keeps what was decoded until its turn comes. ``following`` tells which files will be asked for, the next one first."""

    def __init__(self) -> None:
        self.following: Callable[[], Iterable[Path]] = tuple
        self._opened: dict[Stamp, tuple[OpenedSource, Stopwatch]] = {}

    @property
    def expected(self) -> bool:
        """Whether any file follows."""
        return any(True for _ in self.following())

    def take(self, source: Path, track: int) -> tuple[OpenedSource, Stopwatch] | None:
        """A file whose turn has come, and what decoding it took, if it was decoded and is still the same."""
        stamp = _stamp(source, track)
        return None if stamp is None else self._opened.pop(stamp, None)

    def places(self, room: int, track: int, longest_s: float) -> Generator[SourceReading, None, list[Place]]:
        """All segments of as many of the following files as there is room for; returned, while what is decoded is told, which
        is a chance to stop. What cannot be read is told in its turn."""
        found: list[Place] = []
        self.forget()
        for path in self.following() if room > 0 else ():
            stamp = _stamp(path, track)
            if stamp is None or stamp in self._opened:
                continue
            watch = Stopwatch()
            try:
                with watch("decode"):
                    if decoding.probe(path, track).duration_s > SHORT_S:
                        break
                opened = OpenedSource()
                yield from _filled(opened, path, track, longest_s, watch)
            except AudioError:
                continue
            own = [Place(opened, n) for n, cut in enumerate(opened.cuts) if cut.speech]
            if len(found) + len(own) > room:
                break
            found += own
            self._opened[stamp] = opened, watch
        return found

    def forget(self) -> None:
        """Let go of everything."""
        self._opened.clear()


def _filled(
    opened: OpenedSource, path: Path, track: int, longest_s: float, watch: Stopwatch
) -> Generator[SourceReading]:
    filling = opened.fill(decoding.blocks(path, track), longest_s)
    while True:
        with watch("decode"):
            read_s = next(filling, None)
        if read_s is None:
            return
        yield SourceReading(str(path), read_s)


def _stamp(source: Path, track: int) -> Stamp | None:
    try:
        known = source.stat()
    except (OSError, ValueError):
        return None
    return source, known.st_mtime_ns, known.st_size, track
