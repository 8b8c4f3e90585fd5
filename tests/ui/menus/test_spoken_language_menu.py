"""The spoken language of one file, chosen in its menu before it starts."""

from __future__ import annotations

import threading

from app.jobs.queue_item import QueueState
from app.ui.menus.spoken_language_menu import SpokenLanguageMenu
from tests.ui.scripted_engine import ScriptedEngine


def test_a_waiting_file_gets_its_own_language(qtbot, make_app, clips) -> None:
    engine = ScriptedEngine(gate=threading.Event())
    app = make_app(engine, language="en")
    app.window.add_paths(clips[:2])
    qtbot.waitUntil(lambda: len(app.queue.items) == 2)
    waiting, view = app.queue.items[1], app.window.sidebar.queue_view
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(1, 0)).center())
    [languages] = view.findChildren(SpokenLanguageMenu)
    choices = [action for action in languages.actions() if not action.isSeparator()]
    assert [action.text() for action in choices[:4]] == ["As for all files", "Automatic", "English", "Deutsch"]
    assert [action.isChecked() for action in choices[:2]] == [True, False]
    choices[3].trigger()
    languages.parent().close()
    assert waiting.asked_language == "de"
    assert "Deutsch" in view.status_line(waiting)
    engine.gate.set()
    qtbot.waitUntil(lambda: waiting.state is QueueState.DONE)
    assert [options.language for _, options in engine.transcribe_calls] == ["en", "de"]
