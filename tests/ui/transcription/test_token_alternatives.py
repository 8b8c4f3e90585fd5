"""A token of a finished canvas on the transcription page: its word's candidates there, the rest in the editor."""

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
RECT = QRect(20, 20, 40, 20)


@pytest.fixture
def app(qtbot, make_app: MakeApp, clips: list[Path]) -> wiring.App:
    engine = ScriptedEngine(texts=("We could hear the ropes.",), word_times=True, extra_texts=("masts",))
    app = make_app(engine)
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: bool(app.queue.items) and app.queue.items[0].state.is_final, timeout=WAIT_MS)
    return app


def alternatives_of(app: wiring.App) -> TokenAlternatives:
    (alternatives,) = app.window.findChildren(TokenAlternatives)
    return alternatives


def test_it_leads_to_the_editor_and_around_the_word(qtbot, app: wiring.App) -> None:
    canvas, alternatives = app.window.transcription_page.player.canvas, alternatives_of(app)
    canvas.token_chosen.emit(4, RECT)
    assert alternatives.popover.isVisible()
    assert alternatives.popover.title.text() == "Instead of “ropes”"
    alternatives.popover.field.setText("masts")
    QTest.keyClick(alternatives.popover.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    editor = app.window.library_controller.editor
    qtbot.waitUntil(lambda: editor.diff_panel.isVisible() and not editor.redecode_controller.running, timeout=WAIT_MS)
    assert app.window.pages.currentWidget() is editor
    assert [(piece.old, piece.new) for piece in editor.diff_panel.diff_view.differences] == [("ropes.", "masts")]
    assert editor.text.toPlainText() == "We could hear the ropes."


def test_esc_closes_it_and_what_is_no_word_has_none(app: wiring.App) -> None:
    canvas, alternatives = app.window.transcription_page.player.canvas, alternatives_of(app)
    canvas.token_chosen.emit(60, RECT)
    assert not alternatives.popover.isVisible()
    canvas.token_chosen.emit(1, RECT)
    assert alternatives.popover.isVisible()
    QTest.keyClick(alternatives.popover, Qt.Key.Key_Escape)
    assert not alternatives.popover.isVisible()
    assert app.window.pages.currentWidget() is app.window.transcription_page


def test_a_click_on_a_token_chooses_it(qtbot, app: wiring.App) -> None:
    canvas, chosen = app.window.transcription_page.player.canvas, []
    canvas.token_chosen.connect(lambda position, rect: chosen.append((position, rect)))
    app.window.transcription_page.player.heatmap.step_by_requested.emit(99)  # to the result
    rect = canvas.token_rect(2)
    assert rect is not None
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert [position for position, _ in chosen] == [2]
    assert chosen[0][1].contains(rect.center().toPoint())
    alternatives_of(app).popover.close_popover()
    canvas.setFocus()
    canvas.focus_position(3)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert [position for position, _ in chosen] == [2, 3]


def test_a_word_is_replaced_without_leaving_the_page(qtbot, app: wiring.App) -> None:
    item, alternatives = app.queue.items[0], alternatives_of(app)
    app.window.transcription_page.player.canvas.token_chosen.emit(4, RECT)
    alternatives.popover.field.setText("masts")
    alternatives.popover.replace_button.click()
    qtbot.waitUntil(lambda: "masts" in item.text)
    assert "masts" in app.window.transcription_page.transcript.toPlainText()
    assert app.window.pages.currentWidget() is app.window.transcription_page
    texts: list[str] = []
    app.library_worker.submit(lambda store: store.transcript(item.uid).text, texts.append)
    qtbot.waitUntil(lambda: bool(texts))
    assert texts == [item.text]
