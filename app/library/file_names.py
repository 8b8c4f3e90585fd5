"""Names of files: those of sources without their suffix, titles made into names, and names cut to what file systems take."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

MEDIA_SUFFIXES = frozenset(
    ".aac .ac3 .aif .aifc .aiff .amr .ape .au .caf .dts .flac .m4a .m4b .mka .mp2 .mp3 .mpc .oga .ogg .opus .ra .spx .tta "
    ".wav .wma .wv .3g2 .3gp .asf .avi .flv .m2ts .m4v .mkv .mov .mp4 .mpeg .mpg .mts .mxf .ogv .ts .vob .webm .wmv".split()
)
"""Suffixes of audio and video files."""
MAX_NAME_BYTES = 255
"""Of one name on almost every file system; where it counts UTF-16 units instead, there are never more of them than bytes."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices."""
_ZERO_WIDTH_JOINER = "\u200d"


def stem_of(name: str) -> str:
    """Return a source's name without the suffix of its format; what follows any other dot is part of the name."""
    path = Path(name)
    return path.stem if path.suffix.lower() in MEDIA_SUFFIXES else path.name


def title_to_stem(title: str) -> str:
    """Return a title, perhaps a source's name, as a stem that is valid on every system."""
    stem = _FORBIDDEN.sub("-", title)
    suffix = Path(stem).suffix
    stem = (stem.removesuffix(suffix) if suffix.lower() in MEDIA_SUFFIXES else stem).strip(" .")
    return f"_{stem}" if _RESERVED.match(stem) else stem or "transcript"


def fit_name(stem: str, end: str, max_bytes: int = MAX_NAME_BYTES) -> str:
    """Return ``stem + end`` in at most ``max_bytes``: the stem loses letters from its end, each with its combining marks."""
    room_bytes = max_bytes - len(os.fsencode(end))
    cut = len(stem)
    while len(os.fsencode(stem[:cut])) > room_bytes:
        cut -= 1
    while 0 < cut < len(stem) and _continues(stem[cut - 1], stem[cut]):
        cut -= 1
    return stem[:cut] + end if cut == len(stem) else stem[:cut].rstrip(" .") + end


def max_name_bytes(folder: Path) -> int:
    """The most bytes of a name in this folder: fewer than usual where its file system encrypts names."""
    try:
        return min(MAX_NAME_BYTES, os.pathconf(folder, "PC_NAME_MAX"))
    except (OSError, ValueError, AttributeError):  # Windows knows no such limit
        return MAX_NAME_BYTES


def _continues(before: str, character: str) -> bool:
    """Whether a character belongs to the letter before it."""
    return unicodedata.category(character)[0] == "M" or _ZERO_WIDTH_JOINER in (before, character)
