"""What the title of the window tells of the work."""

from __future__ import annotations

import threading

import pytest

from app.errors import AudioError
from app.ui import work_status

from .scripted_engine import ScriptedEngine


def test_title_has_the_share_and_the_file(qtbot, make_app, clips) -> None:
    engine = ScriptedEngine(gate=threading.Event())
    app = make_app(engine)
    assert app.window.windowTitle() == "Anneal"
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: app.window.windowTitle() == "0% - one.wav")
    with qtbot.waitSignal(app.queue.idled):
        engine.gate.set()
    assert app.window.windowTitle() == "Anneal"


def test_the_end_is_notified_only_while_another_window_is_active(qtbot, make_app, clips, monkeypatch) -> None:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(work_status, "notify", lambda _window, title, text: told.append((title, text)))
    app = make_app(ScriptedEngine(by_name={"one.wav": AudioError("It is empty.")}))
    active = True
    monkeypatch.setattr(app.window, "isActiveWindow", lambda: active)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    assert told == []
    active = False
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips)
    assert told == [("2 files transcribed", "zwei Größen.mp3\n三.flac")]


@pytest.mark.parametrize("count", [1, 2])
def test_failures_are_not_called_transcribed(qtbot, make_app, clips, monkeypatch, count: int) -> None:
    told: list[str] = []
    monkeypatch.setattr(work_status, "notify", lambda _window, title, _text: told.append(title))
    app = make_app(ScriptedEngine(by_name={clip.name: AudioError("It is empty.") for clip in clips}))
    monkeypatch.setattr(app.window, "isActiveWindow", lambda: False)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:count])
    assert told == [f"{count} file{'s' * (count > 1)} could not be transcribed"]
