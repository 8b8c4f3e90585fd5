"""Canvas, lane and sound of a file's page point at each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.ui.canvas.heard_card import HeardCard
from tests.ui.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.slow


@pytest.fixture
def page(qtbot, make_app, clips):
    app = make_app(ScriptedEngine(word_times=True, heard=True), steps=4)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    page = app.window.transcription_page
    page.replay(0)
    page.player.canvas.show_step(9)
    return page


def test_a_hovered_band_outlines_its_token_and_tells_what_was_heard(qtbot, page) -> None:
    lane, canvas = page.lane, page.player.canvas
    assert lane.isVisible()
    assert [word.text for word in lane.places.words] == page.item.segments[0].text.split()
    word = lane.places.words[2]
    band = lane.band(word.positions[0])
    QTest.mouseMove(lane, QPoint(round(band.center().x()), 40))
    qtbot.waitUntil(lambda: canvas.inspected_position == word.positions[0])
    card = page.window().findChild(HeardCard)
    assert card.isVisible()
    assert card.texts == ["0:02.00 – 0:02.90", "by the sound alone: 80%"]
    lane.position_hovered.emit(-1)
    assert canvas.inspected_position is None
    assert not card.isVisible()


def test_a_click_on_lane_or_token_plays_the_word_and_a_little_around_it(qtbot, page) -> None:
    word = page.lane.places.words[3]
    x = round(page.lane.band(word.positions[0]).center().x())
    with qtbot.waitSignal(page.lane_controller.play_requested) as played:
        QTest.mouseClick(page.lane, Qt.MouseButton.LeftButton, pos=QPoint(x, 40))
    assert played.args == [pytest.approx(word.start_s - 0.06), pytest.approx(word.end_s + 0.06)]
    with qtbot.waitSignal(page.lane_controller.play_requested) as played:
        page.player.canvas.token_chosen.emit(word.positions[0], page.rect())
    assert played.args == [pytest.approx(word.start_s - 0.06), pytest.approx(word.end_s + 0.06)]


def test_the_heard_word_is_lit_everywhere_and_the_page_follows_the_sound(page) -> None:
    page.sound.moved.emit(2.5)
    [mark] = page.transcript.extraSelections()
    assert mark.cursor.selectedText() == page.item.segments[0].text.split()[2]
    page.sound.moved.emit(9.5)  # in the second segment
    assert {step.segment for step in page.player.steps} == {1}
    assert page.lane.started.segment == 1
    [mark] = page.transcript.extraSelections()
    assert mark.cursor.selectedText() == page.item.segments[1].text.split()[1]
    page.sound.playing_changed.emit(False)
    assert page.transcript.extraSelections() == []


def test_the_lane_gives_way_in_a_low_window_and_on_request(page) -> None:
    window = page.window()
    window.resize(1280, 690)
    assert not page.lane.isVisible()
    window.resize(1280, 800)
    assert page.lane.isVisible()
    window.settings_controller.change(spectrogram=False)
    page.set_spectrogram_shown(False)
    assert not page.lane.isVisible()
