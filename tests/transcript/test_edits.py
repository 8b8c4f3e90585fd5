"""Corrections: what changes, what survives, and the way back."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transcript.edits import delete, find_splice, merge, name_speaker, rename_speaker, rewrite, split
from app.transcript.find import FindQuery, find_all, replace_all, replace_one
from app.transcript.model import Segment, Word
from app.transcript.text_words import words_of
from app.transcript.undo import UndoStack
from tests.library.export.spoken import segment, words

TEXT = "the cat sat on the mat"
SPOKEN = (segment(TEXT),)


def times(spoken: Segment) -> dict[str, tuple[float, float]]:
    return {word.text: (word.start_s, word.end_s) for word in spoken.words}


def sound(spoken: Segment) -> None:
    """Words are those of the text, in order, inside their segment, not overlapping."""
    assert [word.text for word in spoken.words] == words_of(spoken.text)
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
    spoken = (Segment(0, 0.0, 9.0, text, tuple(Word(n, n + 1, c, 0.9, 0.8) for n, c in enumerate(words_of(text)))),)
    (corrected,) = rewrite(spoken, 0, "今天天气很好，我们去")
    assert [word.text for word in corrected.words] == ["今", "天", "天", "气", "很", "好，", "我", "们", "去"]
    assert [word.start_s for word in corrected.words] == list(range(9))


def test_a_segment_without_times_gets_none() -> None:
    (corrected,) = rewrite((segment(TEXT, timed=False),), 0, "other words")
    assert (corrected.text, corrected.words) == ("other words", ())


def test_a_segment_can_be_emptied_and_filled() -> None:
    (empty,) = rewrite(SPOKEN, 0, "  ")
    assert (empty.text, empty.words) == ("", ())


@given(st.text("ab好，. ", max_size=30), st.text("ab好，. ", max_size=30))
def test_whatever_is_typed_the_words_are_sound(one: str, other: str) -> None:
    text = " ".join(one.split())
    pieces = words_of(text)
    spoken = Segment(0, 1.0, 30.0, text, tuple(Word(1 + n / 2, 1.4 + n / 2, w, 0.5, 0.5) for n, w in enumerate(pieces)))
    (corrected,) = rewrite((spoken,), 0, other)
    assert corrected.text == " ".join(other.split())
    if spoken.words:
        sound(corrected)


# --- segments


@given(st.integers(1, len(TEXT) - 1))
def test_split_and_merge_lose_no_word(letter: int) -> None:
    parts = split(SPOKEN, 0, letter)
    assert len(parts) == 2
    assert parts[0].end_s == parts[1].start_s
    for part in parts:
        sound(part)
    (joined,) = merge(parts, 0)
    assert joined.text.replace(" ", "") == TEXT.replace(" ", "")
    if TEXT[letter] == " " or TEXT[letter - 1] == " ":
        assert joined == SPOKEN[0]


def test_splitting_between_two_words_keeps_both_and_the_index() -> None:
    first, second = split((segment("a", 6), segment(TEXT, 7, 10.0)), 1, 8)[1:]
    assert (first.text, second.text, first.index, second.index) == ("the cat", "sat on the mat", 7, 7)
    assert first.words + second.words == segment(TEXT, 7, 10.0).words


def test_nothing_is_split_off() -> None:
    for letter in (0, len(TEXT)):
        with pytest.raises(ValueError, match="empty"):
            split(SPOKEN, 0, letter)


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


def test_speakers_are_named_and_renamed() -> None:
    named = name_speaker((*SPOKEN, segment("Bye", 1, 9.0)), 0, "  Ada   L. ")
    assert [s.speaker for s in named] == ["Ada L.", ""]
    assert [s.speaker for s in rename_speaker(named, "Ada L.", "Eve")] == ["Eve", ""]


# --- finding


def found(text: str, **how: bool) -> list[str]:
    spoken = (segment("The cat, the Cats and a CAT."), segment("concatenate", 1, 9.0))
    return [spoken[m.segment_index].text[m.start : m.end] for m in find_all(spoken, FindQuery(text, **how))]


def test_find_in_all_ways() -> None:
    assert found("cat") == ["cat", "Cat", "CAT", "cat"]
    assert found("Cat", match_case=True) == ["Cat"]
    assert found("cat", whole_words=True) == ["cat", "CAT"]
    assert found("c.t", regular=True, whole_words=True) == ["cat", "CAT"]
    assert found("c.t") == []
    assert found("x*", regular=True) == []
    assert found("") == []
    with pytest.raises(re.error):
        found("(", regular=True)


def test_replace_all_and_one_keep_the_times() -> None:
    spoken = (segment("the cat and the cat"), segment("no dog", 1, 9.0))
    changed, count = replace_all(spoken, FindQuery("cat"), r"\1 mouse")
    assert (changed[0].text, count) == (r"the \1 mouse and the \1 mouse", 2)
    assert changed[1] is spoken[1]
    changed, count = replace_all(spoken, FindQuery("(c)at", is_regex=True), r"\1ow")
    assert (changed[0].text, count) == ("the cow and the cow", 2)
    assert times(changed[0])["and"] == times(spoken[0])["and"]
    sound(changed[0])
    assert replace_one(spoken, find_all(spoken, FindQuery("cat"))[1], "dog")[0].text == "the cat and the dog"
    assert replace_all(spoken, FindQuery("zebra"), "x") == (spoken, 0)


# --- the way back

some_segments = st.lists(st.sampled_from([segment(t, n) for n, t in enumerate("abcdef")]), max_size=6).map(tuple)


@given(some_segments, some_segments)
def test_a_splice_is_the_whole_difference_both_ways(before, after) -> None:
    change = find_splice(before, after)
    if change is None:
        assert before == after
        return
    assert change.apply(before) == after
    assert change.inverse.apply(after) == before


def test_a_splice_names_only_what_changed_and_fits_nowhere_else() -> None:
    three = tuple(segment(text, n, 5.0 * n) for n, text in enumerate("abc"))
    change = find_splice(three, rewrite(three, 1, "x"))
    assert change is not None
    assert (change.index, len(change.removed), len(change.added)) == (1, 1, 1)
    with pytest.raises(ValueError, match="not the segments"):
        change.apply(three[:1])


@given(st.lists(st.sampled_from(["undo", "redo", "a", "b", "c"]), max_size=40))
def test_undo_and_redo_walk_through_the_states(moves: list[str]) -> None:
    """Against the plainest model: a list of states and a place in it."""
    timeline = UndoStack(SPOKEN)
    states, names, at = [SPOKEN], [""], 0
    for move in moves:
        if move == "undo":
            timeline, at = timeline.undo(), max(0, at - 1)
        elif move == "redo":
            timeline, at = timeline.redo(), min(len(states) - 1, at + 1)
        else:
            after = rewrite(timeline.present, 0, move)
            timeline = timeline.push(after, move)
            if after != states[at]:
                states, names = [*states[: at + 1], after], [*names[: at + 1], move]
                at += 1
        assert timeline.present == states[at]
        assert timeline.undo_label == (names[at] if at else None)
        assert timeline.redo_label == (names[at + 1] if at + 1 < len(states) else None)


def test_the_oldest_states_make_room() -> None:
    timeline = UndoStack(SPOKEN, limit=2)
    for text in "abc":
        timeline = timeline.push(rewrite(timeline.present, 0, text), text)
    for _ in range(5):
        timeline = timeline.undo()
    assert timeline.present[0].text == "a"


def test_words_of_keeps_punctuation_with_its_word() -> None:
    assert words_of("Well, “yes” – he said: 3.5 €!") == [*"Well, “yes” – he said: 3.5 €!".split()]
    assert words_of("我说Hello，好。") == ["我", "说", "Hello，", "好。"]
    assert [word.text for word in words("a b")] == words_of("a b")
