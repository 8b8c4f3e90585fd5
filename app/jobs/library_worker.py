"""Runs library calls one at a time on a worker thread and delivers their results on the window's thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError
from app.library.library import Library
from app.library.store import TranscriptStore

from .background_tasks import BackgroundTasks
from .job import unexpected_error
from .job_slot import JobSlot


@dataclass(frozen=True, eq=False)
class _Request:
    operation: Callable[[Library], object]
    on_result: Callable[[Any], None] | None
    on_error: Callable[[AnnealError], None] | None


@dataclass(frozen=True, eq=False)
class _Outcome:
    request: _Request
    result: object = None
    error: AnnealError | None = None


class LibraryWorker(QObject):
    """Runs operations in the order in which they were submitted; at shutdown it finishes them and closes the library.

    ``library`` itself is for code that runs in another thread anyway.
    """

    failed = Signal(object)  # AnnealError of an operation without ``on_error``

    def __init__(self, background_tasks: BackgroundTasks, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self._waiting: deque[_Request] = deque()
        self._is_closed = False
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_reported)
        self._slot.finished.connect(self._start)
        background_tasks.stopped.connect(self._close_library)

    def submit(
        self,
        operation: Callable[[TranscriptStore], object],
        on_result: Callable[[Any], None] | None = None,
        on_error: Callable[[AnnealError], None] | None = None,
    ) -> None:
        """Run ``operation`` on the store.

        Args:
            on_result: gets what it returned, in the window's thread.
            on_error: gets its error there; without it ``failed`` is emitted.
        """
        self.submit_with_library(lambda library: operation(library.store), on_result, on_error)

    def submit_with_library(
        self,
        operation: Callable[[Library], object],
        on_result: Callable[[Any], None] | None = None,
        on_error: Callable[[AnnealError], None] | None = None,
    ) -> None:
        """Like ``submit``, for an operation that needs the replays as well."""
        self._waiting.append(_Request(operation, on_result, on_error))
        self._start()

    @Slot()
    def _start(self) -> None:
        if self._waiting and not self._slot.busy:
            self._slot.start(self._run_requests)

    @Slot()
    def _close_library(self) -> None:
        self._is_closed = True
        self.library.close()

    def _run_requests(self) -> Iterator[_Outcome]:
        while True:
            try:
                request = self._waiting.popleft()
            except IndexError:
                return
            try:
                yield _Outcome(request, request.operation(self.library))
            except AnnealError as error:
                yield _Outcome(request, error=error)
            except Exception as error:
                yield _Outcome(request, error=unexpected_error(error))

    @Slot(object)
    def _on_reported(self, outcome: _Outcome) -> None:
        if self._is_closed:  # whoever waited for it may be gone with the window
            return
        if outcome.error is None:
            if outcome.request.on_result is not None:
                outcome.request.on_result(outcome.result)
        elif outcome.request.on_error is not None:
            outcome.request.on_error(outcome.error)
        else:
            self.failed.emit(outcome.error)
