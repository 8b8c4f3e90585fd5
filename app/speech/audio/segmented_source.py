"""A source decoded once and cut into spans; its speech is kept in memory while it is short, else in a temporary file."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from threading import Lock
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from app.errors import AudioError
from app.transcript.model import Notice

from .samples import SAMPLE_RATE_HZ, Samples
from .segmentation import SegmentLimits, segment_audio

IN_MEMORY_BYTES = 128 * 2**20  # 35 minutes of float32 at 16 kHz
BLOCK_S = 30
PEAK_SAMPLES = 160  # 10 ms: the finest peaks that are kept
MAX_PEAKS = 4000
JOIN_FROM = 1000
"""Peaks of more blocks than these become one array: the blocks of a live recording are short, and of an hour there are many."""


@dataclass(frozen=True)
class SegmentSpan:
    """One span of the source: its times, and where its samples are kept if it has speech."""

    start_s: float
    end_s: float
    speech: bool
    offset: int
    """In the kept samples."""
    sample_count: int
    """0 without speech: nothing is kept of it."""


class SegmentedSource:
    """The spans of a source and their audio, as far as ``read_from`` has come.

    One thread may run ``read_from`` while others read. A context manager: leaving it deletes the temporary file.
    """

    def __init__(self, spool_folder: Path | None = None) -> None:
        folder = None if spool_folder is None else str(spool_folder)
        self._spool = SpooledTemporaryFile(max_size=IN_MEMORY_BYTES, dir=folder)  # noqa: SIM115  closed on leaving
        self._spool_lock = Lock()  # writing and reading move the same position in the file
        self._peaks: list[Samples] = []
        self._samples = 0
        self.complete = False
        """Whether all of the source is decoded and cut."""
        self.notices: list[Notice] = []
        """What its reader should know; whoever decodes it appends, until it is complete."""
        self.track, self.track_count = 0, 1
        """Which audio track is heard, from 0, and how many there are."""
        self.spans: list[SegmentSpan] = []
        """Known spans in order. Only ever grows, and a span's audio is there before the span is."""

    def read_from(self, blocks: Iterable[Samples], limits: SegmentLimits) -> Iterator[float]:
        """Decode a source and cut it into spans within ``limits``.

        Yields:
            The seconds decoded so far, after each span.

        Raises:
            AudioError: the disk is full; also what ``blocks`` raises.
        """
        offset = 0
        for span in segment_audio(self._measure_peaks(iter(blocks)), limits):
            sample_count = len(span.audio) if span.speech else 0
            if span.speech:
                self._spool_audio(offset, span.audio)
            self.spans.append(SegmentSpan(span.start_s, span.end_s, span.speech, offset, sample_count))
            offset += sample_count
            yield self.duration_s
        self.complete = True

    def _spool_audio(self, offset: int, audio: Samples) -> None:
        try:
            with self._spool_lock:
                self._spool.seek(4 * offset)
                self._spool.write(np.ascontiguousarray(audio, np.float32).tobytes())
        except OSError as error:
            raise AudioError(
                "The decoded sound could not be kept in a temporary file.",
                "The system says: {reason}.",
                "Make room on the disk and try again.",
                reason=error.strerror or error,
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spool.close()

    @property
    def closed(self) -> bool:
        """Whether the audio is gone."""
        return self._spool.closed

    @property
    def duration_s(self) -> float:
        """Seconds decoded so far; of the whole source once it is complete."""
        return self._samples / SAMPLE_RATE_HZ

    @property
    def has_speech(self) -> bool:
        """Whether any known span has speech."""
        return any(span.speech for span in self.spans)

    @property
    def peaks(self) -> Samples:
        """Peak amplitudes (n,), 0 to 1, evenly spaced over the duration; at most ``MAX_PEAKS``."""
        return self.peaks_over(self.duration_s)

    def peaks_over(self, duration_s: float) -> Samples:
        """As ``peaks``, evenly spaced over a longer duration in seconds: 0 for what is not decoded yet."""
        known = list(self._peaks)
        fine = np.concatenate(known) if known else np.zeros(1, np.float32)
        whole = max(len(fine), int(duration_s * SAMPLE_RATE_HZ) // PEAK_SAMPLES)
        peaks = np.zeros(min(whole, MAX_PEAKS), np.float32)
        starts = np.linspace(0, whole, len(peaks), endpoint=False).astype(int)
        starts = starts[starts < len(fine)]
        peaks[: len(starts)] = np.minimum(np.maximum.reduceat(fine, starts), 1.0)
        return peaks

    def audio(self, span: SegmentSpan) -> Samples:
        """The samples (n,) of a span with speech, 16 kHz mono."""
        with self._spool_lock:
            self._spool.seek(4 * span.offset)
            return np.frombuffer(self._spool.read(4 * span.sample_count), np.float32)

    def _measure_peaks(self, blocks: Iterator[Samples]) -> Iterator[Samples]:
        """The same blocks; their length and peaks are noted on the way."""
        rest = np.zeros(0, np.float32)
        for block in blocks:
            self._samples += len(block)
            amplitudes = np.concatenate([rest, np.abs(block)])
            whole = len(amplitudes) - len(amplitudes) % PEAK_SAMPLES
            self._peaks.append(amplitudes[:whole].reshape(-1, PEAK_SAMPLES).max(axis=1))
            if len(self._peaks) > JOIN_FROM:
                self._peaks = [np.concatenate(self._peaks)]
            rest = amplitudes[whole:]
            yield block
        if len(rest):
            self._peaks.append(rest.max(keepdims=True))


def array_blocks(samples: NDArray[Any]) -> Generator[Samples]:
    """A recording in memory, in blocks of ``BLOCK_S``.

    Args:
        samples: (n,), mono 16 kHz, float in -1 to 1 or integers.

    Raises:
        AudioError: the array has another shape, or no samples.
    """
    if samples.ndim != 1 or not len(samples):
        raise AudioError(
            "This array is not a recording.",
            "Its shape is {shape}; one channel at 16 kHz, of one sample or more, is needed.",
            "Mix the channels down and resample first, or pass a file.",
            shape=tuple(samples.shape),
        )
    scale = float(np.iinfo(samples.dtype).max) if np.issubdtype(samples.dtype, np.integer) else 1.0
    size = BLOCK_S * SAMPLE_RATE_HZ
    for start in range(0, len(samples), size):
        block = samples[start : start + size].astype(np.float32) / np.float32(scale)
        yield np.nan_to_num(block, nan=0.0, posinf=0.0, neginf=0.0)
