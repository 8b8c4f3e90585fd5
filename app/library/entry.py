"""Entries of the library, and queries for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.transcript.model import Notice

EntryState = Literal["waiting", "running", "interrupted", "cancelled", "failed", "done"]
"""State of a transcription. One that waited or ran in a process that has died is ``interrupted``."""

EntryOrder = Literal["newest", "oldest", "changed", "title", "longest"]


@dataclass(frozen=True)
class Entry:
    """A transcript in the library, without its text. Times are seconds since 1970."""

    uid: str
    title: str
    source: Path
    recorded: bool
    """Whether the source is a recording made by Anneal."""
    language: str
    """The requested one: ``auto`` or a language code."""
    model: str
    device: str
    steps: int
    duration_s: float
    segment_count: int
    """Segments that the source was cut into; 0 before it was opened."""
    state: EntryState
    created_s: float
    changed_s: float
    deleted_s: float | None
    tags: tuple[str, ...]
    preview: str
    """The first words of the text."""
    audio_track: int = 0
    """Which audio track of the source was heard, from 0."""
    warnings: tuple[Notice, ...] = ()
    """What is missing or was passed over in the source."""
    text_language: str = ""
    """Code of the language that its text is in, as recognised; empty where nothing tells."""

    @property
    def known_language(self) -> str:
        """The recognised language, else the requested one: a language code, or ``auto`` where neither is known."""
        return self.text_language or self.language

    @property
    def resumable(self) -> bool:
        """Whether segments are missing and no process works on them."""
        return self.state in ("interrupted", "cancelled", "failed")


@dataclass(frozen=True)
class EntryQuery:
    """Conditions on entries, all of which must hold; None stands for any value."""

    text: str = ""
    """Words in the transcript, its title or its tags, see ``search.py``."""
    language: str | None = None
    model: str | None = None
    tag: str | None = None
    since_s: float | None = None
    """Created at this time or later, seconds since 1970."""
    until_s: float | None = None
    """Created before this time."""
    deleted: bool = False
    """Search the deleted entries instead."""
    order: EntryOrder = "newest"


@dataclass(frozen=True)
class SearchHit:
    """A segment that contains a searched word."""

    position: int
    """Index among the transcript's segments."""
    start_s: float
    text: str
