"""Playback of a source while it is decoded: any speed at the same pitch, once or in a loop.

Runs in a worker thread. PyAV decodes and FFmpeg's ``atempo`` stretches; only the next block is held in memory.
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
"""How long to wait for ``portaudio_lock``."""
PEAKS_PER_S = 100
Block: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True)
class PlaybackPosition:
    """The moment of the source that leaves the loudspeaker now, in seconds from its start."""

    position_s: float


@dataclass(frozen=True)
class PlaybackRequest:
    """Which part of a source to play, and how. Times are seconds from the start of the source."""

    start_s: float = 0.0
    end_s: float | None = None
    """Where to stop, or to go back to ``loop_start_s``; None for the end of the source."""
    loop_start_s: float | None = None
    """Where a loop begins; None to stop at ``end_s``."""
    speed: float = 1.0


class Playback:
    """Plays a source in the thread that iterates ``events``; ``change`` may be called from any thread."""

    def __init__(self, source: Path, request: PlaybackRequest) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._request, self._changed = request, True

    def change(self, start_s: float | None, **changes: Any) -> None:
        """Go on from ``start_s``, or from the present position where it is None, with other fields of ``PlaybackRequest``."""
        with self._lock:
            if start_s is None:
                start_s = self._request.start_s if self._changed else -1.0
            self._request, self._changed = replace(self._request, start_s=start_s, **changes), True

    def events(self) -> Iterator[PlaybackPosition]:
        """Play to the end; closing the generator stops at once.

        Raises:
            PlaybackError: there is no working output, it was unplugged, or a recording runs.
            AudioError: the source cannot be decoded.
        """
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
            request = self.next_request(position_s)
            while request is not None:
                following: PlaybackRequest | None = None
                for position_s, block in render_blocks(self._source, request, rate_hz):
                    try:
                        stream.write(block)
                    except Exception as error:
                        raise _device_lost_error() from error
                    yield PlaybackPosition(max(request.start_s, position_s - latency_s * request.speed))
                    following = self.next_request(position_s)
                    if following is not None:
                        break
                if following is None and request.loop_start_s is not None:
                    following = replace(request, start_s=request.loop_start_s)
                request = following
            stream.stop()  # returns when what is buffered has been played
            yield PlaybackPosition(position_s)
        finally:
            with suppress(Exception):  # a device that was unplugged may not even close
                stream.abort()
                stream.close()

    def next_request(self, position_s: float) -> PlaybackRequest | None:
        """The changed request, its start resolved to ``position_s`` if need be; None where nothing has changed."""
        with self._lock:
            if not self._changed:
                return None
            self._changed = False
            if self._request.start_s < 0:
                self._request = replace(self._request, start_s=position_s)
            return self._request


def render_blocks(
    source: Path, request: PlaybackRequest, rate_hz: int, channels: int = 2
) -> Iterator[tuple[float, Block]]:
    """Decode, stretch and resample what a request asks for.

    Yields:
        The moment of the source in seconds at which a block ends, and the block (samples, channels), ``BLOCK_S`` long.

    Raises:
        AudioError: the source cannot be decoded.
    """
    import av

    total: int | None = None  # samples; None for all there are
    if request.end_s is not None:
        total = round((request.end_s - request.start_s) / request.speed * rate_hz)
    done, size = 0, max(1, round(BLOCK_S * rate_hz))
    buffered = np.zeros((0, channels), np.float32)
    try:
        with av.open(str(source)) as container:
            for samples in _decode_stretched(container, request, rate_hz, channels):
                buffered = np.concatenate([buffered, samples])
                while len(buffered) >= size and (total is None or done + size <= total):
                    block, buffered = buffered[:size], buffered[size:]
                    done += size
                    yield request.start_s + done / rate_hz * request.speed, block
                if total is not None and done + len(buffered) >= total:
                    break
    except (OSError, ValueError, IndexError) as error:
        if not done:
            raise _unreadable_error(source) from error
    rest = buffered if total is None else buffered[: max(0, total - done)]
    if len(rest):
        yield request.start_s + (done + len(rest)) / rate_hz * request.speed, rest


def _decode_stretched(container: Any, request: PlaybackRequest, rate_hz: int, channels: int) -> Iterator[Block]:
    """The source from ``request.start_s`` on, at the request's speed and the device's rate, (samples, channels)."""
    import av

    stream = container.streams.audio[0]
    offset_s = float((stream.start_time or 0) * stream.time_base)
    if request.start_s > 0:
        container.seek(int((request.start_s + offset_s) * av.time_base), backward=True)
    graph = av.filter.Graph()
    nodes = [graph.add_abuffer(template=stream)]
    if request.speed != 1.0:
        nodes.append(graph.add("atempo", str(request.speed)))
    layout = "mono" if channels == 1 else "stereo"
    nodes.append(graph.add("aformat", f"sample_fmts=flt:sample_rates={rate_hz}:channel_layouts={layout}"))
    nodes.append(graph.add("abuffersink"))
    for node, successor in pairwise(nodes):
        node.link_to(successor)
    graph.configure()
    skip: int | None = None  # samples of the first frame that lie before the start
    for frame in container.decode(stream):
        frame_s = float(frame.pts * frame.time_base) - offset_s if frame.pts is not None else request.start_s
        if frame_s + frame.samples / frame.sample_rate <= request.start_s:
            continue
        if skip is None:
            skip = max(0, round((request.start_s - frame_s) / request.speed * rate_hz))
        graph.push(frame)
        for samples in _drain(graph, channels):
            yield samples[skip:]
            skip = max(0, skip - len(samples))
    graph.push(None)
    for samples in _drain(graph, channels):
        yield samples[skip or 0 :]
        skip = max(0, (skip or 0) - len(samples))


def _drain(graph: Any, channels: int) -> Iterator[Block]:
    """What a filter graph has ready, (samples, channels)."""
    import av

    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        yield frame.to_ndarray().reshape(-1, channels)


def compute_peaks(source: Path) -> Iterator[Block]:
    """Peak amplitude of a source over time, (n,), 0 to 1, ``PEAKS_PER_S`` values a second.

    Yields:
        Empty arrays while it decodes, so that the caller can cancel; then one array, unless the source is empty.

    Raises:
        AudioError: the source cannot be decoded.
    """
    from app.speech.audio.decode import blocks
    from app.speech.audio.samples import SAMPLE_RATE_HZ

    width = SAMPLE_RATE_HZ // PEAKS_PER_S
    chunks: list[Block] = []
    for block in blocks(source):  # of 30 s: a whole number of peaks, but for the last
        loudest = np.abs(block[: len(block) // width * width]).reshape(-1, width).max(axis=1)
        chunks.append(np.minimum(loudest, 1.0).astype(np.float32))
        yield np.zeros(0, np.float32)
    if chunks:
        yield np.concatenate(chunks)


def _open_stream() -> tuple[Any, int]:
    """Open and start an output stream; return it and its rate in Hz."""
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
            rescan_devices(sounddevice)  # a device may have been plugged in since; too slow to do each time
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
