"""Corrections: what changes, what survives, and the way back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transcript.edits import (
    delete,
    find_splice,
    merge,
    name_speaker,
    replace_words,
    restore_raw_text,
    rewrite,
    split,
)
from app.transcript.model import Segment, Word
from app.transcript.text_words import word_ranges
from tests.library.export.spoken import segment

TEXT = "the cat sat on the mat"
SPOKEN = (segment(TEXT),)


def words_each_second(text: str) -> tuple[Word, ...]:
    return tuple(Word(n, n + 0.9, text[a:b], 0.9, 0.8) for n, (a, b) in enumerate(word_ranges(text)))


def times(spoken: Segment) -> dict[str, tuple[float, float]]:
    return {word.text: (word.start_s, word.end_s) for word in spoken.words}


def sound(spoken: Segment) -> None:
    """Words are those of the text, know where they stand in it, and follow each other inside their segment."""
    assert spoken.word_ranges == tuple(word_ranges(spoken.text))
    assert [word.text for word in spoken.words] == [spoken.text[start:end] for start, end in spoken.word_ranges]
    assert all(word.start_s <= word.end_s for word in spoken.words)
    assert all(a.end_s <= b.start_s + 1e-9 for a, b in pairwise(spoken.words))
    if spoken.words:
        assert spoken.start_s <= spoken.words[0].start_s
        assert spoken.words[-1].end_s <= spoken.end_s + 1e-9


# --- text


def test_words_that_stay_keep_everything_and_a_corrected_one_keeps_its_time() -> None:
    (corrected,) = rewrite(SPOKEN, 0, "the bat sat on the mat")
    before, after = SPOKEN[0].words, corrected.words
    assert after[:1] + after[2:] == before[:1] + before[2:]
    assert (after[1].text, after[1].start_s, after[1].end_s) == ("bat", before[1].start_s, before[1].end_s)
    assert (after[1].confidence, after[1].support, after[1].doubt) == (1.0, before[1].support, 0.0)


def test_punctuation_and_case_change_nothing_but_the_text() -> None:
    (corrected,) = rewrite(SPOKEN, 0, "The cat, sat on the mat!")
    assert [word.text for word in corrected.words] == ["The", "cat,", "sat", "on", "the", "mat!"]
    assert [replace(a, text="") for a in corrected.words] == [replace(b, text="") for b in SPOKEN[0].words]


def test_added_words_stand_between_their_neighbours() -> None:
    (corrected,) = rewrite(SPOKEN, 0, "the cat sat down on the mat")
    at = times(corrected)
    assert at["sat"] == times(SPOKEN[0])["sat"]
    assert at["sat"][1] <= at["down"][0] <= at["down"][1] <= at["on"][0]
    sound(corrected)


def test_several_words_for_one_share_its_time() -> None:
    (corrected,) = rewrite(SPOKEN, 0, "the c a t sat on the mat")
    cat = times(SPOKEN[0])["cat"]
    assert (corrected.words[1].start_s, corrected.words[3].end_s) == pytest.approx(cat)
    sound(corrected)


def test_removed_words_leave_a_gap() -> None:
    (corrected,) = rewrite(SPOKEN, 0, "the cat on the mat")
    assert times(corrected) == {text: time for text, time in times(SPOKEN[0]).items() if text != "sat"}


def test_chinese_is_aligned_by_character() -> None:
    text = "今天天汽很好，我们去"
    spoken = (Segment(0, 0.0, 9.0, text, words_each_second(text)),)
    (corrected,) = rewrite(spoken, 0, "今天天气很好，我们去")
    assert [word.text for word in corrected.words] == ["今", "天", "天", "气", "很", "好，", "我", "们", "去"]
    assert [word.start_s for word in corrected.words] == list(range(9))


def test_a_segment_without_times_gets_none() -> None:
    (corrected,) = rewrite((segment(TEXT, timed=False),), 0, "other words")
    assert (corrected.text, corrected.words) == ("other words", ())


def test_a_segment_can_be_emptied_and_filled() -> None:
    (empty,) = rewrite(SPOKEN, 0, "  ")
    assert (empty.text, empty.words) == ("", ())


@given(st.text("ab好，.– ", max_size=30), st.text("ab好，.– ", max_size=30))
def test_whatever_is_typed_the_words_are_sound(one: str, other: str) -> None:
    text = " ".join(one.split())
    spoken = Segment(0, 0.0, 30.0, text, words_each_second(text))
    (corrected,) = rewrite((spoken,), 0, other)
    assert corrected.text == " ".join(other.split())
    if spoken.words:
        sound(corrected)


def test_a_word_that_comes_twice_keeps_its_own_place() -> None:
    (corrected,) = rewrite((segment("la la la"),), 0, "oh la la la")
    assert corrected.word_ranges == ((0, 2), (3, 5), (6, 8), (9, 11))


# --- segments


LETTERS = st.sampled_from("ab好，.–")


@given(LETTERS, st.text("ab好，.– ", max_size=10), st.text("ab好，.– ", max_size=10), LETTERS)
def test_both_halves_and_what_they_join_to_know_their_words(first: str, left: str, right: str, last: str) -> None:
    before = " ".join(f"{first}{left}".split())
    text, offset = " ".join(f"{before}{right}{last}".split()), len(before)
    halves = split((Segment(0, 0.0, 30.0, text, words_each_second(text)),), 0, offset)
    for half in halves:
        sound(half)
    (joined,) = merge(halves, 0)
    assert len(joined.word_ranges) == len(joined.words)
    assert all(end <= start for (_, end), (start, _) in pairwise(joined.word_ranges))


@given(st.integers(1, len(TEXT) - 1))
def test_split_and_merge_lose_no_word(offset: int) -> None:
    parts = split(SPOKEN, 0, offset)
    assert len(parts) == 2
    assert parts[0].end_s == parts[1].start_s
    for part in parts:
        sound(part)
    (joined,) = merge(parts, 0)
    assert joined.text.replace(" ", "") == TEXT.replace(" ", "")
    if TEXT[offset] == " " or TEXT[offset - 1] == " ":
        assert joined == SPOKEN[0]


def test_splitting_between_two_words_keeps_both_and_the_index() -> None:
    first, second = split((segment("a", 6), segment(TEXT, 7, 10.0)), 1, 8)[1:]
    assert (first.text, second.text, first.index, second.index) == ("the cat", "sat on the mat", 7, 7)
    assert first.words + second.words == segment(TEXT, 7, 10.0).words


def test_nothing_is_split_off() -> None:
    for offset in (0, len(TEXT)):
        with pytest.raises(ValueError, match="empty"):
            split(SPOKEN, 0, offset)


def test_splitting_without_times_shares_the_time() -> None:
    first, second = split((segment("aaaa bbbb", timed=False),), 0, 4)
    assert (first.end_s, second.start_s, first.words) == (2.5, 2.5, ())


def test_merging_chinese_adds_no_space_and_the_last_has_no_next() -> None:
    (joined,) = merge((segment("你好"), segment("再见", 1, 5.0)), 0)
    assert joined.text == "你好再见"
    with pytest.raises(IndexError):
        merge(SPOKEN, 0)


def test_merging_with_a_segment_without_times_makes_no_times_up() -> None:
    (joined,) = merge((*SPOKEN, segment("more", 1, 9.0, timed=False)), 0)
    assert joined.words == ()
    (joined,) = merge((*SPOKEN, segment("", 1, 9.0)), 0)
    assert joined.words == SPOKEN[0].words


def test_deleting_one_or_several() -> None:
    three = tuple(segment(text, n, 5.0 * n) for n, text in enumerate("abc"))
    assert [s.text for s in delete(three, 1)] == ["a", "c"]
    assert [s.text for s in delete(three, 0, 2)] == ["c"]


def test_a_word_is_replaced_within_its_punctuation_and_the_same_text_confirms_it() -> None:
    spoken = segment("The boat, at eleven.")
    doubted = (replace(spoken, words=tuple(replace(word, doubt=0.9) for word in spoken.words)),)
    (changed,) = replace_words(doubted, 0, 1, 2, "ship")
    assert changed.text == "The ship, at eleven."
    (confirmed,) = replace_words(doubted, 0, 1, 2, "boat")
    assert confirmed.text == doubted[0].text
    assert [word.doubt for word in confirmed.words] == [0.9, 0.0, 0.9, 0.9]


def test_speakers_are_named() -> None:
    named = name_speaker((*SPOKEN, segment("Bye", 1, 9.0)), 0, "  Ada   L. ")
    assert [s.speaker for s in named] == ["Ada L.", ""]


# --- the difference between two states

some_segments = st.lists(st.sampled_from([segment(t, n) for n, t in enumerate("abcdef")]), max_size=6).map(tuple)


@given(some_segments, some_segments)
def test_a_splice_is_the_whole_difference(before: tuple[Segment, ...], after: tuple[Segment, ...]) -> None:
    change = find_splice(before, after)
    if change is None:
        assert before == after
        return
    assert change.apply(before) == after


def test_a_splice_names_only_what_changed_and_fits_nowhere_else() -> None:
    three = tuple(segment(text, n, 5.0 * n) for n, text in enumerate("abc"))
    change = find_splice(three, rewrite(three, 1, "x"))
    assert change is not None
    assert (change.index, len(change.removed), len(change.added)) == (1, 1, 1)
    with pytest.raises(ValueError, match="not the segments"):
        change.apply(three[:1])


def test_the_raw_text_comes_back_with_its_words_and_leaves_when_the_segment_is_split() -> None:
    cleaned = replace(segment("so it is"), raw_text="so it is so it is so it is")
    assert restore_raw_text((cleaned, cleaned), 1)[0] == cleaned
    (raw,) = restore_raw_text((cleaned,), 0)
    assert (raw.text, raw.raw_text) == (cleaned.raw_text, "")
    assert [word.text for word in raw.words] == raw.text.split()
    assert raw.words[:3] == cleaned.words
    assert restore_raw_text((raw,), 0) == (raw,)
    halves = split((cleaned,), 0, 2)
    assert [half.raw_text for half in halves] == ["", ""]
    (joined,) = merge((cleaned, segment("yes", 1, 5.0)), 0)
    assert joined.raw_text == "so it is so it is so it is yes"
