"""Puts decoded sound on its file's clock: a jump of the timestamps is a gap, a difference that grows steadily is a rate.

Timestamps and samples disagree in many recordings. A recorder was paused, or packets were lost: the timestamps jump, and the
jump is filled with silence. A device's clock runs faster or slower than the file's: the difference grows, and the sound is
stretched to the clock, so that a position in the result is a time of the file and no word is cut. Jitter is neither: a jump
counts only where the timestamps stay, and a rate is measured by a running median.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from .samples import Samples

CHUNK_FRAMES = 65_536  # native frames gathered at a time: 0.3 s at 192 kHz, 4 s at 16 kHz
MIN_GAP_S = 0.1  # a shorter jump between timestamps is rounding, not a gap in the recording
SETTLE_S = 0.5
"""Sound over which timestamps must stay where they jumped to, and over which their difference is measured."""
SLACK_S = 0.02  # a smaller difference between timestamps and samples is left alone
MAX_STRETCH = 0.25  # the largest rate that is followed; beyond it the clock is caught up with as fast as that
ChannelNames: TypeAlias = tuple[str, ...]
"""FFmpeg's names of the channels, such as ``FL``."""


@dataclass(frozen=True, eq=False)
class Frame:
    """Samples (channels, n) as they were decoded."""

    rate_hz: int
    names: ChannelNames
    samples: Samples
    time_s: float | None = None
    """When it begins, on the file's clock; None without a timestamp."""

    @property
    def duration_s(self) -> float:
        """By the count of its samples."""
        return self.samples.shape[1] / self.rate_hz


@dataclass(frozen=True, eq=False)
class Chunk:
    """Samples (channels, n) of one format, and how many samples they become on the file's clock."""

    rate_hz: int
    names: ChannelNames
    samples: Samples
    length: int


@dataclass
class Clock:
    """What is known of a file's clock, and what was found on the way."""

    max_gap_s: float
    """A longer jump is a damaged timestamp."""
    position_s: float = 0.0
    """The end of what was put on the clock."""
    gaps_s: list[tuple[float, float]] = field(default_factory=list)
    """Start and length of the gaps inside the sound; those before its first sample do not count."""


def follow_clock(frames: Iterable[Frame], clock: Clock) -> Iterator[Chunk]:
    """Yield the sound of ``frames`` and the silence of its gaps, and keep ``clock`` up to date."""
    return _ClockFollower(clock).follow(frames)


def gather(frames: Iterable[Frame]) -> Iterator[Frame]:
    """The same sound in frames of at least ``CHUNK_FRAMES``, as far as one format reaches."""
    gathered: list[Frame] = []
    count = 0
    for frame in frames:
        if gathered and (not _same_format(gathered[0], frame) or count >= CHUNK_FRAMES):
            yield _joined(gathered)
            gathered, count = [], 0
        gathered.append(frame)
        count += frame.samples.shape[1]
    if gathered:
        yield _joined(gathered)


def stretch(samples: Samples, length: int) -> Samples:
    """Samples (n,) as ``length`` samples: cubic interpolation (Catmull-Rom), for ratios near 1."""
    if length == len(samples) or not len(samples):
        return samples
    positions = np.arange(length) * (len(samples) / length)
    first = positions.astype(np.int64)
    t = (positions - first).astype(np.float32)
    padded = np.pad(samples, (1, 2), "edge")
    before, start, end, after = (padded[first + offset] for offset in range(4))
    slope = (end - before) / 2
    bend = before - 2.5 * start + 2 * end - after / 2
    twist = (after - before) / 2 + 1.5 * (start - end)
    return np.asarray(((twist * t + bend) * t + slope) * t + start, np.float32)


class _ClockFollower:
    """One run over the frames of a source.

    The *lead* of a frame is its timestamp minus the duration of all samples before it.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sample_s = 0.0  # duration of the samples before the frame in hand
        self._origin_s = 0.0  # what the timestamps are counted from
        self._lead_s: float | None = None  # of the latest frame whose timestamp counts
        self._past: deque[tuple[float, float]] = deque()  # when and lead of the frames of the last SETTLE_S
        self._gathered: list[Frame] = []
        self._gathered_count = 0

    def follow(self, frames: Iterable[Frame]) -> Iterator[Chunk]:
        for frame, upcoming in _look_ahead(frames):
            if frame.time_s is not None:
                yield from self._mend_jump(frame, frame.time_s, upcoming)
            if self._gathered and not _same_format(self._gathered[0], frame):
                yield from self._finish_chunk(())
            self._gathered.append(frame)
            self._gathered_count += frame.samples.shape[1]
            self._sample_s += frame.duration_s
            if self._gathered_count >= CHUNK_FRAMES:
                yield from self._finish_chunk(self._leads_of(upcoming))
        yield from self._finish_chunk(())

    def _mend_jump(self, frame: Frame, time_s: float, upcoming: deque[Frame]) -> Iterator[Chunk]:
        lead_s = time_s - self._origin_s - self._sample_s
        first, before_s = self._lead_s is None, self._lead_s or 0.0
        if first or abs(lead_s - before_s) > _tolerance_s(frame):
            settled_s = _median(self._leads_of(upcoming, frame))
            if abs(settled_s - lead_s) < MIN_GAP_S:
                settled_s = lead_s
            jump_s = settled_s - (0.0 if first else _median(lead for _, lead in self._past))
            if jump_s > self._clock.max_gap_s or jump_s < (0.0 if first else -MIN_GAP_S):
                self._origin_s += jump_s  # set back or damaged: the clock goes on from here
                lead_s, settled_s = lead_s - jump_s, settled_s - jump_s
            elif jump_s > (SLACK_S if first else MIN_GAP_S):
                yield from self._finish_chunk(())
                yield from self._fill_gap(frame, self._sample_s + settled_s, first)
                self._past.clear()
            elif lead_s != settled_s and not first:
                return  # the timestamps will be back
            lead_s = settled_s
        self._lead_s = lead_s
        self._past.append((self._sample_s, lead_s))
        while self._past[0][0] < self._sample_s - SETTLE_S:
            self._past.popleft()

    def _fill_gap(self, frame: Frame, until_s: float, first: bool) -> Iterator[Chunk]:
        gap_s = until_s - self._clock.position_s
        if gap_s <= 0:
            return
        if not first:
            self._clock.gaps_s.append((self._clock.position_s, gap_s))
        remaining = round(gap_s * frame.rate_hz)
        while remaining > 0:
            count = min(remaining, CHUNK_FRAMES)
            self._clock.position_s += count / frame.rate_hz
            yield Chunk(frame.rate_hz, frame.names, np.zeros((len(frame.names), count), np.float32), count)
            remaining -= count

    def _finish_chunk(self, leads_ahead_s: Iterable[float]) -> Iterator[Chunk]:
        """The gathered frames as one chunk, stretched so that it ends where the timestamps say."""
        if not self._gathered:
            return
        joined = _joined(self._gathered)
        self._gathered, self._gathered_count = [], 0
        natural_s = wanted_s = joined.duration_s
        if self._past:
            lead_s = _median([*(lead for _, lead in self._past), *leads_ahead_s])
            wanted_s = self._sample_s + lead_s - self._clock.position_s
        if abs(wanted_s - natural_s) < SLACK_S:
            wanted_s = natural_s
        wanted_s = float(np.clip(wanted_s, natural_s * (1 - MAX_STRETCH), natural_s * (1 + MAX_STRETCH)))
        length = max(1, round(wanted_s * joined.rate_hz))
        self._clock.position_s += length / joined.rate_hz
        yield Chunk(joined.rate_hz, joined.names, joined.samples, length)

    def _leads_of(self, upcoming: Iterable[Frame], frame: Frame | None = None) -> list[float]:
        """Leads of a frame and of those that follow, up to a jump."""
        leads_s: list[float] = []
        sample_s = self._sample_s
        for other in (*([frame] if frame else ()), *upcoming):
            if other.time_s is not None:
                lead_s = other.time_s - self._origin_s - sample_s
                if frame is None and abs(lead_s - (self._lead_s or 0.0)) > _tolerance_s(other) + SETTLE_S * MAX_STRETCH:
                    break
                leads_s.append(lead_s)
            sample_s += other.duration_s
        return leads_s


def _look_ahead(frames: Iterable[Frame]) -> Iterator[tuple[Frame, deque[Frame]]]:
    """Each frame, and those after it that begin within ``SETTLE_S``: at least one, unless it is the last."""
    pending: deque[Frame] = deque()
    ahead_s = 0.0
    for frame in frames:
        pending.append(frame)
        ahead_s += frame.duration_s
        while len(pending) > 1 and ahead_s - pending[0].duration_s >= SETTLE_S:
            first = pending.popleft()
            ahead_s -= first.duration_s
            yield first, pending
    while pending:
        yield pending.popleft(), pending


def _tolerance_s(frame: Frame) -> float:
    """How far timestamps may move from one frame to the next without a jump: a long frame carries more of a rate."""
    return MIN_GAP_S + MAX_STRETCH * frame.duration_s


def _median(values: Iterable[float]) -> float:
    """The upper median: always one of the values."""
    ordered: NDArray[np.float64] = np.sort(np.fromiter(values, np.float64))
    return float(ordered[len(ordered) // 2])


def _same_format(one: Frame, other: Frame) -> bool:
    return (one.rate_hz, one.names, len(one.samples)) == (other.rate_hz, other.names, len(other.samples))


def _joined(frames: list[Frame]) -> Frame:
    first = frames[0]
    samples = first.samples if len(frames) == 1 else np.concatenate([frame.samples for frame in frames], axis=1)
    return Frame(first.rate_hz, first.names, samples, first.time_s)
