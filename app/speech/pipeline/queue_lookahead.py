"""Looks ahead in the queue: short files whose turn comes next are decoded early, where a batch has room for their segments.

Mixing files is what fills a batch when many short clips are transcribed: alone, each of them would be a batch of one. Twelve
clips of 4 s with the bundled model took 4.8 s of one CPU thread in shared batches, and 5.5 s one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TypeAlias

from app.errors import AudioError
from app.speech.audio import decode
from app.speech.audio.segmentation import SegmentLimits
from app.speech.audio.segmented_source import SegmentedSource
from app.speech.events import DecodeProgress
from app.speech.stage_timer import StageTimer

from .prefetch import SegmentRef

MAX_LOOKAHEAD_S = 60.0
"""A longer file is not decoded early: it fills batches of its own, and decoding it would delay the file before it."""

FileFingerprint: TypeAlias = tuple[Path, int, int, int]
"""Path, modification time in ns, size in bytes and audio track: equal if the file is unchanged."""


class QueueLookahead:
    """Keeps files that were decoded early until their turn comes.

    ``upcoming`` returns the files that will be transcribed next, the first one first.
    """

    def __init__(self) -> None:
        self.upcoming: Callable[[], Iterable[Path]] = tuple
        self._sources: dict[FileFingerprint, tuple[SegmentedSource, StageTimer]] = {}
        self._tracks: dict[FileFingerprint, tuple[int, ...]] = {}

    @property
    def has_upcoming(self) -> bool:
        """Whether any file comes next."""
        return any(True for _ in self.upcoming())

    def pop(self, path: Path, track: int) -> tuple[SegmentedSource, StageTimer] | None:
        """A file that was decoded early and is unchanged, with the time that decoding took; else None."""
        fingerprint = _fingerprint(path, track)
        return None if fingerprint is None else self._sources.pop(fingerprint, None)

    def candidate_tracks(self, path: Path) -> tuple[int, ...]:
        """As ``decode.candidate_tracks``, without opening a file that was decoded early and is unchanged."""
        for fingerprint, tracks in self._tracks.items():
            if fingerprint == _fingerprint(path, fingerprint[3]):
                return tracks
        return decode.candidate_tracks(path)

    def segments_that_fit(
        self, capacity: int, track: int | None, limits: SegmentLimits
    ) -> Generator[DecodeProgress, None, list[SegmentRef]]:
        """Decode upcoming short files, in order, as long as all their segments fit ``capacity``; return those segments.

        Unreadable files are passed over here and reported when their turn comes.

        Yields:
            ``DecodeProgress`` while decoding, so that the caller can cancel.
        """
        segments: list[SegmentRef] = []
        self.clear()
        for path in self.upcoming() if capacity > 0 else ():
            timer = StageTimer()
            try:
                with timer("decode"):
                    tracks = decode.candidate_tracks(path)
                    chosen = tracks[0] if track is None else track
                    fingerprint = _fingerprint(path, chosen)
                    if fingerprint is None or fingerprint in self._sources:
                        continue
                    if decode.probe(path, chosen).duration_s > MAX_LOOKAHEAD_S:
                        break
                source = SegmentedSource()
                source.track, source.track_count = chosen, len(tracks)
                yield from _decode_all(source, path, limits, timer)
            except AudioError:
                continue
            with_speech = [SegmentRef(source, index) for index, span in enumerate(source.spans) if span.speech]
            if len(segments) + len(with_speech) > capacity:
                break
            segments += with_speech
            self._sources[fingerprint], self._tracks[fingerprint] = (source, timer), tracks
        return segments

    def clear(self) -> None:
        """Drop all files that were decoded early."""
        self._sources.clear()
        self._tracks.clear()


def _decode_all(
    source: SegmentedSource, path: Path, limits: SegmentLimits, timer: StageTimer
) -> Generator[DecodeProgress]:
    progress = source.read_from(decode.blocks(path, source.track, notices=source.notices), limits)
    while True:
        with timer("decode"):
            decoded_s = next(progress, None)
        if decoded_s is None:
            return
        yield DecodeProgress(str(path), decoded_s)


def _fingerprint(path: Path, track: int) -> FileFingerprint | None:
    """None for a file that cannot be looked at."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return path, status.st_mtime_ns, status.st_size, track
