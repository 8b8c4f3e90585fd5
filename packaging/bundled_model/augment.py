"""What rooms, lines and microphones do to clean synthetic speech."""

from __future__ import annotations

import librosa
import numpy as np
from scipy.fft import irfft, next_fast_len, rfft, rfftfreq
from scipy.signal import butter, fftconvolve, sosfilt

SAMPLE_RATE_HZ = 16_000


def trim_silence(audio: np.ndarray) -> np.ndarray:
    """Audio without the engine's own leading and trailing silence: what is 40 dB below its loudest 64 ms frame."""
    return librosa.effects.trim(audio, top_db=40, frame_length=1024, hop_length=256)[0]


def augment(audio: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """One random room, line, noise and level; peak at most 1."""
    audio = np.asarray(audio, np.float32)
    before, after = (int(SAMPLE_RATE_HZ * rng.uniform(0.02, 0.6)) for _ in range(2))
    audio = np.pad(audio, (before, after))
    if rng.random() < 0.25:
        audio = add_reverb(audio, rng)
    if rng.random() < 0.35:
        audio = band_limit(audio, rng)
    if rng.random() < 0.15:
        audio = mu_law(audio)
    audio = audio / max(1e-4, float(np.abs(audio).max()))
    if rng.random() < 0.6:
        rms = float(np.sqrt(np.mean(audio**2)))
        audio = audio + noise(len(audio), rng) * rms * 10 ** (-rng.uniform(12, 40) / 20)
    level = 10 ** (-rng.uniform(0, 24) / 20)
    return np.clip(audio / max(1.0, float(np.abs(audio).max())) * level, -1, 1).astype(np.float32)


def noise(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Unit-RMS noise with a random spectral slope (white to brown), sometimes with hum."""
    size = next_fast_len(samples, real=True)  # a prime length takes ten times as long
    spectrum = rfft(rng.standard_normal(size).astype(np.float32))
    hz = rfftfreq(size, 1 / SAMPLE_RATE_HZ)
    coloured = irfft(spectrum / np.maximum(hz, 40) ** rng.uniform(0, 1.2), size)[:samples]
    coloured /= max(1e-9, float(np.sqrt(np.mean(coloured**2))))
    if rng.random() < 0.2:
        t = np.arange(samples) / SAMPLE_RATE_HZ
        coloured = coloured + sum(np.sin(2 * np.pi * rng.choice([50, 60]) * k * t) / k for k in (1, 2, 3))
        coloured /= float(np.sqrt(np.mean(coloured**2)))
    return coloured.astype(np.float32)


def add_reverb(audio: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Convolved with exponentially decaying noise: RT60 0.1 to 0.5 s."""
    rt60_s = rng.uniform(0.1, 0.5)
    t = np.arange(int(rt60_s * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    tail = rng.standard_normal(len(t)) * np.exp(-6.9 * t / rt60_s)
    tail *= rng.uniform(0.1, 0.5) / max(1e-9, float(np.sqrt(np.sum(tail**2))))
    tail[0] = 1.0
    return fftconvolve(audio, tail)[: len(audio)].astype(np.float32)


def band_limit(audio: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A telephone line or a small loudspeaker."""
    sos = butter(4, [rng.uniform(60, 350), rng.uniform(3200, 7000)], "bandpass", fs=SAMPLE_RATE_HZ, output="sos")
    return np.asarray(sosfilt(sos, audio), np.float32)


def mu_law(audio: np.ndarray) -> np.ndarray:
    """8-bit mu-law quantization, as on telephone lines."""
    peak = max(1e-4, float(np.abs(audio).max()))
    return (librosa.mu_expand(librosa.mu_compress(audio / peak)) * peak).astype(np.float32)
