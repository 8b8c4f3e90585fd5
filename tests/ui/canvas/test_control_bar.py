"""The controls under the canvas, in a wide window and in a narrow one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.canvas.control_bar import ControlBar
from app.ui.canvas.step_model import StepSequence
from app.ui.interface_language import set_language

from . import scripted


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "hi", "zh"])
@pytest.mark.parametrize("width_px", [560, 700, 900, 1600])
def test_the_legend_is_never_cut(qtbot: QtBot, language: str, width_px: int) -> None:
    set_language(language)
    bar = ControlBar()
    qtbot.addWidget(bar)
    bar.show_state(playing=False, can_play=True, can_go_live=True, can_save=True)
    bar.resize(width_px, bar.heightForWidth(width_px) if bar.hasHeightForWidth() else 200)
    bar.show()
    legend = bar.legend
    qtbot.waitUntil(lambda: legend.height() >= legend.heightForWidth(legend.width()))
    buttons = [widget for widget in bar.tab_order() if widget.y() > bar.heatmap.geometry().bottom()]
    assert len(buttons) == 7
    assert not any(legend.geometry().intersects(button.geometry()) for button in buttons)
    set_language("en")


def test_the_legend_comes_back_beside_the_buttons_when_there_is_room(qtbot: QtBot) -> None:
    bar = ControlBar()
    qtbot.addWidget(bar)
    bar.show_state(playing=False, can_play=True, can_go_live=False, can_save=True)
    bar.resize(500, 240)
    bar.show()
    legend, button = bar.legend, bar.tab_order()[-1]
    qtbot.waitUntil(lambda: legend.geometry().bottom() < button.y())
    bar.resize(1400, 240)
    qtbot.waitUntil(lambda: abs(legend.geometry().center().y() - button.geometry().center().y()) < 10)


def test_the_legend_lists_only_the_states_of_this_run(qtbot: QtBot) -> None:
    bar, vocabulary = ControlBar(), scripted.vocabulary()
    qtbot.addWidget(bar)
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, 6, revoke=0.0)
    bar.show_states(StepSequence(vocabulary.end_ids, steps))
    assert bar.legend.accessibleName() == "Legend: settling, settled, open"
    first = replace(steps[0], accepted=np.ones(48, np.bool_))
    bar.show_states(StepSequence(vocabulary.end_ids, [first]))
    assert bar.legend.accessibleName() == "Legend: settling"
    bar.show_states(StepSequence(vocabulary.end_ids, [first, replace(steps[0], accepted=np.arange(48) > 4)]))
    assert bar.legend.accessibleName() == "Legend: settling, settled, taken back"


def test_a_button_hides_the_legend_and_brings_it_back(qtbot: QtBot) -> None:
    bar = ControlBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.show_legend(False)
    assert not bar.legend.isVisible()
    with qtbot.waitSignal(bar.legend_toggled) as asked:
        qtbot.mouseClick(bar.info_button, Qt.MouseButton.LeftButton)
    assert asked.args == [True]
    assert bar.legend.isVisible()
    bar.set_compact(True)
    assert not bar.legend.isVisible()
    bar.set_compact(False)
    assert bar.legend.isVisible()
