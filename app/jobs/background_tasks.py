"""Owner of every background thread of the app, with one shutdown for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError

from .job import Job, still_running


class BackgroundTasks(QObject):
    """Runs generators in threads of their own and keeps each thread until it has finished.

    ``run`` is for short tasks of which any number may run: searching a folder, listing microphones, writing a file. Work of
    which there is at most one at a time runs in a ``JobSlot``.
    """

    shutting_down = Signal()  # connect what makes a thread stop, or starts the last work to be done
    stopped = Signal()  # no thread runs any more: connect what must be closed last
    joined = Signal()  # threads have ended while no event loop could deliver their ``finished``

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[Job] = set()

    def run(
        self,
        make_events: Callable[[], Iterator[object]],
        on_result: Callable[[Any], None] | None = None,
        on_error: Callable[[AnnealError], None] | None = None,
    ) -> None:
        """Run a short task. Methods of a ``QObject`` are called in that object's thread.

        Args:
            make_events: makes the generator; called and iterated in the new thread.
            on_result: gets each object that the generator yields.
            on_error: gets the error that ended it.
        """
        job = Job(make_events)
        if on_result is not None:
            job.reported.connect(on_result)
        if on_error is not None:
            job.failed.connect(on_error)
        self.start(job)

    def start(self, job: Job) -> None:
        """Start a job and keep it until it has finished."""
        self._running.add(job)
        job.finished.connect(self._on_finished)
        job.start()

    def shut_down(self, wait_ms: int) -> bool:
        """Ask all work to stop, then wait for every thread, also for those that start meanwhile.

        Args:
            wait_ms: how long to wait for one thread.

        Returns:
            False where a thread is still busy after that; ``stopped`` is not emitted then.
        """
        self.shutting_down.emit()
        while self._running:
            if not all(job.wait(wait_ms) for job in list(self._running)):
                return False
            self._running = still_running(self._running)
            self.joined.emit()
        self.stopped.emit()
        return True

    @Slot()
    def _on_finished(self) -> None:
        """Drop the job that finished and no other: what another one reported may still be on its way to plain callables."""
        job = self.sender()
        if isinstance(job, Job):
            job.wait()
            self._running.discard(job)
