"""Stages sum to the time that passed, work elsewhere included by its proportions."""

from __future__ import annotations

import pytest

from app.speech.stage_timer import StageTimer


def test_waiting_is_attributed_in_the_proportions_measured_elsewhere() -> None:
    timer, other = StageTimer(), StageTimer()
    other.spent_s.update(encode=3.0, prefill=1.0)
    timer.add_elsewhere(2.0, other)
    assert timer.spent_s["encode"] == pytest.approx(1.5)
    assert timer.spent_s["prefill"] == pytest.approx(0.5)
    assert timer.total_s == pytest.approx(2.0)


def test_waiting_for_what_measured_nothing_counts_as_encoding() -> None:
    timer = StageTimer()
    timer.add_elsewhere(2.0, StageTimer())
    assert timer.spent_s["encode"] == timer.total_s == 2.0


def test_a_stage_counts_its_time_even_where_it_fails() -> None:
    timer = StageTimer()
    with pytest.raises(ZeroDivisionError), timer("denoise"):
        _ = 1 / 0
    assert timer.spent_s["denoise"] > 0
