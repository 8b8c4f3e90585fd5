"""How long a file claims to be, where its header knows: what a cut or damaged file lacks is measured by that.

FFmpeg replaces the claims of some headers by what the file's size allows, so those are read here. Ogg, mpeg, raw AAC, mp3
without a Xing frame and live recordings claim nothing.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError

_HEAD_BYTES = 2**16
_UNKNOWN_SIZES = range(0x7FFFFF00, 2**32)  # what recorders write that never learn the length
_ASF_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_MPEG_RATES_HZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_TRUSTED = {"mov", "aiff", "au", "flac"}  # FFmpeg's formats whose stream has the header's own duration


def promised_end_s(path: Path, container: InputContainer, stream: AudioStream, start_byte: int = 0) -> float | None:
    """When a track ends by its file's header, in seconds from the file's start; None if it does not say.

    Args:
        start_byte: where in the file its stream begins, if it was joined of several.
    """
    with path.open("rb") as file:
        file.seek(start_byte)
        head = file.read(_HEAD_BYTES)
    formats = set(container.format.name.split(","))
    number = container.streams.audio.index(stream)
    readers: dict[str, Callable[[], float | None]] = {
        "wav": lambda: _wave_s(head), "w64": lambda: _w64_s(head), "caf": lambda: _caf_s(head),
        "asf": lambda: _asf_s(head), "avi": lambda: _avi_s(head, number), "mp3": lambda: _mp3_s(path),
    }  # fmt: skip
    try:
        for name in formats & readers.keys():
            return readers[name]()
    except (struct.error, ZeroDivisionError, IndexError, OSError):
        return None
    start_s = (container.start_time or 0) / av.time_base
    if formats & _TRUSTED and stream.duration and stream.time_base:
        return float((stream.duration + (stream.start_time or 0)) * stream.time_base) - start_s
    if "matroska" in formats and (named := _tagged_s(stream.metadata.get("DURATION", ""))):
        return named - start_s
    if formats & {"matroska", "flv"} and container.duration:
        promised_s = container.duration / av.time_base
        return promised_s if _is_longest(container, stream, promised_s) else None
    return None


def _is_longest(container: InputContainer, stream: AudioStream, promised_s: float) -> bool:
    """Whether no other stream of the container lasts as long as it promises, so that the sound should."""
    others = [other for other in container.streams if other.index != stream.index and other.type in ("video", "audio")]
    if not others:
        return True
    try:
        container.seek(int((promised_s - 1) * av.time_base), backward=True)
        for packet in container.demux(others):
            if packet.pts is None or packet.time_base is None:
                continue
            if float((packet.pts + (packet.duration or 0)) * packet.time_base) > promised_s - 1:
                return False
    except (FFmpegError, IndexError):
        pass
    return True


def _wave_s(head: bytes) -> float | None:
    order = ">" if head[:4] == b"RIFX" else "<"
    start, bytes_per_s, long_size = 12, 0, 0
    while True:
        name, (size,) = head[start : start + 4], struct.unpack_from(order + "I", head, start + 4)
        if name == b"ds64":  # RF64
            long_size = struct.unpack_from(order + "Q", head, start + 16)[0]
        if name == b"fmt ":
            bytes_per_s = struct.unpack_from(order + "I", head, start + 16)[0]
        if name == b"data":
            size = long_size or size
            return None if size == 0 or size in _UNKNOWN_SIZES else float(size / bytes_per_s)
        start += 8 + size + size % 2


def _w64_s(head: bytes) -> float | None:
    start, bytes_per_s = 40, 0
    while True:
        name, (size,) = head[start : start + 4], struct.unpack_from("<Q", head, start + 16)
        if name == b"fmt ":
            bytes_per_s = struct.unpack_from("<I", head, start + 32)[0]
        if name == b"data":
            return float((size - 24) / bytes_per_s) if size > 24 else None
        start += (size + 7) // 8 * 8 or len(head)


def _mp3_s(path: Path) -> float | None:
    """By the number of frames in a Xing, Info or VBRI frame."""
    with path.open("rb") as file:
        tag = file.read(10)
        if tag.startswith(b"ID3"):
            file.seek(10 + sum((byte & 127) << shift for byte, shift in zip(tag[6:10], (21, 14, 7, 0), strict=True)))
        else:
            file.seek(0)
        frame = file.read(4096)
    sync = re.search(rb"\xff[\xe2-\xff]", frame)
    xing = re.search(rb"(Xing|Info)...[\x01\x03\x05\x07\x09\x0b\x0d\x0f]", frame, re.DOTALL)
    vbri = frame.find(b"VBRI")
    if not sync or (not xing and vbri < 0):
        return None
    count = struct.unpack_from(">I", frame, xing.end() if xing else vbri + 14)[0]
    version = frame[sync.start() + 1] >> 3 & 3
    rate_hz = _MPEG_RATES_HZ[version][frame[sync.start() + 2] >> 2 & 3]
    return float(count * (1152 if version == 3 else 576) / rate_hz)


def _asf_s(head: bytes) -> float | None:
    start = head.find(_ASF_PROPERTIES)
    if start < 0:
        return None
    duration, _, preroll_ms = struct.unpack_from("<QQQ", head, start + 64)
    return float(duration / 1e7 - preroll_ms / 1e3) or None


def _avi_s(head: bytes, number: int) -> float | None:
    start = [match.start() for match in re.finditer(b"auds", head)][number]
    scale, rate, _, length = struct.unpack_from("<4I", head, start + 20)
    return float(length * scale / rate) or None


def _caf_s(head: bytes) -> float | None:
    rate_hz, _, _, packet_bytes, packet_frames = struct.unpack_from(">d4s3I", head, 20)
    start = 8
    while True:
        name, size = struct.unpack_from(">4sq", head, start)
        if name == b"data":
            return float((size - 4) / packet_bytes * packet_frames / rate_hz) if size > 0 else None
        start += 12 + size


def _tagged_s(tag: str) -> float:
    """Seconds of a Matroska duration tag such as ``00:00:08.829000000``; 0 if there is none."""
    match = re.fullmatch(r"(\d+):(\d\d):(\d\d(?:\.\d+)?)", tag)
    return int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3]) if match else 0.0
