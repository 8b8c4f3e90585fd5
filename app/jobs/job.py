"""A generator run in a thread of its own, reported event by event."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QThread, Signal

from app.errors import AnnealError

log = logging.getLogger(__name__)


class Job(QThread):
    """Iterates ``make_events()`` in a thread. Keep a reference until ``finished_segments``: a thread dropped while
    running aborts.

    It has no parent and is never given to ``deleteLater``: Python destroys it with its last reference. Where Qt destroys an
    object that only its parent still referred to, Shiboken (6.11) now and then touches the wrapper it has just freed. So
    nothing connected to a job may hold it: a lambda that does would keep it for good.

    The generator is made, advanced and closed in that thread and nowhere else. ``measure_cancel()`` may be called from
    any thread:
    nothing is reported after it, and the generator is closed at its next event.
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
        except Exception as error:  # the thread's last line of defence: a person gets a sentence, the log the traceback
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
    """Those of them that are not at their end; the others have let go of their threads, and may be dropped."""
    ended = {job for job in jobs if job.isFinished()}
    for job in ended:
        job.wait()
    return set(jobs) - ended


def unexpected_error(error: BaseException) -> AnnealError:
    """A sentence for a failure nobody foresaw."""
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
