"""Playing a source: decoded as it is heard, at another speed in the same pitch, over and over where a person wants it so.

Runs in a worker's thread. PyAV decodes and FFmpeg's ``atempo`` stretches; nothing is held in memory but what comes next.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.errors import AudioError, PlaybackError

from .portaudio import portaudio_lock, rescan_devices

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)
BLOCK_S = 0.04
LATENCY_S = 0.12
LOCK_TIMEOUT_S = 3.0
"""How long to wait until whoever uses the sound system lets it go."""
PEAKS_PER_S = 100
Block: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True)
class PlaybackPosition:
    """What is heard now, seconds from the start of the source."""

    position_s: float


@dataclass(frozen=True)
class PlaybackRequest:
    """What to play."""

    at_s: float = 0.0
    until_s: float | None = None
    """Where to stop, or to begin again; None for the end of the source."""
    again_from_s: float | None = None
    """Where to go on from after ``until_s``: a loop; None to stop there."""
    speed: float = 1.0


class Playback:
    """One stretch of listening. All but ``events`` may be called from any thread."""

    def __init__(self, source: Path, request: PlaybackRequest) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._request, self._changed = request, True

    def change(self, at_s: float | None, **fields: Any) -> None:
        """Play something else, or otherwise; ``at_s`` None goes on from where it is."""
        with self._lock:
            moved = self._changed and at_s is None
            at = self._request.at_s if moved else -1.0 if at_s is None else at_s
            self._request, self._changed = replace(self._request, at_s=at, **fields), True

    def events(self) -> Iterator[PlaybackPosition]:
        """Plays until the end; closing it stops at once. Raises ``PlaybackError``, ``AudioError``."""
        if not portaudio_lock.acquire(timeout=LOCK_TIMEOUT_S):
            raise PlaybackError(
                "This cannot be played now.", "A recording is running.", "Play it when the recording has ended."
            )
        try:
            yield from self._play()
        finally:
            portaudio_lock.release()

    def _play(self) -> Iterator[PlaybackPosition]:
        stream, rate_hz = _open_stream()
        try:
            latency_s = float(stream.latency)
            position_s = 0.0
            order = self._next_request(position_s)
            while order is not None:
                onward: PlaybackRequest | None = None
                for position_s, block in render_blocks(self._source, order, rate_hz):
                    try:
                        stream.write(block)
                    except Exception as error:
                        raise _device_lost_error() from error
                    yield PlaybackPosition(max(order.at_s, position_s - latency_s * order.speed))
                    onward = self._next_request(position_s)
                    if onward is not None:
                        break
                if onward is None and order.again_from_s is not None:
                    onward = replace(order, at_s=order.again_from_s)
                order = onward
            stream.stop()  # what is on its way is heard to its end
            yield PlaybackPosition(position_s)
        finally:
            with suppress(Exception):  # a device that was unplugged may not even close
                stream.abort()
                stream.close()

    def _next_request(self, position_s: float) -> PlaybackRequest | None:
        """What is to be played from now on, if that is anything new."""
        with self._lock:
            if not self._changed:
                return None
            self._changed = False
            if self._request.at_s < 0:
                self._request = replace(self._request, at_s=position_s)
            return self._request


def render_blocks(
    source: Path, request: PlaybackRequest, rate_hz: int, channels: int = 2
) -> Iterator[tuple[float, Block]]:
    """Blocks (samples, channels) of what an order asks for, each with the moment of the source at which it ends.

    Raises ``AudioError`` where the source cannot be read.
    """
    import av

    wanted = None if request.until_s is None else round((request.until_s - request.at_s) / request.speed * rate_hz)
    done, size = 0, max(1, round(BLOCK_S * rate_hz))
    held = np.zeros((0, channels), np.float32)
    try:
        with av.open(str(source)) as container:
            for piece in _decode_stretched(container, request, rate_hz, channels):
                held = np.concatenate([held, piece])
                while len(held) >= size and (wanted is None or done + size <= wanted):
                    block, held = held[:size], held[size:]
                    done += size
                    yield request.at_s + done / rate_hz * request.speed, block
                if wanted is not None and done + len(held) >= wanted:
                    break
    except (OSError, ValueError, IndexError) as error:
        if not done:
            raise _unreadable_error(source) from error
    rest = held if wanted is None else held[: max(0, wanted - done)]
    if len(rest):
        yield request.at_s + (done + len(rest)) / rate_hz * request.speed, rest


def _decode_stretched(container: Any, request: PlaybackRequest, rate_hz: int, channels: int) -> Iterator[Block]:
    """The source from ``order.at_s`` on, at its speed and at the device's rate."""
    import av

    stream = container.streams.audio[0]
    first_s = float((stream.start_time or 0) * stream.time_base)
    if request.at_s > 0:
        container.seek(int((request.at_s + first_s) * av.time_base), backward=True)
    graph = av.filter.Graph()
    nodes = [graph.add_abuffer(template=stream)]
    if request.speed != 1.0:
        nodes.append(graph.add("atempo", str(request.speed)))
    layout = "mono" if channels == 1 else "stereo"
    nodes.append(graph.add("aformat", f"sample_fmts=flt:sample_rates={rate_hz}:channel_layouts={layout}"))
    nodes.append(graph.add("abuffersink"))
    for one, other in pairwise(nodes):
        one.link_to(other)
    graph.configure()
    skip: int | None = None
    for frame in container.decode(stream):
        start_s = float(frame.pts * frame.time_base) - first_s if frame.pts is not None else request.at_s
        if start_s + frame.samples / frame.sample_rate <= request.at_s:
            continue
        if skip is None:
            skip = max(0, round((request.at_s - start_s) / request.speed * rate_hz))
        graph.push(frame)
        for piece in _drain(graph, channels):
            yield piece[skip:]
            skip = max(0, skip - len(piece))
    graph.push(None)
    for piece in _drain(graph, channels):
        yield piece[skip or 0 :]
        skip = max(0, (skip or 0) - len(piece))


def _drain(graph: Any, channels: int) -> Iterator[Block]:
    import av

    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        yield frame.to_ndarray().reshape(-1, channels)


def compute_peaks(source: Path) -> Iterator[Block]:
    """The loudness of a source over time, (n,), 0 to 1, ``PEAKS_PER_S`` of them a second; one array, or none where it is empty.

    Raises ``AudioError``.
    """
    from app.speech.audio.decode import blocks
    from app.speech.audio.samples import SAMPLE_RATE_HZ

    width = SAMPLE_RATE_HZ // PEAKS_PER_S
    found: list[Block] = []
    for block in blocks(source):  # of 30 s: a whole number of peaks, but for the last
        loud = np.abs(block[: len(block) // width * width]).reshape(-1, width).max(axis=1)
        found.append(np.minimum(loud, 1.0).astype(np.float32))
        yield np.zeros(0, np.float32)  # a moment in which to be cancelled
    if found:
        yield np.concatenate(found)


def _open_stream() -> tuple[Any, int]:
    """An output stream that runs, and its rate."""
    try:
        import sounddevice
    except OSError as error:
        raise PlaybackError(
            "Nothing can be played yet.",
            "The sound library PortAudio is missing.",
            "Install it (on Debian and Ubuntu: libportaudio2) and start Anneal again.",
        ) from error
    try:
        try:
            return _start_stream(sounddevice)
        except (sounddevice.PortAudioError, ValueError):
            rescan_devices(sounddevice)  # perhaps one was plugged in since; it takes too long to do it each time
            return _start_stream(sounddevice)
    except (sounddevice.PortAudioError, ValueError) as error:
        raise PlaybackError(
            "Nothing can be played.",
            "The system has no sound output that works.",
            "Plug in headphones or loudspeakers, or choose an output in the system's sound settings.",
        ) from error


def _start_stream(sounddevice: Any) -> tuple[Any, int]:
    rate_hz = int(sounddevice.query_devices(kind="output")["default_samplerate"])
    stream = sounddevice.OutputStream(samplerate=rate_hz, channels=2, dtype="float32", latency=LATENCY_S)
    stream.start()
    return stream, rate_hz


def _device_lost_error() -> PlaybackError:
    return PlaybackError(
        "The playback stopped.",
        "The sound output is gone.",
        "Check that it is plugged in, then play again.",
    )


def _unreadable_error(source: Path) -> AudioError:
    if not source.exists():
        return AudioError(
            "There is no file {file}.",
            "It was moved, renamed or deleted.",
            "Show where it is now; the text is kept in any case.",
            file=source.name,
        )
    return AudioError(
        "{file} could not be played.", "Its sound could not be decoded.", "The text is kept.", file=source.name
    )
