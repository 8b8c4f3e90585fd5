"""Opens stores and closes them after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.library.store import TranscriptStore

OpenStore = Callable[..., TranscriptStore]


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[OpenStore]:
    opened: list[TranscriptStore] = []

    def opening(folder: Path = tmp_path / "library", **options: object) -> TranscriptStore:
        opened.append(TranscriptStore(folder, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield opening
    for store in opened:
        store.close()
