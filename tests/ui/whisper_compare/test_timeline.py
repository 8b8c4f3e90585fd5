"""Steps and tokens on one clock."""

from __future__ import annotations

import pytest

from app.speech.events import TokenWritten
from app.ui.whisper_compare.timeline import DecodingTimeline

RACE = DecodingTimeline(
    [100.0, 50.0], [TokenWritten(0, 1, "a", 40.0), TokenWritten(0, 2, "ab", 10.0), TokenWritten(0, 3, "abc", 250.0)]
)


@pytest.mark.parametrize(
    ("moment_ms", "index", "text"),
    [(0, 0.0, ""), (39.9, 0.399, ""), (40, 0.4, "a"), (50, 0.5, "ab"), (125, 1.5, "ab"), (150, 2.0, "ab"), (300, 2.0, "abc")],
)  # fmt: skip
def test_what_stands_there_at_a_moment(moment_ms: float, index: float, text: str) -> None:
    assert RACE.step_at(moment_ms) == pytest.approx(index)
    assert RACE.text_at(moment_ms) == text


def test_whoever_needs_longer_ends_the_race() -> None:
    assert (RACE.denoised_ms, RACE.written_ms, RACE.duration_ms) == (150.0, 300.0, 300.0)
    assert DecodingTimeline([10.0], []).duration_ms == 10.0
    assert DecodingTimeline([10.0], []).text_at(99) == ""
