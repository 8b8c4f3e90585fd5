"""What an edit says about how a word is to be written."""

from __future__ import annotations

import pytest

from app.transcript.corrections import correction_of
from app.transcript.edits import rewrite, split
from app.transcript.model import Segment


@pytest.mark.parametrize(
    ("before", "after", "correction"),
    [
        ("We use ann eel now.", "We use Anneal now.", ("ann eel", "Anneal")),
        ("the anneal, then", "the Anneal, then", ("anneal", "Anneal")),
        ("one two three", "one three", None),
        ("one three", "one two three", None),
        ("one two three four", "1 two 3 four", None),
        ("a b c d e", "one two three four e", None),
        ("Well, so", "Well so", None),
        ("我去北京了", "我去南京了", ("北", "南")),
    ],
)
def test_a_correction_is_one_place_of_few_words(before: str, after: str, correction: tuple[str, str] | None) -> None:
    segments = (Segment(0, 0.0, 1.0, "first"), Segment(1, 1.0, 2.0, before))
    assert correction_of(segments, rewrite(segments, 1, after)) == correction


def test_a_split_corrects_nothing() -> None:
    segments = (Segment(0, 0.0, 1.0, "one two"),)
    assert correction_of(segments, split(segments, 0, 3)) is None
    assert correction_of(segments, segments) is None
