"""What stands under the canvas, in a wide window and in a narrow one."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.canvas.control_bar import ControlBar
from app.ui.interface_language import set_language


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "hi", "zh"])
@pytest.mark.parametrize("width_px", [560, 700, 900, 1600])
def test_the_legend_is_never_cut(qtbot: QtBot, language: str, width_px: int) -> None:
    set_language(language)
    strip = ControlBar()
    qtbot.addWidget(strip)
    strip.show_state(playing=False, can_play=True, can_go_live=True, can_save=True)
    strip.resize(width_px, strip.heightForWidth(width_px) if strip.hasHeightForWidth() else 200)
    strip.show()
    legend = strip.legend
    qtbot.waitUntil(lambda: legend.height() >= legend.heightForWidth(legend.width()))
    buttons = [widget for widget in strip.tab_order() if widget.y() > strip.heatmap.geometry().bottom()]
    assert len(buttons) == 6
    assert not any(legend.geometry().intersects(button.geometry()) for button in buttons)
    set_language("en")


def test_the_legend_comes_back_beside_the_buttons_when_there_is_room(qtbot: QtBot) -> None:
    strip = ControlBar()
    qtbot.addWidget(strip)
    strip.show_state(playing=False, can_play=True, can_go_live=False, can_save=True)
    strip.resize(500, 240)
    strip.show()
    legend, button = strip.legend, strip.tab_order()[-1]
    qtbot.waitUntil(lambda: legend.geometry().bottom() < button.y())
    strip.resize(1400, 240)
    qtbot.waitUntil(lambda: abs(legend.geometry().center().y() - button.geometry().center().y()) < 10)
