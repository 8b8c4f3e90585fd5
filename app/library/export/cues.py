"""Subtitle cues: short pieces of a transcript with the times at which they are shown.

The measures are the usual ones of subtitling: two lines of at most 42 characters (16 for Chinese, whose characters are
twice as wide and say more), at least one and at most seven seconds on screen, slow enough to be read where the speaker
leaves time for it, never two at once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from app.transcript.model import Segment, Transcript, Word

MAX_LINES = 2
MAX_LINE_COLUMNS = 42
MAX_WIDE_LINE_COLUMNS = 32  # sixteen characters, each two columns wide
MIN_CUE_S = 1.0
MAX_CUE_S = 7.0
PAUSE_S = 0.6
READING_COLUMNS_PER_S = 17.0
"""Characters a second that most people read easily; nine of Chinese, about as many columns."""
SENTENCE_ENDS = tuple(".!?…。！？।")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""Control characters but white space: some players end a cue, or the file, at them."""
CLAUSE_ENDS = (*SENTENCE_ENDS, *",;:，、；：–—")


@dataclass(frozen=True)
class Cue:
    start_s: float
    end_s: float
    lines: tuple[str, ...]
    words: tuple[tuple[float, str], ...] = ()
    """Start of each word, and its part of the text with space and punctuation; empty if the words have no times."""
    speaker: str = ""


def split_into_cues(transcript: Transcript) -> Iterator[Cue]:
    """Yield cues in order; none overlaps the next.

    A cue that is too short to read is prolonged, at most to the next one or the end of the source. A segment without word
    times becomes one cue, however long.
    """
    ends_before_s = 0.0
    waiting: Cue | None = None
    for segment in transcript.segments:
        if not segment.text.strip():
            continue
        for cue in _segment_cues(segment):
            if not cue.lines:
                continue
            start_s = max(cue.start_s, ends_before_s)
            ends_before_s = max(cue.end_s, start_s)
            if waiting is not None:
                yield _extend_to_readable(waiting, start_s)
            waiting = replace(cue, start_s=start_s, end_s=ends_before_s, speaker=segment.speaker)
    if waiting is not None:
        yield _extend_to_readable(waiting, max(waiting.end_s, transcript.duration_s))


def cue_time(seconds_s: float, decimal: str) -> str:
    """``HH:MM:SS`` with milliseconds after ``decimal``, a comma in SubRip and a point in WebVTT."""
    ms = round(max(0.0, seconds_s) * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}{decimal}{ms % 1000:03}"


def _extend_to_readable(cue: Cue, until_s: float) -> Cue:
    """The cue, shown for the time it takes to read, at most until ``until_s``."""
    reading_s = sum(map(_column_count, cue.lines)) / READING_COLUMNS_PER_S
    readable_s = cue.start_s + min(MAX_CUE_S, max(MIN_CUE_S, reading_s))
    return replace(cue, end_s=max(cue.end_s, min(readable_s, until_s)))


def _segment_cues(segment: Segment) -> Iterator[Cue]:
    pieces = _words_with_text(segment)
    if not pieces:
        yield Cue(segment.start_s, segment.end_s, break_lines(segment.text))
        return
    group: list[tuple[Word, str]] = []
    for word, piece in pieces:
        if group and _breaks_before(group, word, piece):
            yield _cue(group)
            group = []
        group.append((word, piece))
    yield _cue(group)


def _words_with_text(segment: Segment) -> list[tuple[Word, str]]:
    """Each word with its part of the segment's text, spaces and punctuation included; empty if they do not match."""
    ranges = segment.word_ranges
    if not ranges:
        return []
    edges = [0, *(start for start, _ in ranges[1:]), len(segment.text)]
    return [(word, segment.text[start:end]) for word, (start, end) in zip(segment.words, pairwise(edges), strict=True)]


def _breaks_before(group: list[tuple[Word, str]], word: Word, piece: str) -> bool:
    text = "".join(part for _, part in group)
    first, last = group[0][0], group[-1][0]
    return (
        text.rstrip().endswith(SENTENCE_ENDS)
        or word.start_s - last.end_s > PAUSE_S
        or word.end_s - first.start_s > MAX_CUE_S
        or len(break_lines(text + piece)) > MAX_LINES
    )


def _cue(group: list[tuple[Word, str]]) -> Cue:
    text = "".join(piece for _, piece in group)
    return Cue(
        group[0][0].start_s,
        group[-1][0].end_s,
        break_lines(text),
        tuple((word.start_s, piece) for word, piece in group),
    )


# --- lines


def break_lines(text: str) -> tuple[str, ...]:
    """Break a text into lines of the allowed width: at spaces, and in Chinese between characters.

    A line never begins with closing punctuation nor ends with opening punctuation, and numbers and Latin words stay whole, also
    where they are wider than a line. Two lines are about equally long; a break after punctuation is preferred.
    """
    units = _break_units(" ".join(_CONTROLS.sub("", text).split()))
    width = MAX_LINE_COLUMNS if _column_count(text) < 1.5 * len(text) else MAX_WIDE_LINE_COLUMNS
    whole = "".join(units)
    if _column_count(whole) <= width:
        return (whole,) if whole else ()
    halves = [("".join(units[:n]).rstrip(), "".join(units[n:]).strip()) for n in range(1, len(units))]
    fitting = [half for half in halves if all(_column_count(line) <= width for line in half)]
    if fitting:
        return min(fitting, key=_imbalance)
    filled = [""]
    for unit in units:
        if filled[-1] and _column_count((filled[-1] + unit).rstrip()) > width:
            filled[-1] = filled[-1].rstrip()
            filled.append(unit.lstrip())
        else:
            filled[-1] += unit
    return tuple(line.rstrip() for line in filled)


def _imbalance(half: tuple[str, str]) -> float:
    """Difference of the lengths of two lines, less a bonus for a first line that ends a clause and for a longer second one."""
    first, second = map(_column_count, half)
    return abs(first - second) - (12 if half[0].endswith(CLAUSE_ENDS) else 0) - (0.5 if second > first else 0)


def _break_units(text: str) -> list[str]:
    """Parts of a text between which a line may break; a space belongs to the part before it."""
    units: list[str] = []
    for character in text:
        before = units[-1] if units else ""
        if not before or _may_break_before(before, character):
            units.append(character)
        else:
            units[-1] += character
    return units


def _may_break_before(before: str, character: str) -> bool:
    if character == " ":
        return False
    if before.endswith(" "):
        return True
    if unicodedata.category(character) in ("Po", "Pe", "Pf", "Pd"):
        return False
    if unicodedata.category(before[-1]) in ("Ps", "Pi"):
        return False
    return _is_wide(character) or _is_wide(before[-1])


def _column_count(text: str) -> int:
    return sum(0 if unicodedata.category(c) == "Mn" else 2 if _is_wide(c) else 1 for c in text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
