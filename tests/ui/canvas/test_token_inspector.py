from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.canvas.colours import Colours
from app.ui.canvas.step_model import Recording
from app.ui.canvas.token_glyphs import Faces
from app.ui.canvas.token_inspector import Inspector

from . import scripted


@pytest.fixture
def panel(qtbot: QtBot) -> Inspector:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    panel = Inspector(window)
    vocabulary = scripted.vocabulary()
    recording = Recording(vocabulary.end_ids, scripted.anneal(vocabulary, scripted.sentence(vocabulary)))
    panel.show_token(recording, Faces(vocabulary, window.font(), "end"), Colours.of(window.palette()), 4, 15)
    panel.window_kept = window  # type: ignore[attr-defined]
    return panel


def test_it_says_the_token_its_probability_and_when_it_settled(panel: Inspector) -> None:
    said = panel.accessibleDescription()
    assert said.startswith("when, ")
    assert "position 5" in said
    assert "unchanged since step" in said
    assert not panel.grab().isNull()


@pytest.mark.parametrize("x", [0.0, 340.0, 690.0])
@pytest.mark.parametrize("y", [0.0, 250.0, 480.0])
def test_it_stays_inside_the_window_and_off_its_token(panel: Inspector, x: float, y: float) -> None:
    token = QRectF(x, y, 40.0, 20.0)
    panel.stand_beside(token)
    assert panel.parentWidget().rect().contains(panel.geometry())
    if y != 250.0:
        assert not QRectF(panel.geometry()).intersects(token)


def test_it_keeps_still_while_its_token_moves_a_little(panel: Inspector) -> None:
    panel.stand_beside(QRectF(200.0, 20.0, 40.0, 20.0))
    before = panel.pos()
    panel.stand_beside(QRectF(215.0, 20.0, 40.0, 20.0))
    assert panel.pos() == before
