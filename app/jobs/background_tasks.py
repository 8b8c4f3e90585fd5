"""Short pieces of work that would make the window wait: searching a folder, asking for microphones, writing a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Slot

from app.errors import AnnealError

from .job import Job, still_running


class BackgroundTasks(QObject):
    """Runs each errand in a thread of its own and keeps it until it has finished."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[Job] = set()

    def run(
        self,
        make_events: Callable[[], Iterator[object]],
        on_result: Callable[[Any], None] | None = None,
        on_error: Callable[[AnnealError], None] | None = None,
    ) -> None:
        """Start an errand; ``done`` gets each of its results, in the caller's thread if that is a ``QObject``'s method."""
        job = Job(make_events)
        if on_result is not None:
            job.reported.connect(on_result)
        if on_error is not None:
            job.failed.connect(on_error)
        self._running.add(job)
        job.finished.connect(self._forget_finished)
        job.start()

    def shut_down(self, wait_ms: int) -> bool:
        """Wait for what is still running; False if something is busy for longer."""
        for job in list(self._running):
            if not job.wait(wait_ms):
                return False
        self._forget_finished()
        return True

    @Slot()
    def _forget_finished(self) -> None:
        self._running = still_running(self._running)
