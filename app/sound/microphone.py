"""Recording from a microphone as a generator of events, written to disk as the sound arrives. No Qt.

PortAudio's callback runs in a thread that must not block: it only puts blocks into a queue. The thread that iterates
``Recorder.events()`` writes them and reports the level. ``sounddevice`` is imported at first use: it queries every sound
device, which takes a moment.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import RecordingError
from app.library.recordings import RecordingFile
from app.speech.audio.samples import SAMPLE_RATE_HZ

from . import pulse
from .portaudio import portaudio_lock, rescan_devices

BLOCK_S = 0.05
DISCONNECT_TIMEOUT_S = 2.5
"""A device that sends nothing for this long counts as unplugged."""
QUIET_PEAK = 0.004
QUIET_AFTER_S = 3.0
CLIPPED_PEAK = 0.99
MIN_DURATION_S = 0.2


@dataclass(frozen=True)
class InputDevice:
    name: str
    is_default: bool


@dataclass(frozen=True)
class RecordingStarted:
    path: Path
    device: str


@dataclass(frozen=True)
class RecordingLevel:
    elapsed_s: float
    peak: float
    """Highest amplitude in the last block, 0 to 1."""
    quiet: bool
    """Silence for ``QUIET_AFTER_S``."""
    clipped: bool
    """The last block reached full scale."""


@dataclass(frozen=True)
class RecordingSaved:
    """``path`` is a finished WAV; ``interruption`` says why it ended by itself, if it did."""

    path: Path
    duration_s: float
    interruption: RecordingError | None = None


@dataclass(frozen=True)
class RecordingDeviceChanged:
    """The microphone was unplugged, and the sound server continues with another."""

    previous_device: str
    device: str


RecordingEvent = RecordingStarted | RecordingLevel | RecordingDeviceChanged | RecordingSaved


class Recorder:
    """One recording. ``stop`` may be called from any thread; the events then end with ``RecordingSaved``."""

    def __init__(self, folder: Path, device: str = "") -> None:
        """``device``: name of an input device; the system's default if it is empty or not found."""
        self.folder = folder
        self._device = device
        self._stop = threading.Event()
        self._blocks: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._lost_blocks = 0

    def stop(self) -> None:
        """End the recording; buffered sound is still written."""
        self._stop.set()
        self._blocks.put(None)  # wakes the writer

    def events(self) -> Iterator[RecordingEvent]:
        """Record until ``stop``; raises ``RecordingError`` if nothing can be recorded."""
        with portaudio_lock:
            yield from self._record()

    def _record(self) -> Iterator[RecordingEvent]:
        sounddevice = _import_sounddevice()
        rescan_devices(sounddevice)
        stream, rate_hz, channels, name, source = self._open(sounddevice)
        try:
            file = RecordingFile(self.folder)
        except OSError as error:
            stream.close()
            raise _write_error(self.folder, error) from error
        interruption: RecordingError | None = None
        try:
            try:
                stream.start()
            except sounddevice.PortAudioError as error:
                raise to_recording_error(error) from error
            yield RecordingStarted(file.path, name)
            convert = _Converter(rate_hz, channels)
            quiet_s = 0.0
            with pulse.watch_moves(source) as moved_to:
                while (block := self._next_block(stream)) is not None:
                    samples = convert(block)
                    try:
                        file.write(samples.tobytes())
                    except OSError as error:
                        interruption = _write_error(self.folder, error)
                        break
                    peak = float(np.abs(samples.astype(np.int32)).max(initial=0)) / 32768
                    quiet_s = quiet_s + len(samples) / SAMPLE_RATE_HZ if peak < QUIET_PEAK else 0.0
                    yield RecordingLevel(file.duration_s, peak, quiet_s >= QUIET_AFTER_S, peak >= CLIPPED_PEAK)
                    if other := moved_to():
                        yield RecordingDeviceChanged(name, other)
                        name = other
            if interruption is None and not self._stop.is_set():
                interruption = RecordingError(
                    "The recording ended early.",
                    "The microphone stopped sending sound.",
                    "What was said until then is kept.",
                )
            elif interruption is None and self._lost_blocks:
                interruption = RecordingError(
                    "The recording has gaps.",
                    "The computer was too busy to keep up.",
                    "Close other programs next time.",
                )
        finally:
            with suppress(Exception):  # an unplugged device may not even close
                stream.close()
            duration_s = file.duration_s
            path = _finish_file(file)
        if path is None:
            raise interruption or RecordingError(
                "Nothing was recorded.",
                "Recording stopped before any sound arrived.",
                "Hold on a little longer next time.",
            )
        yield RecordingSaved(path, duration_s, interruption)

    def _next_block(self, stream: Any) -> bytes | None:
        """The next block; None at the end: the queue is empty after ``stop``, or the device sent nothing for too long."""
        while True:
            stopping = self._stop.is_set()
            if stopping and stream.active:
                stream.stop()  # returns when the last block is in the queue
            try:
                block = self._blocks.get_nowait() if stopping else self._blocks.get(timeout=DISCONNECT_TIMEOUT_S)
            except queue.Empty:
                return None
            if block is not None:
                return block

    def _open(self, sounddevice: Any) -> tuple[Any, int, int, str, pulse.PulseSource | None]:
        """Open a stream: 16 kHz mono if the device can, else its own rate and channels.

        Returns:
            The stream, its rate in Hz, its channels, the device's name and, on a sound server, the source.
        """
        index, info, source = _find_device(sounddevice, self._device)
        default_rate_hz, default_channels = int(info["default_samplerate"]), min(2, int(info["max_input_channels"]))
        formats = dict.fromkeys([(SAMPLE_RATE_HZ, 1), (default_rate_hz, 1), (default_rate_hz, default_channels)])
        failure: Exception | None = None
        for rate_hz, channels in formats:
            try:
                with pulse.select_source(source):
                    stream = sounddevice.RawInputStream(
                        samplerate=rate_hz,
                        blocksize=int(rate_hz * BLOCK_S),
                        device=index,
                        channels=channels,
                        dtype="int16",
                        callback=self._on_block,
                    )
            except sounddevice.PortAudioError as error:
                failure = error
            else:
                return stream, rate_hz, channels, source.title if source else str(info["name"]), source
        assert failure is not None
        raise to_recording_error(failure) from failure

    def _on_block(self, data: Any, _frames: int, _time: Any, status: Any) -> None:
        """Runs in PortAudio's thread: copy the block and return."""
        if status.input_overflow:
            self._lost_blocks += 1
        self._blocks.put(bytes(data))


class _Converter:
    """Converts blocks of interleaved int16 at any rate to int16 mono at 16 kHz, (samples,)."""

    def __init__(self, rate_hz: int, channels: int) -> None:
        self._channels = channels
        self._resampler: Any = None
        if rate_hz != SAMPLE_RATE_HZ:
            import soxr

            self._resampler = soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, 1, dtype="int16")

    def __call__(self, block: bytes) -> NDArray[np.int16]:
        samples = np.frombuffer(block, dtype=np.int16)
        if self._channels > 1:
            samples = samples.reshape(-1, self._channels).mean(axis=1).astype(np.int16)
        return samples if self._resampler is None else self._resampler.resample_chunk(samples)


def list_input_devices() -> list[InputDevice]:
    """List the connected microphones, the default first.

    Raises:
        RecordingError: there is no sound system, or a recording runs.
    """
    if not portaudio_lock.acquire(blocking=False):
        raise RecordingError("A recording is running.", "", "Choose another microphone when it has ended.")
    try:
        sounddevice = _import_sounddevice()
        rescan_devices(sounddevice)
        return _list_devices(sounddevice)
    finally:
        portaudio_lock.release()


def _list_devices(sounddevice: Any) -> list[InputDevice]:
    default = sounddevice.default.device[0]
    devices = list(sounddevice.query_devices())
    if _pulse_index(devices) is not None and (sources := pulse.list_sources()):
        return [InputDevice(source.title, source.is_default) for source in sources]
    api = devices[default]["hostapi"] if default >= 0 else None
    names = {
        str(device["name"]): index == default
        for index, device in enumerate(devices)
        if device["max_input_channels"] > 0 and api in (None, device["hostapi"])
    }
    inputs = [InputDevice(name, is_default) for name, is_default in names.items()]
    return sorted(inputs, key=lambda device: not device.is_default)


def to_recording_error(error: Exception) -> RecordingError:
    """Turn an error of PortAudio into one with sentences."""
    text = str(error).lower()
    if "busy" in text or "unavailable" in text or "-9985" in text:
        return RecordingError(
            "The microphone is in use.",
            "Another program holds it.",
            "Close that program, or choose another microphone.",
        )
    if "permission" in text or "denied" in text or "not permitted" in text:
        return RecordingError(
            "Anneal may not use the microphone.",
            "The system does not allow it.",
            "Allow microphone access in the system's privacy settings.",
        )
    return RecordingError(
        "The microphone could not be opened.",
        "The sound system did not accept it.",
        "Check that it is plugged in, or choose another microphone.",
    )


def _pulse_index(devices: list[dict[str, Any]]) -> int | None:
    """Index of the device that stands for a sound server with all its microphones; None without one."""
    for index, device in enumerate(devices):
        if device["name"] == pulse.PULSE_DEVICE and device["max_input_channels"] > 0:
            return index
    return None


def _find_device(sounddevice: Any, name: str) -> tuple[int, dict[str, Any], pulse.PulseSource | None]:
    """Find an input device by name, else the default one; return its index, its description and its source, if it has one."""
    devices = list(sounddevice.query_devices())
    for index, device in enumerate(devices):
        if name and device["name"] == name and device["max_input_channels"] > 0:
            return index, device, None
    pulse_index = _pulse_index(devices)
    if pulse_index is not None and (sources := pulse.list_sources()):
        return (
            pulse_index,
            devices[pulse_index],
            next((source for source in sources if source.title == name), sources[0]),
        )
    index = sounddevice.default.device[0]
    if index < 0:
        index = next((i for i, device in enumerate(devices) if device["max_input_channels"] > 0), -1)
    if index < 0:
        raise RecordingError(
            "No microphone was found.",
            "The system lists no sound input.",
            "Plug one in and press Record again, or open a file instead.",
        )
    return index, devices[index], None


def _finish_file(file: RecordingFile) -> Path | None:
    """Close the file and return its path; None if it was too short and was deleted."""
    if file.duration_s < MIN_DURATION_S:
        file.discard()
        return None
    with suppress(OSError):
        return file.finish()
    return file.path  # keeps its unfinished name and is recovered at the next start


def _import_sounddevice() -> Any:
    try:
        import sounddevice
    except OSError as error:
        raise RecordingError(
            "Recording is not possible yet.",
            "The sound library PortAudio is missing.",
            "Install it (on Debian and Ubuntu: libportaudio2) and start Anneal again.",
        ) from error
    return sounddevice


def _write_error(folder: Path, error: OSError) -> RecordingError:
    return RecordingError(
        "The recording could not be written.",
        "{reason}: {folder}.",
        "Free some space or check the folder. What was written until then is kept.",
        reason=error.strerror or error,
        folder=folder,
    )
