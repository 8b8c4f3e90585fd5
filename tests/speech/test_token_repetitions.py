"""The tokens of a repetition go, and what remains is a text of the tokens that stay, in scripts with and without spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.speech.token_repetitions import positions_without_repetitions
from app.speech.token_words import words_from_tokens
from app.transcript.repetitions import find_repetitions
from app.transcript.text_words import words_of
from tests.speech import toy_vocabulary
from tests.speech.toy_vocabulary import PAD, WORDS, ids_of

VOCABULARY = toy_vocabulary.vocabulary()


def without_repetitions(ids: list[int]) -> str:
    return VOCABULARY.decode([ids[position] for position in positions_without_repetitions(ids, VOCABULARY)])


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["▁the", "▁cat", "s", "▁sat"], "the cats sat"),
        (["▁the", "▁the", "▁the", "▁sat"], "the the the sat"),
        (["▁the", *["▁cat", "s", ","] * 4, "▁sat", "."], "the cats, sat."),
        ([*["▁the", "▁cat", "▁sat", ","] * 2, "▁the", "▁cat", "▁sat", "."], "the cat sat."),
        ([*["▁the", "▁cat", "▁sat", "s"] * 3, "▁the", "▁cat"], "the cat sats"),
        (["▁नम", "स्", "ते", *["▁the", "▁नम", "स्", "ते"] * 2, "▁the"], "नमस्ते the"),
        (["吗", *["你好"] * 4, "。"], "吗你好。"),
        (["好"] * 8, "好"),
        (["你好", *["好"] * 7, "吗"], "你好吗"),  # the first 好 ends the token 你好
        (["好", "好", "好", "好", "好", "好", "好", "你好"], "好你好"),
        ([*["<0xE4>", "<0xBD>", "<0xA0>"] * 7, "吗"], "你吗"),
    ],
)
def test_a_phrase_stays_once(pieces: list[str], text: str) -> None:
    assert without_repetitions(ids_of(*pieces)) == text


def test_positions_are_those_of_the_canvas() -> None:
    ids = [PAD, *ids_of("▁the", "▁the"), PAD, *ids_of("▁the", "▁the", "▁cat")]
    assert positions_without_repetitions(ids, VOCABULARY) == [1, 6]


def test_a_repetition_with_a_fixed_word_in_it_stays() -> None:
    ids = ids_of(*["▁the"] * 5, "▁cat", *["▁sat"] * 5)
    assert positions_without_repetitions(ids, VOCABULARY, {3}) == [0, 1, 2, 3, 4, 5, 6]
    assert positions_without_repetitions(ids, VOCABULARY, {0, 6}) == [0, 5, 6]  # those that stay anyhow


@given(st.lists(st.sampled_from([PAD, *WORDS]), max_size=10), st.integers(1, 8))
def test_words_that_stay_are_words_of_the_canvas(ids: list[int], count: int) -> None:
    ids = ids * count
    kept = positions_without_repetitions(ids, VOCABULARY)
    assert kept == sorted(set(kept))
    text = VOCABULARY.decode([ids[position] for position in kept])
    assert [word.text for word in words_from_tokens([ids[position] for position in kept], VOCABULARY)] == words_of(text)
    if not find_repetitions(words_of(VOCABULARY.decode(ids))):
        assert kept == VOCABULARY.visible_positions(ids)
