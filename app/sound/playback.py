"""Playback of a source while it is decoded: any speed at the same pitch, once or in a loop.

Runs in a worker thread. What is played is what the transcript heard (``DecodedSound``), so a word clicked is the word heard;
FFmpeg's ``atempo`` stretches it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.errors import AudioError, PlaybackError
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples

from .decoded_sound import DecodedSound
from .portaudio import portaudio_lock, rescan_devices

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)
BLOCK_S = 0.04
LATENCY_S = 0.12
LOCK_TIMEOUT_S = 3.0
"""How long to wait for ``portaudio_lock``."""
PIECE_S = 0.25
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

    def __init__(self, sound: DecodedSound, request: PlaybackRequest) -> None:
        self._sound = sound
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
                for position_s, block in render_blocks(self._sound, request, rate_hz):
                    try:
                        if len(block):
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
    sound: DecodedSound, request: PlaybackRequest, rate_hz: int, channels: int = 2
) -> Iterator[tuple[float, Block]]:
    """Stretch and resample what a request asks for.

    Yields:
        The moment of the source in seconds at which a block ends, and the block (samples, channels), ``BLOCK_S`` long. Empty
        blocks while the source is decoded up to the start of the request.

    Raises:
        AudioError: the source cannot be decoded.
    """
    total: int | None = None  # samples; None for all there are
    if request.end_s is not None:
        total = round((request.end_s - request.start_s) / request.speed * rate_hz)
    done, size = 0, max(1, round(BLOCK_S * rate_hz))
    buffered = np.zeros(0, np.float32)
    try:
        for _ in sound.decode_until(request.start_s + PIECE_S):
            yield request.start_s, np.zeros((0, channels), np.float32)
        for samples in _stretch(_pieces(sound, request), request.speed, rate_hz):
            buffered = np.concatenate([buffered, samples])
            while len(buffered) >= size and (total is None or done + size <= total):
                block, buffered = buffered[:size], buffered[size:]
                done += size
                yield request.start_s + done / rate_hz * request.speed, _on_channels(block, channels)
            if total is not None and done + len(buffered) >= total:
                break
    except AudioError as error:
        if not done:
            raise _unreadable_error(sound.source) from error
    rest = buffered if total is None else buffered[: max(0, total - done)]
    if len(rest):
        yield request.start_s + (done + len(rest)) / rate_hz * request.speed, _on_channels(rest, channels)


def _pieces(sound: DecodedSound, request: PlaybackRequest) -> Iterator[Samples]:
    """The source from the start of the request on, (n,) at ``SAMPLE_RATE_HZ``; decoded as it is needed."""
    position, size = round(request.start_s * SAMPLE_RATE_HZ), round(PIECE_S * SAMPLE_RATE_HZ)
    while True:
        for _ in sound.decode_until((position + size) / SAMPLE_RATE_HZ):
            pass
        piece = sound.read(position, size)
        if not len(piece):
            return
        yield piece
        position += len(piece)


def _stretch(pieces: Iterator[Samples], speed: float, rate_hz: int) -> Iterator[Samples]:
    """The same at another speed and in the same pitch, (n,) at ``rate_hz``."""
    import av

    graph = av.filter.Graph()
    source = graph.add_abuffer(
        format="flt", sample_rate=SAMPLE_RATE_HZ, layout="mono", time_base=Fraction(1, SAMPLE_RATE_HZ)
    )
    nodes = [source]
    if speed != 1.0:  # a fraction: FFmpeg reads decimals in the system's locale, which may want a comma
        ratio = Fraction(speed).limit_denominator(100)
        nodes.append(graph.add("atempo", f"{ratio.numerator}/{ratio.denominator}"))
    nodes.append(graph.add("aformat", f"sample_fmts=flt:sample_rates={rate_hz}:channel_layouts=mono"))
    nodes.append(graph.add("abuffersink"))
    for node, successor in pairwise(nodes):
        node.link_to(successor)
    graph.configure()
    position = 0
    for piece in pieces:
        frame = av.AudioFrame.from_ndarray(piece[None], format="flt", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = SAMPLE_RATE_HZ, Fraction(1, SAMPLE_RATE_HZ), position
        position += len(piece)
        graph.push(frame)
        yield from _drain(graph)
    graph.push(None)
    yield from _drain(graph)


def _drain(graph: Any) -> Iterator[Samples]:
    """What a filter graph has ready, (n,)."""
    import av

    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        yield frame.to_ndarray().reshape(-1)


def _on_channels(samples: Samples, channels: int) -> Block:
    """The same sound on each channel, (n, channels)."""
    return np.repeat(samples[:, None], channels, axis=1)


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
