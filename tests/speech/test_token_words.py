"""Words of token ids stand where they say in the text that the same ids decode to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, decoders, models

from app.speech.token_words import words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.text_words import words_of
from tests.speech import toy_vocabulary

PIECES = [
    "<unk>", "▁the", "▁cat", "s", "▁", "▁▁", "▁–", "“", "”", "你好", "吗", "。", "▁नम", "स्", "ते",
    "<0xE4>", "<0xBD>", "<0xA0>", "<0x41>", "\ufffd", ".",
]  # fmt: skip


def make_vocabulary() -> Vocabulary:
    tokenizer = Tokenizer(models.WordLevel({piece: n for n, piece in enumerate(PIECES)}, unk_token="<unk>"))
    tokenizer.add_special_tokens(PIECES[:1])
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    return Vocabulary(tokenizer, (), frozenset({0}))


VOCABULARY = make_vocabulary()


def ids_of(*pieces: str) -> list[int]:
    return [PIECES.index(piece) for piece in pieces]


@given(st.lists(st.integers(1, len(PIECES) - 1), max_size=15))
def test_words_are_those_of_the_decoded_text(ids: list[int]) -> None:
    text = VOCABULARY.decode(ids)
    words = words_from_tokens(ids, VOCABULARY)
    assert [word.text for word in words] == words_of(text)
    assert all(text.startswith(word.text, word.start_char) for word in words)
    assert all(one.start_char + len(one.text) <= other.start_char for one, other in pairwise(words))
    assert all(0 <= word.start <= word.end <= len(ids) for word in words)
    assert all(one.end <= other.start + 1e-9 for one, other in pairwise(words))


@pytest.mark.parametrize(
    ("pieces", "texts"),
    [
        (("▁the", "▁cat", "s", ",", "▁sat", "."), ["the", "cats,", "sat."]),
        (("s", "▁", "s", "▁–", "▁sat"), ["s", "s –", "sat"]),
        (("“", "▁the", "”"), ["“ the”"]),
        (("▁नम", "स्", "ते", "?"), ["नमस्ते?"]),
        (("你好", "吗", "?", "“", "好", "”", "。"), ["你", "好", "吗?", "“好”。"]),
        (("<0xE4>", "<0xBD>", "<0xA0>", "好", "▁cat", "好", "A", "s"), ["你", "好", "cat", "好", "As"]),
        ((".", "?"), [".?"]),
        ((".", "▁", "."), [". ."]),
        ((), []),
        (("<0xE4>", "<0xBD>"), []),  # half a character
    ],
)
def test_words_are_split_at_spaces_and_around_han(pieces: tuple[str, ...], texts: list[str]) -> None:
    ids = toy_vocabulary.ids_of(*pieces)
    assert [word.text for word in words_from_tokens(ids, toy_vocabulary.vocabulary())] == texts


def test_a_word_has_the_tokens_that_spell_it_without_punctuation() -> None:
    the, cats = words_from_tokens(ids_of("▁the", "“", "▁cat", "s", "."), VOCABULARY)
    assert (the.text, the.start_char, the.tokens) == ("the“", 0, slice(0, 1))
    assert (cats.text, cats.start_char, cats.tokens) == ("cats.", 5, slice(2, 4))


def test_characters_of_one_token_share_it() -> None:
    words = words_from_tokens(ids_of("你好", "吗"), VOCABULARY)
    assert [(word.text, word.start, word.end) for word in words] == [("你", 0, 0.5), ("好", 0.5, 1), ("吗", 1, 2)]


@pytest.mark.parametrize(("pieces", "text"), [(("<0xE4>", "<0xBD>", "<0xA0>"), "你"), (("<0x41>", "<0xE4>"), "")])
def test_bytes_are_text_only_as_a_whole(pieces: tuple[str, ...], text: str) -> None:
    ids = ids_of(*pieces)
    assert VOCABULARY.decode(ids) == text
    assert [word.text for word in words_from_tokens(ids, VOCABULARY)] == ([text] if text else [])
