"""What another engine heard, laid beside a transcript: words on which both differ are the first to check. No Qt, no torch.

Two engines of different kinds rarely make the same error at the same place. ``tests/benchmarks/bench_second_opinion.py`` fits
the weights on clips with reference texts, and measures how many of the errors the differing words hold.
"""

from __future__ import annotations

import difflib
import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.transcript.model import Segment, Word
from app.transcript.text_words import plain_form

WEIGHT_DOUBT = 0.61
"""Of the log-odds of the doubt that the word had."""
WEIGHT_DIFFERS = 3.29
"""Where the other engine has something else in the word's place, or nothing."""
WEIGHT_BESIDE = 1.01
"""Where the other engine has one word more beside it."""
BIAS = -1.18
"""Fitted on 119 recordings of people in six languages, with Whisper base beside the bundled model."""
EDGE_S = 0.3
"""How far a word of the other engine may lie outside a segment and still belong to it."""
MIN_DOUBT, MAX_DOUBT = 0.001, 0.999


@dataclass(frozen=True)
class Comparison:
    """How the words of a segment compare with those of another engine."""

    differs: tuple[bool, ...]
    """Whether the other engine has something else in the place of each word, or nothing."""
    beside: tuple[bool, ...]
    """Whether it has a word more right before or after each word."""


def compare_words(words: Sequence[str], others: Sequence[str]) -> Comparison:
    """Compare words by their plain forms: case and punctuation make no difference."""
    differs, beside = [False] * len(words), [False] * len(words)
    matcher = difflib.SequenceMatcher(None, _plain(words), _plain(others), autojunk=False)
    for kind, start, end, _, _ in matcher.get_opcodes():
        if kind in ("replace", "delete"):
            differs[start:end] = [True] * (end - start)
        elif kind == "insert":
            for index in (start - 1, start):
                if 0 <= index < len(words):
                    beside[index] = True
    return Comparison(tuple(differs), tuple(beside))


def with_second_opinion(segments: Iterable[Segment], others: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return the segments with new doubts of their words; those that the user wrote keep theirs.

    Args:
        segments: of a transcript; one without words stays as it is.
        others: of another engine, from the same source. They need not be cut alike, but their words have times.
    """
    return tuple(_with_doubts(segment, comparison) for segment, comparison in _compare_segments(segments, others))


def differing_words(segments: Iterable[Segment], others: Iterable[Segment]) -> list[Word]:
    """Return the words of the segments that the other engine has not."""
    return [
        word
        for segment, comparison in _compare_segments(segments, others)
        for word, differs in zip(segment.words, comparison.differs, strict=True)
        if differs
    ]


def doubt_after(doubt: float, differs: bool, beside: bool) -> float:
    """Return the probability that a word is wrong, 0 to 1, given what it was before the other engine was asked."""
    before = min(MAX_DOUBT, max(MIN_DOUBT, doubt))
    log_odds = WEIGHT_DOUBT * math.log(before / (1 - before)) + WEIGHT_DIFFERS * differs + WEIGHT_BESIDE * beside
    return 1 / (1 + math.exp(-(log_odds + BIAS)))


def _with_doubts(segment: Segment, comparison: Comparison) -> Segment:
    words = [
        word if word.edited or word.doubt is None else replace(word, doubt=doubt_after(word.doubt, differs, beside))
        for word, differs, beside in zip(segment.words, comparison.differs, comparison.beside, strict=True)
    ]
    return replace(segment, words=tuple(words))


def _compare_segments(segments: Iterable[Segment], others: Iterable[Segment]) -> Iterator[tuple[Segment, Comparison]]:
    """Compare each segment with the words that were heard in its time; a bit beyond it only what it has as well counts."""
    heard = sorted((word for segment in others for word in segment.words), key=_middle_s)
    for segment in segments:
        own = set(_plain([word.text for word in segment.words]))
        first = bisect_left(heard, segment.start_s - EDGE_S, key=_middle_s)
        end = bisect_left(heard, segment.end_s + EDGE_S, key=_middle_s)
        beside = [
            word.text
            for word in heard[first:end]
            if segment.start_s <= _middle_s(word) < segment.end_s or plain_form(word.text) in own
        ]
        yield segment, compare_words([word.text for word in segment.words], beside)


def _plain(words: Sequence[str]) -> list[str]:
    return [plain_form(word) for word in words]


def _middle_s(word: Word) -> float:
    return (word.start_s + word.end_s) / 2
