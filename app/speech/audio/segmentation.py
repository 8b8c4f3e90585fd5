"""Segmentation: long audio -> spans cut at silences, as a stream.

Silero VAD (``voice_activity``) says what is speech: music, tones, noise and breath are not. Nor is a sound that stays the same,
a hum or a motor, which it may take for a vowel. Where speech goes on for too long it is cut at the quietest frame. In doubt a
span counts as speech, hence the low thresholds: a lost word is worse than an empty segment. What was tried:
``tests/benchmarks/bench_voice_activity.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d, uniform_filter1d

from .samples import SAMPLE_RATE_HZ, Samples
from .voice_activity import CHUNK_SAMPLES, VoiceActivityDetector

HOP_SAMPLES = 160  # between frames: 10 ms
FRAME_SAMPLES = 400  # of a frame: 25 ms
FRAMES_PER_S = SAMPLE_RATE_HZ // HOP_SAMPLES

PAD_FRAMES = 20  # of silence kept on either side of speech
BRIDGE_FRAMES = 30  # shorter dips belong to a phrase
PAUSE_FRAMES = 100  # longer pauses end a segment, so that it is never carried by silence
MIN_REST_FRAMES = 30  # a shorter rest stays with its neighbour
MIN_SPEECH_FRAMES = 16  # less is a click, or a note of music
LOOKAHEAD_FRAMES = 1000  # known after the longest segment before it is cut

ONSET_PROB = 0.4  # speech reaches it somewhere ...
OFFSET_PROB = 0.2  # ... and lasts as long as it stays above this

STEADY_FRAMES = 50  # a sound whose spectrum keeps its shape for so long, 0.5 s, is not speech
STEADY_DB = 0.6  # standard deviation of its bands: 0.4 of a hum, 0.9 of white noise, 1.4 of the steadiest speech
STEADY_RANGE_DB = 50.0  # bands that are fainter than the loudest by more count as being so faint
SMOOTH_FRAMES = 10  # over which powers are averaged: harmonics beat with the frames

Levels: TypeAlias = NDArray[np.float32]
"""(frames,) dB re full scale, of what lies between 200 Hz and 6 kHz."""
Powers: TypeAlias = NDArray[np.float32]
"""(frames, bands) of the same range; full scale is 1."""


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
        ``speech`` (silence, noise, music) are not worth transcribing. A cut falls into a pause wherever there is one. A span
        comes as soon as nothing that may follow changes it.
    """
    max_frames = max(FRAMES_PER_S, int(limits.max_s * FRAMES_PER_S))
    window_frames = None if limits.cut_window_s is None else max(1, int(limits.cut_window_s * FRAMES_PER_S))
    window = _Window()
    for block in blocks:
        for start in range(0, len(block), 30 * SAMPLE_RATE_HZ):  # bounds the memory, whatever the size of the blocks
            window.append(block[start : start + 30 * SAMPLE_RATE_HZ])
            while _is_certain(window, max_frames):
                yield window.pop(*_next_span(window, max_frames, window_frames, last=False))
    window.finish()
    while len(window.audio):
        last = window.frames <= max_frames + LOOKAHEAD_FRAMES
        yield window.pop(*_next_span(window, max_frames, window_frames, last=last))


def quietest_sample(audio: Samples) -> int:
    """Index of the sample in the middle half of ``audio`` (n >= 2,) where a cut does least harm."""
    levels = _smooth(_to_levels(_measure_powers(audio)), 10)
    low, high = len(levels) // 4, max(len(levels) // 4 + 1, len(levels) * 3 // 4)
    off_centre = np.abs(np.linspace(-1, 1, high - low)) if high - low > 1 else np.zeros(1)
    frame = low + int(np.argmin(levels[low:high] + 6.0 * off_centre))  # a dip at the rim must be 6 dB deeper
    if len(levels) < 4:
        return len(audio) // 2
    return min(frame * HOP_SAMPLES + FRAME_SAMPLES // 2, len(audio) - 1)


def _is_certain(window: _Window, max_frames: int) -> bool:
    """Whether ``_next_span`` says the same whatever follows what is known."""
    if window.frames >= max_frames + LOOKAHEAD_FRAMES:
        return True
    runs = _speech_runs(window.speech_probs, window.in_speech)
    if not runs:
        return False  # speech may begin at any moment, and end this span
    if runs[0][0] - PAD_FRAMES > MIN_REST_FRAMES or runs[0][1] > max_frames:
        return True
    if any(start - end >= PAUSE_FRAMES for (_, end), (start, _) in pairwise(runs)):
        return True
    group_end = runs[-1][1]
    silent_frames = int(np.argmax(window.speech_probs[::-1] > OFFSET_PROB))
    return group_end > max_frames or silent_frames >= PAUSE_FRAMES


def _next_span(window: _Window, max_frames: int, window_frames: int | None, last: bool) -> tuple[int, bool]:
    """Length of the next span in frames, and whether it is speech. ``last``: the source ends with what is known."""
    known = min(window.frames, max_frames + LOOKAHEAD_FRAMES)
    runs = _speech_runs(window.speech_probs[:known], window.in_speech)
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
    """The part of the source that is not cut yet: its audio and its frames."""

    def __init__(self) -> None:
        self.audio: Samples = np.zeros(0, np.float32)
        self.levels: Levels = np.zeros(0, np.float32)  # ahead of speech_probs
        self.speech_probs = np.zeros(0, np.float32)  # (frames,)
        self.in_speech = False
        """Whether the last span ended inside speech."""
        self._detector = VoiceActivityDetector()
        self._chunks = 0  # that the detector has heard
        self._last_prob = np.zeros(1, np.float32)  # of the last of them
        self._powers: Powers = np.zeros((0, len(_BANDS)), np.float32)  # as far ahead as the levels
        self._popped_frames = 0
        self._popped_samples = 0

    @property
    def frames(self) -> int:
        return len(self.speech_probs)

    def append(self, block: Samples) -> None:
        self.audio = np.concatenate([self.audio, block])
        ready, known = max(0, (len(self.audio) - FRAME_SAMPLES) // HOP_SAMPLES + 1), len(self.levels)
        self._measure(self.audio[known * HOP_SAMPLES : (ready - 1) * HOP_SAMPLES + FRAME_SAMPLES], ready - known)
        probs = self._detector.append(block)
        self._spread(probs, (CHUNK_SAMPLES * (self._chunks + len(probs)) - FRAME_SAMPLES // 2 - 1) // HOP_SAMPLES + 1)

    def finish(self) -> None:
        """The source has ended: its last frames are filled up with silence."""
        frames, known = -(-len(self.audio) // HOP_SAMPLES), len(self.levels)
        rest = self.audio[known * HOP_SAMPLES :]
        self._measure(np.pad(rest, (0, max(0, frames - known) * HOP_SAMPLES + FRAME_SAMPLES)), frames - known)
        self._spread(self._detector.finish(), self._popped_frames + frames)

    def _measure(self, audio: Samples, frames: int) -> None:
        if frames > 0:
            powers = _measure_powers(audio)[:frames]
            self.levels = np.concatenate([self.levels, _to_levels(powers)])
            self._powers = np.concatenate([self._powers, powers])

    def _spread(self, probs: NDArray[np.float32], end: int) -> None:
        """Give each frame up to ``end`` in the source the probability of the chunk that holds its middle, 0 if it is steady."""
        known = np.concatenate([self._last_prob, probs])
        middles = np.arange(self._popped_frames + self.frames, end) * HOP_SAMPLES + FRAME_SAMPLES // 2
        indices = np.minimum(middles // CHUNK_SAMPLES - self._chunks + 1, len(probs))
        past = len(self._powers) - (len(self.levels) - self.frames)
        steady = _steady_frames(self._powers)[past : past + len(indices)]
        self._powers = self._powers[max(0, past + len(indices) - 2 * STEADY_FRAMES) :]
        self.speech_probs = np.concatenate([self.speech_probs, np.where(steady, 0, known[indices])])
        self._last_prob = known[-1:]
        self._chunks += len(probs)

    def pop(self, frames: int, speech: bool) -> AudioSpan:
        """Cut off the next span."""
        frames = max(1, frames)
        samples = min(frames * HOP_SAMPLES, len(self.audio))
        start = self._popped_samples
        audio, self.audio = self.audio[:samples], self.audio[samples:]
        self.in_speech = speech and bool(self.speech_probs[:frames][-1] > OFFSET_PROB)
        self.levels, self.speech_probs = self.levels[frames:], self.speech_probs[frames:]
        self._popped_frames += frames
        self._popped_samples += samples
        return AudioSpan(start / SAMPLE_RATE_HZ, self._popped_samples / SAMPLE_RATE_HZ, audio, speech)


# --- frames ----------------------------------------------------------------------------------------------------------


_HANN_WINDOW = np.hanning(FRAME_SAMPLES).astype(np.float32)
_BINS_HZ = np.fft.rfftfreq(512, 1 / SAMPLE_RATE_HZ)
_BAND_EDGES_HZ = np.geomspace(200, 6000, 17)
_BANDS = np.arange(16)[:, None] == np.searchsorted(_BAND_EDGES_HZ, _BINS_HZ, "right") - 1  # (bands, bins)


def _measure_powers(audio: Samples) -> Powers:
    """The power in the bands of each frame; that of a full-scale sine is near 1."""
    audio = np.pad(audio, (0, max(0, FRAME_SAMPLES - len(audio))))
    frames = np.lib.stride_tricks.sliding_window_view(audio, FRAME_SAMPLES)[::HOP_SAMPLES]
    spectrum = np.fft.rfft(frames * _HANN_WINDOW, 512)
    power = spectrum.real**2 + spectrum.imag**2
    return np.asarray(power @ _BANDS.T.astype(power.dtype) * (8 / FRAME_SAMPLES**2), np.float32)


def _to_levels(powers: Powers) -> Levels:
    return np.asarray(10 * np.log10(np.maximum(powers.sum(axis=1), 1e-10)), np.float32)


def _steady_frames(powers: Powers) -> NDArray[np.bool_]:
    """Whether each frame lies in ``STEADY_FRAMES`` over which the spectrum keeps its shape, however loud, (frames,)."""
    if len(powers) < STEADY_FRAMES:
        return np.zeros(len(powers), np.bool_)
    smooth = uniform_filter1d(powers.astype(np.float64), SMOOTH_FRAMES, axis=0)
    floor = np.maximum(smooth.max(axis=1, keepdims=True) * 10 ** (-STEADY_RANGE_DB / 10), 1e-14)
    bands_db = 10 * np.log10(np.maximum(smooth, floor))
    bands_db -= bands_db.mean(axis=1, keepdims=True)
    mean_db, mean_square = (uniform_filter1d(values, STEADY_FRAMES, axis=0) for values in (bands_db, bands_db**2))
    steady = np.sqrt(np.maximum(mean_square - mean_db**2, 0)).mean(axis=1) < STEADY_DB  # around each frame
    steady[: STEADY_FRAMES // 2] = False  # less than that is known at either end
    steady[len(steady) - STEADY_FRAMES // 2 + 1 :] = False
    return np.asarray(maximum_filter1d(steady, STEADY_FRAMES, origin=-1), np.bool_)


def _smooth(levels: Levels, width: int) -> Levels:
    """Running mean over ``width`` frames, same length."""
    padded = np.pad(levels, (width // 2, width - 1 - width // 2), "edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, width).mean(axis=-1), np.float32)


def _speech_runs(probs: NDArray[np.float32], in_speech: bool) -> list[tuple[int, int]]:
    """Phrases as (start, end) frames, end exclusive. ``in_speech``: the first frame goes on with what was cut before it."""
    phrases: list[tuple[int, int]] = []
    for start, end in _true_runs(probs > OFFSET_PROB):
        if probs[start:end].max() > ONSET_PROB or (start == 0 and in_speech):
            if phrases and start - phrases[-1][1] < BRIDGE_FRAMES:
                start = phrases.pop()[0]
            phrases.append((start, end))
    return [(start, end) for start, end in phrases if end - start >= MIN_SPEECH_FRAMES]


def _true_runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of true values as (start, end), end exclusive."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
