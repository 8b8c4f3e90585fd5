"""Where the words of a segment stand in its text, and when they are said."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Segment, Word


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


def word_at_letter(segment: Segment, letter: int) -> WordPlace | None:
    """The word at or before a letter."""
    return next((place for place in reversed(word_places(segment)) if place.start <= letter), None)


def moment_of(segment: Segment, letter: int) -> float:
    """When what stands at a letter is said; the segment's start where its words have no times."""
    place = word_at_letter(segment, letter)
    return place.word.start_s if place else segment.start_s


def segment_at(segments: Sequence[Segment], moment_s: float) -> int | None:
    """Which segment is heard at a moment: the last that has begun, if it has not ended."""
    at = next((n for n in range(len(segments) - 1, -1, -1) if segments[n].start_s <= moment_s), None)
    return at if at is not None and moment_s < segments[at].end_s else None


def word_heard(segment: Segment, moment_s: float) -> WordPlace | None:
    """The word that is being said at a moment, or was said last; None before the first."""
    return next((place for place in reversed(word_places(segment)) if place.word.start_s <= moment_s), None)
