"""Reads which audio tracks a file has, in a worker thread. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def read_track_names(source: Path) -> Iterator[tuple[str, ...]]:
    """Yield a name for each audio track of a file, in order. Raises ``AudioError`` if it cannot be opened."""
    from app.speech.audio.media import track_names  # with the libraries that read sound, which take a moment to load

    yield track_names(source)
