"""What was dropped or chosen -> the audio among it. Folders are searched; runs in a thread. No Qt."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MEDIA_SUFFIXES = frozenset(
    ".aac .ac3 .aif .aifc .aiff .amr .ape .au .caf .dts .flac .m4a .m4b .mka .mp2 .mp3 .mpc .oga .ogg .opus .ra .spx .tta "
    ".wav .wma .wv .3g2 .3gp .asf .avi .flv .m2ts .m4v .mkv .mov .mp4 .mpeg .mpg .mts .mxf .ogv .ts .vob .webm .wmv".split()
)
MEDIA_SIGNATURES = (
    (0, b"RIFF"),
    (0, b"fLaC"),
    (0, b"OggS"),
    (0, b"ID3"),
    (0, b"FORM"),
    (0, b"\x1aE\xdf\xa3"),
    (4, b"ftyp"),
)
UNFINISHED = ".unfinished.wav"


@dataclass(frozen=True)
class MediaFound:
    """Audio and video files in a person's order of names, and the names of what was left out."""

    sources: tuple[Path, ...]
    skipped: tuple[str, ...]
    empty_folders: tuple[str, ...] = ()
    """Names of the folders in which nothing was found."""


def find_media(paths: Sequence[Path]) -> Iterator[MediaFound]:
    """One ``MediaFound``: files by their suffix or first bytes, folders searched through for known suffixes.

    A file that was named itself but does not exist counts as a source: its own row then says what is wrong.
    """
    sources: list[Path] = []
    skipped: list[str] = []
    empty: list[str] = []
    for path in paths:
        if path.is_dir():
            inside = list(_walk_files(path))
            found = [each for each in inside if each.suffix.lower() in MEDIA_SUFFIXES]
            sources += found
            skipped += [each.name for each in inside if each.suffix.lower() not in MEDIA_SUFFIXES] if found else []
            if not found:
                empty.append(path.name)
        elif not path.exists() or path.suffix.lower() in MEDIA_SUFFIXES or _looks_like_audio(path):
            sources.append(path)
        else:
            skipped.append(path.name)
    yield MediaFound(tuple(dict.fromkeys(sources)), tuple(skipped), tuple(empty))


def _walk_files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith(UNFINISHED):
                yield Path(place, name)


def _looks_like_audio(path: Path) -> bool:
    try:
        with open(path, "rb") as file:
            start = file.read(12)
    except OSError:
        return True  # let opening it for real explain why
    return any(start[at : at + len(mark)] == mark for at, mark in MEDIA_SIGNATURES)
