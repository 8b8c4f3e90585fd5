"""Takes a finished archive into the library."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

from app.library.store import TranscriptStore

from .manifest import ManifestEntry, read_manifest
from .outputs import read_output
from .settings import settings_key

Outcome: TypeAlias = Literal["added", "known", "missing"]
"""Added now, added earlier, or its text can no longer be read."""


def add_to_library(manifest: Path, store: TranscriptStore) -> Iterator[tuple[ManifestEntry, Outcome]]:
    """Add every file of a manifest that has a text, and yield its entry and what came of it.

    An entry's name in the library follows from file, content and settings: adding the same manifest again, or a later one of
    the same archive, adds what is new, and leaves what was corrected meanwhile.

    Raises:
        ArchiveError: it is no manifest.
        LibraryError: the library cannot be written.
    """
    for entry in read_manifest(manifest):
        if entry.error:
            continue
        uid = entry_uid(entry)
        if store.has(uid):
            yield entry, "known"
            continue
        transcript = read_output(manifest.parent, entry.outputs)
        if transcript is None:
            yield entry, "missing"
            continue
        source = _as_text(f"{entry.folder.rstrip('/')}/{entry.file}")
        store.add_transcript(replace(transcript, source=source), _as_text(entry.file.rpartition("/")[2]), uid)
        yield entry, "added"


def entry_uid(entry: ManifestEntry) -> str:
    """The name in the library of a file of an archive."""
    parts = f"{entry.folder}\0{entry.file}\0{entry.sha256}\0{settings_key(entry.settings)}"
    return "archive-" + hashlib.sha256(parts.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _as_text(name: str) -> str:
    """A name with marks in the place of bytes that are no UTF-8: a database takes text alone."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
