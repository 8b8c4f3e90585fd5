"""Where the words of a segment stand in its text. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from .transcript import Segment, Word


@dataclass(frozen=True)
class WordPlace:
    """A word and the letters ``start`` to the one before ``end`` that it has in its segment's text."""

    word: Word
    start: int
    end: int


def word_places(segment: Segment) -> list[WordPlace]:
    """Each timed word's place in the text; those that are not found there are left out."""
    found: list[WordPlace] = []
    behind = 0
    for word in segment.words:
        start = segment.text.find(word.text, behind)
        if start >= 0:
            behind = start + len(word.text)
            found.append(WordPlace(word, start, behind))
    return found


def spoken(text: str) -> tuple[int, int]:
    """The letters of a word without the punctuation around it; all of it where it is nothing else."""
    letters = [n for n, character in enumerate(text) if unicodedata.category(character)[0] in "LNM"]
    return (letters[0], letters[-1] + 1) if letters else (0, len(text))
