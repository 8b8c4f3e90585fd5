"""Find and replace in the text of a transcript."""

from __future__ import annotations

import re

import pytest

from app.transcript.find import FindQuery, find_all, replace_all, replace_one
from tests.library.export.spoken import segment

CATS = (segment("The cat, the Cats and a CAT."), segment("concatenate", 1, 9.0))


def texts(query: FindQuery) -> list[str]:
    return [CATS[match.segment_index].text[match.start : match.end] for match in find_all(CATS, query)]


def test_find_in_all_ways() -> None:
    assert texts(FindQuery("cat")) == ["cat", "Cat", "CAT", "cat"]
    assert texts(FindQuery("Cat", match_case=True)) == ["Cat"]
    assert texts(FindQuery("cat", whole_words=True)) == ["cat", "CAT"]
    assert texts(FindQuery("c.t", is_regex=True, whole_words=True)) == ["cat", "CAT"]
    assert texts(FindQuery("c.t")) == []
    assert texts(FindQuery("x*", is_regex=True)) == []
    assert texts(FindQuery("")) == []
    with pytest.raises(re.error):
        find_all(CATS, FindQuery("(", is_regex=True))


def test_a_whole_word_of_hindi_ends_after_its_vowel_sign() -> None:
    spoken = (segment("राम रामा का की"),)
    assert [match.start for match in find_all(spoken, FindQuery("राम", whole_words=True))] == [0]
    assert find_all(spoken, FindQuery("क", whole_words=True)) == []
    assert len(find_all(spoken, FindQuery("का", whole_words=True))) == 1


def test_replace_all_and_one_keep_the_times() -> None:
    spoken = (segment("the cat and the cat"), segment("no dog", 1, 9.0))
    changed, count = replace_all(spoken, FindQuery("cat"), r"\1 mouse")
    assert (changed[0].text, count) == (r"the \1 mouse and the \1 mouse", 2)
    assert changed[1] is spoken[1]
    changed, count = replace_all(spoken, FindQuery("(c)at", is_regex=True), r"\1ow")
    assert (changed[0].text, count) == ("the cow and the cow", 2)
    assert [word.text for word in changed[0].words] == ["the", "cow", "and", "the", "cow"]
    assert changed[0].words[2].start_s == spoken[0].words[2].start_s
    assert replace_one(spoken, find_all(spoken, FindQuery("cat"))[1], "dog")[0].text == "the cat and the dog"
    assert replace_all(spoken, FindQuery("zebra"), "x") == (spoken, 0)
