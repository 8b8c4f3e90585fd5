"""Masks of the tokens that a language's script can use. No torch.

A token belongs to the scripts of its letters and combining marks; digits, punctuation, special and byte tokens belong to none
and are open to every language. The script of a character is the first word of its Unicode name, as ``unicodedata`` has it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from app.languages import LANGUAGES
from app.speech.token_words import BYTE_TOKEN
from app.speech.vocabulary import Vocabulary

SCRIPTS = ("Latin", "Devanagari", "Han")
OTHER = "other"
_SCRIPT_OF_NAME = {"LATIN": "Latin", "DEVANAGARI": "Devanagari", "CJK": "Han"}
_SHARED_NAMES = {"COMBINING", "MODIFIER", "ZERO", "VARIATION"}  # accents and joiners any script may carry
_tables: WeakKeyDictionary[Vocabulary, dict[str, NDArray[np.bool_]]] = WeakKeyDictionary()


@lru_cache(maxsize=65536)
def script(character: str) -> str | None:
    """Return ``Latin``, ``Devanagari``, ``Han`` or ``other``; None for digits, signs and spaces, which belong to no script."""
    if unicodedata.category(character)[0] not in "LM":
        return None
    plain = unicodedata.normalize("NFKC", character)[:1]  # the ordinal sign of Spanish counts as its letter
    first_word = unicodedata.name(plain, OTHER).replace("-", " ").split()[0]
    return None if first_word in _SHARED_NAMES else _SCRIPT_OF_NAME.get(first_word, OTHER)


def token_scripts(vocabulary: Vocabulary) -> dict[str, NDArray[np.bool_]]:
    """Return for each script, and ``other``, the mask (len(vocabulary),) of tokens with a letter of it. Cached."""
    if vocabulary not in _tables:
        table = {name: np.zeros(len(vocabulary), dtype=bool) for name in (*SCRIPTS, OTHER)}
        for token in range(len(vocabulary)):
            text = vocabulary.tokenizer.id_to_token(token) or ""
            if vocabulary.is_special(token) or BYTE_TOKEN.fullmatch(text):
                continue
            for name in {script(character) for character in text} - {None}:
                table[str(name)][token] = True
        _tables[vocabulary] = table
    return _tables[vocabulary]


def can_write(vocabulary: Vocabulary, language: str) -> bool:
    """Return whether any token has a letter of the language's script (byte tokens can spell every script)."""
    if language == "auto" or token_scripts(vocabulary)[LANGUAGES[language].script].any():
        return True
    return any(BYTE_TOKEN.fullmatch(token) for token in vocabulary.tokenizer.get_vocab(with_added_tokens=False))


def allowed_tokens(vocabulary: Vocabulary, language: str, vocab_size: int) -> NDArray[np.bool_] | None:
    """Return the mask (vocab_size,) of token ids that a transcript in ``language`` may hold; None (all) for ``auto``.

    ``vocab_size`` is the model's: ids that the tokenizer has no token for are never text and thus not allowed.
    """
    if language == "auto":
        return None
    own_script = LANGUAGES[language].script
    foreign = np.logical_or.reduce([mask for name, mask in token_scripts(vocabulary).items() if name != own_script])
    allowed = np.zeros(vocab_size, dtype=bool)
    tokenizer_size = min(vocab_size, len(vocabulary))
    allowed[:tokenizer_size] = ~foreign[:tokenizer_size]
    return allowed
