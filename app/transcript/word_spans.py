"""Where the words of a segment stand in its text, and when they are said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .model import Segment, Word


@dataclass(frozen=True)
class WordSpan:
    """A word and the letters ``install`` to the one before ``end`` that it has in its segment's text."""

    word: Word
    start: int
    end: int


def locate_words(segment: Segment) -> list[WordSpan]:
    """Each timed word's place in the text; those that are not found there are left out."""
    found: list[WordSpan] = []
    behind = 0
    for word in segment.words:
        start = segment.text.find(word.text, behind)
        if start >= 0:
            behind = start + len(word.text)
            found.append(WordSpan(word, start, behind))
    return found


def word_at_offset(segment: Segment, offset: int) -> WordSpan | None:
    """The word at or before a letter."""
    return next((place for place in reversed(locate_words(segment)) if place.start <= offset), None)


def time_at_offset(segment: Segment, offset: int) -> float:
    """When what stands at a letter is said; the segment's start where its words have no times."""
    place = word_at_offset(segment, offset)
    return place.word.start_s if place else segment.start_s


def segment_at_time(segments: Sequence[Segment], time_s: float) -> int | None:
    """Which segment is heard at a moment: the last that has begun, if it has not ended."""
    at = next((n for n in range(len(segments) - 1, -1, -1) if segments[n].start_s <= time_s), None)
    return at if at is not None and time_s < segments[at].end_s else None


def word_at_time(segment: Segment, time_s: float) -> WordSpan | None:
    """The word that is being said at a moment, or was said last; None before the first."""
    return next((place for place in reversed(locate_words(segment)) if place.word.start_s <= time_s), None)
