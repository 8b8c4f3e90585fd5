"""Runs a generator in a thread of its own and reports its events by signal."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QThread, Signal

from app.errors import AnnealError

log = logging.getLogger(__name__)


class Job(QThread):
    """Iterates ``make_events()`` in a thread. Keep a reference until ``finished``: a thread dropped while it runs aborts.

    A job has no parent and is never passed to ``deleteLater``: Python destroys it with its last reference. Where Qt destroys an
    object that only its parent still referred to, Shiboken (6.11) now and then touches the wrapper it has just freed. So
    nothing connected to a job may hold it: a lambda that does would keep it for good.

    The generator is made, advanced and closed in that thread only. ``cancel()`` may be called from any thread: nothing is
    reported after it, and the generator is closed at its next event.
    """

    reported = Signal(object)
    failed = Signal(object)  # AnnealError

    def __init__(self, make_events: Callable[[], Iterator[object]]) -> None:
        super().__init__()
        self._make_events = make_events
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()

    def run(self) -> None:
        try:
            self._iterate()
        except AnnealError as error:
            if not self.cancelled:
                self.failed.emit(error)
        except Exception as error:  # last resort: the user gets a sentence, the log the traceback
            log.exception("a job stopped unexpectedly")
            if not self.cancelled:
                self.failed.emit(unexpected_error(error))

    def _iterate(self) -> None:
        if self.cancelled:
            return
        events = self._make_events()
        try:
            for event in events:
                if self.cancelled:
                    return
                self.reported.emit(event)
        finally:
            close = getattr(events, "close", None)
            if close is not None:
                close()


def still_running(jobs: Iterable[Job]) -> set[Job]:
    """The jobs that have not finished. The threads of the others have ended: these may be dropped."""
    finished = {job for job in jobs if job.isFinished()}
    for job in finished:
        job.wait()
    return set(jobs) - finished


def unexpected_error(error: BaseException) -> AnnealError:
    """An error with a sentence for an exception that no code expected."""
    if isinstance(error, MemoryError):
        return AnnealError("There was not enough memory.", "", "Close other programs and try again.")
    if isinstance(error, OSError) and error.strerror:
        place = f" ({error.filename})" if error.filename else ""
        return AnnealError(
            "Something could not be read or written.",
            "{reason}{place}.",
            "Please try again.",
            reason=error.strerror,
            place=place,
        )
    return AnnealError(
        "Something went wrong that Anneal did not expect.",
        "{kind}: {reason}.",
        "Please try again.",
        kind=type(error).__name__,
        reason=error,
    )
