"""The window's way to the library: what it asks runs in one other thread, one after the other, and is answered in its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError
from app.library.library import Library
from app.library.store import TranscriptStore

from .job import Job, unexpected_error


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
    """Does what it is asked in the order it was asked. ``library`` is for work that is in another thread anyway."""

    failed = Signal(object)  # AnnealError: of work whose asker did not want to know

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self._waiting: deque[_Request] = deque()
        self._job: Job | None = None

    def submit(
        self,
        operation: Callable[[TranscriptStore], object],
        on_result: Callable[[Any], None] | None = None,
        on_error: Callable[[AnnealError], None] | None = None,
    ) -> None:
        """Let ``work`` run on the history; ``done`` gets its result and ``failed`` its error, both in the window's thread."""
        self.submit_with_library(lambda library: operation(library.store), on_result, on_error)

    def submit_with_library(
        self,
        operation: Callable[[Library], object],
        on_result: Callable[[Any], None] | None = None,
        on_error: Callable[[AnnealError], None] | None = None,
    ) -> None:
        """The same for work that needs the replays as well."""
        self._waiting.append(_Request(operation, on_result, on_error))
        self._start()

    def shut_down(self, wait_ms: int) -> bool:
        """Finish what was asked; False if that takes longer. The library is closed."""
        while self._job is not None:
            if not self._job.wait(wait_ms):
                return False
            self._on_finished()
        self.library.close()
        return True

    def _start(self) -> None:
        if self._job is not None or not self._waiting:
            return
        self._job = Job(self._run_requests)
        self._job.reported.connect(self._on_reported)
        self._job.finished.connect(self._on_finished)
        self._job.start()

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
    def _on_reported(self, answer: _Outcome) -> None:
        if answer.error is None:
            if answer.request.on_result is not None:
                answer.request.on_result(answer.result)
        elif answer.request.on_error is not None:
            answer.request.on_error(answer.error)
        else:
            self.failed.emit(answer.error)

    @Slot()
    def _on_finished(self) -> None:
        if self._job is None:
            return
        self._job.wait()
        self._job = None
        self._start()
