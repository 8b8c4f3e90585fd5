"""The token canvas as a widget: layers, hover, keyboard, colors, and typesetting ahead of time."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.speech.vocabulary import Vocabulary
from app.ui.canvas import canvas_widget
from app.ui.canvas.canvas_widget import CanvasWidget
from app.ui.canvas.step_model import LAYERS, StepSequence
from app.ui.canvas.token_glyphs import GlyphCache
from app.ui.canvas.token_inspector import TokenInspector
from app.ui.theme import DARK, LIGHT

from . import scripted


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return scripted.vocabulary()


@pytest.fixture
def canvas(qtbot: QtBot, vocabulary: Vocabulary) -> CanvasWidget:
    widget = CanvasWidget()
    qtbot.addWidget(widget)
    widget.resize(940, 320)
    widget.set_vocabulary(vocabulary)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def fill(canvas: CanvasWidget, vocabulary: Vocabulary, done: bool = True, canvas_length: int = 192) -> None:
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary), canvas=canvas_length)
    sequence = StepSequence(vocabulary.end_ids, steps)
    sequence.done = done
    canvas.show_sequence(sequence, 0)
    if done:
        canvas.set_result_description("In the evening")


def test_an_empty_canvas_paints_and_says_what_it_is(canvas: CanvasWidget) -> None:
    assert canvas.appearance() is None
    assert not canvas.grab().isNull()
    assert canvas.accessibleName()
    canvas.show_step(3.0)
    canvas.prepare(1)


def test_an_empty_canvas_says_that_a_file_waits_for_the_model(canvas: CanvasWidget, vocabulary: Vocabulary) -> None:
    before, described = canvas.grab().toImage(), canvas.accessibleDescription()
    canvas.set_model_loading(True)
    assert canvas.accessibleDescription() == "The model is loading. The file starts automatically afterwards."
    assert canvas.grab().toImage() != before
    canvas.set_model_loading(False)
    assert (canvas.grab().toImage(), canvas.accessibleDescription()) == (before, described)
    fill(canvas, vocabulary)
    shown = canvas.grab().toImage()
    canvas.set_model_loading(True)
    assert canvas.grab().toImage() == shown, "what is there stays"
    assert canvas.accessibleDescription() == "In the evening"


def test_steps_can_be_shown_in_any_order_and_layer(canvas: CanvasWidget, vocabulary: Vocabulary) -> None:
    fill(canvas, vocabulary)
    for layer in LAYERS:
        canvas.set_layer(layer)
        for index in (0.0, 7.5, 16.0, 3.2, 15.99):
            canvas.show_step(index)
            assert not canvas.grab().isNull()
            assert canvas.appearance() is not None
    with pytest.raises(ValueError, match="unknown layer"):
        canvas.set_layer("mask")  # type: ignore[arg-type]


def test_the_shown_index_is_clamped_and_emitted(canvas: CanvasWidget, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    fill(canvas, vocabulary)
    with qtbot.waitSignal(canvas.step_shown) as shown:
        canvas.show_step(99.0)
    assert shown.args == [17.0]


def test_the_result_reads_as_the_sentence(canvas: CanvasWidget, vocabulary: Vocabulary) -> None:
    fill(canvas, vocabulary)
    canvas.show_step(17.0)
    step = canvas.typeset_step()
    assert step is not None
    ids, ended = vocabulary.truncate_at_end(step.appearance.token_ids.tolist())
    assert ended
    assert step.texts[:6] == ["In", "the", "evening", ",", "when", "the"]
    assert len(ids) == len(scripted.sentence_ids(vocabulary))
    assert canvas.accessibleDescription() == "In the evening"


def test_type_grows_when_short_text_leaves_room(canvas: CanvasWidget, vocabulary: Vocabulary) -> None:
    fill(canvas, vocabulary)
    canvas.show_step(0.0)
    noise = canvas.typeset_step()
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:8], tail="end")
    sequence = StepSequence(vocabulary.end_ids, steps)
    sequence.done = True
    canvas.show_sequence(sequence, 0)
    canvas.show_step(17.0)
    short = canvas.typeset_step()
    assert noise is not None
    assert short is not None
    assert short.flow.size_px >= noise.flow.size_px + 6
    assert noise.flow.line_count * noise.flow.line_px <= canvas.height()


def test_hovering_a_token_shows_its_candidates(canvas: CanvasWidget, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    fill(canvas, vocabulary)
    canvas.show_step(12.0)
    step = canvas.typeset_step()
    assert step is not None
    point = QPoint(int(step.flow.x[3] + step.flow.width[3] / 2 + 6), int(step.flow.line_px / 2 + 2))
    assert canvas.position_at(QPointF(point)) == 3
    with qtbot.waitSignal(canvas.token_hovered, check_params_cb=lambda at: at == 3):
        qtbot.mouseMove(canvas, point)
    panel = canvas.findChild(TokenInspector)
    assert panel is not None
    assert panel.isVisible()
    assert "%" in panel.accessibleDescription()
    assert canvas.rect().contains(panel.geometry().center())
    assert not panel.grab().isNull()
    canvas.clear()
    assert not panel.isVisible()


def test_the_keyboard_walks_over_the_tokens(canvas: CanvasWidget, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    fill(canvas, vocabulary)
    canvas.show_step(17.0)
    canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.inspected_position == 0
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.inspected_position == 1
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    step = canvas.typeset_step()
    assert step is not None
    assert canvas.inspected_position is not None
    assert step.flow.line[canvas.inspected_position] == 1
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.inspected_position == 191
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.inspected_position is None


def test_both_themes_have_their_colors(canvas: CanvasWidget, vocabulary: Vocabulary, qapp: QApplication) -> None:
    fill(canvas, vocabulary)
    canvas.show_step(9.0)
    before = qapp.palette()
    for colors in (DARK, LIGHT):
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, colors["paper"])
        qapp.setPalette(palette)
        qapp.processEvents()
        picture = canvas.grab().toImage()
        assert picture.pixelColor(1, picture.height() - 2) == colors["surface"]
    qapp.setPalette(before)


def test_resizing_sets_the_text_anew(canvas: CanvasWidget, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    fill(canvas, vocabulary)
    canvas.show_step(4.0)
    wide = canvas.typeset_step()
    canvas.resize(420, 320)
    narrow = canvas.typeset_step()
    assert wide is not None
    assert narrow is not None
    assert narrow.flow.size_px < wide.flow.size_px


def test_prepared_steps_need_no_typesetting(
    canvas: CanvasWidget, vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typesetting a step takes longer than a frame may: of prepared steps nothing is left to typeset."""
    fill(canvas, vocabulary)
    costly: list[object] = []
    typeset, shape = canvas_widget.typeset, GlyphCache._layout_text
    monkeypatch.setattr(canvas_widget, "typeset", lambda *given: costly.append("typeset") or typeset(*given))
    monkeypatch.setattr(GlyphCache, "_layout_text", lambda self, *given: costly.append(given) or shape(self, *given))
    monkeypatch.setattr(canvas_widget, "PREPARE_BUDGET_S", float("inf"))
    for index in range(18):
        canvas.prepare(index)
    assert costly.count("typeset") >= 16
    costly.clear()
    for index in np.linspace(0.0, 17.0, 120):
        canvas.show_step(float(index))
        canvas.repaint()
    assert not costly


def test_preparing_takes_many_small_parts(
    canvas: CanvasWidget, vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no time at all each call still gets a little further, and what is ready needs no more of them."""
    fill(canvas, vocabulary)
    glyphs = canvas._glyphs
    assert glyphs is not None
    monkeypatch.setattr(canvas_widget, "PREPARE_BUDGET_S", -1.0)
    measured = len(glyphs._width_em)
    canvas.prepare(9)
    assert len(glyphs._width_em) - measured <= 1


@pytest.mark.parametrize("module", ["step_model", "playback_clock", "text_flow"])
def test_the_pure_part_knows_no_qt(module: str) -> None:
    code = (
        f"import sys, app.ui.canvas.{module}; "
        "sys.exit(any(name.split('.')[0] in ('PySide6', 'torch') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
