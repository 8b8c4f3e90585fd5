"""Removes repetitions from the tokens of a canvas, so that times, probabilities and steps of what remains stay its own."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from app.transcript.repetitions import Repetition, find_repetitions

from .token_words import TokenWord, words_from_tokens
from .vocabulary import Vocabulary


def positions_without_repetitions(ids: Sequence[int], vocabulary: Vocabulary, fixed: Collection[int] = ()) -> list[int]:
    """Return the positions of the tokens that become text, without those of repetitions; each phrase stays once.

    Of *the cat, the cat, the cat.* there remain *the cat* and the full stop. Where a token spells characters of two words of
    which one stays (Chinese), it stays.

    Args:
        ids: of a canvas before its end token.
        fixed: positions that the user fixed. A repetition of which one would go stays as it is.
    """
    visible = vocabulary.visible_positions(ids)
    words = words_from_tokens([ids[position] for position in visible], vocabulary)
    removed: set[int] = set()
    for repetition in find_repetitions([word.text for word in words]):
        start, end = _tokens_to_remove(words, repetition)
        positions = visible[start:end]
        if not any(position in fixed for position in positions):
            removed.update(positions)
    return [position for position in visible if position not in removed]


def _tokens_to_remove(words: Sequence[TokenWord], repetition: Repetition) -> tuple[int, int]:
    """Return (start, end) of the tokens behind the phrase's first occurrence, or, if that cuts no token, before its last."""
    behind = words[repetition.start + repetition.size - 1].end, words[repetition.end - 1].end
    before = words[repetition.start].start, words[repetition.end - repetition.size].start
    start, end = behind
    if not (start.is_integer() and end.is_integer()) and repetition.is_whole and all(map(float.is_integer, before)):
        start, end = before
    return math.ceil(start), math.floor(end)
