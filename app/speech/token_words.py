"""Words of token ids: which tokens spell which word of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .vocabulary import WORD_MARK, Vocabulary

if TYPE_CHECKING:
    from torch import Tensor

    LogProbs: TypeAlias = NDArray[np.floating[Any]] | Tensor
from app.transcript.text_words import is_han

BYTE_TOKEN = re.compile(r"<0x([0-9A-Fa-f]{2})>")


@dataclass
class TokenWord:
    """A word and its place among the tokens: from ``first`` to ``behind``, in tokens; punctuation around it left out."""

    text: str
    start: float
    end: float
    is_spoken: bool
    """Whether it has letters or digits; else it is punctuation alone."""

    @property
    def tokens(self) -> slice:
        return slice(int(self.start), int(np.ceil(self.end)))


def words_from_tokens(ids: Sequence[int], vocabulary: Vocabulary) -> list[TokenWord]:
    """Words at spaces; each Han character by itself; punctuation with the word before it, or after it at the start."""
    words: list[TokenWord] = []
    is_open = False
    letter = ""  # the last one of the open word
    for text, first, behind in _token_texts(ids, vocabulary):
        shown, n = len("".join(text.split())), 0
        for character in text:
            if character.isspace():
                is_open, letter = False, ""
                continue
            a, b = (first + (behind - first) * k / shown for k in (n, n + 1))  # its share of the token
            n += 1
            kind = unicodedata.category(character)
            spoken = kind[0] in "LNM"  # letters, digits and the marks that Devanagari vowels are
            next_to_han = is_han(letter) or (bool(letter) and is_han(character))
            if not is_open or (next_to_han and (kind[0] in "LN" or kind in ("Ps", "Pi"))):
                words.append(TokenWord(character, a, b, spoken))
                is_open, letter = True, ""
            else:
                word = words[-1]
                word.text += character
                if spoken:
                    word.start = word.start if word.is_spoken else a
                    word.end, word.is_spoken = b, True
            if spoken:
                letter = character
    return _without_lone_punctuation(words)


def _without_lone_punctuation(words: list[TokenWord]) -> list[TokenWord]:
    """Punctuation between spaces joins the word before it, or the first word."""
    joined: list[TokenWord] = []
    leading = ""
    for word in words:
        if word.is_spoken:
            word.text, leading = leading + word.text, ""
            joined.append(word)
        elif joined:
            joined[-1].text += f" {word.text}"
        else:
            leading += f"{word.text} "
    if words and not joined:  # nothing but punctuation
        return [TokenWord(leading.strip(), words[0].start, words[-1].end, is_spoken=False)]
    return joined


def _token_texts(ids: Sequence[int], vocabulary: Vocabulary) -> list[tuple[str, int, int]]:
    """Text of tokens from the first to the one behind the last; bytes that make up a character are taken together."""
    texts: list[tuple[str, int, int]] = []
    held = b""
    for n, token in enumerate(ids):
        raw = str(vocabulary.tokenizer.id_to_token(token) or "")
        if byte := BYTE_TOKEN.fullmatch(raw):
            held += bytes.fromhex(byte[1])
            continue
        if held:
            texts.append((held.decode(errors="ignore"), n - len(held), n))
            held = b""
        texts.append((raw.replace(WORD_MARK, " "), n, n + 1))
    if held:
        texts.append((held.decode(errors="ignore"), len(ids) - len(held), len(ids)))
    return texts
