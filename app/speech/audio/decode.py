"""Any audio or video file -> 16 kHz mono float32, in blocks.

soundfile reads what libsndfile knows exactly (wav, flac, aiff, caf, au, w64). PyAV, which carries FFmpeg, reads the
rest (mp3, m4a, ogg, opus, webm, mp4, mkv, mov, avi, wma, ...) and more than two channels, and goes on where libsndfile
fails halfway. A file's content decides, never its name. Memory is bounded by the block, whatever the length.
"""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import soundfile
import soxr
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError

from app.errors import AudioError, translatable

from .drm import is_protected
from .samples import SAMPLE_RATE_HZ, Samples

CHUNK_FRAMES = 65_536  # native frames read or gathered at a time: 0.3 s at 192 kHz, 4 s at 16 kHz
MIN_GAP_S = 0.1  # a shorter jump between timestamps is rounding, not a gap in the recording
MAX_GAP_S = 4 * 3600.0  # if the duration is unknown: longer jumps are damaged timestamps
MAX_AMPLITUDE = 1e5  # largest sample let through: float files may pass 1.0, damaged ones reach 1e38

_LOG = logging.getLogger(__name__)
_SOUNDFILE_MAGIC = (b"RIFF", b"RIFX", b"RF64", b"riff", b"fLaC", b"FORM", b"caff", b".snd")
_SOUNDFILE_ERRORS = (soundfile.LibsndfileError, TypeError, ValueError)  # names ending in .raw, names that are not text
_VIDEO_FORMATS = {"mov", "matroska", "avi", "asf", "mpeg", "mpegts", "flv", "ogg"}
_MONO_WEIGHTS = {"FL": 1.0, "FR": 1.0, "FC": 2**0.5, "LFE": 0.0}  # ITU-R BS.775, both sides added
_SURROUND_WEIGHT = 0.5**0.5
_CHOOSE_MEDIA_FILE = translatable("Choose an audio or video file, such as wav, mp3, m4a, flac, ogg, mp4 or mkv.")


@dataclass(frozen=True)
class AudioInfo:
    """What a file's header says about one of its audio tracks, and which others there are."""

    duration_s: float
    sample_rate_hz: int
    channels: int
    tracks: tuple[str, ...]
    """A name for every audio track of the file, in order."""


def probe(path: Path | str, track: int = 0) -> AudioInfo:
    """Read a file's header (and, if it has no duration, its packets; nothing is decoded).

    Raises:
        AudioError: as ``blocks``.
    """
    path = Path(path)
    header = _read_header(path)
    if track == 0 and header.startswith(_SOUNDFILE_MAGIC):
        try:
            with soundfile.SoundFile(path) as file:
                if file.channels <= 2 and 0 < file.frames < 2**40:  # 2**63 - 1 stands for "not known"
                    label = f"Track 1 ({file.subtype.replace('_', ' ').lower()}, {_layout_name(file.channels)})"
                    return AudioInfo(file.frames / file.samplerate, file.samplerate, file.channels, (label,))
        except _SOUNDFILE_ERRORS as error:
            _LOG.debug("libsndfile cannot read %s: %s", path, error)
    with _open_container(path, header) as container:
        stream = _select_stream(container, path, track)
        tracks = tuple(_track_name(number, other) for number, other in enumerate(container.streams.audio, start=1))
        if container.duration and container.format.name != "aac":  # a raw AAC stream's duration is only guessed
            duration_s = container.duration / av.time_base
        else:
            duration_s = _scan_duration_s(container, stream)
        return AudioInfo(duration_s, int(stream.codec_context.sample_rate), int(stream.codec_context.channels), tracks)


def blocks(path: Path | str, track: int = 0, block_s: float = 30.0) -> Iterator[Samples]:
    """Decode a file to 16 kHz mono float32.

    Channels are mixed with the weights of their positions, the resampler runs on across the blocks, and gaps between a
    file's timestamps become silence so that times stay true. Of a damaged or truncated file all that can be decoded comes.

    Args:
        track: which of the file's audio tracks, from 0.
        block_s: length of a block in seconds.

    Yields:
        Blocks (n,); the last one may be shorter and is never empty.

    Raises:
        AudioError: while iterating: the file cannot be read, is protected, or nothing in it can be decoded.
    """
    path = Path(path)
    header = _read_header(path)
    size = max(1, round(block_s * SAMPLE_RATE_HZ))
    empty = True
    for block in _regroup(_resample(_decode_mono(path, track, header)), size):
        empty = False
        yield block
    if empty:
        raise AudioError(
            "There is no sound in {file}.",
            "It is a recording of zero length.",
            "Perhaps it was stopped as soon as it was started; record it again or choose another file.",
            file=_quoted_name(path),
        )


def read(path: Path | str, track: int = 0) -> Samples:
    """A whole file as 16 kHz mono float32 (n,), for short clips. Raises ``AudioError`` as ``blocks``."""
    return np.concatenate(list(blocks(path, track)))


def no_speech_error(path: Path | str) -> AudioError:
    """The error for a source without speech."""
    return AudioError(
        "Nobody speaks in {file}.",
        "All of it is silence or steady noise.",
        "Check that the right microphone or audio track was used and was not muted, then try again.",
        file=_quoted_name(Path(path)),
    )


# --- opening ---------------------------------------------------------------------------------------------------------


def _read_header(path: Path) -> bytes:
    """The first bytes of a file. Raises ``AudioError`` if it is missing, empty, no file or may not be read."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise AudioError(
                "{file} is a folder.",
                "Only files can be transcribed.",
                "Choose the files inside it.",
                file=_quoted_name(path),
            )
        if not stat.S_ISREG(mode):
            raise AudioError(
                "{file} is a device or a pipe, not a file.", "", _CHOOSE_MEDIA_FILE, file=_quoted_name(path)
            )
        with path.open("rb") as file:
            header = file.read(4096)
    except FileNotFoundError:
        raise AudioError(
            "There is no file {file}.",
            "It was moved, renamed or deleted, or its name is misspelt.",
            "Check the name and the folder, or choose the file again.",
            file=_quoted_name(path),
        ) from None
    except PermissionError:
        raise AudioError(
            "{file} may not be read.",
            "Your account has no permission to open it.",
            "Ask its owner for read permission, or copy it to a folder of your own.",
            file=_quoted_name(path),
        ) from None
    except (OSError, ValueError) as error:
        raise AudioError(
            "{file} could not be read.",
            "The system says: {reason}.",
            "Check that its disk is still connected, or copy the file to another folder.",
            file=_quoted_name(path),
            reason=getattr(error, "strerror", None) or error,
        ) from error
    if not header:
        raise AudioError(
            "{file} is empty.",
            "The file has a size of zero bytes: a recording, copy or download was interrupted.",
            "Record, copy or download it again.",
            file=_quoted_name(path),
        )
    return header


@contextmanager
def _open_container(path: Path, header: bytes) -> Iterator[InputContainer]:
    try:
        # "file:" keeps "12:30 talk.m4a" from being read as a protocol; the whitelist keeps playlists off the network.
        container = av.open(f"file:{path}", options={"protocol_whitelist": "file"}, metadata_errors="replace")
    except (FFmpegError, ValueError) as error:
        if header[4:8] == b"ftyp":
            raise AudioError(
                "{file} was cut off before it was finished.",
                "Its index is missing, which recorders and cameras write last, so nothing in it can be found.",
                "Copy or download it again; if this is the original, a repair tool for MP4 files may help.",
                file=_quoted_name(path),
            ) from error
        raise _not_audio_error(path) from error
    with container:
        yield container


def _select_stream(container: InputContainer, path: Path, track: int) -> AudioStream:
    """The audio stream of a track. Raises ``AudioError`` if there is none, or it is protected or unknown."""
    streams = container.streams.audio
    formats = set(container.format.name.split(","))
    if not streams:
        if container.streams.video and formats & _VIDEO_FORMATS:
            raise AudioError(
                "{file} has no sound.",
                "It is a video without an audio track.",
                "Choose a video with sound.",
                file=_quoted_name(path),
            )
        raise _not_audio_error(path)
    if not 0 <= track < len(streams):
        why = (
            translatable("It has one audio track.")
            if len(streams) == 1
            else translatable("It has {count} audio tracks.")
        )
        raise AudioError(
            "{file} has no audio track {track}.",
            why,
            "Choose one of the tracks it has.",
            file=_quoted_name(path),
            track=track + 1,
            count=len(streams),
        )
    stream = streams[track]
    if is_protected(path, formats, stream):
        raise AudioError(
            "{file} is protected against copying.",
            "Its sound is encrypted (DRM) and can be decoded only by the player it was bought for.",
            "Use a version without copy protection, or your own recording.",
            file=_quoted_name(path),
        )
    # FFmpeg guesses: a stream may be noise without a rate, or need a decoder that FFmpeg does not have.
    if stream.codec_context is None or not stream.codec_context.sample_rate:
        raise AudioError(
            "The sound in {file} cannot be decoded.",
            "Its format is unknown here, or the file is damaged at its very start.",
            "Convert it to wav, flac, mp3 or m4a with the program that made it.",
            file=_quoted_name(path),
        )
    return stream


def _not_audio_error(path: Path) -> AudioError:
    return AudioError(
        "{file} is not an audio or video file.",
        "Nothing in it could be recognised as sound, or it is damaged from its start.",
        _CHOOSE_MEDIA_FILE,
        file=_quoted_name(path),
    )


def _quoted_name(path: Path) -> str:
    return f"“{path.name or path}”".encode(errors="replace").decode()  # names on Linux need not be valid text


def _track_name(number: int, stream: AudioStream) -> str:
    context = stream.codec_context
    title = stream.metadata.get("title") or stream.metadata.get("language", "und")
    name = f"Track {number}" if title == "und" else f"Track {number}: {title}"
    codec = f"{context.codec.canonical_name}, {_layout_name(context.channels)}" if context else "unknown format"
    return f"{name} ({codec})"


def _layout_name(channels: int) -> str:
    return {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}.get(channels, f"{channels} channels")


def _scan_duration_s(container: InputContainer, stream: AudioStream) -> float:
    """The end of the last packet in seconds, for files that were streamed and never got a duration in their header."""
    end_s = 0.0
    try:
        for packet in container.demux(stream):
            if packet.pts is not None and packet.time_base is not None:
                end_s = max(end_s, float((packet.pts + (packet.duration or 0)) * packet.time_base))
    except FFmpegError as error:
        _LOG.warning("damaged after %.1f s: %s", end_s, error)
    return max(0.0, end_s - (container.start_time or 0) / av.time_base)


# --- decoding --------------------------------------------------------------------------------------------------------


def _decode_mono(path: Path, track: int, header: bytes) -> Iterator[tuple[int, Samples]]:
    """Mono chunks at the file's own rate, as (rate in Hz, samples (n,)); libsndfile first, the rest by PyAV."""
    done = 0
    if track == 0 and header.startswith(_SOUNDFILE_MAGIC):
        try:
            with soundfile.SoundFile(path) as file:
                while file.channels <= 2 and len(chunk := file.read(CHUNK_FRAMES, "float32", always_2d=True)):
                    done += len(chunk)
                    yield file.samplerate, _mix_to_mono(chunk.T, ())
                if done:
                    return
        except _SOUNDFILE_ERRORS as error:
            _LOG.info("libsndfile stops in %s after %d frames: %s", path, done, error)
    try:
        yield from _skip_samples(_decode_with_av(path, track, header), done)
    except AudioError:
        if not done:  # of a damaged file, what libsndfile could read is good enough
            raise


def _decode_with_av(path: Path, track: int, header: bytes) -> Iterator[tuple[int, Samples]]:
    with _open_container(path, header) as container:
        stream = _select_stream(container, path, track)
        start_s = (container.start_time or 0) / av.time_base
        max_gap_s = container.duration / av.time_base if container.duration else MAX_GAP_S
        position_s = 0.0  # end of what was decoded, on the file's clock
        gathered: list[Samples] = []
        gathered_format: tuple[int, tuple[str, ...]] = (0, ())  # rate in Hz and channel names of what is gathered
        for frame in _decode_frames(container, stream, path):
            frame_format = (int(frame.sample_rate), tuple(channel.name for channel in frame.layout.channels))
            gap_s = 0.0 if frame.time is None else frame.time - start_s - position_s
            full = sum(part.shape[1] for part in gathered) >= CHUNK_FRAMES
            if gathered and (full or frame_format != gathered_format or gap_s > MIN_GAP_S):
                yield gathered_format[0], _mix_to_mono(np.concatenate(gathered, axis=1), gathered_format[1])
                gathered = []
            gathered_format = frame_format
            if MIN_GAP_S < gap_s <= max_gap_s:
                yield from _silence(gathered_format[0], gap_s)
                position_s += gap_s
            elif abs(gap_s) > MIN_GAP_S:  # the clock was set back or is damaged: go on from here
                start_s += gap_s
            gathered.append(_frame_samples(frame))
            position_s += frame.samples / frame.sample_rate
        if gathered:
            yield gathered_format[0], _mix_to_mono(np.concatenate(gathered, axis=1), gathered_format[1])


def _decode_frames(container: InputContainer, stream: AudioStream, path: Path) -> Iterator[AudioFrame]:
    """Decoded frames; damaged packets are skipped and a truncated file just ends, unless nothing at all was decoded."""
    packets = container.demux(stream)
    decoded = damaged = 0
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            break
        except FFmpegError as error:
            _LOG.warning("%s ends early: %s", container.name, error)
            break
        try:
            frames = packet.decode()
        except FFmpegError:
            damaged += 1
            continue
        for frame in frames:
            if isinstance(frame, AudioFrame) and frame.samples:
                decoded += 1
                yield frame
    if damaged and not decoded:
        raise AudioError(
            "The sound in {file} cannot be decoded.",
            "The file is damaged, or is something else under the name of an audio file.",
            "Copy or download it again, or convert it with the program that made it.",
            file=_quoted_name(path),
        )
    if damaged:
        _LOG.warning("%d damaged packets in %s were skipped", damaged, container.name)


def _frame_samples(frame: AudioFrame) -> Samples:
    """A frame's samples (channels, n), -1 to 1."""
    raw = frame.to_ndarray()  # planar (channels, samples), packed (1, samples * channels)
    if not frame.format.is_planar:
        raw = raw.reshape(frame.samples, -1).T
    if raw.dtype.kind == "f":
        return np.asarray(raw, np.float32)
    full_scale = np.float32(2 ** (8 * raw.dtype.itemsize - 1))
    return np.asarray(raw, np.float32) / full_scale - np.float32(raw.dtype.kind == "u")


def _silence(rate_hz: int, length_s: float) -> Iterator[tuple[int, Samples]]:
    remaining = round(length_s * rate_hz)
    while remaining > 0:
        yield rate_hz, np.zeros(min(remaining, CHUNK_FRAMES), np.float32)
        remaining -= CHUNK_FRAMES


def _mix_to_mono(channels: Samples, names: tuple[str, ...]) -> Samples:
    """Mix (channels, n) to (n,): dialogue leads, the subwoofer stays out, full scale stays full scale.

    ``names`` are FFmpeg's names of the channels; they count for more than two channels only.
    """
    channels = np.nan_to_num(channels, nan=0.0, posinf=0.0, neginf=0.0).clip(-MAX_AMPLITUDE, MAX_AMPLITUDE)
    if len(channels) == 1:
        return channels[0]
    if len(channels) == 2:
        mixed = np.asarray(channels.mean(axis=0), np.float32)
        # A balanced microphone on a stereo plug gives one voice in opposite polarity: the mix would be silent.
        cancelled = float(np.mean(mixed**2)) < 1e-3 * float(np.mean(channels**2))
        return channels[0] if cancelled else mixed
    weights = np.array([_MONO_WEIGHTS.get(name, _SURROUND_WEIGHT) for name in names], np.float32)
    return np.asarray(weights @ channels / max(float(weights.sum()), 1e-6), np.float32)


# --- rate and blocks -------------------------------------------------------------------------------------------------


def _skip_samples(chunks: Iterator[tuple[int, Samples]], count: int) -> Iterator[tuple[int, Samples]]:
    """The chunks without their first ``count`` samples."""
    for rate_hz, chunk in chunks:
        if count < len(chunk):
            yield rate_hz, chunk[count:]
        count = max(0, count - len(chunk))


def _resample(chunks: Iterator[tuple[int, Samples]]) -> Iterator[Samples]:
    """16 kHz samples of chunks at any rate, which may change on the way."""
    resampler: soxr.ResampleStream | None = None
    current_hz = SAMPLE_RATE_HZ
    nothing = np.zeros(0, np.float32)
    for rate_hz, chunk in chunks:
        if rate_hz != current_hz:
            if resampler is not None:
                yield resampler.resample_chunk(nothing, last=True)
            resampler = None
            if rate_hz != SAMPLE_RATE_HZ:
                resampler = soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, 1, quality="VHQ")
            current_hz = rate_hz
        yield chunk if resampler is None else resampler.resample_chunk(np.ascontiguousarray(chunk))
    if resampler is not None:
        yield resampler.resample_chunk(nothing, last=True)


def _regroup(chunks: Iterator[Samples], size: int) -> Iterator[Samples]:
    """The same samples in arrays of ``size``; the last may be shorter and is never empty."""
    gathered: list[Samples] = []
    count = 0
    for chunk in chunks:
        gathered.append(chunk)
        count += len(chunk)
        if count >= size:
            joined = np.concatenate(gathered)
            whole = count - count % size
            yield from (joined[start : start + size] for start in range(0, whole, size))
            gathered, count = [joined[whole:].copy()], count - whole
    if count:
        yield np.concatenate(gathered)
