"""Edits of a transcript: pure functions from segments to segments, and the difference between two states.

All take and return tuples of ``Segment``. ``index`` is a position among them, not a segment's own ``index``; ``offset`` counts
characters of a segment's text. Nothing is changed in place, so an earlier state stays valid (``undo`` keeps them).
Every word keeps knowing where it stands in its segment's text.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from .confidence import mean_confidence
from .model import Segment, Word, shift_words
from .text_words import inner_range, plain_form, separator_between, word_ranges, words_of

Segments: TypeAlias = tuple[Segment, ...]


# --- one segment's text and words


def rewrite(segments: Segments, index: int, text: str) -> Segments:
    """Replace the text of a segment, white space normalized; its words are timed as ``retime_words`` does."""
    segment = segments[index]
    text = " ".join(text.split())
    if text == segment.text:
        return segments
    return _with_segment(segments, index, replace(segment, text=text, words=retime_words(segment, text)))


def restore_raw_text(segments: Segments, index: int) -> Segments:
    """Put the raw text of the canvas in place of a segment's text, its repetitions with it; nothing where there is none."""
    segment = segments[index]
    if not segment.raw_text:
        return segments
    words = retime_words(segment, segment.raw_text)
    return _with_segment(segments, index, replace(segment, text=segment.raw_text, words=words, raw_text=""))


def retime_words(segment: Segment, text: str) -> tuple[Word, ...]:
    """The words of a new text of a segment, with times.

    Old and new words are aligned by their plain forms. Equal words keep all but their spelling. Replacing words share the time
    of those they stand for, in proportion to their letters; added words share the pause at their place.
    A word of the user has confidence 1 and doubt 0; its support is the mean of the words it stands for, 0 if it is new.
    A segment without word times stays without: none are made up.
    """
    ranges = word_ranges(text)
    return _placed(_retimed(segment, [text[start:end] for start, end in ranges]), ranges)


def _retimed(segment: Segment, texts: Sequence[str]) -> list[Word]:
    """As ``retime_words``, of words that are already cut; they do not know their place yet."""
    old = segment.words
    if not old:
        return []
    matcher = difflib.SequenceMatcher(
        None, [plain_form(word.text) for word in old], [plain_form(text) for text in texts], autojunk=False
    )
    words: list[Word] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            words += [replace(word, text=text) for word, text in zip(old[a:b], texts[c:d], strict=True)]
        elif kind == "replace":
            support = sum(word.support for word in old[a:b]) / (b - a)
            words += _spread_evenly(texts[c:d], old[a].start_s, old[b - 1].end_s, support)
        elif kind == "insert":
            start_s = old[a - 1].end_s if a else segment.start_s
            end_s = old[a].start_s if a < len(old) else segment.end_s
            words += _spread_evenly(texts[c:d], start_s, max(start_s, end_s), 0.0)
    return words


def _spread_evenly(texts: Sequence[str], start_s: float, end_s: float, support: float) -> list[Word]:
    """Words of the user between two times, each in proportion to its letters."""
    edges_s, total, done = [start_s], sum(map(len, texts)), 0
    for text in texts[:-1]:
        done += len(text)
        edges_s.append(start_s + (end_s - start_s) * done / total)
    edges_s.append(end_s)
    return [Word(*times, text, 1.0, support, 0.0) for times, text in zip(pairwise(edges_s), texts, strict=True)]


def _placed(words: Sequence[Word], ranges: Sequence[tuple[int, int]]) -> tuple[Word, ...]:
    """The words with the places that their texts were cut from; none for a segment without word times."""
    places = ranges if words else ()
    return tuple(replace(word, start_char=start) for word, (start, _) in zip(words, places, strict=True))


def replace_words(segments: Segments, index: int, first: int, end: int, text: str) -> Segments:
    """Put a text in place of the words ``first`` to ``end`` (exclusive) of a segment; punctuation around them stays.

    The text that stands there already confirms the words.
    """
    segment = segments[index]
    letters = segment.range_of(first, end)
    if letters is None:
        return segments
    start, stop = letters
    inner_start, inner_stop = inner_range(segment.text[start:stop])
    before, behind = segment.text[: start + inner_start], segment.text[start + inner_stop :]
    changed = rewrite(segments, index, before + text + behind)
    return confirm_words(segments, index, first, end) if changed == segments else changed


def confirm_words(segments: Segments, index: int, first: int, end: int) -> Segments:
    """Take the words ``first`` to ``end`` (exclusive) of a segment for right: they are in doubt no longer."""
    segment = segments[index]
    words = tuple(
        replace(word, doubt=0.0) if first <= number < end else word for number, word in enumerate(segment.words)
    )
    return _with_segment(segments, index, replace(segment, words=words))


def name_speaker(segments: Segments, index: int, speaker: str) -> Segments:
    """Set who speaks in a segment, white space normalized."""
    return _with_segment(segments, index, replace(segments[index], speaker=" ".join(speaker.split())))


def speakers_of(segments: Sequence[Segment]) -> list[str]:
    """The names of the speakers, in the order in which they speak first."""
    return list(dict.fromkeys(segment.speaker for segment in segments if segment.speaker))


def rename_speaker(segments: Segments, before: str, after: str) -> Segments:
    """Give a speaker another name in every segment, white space normalized."""
    after = " ".join(after.split())
    return tuple(replace(each, speaker=after) if each.speaker == before else each for each in segments)


# --- segments


def split(segments: Segments, index: int, offset: int) -> Segments:
    """Cut a segment in two before an offset of its text. Both halves keep its ``index`` and the words on their side.

    The raw text of the canvas belongs to neither.

    A word that is cut becomes two. The halves meet amid the pause between their words; without word times they share
    the time as they share the text.

    Raises:
        ValueError: one half would be empty.
    """
    segment = segments[index]
    first, second = segment.text[:offset].strip(), segment.text[offset:].strip()
    if not first or not second:
        raise ValueError("one half would be empty")
    left: tuple[Word, ...] = ()
    right: tuple[Word, ...] = ()
    if segment.words:
        texts, count = words_of(first) + words_of(second), len(words_of(first))
        words: Sequence[Word] = segment.words
        if texts != [word.text for word in words]:  # the cut is inside a word
            words = _retimed(segment, texts)
        left, right = _placed(words[:count], word_ranges(first)), _placed(words[count:], word_ranges(second))
        cut_s = (left[-1].end_s + right[0].start_s) / 2
    else:
        share = len(first) / (len(first) + len(second))
        cut_s = segment.start_s + (segment.end_s - segment.start_s) * share
    return (
        *segments[:index],
        replace(segment, text=first, end_s=cut_s, words=left, raw_text=""),
        replace(segment, text=second, start_s=cut_s, words=right, raw_text=""),
        *segments[index + 1 :],
    )


def merge(segments: Segments, index: int) -> Segments:
    """Join a segment with the next one; it has word times if both have.

    Raises:
        IndexError: there is no next segment.
    """
    if index < 0:
        raise IndexError(index)
    one, other = segments[index], segments[index + 1]
    timed = all(segment.words or not segment.text for segment in (one, other))
    before = one.text + separator_between(one.text, other.text)
    joined = replace(
        one,
        end_s=other.end_s,
        text=before + other.text,
        words=one.words + shift_words(other.words, len(before)) if timed else (),
        ended=one.ended if one.text else other.ended,
        steps=max(one.steps, other.steps),
        confidence=mean_confidence([one.confidence, other.confidence], [len(one.text), len(other.text)]),
        speaker=one.speaker or other.speaker,
        raw_text=_joined_raw_text(one, other),
    )
    return (*segments[:index], joined, *segments[index + 2 :])


def _joined_raw_text(one: Segment, other: Segment) -> str:
    if not (one.raw_text or other.raw_text):
        return ""
    first, second = one.raw_text or one.text, other.raw_text or other.text
    return first + separator_between(first, second) + second


def delete(segments: Segments, index: int, end: int | None = None) -> Segments:
    """Remove the segment at ``index``, or those from ``index`` to ``end`` (exclusive)."""
    return (*segments[:index], *segments[index + 1 if end is None else end :])


def _with_segment(segments: Segments, index: int, segment: Segment) -> Segments:
    return (*segments[:index], segment, *segments[index + 1 :])


# --- the difference between two states


@dataclass(frozen=True)
class Splice:
    """The difference between two states: neighbouring segments, from ``index`` on, that became others."""

    index: int
    removed: Segments
    added: Segments

    def apply(self, segments: Sequence[Segment]) -> Segments:
        """The segments with the change made.

        Raises:
            ValueError: what it removes does not stand at ``index``.
        """
        end = self.index + len(self.removed)
        if tuple(segments[self.index : end]) != self.removed:
            raise ValueError("these are not the segments that were changed")
        return (*segments[: self.index], *self.added, *segments[end:])


def find_splice(before: Sequence[Segment], after: Sequence[Segment]) -> Splice | None:
    """The smallest splice that leads from one state to another; None if they are equal."""
    shorter = min(len(before), len(after))
    index = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    same = next((n for n in range(shorter - index) if before[-1 - n] != after[-1 - n]), shorter - index)
    removed, added = tuple(before[index : len(before) - same]), tuple(after[index : len(after) - same])
    return Splice(index, removed, added) if removed or added else None
