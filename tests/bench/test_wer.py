"""How errors are counted: the numbers stay those of the published tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bench.wer import ErrorRate, edit_distance, error_rate, error_units


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
    ("reference", "hypothesis", "count"),
    [("abc", "abc", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "axcd", 2), ("abc", "cab", 2)],
)
def test_edit_distance(reference: str, hypothesis: str, count: int) -> None:
    assert edit_distance(reference, hypothesis) == count


@given(st.text("abc", max_size=12), st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_edits_are_a_distance(a: str, b: str, c: str) -> None:
    assert edit_distance(a, b) == edit_distance(b, a)
    assert edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c)
    assert (edit_distance(a, b) == 0) == (a == b)
    assert abs(len(a) - len(b)) <= edit_distance(a, b) <= max(len(a), len(b))


def test_a_rate_and_its_interval() -> None:
    references = ["one two three four"] * 30
    hypotheses = ["one two three four"] * 15 + ["one two"] * 15
    error = error_rate(references, hypotheses, "de")
    assert (error.clips, error.units, error.rate) == (30, 120, 0.25)
    assert 0.1 < error.low < 0.25 < error.high < 0.4
    assert error_rate(references, references, "de").high == 0
    assert error_rate(references, hypotheses, "de") == error


@pytest.mark.parametrize(
    ("language", "pairs", "edits", "expected"),
    [
        (
            "en",
            [
                ("The person you are calling is not at their desk.", "The person your calling is not at the desk"),
                ("I won't pay £20, Mr. Smith!", "I will not pay 20 pounds mister smith"),
                ("All circuits are busy now, please try again.", "circuits busy now please try try again"),
            ],
            [3, 0, 3],
            ErrorRate(3, 25, 0.24, 0.0, 0.375),
        ),
        (
            "de",
            [
                (
                    "Diese Dateien werden von der Distribution bereitgestellt.",
                    "diese datei wird von Distribution bereit gestellt",
                ),
                ("Straße, “Öl” und 3,5 kg.", "Strasse Öl und 3 5 Kilo"),
            ],
            [5, 2],
            ErrorRate(2, 13, 0.5384615384615384, 0.3333333333333333, 0.7142857142857143),
        ),
        (
            "hi",
            [("राम की किताब यहाँ है।", "राम का कताब यहा है"), ("यह क्या है?", "यह क्या हैं")],
            [3, 1],
            ErrorRate(2, 24, 0.16666666666666666, 0.125, 0.1875),
        ),
        (
            "zh",
            [("今天，天气很好。", "今天天起很好"), ("请在听到提示音后留言", "请在听到题示音后流言吧")],
            [1, 3],
            ErrorRate(2, 16, 0.25, 0.16666666666666666, 0.3),
        ),
    ],
)
def test_numbers_are_those_of_the_edit_distance_before_rapidfuzz(
    language: str, pairs: list[tuple[str, str]], edits: list[int], expected: ErrorRate
) -> None:
    """Counted by the app's own dynamic program of version 0.1, and written down here before it went."""
    units = [(error_units(a, language), error_units(b, language)) for a, b in pairs]
    assert [edit_distance(a, b) for a, b in units] == edits
    assert error_rate([a for a, _ in pairs], [b for _, b in pairs], language) == expected
