"""The lane of what the model hears: columns that settle, bands of tokens, and clicks."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.speech.events import SegmentStarted
from app.ui.canvas.spectrogram_lane import LANE_PX, SpectrogramLane, spectrogram_image
from app.ui.canvas.token_places import PlacedWord, TokenPlaces
from app.ui.theme import DARK, LIGHT, Colors, current_colors
from tests.ui.test_theme import contrast

NAN = float("nan")


@pytest.fixture
def lane(qtbot: QtBot) -> SpectrogramLane:
    """Ten seconds from 20 s on, all of them loud; three tokens, of which the last has no place."""
    lane = SpectrogramLane()
    qtbot.addWidget(lane)
    lane.resize(400, 108)
    lane.show_segment(SegmentStarted(0, 20.0, 30.0, 3, spectrogram=np.full((80, 1000), 255, np.uint8)))
    spans_s = np.array([[21.0, 23.0], [24.0, 26.0], [NAN, NAN]])
    words = PlacedWord("hello", 21.0, 23.0, (0,), 0.41), PlacedWord("world", 24.0, 26.0, (1,))
    lane.show_places(TokenPlaces(spans_s, words))
    lane.show()
    return lane


def color_at(lane: SpectrogramLane, x: int) -> QColor:
    image: QImage = lane.grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(x * ratio), round(LANE_PX / 2 * ratio))


def settled(*values: bool) -> np.ndarray:
    return np.array(values)


def test_columns_take_the_accent_as_their_tokens_settle(lane: SpectrogramLane) -> None:
    accent = current_colors()["accent"]
    resting = color_at(lane, 80)
    assert resting.saturation() < 40
    lane.show_settled(settled(True, False, False), settled(True, False, False), 0.0)
    assert color_at(lane, 80) == accent
    assert color_at(lane, 200) == resting
    lane.show_settled(settled(True, False, False), settled(True, True, True), 0.5)
    between = color_at(lane, 200)
    assert resting.blue() < between.blue() < accent.blue()
    lane.show_settled(settled(True, True, True), settled(True, True, True), 0.0)
    assert color_at(lane, 200) == accent
    assert color_at(lane, 380) == resting  # the third token's place is not known


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_caption_can_be_read_over_loud_sound(
    lane: SpectrogramLane, monkeypatch: pytest.MonkeyPatch, colors: Colors
) -> None:
    """WCAG 2 contrast of at least 4.5 to 1."""
    monkeypatch.setattr("app.ui.canvas.spectrogram_lane.current_colors", lambda: colors)
    for done in (False, True):
        lane.show_settled(settled(done, done, done), settled(done, done, done), 0.0)
        image = lane.grab().toImage()
        ratio = image.devicePixelRatio()
        ground = image.pixelColor(
            round(10 * ratio), round(13 * ratio)
        )  # between the caption's edge and its first letter
        assert contrast(colors["muted"], ground) >= 4.5


def test_a_token_brightens_its_band_and_dims_the_rest(lane: SpectrogramLane) -> None:
    bright = color_at(lane, 80)
    lane.show_position(0)
    assert color_at(lane, 80) == bright
    assert color_at(lane, 200).lightness() > bright.lightness() + 40
    lane.show_position(2)  # without a place there is no band, and nothing is dimmed
    assert color_at(lane, 200) == bright


def test_the_mouse_finds_the_token_and_a_click_plays_its_word(qtbot: QtBot, lane: SpectrogramLane) -> None:
    hovered: list[int] = []
    lane.position_hovered.connect(hovered.append)
    for x in (80, 10, 200):
        QTest.mouseMove(lane, QPoint(x, 40))
        qtbot.waitUntil(lambda: len(hovered) > 0)
    assert hovered[-1] == 1
    with qtbot.waitSignal(lane.play_requested) as played:
        QTest.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(80, 100))
    assert played.args == [21.0, 23.0]
    with qtbot.waitSignal(lane.play_requested) as played:
        QTest.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(360, 40))
    assert played.args == [pytest.approx(29.0), 30.0]


def test_the_picture_has_the_lowest_band_at_its_foot() -> None:
    spectrogram = np.zeros((4, 3), np.uint8)
    spectrogram[0] = 255
    image = spectrogram_image(spectrogram, QColor("#ffffff"), QColor("#102030"))
    assert (image.width(), image.height()) == (3, 4)
    assert image.pixelColor(1, 3) == QColor("#102030")
    assert image.pixelColor(1, 0) == QColor("#ffffff")
