"""Recording a microphone, what the computer plays, or both: a generator of events, on disk as the sound arrives. No Qt.

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
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.errors import RecordingError, translatable
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
MAX_AHEAD_S = 0.3
"""How far what the computer plays may run ahead of the microphone, whose clock is another."""

SoundSource: TypeAlias = Literal["microphone", "computer", "both"]
"""What is recorded; of both each has a channel of its own, the microphone the first."""


@dataclass(frozen=True)
class InputDevice:
    name: str
    is_default: bool


@dataclass(frozen=True)
class RecordingStarted:
    path: Path
    """The file that grows."""
    device: str
    final_path: Path
    """What it will be called when it is finished."""
    source: SoundSource = "microphone"


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
class RecordingDiscarded:
    """The user did not want it: nothing of it is left."""


@dataclass(frozen=True)
class RecordingDeviceChanged:
    """The microphone was unplugged, and the sound server continues with another."""

    previous_device: str
    device: str


RecordingEvent = RecordingStarted | RecordingLevel | RecordingDeviceChanged | RecordingSaved | RecordingDiscarded


class Recorder:
    """One recording. Its methods may be called from any thread.

    The events end with ``RecordingSaved`` after ``stop``, with ``RecordingDiscarded`` after ``discard``.
    """

    def __init__(self, folder: Path, device: str = "", source: SoundSource = "microphone") -> None:
        """``device``: name of an input device; the system's default if it is empty or not found."""
        self.folder = folder
        self._device, self._source = device, source
        self._monitor: _Monitor | None = None
        self._stop, self._paused, self._discarded = threading.Event(), threading.Event(), threading.Event()
        self._blocks: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._lost_blocks = 0

    def stop(self) -> None:
        """End the recording; buffered sound is still written."""
        self._stop.set()
        self._blocks.put(None)  # wakes the writer

    def discard(self) -> None:
        """End the recording and delete it."""
        self._discarded.set()
        self.stop()

    def set_paused(self, paused: bool) -> None:
        """Leave out what is heard from now on, or go on recording."""
        if paused:
            self._paused.set()
        else:
            self._paused.clear()

    def events(self) -> Iterator[RecordingEvent]:
        """Record until ``stop``; raises ``RecordingError`` if nothing can be recorded."""
        with portaudio_lock:
            yield from self._record()

    def _record(self) -> Iterator[RecordingEvent]:
        stream, rate_hz, channels, name, source = self._open()
        try:
            file = RecordingFile(self.folder, channels=1 if self._monitor is None else 2)
        except OSError as error:
            stream.close()
            raise _write_error(self.folder, error) from error
        interruption: RecordingError | None = None
        try:
            self._start(stream)
            yield RecordingStarted(file.path, name, file.final_path, self._source)
            convert = _Converter(rate_hz, channels)
            quiet_s = 0.0
            with pulse.watch_moves(source) as moved_to:
                while (block := self._next_block(stream)) is not None:
                    samples = convert(block)
                    if self._monitor is not None:
                        samples = np.stack([samples, self._monitor.take(len(samples))], axis=1)
                    if self._paused.is_set():
                        continue
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
            interruption = interruption or self._what_is_missing()
        finally:
            with suppress(Exception):  # an unplugged device may not even close
                stream.close()
            if self._monitor is not None:
                self._monitor.close()
            duration_s = file.duration_s
            if self._discarded.is_set():
                file.discard()
                path = None
            else:
                path = _finish_file(file)
        if self._discarded.is_set():
            yield RecordingDiscarded()
            return
        if path is None:
            raise interruption or RecordingError(
                "Nothing was recorded.",
                "Recording stopped before any sound arrived.",
                "Hold on a little longer next time.",
            )
        yield RecordingSaved(path, duration_s, interruption)

    def _what_is_missing(self) -> RecordingError | None:
        """Why the recording, which has come to its end, is not whole; None if it is."""
        if not self._stop.is_set():
            why = translatable("The microphone stopped sending sound.")
            if self._source == "computer":
                why = translatable("The sound server stopped sending it.")
            return RecordingError("The recording ended early.", why, "What was said until then is kept.")
        if self._monitor is not None and not self._monitor.active:
            return RecordingError(
                "The sound of the computer is missing from some moment on.",
                "The sound server stopped sending it.",
                "The microphone was recorded to the end.",
            )
        if self._lost_blocks:
            return RecordingError(
                "The recording has gaps.", "The computer was too busy to keep up.", "Close other programs next time."
            )
        return None

    def _start(self, stream: Any) -> None:
        """Start the stream, and what is recorded beside it. Raises ``RecordingError``."""
        try:
            stream.start()
            if self._monitor is not None:
                self._monitor.start()
        except Exception as error:  # PortAudioError, whose module may not be here, or OSError
            raise to_recording_error(error) from error

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

    def _open(self) -> tuple[Any, int, int, str, pulse.PulseSource | None]:
        """Open what is recorded, as ``_open_microphone`` says, and find what is recorded beside it."""
        monitor = None if self._source == "microphone" else _find_monitor()
        if self._source == "computer" and monitor is not None:
            stream = pulse.MonitorStream(monitor, round(2 * SAMPLE_RATE_HZ * BLOCK_S), self._blocks.put)
            return stream, SAMPLE_RATE_HZ, 1, "", None
        sounddevice = _import_sounddevice()
        rescan_devices(sounddevice)
        self._monitor = None if monitor is None else _Monitor(monitor)
        return self._open_microphone(sounddevice)

    def _open_microphone(self, sounddevice: Any) -> tuple[Any, int, int, str, pulse.PulseSource | None]:
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


class _Monitor:
    """What the computer plays, beside a microphone."""

    def __init__(self, source: pulse.PulseSource) -> None:
        self._stream = pulse.MonitorStream(source, round(2 * SAMPLE_RATE_HZ * BLOCK_S / 2), self._add)
        self._waiting = np.zeros(0, np.int16)
        self._lock = threading.Lock()
        self.start, self.close = self._stream.start, self._stream.close

    @property
    def active(self) -> bool:
        """Whether sound still comes."""
        return self._stream.active

    def take(self, count: int) -> NDArray[np.int16]:
        """The next samples (count,); silence where they have not come."""
        with self._lock:
            taken, rest = self._waiting[:count], self._waiting[count:]
            self._waiting = rest[max(0, len(rest) - round(MAX_AHEAD_S * SAMPLE_RATE_HZ)) :]
        return np.pad(taken, (count - len(taken), 0))

    def _add(self, block: bytes) -> None:
        with self._lock:
            self._waiting = np.concatenate([self._waiting, np.frombuffer(block, np.int16)])


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


def _find_monitor() -> pulse.PulseSource:
    monitor = pulse.find_monitor()
    if monitor is None:
        raise RecordingError(
            "The sound of this computer cannot be recorded.",
            "That needs PulseAudio or PipeWire, and their programs pactl and parec.",
            "Record the microphone, or install them (on Debian and Ubuntu: pulseaudio-utils).",
        )
    return monitor


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
