"""Words of token ids: which tokens spell which word of the text, and which continue a word."""

from __future__ import annotations

import math
import re
from codecs import getincrementaldecoder
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from app.transcript.text_words import inner_range, is_han, is_word_character, word_ranges

from .vocabulary import REPLACEMENT_CHARACTER, WORD_MARK, Vocabulary

BYTE_TOKEN = re.compile(r"<0x([0-9A-Fa-f]{2})>")
_continuation_tables: WeakKeyDictionary[Vocabulary, NDArray[np.bool_]] = WeakKeyDictionary()


@dataclass(frozen=True)
class TokenWord:
    """A word of the text of some tokens, and the tokens that spell it without the punctuation around it."""

    text: str
    start_char: int
    """Offset in the text that ``Vocabulary.decode`` returns for the same ids."""
    start: float
    end: float
    """Positions among the tokens, ``end`` exclusive; fractional where the word begins or ends inside a token."""

    @property
    def tokens(self) -> slice:
        """The tokens that have a part in the word."""
        return slice(int(self.start), math.ceil(self.end))


def words_from_tokens(ids: Sequence[int], vocabulary: Vocabulary) -> list[TokenWord]:
    """Return the words of token ids, which must not be special ones, cut as ``word_ranges`` cuts their text."""
    text = ""
    shares: list[tuple[float, float]] = []  # (start, end) among the tokens of each character of the text
    for piece, start, end in _token_texts(ids, vocabulary):
        count, index = max(1, len("".join(piece.split()))), 0
        for character in piece:
            after = index if character.isspace() else index + 1
            shares.append((start + (end - start) * index / count, start + (end - start) * after / count))
            index = after
        text += piece
    leading = len(text) - len(text.lstrip())
    words: list[TokenWord] = []
    for start_char, end_char in word_ranges(text):
        first, last = inner_range(text[start_char:end_char])
        words.append(
            TokenWord(
                text[start_char:end_char],
                start_char - leading,
                shares[start_char + first][0],
                shares[start_char + last - 1][1],
            )
        )
    return words


def _token_texts(ids: Sequence[int], vocabulary: Vocabulary) -> list[tuple[str, int, int]]:
    """Return (text, start, end) of tokens as the tokenizer decodes them; ``end`` is exclusive.

    A run of byte tokens is taken together, and is no text unless all of it is valid UTF-8.
    """
    if vocabulary.spells_bytes:
        return _byte_token_texts(ids, vocabulary)
    texts: list[tuple[str, int, int]] = []
    run = b""
    for index, token in enumerate([*ids, None]):
        raw = "" if token is None else str(vocabulary.tokenizer.id_to_token(token) or "")
        if byte := BYTE_TOKEN.fullmatch(raw):
            run += bytes.fromhex(byte[1])
            continue
        if run:
            texts.append((_decode_bytes(run), index - len(run), index))
            run = b""
        if raw:
            texts.append((raw.replace(WORD_MARK, " ").replace(REPLACEMENT_CHARACTER, ""), index, index + 1))
    return texts


def _byte_token_texts(ids: Sequence[int], vocabulary: Vocabulary) -> list[tuple[str, int, int]]:
    """The same of tokens that are strings of bytes: those that share a character are taken together."""
    texts: list[tuple[str, int, int]] = []
    decoder, start = getincrementaldecoder("utf-8")("ignore"), 0
    for index, token in enumerate(ids):
        text = decoder.decode(vocabulary.token_bytes(token))
        if not decoder.getstate()[0]:
            texts.append((text, start, index + 1))
            start = index + 1
        elif text:  # whole characters, and the beginning of the next one, which the next token completes
            texts.append((text, start, index + 1))
            start = index
    return texts


def _decode_bytes(run: bytes) -> str:
    try:
        return run.decode()
    except UnicodeDecodeError:
        return ""


def continuation_tokens(vocabulary: Vocabulary) -> NDArray[np.bool_]:
    """Return the mask (len(vocabulary),) of tokens that continue the previous word. Cached.

    These start with a letter and have no word mark. Invisible tokens belong to them, as they could hide such a continuation.
    """
    if vocabulary not in _continuation_tables:
        texts = [vocabulary.tokenizer.id_to_token(token) or "" for token in range(len(vocabulary))]
        table = [is_spaced_letter(text[:1]) or bool(BYTE_TOKEN.fullmatch(text)) for text in texts]
        tokens = np.arange(len(vocabulary))
        hidden, ends = (np.isin(tokens, list(ids)) for ids in (vocabulary.hidden_ids, vocabulary.end_ids))
        _continuation_tables[vocabulary] = (np.array(table) | hidden) & ~ends
    return _continuation_tables[vocabulary]


def is_spaced_letter(character: str) -> bool:
    """Return whether a character belongs to a word of a script that puts spaces between words."""
    return is_word_character(character) and not is_han(character)
