"""The spectrogram of a whole source: real librosa in a real process, cached, and cancelled without a trace."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.errors import AudioError
from app.sound.spectrogram import (
    BANDS,
    COLUMNS_PER_S,
    LEVEL_FACTOR,
    Spectrogram,
    compute,
    evict,
    load_or_compute,
)

RATE_HZ = 16_000
pytestmark = pytest.mark.slow


def tone(hz: float, seconds: float) -> np.ndarray:
    return (0.5 * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE_HZ)) / RATE_HZ)).astype(np.float32)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two seconds of a low tone, then two of a high one."""
    path = tmp_path / "tones.wav"
    soundfile.write(path, np.concatenate([tone(300, 2), tone(5000, 2)]), RATE_HZ)
    return path


def test_a_source_is_computed_in_a_process_of_its_own_and_then_read(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    *progress, spectrogram = load_or_compute(source, 0, folder)
    assert progress
    assert all(isinstance(seconds, float) for seconds in progress)
    assert isinstance(spectrogram, Spectrogram)
    [pixels] = spectrogram.levels
    assert pixels.shape == (BANDS, 4 * COLUMNS_PER_S + 1)
    loudest = pixels.argmax(axis=0)
    assert loudest[20:90].max() < 20 < 45 < loudest[110:180].min()
    [again] = load_or_compute(source, 0, folder)
    assert isinstance(again, Spectrogram)
    assert np.array_equal(again.levels[0], pixels)


def test_blocks_make_the_same_columns_as_the_whole(source: Path) -> None:
    samples, _ = soundfile.read(source, dtype="float32")
    whole = compute(iter([samples]))
    assert np.array_equal(whole, compute(iter(np.array_split(samples, 7))))


def test_closing_ends_the_process_and_leaves_nothing(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    computing = load_or_compute(source, 0, folder)
    next(computing)
    assert len(multiprocessing.active_children()) == 1
    computing.close()
    assert multiprocessing.active_children() == []
    assert list(folder.iterdir()) == []


def test_a_source_that_is_none_is_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF no sound")
    with pytest.raises(AudioError, match=r"broken\.wav"):
        list(load_or_compute(broken, 0, tmp_path / "cache"))


def test_a_window_has_as_many_columns_as_it_needs() -> None:
    finest = np.arange(BANDS * 16_000, dtype=np.uint32).astype(np.uint8).reshape(BANDS, 16_000)
    levels = (finest, finest[:, ::LEVEL_FACTOR], finest[:, :: LEVEL_FACTOR**2])
    spectrogram = Spectrogram(levels)
    assert spectrogram.window(0, 320, 900).shape == (BANDS, 1000)
    assert spectrogram.window(0, 320, 1100).shape == (BANDS, 4000)
    near = spectrogram.window(10, 12, 1000)
    assert np.array_equal(near, finest[:, 500:600])
    assert spectrogram.window(319.999, 330, 100).shape[1] >= 1


def test_the_cache_keeps_its_limit_and_what_is_in_use(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.npy" for name in "abc"]
    for age, path in enumerate(paths):
        path.write_bytes(bytes(100))
        os.utime(path, (1000 - age, 1000 - age))
    evict(tmp_path, 150, keep=paths[2])
    assert [path.exists() for path in paths] == [True, False, True]
