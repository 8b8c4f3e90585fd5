"""Mixes channels to one, by what a survey of the whole file says: nothing cancels, and nothing is too faint to be heard.

Two channels may carry one voice in opposite polarity: a balanced microphone on a stereo plug, a reversed lead, a side
signal. Their sum has little of the voice, or none. Such channels are found by their correlation between 200 Hz and 4 kHz, where
hum, offset and rumble do not count, or by what is left of both where they cancel for part of the time, and only the better one
is mixed in. One decision holds for the whole file.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from .samples import Samples
from .timeline import ChannelNames, Frame

MAX_AMPLITUDE = 1e5  # largest sample let through: float files may pass 1.0, damaged ones reach 1e38
OPPOSITE = -0.4  # correlation below which two channels cancel; independent ones have 0
CANCELLED = 0.2  # of the louder one's power is left of two channels together in a frame where they cancel, ...
CANCELLED_SHARE = 0.15  # ... and more of their sound does so: the lead of one of two voices is reversed
BAND_HZ = (200.0, 4000.0)
FRAME_S = 0.064
SPREAD_MAX_DB = 40.0  # a channel whose loud frames stand out by more is clean
LFE_SHARE = 0.1  # of the mean channel's power between 200 Hz and 4 kHz: more is no subwoofer
PEAK_RANGE = (1e-4, 1e-2)  # -80 to -40 dBFS: peaks of recordings that are raised; what is fainter is silence
RAISED_PEAK = 0.1

_MONO_WEIGHTS = {"FL": 1.0, "FR": 1.0, "FC": 2**0.5, "LFE": 0.0}  # ITU-R BS.775, both sides added
_SURROUND_WEIGHT = 0.5**0.5
_Matrix: TypeAlias = NDArray[np.float64]


class ChannelSurvey:
    """What is heard in the channels of a file: their correlation, noise and peak. Each layout counts by itself."""

    def __init__(self) -> None:
        self._cross: dict[ChannelNames, _Matrix] = {}  # (channels, channels) cross power
        self._powers: dict[ChannelNames, list[_Matrix]] = {}  # each (frames, channels)
        self._louder: dict[ChannelNames, _Matrix] = {}  # (channels, channels) power of the louder one of two
        self._cancelled: dict[ChannelNames, _Matrix] = {}  # the same of the parts where they cancel
        self.peak = 0.0
        """Largest amplitude of any channel, at most ``MAX_AMPLITUDE``."""

    def add(self, frame: Frame) -> None:
        """Take a part of the file into account."""
        samples = clean(frame.samples)
        self.peak = max(self.peak, float(np.abs(samples).max(initial=0.0)))
        if len(samples) < 2:
            return
        size = max(16, round(FRAME_S * frame.rate_hz))
        count = max(1, samples.shape[1] // size)
        padded = np.pad(samples, ((0, 0), (0, max(0, size - samples.shape[1]))))
        pieces = padded[:, : count * size].reshape(len(samples), count, size) * np.hanning(size).astype(np.float32)
        bins_hz = np.fft.rfftfreq(size, 1 / frame.rate_hz)
        inside = (bins_hz >= BAND_HZ[0]) & (bins_hz <= BAND_HZ[1])
        spectrum = np.fft.rfft(pieces)[:, :, inside]  # (channels, frames, bins)
        by_frame = spectrum.swapaxes(0, 1)  # (frames, channels, bins)
        crosses = (by_frame @ by_frame.conj().swapaxes(1, 2)).real  # (frames, channels, channels)
        cross = crosses.sum(axis=0)
        self._cross[frame.names] = self._cross.get(frame.names, np.zeros_like(cross)) + cross
        powers = np.diagonal(crosses, axis1=1, axis2=2)  # (frames, channels)
        louder = np.maximum(powers[:, :, None], powers[:, None])
        cancels = powers[:, :, None] + powers[:, None] + 2 * crosses < CANCELLED * louder
        self._louder[frame.names] = self._louder.get(frame.names, np.zeros_like(cross)) + louder.sum(axis=0)
        cancelled = (louder * cancels).sum(axis=0)
        self._cancelled[frame.names] = self._cancelled.get(frame.names, np.zeros_like(cross)) + cancelled
        self._powers.setdefault(frame.names, []).append(powers)

    def weights(self, names: ChannelNames) -> Samples:
        """The share (channels,) of each channel in the mix, adding up to 1; by position alone where nothing is known."""
        weights = _position_weights(names)
        cross = self._cross.get(names)
        if cross is not None and len(names) > 1:
            power = np.diag(cross)
            weights[(weights == 0) & (power > LFE_SHARE * power.mean())] = _SURROUND_WEIGHT
            scale = np.maximum(np.sqrt(power[:, None] * power), 1e-30)
            opposite = cross < OPPOSITE * scale
            opposite |= self._cancelled[names] > CANCELLED_SHARE * self._louder[names]
            kept: list[int] = []
            for channel in self._best_first(names, power):
                if weights[channel] and opposite[channel, kept].any():
                    weights[channel] = 0.0
                elif weights[channel] and power[channel] > 0:
                    kept.append(channel)
        return np.asarray(weights / max(float(weights.sum()), 1e-6), np.float32)

    def _best_first(self, names: ChannelNames, power: _Matrix) -> list[int]:
        """The channels by how far their loud frames stand out from their quiet ones, then by their power."""
        levels_db = 10 * np.log10(np.maximum(np.concatenate(self._powers[names]), 1e-20))  # (frames, channels)
        spread_db = np.percentile(levels_db, 95, axis=0) - np.percentile(levels_db, 10, axis=0)
        quality = np.round(np.minimum(spread_db, SPREAD_MAX_DB))
        return sorted(range(len(power)), key=lambda channel: (-quality[channel], -power[channel]))

    @property
    def gain(self) -> float:
        """What to multiply a faint recording by, so that it is not taken for silence; 1 for others."""
        return RAISED_PEAK / self.peak if PEAK_RANGE[0] <= self.peak < PEAK_RANGE[1] else 1.0


def clean(samples: Samples) -> Samples:
    """Without what is no number, and within ``MAX_AMPLITUDE``."""
    return np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0).clip(-MAX_AMPLITUDE, MAX_AMPLITUDE)


def _position_weights(names: ChannelNames) -> _Matrix:
    """Dialogue leads, the subwoofer stays out."""
    if len(names) <= 2:
        return np.ones(len(names))
    return np.array([_MONO_WEIGHTS.get(name, _SURROUND_WEIGHT) for name in names])
