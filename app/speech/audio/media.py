"""Opens audio and video files: which tracks there are, and why a file cannot be read.

A file's content decides, never its name. soundfile reads what libsndfile knows exactly (wav, flac, aiff, caf, au, w64). PyAV,
which carries FFmpeg, reads the rest (mp3, m4a, ogg, opus, webm, mp4, mkv, mov, avi, wma, ...).
"""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import av
import soundfile
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.stream import Disposition

from app.errors import AudioError, translatable

from .drm import is_protected
from .sections import Section, SectionFile

SOUNDFILE_MAGIC = (b"RIFF", b"RIFX", b"RF64", b"riff", b"fLaC", b"FORM", b"caff", b".snd")
SOUNDFILE_ERRORS = (soundfile.LibsndfileError, TypeError, ValueError)  # names ending in .raw, names that are not text

_LOG = logging.getLogger(__name__)
_VIDEO_FORMATS = {"mov", "matroska", "avi", "asf", "mpeg", "mpegts", "flv", "ogg"}
_SPECIAL = Disposition.comment | Disposition.descriptions | Disposition.visual_impaired | Disposition.clean_effects
_CHOOSE_MEDIA_FILE = translatable("Choose an audio or video file, such as wav, mp3, m4a, flac, ogg, mp4 or mkv.")


@dataclass(frozen=True)
class AudioInfo:
    """What a file's header says about one of its audio tracks, and which others there are."""

    duration_s: float
    sample_rate_hz: int
    channels: int
    tracks: tuple[str, ...]
    """A name for every audio track of the file, in order."""


def probe(path: Path | str, track: int | None = None) -> AudioInfo:
    """Read a file's header (and, if it has no duration, its packets; nothing is decoded).

    Args:
        track: from 0; None for the one that players play.

    Raises:
        AudioError: as ``decode.blocks``.
    """
    path = Path(path)
    header = read_header(path)
    if not track and header.startswith(SOUNDFILE_MAGIC):
        try:
            with soundfile.SoundFile(path) as file:
                if file.channels <= 2 and 0 < file.frames < 2**40:  # 2**63 - 1 stands for "not known"
                    label = f"Track 1 ({file.subtype.replace('_', ' ').lower()}, {_layout_name(file.channels)})"
                    return AudioInfo(file.frames / file.samplerate, file.samplerate, file.channels, (label,))
        except SOUNDFILE_ERRORS as error:
            _LOG.debug("libsndfile cannot read %s: %s", path, error)
    with open_container(path, header) as container:
        if track is None:
            track = next(iter(track_order(container)), 0)
        stream = select_stream(container, path, track)
        tracks = tuple(_track_name(number, other) for number, other in enumerate(container.streams.audio, start=1))
        if container.duration and container.format.name != "aac":  # a raw AAC stream's duration is only guessed
            duration_s = container.duration / av.time_base
        else:
            duration_s = _scan_duration_s(container, stream)
        return AudioInfo(duration_s, int(stream.codec_context.sample_rate), int(stream.codec_context.channels), tracks)


def track_names(path: Path | str) -> tuple[str, ...]:
    """A name for every audio track of a file, in order, decodable or not. Raises ``AudioError`` as ``probe``."""
    path = Path(path)
    header = read_header(path)
    if header.startswith(SOUNDFILE_MAGIC):
        return probe(path).tracks
    with open_container(path, header) as container:
        return tuple(_track_name(number, stream) for number, stream in enumerate(container.streams.audio, start=1))


def candidate_tracks(path: Path | str) -> tuple[int, ...]:
    """The audio tracks of a file, from 0, in the order in which they are tried. Raises ``AudioError`` as ``probe``."""
    path = Path(path)
    header = read_header(path)
    if header.startswith(SOUNDFILE_MAGIC):
        return (0,)
    with open_container(path, header) as container:
        return track_order(container) or (0,)


def track_order(container: InputContainer) -> tuple[int, ...]:
    """The audio tracks from 0: first the one that players play, by its default flag; comments and descriptions last."""

    def rank(track: int) -> tuple[bool, bool]:
        disposition = Disposition(container.streams.audio[track].disposition)
        return bool(disposition & _SPECIAL), not disposition & Disposition.default

    return tuple(sorted(range(len(container.streams.audio)), key=rank))


def read_header(path: Path) -> bytes:
    """The first bytes of a file. Raises ``AudioError`` if it is missing, empty, no file or may not be read."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise AudioError(
                "{file} is a folder.",
                "Only files can be transcribed.",
                "Choose the files inside it.",
                short="a folder",
                file=quoted_name(path),
            )
        if not stat.S_ISREG(mode):
            raise AudioError(
                "{file} is a device or a pipe, not a file.",
                "",
                _CHOOSE_MEDIA_FILE,
                short="not a file",
                file=quoted_name(path),
            )
        with path.open("rb") as file:
            header = file.read(4096)
    except FileNotFoundError:
        raise AudioError(
            "There is no file {file}.",
            "It was moved, renamed or deleted, or its name is misspelt.",
            "Check the name and the folder, or choose the file again.",
            short="not found",
            file=quoted_name(path),
        ) from None
    except PermissionError:
        raise AudioError(
            "{file} may not be read.",
            "Your account has no permission to open it.",
            "Ask its owner for read permission, or copy it to a folder of your own.",
            short="no permission to read it",
            file=quoted_name(path),
        ) from None
    except (OSError, ValueError) as error:
        raise AudioError(
            "{file} could not be read.",
            "The system says: {reason}.",
            "Check that its disk is still connected, or copy the file to another folder.",
            short="could not be read",
            file=quoted_name(path),
            reason=getattr(error, "strerror", None) or error,
        ) from error
    if not header:
        raise AudioError(
            "{file} is empty.",
            "The file has a size of zero bytes: a recording, copy or download was interrupted.",
            "Record, copy or download it again.",
            short="empty",
            file=quoted_name(path),
        )
    return header


@contextmanager
def open_container(path: Path, header: bytes, section: Section | None = None) -> Iterator[InputContainer]:
    """Open a file, or a section of it, with FFmpeg. Raises ``AudioError`` if it is no media file."""
    # "file:" keeps "12:30 talk.m4a" from being read as a protocol; the whitelist keeps playlists off the network.
    source: Any = f"file:{path}" if section is None else SectionFile(path, section)
    try:
        container = cast(
            "InputContainer", av.open(source, options={"protocol_whitelist": "file"}, metadata_errors="replace")
        )
    except (FFmpegError, ValueError) as error:
        if header[4:8] == b"ftyp":
            raise AudioError(
                "{file} was cut off before it was finished.",
                "Its index is missing, which recorders and cameras write last, so nothing in it can be found.",
                "Copy or download it again; if this is the original, a repair tool for MP4 files may help.",
                short="cut off",
                file=quoted_name(path),
            ) from error
        raise _not_audio_error(path) from error
    with container:
        yield container


def select_stream(container: InputContainer, path: Path, track: int) -> AudioStream:
    """The audio stream of a track. Raises ``AudioError`` if there is none, or it is protected or unknown."""
    streams = container.streams.audio
    formats = set(container.format.name.split(","))
    if not streams:
        if container.streams.video and formats & _VIDEO_FORMATS:
            raise AudioError(
                "{file} has no sound.",
                "It is a video without an audio track.",
                "Choose a video with sound.",
                short="no sound in it",
                file=quoted_name(path),
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
            file=quoted_name(path),
            track=track + 1,
            count=len(streams),
        )
    stream = streams[track]
    if is_protected(path, formats, stream):
        raise AudioError(
            "{file} is protected against copying.",
            "Its sound is encrypted (DRM) and can be decoded only by the player it was bought for.",
            "Use a version without copy protection, or your own recording.",
            short="copy-protected",
            file=quoted_name(path),
        )
    # FFmpeg guesses: a stream may be noise without a rate, or need a decoder that FFmpeg does not have.
    if stream.codec_context is None or not stream.codec_context.sample_rate:
        raise AudioError(
            "The sound in {file} cannot be decoded.",
            "Its format is unknown here, or the file is damaged at its very start.",
            "Convert it to wav, flac, mp3 or m4a with the program that made it.",
            short="damaged or unknown format",
            file=quoted_name(path),
        )
    return stream


def _not_audio_error(path: Path) -> AudioError:
    return AudioError(
        "{file} is not an audio or video file.",
        "Nothing in it could be recognised as sound, or it is damaged from its start.",
        _CHOOSE_MEDIA_FILE,
        short="not audio or video",
        file=quoted_name(path),
    )


def quoted_name(path: Path) -> str:
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
