"""Corrections of words by the user, read off an edit, to offer a rule for one that is made again."""

from __future__ import annotations

import difflib

from .edits import Segments, find_splice
from .own_words import Replacement
from .text_words import inner_range, words_of

MAX_WORDS = 3


def correction_of(before: Segments, after: Segments) -> Replacement | None:
    """Return what a rewritten segment said and says now, if that is one place of at most ``MAX_WORDS`` words on both sides."""
    change = find_splice(before, after)
    if change is None or len(change.removed) != 1 or len(change.added) != 1:
        return None
    old, new = (list(map(_plain, words_of(segment.text))) for segment in (change.removed[0], change.added[0]))
    opcodes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changes = [opcode for opcode in opcodes if opcode[0] != "equal"]
    if len(changes) != 1 or changes[0][0] != "replace":
        return None
    _, first, end, new_first, new_end = changes[0]
    if max(end - first, new_end - new_first) > MAX_WORDS:
        return None
    wrong, right = " ".join(old[first:end]), " ".join(new[new_first:new_end])
    return (wrong, right) if wrong != right else None


def _plain(word: str) -> str:
    start, end = inner_range(word)
    return word[start:end]
