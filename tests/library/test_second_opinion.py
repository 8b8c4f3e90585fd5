"""Words on which two engines differ become more doubtful, the others less."""

from __future__ import annotations

import pytest

from app.library.second_opinion import compare_words, differing_words, doubt_after, with_second_opinion
from app.library.word_doubt import doubt_threshold, doubtful_spans
from app.transcript.model import Segment, Word


def segment(text: str, start_s: float = 0.0, index: int = 0, doubt: float | None = 0.1) -> Segment:
    """Half a second for each word."""
    words = tuple(
        Word(start_s + n / 2, start_s + n / 2 + 0.4, word, 0.9, 0.9, doubt) for n, word in enumerate(text.split())
    )
    return Segment(index, start_s, start_s + len(words) / 2, text, words)


def test_words_that_differ_and_those_beside_a_missing_one() -> None:
    found = compare_words("The person your calling is, not here".split(), "the person you are calling is here".split())
    assert found.differs == (False, False, True, False, False, True, False)
    assert found.beside == (False,) * 7
    found = compare_words(["not", "here"], ["not", "at", "here"])
    assert (found.differs, found.beside) == ((False, False), (True, True))
    assert compare_words([], ["a"]).differs == ()
    assert compare_words(["a"], []).differs == (True,)


def test_segments_need_not_be_cut_alike() -> None:
    ours = [segment("one two three", 0.0, 0), segment("four fife six", 1.5, 1)]
    theirs = [segment("one two three four five six")]
    after = with_second_opinion(ours, theirs)
    doubts = [[word.doubt for word in each.words] for each in after]
    assert doubts[1][1] == max(doubt for each in doubts for doubt in each) > 0.1
    assert {doubt for each in doubts for doubt in each if doubt != doubts[1][1]} == {doubt_after(0.1, False, False)}
    assert [each.text for each in after] == [each.text for each in ours]
    assert [word.text for word in differing_words(ours, theirs)] == ["fife"]
    (first, *_) = doubtful_spans(after, doubt_threshold(after))
    assert (first.segment_index, first.text) == (1, "fife")


def test_a_word_at_the_border_is_no_difference() -> None:
    """The other engine may place it a moment later, in the next segment's time."""
    ours = [segment("one two", 0.0, 0), segment("three four", 1.0, 1)]
    theirs = [segment("one two three four", 0.2)]
    assert differing_words(ours, theirs) == []
    assert all(
        word.doubt == doubt_after(0.1, False, False)
        for each in with_second_opinion(ours, theirs)
        for word in each.words
    )


def test_what_the_user_wrote_stays() -> None:
    ours = [segment("mine", doubt=0.0), segment("unknown", 1.0, 1, doubt=None), Segment(2, 2.0, 3.0, "no words")]
    after = with_second_opinion(ours, [])
    assert [word.doubt for each in after for word in each.words] == [0.0, None]
    assert after[2] == ours[2]


@pytest.mark.parametrize("doubt", [0.0, 1e-9, 0.03, 0.5, 0.97, 1.0])
def test_to_differ_is_worse_than_to_miss_a_word_beside(doubt: float) -> None:
    same, beside, differs = (doubt_after(doubt, *how) for how in ((False, False), (False, True), (True, False)))
    assert 0 < same < beside < differs < 1
