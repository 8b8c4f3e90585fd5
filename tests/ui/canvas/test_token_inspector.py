"""The panel beside a token."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.canvas.step_model import StepSequence
from app.ui.canvas.token_glyphs import GlyphCache
from app.ui.canvas.token_inspector import TokenInspector
from app.ui.theme import LIGHT

from . import scripted


@pytest.fixture
def panel(qtbot: QtBot) -> TokenInspector:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    panel = TokenInspector(window)
    vocabulary = scripted.vocabulary()
    sequence = StepSequence(vocabulary.end_ids, scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)))
    panel.show_token(sequence, GlyphCache(vocabulary, window.font(), "end"), LIGHT, 4, 15)
    panel.window_kept = window  # type: ignore[attr-defined]
    return panel


def test_it_says_the_token_its_probability_and_when_it_settled(panel: TokenInspector) -> None:
    said = panel.accessibleDescription()
    assert said.startswith("when, ")
    assert "position 5" in said
    assert "unchanged since step" in said
    assert not panel.grab().isNull()


@pytest.mark.parametrize("x", [0.0, 340.0, 690.0])
@pytest.mark.parametrize("y", [0.0, 250.0, 480.0])
def test_it_stays_inside_the_window_and_off_its_token(panel: TokenInspector, x: float, y: float) -> None:
    token = QRectF(x, y, 40.0, 20.0)
    panel.place_beside(token)
    assert panel.parentWidget().rect().contains(panel.geometry())
    if y != 250.0:
        assert not QRectF(panel.geometry()).intersects(token)


def test_it_keeps_still_while_its_token_moves_a_little(panel: TokenInspector) -> None:
    panel.place_beside(QRectF(200.0, 20.0, 40.0, 20.0))
    before = panel.pos()
    panel.place_beside(QRectF(215.0, 20.0, 40.0, 20.0))
    assert panel.pos() == before
