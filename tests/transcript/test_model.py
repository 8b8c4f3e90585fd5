"""A word knows where it stands in the text of its segment."""

from __future__ import annotations

from dataclasses import replace

from app.transcript.model import Segment, Word, locate_words, shift_words


def word(text: str, doubt: float | None = None) -> Word:
    return Word(0.0, 1.0, text, 0.9, 0.8, doubt)


CHORUS = Segment(0, 0.0, 4.0, "la la, la", (word("la"), word("la,"), word("la")))


def test_words_are_located_when_the_segment_is_made() -> None:
    assert [(each.start_char, each.end_char) for each in CHORUS.words] == [(0, 2), (3, 6), (7, 9)]
    assert CHORUS.word_ranges == ((0, 2), (3, 6), (7, 9))
    assert CHORUS.range_of(1, 3) == (3, 9)


def test_words_that_know_their_place_keep_it() -> None:
    last = replace(CHORUS, words=CHORUS.words[2:])
    assert last.words[0].start_char == 7


def test_another_text_locates_the_words_anew() -> None:
    assert replace(CHORUS, text=f"Oh, {CHORUS.text}").word_ranges == ((4, 6), (7, 10), (11, 13))


def test_words_that_do_not_occur_have_no_place() -> None:
    other = replace(CHORUS, text="la lo la")
    assert [each.start_char for each in other.words] == [0, None, 6]
    assert other.words[1].end_char is None
    assert other.word_ranges == ()
    assert other.range_of(0, 1) is None
    assert Segment(0, 0.0, 1.0, "").word_ranges == ()
    assert CHORUS.range_of(1, 1) is None


def test_the_place_follows_from_the_text_and_makes_no_difference() -> None:
    assert word("la") == CHORUS.words[0]
    assert hash(word("la")) == hash(CHORUS.words[0])
    assert shift_words(CHORUS.words, 5)[0].start_char == 5
    assert shift_words((word("la"),), 5)[0].start_char is None
    assert locate_words("a b", ()) == ()


def test_a_word_without_doubt_is_the_users() -> None:
    assert word("la", 0.0).edited
    assert not word("la", 0.01).edited
    assert not word("la").edited


def test_a_word_that_comes_twice_is_never_taken_for_the_one_before() -> None:
    la = Segment(0, 0.0, 2.0, "la", (word("la"),)).words
    assert Segment(0, 0.0, 4.0, "la la", la + la).word_ranges == ((0, 2), (3, 5))
