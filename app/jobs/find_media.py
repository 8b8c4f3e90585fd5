"""Finds the audio and video files among paths that were dropped or chosen. No Qt; runs in a worker thread."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.library.file_names import MEDIA_SUFFIXES
from app.library.recordings import UNFINISHED_SUFFIX

MEDIA_SIGNATURES = (
    (0, b"RIFF"),
    (0, b"fLaC"),
    (0, b"OggS"),
    (0, b"ID3"),
    (0, b"FORM"),
    (0, b"\x1aE\xdf\xa3"),
    (4, b"ftyp"),
)


@dataclass(frozen=True)
class MediaFound:
    """Audio and video files in the order of the paths, and the names of the files that were left out."""

    sources: tuple[Path, ...]
    skipped: tuple[str, ...]
    empty_folders: tuple[str, ...] = ()
    """Names of the folders without audio or video."""


def find_media(paths: Sequence[Path]) -> Iterator[MediaFound]:
    """Yield one ``MediaFound``. Files count by their suffix or first bytes, files in folders by their suffix.

    A path that does not exist counts as a source: opening it then says what is wrong.
    """
    sources: list[Path] = []
    skipped: list[str] = []
    empty_folders: list[str] = []
    for path in paths:
        if path.is_dir():
            files = list(_walk_files(path))
            media = [file for file in files if file.suffix.lower() in MEDIA_SUFFIXES]
            sources += media
            if media:
                skipped += [file.name for file in files if file.suffix.lower() not in MEDIA_SUFFIXES]
            else:
                empty_folders.append(path.name)
        elif not path.exists() or path.suffix.lower() in MEDIA_SUFFIXES or _looks_like_audio(path):
            sources.append(path)
        else:
            skipped.append(path.name)
    yield MediaFound(tuple(dict.fromkeys(sources)), tuple(skipped), tuple(empty_folders))


def _walk_files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith(UNFINISHED_SUFFIX):
                yield Path(parent, name)


def _looks_like_audio(path: Path) -> bool:
    try:
        with open(path, "rb") as file:
            start = file.read(12)
    except OSError:
        return True  # the transcription says why it cannot be opened
    return any(start[offset : offset + len(mark)] == mark for offset, mark in MEDIA_SIGNATURES)
