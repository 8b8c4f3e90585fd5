"""Two versions word by word: together they are both texts, in order, with the times of what differs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.transcript.model import Segment, Word
from app.transcript.word_diff import DiffChunk, diff_segments
from tests.speech.test_redecode import HARBOUR, segment


def test_what_differs_and_when() -> None:
    found = diff_segments(HARBOUR, segment("The harbour is calm, that morning.", speaker="Ada"))
    assert [(piece.old, piece.new) for piece in found] == [
        ("The harbour", "The harbour"),
        ("was quiet,", "is calm,"),
        ("that morning.", "that morning."),
    ]
    assert [piece.same for piece in found] == [True, False, True]
    assert (found[1].start_s, found[1].end_s) == (HARBOUR.words[2].start_s, HARBOUR.words[3].end_s)


def test_words_that_come_or_go() -> None:
    longer = segment("The old harbour was quiet, that morning.")
    assert [(p.old, p.new) for p in diff_segments(HARBOUR, longer) if not p.same] == [("", "old")]
    assert [(p.old, p.new) for p in diff_segments(longer, HARBOUR) if not p.same] == [("old", "")]


def test_the_same_is_one_piece_and_texts_without_times_differ_as_a_whole() -> None:
    assert diff_segments(HARBOUR, HARBOUR) == [DiffChunk(HARBOUR.text, HARBOUR.text, 10.0, 13.0)]
    untimed = replace(HARBOUR, text="Other.", words=())
    assert diff_segments(untimed, HARBOUR) == [DiffChunk("Other.", HARBOUR.text, 10.0, 13.0)]
    nothing = Segment(0, 0.0, 1.0, "")
    assert diff_segments(nothing, nothing)[0].same


WORDS = st.lists(st.sampled_from(["a", "b,", "c", "d.", "今", "天"]), max_size=8)


@given(old=WORDS, new=WORDS)
def test_the_pieces_are_both_texts(old: list[str], new: list[str]) -> None:
    def made(texts: list[str]) -> Segment:
        words = tuple(Word(n, n + 0.5, text, 0.9, 0.9) for n, text in enumerate(texts))
        return Segment(0, 0.0, 10.0, " ".join(texts), words)

    found = diff_segments(made(old), made(new))
    assert " ".join(piece.old for piece in found if piece.old).split() == old
    assert " ".join(piece.new for piece in found if piece.new).split() == new
    assert all(piece.start_s <= piece.end_s for piece in found)
