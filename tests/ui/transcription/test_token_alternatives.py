"""A token of a finished canvas on the bench: its word's candidates there, the rest in the editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from app import wiring
from app.ui.transcription.token_alternatives import TokenAlternatives
from tests.ui.conftest import MakeApp
from tests.ui.scripted_engine import ScriptedEngine

WAIT_MS = 20_000
PLACE = QRect(20, 20, 40, 20)


@pytest.fixture
def app(qtbot, make_app: MakeApp, clips: list[Path]) -> wiring.App:
    engine = ScriptedEngine(texts=("We could hear the ropes.",), word_times=True, extra_texts=("masts",))
    app = make_app(engine)
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: bool(app.queue.items) and app.queue.items[0].state.is_final, timeout=WAIT_MS)
    return app


def popover_of(app: wiring.App) -> TokenAlternatives:
    (choice,) = app.window.findChildren(TokenAlternatives)
    return choice


def test_it_leads_to_the_editor_and_around_the_word(qtbot, app: wiring.App) -> None:
    canvas, choice = app.window.transcription_page.player.canvas, popover_of(app)
    canvas.token_chosen.emit(4, PLACE)
    assert choice.popover.isVisible()
    assert choice.popover.title.text() == "Instead of “ropes”"
    choice.popover.field.setText("masts")
    QTest.keyClick(choice.popover.field, Qt.Key.Key_Return)
    editor = app.window.library_controller.editor
    qtbot.waitUntil(lambda: editor.diff_panel.isVisible() and not editor.redecode_controller.running, timeout=WAIT_MS)
    assert app.window.pages.currentWidget() is editor
    assert [(piece.old, piece.new) for piece in editor.diff_panel.diff_view.differences] == [("ropes.", "masts")]
    assert editor.text.toPlainText() == "We could hear the ropes."


def test_esc_closes_it_and_what_is_no_word_has_none(app: wiring.App) -> None:
    canvas, choice = app.window.transcription_page.player.canvas, popover_of(app)
    canvas.token_chosen.emit(60, PLACE)
    assert not choice.popover.isVisible()
    canvas.token_chosen.emit(1, PLACE)
    assert choice.popover.isVisible()
    QTest.keyClick(choice.popover, Qt.Key.Key_Escape)
    assert not choice.popover.isVisible()
    assert app.window.pages.currentWidget() is app.window.transcription_page


def test_a_click_on_a_token_chooses_it(qtbot, app: wiring.App) -> None:
    canvas, chosen = app.window.transcription_page.player.canvas, []
    canvas.token_chosen.connect(lambda position, place: chosen.append((position, place)))
    app.window.transcription_page.player._on_stepped(99)  # to the result
    place = canvas._token_rect(2)
    assert place is not None
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert [position for position, _ in chosen] == [2]
    assert chosen[0][1].contains(place.center().toPoint())
    popover_of(app).popover.close_popover()
    canvas.setFocus()
    canvas.focus_position(3)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert [position for position, _ in chosen] == [2, 3]
