"""What a screen reader hears: a finished text once, and never the tokens on the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest

from app.jobs.queue_item import QueueState
from app.speech.events import CanvasStep

from .scripted_engine import ScriptedEngine


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], list[str]]]:
    """All that was announced since the start of the test, noted on its way to the system."""
    announced: list[str] = []
    pass_on = QAccessible.updateAccessibility

    def note(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            announced.append(event.message())
        pass_on(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)  # as with a screen reader: what only it makes the app say is said
    yield lambda: list(announced)
    QAccessible.setActive(was_active)


def test_a_finished_text_is_announced_once_and_no_token_of_it(qtbot, make_app, clips, heard) -> None:
    engine = ScriptedEngine(step_s=0.005)
    app = make_app(engine, steps=6)
    at_steps: list[list[str]] = []
    app.queue.reported.connect(lambda _item, event: isinstance(event, CanvasStep) and at_steps.append(heard()))
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    qtbot.waitUntil(
        lambda: not app.window.transcription_page.player.playing, timeout=10_000
    )  # the picture came to its end too
    assert len(at_steps) == 12
    assert not any(at_steps)
    assert heard() == [" ".join(engine.texts)]


def test_each_file_is_announced_when_it_is_done(qtbot, make_app, clips, heard) -> None:
    engine = ScriptedEngine(by_name={clips[1].name: ["The tide."]}, extra_texts=["The tide."])
    app = make_app(engine)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:2])
    assert heard() == [" ".join(engine.texts), "The tide."]


def test_replaying_and_looking_at_it_again_announce_nothing_more(qtbot, make_app, clips, heard) -> None:
    app = make_app(steps=6)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:2])
    before = heard()
    app.window.sidebar.queue_view.item_chosen.emit(app.queue.items[0])
    app.window.transcription_page.replay(0)
    qtbot.waitUntil(lambda: app.window.transcription_page.player.canvas.index > 3, timeout=10_000)
    assert heard() == before


def test_what_was_cancelled_is_not_announced_as_finished(qtbot, make_app, clips, heard) -> None:
    app = make_app(ScriptedEngine(step_s=0.03), steps=8)
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: len(app.window.transcription_page.transcript.segments) == 1, timeout=5000)
    with qtbot.waitSignal(app.queue.idled):
        QTest.keyClick(app.window, Qt.Key.Key_Escape)
    assert app.queue.items[0].state is QueueState.CANCELLED
    assert heard() == []


def test_a_token_is_said_when_the_keyboard_goes_to_it(qtbot, make_app, clips, heard) -> None:
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    canvas = app.window.transcription_page.player.canvas
    before = len(heard())
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    [said] = heard()[before:]
    assert "%" in said
    assert canvas.inspected_position == 0
