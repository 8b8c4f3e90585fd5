"""Two readings of one clip, word by word. Pure."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from .text_words import plain_form, word_ranges, words_of


@dataclass(frozen=True)
class TextDiffChunk:
    """Neighbouring words that both readings have, or what each has in the other's place."""

    ours: str
    theirs: str
    same: bool
    """Whether only case and punctuation differ."""


def diff_texts(ours: str, theirs: str) -> list[TextDiffChunk]:
    """All of both texts in order."""
    left, right = word_ranges(ours), word_ranges(theirs)
    matcher = difflib.SequenceMatcher(
        None, [plain_form(ours[a:b]) for a, b in left], [plain_form(theirs[c:d]) for c, d in right], autojunk=False
    )
    return [
        TextDiffChunk(_joined(ours, left[a:b]), _joined(theirs, right[c:d]), kind == "equal")
        for kind, a, b, c, d in matcher.get_opcodes()
    ]


def word_similarity(ours: str, theirs: str) -> float:
    """Which part of the words both readings have, 0 to 1 (1 where both are empty)."""
    left, right = [plain_form(word) for word in words_of(ours)], [plain_form(word) for word in words_of(theirs)]
    return difflib.SequenceMatcher(None, left, right, autojunk=False).ratio()


def _joined(text: str, ranges: list[tuple[int, int]]) -> str:
    """The neighbouring words at ``ranges``, with single spaces."""
    return " ".join(text[ranges[0][0] : ranges[-1][1]].split()) if ranges else ""
