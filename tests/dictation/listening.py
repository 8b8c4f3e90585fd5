"""A listener in a thread of its own, and what it reports."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.dictation.desktop import ShortcutListener
from app.dictation.events import ShortcutPressed, ShortcutReady
from app.errors import DictationError

SHORTCUT = "Ctrl+Alt+Space"


class Listening:
    def __init__(self, shortcut: str) -> None:
        self.events: list[ShortcutReady | ShortcutPressed] = []
        self.error: DictationError | None = None
        self._listener = ShortcutListener(shortcut, "Dictate")
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self.wait(lambda: bool(self.events))

    def _run(self) -> None:
        try:
            for event in self._listener.events():
                self.events.append(event)
        except DictationError as error:
            self.error = error

    def wait(self, condition: Callable[[], bool], timeout_s: float = 10) -> None:
        """Wait for a condition, or for an error."""
        end_s = time.monotonic() + timeout_s
        while not condition() and self.error is None and time.monotonic() < end_s:
            time.sleep(0.01)

    def wait_for(self, count: int) -> int:
        """Wait for presses; returns how many there are in the end."""
        self.wait(lambda: self.presses >= count)
        return self.presses

    @property
    def presses(self) -> int:
        return sum(isinstance(event, ShortcutPressed) for event in self.events)

    def stop(self) -> None:
        self._listener.stop()
        self._thread.join(5)
        assert not self._thread.is_alive()


@contextmanager
def listening(shortcut: str = SHORTCUT) -> Iterator[Listening]:
    found = Listening(shortcut)
    try:
        yield found
    finally:
        found.stop()
