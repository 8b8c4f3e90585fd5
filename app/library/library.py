"""The user's library: the store of transcripts, the replays of their canvases and the remembered voices. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from .replay_store import DEFAULT_LIMIT_BYTES, ReplayStore
from .store import TranscriptStore
from .voices import VOICES_FILE, VoiceStore


class Library:
    """Facade of the library in a folder. Opened at first use, in any thread but the window's."""

    def __init__(self, folder: Path, replay_limit_bytes: Callable[[], int] = lambda: DEFAULT_LIMIT_BYTES) -> None:
        self._folder = folder
        self._replay_limit_bytes = replay_limit_bytes
        self._lock = Lock()
        self._store: TranscriptStore | None = None
        self.replays = ReplayStore(folder / "replays")
        self.voices = VoiceStore(folder / VOICES_FILE)

    @property
    def store(self) -> TranscriptStore:
        """The store of transcripts. Raises ``LibraryError`` if it cannot be opened."""
        with self._lock:
            if self._store is None:
                self._store = TranscriptStore(self._folder)
            return self._store

    def enforce_replay_limit(self, keep_uid: str = "") -> None:
        """Evict replays until the present limit is kept, but none of ``keep_uid``."""
        self.replays.limit_bytes = self._replay_limit_bytes()
        self.replays.evict(keep_uid)

    def destroy(self, uid: str) -> None:
        """Delete an entry and its replays for good."""
        self.store.destroy(uid)
        self.replays.delete(uid)

    def destroy_unedited(self, source: Path, title: str) -> None:
        """Delete the finished entries of a source, and their replays, for good, but those that the user has edited.

        One whose title is no longer ``title`` has been renamed, and stays.
        """
        for uid in self.store.find_unedited(source, title):
            self.destroy(uid)

    def close(self) -> None:
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
