"""A source's sound as its transcript heard it, decoded once and kept: what the player plays and the waveform shows.

Decoding is pulled by whoever needs more of it, the waveform or the player; what is decoded already is read without waiting.
A minute of sound takes 4 MB of a temporary file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import IO, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.errors import AudioError
from app.paths import temporary_folder
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples

PEAKS_PER_S = 100
BLOCK_S = 10.0
_SAMPLE_BYTES = 4
Peaks: TypeAlias = NDArray[np.float32]


class DecodedSound:
    """The sound of one audio track, 16 kHz mono. All methods may be called from any thread.

    Args:
        track: which audio track, from 0.
    """

    def __init__(self, source: Path, track: int = 0) -> None:
        self.source, self.track = source, track
        self._blocks: Iterator[Samples] | None = None
        self._decode_lock, self._file_lock = Lock(), Lock()
        self._file: IO[bytes] | None = None
        self._closed = False
        self._count = 0
        self._error: AudioError | None = None
        self._complete = False

    @property
    def decoded_s(self) -> float:
        """Seconds that can be read without decoding."""
        return self._count / SAMPLE_RATE_HZ

    def decode_until(self, position_s: float) -> Iterator[None]:
        """Decode as far as a position, unless it is decoded or the source ends before; yield after each block.

        Raises:
            AudioError: the source cannot be decoded, or the disk is full.
        """
        while self.decoded_s < position_s and self._decode_block():
            yield

    def read(self, start: int, count: int) -> Samples:
        """The samples (n,) from ``start`` on that are decoded, at most ``count`` of them."""
        with self._file_lock:
            if self._file is None:
                return np.zeros(0, np.float32)
            count = max(0, min(count, self._count - start))
            self._file.seek(start * _SAMPLE_BYTES)
            return np.frombuffer(self._file.read(count * _SAMPLE_BYTES), np.float32)

    def peaks(self) -> Iterator[Peaks]:
        """Peak amplitudes over time, (n,), 0 to 1, ``PEAKS_PER_S`` values a second.

        Yields:
            Empty arrays while it decodes, so that the caller can cancel; then one array, unless the source is empty.

        Raises:
            AudioError: as ``decode_until``.
        """
        width = SAMPLE_RATE_HZ // PEAKS_PER_S
        size = round(BLOCK_S * SAMPLE_RATE_HZ)  # a whole number of peaks
        found: list[Peaks] = []
        while True:
            start = len(found) * size
            for _ in self.decode_until((start + size) / SAMPLE_RATE_HZ):
                yield np.zeros(0, np.float32)
            block = self.read(start, size)
            if len(block) >= width:
                loudest = np.abs(block[: len(block) // width * width]).reshape(-1, width).max(axis=1)
                found.append(np.minimum(loudest, 1.0).astype(np.float32))
            if len(block) < size:
                break
            yield np.zeros(0, np.float32)
        if found:
            yield np.concatenate(found)

    def close(self) -> None:
        """Let go of the sound; there is nothing to read afterwards."""
        with self._file_lock:
            self._closed = True
            if self._file is not None:
                self._file.close()
                self._file = None

    def _decode_block(self) -> bool:
        """Decode the next block; False at the end."""
        from app.speech.audio.decode import blocks

        with self._decode_lock:
            if self._error is not None:
                raise self._error
            if self._complete:
                return False
            try:
                if self._blocks is None:
                    self._blocks = blocks(self.source, self.track, BLOCK_S)
                block = next(self._blocks, None)
            except AudioError as error:
                self._error = error
                raise
            if block is None or not self._append(block):
                self._complete, self._blocks = True, None
                return False
            return True

    def _append(self, block: Samples) -> bool:
        """Keep a block; False if the sound was closed meanwhile."""
        try:
            with self._file_lock:
                if self._closed:
                    return False
                if self._file is None:
                    self._file = TemporaryFile(dir=temporary_folder())  # noqa: SIM115  ``close`` closes it
                self._file.seek(self._count * _SAMPLE_BYTES)
                self._file.write(np.ascontiguousarray(block, np.float32).tobytes())
                self._file.flush()
                self._count += len(block)
        except OSError as error:
            self._error = AudioError(
                "The decoded sound could not be kept in a temporary file.",
                "The system says: {reason}.",
                "Make room on the disk and try again.",
                reason=error.strerror or error,
            )
            raise self._error from error
        return True
