"""Spectrogram of a whole source: computed with librosa in a process of its own, cached on disk, and read at any zoom.

librosa compiles for seconds when it is first used and keeps a core busy: neither the window's process nor its start bear that.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.atomic_write import atomic_write
from app.errors import AudioError
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

BANDS = 64
WINDOW_SAMPLES = 512
COLUMNS_PER_S = 50
HOP_SAMPLES = SAMPLE_RATE_HZ // COLUMNS_PER_S
RANGE_DB = 70.0
"""Shown below the loudest moment."""
LEVEL_FACTOR = 4
MIN_COLUMNS = 2048
"""A level has more columns than this, unless it is the finest."""
CACHE_BYTES = 256 * 2**20
BLOCK_S = 30.0
POLL_S = 0.1
NICE = 10
_FLOOR_DB, _STEP_DB = -100.0, 0.5


@dataclass(frozen=True, eq=False)
class Spectrogram:
    """Mel levels over time, and coarser and coarser means of them for zooming out."""

    levels: tuple[NDArray[np.uint8], ...]
    """Finest first; each (bands, columns), lowest band first, 0 to 255 over ``RANGE_DB``."""
    columns_per_s: float = float(COLUMNS_PER_S)
    """Of the finest level; each next one has ``LEVEL_FACTOR`` times fewer."""

    def window(self, start_s: float, end_s: float, width_px: int) -> NDArray[np.uint8]:
        """Return a part (bands, columns) with at least ``width_px`` columns where there are so many, and not many more."""
        level, rate = 0, self.columns_per_s
        while level + 1 < len(self.levels) and (end_s - start_s) * rate / LEVEL_FACTOR >= width_px:
            level, rate = level + 1, rate / LEVEL_FACTOR
        pixels = self.levels[level]
        first = min(max(0, int(start_s * rate)), max(0, pixels.shape[1] - 1))
        return pixels[:, first : max(first + 1, int(np.ceil(end_s * rate)))]


def load_or_compute(source: Path, track: int, folder: Path) -> Iterator[float | Spectrogram]:
    """Read the spectrogram of an audio track, from 0, from the cache in ``folder``, or compute it and keep it there.

    Closing the generator ends the process that computes.

    Yields:
        Seconds that are computed, several times a second; then the spectrogram.

    Raises:
        AudioError: the source cannot be decoded, or the process ended before its time.
    """
    cached = folder / f"{_digest(source, track)}.npy"
    if not cached.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        yield from _compute_in_process(source, track, cached)
        evict(folder, CACHE_BYTES, keep=cached)
    with suppress(OSError):
        os.utime(cached)
    yield _with_levels(np.load(cached))


def evict(folder: Path, limit_bytes: int, keep: Path) -> None:
    """Delete the spectrograms that were used longest ago until those in ``folder`` take no more than ``limit_bytes``."""
    files = sorted(((path.stat().st_mtime, path.stat().st_size, path) for path in folder.glob("*.npy")), reverse=True)
    used = 0
    for _, size, path in files:
        used += size
        if used > limit_bytes and path != keep:
            with suppress(OSError):
                path.unlink()


def _compute_in_process(source: Path, track: int, target: Path) -> Iterator[float]:
    import multiprocessing  # seldom needed, and not at every start

    context = multiprocessing.get_context("spawn")  # a fork would copy the window's threads and locks
    computed_s: Synchronized[float] = context.Value("d", 0.0)
    process = context.Process(target=compute_file, args=(source, track, target, computed_s), daemon=True)
    process.start()
    try:
        while process.is_alive():
            process.join(POLL_S)
            yield computed_s.value
    finally:
        if process.is_alive():
            process.kill()
        process.join()
    if process.exitcode != 0:
        raise AudioError(
            "The spectrogram of {file} could not be computed.",
            "Its sound could not be decoded, or memory ran out.",
            "The waveform is shown in its place.",
            file=source.name,
        )


def compute_file(source: Path, track: int, target: Path, computed_s: Synchronized[float]) -> None:
    """Compute a spectrogram and write it to ``target``, (bands, columns) uint8; runs in a process of its own."""
    from app.speech.audio.decode import blocks

    if hasattr(os, "nice"):
        os.nice(NICE)
    pixels = compute(blocks(source, track, BLOCK_S), computed_s)
    with atomic_write(target) as temporary, temporary.open("wb") as file:
        np.save(file, pixels)


def compute(blocks: Iterator[Samples], computed_s: Synchronized[float] | None = None) -> NDArray[np.uint8]:
    """Return the mel levels (bands, columns) of 16 kHz samples, ``COLUMNS_PER_S``; each column is centred on its time."""
    import librosa

    rest = np.zeros(WINDOW_SAMPLES // 2, np.float32)
    parts: list[NDArray[np.uint8]] = []
    count = 0

    def take(samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Compute the columns that fit into samples; return those that the next column begins with."""
        columns = max(0, (len(samples) - WINDOW_SAMPLES) // HOP_SAMPLES + 1)
        if columns:
            power = librosa.feature.melspectrogram(
                y=samples[: (columns - 1) * HOP_SAMPLES + WINDOW_SAMPLES],
                sr=SAMPLE_RATE_HZ,
                n_fft=WINDOW_SAMPLES,
                hop_length=HOP_SAMPLES,
                n_mels=BANDS,
                center=False,
            )
            decibels = librosa.power_to_db(power, ref=1.0, amin=1e-10, top_db=None)
            parts.append(np.clip((decibels - _FLOOR_DB) / _STEP_DB, 0, 255).astype(np.uint8))
        return samples[columns * HOP_SAMPLES :]

    for block in blocks:
        rest = take(np.concatenate([rest, block]))
        count += len(block)
        if computed_s is not None:
            computed_s.value = count / SAMPLE_RATE_HZ
    take(np.concatenate([rest, np.zeros(WINDOW_SAMPLES // 2, np.float32)]))
    levels = np.concatenate(parts, axis=1) if parts else np.zeros((BANDS, 1), np.uint8)
    shown = RANGE_DB / _STEP_DB
    return np.clip((levels.astype(np.float32) - (float(levels.max()) - shown)) * (255 / shown), 0, 255).astype(np.uint8)


def _with_levels(pixels: NDArray[np.uint8]) -> Spectrogram:
    levels = [pixels]
    while levels[-1].shape[1] // LEVEL_FACTOR > MIN_COLUMNS:
        finer = levels[-1]
        columns = finer.shape[1] // LEVEL_FACTOR
        grouped = finer[:, : columns * LEVEL_FACTOR].reshape(len(finer), columns, LEVEL_FACTOR)
        levels.append(grouped.mean(axis=2, dtype=np.float32).astype(np.uint8))
    return Spectrogram(tuple(levels))


def _digest(source: Path, track: int) -> str:
    """Return a name for an audio track of a file as it is now."""
    stat = source.stat()
    key = f"{source.resolve()}\n{stat.st_size}\n{stat.st_mtime_ns}\n{track}\n{BANDS} {COLUMNS_PER_S} {RANGE_DB}"
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:32]
