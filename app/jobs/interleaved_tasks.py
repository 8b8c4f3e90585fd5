"""Short tasks with the model that the user waits for: run between two segments of a long file, or when nothing runs."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from app.errors import AnnealError
from app.speech.events import DecodeProgress, SegmentDone

from .engine import SwitchableEngine
from .job import unexpected_error

if TYPE_CHECKING:
    from collections.abc import Generator

log = logging.getLogger(__name__)


def _ignore(*_arguments: object) -> None:
    """Default of the callbacks."""


class InterleavedTask:
    """A task and its callbacks ``reported``, ``failed`` and ``ended``, which are called in the window's thread.

    If the file between whose segments it runs is cancelled, the task starts anew and reports from its start again.
    """

    def __init__(self, work: Callable[[SwitchableEngine], Iterator[object]], changes_model: bool = False) -> None:
        """``changes_model``: the work needs another model than the one in use, and waits until no file is transcribed."""
        self.work, self.changes_model = work, changes_model
        self.reported: Callable[[Any], object] = _ignore
        self.failed: Callable[[AnnealError], object] = _ignore
        self.ended: Callable[[], object] = _ignore
        """Called when the task is done or has failed, not after it was cancelled."""
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Report nothing more, and end the work at its next event; may be called from any thread."""
        self._cancelled.set()


@dataclass(frozen=True, eq=False)
class TaskEvent:
    """An event of a task on its way to the window's thread, through the job that runs it."""

    task: InterleavedTask
    event: object = None
    error: AnnealError | None = None
    last: bool = False

    def deliver(self) -> None:
        """Call the task's callback; in the window's thread."""
        if self.task.cancelled:
            return
        if self.error is not None:
            self.task.failed(self.error)
        elif not self.last:
            self.task.reported(self.event)
        if self.last:
            self.task.ended()


class TaskInterleaver:
    """Tasks that wait for the model: added by the window's thread, run by the one thread that uses the engine."""

    def __init__(self, engine: SwitchableEngine) -> None:
        self._engine = engine
        self._waiting: deque[InterleavedTask] = deque()

    def __bool__(self) -> bool:
        return any(not task.cancelled for task in list(self._waiting))

    def add(self, task: InterleavedTask) -> None:
        self._waiting.append(task)

    def interleave(self, events: Iterator[object]) -> Iterator[object]:
        """Yield the events of a file, and between its segments those of the waiting tasks that need no other model."""
        with closing(cast("Generator[object]", events)):
            for event in events:
                yield event
                if isinstance(event, DecodeProgress) or (isinstance(event, SegmentDone) and not event.resumed):
                    yield from self._run_waiting(may_change_model=False)

    def run_all(self) -> Iterator[object]:
        """Yield the events of all waiting tasks."""
        yield from self._run_waiting(may_change_model=True)

    def _run_waiting(self, may_change_model: bool) -> Iterator[TaskEvent]:
        while (task := self._next_task(may_change_model)) is not None:
            ended = False
            try:
                with closing(cast("Generator[object]", task.work(self._engine))) as events:
                    for event in events:
                        if task.cancelled:
                            break
                        yield TaskEvent(task, event)
                ended = True
            except AnnealError as error:
                ended = True
                yield TaskEvent(task, error=error)
            except Exception as error:
                log.exception("an interleaved task stopped unexpectedly")
                ended = True
                yield TaskEvent(task, error=unexpected_error(error))
            finally:
                if not ended:  # the job it ran in was cancelled
                    self._waiting.appendleft(task)
            yield TaskEvent(task, last=True)

    def _next_task(self, may_change_model: bool) -> InterleavedTask | None:
        for _ in range(len(self._waiting)):
            task = self._waiting.popleft()
            if task.cancelled:
                continue
            if may_change_model or not task.changes_model:
                return task
            self._waiting.append(task)
        return None
