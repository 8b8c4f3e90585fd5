"""Word-by-word differences of two versions of a segment, or of two texts of one recording."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from .model import Segment
from .text_words import plain_form, word_ranges


@dataclass(frozen=True)
class DiffChunk:
    """Neighbouring words that both versions share, or the words that each has in the other's place."""

    old: str
    new: str
    same: bool
    start_s: float = 0.0
    end_s: float = 0.0
    """When the words of either version are said; both 0 if no times were compared."""


def diff_segments(before: Segment, after: Segment) -> list[DiffChunk]:
    """All of both texts in order. Words differ if they are not letter by letter the same; only space makes no difference.

    Segments whose words are unknown, or do not fit their text, are one chunk.
    """
    timed = all(bool(segment.word_ranges) == bool(segment.text) for segment in (before, after))
    if before.text == after.text or not timed:
        same = before.text == after.text
        return [DiffChunk(before.text, after.text, same, before.start_s, before.end_s)]
    matcher = difflib.SequenceMatcher(
        None, [word.text for word in before.words], [word.text for word in after.words], autojunk=False
    )
    chunks: list[DiffChunk] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        old, new = _text_of(before, a, b), _text_of(after, c, d)
        words = (*before.words[a:b], *after.words[c:d])
        start_s, end_s = min(word.start_s for word in words), max(word.end_s for word in words)
        chunks.append(DiffChunk(new if kind == "equal" else old, new, kind == "equal", start_s, end_s))
    return chunks


def _text_of(segment: Segment, first: int, end: int) -> str:
    start, stop = segment.range_of(first, end) or (0, 0)
    return segment.text[start:stop]


def diff_texts(old: str, new: str) -> list[DiffChunk]:
    """All of both texts in order. Words are the same if their plain forms are: case and punctuation make no difference."""
    left, right = word_ranges(old), word_ranges(new)
    matcher = _plain_matcher(old, left, new, right)
    return [
        DiffChunk(_joined(old, left[a:b]), _joined(new, right[c:d]), kind == "equal")
        for kind, a, b, c, d in matcher.get_opcodes()
    ]


def word_similarity(old: str, new: str) -> float:
    """Share of the words that both texts have, 0 to 1: twice the matching words over all words; 1 if both are empty.

    Words are cut by ``word_ranges`` and compared by ``plain_form``; their order counts (Ratcliff and Obershelp 1988).
    """
    return _plain_matcher(old, word_ranges(old), new, word_ranges(new)).ratio()


def _plain_matcher(
    old: str, left: list[tuple[int, int]], new: str, right: list[tuple[int, int]]
) -> difflib.SequenceMatcher[str]:
    return difflib.SequenceMatcher(
        None,
        [plain_form(old[start:end]) for start, end in left],
        [plain_form(new[start:end]) for start, end in right],
        autojunk=False,
    )


def _joined(text: str, ranges: list[tuple[int, int]]) -> str:
    """The neighbouring words at ``ranges``, with single spaces."""
    return " ".join(text[ranges[0][0] : ranges[-1][1]].split()) if ranges else ""
