"""Corrections of a transcript: pure functions from segments to segments, and the way back.

All take and return tuples of ``Segment``; ``at`` is a place among them, not a segment's ``index``. Nothing is changed in
place, so that an earlier state is simply kept.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeAlias

from .alignment import is_han
from .transcript import Segment, Word

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


# --- the text of a segment


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


def words_of(text: str) -> list[str]:
    """A text in words as the aligner cuts it: at spaces, each Han character by itself with the punctuation behind it."""
    words: list[str] = []
    for piece in text.split():
        start = len(words)
        for character in piece:
            han = is_han(character)
            joins = len(words) > start and not han and not (is_han(_letter(words[-1])) and character.isalnum())
            if joins or (len(words) > start and not any(c.isalnum() for c in words[-1])):
                words[-1] += character
            else:
                words.append(character)
    return words


def retimed(segment: Segment, text: str) -> tuple[Word, ...]:
    """The words of a new text of a segment. Old and new words are aligned: equal ones keep all, replaced ones keep the time
    of those they stand for, added ones get the pause where they were added, or share their neighbours' time.

    A word a person wrote has confidence 1 and no doubt; its support is that of the words it stands for, 0 where it is new.
    A segment without word times stays without: none are made up.
    """
    if not segment.words:
        return ()
    old, new = list(segment.words), words_of(text)
    matcher = difflib.SequenceMatcher(None, [_plain(w.text) for w in old], [_plain(w) for w in new], autojunk=False)
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


# --- segments


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
        text=f"{one.text}{_glue(one.text, other.text)}{other.text}",
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


# --- finding


@dataclass(frozen=True)
class Find:
    """What to look for in a transcript's text."""

    text: str
    match_case: bool = False
    whole_words: bool = False
    regular: bool = False
    """Whether ``text`` is a regular expression; it may then be a wrong one, and every search raises ``re.error``."""

    @property
    def pattern(self) -> re.Pattern[str]:
        body = self.text if self.regular else re.escape(self.text)
        return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if self.whole_words else body, 0 if self.match_case else re.I)


@dataclass(frozen=True)
class Match:
    """Where something was found: letters ``start`` to the one before ``end`` of the text of segment ``at``."""

    at: int
    start: int
    end: int


def find(segments: Segments, wanted: Find) -> list[Match]:
    """All places, in order; none where nothing is looked for."""
    if not wanted.text:
        return []
    pattern = wanted.pattern
    return [
        Match(at, found.start(), found.end())
        for at, segment in enumerate(segments)
        for found in pattern.finditer(segment.text)
        if found.end() > found.start()
    ]


def replace_all(segments: Segments, wanted: Find, by: str) -> tuple[Segments, int]:
    """The segments with every match replaced, and how many there were. ``by`` is taken as it is, or, for a regular expression,
    with its groups."""
    matches = find(segments, wanted)
    pattern = wanted.pattern
    changed = segments
    for at in sorted({match.at for match in matches}):
        text = segments[at].text
        for match in reversed([match for match in matches if match.at == at]):
            found = pattern.match(text, match.start) if wanted.regular else None
            text = text[: match.start] + (found.expand(by) if found else by) + text[match.end :]
        changed = rewrite(changed, at, text)
    return changed, len(matches)


def replace_one(segments: Segments, match: Match, by: str) -> Segments:
    """The segments with one place replaced."""
    text = segments[match.at].text
    return rewrite(segments, match.at, text[: match.start] + by + text[match.end :])


# --- the way back


@dataclass(frozen=True)
class Timeline:
    """The states a transcript was in: undo and redo. Immutable like the rest; states share what did not change."""

    present: Segments
    past: tuple[tuple[str, Segments], ...] = ()
    future: tuple[tuple[str, Segments], ...] = ()
    limit: int = field(default=500, repr=False)

    def then(self, segments: Segments, what: str) -> Timeline:
        """After a change that is called ``what``; the undone ones are forgotten. Nothing where nothing changed."""
        if segments == self.present:
            return self
        return Timeline(segments, ((*self.past, (what, self.present))[-self.limit :]), (), self.limit)

    def undone(self) -> Timeline:
        """One change back; the same where there is none."""
        if not self.past:
            return self
        what, before = self.past[-1]
        return Timeline(before, self.past[:-1], ((what, self.present), *self.future), self.limit)

    def redone(self) -> Timeline:
        """One change on again; the same where none was undone."""
        if not self.future:
            return self
        what, after = self.future[0]
        return Timeline(after, (*self.past, (what, self.present)), self.future[1:], self.limit)

    def grown(self, segment: Segment) -> Timeline:
        """With a segment that was finished meanwhile, at its place in every state: no undo takes it away."""

        def having(segments: Segments) -> Segments:
            at = next((n for n, other in enumerate(segments) if other.start_s > segment.start_s), len(segments))
            return (*segments[:at], segment, *segments[at:])

        past, future = (tuple((what, having(state)) for what, state in turns) for turns in (self.past, self.future))
        return Timeline(having(self.present), past, future, self.limit)

    @property
    def undoes(self) -> str | None:
        """What the next undo takes back."""
        return self.past[-1][0] if self.past else None

    @property
    def redoes(self) -> str | None:
        return self.future[0][0] if self.future else None


def _replaced(segments: Segments, at: int, segment: Segment) -> Segments:
    return (*segments[:at], segment, *segments[at + 1 :])


def _plain(word: str) -> str:
    """A word without its case and punctuation; what is nothing else stays as it is."""
    return "".join(c for c in word if c.isalnum() or c in "'’" or ord(c) > 0x2FF).casefold() or word


def _letter(word: str) -> str:
    """The last letter of a word, or nothing."""
    return next((c for c in reversed(word) if c.isalnum()), "")


def _glue(one: str, other: str) -> str:
    """What stands between two texts: nothing in Chinese, else a space."""
    return "" if not one or not other or (is_han(_letter(one)) and is_han(other[:1])) else " "
