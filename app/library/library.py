"""The user's library: the store of transcripts and the replays of their canvases, opened at first use. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from .replay_store import DEFAULT_LIMIT_BYTES, ReplayStore
from .store import TranscriptStore


class Library:
    """The person's library, opened at first use by whichever thread comes first; never by the window's."""

    def __init__(self, folder: Path, replay_limit_bytes: Callable[[], int] = lambda: DEFAULT_LIMIT_BYTES) -> None:
        self._folder = folder
        self._replay_limit_bytes = replay_limit_bytes
        self._lock = Lock()
        self._store: TranscriptStore | None = None
        self.replays = ReplayStore(folder / "replays")

    @property
    def store(self) -> TranscriptStore:
        """Raises ``LibraryError`` where there is no way to open it."""
        with self._lock:
            if self._store is None:
                self._store = TranscriptStore(self._folder)
            return self._store

    def enforce_replay_limit(self, keep_uid: str = "") -> None:
        """Keep the replays within their limit, as it is set now."""
        self.replays.limit_bytes = self._replay_limit_bytes()
        self.replays.evict(keep_uid)

    def destroy(self, uid: str) -> None:
        """Take an entry and its replays away for good."""
        self.store.destroy(uid)
        self.replays.delete(uid)

    def close(self) -> None:
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
