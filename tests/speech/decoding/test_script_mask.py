"""Which tokens a language may use."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from tokenizers import AddedToken, Tokenizer, decoders, models

from app.languages import LANGUAGES
from app.speech.decoding.script_mask import allowed_tokens, can_write, script, token_scripts
from app.speech.vocabulary import Vocabulary

PIECES = [
    "<eos>", "<|audio|>", "<0xE0>", "▁", "▁the", "ß", "œ", "7", "७", ".", "。", "।", "…", "'", "नमस्ते", "्", "你好", "𠀀",
    "Привет", "γ", "한", "ひ", "ª", "a你", "\u0301", "\u200d", "%", "€",
]  # fmt: skip


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    made = Tokenizer(models.BPE(vocab={piece: n for n, piece in enumerate(PIECES)}, merges=[]))
    made.decoder = decoders.Metaspace()
    made.add_special_tokens([AddedToken("<eos>", special=True), AddedToken("<|audio|>", special=True)])
    return Vocabulary(made, (0,), frozenset({0, 1}))


def allowed(vocabulary: Vocabulary, language: str) -> set[str]:
    mask = allowed_tokens(vocabulary, language, len(PIECES))
    assert mask is not None
    return {piece for piece, open_ in zip(PIECES, mask, strict=True) if open_}


SHARED = {"<eos>", "<|audio|>", "<0xE0>", "▁", "7", "७", ".", "。", "।", "…", "'", "\u0301", "\u200d", "%", "€"}


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_latin(vocabulary: Vocabulary, language: str) -> None:
    assert allowed(vocabulary, language) == SHARED | {"▁the", "ß", "œ", "ª"}


def test_hindi_and_mandarin(vocabulary: Vocabulary) -> None:
    assert allowed(vocabulary, "hi") == SHARED | {"नमस्ते", "्"}
    assert allowed(vocabulary, "zh") == SHARED | {"你好", "𠀀"}


def test_auto_leaves_all_open_and_ids_without_a_token_are_closed(vocabulary: Vocabulary) -> None:
    assert allowed_tokens(vocabulary, "auto", 99) is None
    mask = allowed_tokens(vocabulary, "en", len(PIECES) + 4)
    assert mask is not None
    assert not mask[len(PIECES) :].any()


def test_the_table_is_made_once(vocabulary: Vocabulary) -> None:
    assert token_scripts(vocabulary) is token_scripts(vocabulary)


def test_every_language_can_write_its_own_name(vocabulary: Vocabulary) -> None:
    for language in LANGUAGES.values():
        assert {script(character) for character in language.name} <= {language.script, None}


def test_no_letter_of_unicode_is_without_a_script() -> None:
    letters = [chr(code) for code in range(0x20, 0x30000) if unicodedata.category(chr(code))[0] == "L"]
    found = np.array([script(letter) or "none" for letter in letters])
    assert set(found) == {"Latin", "Devanagari", "Han", "other", "none"}
    assert (found == "none").sum() < 200  # modifier letters
    assert (found == "Han").sum() > 80_000


@pytest.mark.parametrize("bytes_too", [False, True])
def test_what_a_vocabulary_can_write(bytes_too: bool) -> None:
    pieces = ["<eos>", "▁the", ".", "7", "你", *(["<0xE0>"] if bytes_too else [])]
    made = Vocabulary(Tokenizer(models.BPE(vocab={piece: n for n, piece in enumerate(pieces)}, merges=[])), (0,))
    able = {code: can_write(made, code) for code in ("auto", *LANGUAGES)}
    assert able == dict.fromkeys(("auto", "en", "de", "fr", "es", "zh"), True) | {"hi": bytes_too}
