"""Short work with the model: between two segments, alone when nothing runs, anew when its file is cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.errors import AnnealError, ModelError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.interleaved_tasks import InterleavedTask
from app.jobs.transcription_queue import TranscriptionQueue
from app.speech.events import SegmentDone, SegmentStarted, TranscriptDone
from app.speech.options import TranscribeOptions
from tests.ui.scripted_engine import ScriptedEngine

WAIT_MS = 20_000


class Heard:
    """Everything an aside said, and where the thread's work was done."""

    def __init__(self, aside: InterleavedTask) -> None:
        self.events: list[object] = []
        self.errors: list[AnnealError] = []
        self.ended = 0
        aside.reported = self.events.append
        aside.failed = self.errors.append
        aside.ended = self._on_ended

    def _on_ended(self) -> None:
        self.ended += 1


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine(texts=("In the evening.", "And then the tide came in.", "Gone."))


@pytest.fixture
def queue(qtbot, background_tasks: BackgroundTasks, engine: ScriptedEngine) -> TranscriptionQueue:
    return TranscriptionQueue(background_tasks, engine, lambda: TranscribeOptions(steps=2))


def counting(log: list[str], name: str, count: int = 3) -> Callable[[object], Iterator[object]]:
    def work(_engine: object) -> Iterator[object]:
        for n in range(count):
            log.append(f"{name}{n}")
            yield n

    return work


def test_it_runs_alone_when_nothing_else_does(qtbot, queue: TranscriptionQueue, engine: ScriptedEngine) -> None:
    given: list[object] = []

    def work(with_engine: object) -> Iterator[object]:
        given.append((with_engine, threading.current_thread() is threading.main_thread()))
        yield "done"

    aside = InterleavedTask(work, changes_model=True)
    heard = Heard(aside)
    queue.run_soon(aside)
    qtbot.waitUntil(lambda: heard.ended == 1, timeout=WAIT_MS)
    assert given == [(engine, False)]
    assert heard.events == ["done"]
    assert not heard.errors


def test_it_runs_between_two_segments_of_a_long_file(qtbot, queue: TranscriptionQueue, engine: ScriptedEngine) -> None:
    engine.gate = threading.Event()
    order: list[str] = []
    queue.reported.connect(lambda _item, event: order.append(type(event).__name__))
    with qtbot.waitSignal(queue.reported, check_params_cb=lambda _item, event: isinstance(event, SegmentStarted)):
        queue.add([Path("a.wav")])
    aside = InterleavedTask(counting([], "x"))
    aside.reported = lambda n: order.append(f"aside {n}")
    queue.run_soon(aside)
    engine.gate.set()
    qtbot.waitUntil(lambda: queue.items[0].state.is_final, timeout=WAIT_MS)
    first = order.index("SegmentDone")
    assert order[first + 1 : first + 4] == ["aside 0", "aside 1", "aside 2"]
    assert order.count("SegmentDone") == 3
    assert order[-1] == TranscriptDone.__name__


def test_one_that_needs_another_model_waits_for_the_file_but_not_for_the_next(
    qtbot, queue: TranscriptionQueue, engine: ScriptedEngine
) -> None:
    engine.gate = threading.Event()
    order: list[str] = []
    queue.reported.connect(lambda item, event: order.append(item.title) if isinstance(event, SegmentDone) else None)
    with qtbot.waitSignal(queue.reported, check_params_cb=lambda _item, event: isinstance(event, SegmentStarted)):
        queue.add([Path("a.wav"), Path("b.wav")])
    aside = InterleavedTask(counting([], "x", 1), changes_model=True)
    aside.reported = lambda _n: order.append("aside")
    queue.run_soon(aside)
    engine.gate.set()
    qtbot.waitUntil(lambda: not queue.unfinished, timeout=WAIT_MS)
    assert order == ["a.wav"] * 3 + ["aside"] + ["b.wav"] * 3


def test_a_failure_is_its_own_and_the_file_goes_on(qtbot, queue: TranscriptionQueue, engine: ScriptedEngine) -> None:
    engine.gate = threading.Event()
    with qtbot.waitSignal(queue.reported, check_params_cb=lambda _item, event: isinstance(event, SegmentStarted)):
        queue.add([Path("a.wav")])

    def failing(_engine: object) -> Iterator[object]:
        yield 1
        raise ModelError("No.", "", "")

    def breaking(_engine: object) -> Iterator[object]:
        raise RuntimeError("nobody foresaw this")
        yield

    both = [InterleavedTask(failing), InterleavedTask(breaking)]
    heard = [Heard(aside) for aside in both]
    for aside in both:
        queue.run_soon(aside)
    engine.gate.set()
    qtbot.waitUntil(lambda: queue.items[0].state.is_final and all(each.ended for each in heard), timeout=WAIT_MS)
    assert queue.items[0].state.value == "done"
    assert heard[0].errors[0].what == "No."
    assert "did not expect" in heard[1].errors[0].what


def test_a_cancelled_one_says_nothing_more(qtbot, queue: TranscriptionQueue) -> None:
    going = threading.Event()
    log: list[str] = []

    def work(_engine: object) -> Iterator[object]:
        try:
            for n in range(1000):
                log.append("step")
                yield n
                going.wait(0.02)
        finally:
            log.append("closed")

    aside = InterleavedTask(work)
    heard = Heard(aside)
    queue.run_soon(aside)
    qtbot.waitUntil(lambda: len(heard.events) >= 2, timeout=WAIT_MS)
    aside.cancel()
    said = len(heard.events)
    qtbot.waitUntil(lambda: "closed" in log, timeout=WAIT_MS)
    qtbot.wait(100)
    assert len(heard.events) == said
    assert heard.ended == 0
    assert len(log) < 900


def test_one_cancelled_before_its_turn_never_begins(qtbot, queue: TranscriptionQueue, engine: ScriptedEngine) -> None:
    engine.gate = threading.Event()
    with qtbot.waitSignal(queue.reported, check_params_cb=lambda _item, event: isinstance(event, SegmentStarted)):
        queue.add([Path("a.wav")])
    log: list[str] = []
    aside = InterleavedTask(counting(log, "x"))
    queue.run_soon(aside)
    aside.cancel()
    engine.gate.set()
    qtbot.waitUntil(lambda: queue.items[0].state.is_final, timeout=WAIT_MS)
    assert not log


def test_where_its_file_is_cancelled_it_begins_anew(qtbot, queue: TranscriptionQueue, engine: ScriptedEngine) -> None:
    engine.gate = threading.Event()
    with qtbot.waitSignal(queue.reported, check_params_cb=lambda _item, event: isinstance(event, SegmentStarted)):
        queue.add([Path("a.wav")])
    go_on, log = threading.Event(), []

    def work(_engine: object) -> Iterator[object]:
        log.append("begun")
        yield 0
        go_on.wait(20)
        yield 1

    aside = InterleavedTask(work)
    heard = Heard(aside)
    queue.run_soon(aside)
    engine.gate.set()
    qtbot.waitUntil(lambda: log == ["begun"], timeout=WAIT_MS)
    queue.cancel(queue.items[0])
    go_on.set()
    qtbot.waitUntil(lambda: heard.ended == 1, timeout=WAIT_MS)
    assert log == ["begun", "begun"]
    assert heard.events[-2:] == [0, 1]
    assert queue.items[0].state.value == "cancelled"
