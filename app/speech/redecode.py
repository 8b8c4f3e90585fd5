"""Requests to denoise a span of a stored segment again: some words anew, or the rest around a word that is fixed. No torch.

``Transcriber.redecode`` answers a ``RedecodeRequest`` with the events of a segment; its ``SegmentDone`` holds all that was
decoded in the span. ``apply_redecoded`` takes the requested words of it and puts them into the segment; the rest stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.transcript.confidence import mean_confidence
from app.transcript.model import Segment, Word, shift_words
from app.transcript.text_words import inner_range, plain_form

EQUAL_WORD_BONUS_S = 0.4
"""How much further in time a border may lie for each equal word beside it."""

LENGTH_TOLERANCE_S = 0.05
"""How much longer than the model's longest segment a span may be because of rounding."""


@dataclass(frozen=True)
class FixedText:
    """A text some characters of which are fixed; of the others only the number of their tokens counts."""

    text: str
    fixed_ranges: tuple[tuple[int, int], ...]
    """(start, end) offsets of the fixed characters, in order."""


@dataclass(frozen=True)
class RedecodeRequest:
    """Words ``first`` to ``end`` (exclusive; None: to the last) of a segment that are to be decoded again."""

    segment: Segment
    first: int = 0
    end: int | None = None
    typed: str | None = None
    """What the user says these words are. Then they are fixed, and the rest of the segment is denoised again around them."""

    isolated: bool = False
    """Whether only the audio of these words is decoded, without that around them: for words of another language."""

    @property
    def word_range(self) -> tuple[int, int]:
        """(first, end) of the words."""
        return self.first, len(self.segment.words) if self.end is None else self.end


@dataclass(frozen=True)
class RedecodeSpan:
    """The audio that is decoded again, and what of its text is fixed."""

    start_s: float
    end_s: float
    fixed_text: FixedText | None = None


def plan_span(request: RedecodeRequest, max_span_s: float) -> RedecodeSpan:
    """The span to decode: as much of the segment around the words as fits ``max_span_s``, or only the isolated words.

    All of the segment if it is not known where its words are.
    """
    segment, (first, end) = request.segment, request.word_range
    if not segment.word_ranges:
        fixed_text = None if request.typed is None else FixedText(request.typed, ((0, len(request.typed)),))
        return RedecodeSpan(segment.start_s, segment.end_s, fixed_text)
    if request.isolated:
        return RedecodeSpan(*_edge_times(segment, first, end))
    left, right = _context(segment, first, end, max_span_s)
    fixed_text = None if request.typed is None else _fixed_text(segment, (left, right), (first, end), request.typed)
    return RedecodeSpan(*_edge_times(segment, left, right), fixed_text)


def _fixed_text(segment: Segment, context: tuple[int, int], chosen: tuple[int, int], typed: str) -> FixedText:
    """Return the text of the words ``context`` with ``typed`` in place of the words ``chosen``.

    Fixed are ``typed``, but not the punctuation around it, and the words that the user edited before.
    """
    (left, right), (first, end) = context, chosen
    text, ranges, words = segment.text, segment.word_ranges, segment.words
    text_start, text_end = ranges[left][0], ranges[right - 1][1]
    start = ranges[first][0] + inner_range(words[first].text)[0]
    stop = ranges[end - 1][0] + inner_range(words[end - 1].text)[1]
    typed = " ".join(typed.split())
    growth = len(typed) - (stop - start)
    fixed = [(start - text_start, start - text_start + len(typed))]
    for index in range(left, right):
        if words[index].edited and not first <= index < end:
            shift = (growth if index >= end else 0) - text_start
            fixed.append((ranges[index][0] + shift, ranges[index][1] + shift))
    return FixedText(text[text_start:start] + typed + text[stop:text_end], tuple(sorted(fixed)))


def _edge_times(segment: Segment, first: int, end: int) -> tuple[float, float]:
    """Start and end of the words in seconds, with half of the pause to the words beside them."""
    words = segment.words
    start_s = (words[first - 1].end_s + words[first].start_s) / 2 if first else segment.start_s
    end_s = (words[end - 1].end_s + words[end].start_s) / 2 if end < len(words) else segment.end_s
    return start_s, end_s


def _context(segment: Segment, first: int, end: int, max_span_s: float) -> tuple[int, int]:
    """(first, end) of the words with as many around them, on both sides in turn, as fit ``max_span_s``; at least themselves."""
    count = len(segment.words)
    if segment.end_s - segment.start_s <= max_span_s + LENGTH_TOLERANCE_S:
        return 0, count
    left, right = first, end
    grown = True
    while grown:
        grown = False
        for wider in ((left - 1, right), (left, right + 1)):
            start_s, end_s = _edge_times(segment, *wider) if wider[0] >= 0 and wider[1] <= count else (0.0, np.inf)
            if end_s - start_s <= max_span_s:
                (left, right), grown = wider, True
    return left, right


def apply_redecoded(request: RedecodeRequest, decoded: Segment) -> Segment:
    """The whole segment with the requested words as they were decoded."""
    return splice_into(request.segment, select_words(request, decoded))


def select_words(request: RedecodeRequest, decoded: Segment) -> Segment:
    """Of what was decoded in a span, the part in place of the requested words; all of it around a typed word."""
    segment, (first, end) = request.segment, request.word_range
    fits = decoded.word_ranges or not decoded.words
    if request.typed is not None or request.isolated or not segment.words or not fits:
        return decoded
    start_s, end_s = _edge_times(segment, first, end)
    left = _border(segment.words, decoded.words, first, start_s) if first else 0
    right = _border(segment.words, decoded.words, end, end_s) if end < len(segment.words) else len(decoded.words)
    right = max(left, right)
    start, stop = decoded.range_of(left, right) or (0, 0)
    words = shift_words(decoded.words[left:right], -start)
    return replace(decoded, start_s=start_s, end_s=end_s, text=decoded.text[start:stop], words=words)


def _border(old: Sequence[Word], new: Sequence[Word], index: int, border_s: float) -> int:
    """Index of the new word that comes first after the border before old word ``index``, which lies at ``border_s``.

    The border with the least distance in time is taken; each equal word beside it counts as ``EQUAL_WORD_BONUS_S``.
    """

    def distance_s(n: int) -> float:
        before_s = new[n - 1].end_s if n else -np.inf
        after_s = new[n].start_s if n < len(new) else np.inf
        apart_s = max(0.0, before_s - border_s, border_s - after_s)
        equal = (n > 0 and plain_form(new[n - 1].text) == plain_form(old[index - 1].text)) + (
            n < len(new) and plain_form(new[n].text) == plain_form(old[index].text)
        )
        return float(apart_s - EQUAL_WORD_BONUS_S * equal)

    return min(range(len(new) + 1), key=distance_s)


def splice_into(segment: Segment, decoded: Segment) -> Segment:
    """The segment with ``decoded`` in place of the words whose middle lies in its time; index, times and speaker stay."""
    words, ranges = segment.words, segment.word_ranges
    before = [word for word in words if (word.start_s + word.end_s) / 2 < decoded.start_s]
    after = [word for word in words if (word.start_s + word.end_s) / 2 >= decoded.end_s]
    if not ranges or (not before and not after):
        return replace(
            decoded, index=segment.index, start_s=segment.start_s, end_s=segment.end_s, speaker=segment.speaker
        )
    first, end = len(before), len(words) - len(after)  # the words that are replaced
    head = segment.text[: ranges[first][0] if after or first < end else None] if before else ""
    tail_start = ranges[end - 1][1] if decoded.text and end else ranges[min(end, len(words) - 1)][0]
    tail = segment.text[tail_start:] if after else ""
    new_words = (
        *before,
        *shift_words(decoded.words, len(head)),
        *shift_words(after, len(head) + len(decoded.text) - tail_start),
    )
    return replace(
        segment,
        text=(head + decoded.text + tail).rstrip(),
        words=new_words,
        steps=max(segment.steps, decoded.steps),
        confidence=mean_confidence([word.confidence for word in new_words], [len(word.text) for word in new_words]),
        ended=decoded.ended if decoded.ended == "overflow" else segment.ended,
    )
