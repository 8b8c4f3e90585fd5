"""The line above the queue."""

from __future__ import annotations

import threading

from app.jobs.queue_item import QueueState
from tests.ui.scripted_engine import ScriptedEngine


def test_total_of_the_queue_and_its_finished_files(qtbot, make_app, clips) -> None:
    engine = ScriptedEngine(step_s=0.002)
    app = make_app(engine)
    heading = app.window.sidebar.queue_heading
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    assert heading.isHidden()  # one file: its row says it
    engine.gate = threading.Event()
    app.window.add_paths(clips[1:])
    qtbot.waitUntil(lambda: any(item.current for item in app.queue.items))
    assert heading.isVisible()
    waiting = app.queue.items[2]
    assert waiting.state is QueueState.WAITING
    assert heading.label.text().startswith("2 files")
    assert app.queue.time_left_s is None  # the length of the last file is unknown: it has no header
    waiting.header_duration_s = 100 * app.queue.speed.times_real_time * 60
    assert app.queue.time_left_s > 6000
    engine.gate.set()
    qtbot.waitUntil(lambda: not app.queue.unfinished)
    qtbot.waitUntil(lambda: heading.label.text() == "3 files")
    heading.clear_button.click()
    assert app.queue.items == []
    assert heading.isHidden()
