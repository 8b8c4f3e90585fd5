"""Where words are: from a moment to a word, from a word to its letters, and back. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from ...speech.places import WordPlace, word_places
from ...speech.transcript import Segment


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
