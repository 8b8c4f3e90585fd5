"""Which tokens a language's script can use. No torch.

A token belongs to the scripts of its letters and combining marks; digits, punctuation, special and byte tokens belong to none
and are open to every language. The script of a character is the first word of its Unicode name, as ``unicodedata`` has it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from app.languages import LANGUAGES
from app.speech.vocabulary import Vocabulary

SCRIPTS = ("Latin", "Devanagari", "Han")
OTHER = "other"
_OF_NAME = {"LATIN": "Latin", "DEVANAGARI": "Devanagari", "CJK": "Han"}
_SHARED_NAMES = {"COMBINING", "MODIFIER", "ZERO", "VARIATION"}  # accents and joiners any script may carry
_BYTE = re.compile(r"<0x[0-9A-Fa-f]{2}>")
_tables: WeakKeyDictionary[Vocabulary, dict[str, NDArray[np.bool_]]] = WeakKeyDictionary()


@lru_cache(maxsize=65536)
def script(character: str) -> str | None:
    """``Latin``, ``Devanagari``, ``Han`` or ``other``; None for what belongs to no script (digits, signs, spaces)."""
    if unicodedata.category(character)[0] not in "LM":
        return None
    plain = unicodedata.normalize("NFKC", character)[:1]  # the ordinal sign of Spanish counts as its letter
    first = unicodedata.name(plain, OTHER).replace("-", " ").split()[0]
    return None if first in _SHARED_NAMES else _OF_NAME.get(first, OTHER)


def token_scripts(vocabulary: Vocabulary) -> dict[str, NDArray[np.bool_]]:
    """For each script, and ``other``, which tokens have a letter of it, (len(vocabulary),). Computed once a vocabulary."""
    if vocabulary not in _tables:
        table = {name: np.zeros(len(vocabulary), dtype=bool) for name in (*SCRIPTS, OTHER)}
        for token in range(len(vocabulary)):
            text = vocabulary.tokenizer.id_to_token(token) or ""
            if vocabulary.is_special(token) or _BYTE.fullmatch(text):
                continue
            for name in {script(character) for character in text} - {None}:
                table[str(name)][token] = True
        _tables[vocabulary] = table
    return _tables[vocabulary]


def can_write(vocabulary: Vocabulary, language: str) -> bool:
    """Whether any token has a letter of the language's script (byte tokens can spell every script)."""
    if language == "auto" or token_scripts(vocabulary)[LANGUAGES[language].script].any():
        return True
    return any(_BYTE.fullmatch(token) for token in vocabulary.tokenizer.get_vocab(with_added_tokens=False))


def allowed_tokens(vocabulary: Vocabulary, language: str, vocab_size: int) -> NDArray[np.bool_] | None:
    """Which of ``size`` token ids a transcript in ``language`` may hold; None (all of them) for ``auto``.

    ``size`` is the model's vocabulary: ids the tokenizer has no token for are never text and thus not allowed.
    """
    if language == "auto":
        return None
    own = LANGUAGES[language].script
    foreign = np.logical_or.reduce([held for name, held in token_scripts(vocabulary).items() if name != own])
    allowed = np.zeros(vocab_size, dtype=bool)
    known = min(vocab_size, len(vocabulary))
    allowed[:known] = ~foreign[:known]
    return allowed
