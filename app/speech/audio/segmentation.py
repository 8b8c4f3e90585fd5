"""Long audio -> spans cut at silences, as a stream.

A frame is active when its energy between 200 Hz and 6 kHz stands out from the noise floor, a low percentile of the frames
around it, so the threshold follows the recording's level and noise. What is active is taken for speech when it also *moves*:
in speech the spectrum changes from sound to sound, while noise, hum and tones, however loud, keep their shape. Music moves
as well and passes. Where in doubt a span counts as speech: a lost word is worse than an empty segment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE_HZ = 16_000
HOP = 160  # samples between frames: 10 ms
FRAME = 400  # samples of a frame: 25 ms
FRAMES_PER_S = SAMPLE_RATE_HZ // HOP

PAD = 20  # frames of silence kept on either side of speech
BRIDGE = 30  # frames: shorter dips belong to a phrase
PAUSE = 100  # frames: longer pauses end a segment, so that it is never carried by silence
SLIVER = 30  # frames: a shorter rest stays with its neighbour
SHORTEST = 6  # active frames: less is a click
LOOKAHEAD = 1000  # frames known behind the longest segment before it is cut
MEMORY = 2000  # past frames that still count for the noise floor

FLOOR_PERCENTILE = 10
FAINTEST_DB = -72.0  # below this (re full scale) nothing is speech
MARGIN_DB = (5.0, 15.0)  # how far speech stands out from the floor, at least and at most ...
MARGIN_SHARE = 0.35  # ... and as a share of how far active frames do
HYSTERESIS_DB = 3.0
MOVEMENT_DB = 1.9  # shapes of clearly spoken words vary by 3 dB and more, of steady noise by 1.2 dB
DROWNED_DB = 12.0  # what stands out less than this from the floor is half noise itself ...
DROWNED_MOVEMENT_DB = 1.3  # ... and moves less

Samples: TypeAlias = NDArray[np.float32]
Levels: TypeAlias = NDArray[np.float32]  # (frames,) dB re full scale


@dataclass(frozen=True, eq=False)
class Span:
    """A stretch of the source; ``audio`` is its sound, 16 kHz mono float32."""

    start_s: float
    end_s: float
    audio: Samples
    speech: bool


def segments(blocks: Iterator[Samples], max_s: float = 30.0) -> Iterator[Span]:
    """Cut a stream of 16 kHz mono blocks into spans of at most ``max_s`` seconds (at least one second).

    The spans tile the source: in order, without gap or overlap, their audio joined is the source. Those with
    ``speech=False`` (silence, steady noise) are to be skipped. A cut falls into a pause wherever there is one.
    """
    longest = max(FRAMES_PER_S, int(max_s * FRAMES_PER_S))
    window = _Window()
    for block in blocks:
        for start in range(0, len(block), 30 * SAMPLE_RATE_HZ):  # whatever the caller's blocks, ours stay small
            window.append(block[start : start + 30 * SAMPLE_RATE_HZ])
            while window.frames >= longest + LOOKAHEAD:
                yield window.take(*_next(window, longest, last=False))
    window.finish()
    while len(window.audio):
        yield window.take(*_next(window, longest, last=window.frames <= longest + LOOKAHEAD))


def quietest_cut(audio: Samples) -> int:
    """The sample in the middle half of ``audio`` (two samples or more) where a cut does least harm."""
    levels = _smooth(_levels(_bands(audio)), 10)
    low, high = len(levels) // 4, max(len(levels) // 4 + 1, len(levels) * 3 // 4)
    off_centre = np.abs(np.linspace(-1, 1, high - low)) if high - low > 1 else np.zeros(1)
    frame = low + int(np.argmin(levels[low:high] + 6.0 * off_centre))  # a dip at the rim must be 6 dB deeper
    if len(levels) < 4:
        return len(audio) // 2
    return min(frame * HOP + FRAME // 2, len(audio) - 1)


def _next(window: _Window, longest: int, last: bool) -> tuple[int, bool]:
    """Frames of the next span and whether it is speech."""
    known = min(window.frames, longest + LOOKAHEAD)
    runs = _speech_runs(window.bands[:known], window.past)
    if not runs:
        return min(known if last else known - FRAMES_PER_S, longest), False
    start = runs[0][0] - PAD
    if start > SLIVER:
        return min(start, longest), False
    group = 0
    while group + 1 < len(runs) and runs[group + 1][0] - runs[group][1] < PAUSE:
        group += 1
    end = min(runs[group][1] + PAD, known)
    if last and known - end < SLIVER:
        end = known
    if end <= longest:
        return end, True
    return _cut(window, runs[: group + 1], longest), True


def _cut(window: _Window, runs: list[tuple[int, int]], longest: int) -> int:
    """Where to cut speech that goes on for too long: a long and late pause, else the quietest moment."""
    best, cut = 0.0, 0
    for (_, pause_start), (pause_end, _) in pairwise(runs):
        middle = min((pause_start + pause_end) // 2, longest)
        if longest * 0.3 <= middle and pause_start < middle:
            score = (pause_end - pause_start) * (0.5 + middle / longest)
            if score > best:
                best, cut = score, middle
    if cut:
        return cut
    levels = _smooth(window.levels[:longest], 15)
    return longest // 2 + int(np.argmin(levels[longest // 2 :]))


class _Window:
    """The part of the source not yet cut: its audio, its frames, and the levels of what went before."""

    def __init__(self) -> None:
        self.audio: Samples = np.zeros(0, np.float32)
        self.bands = np.zeros((0, _FILTERS.shape[1]), np.float32)  # (frames, bands) power
        self.past: Levels = np.zeros(0, np.float32)
        self.taken = 0  # samples cut off so far

    @property
    def frames(self) -> int:
        return len(self.bands)

    @property
    def levels(self) -> Levels:
        return _levels(self.bands)

    def append(self, block: Samples) -> None:
        self.audio = np.concatenate([self.audio, block])
        ready = max(0, (len(self.audio) - FRAME) // HOP + 1)
        self._analyse(self.audio[self.frames * HOP : (ready - 1) * HOP + FRAME], ready - self.frames)

    def finish(self) -> None:
        """The source has ended: frames at its very end are filled up with silence."""
        missing = -(-len(self.audio) // HOP) - self.frames
        tail = self.audio[self.frames * HOP :]
        self._analyse(np.pad(tail, (0, max(0, missing) * HOP + FRAME)), missing)

    def _analyse(self, audio: Samples, frames: int) -> None:
        if frames > 0:
            self.bands = np.concatenate([self.bands, _bands(audio)[:frames]])

    def take(self, frames: int, speech: bool) -> Span:
        """Cut off the next span."""
        frames = max(1, frames)
        samples = min(frames * HOP, len(self.audio))
        start = self.taken
        audio, self.audio = self.audio[:samples], self.audio[samples:]
        self.past = np.concatenate([self.past, _levels(self.bands[:frames])])[-MEMORY:]
        self.bands = self.bands[frames:]
        self.taken += samples
        return Span(start / SAMPLE_RATE_HZ, self.taken / SAMPLE_RATE_HZ, audio, speech)


# --- what is speech --------------------------------------------------------------------------------------------------


def _filters(edges_hz: NDArray[np.float64]) -> NDArray[np.float32]:
    """Sums of power spectrum bins, (bins, bands), scaled so that a full-scale sine has a level near 0 dB."""
    bins_hz = np.fft.rfftfreq(512, 1 / SAMPLE_RATE_HZ)[:, None]
    inside = (bins_hz >= edges_hz[:-1]) & (bins_hz < edges_hz[1:])
    return (inside * (8 / FRAME**2)).astype(np.float32)


_FILTERS = _filters(np.geomspace(200, 6000, 13))
_TAPER = np.hanning(FRAME).astype(np.float32)


def _bands(audio: Samples) -> NDArray[np.float32]:
    """Power in twelve bands from 200 Hz to 6 kHz, (frames, bands)."""
    if len(audio) < FRAME:
        audio = np.pad(audio, (0, FRAME - len(audio)))
    frames = np.lib.stride_tricks.sliding_window_view(audio, FRAME)[::HOP]
    spectrum = np.fft.rfft(frames * _TAPER, 512)
    power: NDArray[np.float32] = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    return power @ _FILTERS


def _db(power: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(10 * np.log10(np.maximum(power, 1e-10)), np.float32)


def _levels(bands: NDArray[np.float32]) -> Levels:
    return _db(bands.sum(axis=1))


def _smooth(values: NDArray[np.float32], width: int) -> NDArray[np.float32]:
    """Running mean over ``width`` frames along the first axis, same length."""
    if not len(values):
        return values
    rim = [(width // 2, width - 1 - width // 2)] + [(0, 0)] * (values.ndim - 1)
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(values, rim, "edge"), width, axis=0)
    return np.asarray(windows.mean(axis=-1), np.float32)


def _speech_runs(bands: NDArray[np.float32], past: Levels) -> list[tuple[int, int]]:
    """Phrases as (first frame, frame behind the last)."""
    levels = _smooth(_levels(bands), 5)
    floor = float(np.percentile(np.concatenate([past, levels]), FLOOR_PERCENTILE))
    above = levels[levels > floor + MARGIN_DB[0]] - floor
    if not len(above):
        return []
    margin = float(np.clip(MARGIN_SHARE * np.median(above), *MARGIN_DB))
    threshold = max(floor + margin, FAINTEST_DB)
    phrases: list[tuple[int, int]] = []
    for start, end in _runs(levels > threshold - HYSTERESIS_DB):
        if levels[start:end].max() > threshold:
            if phrases and start - phrases[-1][1] < BRIDGE:
                start = phrases.pop()[0]
            phrases.append((start, end))
    return [(start, end) for start, end in phrases if _moves(bands[start:end], levels[start:end], floor)]


def _runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches where ``mask`` holds."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def _moves(bands: NDArray[np.float32], levels: Levels, floor_db: float) -> bool:
    """Whether the spectrum's shape changes over the loud frames (within 20 dB of the peak), as speech does."""
    loud = levels > levels.max() - 20
    if loud.sum() < SHORTEST:
        return False
    shape = _smooth(_db(bands), 5)[loud]
    shape = shape - shape.mean(axis=1, keepdims=True)
    drowned = levels.max() < floor_db + DROWNED_DB
    return float(shape.std(axis=0).mean()) > (DROWNED_MOVEMENT_DB if drowned else MOVEMENT_DB)
