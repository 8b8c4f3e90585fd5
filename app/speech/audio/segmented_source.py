"""A source decoded once and cut into spans; its speech is kept in memory while short, in a temporary file when long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from threading import Lock
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from app.errors import AudioError

from .samples import SAMPLE_RATE_HZ, Samples
from .segmentation import segment_audio

IN_MEMORY_BYTES = 128 * 2**20  # 35 minutes of float32 at 16 kHz
BLOCK_S = 30
PEAK_SAMPLES = 160  # 10 ms: the finest peaks that are kept
MAX_PEAKS = 4000


@dataclass(frozen=True)
class SegmentSpan:
    """One span of the source: where it is, and where its samples are kept if there is speech in it."""

    start_s: float
    end_s: float
    speech: bool
    offset: int
    sample_count: int


class SegmentedSource:
    """The spans of a source and their audio: as far as ``read_from`` has come, which one thread may run while others read.

    A context manager: the temporary file goes when it is left.
    """

    def __init__(self, spool_folder: Path | None = None) -> None:
        folder = None if spool_folder is None else str(spool_folder)
        self._spool = SpooledTemporaryFile(max_size=IN_MEMORY_BYTES, dir=folder)  # noqa: SIM115  closed on leaving
        self._spool_lock = Lock()  # writing and reading move the same place in the file
        self._peaks: list[Samples] = []
        self._samples = 0
        self.complete = False
        self.spans: list[SegmentSpan] = []  # which only ever grows; the audio of each is there before it

    def read_from(self, blocks: Iterable[Samples], max_s: float) -> Iterator[float]:
        """Decode and cut into spans of at most ``max_s`` seconds; yields the seconds read so far, span by span.

        Raises what ``blocks`` raises, and ``AudioError`` where the disk is full.
        """
        offset = 0
        for span in segment_audio(self._measure_peaks(iter(blocks)), max_s):
            kept = len(span.audio) if span.speech else 0
            if span.speech:
                self._spool_audio(offset, span.audio)
            self.spans.append(SegmentSpan(span.start_s, span.end_s, span.speech, offset, kept))
            offset += kept
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
    def duration_s(self) -> float:
        """Seconds read so far; in the end, of the whole source."""
        return self._samples / SAMPLE_RATE_HZ

    @property
    def has_speech(self) -> bool:
        """Whether there is speech anywhere."""
        return any(cut.speech for cut in self.spans)

    @property
    def peaks(self) -> Samples:
        """Peak amplitudes (n,), 0 to 1, evenly spaced over the duration; at most 4000 of them."""
        return self.peaks_over(self.duration_s)

    def peaks_over(self, duration_s: float) -> Samples:
        """Peaks as ``compute_peaks`` has them, evenly spaced over a longer duration: 0 for what is not read yet."""
        read = list(self._peaks)
        fine = np.concatenate(read) if read else np.zeros(1, np.float32)
        whole = max(len(fine), int(duration_s * SAMPLE_RATE_HZ) // PEAK_SAMPLES)
        peaks = np.zeros(min(whole, MAX_PEAKS), np.float32)
        starts = np.linspace(0, whole, len(peaks), endpoint=False).astype(int)
        starts = starts[starts < len(fine)]
        peaks[: len(starts)] = np.minimum(np.maximum.reduceat(fine, starts), 1.0)
        return peaks

    def audio(self, span: SegmentSpan) -> Samples:
        """The samples of a span with speech, (n,), 16 kHz mono."""
        with self._spool_lock:
            self._spool.seek(4 * span.offset)
            return np.frombuffer(self._spool.read(4 * span.sample_count), np.float32)

    def _measure_peaks(self, blocks: Iterator[Samples]) -> Iterator[Samples]:
        """The same blocks, their length and peaks noted."""
        rest = np.zeros(0, np.float32)
        for block in blocks:
            self._samples += len(block)
            loud = np.concatenate([rest, np.abs(block)])
            whole = len(loud) - len(loud) % PEAK_SAMPLES
            self._peaks.append(loud[:whole].reshape(-1, PEAK_SAMPLES).max(axis=1))
            rest = loud[whole:]
            yield block
        if len(rest):
            self._peaks.append(rest.max(keepdims=True))


def array_blocks(samples: NDArray[Any]) -> Iterator[Samples]:
    """A recording in memory as blocks: mono 16 kHz, (n,) of float in -1 to 1 or of integers. Raises ``AudioError``."""
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
