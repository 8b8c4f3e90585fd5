"""A recording that is transcribed while it is made: its file is read behind whoever writes it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from io import FileIO
from pathlib import Path
from threading import Event

import numpy as np

from app.errors import AudioError

from .samples import SAMPLE_RATE_HZ, Samples

HEADER_BYTES = 44
POLL_S = 0.1
BLOCK_S = 10.0
"""Longest block, where more has been written than was read."""


def read_channels(header: bytes) -> int:
    """How many channels the header of a WAV tells; 0 where it tells nothing."""
    return int.from_bytes(header[22:24], "little")


class LiveRecording:
    """A growing WAV, PCM 16 bit at 16 kHz behind a header of 44 bytes. ``end`` and ``hold`` may be called from any thread.

    Args:
        growing: the file while it is written.
        path: what the file is called once it is finished, and in the transcript.
    """

    def __init__(self, growing: Path, path: Path) -> None:
        self.path = path
        self._growing = growing
        self._ended, self._held = Event(), Event()

    @property
    def ended(self) -> bool:
        """Whether the file is finished."""
        return self._ended.is_set()

    def end(self) -> None:
        """The file is finished: what is in it is all there is."""
        self._ended.set()

    def hold(self) -> None:
        """Let no more sound be read before the file is finished."""
        self._held.set()

    def blocks(self) -> Generator[Samples]:
        """The sound from its start until ``end``, (n,), 16 kHz mono, channels mixed; empty while nothing comes.

        Raises:
            AudioError: the file cannot be read.
        """
        yield np.zeros(0, np.float32)
        try:
            with self._open() as file:
                yield from self._read(file)
        except OSError as error:
            raise AudioError(
                "The recording could not be read while it was made.",
                "The system says: {reason}.",
                "What was said is in the file: open {file} to transcribe it.",
                reason=error.strerror or error,
                file=self.path,
            ) from error

    def _open(self) -> FileIO:
        try:
            return FileIO(self._growing)
        except FileNotFoundError:  # it was finished before anybody read it
            return FileIO(self.path)

    def _read(self, file: FileIO) -> Iterator[Samples]:
        channels = max(1, read_channels(file.read(HEADER_BYTES)))
        frame_bytes = 2 * channels
        block_bytes, rest = round(BLOCK_S * SAMPLE_RATE_HZ) * frame_bytes, b""
        while True:
            ended = self.ended  # before reading: what was written until then is read
            found = rest if self._held.is_set() and not ended else rest + file.read(block_bytes)
            whole = len(found) - len(found) % frame_bytes
            rest = found[whole:]
            if whole:
                samples = np.frombuffer(found[:whole], "<i2").reshape(-1, channels)
                yield samples.mean(axis=1, dtype=np.float32) / np.float32(32768)
            elif ended:
                return
            elif not self._ended.wait(POLL_S):
                yield np.zeros(0, np.float32)
