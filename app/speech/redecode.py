"""A stretch of a kept segment denoised again: some words otherwise, or around a word that is certain. No torch.

What is asked for is an ``RedecodeRequest``; ``Transcriber.again`` answers with the events of any segment, whose
``SegmentDone`` has all
that was heard in the stretch. ``apply_redecoded`` takes of it what was asked for and puts it in its place: the rest
stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.transcript.model import Segment, Word
from app.transcript.text_words import inner_range, plain_form
from app.transcript.word_spans import WordSpan, locate_words

EQUAL_WORD_BONUS_S = 0.4
"""What an equal word at a border is worth in time."""


LENGTH_TOLERANCE_S = 0.05
"""A segment of the longest length may be longer by this."""


@dataclass(frozen=True)
class FixedText:
    """A text of which some letters are certain; of the others only counts how many tokens they take."""

    text: str
    fixed_ranges: tuple[tuple[int, int], ...]
    """The certain letters, from the first to the one behind the last, in order."""


@dataclass(frozen=True)
class RedecodeRequest:
    """Words ``first`` to the one before ``behind`` (None: to the last) of a segment as it stands."""

    segment: Segment
    first: int = 0
    end: int | None = None
    typed: str | None = None
    """What those words are, beyond doubt: then the rest of the segment is denoised again around it. Else they are themselves
    what is denoised again."""

    isolated: bool = False
    """Whether only the sound of these words is heard, as if there were nothing around them: for words of another language."""

    @property
    def word_range(self) -> tuple[int, int]:
        return self.first, len(self.segment.words) if self.end is None else self.end


@dataclass(frozen=True)
class RedecodeSpan:
    """What goes on the canvas: from when to when, and what of its text is certain."""

    start_s: float
    end_s: float
    fixed_text: FixedText | None = None


def plan_span(request: RedecodeRequest, max_span_s: float) -> RedecodeSpan:
    """The stretch that is to be heard: as much of the segment around the words as the model can hear at once, or only they."""
    segment, (first, behind) = request.segment, request.word_range
    places = locate_words(segment)
    if not places or len(places) != len(segment.words):  # nothing is known of where the words are
        clamp = None if request.typed is None else FixedText(request.typed, ((0, len(request.typed)),))
        return RedecodeSpan(segment.start_s, segment.end_s, clamp)
    if request.isolated:
        return RedecodeSpan(*_edges(segment, first, behind))
    left, right = _window(segment, first, behind, max_span_s)
    if request.typed is None:
        return RedecodeSpan(*_edges(segment, left, right))
    return RedecodeSpan(
        *_edges(segment, left, right), _fixed_text(segment.text, places, (left, right), (first, behind), request.typed)
    )


def _fixed_text(
    text: str, places: list[WordSpan], window: tuple[int, int], chosen: tuple[int, int], typed: str
) -> FixedText:
    """The text of a window of words with what was typed in place of the chosen ones. Words a person wrote before stay too."""
    (left, right), (first, behind) = window, chosen
    begin, end = places[left].start, places[right - 1].end
    at = places[first].start + inner_range(places[first].word.text)[0]
    until = places[behind - 1].start + inner_range(places[behind - 1].word.text)[1]
    typed = " ".join(typed.split())
    moved = len(typed) - (until - at)
    held = [(at - begin, at - begin + len(typed))]
    for n in range(left, right):
        if by_person(places[n].word) and not first <= n < behind:
            shift = (moved if n >= behind else 0) - begin
            held.append((places[n].start + shift, places[n].end + shift))
    return FixedText(text[begin:at] + typed + text[until:end], tuple(sorted(held)))


def by_person(word: Word) -> bool:
    """Whether a person wrote the word, or said that it is so."""
    return word.doubt == 0.0


def _edges(segment: Segment, first: int, behind: int) -> tuple[float, float]:
    """When the words begin and end, with half of the pause to the words beside them."""
    words = segment.words
    start_s = (words[first - 1].end_s + words[first].start_s) / 2 if first else segment.start_s
    end_s = (words[behind - 1].end_s + words[behind].start_s) / 2 if behind < len(words) else segment.end_s
    return start_s, end_s


def _window(segment: Segment, first: int, behind: int, longest_s: float) -> tuple[int, int]:
    """As many words around some as make up a stretch of at most ``longest_s``; always those themselves."""
    left, right, count = 0, len(segment.words), len(segment.words)
    if segment.end_s - segment.start_s <= longest_s + LENGTH_TOLERANCE_S:
        return left, right
    left, right = first, behind
    grown = True
    while grown:
        grown = False
        for wider in ((left - 1, right), (left, right + 1)):
            start_s, end_s = _edges(segment, *wider) if wider[0] >= 0 and wider[1] <= count else (0.0, np.inf)
            if end_s - start_s <= longest_s:
                (left, right), grown = wider, True
    return left, right


def apply_redecoded(request: RedecodeRequest, decoded: Segment) -> Segment:
    """The whole segment as it is with what was heard again."""
    return splice_into(request.segment, select_words(request, decoded))


def select_words(request: RedecodeRequest, decoded: Segment) -> Segment:
    """Of what was heard in a stretch, the words that were asked for; for a typed word that is all of it."""
    segment, (first, behind) = request.segment, request.word_range
    places, count = locate_words(decoded), len(segment.words)
    if request.typed is not None or request.isolated or not segment.words or len(places) != len(decoded.words):
        return decoded
    start_s, end_s = _edges(segment, first, behind)
    left = _border(segment.words, decoded.words, first, start_s) if first else 0
    right = _border(segment.words, decoded.words, behind, end_s) if behind < count else len(decoded.words)
    right = max(left, right)
    text = decoded.text[places[left].start : places[right - 1].end] if right > left else ""
    return replace(decoded, start_s=start_s, end_s=end_s, text=text, words=decoded.words[left:right])


def _border(old: Sequence[Word], new: Sequence[Word], at: int, moment_s: float) -> int:
    """Which of the new words comes first behind the border before old word ``at``: close in time, best between equal words."""

    def distance_s(n: int) -> float:
        before_s = new[n - 1].end_s if n else -np.inf
        behind_s = new[n].start_s if n < len(new) else np.inf
        apart_s = max(0.0, before_s - moment_s, moment_s - behind_s)
        same = (n > 0 and plain_form(new[n - 1].text) == plain_form(old[at - 1].text)) + (
            n < len(new) and plain_form(new[n].text) == plain_form(old[at].text)
        )
        return float(apart_s - EQUAL_WORD_BONUS_S * same)

    return min(range(len(new) + 1), key=distance_s)


def splice_into(segment: Segment, decoded: Segment) -> Segment:
    """The segment with what was denoised again in its place; its index, times and speaker stay."""
    words, places = segment.words, locate_words(segment)
    before = [word for word in words if (word.start_s + word.end_s) / 2 < decoded.start_s]
    after = [word for word in words if (word.start_s + word.end_s) / 2 >= decoded.end_s]
    if (not before and not after) or len(places) != len(words):
        return replace(
            decoded, index=segment.index, start_s=segment.start_s, end_s=segment.end_s, speaker=segment.speaker
        )
    head = segment.text[: places[len(before) - 1].end] if before else ""
    tail = segment.text[places[-len(after)].start :] if after else ""
    space = segment.text[len(head) : places[len(before)].start] if before else ""
    gap = segment.text[places[-len(after) - 1].end : len(segment.text) - len(tail)] if after else ""
    text = " ".join(f"{head}{space}{decoded.text}{gap if decoded.text else ''}{tail}".split())
    whole = (*before, *decoded.words, *after)
    weights = [max(1, len(word.text)) for word in whole] or [1]
    confidence = sum(word.confidence * weight for word, weight in zip(whole, weights, strict=False)) / sum(weights)
    return replace(
        segment, text=text, words=whole, steps=max(segment.steps, decoded.steps), confidence=confidence,
        ended=decoded.ended if decoded.ended == "overflow" else segment.ended,
    )  # fmt: skip
