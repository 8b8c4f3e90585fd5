"""Sound made on the spot: nothing here is a recording."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

RATE_HZ = 16_000


def tone(length_s: float, hz: float = 440.0, rate_hz: int = RATE_HZ, amplitude: float = 0.5) -> NDArray[np.float32]:
    t = np.arange(round(length_s * rate_hz)) / rate_hz
    return (amplitude * np.sin(2 * np.pi * hz * t)).astype(np.float32)


def babble(length_s: float, seed: int = 0, level: float = 0.1) -> NDArray[np.float32]:
    """Moves like speech: voiced syllables of changing pitch and formants, with hisses between, about 4 a second."""
    rng = np.random.default_rng(seed)
    out = np.zeros(round(length_s * RATE_HZ), np.float32)
    at = 0
    while at < len(out):
        size = min(len(out) - at, int(RATE_HZ * rng.uniform(0.12, 0.3)))
        t = np.arange(size) / RATE_HZ
        phase = 2 * np.pi * np.cumsum(rng.uniform(90, 220) * (1 + 0.1 * np.sin(2 * np.pi * 3 * t))) / RATE_HZ
        harmonics = np.arange(1, 30)[:, None]
        formants = rng.uniform([250, 900], [800, 2600])
        pitch_hz = 150 * harmonics
        gains = sum(np.exp(-(((pitch_hz - formant) / 150) ** 2)) for formant in formants) + 0.02
        voiced = (gains * np.sin(harmonics * phase)).sum(0)
        hiss = np.diff(rng.standard_normal(size + 1)) * np.clip((0.07 - t) / 0.02, 0, 1) * rng.uniform(0, 1.5)
        out[at : at + size] += ((voiced + hiss) * np.hanning(size)).astype(np.float32)
        at += size
    return (out * level / max(1e-9, float(np.sqrt(np.mean(out**2))))).astype(np.float32)


@pytest.fixture
def ffmpeg(tmp_path: Path) -> Callable[..., Path]:
    """``ffmpeg(samples, rate, name, *options)`` writes samples (n,) or (n, channels) through the ffmpeg program."""
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("the ffmpeg program is not installed")

    def encode(samples: NDArray[np.float32], rate_hz: int, name: str, *options: str) -> Path:
        source = tmp_path / "source.wav"
        soundfile.write(source, samples, rate_hz, subtype="FLOAT")
        target = tmp_path / name
        subprocess.run([program, "-y", "-v", "error", "-i", source, *options, f"file:{target}"], check=True)
        return target

    return encode
