"""Two readings of one clip, word by word. Pure."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass

from .text_words import is_han


@dataclass(frozen=True)
class TextDiffChunk:
    """Neighbouring words that both readings have, or what each has in the other's place."""

    ours: str
    theirs: str
    same: bool
    """Whether only case and punctuation differ."""


def diff_texts(ours: str, theirs: str) -> list[TextDiffChunk]:
    """All of both texts in order."""
    left, right = _words(ours), _words(theirs)
    matcher = difflib.SequenceMatcher(None, [_plain(w) for w in left], [_plain(w) for w in right], autojunk=False)
    return [
        TextDiffChunk(_joined(left[a:b]), _joined(right[c:d]), kind == "equal")
        for kind, a, b, c, d in matcher.get_opcodes()
    ]


def word_similarity(ours: str, theirs: str) -> float:
    """Which part of the words both readings have, 0 to 1 (1 where both are empty)."""
    left, right = [_plain(w) for w in _words(ours)], [_plain(w) for w in _words(theirs)]
    return difflib.SequenceMatcher(None, left, right, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    """What stands between spaces; of Chinese every character by itself, with the punctuation behind it."""
    words: list[str] = []
    for chunk in text.split():
        begun = ""
        for character in chunk:
            if begun and (is_han(character) or (is_han(begun[0]) and unicodedata.category(character)[0] in "LN")):
                words.append(begun)
                begun = ""
            begun += character
        words.append(begun)
    return words


def _plain(word: str) -> str:
    return re.sub(r"\W+", "", word.casefold()) or word


def _joined(words: list[str]) -> str:
    text = ""
    for word in words:
        text += word if not text or is_han(word[0]) else f" {word}"
    return text
