"""The user's library: the store of transcripts and the replays of their canvases, opened at first use. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from .replay_store import LIMIT_BYTES, ReplayStore
from .store import History


class Library:
    """The person's library, opened at first use by whichever thread comes first; never by the window's."""

    def __init__(self, folder: Path, replay_limit_bytes: Callable[[], int] = lambda: LIMIT_BYTES) -> None:
        self._folder = folder
        self._replay_limit_bytes = replay_limit_bytes
        self._lock = Lock()
        self._history: History | None = None
        self.replays = ReplayStore(folder / "replays")

    @property
    def history(self) -> History:
        """Raises ``LibraryError`` where there is no way to open it."""
        with self._lock:
            if self._history is None:
                self._history = History(self._folder)
            return self._history

    def make_room(self, spare: str = "") -> None:
        """Keep the replays within their limit, as it is set now."""
        self.replays.limit_bytes = self._replay_limit_bytes()
        self.replays.make_room(spare)

    def destroy(self, uid: str) -> None:
        """Take an entry and its replays away for good."""
        self.history.destroy(uid)
        self.replays.forget(uid)

    def close(self) -> None:
        with self._lock:
            if self._history is not None:
                self._history.close()
                self._history = None
