"""Corrections of a transcript: pure functions from segments to segments, and the way back.

All take and return tuples of ``Segment``; ``at`` is a place among them, not a segment's ``index``. Nothing is changed in
place, so that an earlier state is simply kept.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from .model import Segment, Word
from .text_words import plain_form, separator_between, words_of

Segments: TypeAlias = tuple[Segment, ...]


@dataclass(frozen=True)
class Splice:
    """The difference between two states: a run of neighbouring segments that became another."""

    at: int
    removed: Segments
    added: Segments

    @property
    def inverse(self) -> Splice:
        return Splice(self.at, self.added, self.removed)

    def apply(self, segments: Sequence[Segment]) -> Segments:
        """The segments with the change made; raises ``ValueError`` where what it removes is not there."""
        behind = self.at + len(self.removed)
        if tuple(segments[self.at : behind]) != self.removed:
            raise ValueError("these are not the segments that were changed")
        return (*segments[: self.at], *self.added, *segments[behind:])


def splice(before: Sequence[Segment], after: Sequence[Segment]) -> Splice | None:
    """What changed; None where nothing did."""
    shorter = min(len(before), len(after))
    at = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    same = next((n for n in range(shorter - at) if before[-1 - n] != after[-1 - n]), shorter - at)
    removed, added = tuple(before[at : len(before) - same]), tuple(after[at : len(after) - same])
    return Splice(at, removed, added) if removed or added else None


def rewrite(segments: Segments, at: int, text: str) -> Segments:
    """Replace the text of a segment; words that stayed keep their times, new ones share what is free between them."""
    segment = segments[at]
    text = " ".join(text.split())
    if text == segment.text:
        return segments
    return _replaced(segments, at, replace(segment, text=text, words=retimed(segment, text)))


def name_speaker(segments: Segments, at: int, speaker: str) -> Segments:
    """Say who speaks in a segment."""
    return _replaced(segments, at, replace(segments[at], speaker=" ".join(speaker.split())))


def rename_speaker(segments: Segments, old: str, new: str) -> Segments:
    """Give a speaker another name wherever they speak."""
    new = " ".join(new.split())
    return tuple(replace(s, speaker=new) if s.speaker == old else s for s in segments)


def retimed(segment: Segment, text: str) -> tuple[Word, ...]:
    """The words of a new text of a segment. Old and new words are aligned: equal ones keep all, replaced ones keep the time
    of those they stand for, added ones get the pause where they were added, or share their neighbours' time.

    A word a person wrote has confidence 1 and no doubt; its support is that of the words it stands for, 0 where it is new.
    A segment without word times stays without: none are made up.
    """
    if not segment.words:
        return ()
    old, new = list(segment.words), words_of(text)
    matcher = difflib.SequenceMatcher(
        None, [plain_form(w.text) for w in old], [plain_form(w) for w in new], autojunk=False
    )
    words: list[Word] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            words += [
                word if word.text == text else replace(word, text=text)
                for word, text in zip(old[a:b], new[c:d], strict=True)
            ]
        elif kind == "replace":
            support = sum(word.support for word in old[a:b]) / (b - a)
            words += _spread(new[c:d], old[a].start_s, old[b - 1].end_s, support)
        elif kind == "insert":
            start_s = old[a - 1].end_s if a else segment.start_s
            end_s = old[a].start_s if a < len(old) else segment.end_s
            words += _spread(new[c:d], start_s, max(start_s, end_s), 0.0)
    return tuple(words)


def _spread(texts: Sequence[str], start_s: float, end_s: float, support: float) -> list[Word]:
    """Words between two moments, each as long as its letters ask for."""
    edges_s, total, done = [start_s], sum(map(len, texts)), 0
    for text in texts[:-1]:
        done += len(text)
        edges_s.append(start_s + (end_s - start_s) * done / total)
    edges_s.append(end_s)
    return [Word(*times, text, 1.0, support, 0.0) for times, text in zip(pairwise(edges_s), texts, strict=True)]


def split(segments: Segments, at: int, letter: int) -> Segments:
    """Cut a segment before a letter of its text (moved to the next word's start if within a word without times).

    Both parts keep the segment's index. Raises ``ValueError`` where one part would be empty.
    """
    segment = segments[at]
    first, second = segment.text[:letter].strip(), segment.text[letter:].strip()
    if not first or not second:
        raise ValueError("a part would be empty")
    if not segment.words:
        share = len(first) / (len(first) + len(second))
        cut_s = segment.start_s + (segment.end_s - segment.start_s) * share
        left: tuple[Word, ...] = ()
        right: tuple[Word, ...] = ()
    else:
        count = len(words_of(first))
        words = segment.words if len(words_of(segment.text)) == len(segment.words) else retimed(segment, segment.text)
        if words_of(first) + words_of(second) != [word.text for word in words]:  # the cut is inside a word
            words = retimed(replace(segment, words=words), f"{first} {second}")
        left, right = words[:count], words[count:]
        cut_s = (left[-1].end_s + right[0].start_s) / 2
    return (
        *segments[:at],
        replace(segment, text=first, end_s=cut_s, words=left),
        replace(segment, text=second, start_s=cut_s, words=right),
        *segments[at + 1 :],
    )


def merge(segments: Segments, at: int) -> Segments:
    """Join a segment with the next one. Raises ``IndexError`` where there is none."""
    one, other = segments[at], segments[at + 1]
    if at < 0:
        raise IndexError(at)
    timed = all(segment.words or not segment.text for segment in (one, other))
    weights = [max(1, len(segment.text)) for segment in (one, other)]
    joined = replace(
        one,
        end_s=other.end_s,
        text=f"{one.text}{separator_between(one.text, other.text)}{other.text}",
        words=one.words + other.words if timed else (),
        ended=one.ended if one.text else other.ended,
        steps=max(one.steps, other.steps),
        confidence=one.confidence + (other.confidence - one.confidence) * weights[1] / sum(weights),
        speaker=one.speaker or other.speaker,
    )
    return (*segments[:at], joined, *segments[at + 2 :])


def delete(segments: Segments, at: int, behind: int | None = None) -> Segments:
    """Without a segment, or without those from ``at`` to the one before ``behind``."""
    return (*segments[:at], *segments[at + 1 if behind is None else behind :])


def _replaced(segments: Segments, at: int, segment: Segment) -> Segments:
    return (*segments[:at], segment, *segments[at + 1 :])
