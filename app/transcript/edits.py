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

    index: int
    removed: Segments
    added: Segments

    @property
    def inverse(self) -> Splice:
        return Splice(self.index, self.added, self.removed)

    def apply(self, segments: Sequence[Segment]) -> Segments:
        """The segments with the change made; raises ``ValueError`` where what it removes is not there."""
        behind = self.index + len(self.removed)
        if tuple(segments[self.index : behind]) != self.removed:
            raise ValueError("these are not the segments that were changed")
        return (*segments[: self.index], *self.added, *segments[behind:])


def find_splice(before: Sequence[Segment], after: Sequence[Segment]) -> Splice | None:
    """What changed; None where nothing did."""
    shorter = min(len(before), len(after))
    at = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    same = next((n for n in range(shorter - at) if before[-1 - n] != after[-1 - n]), shorter - at)
    removed, added = tuple(before[at : len(before) - same]), tuple(after[at : len(after) - same])
    return Splice(at, removed, added) if removed or added else None


def rewrite(segments: Segments, index: int, text: str) -> Segments:
    """Replace the text of a segment; words that stayed keep their times, new ones share what is free between them."""
    segment = segments[index]
    text = " ".join(text.split())
    if text == segment.text:
        return segments
    return _with_segment(segments, index, replace(segment, text=text, words=retime_words(segment, text)))


def name_speaker(segments: Segments, index: int, speaker: str) -> Segments:
    """Say who speaks in a segment."""
    return _with_segment(segments, index, replace(segments[index], speaker=" ".join(speaker.split())))


def rename_speaker(segments: Segments, old: str, new: str) -> Segments:
    """Give a speaker another name wherever they speak."""
    new = " ".join(new.split())
    return tuple(replace(s, speaker=new) if s.speaker == old else s for s in segments)


def retime_words(segment: Segment, text: str) -> tuple[Word, ...]:
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
            words += _spread_evenly(new[c:d], old[a].start_s, old[b - 1].end_s, support)
        elif kind == "insert":
            start_s = old[a - 1].end_s if a else segment.start_s
            end_s = old[a].start_s if a < len(old) else segment.end_s
            words += _spread_evenly(new[c:d], start_s, max(start_s, end_s), 0.0)
    return tuple(words)


def _spread_evenly(texts: Sequence[str], start_s: float, end_s: float, support: float) -> list[Word]:
    """Words between two moments, each as long as its letters ask for."""
    edges_s, total, done = [start_s], sum(map(len, texts)), 0
    for text in texts[:-1]:
        done += len(text)
        edges_s.append(start_s + (end_s - start_s) * done / total)
    edges_s.append(end_s)
    return [Word(*times, text, 1.0, support, 0.0) for times, text in zip(pairwise(edges_s), texts, strict=True)]


def split(segments: Segments, index: int, offset: int) -> Segments:
    """Cut a segment before a letter of its text (moved to the next word's start if within a word without times).

    Both parts keep the segment's index. Raises ``ValueError`` where one part would be empty.
    """
    segment = segments[index]
    first, second = segment.text[:offset].strip(), segment.text[offset:].strip()
    if not first or not second:
        raise ValueError("a part would be empty")
    if not segment.words:
        share = len(first) / (len(first) + len(second))
        cut_s = segment.start_s + (segment.end_s - segment.start_s) * share
        left: tuple[Word, ...] = ()
        right: tuple[Word, ...] = ()
    else:
        count = len(words_of(first))
        words = (
            segment.words if len(words_of(segment.text)) == len(segment.words) else retime_words(segment, segment.text)
        )
        if words_of(first) + words_of(second) != [word.text for word in words]:  # the cut is inside a word
            words = retime_words(replace(segment, words=words), f"{first} {second}")
        left, right = words[:count], words[count:]
        cut_s = (left[-1].end_s + right[0].start_s) / 2
    return (
        *segments[:index],
        replace(segment, text=first, end_s=cut_s, words=left),
        replace(segment, text=second, start_s=cut_s, words=right),
        *segments[index + 1 :],
    )


def merge(segments: Segments, index: int) -> Segments:
    """Join a segment with the next one. Raises ``IndexError`` where there is none."""
    one, other = segments[index], segments[index + 1]
    if index < 0:
        raise IndexError(index)
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
    return (*segments[:index], joined, *segments[index + 2 :])


def delete(segments: Segments, index: int, end: int | None = None) -> Segments:
    """Without a segment, or without those from ``at`` to the one before ``behind``."""
    return (*segments[:index], *segments[index + 1 if end is None else end :])


def _with_segment(segments: Segments, index: int, segment: Segment) -> Segments:
    return (*segments[:index], segment, *segments[index + 1 :])
