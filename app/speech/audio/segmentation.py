"""Voice activity detection and segmentation: long audio -> spans cut at silences, as a stream.

A frame is active when its energy between 200 Hz and 6 kHz stands out from the noise floor, a low percentile of the frames
around it, so the threshold follows the recording's level and noise. Active frames count as speech if their spectrum also
*varies*: in speech it changes from sound to sound, while noise, hum and tones, however loud, keep their shape. Music varies
as well and passes. In doubt a span counts as speech: a lost word is worse than an empty segment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from .samples import SAMPLE_RATE_HZ, Samples

HOP_SAMPLES = 160  # between frames: 10 ms
FRAME_SAMPLES = 400  # of a frame: 25 ms
FRAMES_PER_S = SAMPLE_RATE_HZ // HOP_SAMPLES

PAD_FRAMES = 20  # of silence kept on either side of speech
BRIDGE_FRAMES = 30  # shorter dips belong to a phrase
PAUSE_FRAMES = 100  # longer pauses end a segment, so that it is never carried by silence
MIN_REST_FRAMES = 30  # a shorter rest stays with its neighbour
MIN_ACTIVE_FRAMES = 6  # less is a click
LOOKAHEAD_FRAMES = 1000  # known after the longest segment before it is cut
FLOOR_MEMORY_FRAMES = 2000  # past frames that still count for the noise floor

FLOOR_PERCENTILE = 10
MIN_LEVEL_DB = -72.0  # below this (re full scale) nothing is speech
MARGIN_RANGE_DB = (5.0, 15.0)  # how far speech stands out from the floor, at least and at most ...
MARGIN_SHARE = 0.35  # ... and as a share of how far active frames do
HYSTERESIS_DB = 3.0
SPECTRAL_VARIATION_DB = 1.9  # the spectra of clearly spoken words vary by 3 dB and more, of steady noise by 1.2 dB
LOW_SNR_DB = 12.0  # what stands out less than this from the floor is half noise itself ...
LOW_SNR_VARIATION_DB = 1.3  # ... and varies less

Levels: TypeAlias = NDArray[np.float32]
"""(frames,) dB re full scale."""


@dataclass(frozen=True, eq=False)
class AudioSpan:
    """A span of a source with its audio (n,), 16 kHz mono."""

    start_s: float
    end_s: float
    audio: Samples
    speech: bool


@dataclass(frozen=True)
class SegmentLimits:
    """How long a span may be, and where speech that goes on for longer is cut."""

    max_s: float = 30.0
    """At least one second."""
    cut_window_s: float | None = None
    """Speech is cut at the quietest frame of the last so many seconds before ``max_s``. None cuts it in a long and late pause,
    or, without one, at the quietest frame of the second half."""


def segment_audio(blocks: Iterator[Samples], limits: SegmentLimits = SegmentLimits()) -> Iterator[AudioSpan]:
    """Cut a stream of 16 kHz mono blocks, each (n,), into spans within ``limits``.

    Yields:
        Spans that tile the source: in order, without gap or overlap; their audio joined is the source. Those without
        ``speech`` (silence, steady noise) are not worth transcribing. A cut falls into a pause wherever there is one.
    """
    max_frames = max(FRAMES_PER_S, int(limits.max_s * FRAMES_PER_S))
    window_frames = None if limits.cut_window_s is None else max(1, int(limits.cut_window_s * FRAMES_PER_S))
    window = _Window()
    for block in blocks:
        for start in range(0, len(block), 30 * SAMPLE_RATE_HZ):  # bounds the memory, whatever the size of the blocks
            window.append(block[start : start + 30 * SAMPLE_RATE_HZ])
            while window.frames >= max_frames + LOOKAHEAD_FRAMES:
                yield window.pop(*_next_span(window, max_frames, window_frames, last=False))
    window.finish()
    while len(window.audio):
        last = window.frames <= max_frames + LOOKAHEAD_FRAMES
        yield window.pop(*_next_span(window, max_frames, window_frames, last=last))


def quietest_sample(audio: Samples) -> int:
    """Index of the sample in the middle half of ``audio`` (n >= 2,) where a cut does least harm."""
    levels = _smooth(_levels_db(_band_powers(audio)), 10)
    low, high = len(levels) // 4, max(len(levels) // 4 + 1, len(levels) * 3 // 4)
    off_centre = np.abs(np.linspace(-1, 1, high - low)) if high - low > 1 else np.zeros(1)
    frame = low + int(np.argmin(levels[low:high] + 6.0 * off_centre))  # a dip at the rim must be 6 dB deeper
    if len(levels) < 4:
        return len(audio) // 2
    return min(frame * HOP_SAMPLES + FRAME_SAMPLES // 2, len(audio) - 1)


def _next_span(window: _Window, max_frames: int, window_frames: int | None, last: bool) -> tuple[int, bool]:
    """Length of the next span in frames, and whether it is speech. ``last``: the source ends with what is known."""
    known = min(window.frames, max_frames + LOOKAHEAD_FRAMES)
    runs = _speech_runs(window.bands[:known], window.past_levels)
    if not runs:
        return min(known if last else known - FRAMES_PER_S, max_frames), False
    start = runs[0][0] - PAD_FRAMES
    if start > MIN_REST_FRAMES:
        return min(start, max_frames), False
    group = 0
    while group + 1 < len(runs) and runs[group + 1][0] - runs[group][1] < PAUSE_FRAMES:
        group += 1
    end = min(runs[group][1] + PAD_FRAMES, known)
    if last and known - end < MIN_REST_FRAMES:
        end = known
    if end <= max_frames:
        return end, True
    if window_frames is not None:
        return _quietest_frame(window, max(1, max_frames - window_frames), max_frames), True
    return _split_frame(window, runs[: group + 1], max_frames), True


def _split_frame(window: _Window, runs: list[tuple[int, int]], max_frames: int) -> int:
    """Frame at which speech that goes on for too long is cut: in a long and late pause, else at the quietest moment."""
    best, cut = 0.0, 0
    for (_, pause_start), (pause_end, _) in pairwise(runs):
        middle = min((pause_start + pause_end) // 2, max_frames)
        if max_frames * 0.3 <= middle and pause_start < middle:
            score = (pause_end - pause_start) * (0.5 + middle / max_frames)
            if score > best:
                best, cut = score, middle
    if cut:
        return cut
    return _quietest_frame(window, max_frames // 2, max_frames)


def _quietest_frame(window: _Window, start: int, end: int) -> int:
    return start + int(np.argmin(_smooth(window.levels[:end], 15)[start:]))


class _Window:
    """The part of the source that is not cut yet: its audio, its frames, and the levels of the frames before it."""

    def __init__(self) -> None:
        self.audio: Samples = np.zeros(0, np.float32)
        self.bands = np.zeros((0, _BAND_FILTERS.shape[1]), np.float32)  # (frames, bands) power
        self.past_levels: Levels = np.zeros(0, np.float32)
        self.popped_samples = 0

    @property
    def frames(self) -> int:
        return len(self.bands)

    @property
    def levels(self) -> Levels:
        return _levels_db(self.bands)

    def append(self, block: Samples) -> None:
        self.audio = np.concatenate([self.audio, block])
        ready = max(0, (len(self.audio) - FRAME_SAMPLES) // HOP_SAMPLES + 1)
        self._analyse(
            self.audio[self.frames * HOP_SAMPLES : (ready - 1) * HOP_SAMPLES + FRAME_SAMPLES], ready - self.frames
        )

    def finish(self) -> None:
        """The source has ended: its last frames are filled up with silence."""
        missing = -(-len(self.audio) // HOP_SAMPLES) - self.frames
        rest = self.audio[self.frames * HOP_SAMPLES :]
        self._analyse(np.pad(rest, (0, max(0, missing) * HOP_SAMPLES + FRAME_SAMPLES)), missing)

    def _analyse(self, audio: Samples, frames: int) -> None:
        if frames > 0:
            self.bands = np.concatenate([self.bands, _band_powers(audio)[:frames]])

    def pop(self, frames: int, speech: bool) -> AudioSpan:
        """Cut off the next span."""
        frames = max(1, frames)
        samples = min(frames * HOP_SAMPLES, len(self.audio))
        start = self.popped_samples
        audio, self.audio = self.audio[:samples], self.audio[samples:]
        past = np.concatenate([self.past_levels, _levels_db(self.bands[:frames])])
        self.past_levels = past[-FLOOR_MEMORY_FRAMES:]
        self.bands = self.bands[frames:]
        self.popped_samples += samples
        return AudioSpan(start / SAMPLE_RATE_HZ, self.popped_samples / SAMPLE_RATE_HZ, audio, speech)


# --- which frames are speech -----------------------------------------------------------------------------------------


def _band_filters(edges_hz: NDArray[np.float64]) -> NDArray[np.float32]:
    """Sums of power spectrum bins, (bins, bands), scaled so that a full-scale sine has a level near 0 dB."""
    bins_hz = np.fft.rfftfreq(512, 1 / SAMPLE_RATE_HZ)[:, None]
    inside = (bins_hz >= edges_hz[:-1]) & (bins_hz < edges_hz[1:])
    return (inside * (8 / FRAME_SAMPLES**2)).astype(np.float32)


_BAND_FILTERS = _band_filters(np.geomspace(200, 6000, 13))
_HANN_WINDOW = np.hanning(FRAME_SAMPLES).astype(np.float32)


def _band_powers(audio: Samples) -> NDArray[np.float32]:
    """Power in twelve bands from 200 Hz to 6 kHz, (frames, bands)."""
    if len(audio) < FRAME_SAMPLES:
        audio = np.pad(audio, (0, FRAME_SAMPLES - len(audio)))
    frames = np.lib.stride_tricks.sliding_window_view(audio, FRAME_SAMPLES)[::HOP_SAMPLES]
    spectrum = np.fft.rfft(frames * _HANN_WINDOW, 512)
    power: NDArray[np.float32] = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    return power @ _BAND_FILTERS


def _to_db(power: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(10 * np.log10(np.maximum(power, 1e-10)), np.float32)


def _levels_db(bands: NDArray[np.float32]) -> Levels:
    return _to_db(bands.sum(axis=1))


def _smooth(values: NDArray[np.float32], width: int) -> NDArray[np.float32]:
    """Running mean over ``width`` frames along the first axis, same length."""
    if not len(values):
        return values
    rim = [(width // 2, width - 1 - width // 2)] + [(0, 0)] * (values.ndim - 1)
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(values, rim, "edge"), width, axis=0)
    return np.asarray(windows.mean(axis=-1), np.float32)


def _speech_runs(bands: NDArray[np.float32], past_levels: Levels) -> list[tuple[int, int]]:
    """Phrases as (start, end) frames, end exclusive."""
    levels = _smooth(_levels_db(bands), 5)
    floor = float(np.percentile(np.concatenate([past_levels, levels]), FLOOR_PERCENTILE))
    above = levels[levels > floor + MARGIN_RANGE_DB[0]] - floor
    if not len(above):
        return []
    margin = float(np.clip(MARGIN_SHARE * np.median(above), *MARGIN_RANGE_DB))
    threshold = max(floor + margin, MIN_LEVEL_DB)
    phrases: list[tuple[int, int]] = []
    for start, end in _true_runs(levels > threshold - HYSTERESIS_DB):
        if levels[start:end].max() > threshold:
            if phrases and start - phrases[-1][1] < BRIDGE_FRAMES:
                start = phrases.pop()[0]
            phrases.append((start, end))
    return [(start, end) for start, end in phrases if _spectrum_varies(bands[start:end], levels[start:end], floor)]


def _true_runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of true values as (start, end), end exclusive."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def _spectrum_varies(bands: NDArray[np.float32], levels: Levels, floor_db: float) -> bool:
    """Whether the shape of the spectrum changes over the loud frames (within 20 dB of the peak), as in speech."""
    loud = levels > levels.max() - 20
    if loud.sum() < MIN_ACTIVE_FRAMES:
        return False
    shape = _smooth(_to_db(bands), 5)[loud]
    shape = shape - shape.mean(axis=1, keepdims=True)
    low_snr = levels.max() < floor_db + LOW_SNR_DB
    return float(shape.std(axis=0).mean()) > (LOW_SNR_VARIATION_DB if low_snr else SPECTRAL_VARIATION_DB)
