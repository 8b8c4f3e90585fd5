"""At most one job at a time: started, cancelled, abandoned for another, and waited for by the owner of all threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal, Slot

from .background_tasks import BackgroundTasks
from .job import Job, still_running


class JobSlot(QObject):
    """Holds one ``Job`` from its start until its thread has ended, and passes on what that job reports.

    ``cancel`` ends a job at its next event; it holds the slot until then. ``abandon`` cancels it and frees the slot at once:
    nothing more of that job is passed on.
    """

    reported = Signal(object)
    failed = Signal(object)  # AnnealError
    finished = Signal(object)  # Job: its thread has ended; the slot is free, or held by the job that waited for it

    def __init__(self, background_tasks: BackgroundTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background_tasks = background_tasks
        self._job: Job | None = None
        self._next: Callable[[], Iterator[object]] | None = None
        background_tasks.joined.connect(self._release)

    @property
    def busy(self) -> bool:
        """Whether a job holds the slot, be it a cancelled one whose thread has not ended."""
        return self._job is not None

    @property
    def active(self) -> bool:
        """Whether a job holds the slot that was not cancelled."""
        return self._job is not None and not self._job.cancelled

    def start(self, make_events: Callable[[], Iterator[object]]) -> None:
        """Run a job now, or as soon as the one in the slot has ended; of several that wait only the last runs."""
        if self._job is not None:
            self._next = make_events
            return
        self._job = job = Job(make_events)
        job.reported.connect(self._on_reported)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._release)
        self._background_tasks.start(job)

    def cancel(self) -> None:
        """End the job at its next event, and forget one that waits for its end."""
        self._next = None
        if self._job is not None:
            self._job.cancel()

    def abandon(self) -> None:
        """Cancel the job and free the slot at once; ``finished`` is not emitted for it."""
        self.cancel()
        self._job = None

    @Slot(object)
    def _on_reported(self, event: object) -> None:
        if self.sender() is self._job:
            self.reported.emit(event)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if self.sender() is self._job:
            self.failed.emit(error)

    @Slot()
    def _release(self) -> None:
        job = self._job
        if job is None or still_running([job]):
            return
        self._job = None
        make_events, self._next = self._next, None
        if make_events is not None:
            self.start(make_events)
        self.finished.emit(job)
