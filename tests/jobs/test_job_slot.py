"""A slot holds one job at a time: what it reports, what waits for it, what is abandoned, and the shutdown of all."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.job_slot import JobSlot


class Log:
    """What a slot emitted."""

    def __init__(self, slot: JobSlot) -> None:
        self.events: list[object] = []
        self.errors: list[str] = []
        self.cancelled: list[bool] = []
        slot.reported.connect(self.events.append)
        slot.failed.connect(lambda error: self.errors.append(str(error)))
        slot.finished.connect(lambda job: self.cancelled.append(job.cancelled))


@pytest.fixture
def slot(background_tasks: BackgroundTasks) -> JobSlot:
    return JobSlot(background_tasks, background_tasks)


def counting(name: str, count: int = 3) -> Callable[[], Iterator[str]]:
    return lambda: (f"{name}{number}" for number in range(count))


def endless(closed: threading.Event, gate: threading.Event | None = None) -> Callable[[], Iterator[str]]:
    """Yields until it is closed; then waits for the gate, as a model does that is being read."""

    def events() -> Iterator[str]:
        try:
            while True:
                yield "endless"
                time.sleep(0.002)
        finally:
            if gate is not None:
                gate.wait(10)
            closed.set()

    return events


def test_a_job_reports_and_frees_the_slot(qtbot, slot: JobSlot) -> None:
    log = Log(slot)
    with qtbot.waitSignal(slot.finished):
        slot.start(counting("a"))
        assert slot.busy
        assert slot.active
    assert not slot.busy
    assert log.events == ["a0", "a1", "a2"]
    assert log.cancelled == [False]


def test_an_error_is_passed_on_before_the_end(qtbot, slot: JobSlot) -> None:
    def events() -> Iterator[str]:
        yield "first"
        raise AnnealError("It broke.")

    log = Log(slot)
    with qtbot.waitSignal(slot.finished):
        slot.start(events)
    assert (log.events, log.errors, log.cancelled) == (["first"], ["It broke."], [False])


def test_what_starts_while_the_slot_is_held_waits_and_only_the_last_runs(qtbot, slot: JobSlot) -> None:
    log, closed, gate = Log(slot), threading.Event(), threading.Event()
    slot.start(endless(closed, gate))
    qtbot.waitUntil(lambda: bool(log.events))
    slot.cancel()
    assert slot.busy
    assert not slot.active
    slot.start(counting("b"))
    slot.start(counting("c"))
    gate.set()
    qtbot.waitUntil(lambda: log.cancelled == [True, False])
    assert closed.is_set()
    assert [event for event in log.events if event != "endless"] == ["c0", "c1", "c2"]


def test_cancel_also_forgets_what_waits(qtbot, slot: JobSlot) -> None:
    log, closed = Log(slot), threading.Event()
    slot.start(endless(closed))
    slot.start(counting("b"))
    with qtbot.waitSignal(slot.finished):
        slot.cancel()
    assert not slot.busy
    assert set(log.events) <= {"endless"}


def test_an_abandoned_job_is_heard_of_no_more(qtbot, background_tasks: BackgroundTasks, slot: JobSlot) -> None:
    log, closed, gate = Log(slot), threading.Event(), threading.Event()
    slot.start(endless(closed, gate))
    qtbot.waitUntil(lambda: bool(log.events))
    slot.abandon()
    assert not slot.busy
    log.events.clear()
    with qtbot.waitSignal(slot.finished):
        slot.start(counting("b"))
    assert log.events == ["b0", "b1", "b2"]
    gate.set()
    assert background_tasks.shut_down(10_000), "its thread is waited for all the same"
    assert closed.is_set()
    assert log.cancelled == [False]


def test_shutdown_stops_waits_finishes_and_closes_in_order(qtbot, background_tasks: BackgroundTasks) -> None:
    order: list[str] = []
    slot, closed = JobSlot(background_tasks), threading.Event()
    background_tasks.shutting_down.connect(slot.cancel)
    background_tasks.stopped.connect(lambda: order.append("stopped"))
    more = iter(["more", "still more"])

    def start_more() -> None:
        """What a job leaves to be done is done as well, though no event loop runs."""
        order.append("finished")
        name = next(more, None)
        if name is not None:
            slot.start(lambda: iter([order.append(name)]))

    slot.finished.connect(start_more)
    with qtbot.waitSignal(slot.reported):
        slot.start(endless(closed))
    assert background_tasks.shut_down(10_000)
    assert closed.is_set()
    assert order == ["finished", "more", "finished", "still more", "finished", "stopped"]


def test_shutdown_says_where_a_thread_stays_busy(qapp, background_tasks: BackgroundTasks) -> None:
    stopped: list[bool] = []
    gate = threading.Event()
    background_tasks.stopped.connect(lambda: stopped.append(True))
    background_tasks.run(lambda: iter([gate.wait(10)]))
    assert not background_tasks.shut_down(50)
    assert stopped == []
    gate.set()
    assert background_tasks.shut_down(10_000)
    assert stopped == [True]
