"""The queue and its one thread: order, cancelling, failing, starting again, letting go."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.errors import AudioError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.queue_item import QueueItem, QueueState
from app.jobs.transcription_queue import ITEM_ROLE, TranscriptionQueue
from app.speech.events import CanvasStep
from app.speech.options import TranscribeOptions
from tests.ui.scripted_engine import ScriptedEngine

PATHS = [Path(f"{name}.wav") for name in "abc"]


@pytest.fixture
def make_queue(qtbot, background_tasks: BackgroundTasks) -> Callable[..., TranscriptionQueue]:
    def make(engine: ScriptedEngine, **options: Any) -> TranscriptionQueue:
        queue = TranscriptionQueue(background_tasks, engine, lambda: TranscribeOptions(**{"steps": 3, **options}))
        QAbstractItemModelTester(queue, QAbstractItemModelTester.FailureReportingMode.Warning, queue)
        return queue

    return make


def test_files_are_done_in_order_and_everything_arrives(qtbot, make_queue) -> None:
    engine = ScriptedEngine()
    queue = make_queue(engine, language="en")
    seen = []
    queue.reported.connect(lambda item, event: seen.append((item.title, event)))
    with qtbot.waitSignal(queue.idled):
        queue.add(PATHS)
    assert [item.state for item in queue.items] == [QueueState.DONE] * 3
    assert [path for path, _ in engine.transcribe_calls] == PATHS
    assert engine.transcribe_calls[0][1].language == "en"
    steps = [event for title, event in seen if title == "b.wav" and isinstance(event, CanvasStep)]
    assert [(step.segment, step.step) for step in steps] == [(s, k) for s in (0, 1) for k in (1, 2, 3)]
    assert queue.recent_steps.steps(queue.items[1].number, 1) == steps[3:]
    assert queue.items[1].text == " ".join(engine.texts)


def test_a_failing_file_stops_nobody(qtbot, make_queue) -> None:
    queue = make_queue(ScriptedEngine(by_name={"b.wav": AudioError("b.wav is empty.", "", "Record it again.")}))
    with qtbot.waitSignal(queue.idled):
        queue.add(PATHS)
    assert [item.state for item in queue.items] == [QueueState.DONE, QueueState.FAILED, QueueState.DONE]
    assert str(queue.items[1].error) == "b.wav is empty. Record it again."


def test_the_engine_knows_which_files_come_next(qtbot, make_queue) -> None:
    engine = ScriptedEngine(gate=threading.Event())
    queue = make_queue(engine)
    first, second, third = queue.add(PATHS)
    assert list(engine.upcoming()) == PATHS[1:]
    queue.move(third, -1)
    assert list(engine.upcoming()) == [third.source, second.source]
    queue.cancel(third)
    assert list(engine.upcoming()) == [second.source]
    with qtbot.waitSignal(queue.idled):
        engine.gate.set()
    assert list(engine.upcoming()) == []
    assert [first.state, second.state] == [QueueState.DONE, QueueState.DONE]


def test_an_unforeseen_failure_becomes_a_sentence(qtbot, make_queue) -> None:
    class Broken(ScriptedEngine):
        def transcribe(self, source, options):
            raise ZeroDivisionError("no")
            yield

    queue = make_queue(Broken())
    with qtbot.waitSignal(queue.idled):
        queue.add(PATHS[:1])
    assert "ZeroDivisionError" in str(queue.items[0].error)


def test_an_engine_that_just_ends_is_a_failure(qtbot, make_queue) -> None:
    class Silent(ScriptedEngine):
        def transcribe(self, source, options):
            yield from self.prepare()

    queue = make_queue(Silent())
    with qtbot.waitSignal(queue.idled):
        queue.add(PATHS[:1])
    assert queue.items[0].state is QueueState.FAILED


def test_cancel_is_seen_at_once_and_closes_the_generator(qtbot, make_queue) -> None:
    engine = ScriptedEngine(step_s=0.02)
    queue = make_queue(engine, steps=48)
    queue.add(PATHS[:2])
    first = queue.items[0]
    qtbot.waitUntil(lambda: first.progress > 0.05)
    began = time.perf_counter()
    queue.cancel(first)
    assert first.state is QueueState.CANCELLED
    assert time.perf_counter() - began < 0.2
    qtbot.waitUntil(lambda: engine.closed_early == 1, timeout=2000)
    qtbot.waitUntil(lambda: queue.items[1].state is QueueState.RUNNING)
    assert first.state is QueueState.CANCELLED


def test_a_file_that_is_started_again_as_soon_as_it_is_done_does_not_fail(qtbot, make_queue) -> None:
    engine = ScriptedEngine()
    queue = make_queue(engine)

    def start_again(item: QueueItem) -> None:  # its thread is still ending
        if item.state is QueueState.DONE and len(engine.transcribe_calls) == 1:
            queue.retry(item)

    queue.item_changed.connect(start_again)
    with qtbot.waitSignal(queue.idled):
        queue.add(PATHS[:1])
    assert len(engine.transcribe_calls) == 2
    assert queue.items[0].state is QueueState.DONE


def test_cancel_and_retry_at_once_does_it_again(qtbot, make_queue) -> None:
    engine = ScriptedEngine(step_s=0.01)
    queue = make_queue(engine, steps=20)
    [item] = queue.add(PATHS[:1])
    qtbot.waitUntil(lambda: item.progress > 0.05)
    with qtbot.waitSignal(queue.idled):
        queue.cancel(item)
        queue.retry(item)
        assert item.state is QueueState.WAITING
    assert item.state is QueueState.DONE
    assert len(engine.transcribe_calls) == 2
    assert len(item.segments) == 2


def test_waiting_files_can_be_cancelled_removed_and_moved(qtbot, make_queue) -> None:
    gate = threading.Event()
    engine = ScriptedEngine(gate=gate)
    queue = make_queue(engine)
    a, b, c = queue.add(PATHS)
    queue.move(c, -1)
    queue.cancel(b)
    assert [item.title for item in queue.items] == ["a.wav", "c.wav", "b.wav"]
    with qtbot.waitSignal(queue.idled):
        gate.set()
        queue.remove(b)
    assert [path.name for path, _ in engine.transcribe_calls] == ["a.wav", "c.wav"]
    assert (a.state, c.state, queue.rowCount()) == (QueueState.DONE, QueueState.DONE, 2)


def test_removing_the_running_file_lets_the_next_begin(qtbot, make_queue) -> None:
    queue = make_queue(ScriptedEngine(step_s=0.01), steps=20)
    a, b = queue.add(PATHS[:2])
    qtbot.waitUntil(lambda: a.progress > 0.05)
    with qtbot.waitSignal(queue.idled):
        queue.remove(a)
    assert (queue.items, b.state) == ([b], QueueState.DONE)


def test_preparing_reports_the_model_and_files_wait_for_it(qtbot, make_queue) -> None:
    queue = make_queue(ScriptedEngine(load_s=0.1))
    with qtbot.waitSignal(queue.model_ready):
        queue.prepare()
        queue.add(PATHS[:1])
        assert queue.items[0].state is QueueState.WAITING
    qtbot.waitUntil(lambda: queue.items[0].state is QueueState.DONE)


def test_a_model_that_cannot_be_prepared_is_said(qtbot, make_queue) -> None:
    class NoModel(ScriptedEngine):
        def prepare(self):
            raise AudioError("No model.")
            yield

    queue = make_queue(NoModel())
    with qtbot.waitSignal(queue.model_failed) as failed:
        queue.prepare()
    assert str(failed.args[0]) == "No model."


def test_shutting_down_waits_for_the_thread(qtbot, make_queue, background_tasks: BackgroundTasks) -> None:
    engine = ScriptedEngine(step_s=0.01)
    queue = make_queue(engine, steps=48)
    queue.add(PATHS)
    qtbot.waitUntil(lambda: queue.items[0].progress > 0.02)
    assert background_tasks.shut_down(5000)
    assert all(item.state is QueueState.CANCELLED for item in queue.items)
    assert engine.closed_early == 1


def test_the_model_speaks_to_views_and_screen_readers(qtbot, make_queue) -> None:
    queue = make_queue(ScriptedEngine())
    with qtbot.waitSignal(queue.idled):
        queue.add(PATHS[:1])
    index = queue.index(0, 0)
    assert index.data() == "a.wav"
    assert index.data(ITEM_ROLE) is queue.items[0]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a.wav, done"
    assert queue.index(0, 2).data() == "100%"
    assert queue.headerData(1, Qt.Orientation.Horizontal) == "State"


def test_a_track_is_chosen_before_while_and_after_a_file_is_transcribed(qtbot, make_queue) -> None:
    engine = ScriptedEngine(gate=threading.Event(), tracks=3)
    queue = make_queue(engine)
    running, waiting = queue.add(PATHS[:2])
    queue.choose_track(waiting, 1)
    assert waiting.state is QueueState.WAITING
    assert engine.upcoming() == []  # its options are its own: it shares no batch
    qtbot.waitUntil(lambda: running.current is not None)
    queue.choose_track(running, 0)
    engine.gate.set()
    qtbot.waitUntil(lambda: running.state is QueueState.DONE and waiting.state is QueueState.DONE)
    assert [(path.name, options.audio_track) for path, options in engine.transcribe_calls] == [
        ("a.wav", None), ("a.wav", 0), ("b.wav", 1),
    ]  # fmt: skip
    queue.choose_track(running, None)
    qtbot.waitUntil(lambda: len(engine.transcribe_calls) == 4 and running.state is QueueState.DONE)
    assert engine.transcribe_calls[-1][1].audio_track is None
    queue.choose_track(running, None)  # as it is
    assert running.state is QueueState.DONE


def test_a_file_may_have_a_language_of_its_own(qtbot, make_queue) -> None:
    engine = ScriptedEngine(gate=threading.Event())
    queue = make_queue(engine)
    first, second, third = queue.add(PATHS[:3])
    queue.choose_language(second, "de")
    assert second.state is QueueState.WAITING
    assert engine.upcoming() == []  # its options are its own: it shares no batch
    engine.gate.set()
    qtbot.waitUntil(lambda: all(item.state is QueueState.DONE for item in (first, second, third)))
    assert [options.language for _, options in engine.transcribe_calls] == ["auto", "de", "auto"]
    queue.choose_language(second, "fr")  # another choice has it transcribed again
    qtbot.waitUntil(lambda: len(engine.transcribe_calls) == 4 and second.state is QueueState.DONE)
    assert engine.transcribe_calls[-1][1].language == "fr"
    queue.choose_language(second, None)
    qtbot.waitUntil(lambda: len(engine.transcribe_calls) == 5 and second.state is QueueState.DONE)
    assert engine.transcribe_calls[-1][1].language == "auto"
