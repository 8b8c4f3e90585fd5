"""How long a file claims to be, where its header knows: what a cut or damaged file lacks is measured by that.

FFmpeg replaces the claims of some headers by what the file's size allows, so those are read here. Ogg, MPEG streams, raw AAC,
AC-3 and DTS, and mp3 without a Xing frame claim nothing: of them is known whether their end is cut. Of live recordings in
Matroska, WAV and FLAC, which never learned their length, nothing is.
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
from av.packet import Packet

_HEAD_BYTES = 2**16
_UNKNOWN_SIZES = range(0x7FFFFF00, 2**32)  # what recorders write that never learn the length
_ASF_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_MPEG_RATES_HZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_MPEG_KBITS = {
    0: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    2: (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    3: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
}
"""By code, of MPEG-1's layers 2 and 3; 0 for those of MPEG-2."""
_AC3_KBITS = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640)
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


def is_cut_off(path: Path, container: InputContainer, last: Packet | None) -> bool:
    """Whether a file without a promise ends in the middle of something. A cut between two frames or packets is not noticed.

    Args:
        last: the last packet of the track.
    """
    formats = set(container.format.name.split(","))
    size = path.stat().st_size
    with path.open("rb") as file:
        if formats & {"mpegts"}:  # captured streams end inside a frame, but not inside a packet
            head = file.read(4 + 3 * 204)
            for step, first in (
                (188, 0),
                (192, 4),
                (204, 0),
            ):  # 192 of cameras and Blu-ray, with a time before each packet
                if head[first::step][:3] == b"GGG":
                    return size % step > 0
            return False
        if formats & {"ogg"}:
            file.seek(max(0, size - 2 * _HEAD_BYTES))
            return not _ends_ogg(file.read())
    if formats & {"mpeg"} and size % 2048 == 0:
        return False  # a DVD's film goes on in the next file
    if last is None:
        return False
    return last.size < _frame_bytes(bytes(last)[:8]) or bool(last.is_corrupt and formats & {"mov", "tta", "amr"})


def _ends_ogg(tail: bytes) -> bool:
    """Whether the last page is whole and marked as the end of its stream."""
    start = tail.rfind(b"OggS")
    if start < 0:
        return True  # something else follows, such as a tag
    page = tail[start : start + 27 + 255]
    return len(page) > 27 and bool(page[5] & 4) and len(tail) - start >= 27 + page[26] + sum(page[27 : 27 + page[26]])


def _frame_bytes(head: bytes) -> int:
    """Size of an audio frame by its first 8 bytes, or more than it has if it has fewer; 0 where they do not tell."""
    if len(head) < 8:
        return 8 if head[0] in b"\xff\x0b\x7f" else 0
    if head[0] == 0xFF and head[1] & 0xF6 == 0xF0:  # AAC in ADTS
        return (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    if head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return _mpeg_frame_bytes(head)
    if head.startswith(b"\x0b\x77"):  # E-AC-3, AC-3
        if head[5] >> 3 > 10:
            return 2 * (((head[2] & 7) << 8 | head[3]) + 1)
        rate_hz, code = (48000, 44100, 32000, 0)[head[4] >> 6], (head[4] & 63) // 2
        if not rate_hz or code >= len(_AC3_KBITS):
            return 0
        return 2 * (_AC3_KBITS[code] * 1000 * 1536 // 16 // rate_hz + (head[4] & 1 if rate_hz == 44100 else 0))
    if head.startswith(b"\x7f\xfe\x80\x01"):  # DTS
        return ((head[5] & 3) << 12 | head[6] << 4 | head[7] >> 4) + 1
    return 0


def _mpeg_frame_bytes(head: bytes) -> int:
    """Of MPEG audio, layer 2 or 3."""
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    rate, code = head[2] >> 2 & 3, head[2] >> 4
    if version == 1 or layer not in (2, 3) or rate == 3 or code in (0, 15):
        return 0
    kbits = _MPEG_KBITS[0 if version != 3 else layer][code - 1]
    frame_samples = 576 if layer == 3 and version != 3 else 1152
    return frame_samples // 8 * kbits * 1000 // _MPEG_RATES_HZ[version][rate] + (head[2] >> 1 & 1)


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
