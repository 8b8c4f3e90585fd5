"""Two versions word by word: together they are both texts, in order, with the times of what differs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transcript.model import Segment, Word
from app.transcript.word_diff import DiffChunk, diff_segments, diff_texts, word_similarity
from tests.speech.test_redecode import HARBOUR, segment

# --- two versions of a segment


def test_what_differs_and_when() -> None:
    chunks = diff_segments(HARBOUR, segment("The harbour is calm, that morning.", speaker="Ada"))
    assert [(chunk.old, chunk.new, chunk.same) for chunk in chunks] == [
        ("The harbour", "The harbour", True),
        ("was quiet,", "is calm,", False),
        ("that morning.", "that morning.", True),
    ]
    assert (chunks[1].start_s, chunks[1].end_s) == (HARBOUR.words[2].start_s, HARBOUR.words[3].end_s)


def test_words_that_come_or_go() -> None:
    longer = segment("The old harbour was quiet, that morning.")
    assert [(chunk.old, chunk.new) for chunk in diff_segments(HARBOUR, longer) if not chunk.same] == [("", "old")]
    assert [(chunk.old, chunk.new) for chunk in diff_segments(longer, HARBOUR) if not chunk.same] == [("old", "")]


def test_equal_versions_are_one_chunk_and_texts_without_times_differ_as_a_whole() -> None:
    assert diff_segments(HARBOUR, HARBOUR) == [DiffChunk(HARBOUR.text, HARBOUR.text, True, 10.0, 13.0)]
    untimed = replace(HARBOUR, text="Other.", words=())
    assert diff_segments(untimed, HARBOUR) == [DiffChunk("Other.", HARBOUR.text, False, 10.0, 13.0)]
    nothing = Segment(0, 0.0, 1.0, "")
    assert diff_segments(nothing, nothing)[0].same


WORDS = st.lists(st.sampled_from(["a", "b,", "c", "d.", "今", "天"]), max_size=8)


@given(old=WORDS, new=WORDS)
def test_the_chunks_are_both_segments(old: list[str], new: list[str]) -> None:
    def made(texts: list[str]) -> Segment:
        words = tuple(Word(n, n + 0.5, text, 0.9, 0.9) for n, text in enumerate(texts))
        return Segment(0, 0.0, 10.0, " ".join(texts), words)

    chunks = diff_segments(made(old), made(new))
    assert " ".join(chunk.old for chunk in chunks if chunk.old).split() == old
    assert " ".join(chunk.new for chunk in chunks if chunk.new).split() == new
    assert all(chunk.start_s <= chunk.end_s for chunk in chunks)


# --- two texts of one recording

TEXTS = st.text(alphabet="ab c,.今天气", max_size=30)


def test_differing_words_stand_beside_each_other() -> None:
    assert diff_texts("Give me a broken hand", "give me a token hand.") == [
        DiffChunk("Give me a", "give me a", True),
        DiffChunk("broken", "token", False),
        DiffChunk("hand", "hand.", True),
    ]
    assert word_similarity("Give me a broken hand", "give me a token hand.") == 0.8


def test_chinese_is_compared_character_by_character() -> None:
    chunks = diff_texts("今天天气很好。", "今天天汽很好")
    assert [(chunk.old, chunk.new) for chunk in chunks if not chunk.same] == [("气", "汽")]


@pytest.mark.parametrize(
    ("text", "misheard", "share"),
    [
        ("We can't go.", "we cant go", 2 / 3),
        ("Das ist schön", "das ist schon", 2 / 3),
        ("C’est l’été", "c'est l'ete", 1 / 2),
        ("un año más", "un ano más", 2 / 3),
        ("राम की किताब", "राम का कताब", 1 / 3),
        ("我买书", "我卖书", 2 / 3),
    ],
    ids=["en", "de", "fr", "es", "hi", "zh"],
)
def test_a_wrong_letter_or_vowel_sign_is_another_word(text: str, misheard: str, share: float) -> None:
    assert word_similarity(text, misheard) == pytest.approx(share)
    assert word_similarity(text, text) == word_similarity(text, f"{text.upper()} …") == 1.0
    assert any(not chunk.same for chunk in diff_texts(text, misheard))


@given(TEXTS, TEXTS)
def test_no_text_is_lost(old: str, new: str) -> None:
    chunks = diff_texts(old, new)
    assert "".join(chunk.old for chunk in chunks).replace(" ", "") == old.replace(" ", "")
    assert "".join(chunk.new for chunk in chunks).replace(" ", "") == new.replace(" ", "")
    assert 0 <= word_similarity(old, new) <= 1
    assert word_similarity(old, old) == 1
