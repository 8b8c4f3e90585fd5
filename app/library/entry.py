"""What the library knows about a transcript, and what a person looks for in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

EntryState = Literal["waiting", "running", "interrupted", "cancelled", "failed", "done"]
"""Where its transcription stands. What is waiting or running in a process that has died is ``interrupted``."""

EntryOrder = Literal["newest", "oldest", "changed", "title", "longest"]


@dataclass(frozen=True)
class Entry:
    """A line of the library; times are seconds since 1970."""

    uid: str
    title: str
    source: Path
    recorded: bool
    """Whether the source is a recording made by Anneal."""
    language: str
    """As asked for: ``auto`` or a language code."""
    model: str
    device: str
    steps: int
    duration_s: float
    segment_count: int
    """How many segments the source was cut into; 0 while it was never opened."""
    state: EntryState
    created_s: float
    changed_s: float
    deleted_s: float | None
    tags: tuple[str, ...]
    preview: str
    """How the text begins."""

    @property
    def resumable(self) -> bool:
        """Whether segments are missing and nobody is at work on them."""
        return self.state in ("interrupted", "cancelled", "failed")


@dataclass(frozen=True)
class EntryQuery:
    """What to look for; everything given must hold."""

    text: str = ""
    """Words that the transcript, its title or its tags must have, see ``search.py``."""
    language: str | None = None
    model: str | None = None
    tag: str | None = None
    since_s: float | None = None
    """Not older than this, seconds since 1970."""
    until_s: float | None = None
    """Older than this."""
    deleted: bool = False
    """Look among the deleted ones instead."""
    order: EntryOrder = "newest"


@dataclass(frozen=True)
class SearchHit:
    """A segment in which some of the searched words are."""

    position: int
    """Its place among the transcript's segments, from 0."""
    start_s: float
    text: str
