"""Small parts of the window on their own."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.transcript.model import Segment
from app.ui.formatting import clock_text_tenths, seconds_text
from app.ui.theme import DARK, LIGHT, style_sheet
from app.ui.transcription.transcript_view import TranscriptView
from app.ui.widgets.steps_slider import StepsSlider
from app.ui.widgets.waveform import Waveform, _max_pooled, _segment_of_bars


@pytest.mark.parametrize(("seconds", "text"), [(9.84, "0:09.8"), (59.96, "1:00.0"), (0, "0:00.0")])
def test_clock_with_tenths(seconds: float, text: str) -> None:
    assert clock_text_tenths(seconds) == text


def test_seconds_about() -> None:
    assert (seconds_text(0.87), seconds_text(12.4)) == ("0.9 s", "12 s")


def luminance(color) -> float:
    channels = [color.redF(), color.greenF(), color.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"),
        ("ink", "surface"),
        ("muted", "paper"),
        ("muted", "surface"),
        ("accent", "surface"),
        ("accent", "paper"),
        ("warn", "paper"),
        ("warn", "surface"),
        ("ink", "warn_soft"),
        ("ink", "accent_soft"),
        ("accent", "warn_soft"),
        ("on_accent", "accent"),
        ("on_record", "record"),
    ],
)
def test_text_can_be_read_on_its_ground(colors, text: str, ground: str) -> None:
    """WCAG 2 contrast of at least 4.5 to 1."""
    light, dark = sorted((luminance(colors[text]), luminance(colors[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_style_sheet_is_whole() -> None:
    assert style_sheet(LIGHT).count("{") == style_sheet(LIGHT).count("}")


def test_the_slider_goes_where_it_is_clicked_and_obeys_the_keys(qtbot) -> None:
    slider = StepsSlider()
    qtbot.addWidget(slider)
    slider.resize(230, 42)
    slider.show()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert slider.value() == 24 or slider.value() == 25
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert slider.value() == 1
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.value() == 48


def test_waveform_bars_keep_the_peaks_and_know_their_segment() -> None:
    peaks = np.zeros(1000, dtype=np.float32)
    peaks[[10, 990]] = 0.5, 0.25
    bars = _max_pooled(peaks, 100)
    assert bars.shape == (100,)
    assert (bars[1], bars[99], bars[50]) == (1.0, 0.5, 0.0)
    assert _max_pooled(peaks[:3], 10).shape == (10,)
    assert _max_pooled(peaks[:0], 10).sum() == 0
    owners = _segment_of_bars(((0.0, 4.0), (5.0, 10.0)), 10.0, 10)
    assert owners.tolist() == [0, 0, 0, 0, -1, 1, 1, 1, 1, 1]


def test_clicking_the_waveform_replays_finished_segments_only(qtbot) -> None:
    strip = Waveform()
    qtbot.addWidget(strip)
    strip.resize(400, 76)
    strip.show_source(np.ones(100, dtype=np.float32), 10.0, ((0.0, 5.0), (5.0, 10.0)))
    strip.show_progress(frozenset({0}), 1)
    strip.show()
    chosen = []
    strip.segment_chosen.connect(chosen.append)
    for x in (100, 300):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect().center() * 0 + type(strip.pos())(x, 30))
    assert chosen == [0]


def test_the_margin_has_a_time_for_every_paragraph(qtbot) -> None:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.show_segments(
        [Segment(0, 0.0, 4.0, "Hallo."), Segment(1, 4.5, 9.0, ""), Segment(2, 9.5, 12.0, "你好。")], 12.5
    )
    assert view.toPlainText() == "Hallo.\n(no speech)\n你好。\nannealing…"
    assert [(start_s, segment) for _, start_s, segment in view.paragraph_rows()] == [
        (0.0, 0),
        (4.5, 1),
        (9.5, 2),
        (12.5, None),
    ]
    view.show_pending(None)
    assert view.toPlainText() == "Hallo.\n(no speech)\n你好。"
    assert view.document().blockCount() == 3
    view.show_segments([])
    assert view.toPlainText() == ""
    view.show_pending(0.0)
    view.show_pending(None)
    assert view.document().blockCount() == 1
    view.append_segment(Segment(0, 0.0, 1.0, "Eins."))
    assert view.toPlainText() == "Eins."
