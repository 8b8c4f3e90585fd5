"""The message in place of canvas and text."""

from __future__ import annotations

import threading

from app.errors import NoSpeechError
from app.jobs.queue_item import QueueState
from tests.ui.scripted_engine import ScriptedEngine


def test_a_waiting_file_says_how_many_come_before_it(qtbot, make_app, clips) -> None:
    engine = ScriptedEngine(gate=threading.Event())
    app = make_app(engine)
    app.window.add_paths(clips)
    qtbot.waitUntil(lambda: any(item.current for item in app.queue.items))
    first, second, third = app.queue.items
    page = app.window.transcription_page
    app.window.sidebar.queue_view.item_chosen.emit(third)
    assert page.message.isVisible()
    assert page.message.text_label.text() == "2 files come before 三.flac."
    assert not page.splitter.isVisible()
    page.message.start_button.click()
    assert app.queue.items == [first, third, second]
    assert page.message.text_label.text() == "1 file comes before 三.flac."
    assert not page.message.start_button.isVisible()
    engine.gate.set()
    qtbot.waitUntil(lambda: third.state is QueueState.DONE)
    assert not page.message.isVisible()
    assert page.splitter.isVisible()
    qtbot.waitUntil(lambda: not app.queue.unfinished)


def test_a_silent_file_can_be_found_but_not_tried_again(qtbot, make_app, clips) -> None:
    error = NoSpeechError("No speech found in {file}.", "It is silent.", short="no speech in it", file="“one.wav”")
    app = make_app(ScriptedEngine(by_name={"one.wav": error}))
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    message = app.window.transcription_page.message
    assert (message.title_label.text(), message.text_label.text()) == ("No speech found in “one.wav”.", "It is silent.")
    assert message.reveal_button.isVisible()
    assert not message.retry_button.isVisible()
    assert app.window.sidebar.queue_view.status_line(app.queue.items[0]) == "no speech in it"
    assert app.window.banner.text == ""
