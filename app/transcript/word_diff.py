"""Two versions of a segment, word by word. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Segment
from .word_spans import WordSpan, locate_words


@dataclass(frozen=True)
class DiffChunk:
    """Neighbouring words that are the same in both versions, or those that stand for each other."""

    old: str
    new: str
    start_s: float
    end_s: float
    """From when to when they are said, in both versions."""

    @property
    def same(self) -> bool:
        return self.old == self.new


def diff_segments(before: Segment, after: Segment) -> list[DiffChunk]:
    """All of both texts in order. Segments without word times differ as a whole, or not at all."""
    old, new = locate_words(before), locate_words(after)
    timed = all(
        len(places) == len(segment.words) and bool(places) == bool(segment.text)
        for places, segment in ((old, before), (new, after))
    )
    if before.text == after.text or not timed:
        return [DiffChunk(before.text, after.text, before.start_s, before.end_s)]
    matcher = difflib.SequenceMatcher(
        None, [place.word.text for place in old], [place.word.text for place in new], autojunk=False
    )
    found: list[DiffChunk] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        texts = _text(before, old[a:b]), _text(after, new[c:d])
        times = [moment for place in (*old[a:b], *new[c:d]) for moment in (place.word.start_s, place.word.end_s)]
        if kind == "equal" and texts[0] != texts[1]:  # only the spaces between them differ
            texts = texts[1], texts[1]
        found.append(DiffChunk(*texts, min(times), max(times)))
    return found


def _text(segment: Segment, places: Sequence[WordSpan]) -> str:
    return segment.text[places[0].start : places[-1].end] if places else ""
