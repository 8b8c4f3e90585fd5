"""Steps and tokens on one clock."""

from __future__ import annotations

import pytest

from app.jobs.whisper_comparison import Written
from app.ui.whisper_compare.timeline import Race

RACE = Race([100.0, 50.0], [Written("a", 40.0), Written("ab", 10.0), Written("abc", 250.0)])


@pytest.mark.parametrize(
    ("moment_ms", "index", "text"),
    [(0, 0.0, ""), (39.9, 0.399, ""), (40, 0.4, "a"), (50, 0.5, "ab"), (125, 1.5, "ab"), (150, 2.0, "ab"), (300, 2.0, "abc")],
)  # fmt: skip
def test_what_stands_there_at_a_moment(moment_ms: float, index: float, text: str) -> None:
    assert RACE.index_at(moment_ms) == pytest.approx(index)
    assert RACE.text_at(moment_ms) == text


def test_whoever_needs_longer_ends_the_race() -> None:
    assert (RACE.denoised_ms, RACE.written_ms, RACE.whole_ms) == (150.0, 300.0, 300.0)
    assert Race([10.0], []).whole_ms == 10.0
    assert Race([10.0], []).text_at(99) == ""
