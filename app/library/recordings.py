"""Crash-safe recordings: WAV files that can be recovered whenever their writing is interrupted.

While it grows, a recording is called ``NAME.unfinished.wav``. Samples are written as they arrive; once a second the sizes in
the header are updated and the file is synced. After a crash ``recover_recordings`` takes the size from the file itself: a
killed process loses nothing that had arrived, a power cut at most the last second.

Format: RIFF/WAVE, PCM 16 bit, a channel for each sound that is recorded (Microsoft and IBM, "Multimedia Programming
Interface", 1991).
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.speech.audio.live_recording import HEADER_BYTES, read_channels
from app.speech.audio.samples import SAMPLE_RATE_HZ

try:
    import fcntl
except ImportError:  # Windows: a file that is still open there cannot be renamed, which protects it as well
    fcntl = None  # type: ignore[assignment]

BYTES_PER_SAMPLE = 2
SYNC_INTERVAL_S = 1.0
UNFINISHED_SUFFIX = ".unfinished.wav"
_SIZE_LIMIT_BYTES = 0xFFFF_FFFF


@dataclass(frozen=True)
class RecoveredRecording:
    """A recording that an earlier process did not finish."""

    path: Path
    duration_s: float


class RecordingFile:
    """A recording being written, by one thread at a time. Its methods raise ``OSError`` if the disk refuses."""

    def __init__(self, folder: Path, started: datetime | None = None, channels: int = 1) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        started = started or datetime.now()
        self.final_path = _free_path(folder, f"Recording {started:%Y-%m-%d %H.%M.%S}", (".wav", UNFINISHED_SUFFIX))
        self.path = self.final_path.with_name(self.final_path.stem + UNFINISHED_SUFFIX)
        # Unbuffered: what was written is with the system at once and survives this process.
        self._file = open(self.path, "xb", buffering=0)  # noqa: SIM115  closed by finish()
        if fcntl is not None:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self.channels = channels
        self._file.write(_header(0, channels))
        self._data_bytes = 0
        self._synced_bytes = 0

    @property
    def duration_s(self) -> float:
        return self._data_bytes / (BYTES_PER_SAMPLE * self.channels) / SAMPLE_RATE_HZ

    def write(self, samples: bytes) -> None:
        """Append 16-bit little-endian samples at 16 kHz, those of one moment side by side."""
        view = memoryview(samples)
        while view:  # an unbuffered file may take a part only
            written = self._file.write(view)
            self._data_bytes += written
            view = view[written:]
        if self._data_bytes - self._synced_bytes >= SYNC_INTERVAL_S * SAMPLE_RATE_HZ * BYTES_PER_SAMPLE * self.channels:
            self._sync()

    def finish(self) -> Path:
        """Close the file, rename it to its final name and return that."""
        try:
            self._sync()
        finally:
            self._file.close()
        os.replace(self.path, self.final_path)
        self.path = self.final_path
        return self.final_path

    def discard(self) -> None:
        """Close and delete a recording that nobody wants, or in which nothing arrived."""
        self._file.close()
        self.path.unlink(missing_ok=True)

    def _sync(self) -> None:
        _write_sizes(self._file.fileno(), self._data_bytes, self.channels)
        os.fsync(self._file.fileno())
        self._synced_bytes = self._data_bytes


def recover_recordings(folder: Path) -> list[RecoveredRecording]:
    """Repair and rename the unfinished recordings in a folder; delete empty ones.

    A recording that another process writes is locked and stays; one that cannot be repaired now stays for the next start.
    """
    recordings: list[RecoveredRecording] = []
    if not folder.is_dir():
        return recordings
    for path in sorted(folder.glob(f"*{UNFINISHED_SUFFIX}")):
        with suppress(OSError):
            recovered = _recover_one(path)
            if recovered is not None:
                recordings.append(recovered)
    return recordings


def _recover_one(path: Path) -> RecoveredRecording | None:
    with open(path, "r+b", buffering=0) as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # BlockingIOError while it is being written
        channels = max(1, read_channels(file.read(HEADER_BYTES)))
        file.seek(0)
        data_bytes = max(0, os.fstat(file.fileno()).st_size - HEADER_BYTES)
        data_bytes -= data_bytes % (BYTES_PER_SAMPLE * channels)
        if data_bytes:
            file.write(_header(data_bytes, channels))
            file.truncate(HEADER_BYTES + data_bytes)
            os.fsync(file.fileno())
    if not data_bytes:
        path.unlink()
        return None
    final = _free_path(path.parent, path.name.removesuffix(UNFINISHED_SUFFIX))
    os.replace(path, final)
    return RecoveredRecording(final, data_bytes / (BYTES_PER_SAMPLE * channels) / SAMPLE_RATE_HZ)


def _free_path(folder: Path, stem: str, suffixes: tuple[str, ...] = (".wav",)) -> Path:
    """``stem.wav``, or ``stem (2).wav`` and so on where a file with one of the ``suffixes`` exists."""
    name, number = stem, 1
    while any((folder / f"{name}{suffix}").exists() for suffix in suffixes):
        number += 1
        name = f"{stem} ({number})"
    return folder / f"{name}.wav"


def _header(data_bytes: int, channels: int) -> bytes:
    riff_bytes, frame_bytes = min(_SIZE_LIMIT_BYTES, data_bytes + HEADER_BYTES - 8), BYTES_PER_SAMPLE * channels
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", riff_bytes, b"WAVE", b"fmt ", 16, 1, channels, SAMPLE_RATE_HZ, SAMPLE_RATE_HZ * frame_bytes),
        *(frame_bytes, 8 * BYTES_PER_SAMPLE, b"data", min(_SIZE_LIMIT_BYTES, data_bytes)),
    )


def _write_sizes(descriptor: int, data_bytes: int, channels: int) -> None:
    """Update both sizes in the header, then go back to the end."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, _header(data_bytes, channels))
    os.lseek(descriptor, 0, os.SEEK_END)
