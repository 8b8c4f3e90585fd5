"""Finds the streams of a file that several files were joined to: most decoders end, or fail, at the second one's header.

Joined by hand (``cat a.wav b.wav``), by recorders that append, and by web radio (chained Ogg). Formats without a header of
their own (mp3, aac, mpeg) need no such help where they come first.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeAlias

Section: TypeAlias = tuple[int, int]
"""Start and end of a stream in its file, in bytes."""
_SEARCH_BYTES, _PATTERN_BYTES = 2**20, 128

_FLAC_START = re.compile(rb"fLaC\x00\x00\x00\x22")
_AFTER_FLAC = re.compile(
    _FLAC_START.pattern
    + rb"|OggS\x00\x02.{8}|RIFF....WAVEfmt |....ftyp(?:M4A|isom|mp4)|ID3[\x02-\x04]\x00.[\x00-\x7f]{4}",
    re.DOTALL,
)
"""Frames of FLAC do not tell their length: only a header shows that another stream begins."""
_EBML_START = re.compile(rb"\x1a\x45\xdf\xa3.{1,60}?(?:webm|matroska)", re.DOTALL)
_SEGMENT_ID = b"\x18\x53\x80\x67"
_ASF_START = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_W64_START = b"riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb\x04\xc1\x00\x00"
_UNKNOWN_SIZES = range(0x7FFFFF00, 2**32)  # what recorders write that never learn the length


def find_sections(path: Path) -> list[Section]:
    """The streams that a file consists of: one, unless it was joined. Raises ``OSError``."""
    with path.open("rb") as file:
        data = _FileBytes(file)
        sections: list[Section] = []
        start = 0
        while (find_end := _end_finder(data[start : start + 16])) is not None:
            end = min(find_end(data, start), len(data))
            sections.append((start, end))
            if end <= start or end >= len(data):
                break
            start = end
        if not sections:
            return [(0, len(data))]
        end = sections[-1][1]
        if end < len(data):
            if _begins_frames(data, end):
                sections.append((end, len(data)))
            else:  # what follows is no stream: it stays with the last one
                sections[-1] = (sections[-1][0], len(data))
    return sections


class _FileBytes:
    """The bytes of a file, read as they are asked for: a map of it would end the process where the file is cut meanwhile."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = file.seek(0, io.SEEK_END)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        self._file.seek(part.start)
        return self._file.read(max(0, part.stop - part.start))

    def search(self, pattern: re.Pattern[bytes], start: int) -> int:
        """Where a pattern of at most ``_PATTERN_BYTES`` begins, from ``start`` on; the file's size if nowhere."""
        while start < self._size:
            match = pattern.search(self[start : start + _SEARCH_BYTES])
            if match:
                return start + match.start()
            start += _SEARCH_BYTES - _PATTERN_BYTES
        return self._size


class SectionFile(io.RawIOBase):
    """A section of a file, to be read like a file of its own."""

    def __init__(self, path: Path, section: Section) -> None:
        super().__init__()
        self._file = path.open("rb")
        self._start, self._end = section
        self._file.seek(self._start)
        self.name = str(path)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        count = max(0, min(len(buffer), self._end - self._file.tell()))
        content = self._file.read(count)
        buffer[: len(content)] = content
        return len(content)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: self._start, io.SEEK_CUR: self._file.tell(), io.SEEK_END: self._end}[whence]
        return self._file.seek(max(self._start, base + offset)) - self._start

    def tell(self) -> int:
        return self._file.tell() - self._start

    def close(self) -> None:
        self._file.close()
        super().close()


def _end_finder(header: bytes) -> Callable[[_FileBytes, int], int] | None:
    """How to find the end of a stream that begins so; None for a format that is not known here."""
    finders = {
        b"RIFF": _riff_end, b"RIFX": _iff_end, b"FORM": _iff_end, b"fLaC": _flac_end, b"OggS": _ogg_end,
        b"caff": _caf_end, b".snd": _au_end, b"\x1a\x45\xdf\xa3": _ebml_end,
    }  # fmt: skip
    if header.startswith(_W64_START):
        return _w64_end
    if header.startswith(_ASF_START):
        return _asf_end
    if header[4:8] == b"ftyp":
        return _mp4_end
    return finders.get(header[:4])


def _begins(data: _FileBytes, start: int) -> bool:
    """Whether a stream of a known format begins here."""
    return _end_finder(data[start : start + 16]) is not None or _begins_frames(data, start)


def _begins_frames(data: _FileBytes, start: int) -> bool:
    """Whether a format without a header of its own begins here: mp3, with or without a tag, ADTS or a transport stream."""
    head = data[start : start + 377]
    if head.startswith(b"ID3") and len(head) >= 10:
        size = sum((byte & 0x7F) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))
        head = data[start + 10 + size : start + 14 + size]
    elif head[::188] == b"GGG":
        return True
    if len(head) < 4 or head[0] != 0xFF:
        return False
    is_adts = head[1] & 0xF6 == 0xF0
    is_mpeg = head[1] & 0xE0 == 0xE0 and head[1] & 0x18 != 0x08 and head[1] & 0x06 != 0
    return is_adts or (is_mpeg and 0 < head[2] >> 4 < 15 and head[2] & 0x0C != 0x0C)


def _number(data: _FileBytes, start: int, size: int, order: str = "big") -> int:
    return int.from_bytes(data[start : start + size], "big" if order == "big" else "little")


def _chunk_end(data: _FileBytes, start: int, order: str) -> int:
    size = _number(data, start + 4, 4, order)
    return len(data) if size == 0 or size in _UNKNOWN_SIZES else start + 8 + size + size % 2


def _riff_end(data: _FileBytes, start: int) -> int:
    end = _chunk_end(data, start, "little")
    while data[end : end + 4] == b"RIFF" and data[end + 8 : end + 12] == b"AVIX":  # long AVI files go on so
        end = _chunk_end(data, end, "little")
    return end


def _iff_end(data: _FileBytes, start: int) -> int:
    return _chunk_end(data, start, "big")


def _flac_end(data: _FileBytes, start: int) -> int:
    return data.search(_AFTER_FLAC, start + 4)


def _ogg_end(data: _FileBytes, start: int) -> int:
    """Where, behind pages with sound, a page begins a stream."""
    in_head = True
    while len(page := data[start : start + 27 + 255]) >= 27 and page.startswith(b"OggS"):
        begins = bool(page[5] & 2)
        if begins and not in_head:
            return start
        in_head = begins
        segments = page[26]
        start += 27 + segments + sum(page[27 : 27 + segments])
    return start if _begins(data, start) else len(data)  # the end, or damage that the decoder passes over


def _caf_end(data: _FileBytes, start: int) -> int:
    start += 8
    while start + 12 <= len(data) and data[start : start + 4] != b"caff":
        size = _number(data, start + 4, 8)
        if size >= 2**63:
            return len(data)
        start += 12 + size
    return start


def _au_end(data: _FileBytes, start: int) -> int:
    size = _number(data, start + 8, 4)
    return len(data) if size in _UNKNOWN_SIZES else start + _number(data, start + 4, 4) + size


def _w64_end(data: _FileBytes, start: int) -> int:
    return start + (_number(data, start + 16, 8, "little") + 7) // 8 * 8


def _asf_end(data: _FileBytes, start: int) -> int:
    first = start
    while start + 24 <= len(data) and (start == first or data[start : start + 16] != _ASF_START):
        size = _number(data, start + 16, 8, "little")
        if size < 24:
            return len(data)
        start += size
    return start


def _mp4_end(data: _FileBytes, start: int) -> int:
    first = start
    while start + 8 <= len(data) and (start == first or not _begins(data, start)):
        size = _number(data, start, 4)
        if size == 1:
            size = _number(data, start + 8, 8)
        if size < 8:
            return len(data)
        start += size
    return start


def _ebml_end(data: _FileBytes, start: int) -> int:
    segment = start + data[start : start + 4096].find(_SEGMENT_ID)
    coded = data[segment + 4 : segment + 5]
    if segment < start or not coded:
        return len(data)
    length = 9 - coded[0].bit_length()  # bytes of the size, in EBML's variable-length coding
    size = _number(data, segment + 4, length) & (2 ** (7 * length) - 1) if length <= 8 else 2**56 - 1
    if size == 2 ** (7 * length) - 1:  # not known: a live recording
        return data.search(_EBML_START, segment + 4)
    return segment + 4 + length + size
