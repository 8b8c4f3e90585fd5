"""A token of a finished canvas on the bench: its word's candidates there, the rest in the editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from app import wiring
from app.ui.transcription.token_alternatives import TokenChoice
from tests.ui.conftest import MakeApp
from tests.ui.scripted_engine import ScriptedEngine

WAIT_MS = 20_000
PLACE = QRect(20, 20, 40, 20)


@pytest.fixture
def app(qtbot, make_app: MakeApp, clips: list[Path]) -> wiring.App:
    engine = ScriptedEngine(texts=("We could hear the ropes.",), worded=True, more=("masts",))
    app = make_app(engine)
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: bool(app.queue.items) and app.queue.items[0].state.over, timeout=WAIT_MS)
    return app


def popover_of(app: wiring.App) -> TokenChoice:
    (choice,) = app.window.findChildren(TokenChoice)
    return choice


def test_it_leads_to_the_editor_and_around_the_word(qtbot, app: wiring.App) -> None:
    canvas, choice = app.window.bench.player.canvas, popover_of(app)
    canvas.token_chosen.emit(4, PLACE)
    assert choice.alternatives.isVisible()
    assert choice.alternatives.title.text() == "Instead of “ropes”"
    choice.alternatives.field.setText("masts")
    QTest.keyClick(choice.alternatives.field, Qt.Key.Key_Return)
    editor = app.window.room.editor
    qtbot.waitUntil(lambda: editor.comparison.isVisible() and not editor.redo_desk.running, timeout=WAIT_MS)
    assert app.window.pages.currentWidget() is editor
    assert [(piece.old, piece.new) for piece in editor.comparison.words.differences] == [("ropes.", "masts")]
    assert editor.text.toPlainText() == "We could hear the ropes."


def test_esc_closes_it_and_what_is_no_word_has_none(app: wiring.App) -> None:
    canvas, choice = app.window.bench.player.canvas, popover_of(app)
    canvas.token_chosen.emit(60, PLACE)
    assert not choice.alternatives.isVisible()
    canvas.token_chosen.emit(1, PLACE)
    assert choice.alternatives.isVisible()
    QTest.keyClick(choice.alternatives, Qt.Key.Key_Escape)
    assert not choice.alternatives.isVisible()
    assert app.window.pages.currentWidget() is app.window.bench


def test_a_click_on_a_token_chooses_it(qtbot, app: wiring.App) -> None:
    canvas, chosen = app.window.bench.player.canvas, []
    canvas.token_chosen.connect(lambda position, place: chosen.append((position, place)))
    app.window.bench.player._on_stepped(99)  # to the result
    place = canvas._place_of(2)
    assert place is not None
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert [position for position, _ in chosen] == [2]
    assert chosen[0][1].contains(place.center().toPoint())
    popover_of(app).alternatives.close_popover()
    canvas.setFocus()
    canvas.focus_position(3)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert [position for position, _ in chosen] == [2, 3]
