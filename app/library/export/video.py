"""Encodes frames, given as arrays, into a video file: GIF, MP4 (H.264, AAC) or WebM (VP9, Opus); all but GIF with sound."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.error import FFmpegError
from av.filter import Graph
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray

from app.speech.audio.samples import SAMPLE_RATE_HZ

VIDEO_FORMATS = ("gif", "mp4", "webm")
CODECS: dict[str, tuple[str, str, dict[str, str]]] = {
    "mp4": ("libx264", "yuv420p", {"crf": "18", "preset": "medium", "tune": "animation"}),
    "webm": ("libvpx-vp9", "yuv420p", {"crf": "26", "b": "0", "deadline": "good", "cpu-used": "4", "row-mt": "1"}),
}
"""Codec, pixel format and options, chosen so that small type stays sharp."""
SOUND_CODECS = {"mp4": ("aac", 96_000), "webm": ("libopus", 64_000)}
"""Codec and bits per second."""
BT709 = 1
"""Code of this color matrix, primaries and transfer curve in the standards."""
PALETTE = "max_colors=255:reserve_transparent=1:stats_mode=full"


class FrameSource(Protocol):
    """Source of the frames of a video: (height, width, 3) uint8, both lengths even."""

    width_px: int
    height_px: int
    frames_per_s: int

    def samples(self) -> Iterator[NDArray[np.uint8]]:
        """Yield a few frames that contain all colors."""
        ...

    def pictures(self) -> Generator[tuple[NDArray[np.uint8], int]]:
        """Yield each picture and for how many frames it is shown."""
        ...


def write_video(
    path: Path, file_format: str, frame_source: FrameSource, sound: NDArray[np.float32] | None = None
) -> Iterator[int]:
    """Encode a video in one of ``VIDEO_FORMATS`` to ``path``, whatever its suffix.

    Args:
        sound: (n,) samples at ``SAMPLE_RATE_HZ`` that begin with the first frame; a GIF has none.

    Yields:
        How many frames are written. If the generator is closed early, the file is no valid video.

    Raises:
        OSError: the file cannot be written.
    """
    options = {"movflags": "+faststart"} if file_format == "mp4" else {}
    try:
        with av.open(str(path), "w", format=file_format, options=options) as container:
            yield from (
                _encode_gif(container, frame_source)
                if file_format == "gif"
                else _encode_video(
                    container, frame_source, *CODECS[file_format], _SoundTrack.of(container, file_format, sound)
                )
            )
    except FFmpegError as error:
        raise OSError(error.errno, error.strerror) from error


def _encode_video(
    container: Any,
    frame_source: FrameSource,
    codec: str,
    pixel_format: str,
    options: dict[str, str],
    sound_track: _SoundTrack | None,
) -> Iterator[int]:
    stream = container.add_stream(codec, rate=frame_source.frames_per_s, options=options)
    stream.width, stream.height, stream.pix_fmt = frame_source.width_px, frame_source.height_px, pixel_format
    coded = stream.codec_context
    coded.colorspace = coded.color_primaries = coded.color_trc = BT709
    coded.color_range = ColorRange.MPEG  # limited range, which players expect by default
    index = 0
    with closing(frame_source.pictures()) as pictures:
        for picture, frames in pictures:
            for _ in range(frames):
                frame = _to_frame(picture, index, frame_source.frames_per_s)
                coded_frame = frame.reformat(
                    format=pixel_format, dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
                )
                container.mux(stream.encode(coded_frame))
                index += 1
                if sound_track is not None:
                    sound_track.encode_until(index / frame_source.frames_per_s)
                yield index
    container.mux(stream.encode(None))
    if sound_track is not None:
        sound_track.end()


class _SoundTrack:
    """Encodes the sound beside the frames, as far as they are."""

    def __init__(self, container: Any, codec: str, bit_rate: int, samples: NDArray[np.float32]) -> None:
        self._container, self._samples, self._position = container, samples, 0
        self._stream = container.add_stream(codec, rate=SAMPLE_RATE_HZ, layout="mono")
        self._stream.bit_rate = bit_rate

    @classmethod
    def of(cls, container: Any, file_format: str, samples: NDArray[np.float32] | None) -> _SoundTrack | None:
        return None if samples is None else cls(container, *SOUND_CODECS[file_format], samples)

    def encode_until(self, time_s: float) -> None:
        """Encode up to ``time_s`` of the film."""
        end = min(round(time_s * SAMPLE_RATE_HZ), len(self._samples))
        if end <= self._position:
            return
        block = np.ascontiguousarray(self._samples[None, self._position : end], np.float32)
        frame = AudioFrame.from_ndarray(block, format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, self._position, Fraction(1, SAMPLE_RATE_HZ)
        self._container.mux(self._stream.encode(frame))
        self._position = end

    def end(self) -> None:
        self._container.mux(self._stream.encode(None))


def _encode_gif(container: Any, frame_source: FrameSource) -> Iterator[int]:
    """Encode a GIF: a picture shown for longer is one long frame; one palette of 255 colors serves the whole video."""
    stream = container.add_stream("gif", rate=frame_source.frames_per_s)
    stream.width, stream.height, stream.pix_fmt = frame_source.width_px, frame_source.height_px, "pal8"
    _graph, source, sink = _palette_graph(frame_source)  # the graph must outlive its ends
    index = 0

    def encode() -> None:
        for frame in _drain(sink):
            container.mux(stream.encode(frame))

    with closing(frame_source.pictures()) as pictures:
        for picture, frames in pictures:
            source.push(_to_frame(picture, index, frame_source.frames_per_s))
            if frames > 1:  # its last frame again: else the last picture would have no duration
                source.push(_to_frame(picture, index + frames - 1, frame_source.frames_per_s))
            index += frames
            encode()
            yield index
    source.push(None)
    encode()
    container.mux(stream.encode(None))


def _palette_graph(frame_source: FrameSource) -> tuple[Graph, Any, Any]:
    """Build a filter graph that applies a common palette; return the graph, its source and its sink."""
    making = Graph()
    source, maker, sink = (
        _add_buffer(making, frame_source, "rgb24"),
        making.add("palettegen", PALETTE),
        making.add("buffersink"),
    )
    source.link_to(maker)
    maker.link_to(sink)
    making.configure()
    for index, picture in enumerate(frame_source.samples()):
        source.push(_to_frame(picture, index, frame_source.frames_per_s))
    source.push(None)
    palette: Any = sink.pull()
    using = Graph()
    source = _add_buffer(using, frame_source, "rgb24")
    palette_buffer = using.add_buffer(
        width=palette.width,
        height=palette.height,
        format=palette.format.name,
        time_base=Fraction(1, frame_source.frames_per_s),
    )
    user, sink = using.add("paletteuse", "dither=none:diff_mode=rectangle"), using.add("buffersink")
    source.link_to(user, 0, 0)
    palette_buffer.link_to(user, 0, 1)
    user.link_to(sink)
    using.configure()
    palette_buffer.push(palette)
    palette_buffer.push(None)
    return using, source, sink


def _add_buffer(graph: Any, frame_source: FrameSource, pixel_format: str) -> Any:
    time_base = Fraction(1, frame_source.frames_per_s)
    return graph.add_buffer(
        width=frame_source.width_px, height=frame_source.height_px, format=pixel_format, time_base=time_base
    )


def _drain(sink: Any) -> Iterator[VideoFrame]:
    while True:
        try:
            yield sink.pull()
        except (BlockingIOError, EOFError):  # needs more input, or has ended
            return


def _to_frame(picture: NDArray[np.uint8], index: int, frames_per_s: int) -> VideoFrame:
    frame = VideoFrame.from_ndarray(picture, format="rgb24")
    frame.pts, frame.time_base = index, Fraction(1, frames_per_s)
    return frame
