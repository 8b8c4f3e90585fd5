"""Short work with the model that somebody waits for: done between two segments of a long file, or when nothing runs."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from app.errors import AnnealError
from app.speech.events import SegmentDone

from .engine import SwitchableEngine
from .job import unexpected_error

if TYPE_CHECKING:
    from collections.abc import Generator

log = logging.getLogger(__name__)


def _ignore(*_said: object) -> None:
    """Where nobody listens."""


class InterleavedTask:
    """One such piece of work; who gave it listens through ``reported``, ``failed`` and ``ended``, in the window's thread.

    Where the file it was put into is cancelled it begins anew, and reports from its start again.
    """

    def __init__(self, work: Callable[[SwitchableEngine], Iterator[object]], changes_model: bool = False) -> None:
        """``changes_model`` where the work needs another model than the one in use: it waits until no file is at work."""
        self.work, self.changes_model = work, changes_model
        self.reported: Callable[[Any], object] = _ignore
        self.failed: Callable[[AnnealError], object] = _ignore
        self.ended: Callable[[], object] = _ignore
        """It is done, or has failed; not after it was cancelled."""
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """From any thread: nothing is reported any more, and the work ends at its next event."""
        self._cancelled.set()


@dataclass(frozen=True, eq=False)
class TaskEvent:
    """What an aside has to say, on its way through the job it runs in."""

    task: InterleavedTask
    event: object = None
    error: AnnealError | None = None
    last: bool = False

    def deliver(self) -> None:
        """In the window's thread."""
        if self.task.cancelled:
            return
        if self.error is not None:
            self.task.failed(self.error)
        elif not self.last:
            self.task.reported(self.event)
        if self.last:
            self.task.ended()


class TaskInterleaver:
    """What waits for the model. Filled by the window's thread, emptied by the one thread that has the engine."""

    def __init__(self, engine: SwitchableEngine) -> None:
        self._engine = engine
        self._waiting: deque[InterleavedTask] = deque()

    def __bool__(self) -> bool:
        return any(not aside.cancelled for aside in list(self._waiting))

    def add(self, task: InterleavedTask) -> None:
        self._waiting.append(task)

    def interleave(self, events: Iterator[object]) -> Iterator[object]:
        """The events of a file, and behind each finished segment those of what waits and needs no other model."""
        with closing(cast("Generator[object]", events)):
            for event in events:
                yield event
                if isinstance(event, SegmentDone) and not event.resumed:
                    yield from self._run_waiting(alone=False)

    def run_all(self) -> Iterator[object]:
        """All that waits."""
        yield from self._run_waiting(alone=True)

    def _run_waiting(self, alone: bool) -> Iterator[TaskEvent]:
        while (aside := self._next_task(alone)) is not None:
            over = False
            try:
                with closing(cast("Generator[object]", aside.work(self._engine))) as events:
                    for event in events:
                        if aside.cancelled:
                            break
                        yield TaskEvent(aside, event)
                over = True
            except AnnealError as error:
                over = True
                yield TaskEvent(aside, error=error)
            except Exception as error:
                log.exception("an aside stopped unexpectedly")
                over = True
                yield TaskEvent(aside, error=unexpected_error(error))
            finally:
                if not over:  # the job it ran in was cancelled
                    self._waiting.appendleft(aside)
            yield TaskEvent(aside, last=True)

    def _next_task(self, alone: bool) -> InterleavedTask | None:
        for _ in range(len(self._waiting)):
            aside = self._waiting.popleft()
            if aside.cancelled:
                continue
            if alone or not aside.changes_model:
                return aside
            self._waiting.append(aside)
        return None
