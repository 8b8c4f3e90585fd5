"""How errors are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bench.wer import edit_distance, error_rate, error_units


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("I won't pay £20, Mr. Smith!", "en", "i will not pay £20 mister smith".split()),
        ("Straße, “Öl” und 3,5 kg.", "de", "straße öl und 3 5 kg".split()),
        ("L'été, ça va ?", "fr", "l été ça va".split()),
        ("यह क्या है?", "hi", list("यहक्याहै")),
        ("今天，天气很好。", "zh", list("今天天气很好")),
    ],
)
def test_texts_are_normalized_as_whisper_does(text: str, language: str, expected: list[str]) -> None:
    assert error_units(text, language) == expected


def test_hindi_keeps_its_vowels() -> None:
    """Whisper's basic normalizer alone would take these two for the same."""
    assert edit_distance(error_units("की", "hi"), error_units("का", "hi")) == 1


@pytest.mark.parametrize(
    ("wanted", "got", "count"),
    [("abc", "abc", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "axcd", 2), ("abc", "cab", 2)],
)
def test_edits(wanted: str, got: str, count: int) -> None:
    assert edit_distance(wanted, got) == count


@given(st.text("abc", max_size=12), st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_edits_are_a_distance(a: str, b: str, c: str) -> None:
    assert edit_distance(a, b) == edit_distance(b, a)
    assert edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c)
    assert (edit_distance(a, b) == 0) == (a == b)
    assert abs(len(a) - len(b)) <= edit_distance(a, b) <= max(len(a), len(b))


def test_a_rate_and_its_interval() -> None:
    wanted = ["one two three four"] * 30
    got = ["one two three four"] * 15 + ["one two"] * 15
    error = error_rate(wanted, got, "de")
    assert (error.clips, error.units, error.rate) == (30, 120, 0.25)
    assert 0.1 < error.low < 0.25 < error.high < 0.4
    assert error_rate(wanted, wanted, "de").high == 0
    assert error_rate(wanted, got, "de") == error
