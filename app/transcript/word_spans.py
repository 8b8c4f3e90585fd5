"""Which word stands at an offset of a segment's text, and which segment or word is said at a moment."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Segment


def time_at_offset(segment: Segment, offset: int) -> float:
    """When the word at or before an offset of the text is said, in seconds; the segment's start if no word is known there."""
    starts_s = (
        word.start_s for word in reversed(segment.words) if word.start_char is not None and word.start_char <= offset
    )
    return next(starts_s, segment.start_s)


def segment_at_time(segments: Sequence[Segment], time_s: float) -> int | None:
    """Index of the segment that is said at a time: the last that has begun, unless it has ended."""
    index = next((index for index in range(len(segments) - 1, -1, -1) if segments[index].start_s <= time_s), None)
    return index if index is not None and time_s < segments[index].end_s else None


def range_at_time(segment: Segment, time_s: float) -> tuple[int, int] | None:
    """(start, end) offsets of the word that is said at a time, or was said last; None before the first."""
    for word in reversed(segment.words):
        if word.start_char is not None and word.start_s <= time_s:
            return word.start_char, word.start_char + len(word.text)
    return None
