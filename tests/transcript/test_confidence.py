"""The confidence of a text: a weighted mean of its parts."""

from __future__ import annotations

import pytest

from app.transcript.confidence import mean_confidence


def test_larger_parts_count_more() -> None:
    assert mean_confidence([0.2, 0.8], [1, 3]) == pytest.approx(0.65)


def test_an_empty_part_counts_as_one_of_size_1() -> None:
    assert mean_confidence([0.0, 1.0], [0, 1]) == pytest.approx(0.5)


def test_equal_parts_have_exactly_their_confidence() -> None:
    assert mean_confidence([0.9, 0.9, 0.9], [3, 5, 7]) == 0.9


def test_no_parts_have_none() -> None:
    assert mean_confidence([], []) == 0.0
