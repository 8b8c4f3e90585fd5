"""Subtitle cues: short pieces of a transcript with the times at which they are shown.

The measures are the usual ones of subtitling: two lines of at most 42 characters (16 for Chinese, whose characters are
twice as wide and say more), at most seven seconds on screen.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ...speech.transcript import Segment, Transcript, Word

LINES = 2
LINE_WIDTH = 42
WIDE_LINE_WIDTH = 32  # sixteen characters, each two columns wide
LONGEST_S = 7.0
PAUSE_S = 0.6
SENTENCE_ENDS = tuple(".!?…。！？।")


@dataclass(frozen=True)
class Cue:
    start_s: float
    end_s: float
    lines: tuple[str, ...]


def cues(transcript: Transcript) -> Iterator[Cue]:
    """Cues in order, none overlapping the next.

    A segment without word times becomes one cue, however long: no time is made up.
    """
    ends_before_s = 0.0
    for segment in transcript.segments:
        if not segment.text.strip():
            continue
        for cue in _segment_cues(segment):
            start_s = max(cue.start_s, ends_before_s)
            ends_before_s = max(cue.end_s, start_s)
            yield Cue(start_s, ends_before_s, cue.lines)


def clock(seconds_s: float, decimal: str) -> str:
    """``HH:MM:SS`` with milliseconds after ``decimal``, a comma in SubRip and a point in WebVTT."""
    ms = round(max(0.0, seconds_s) * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}{decimal}{ms % 1000:03}"


def _segment_cues(segment: Segment) -> Iterator[Cue]:
    pieces = _pieces(segment)
    if not pieces:
        yield Cue(segment.start_s, segment.end_s, _lines(segment.text))
        return
    group: list[tuple[Word, str]] = []
    for word, piece in pieces:
        if group and _breaks_before(group, word, piece):
            yield _cue(group)
            group = []
        group.append((word, piece))
    yield _cue(group)


def _pieces(segment: Segment) -> list[tuple[Word, str]]:
    """Each word with its own stretch of the segment's text, spaces and punctuation included.

    Empty if the words are not those of the text.
    """
    starts: list[int] = []
    position = 0
    for word in segment.words:
        found = segment.text.find(word.text, position)
        if found < 0 or not word.text:
            return []
        starts.append(found)
        position = found + len(word.text)
    if not starts:
        return []
    edges = [0, *starts[1:], len(segment.text)]
    return [(word, segment.text[edges[i] : edges[i + 1]]) for i, word in enumerate(segment.words)]


def _breaks_before(group: list[tuple[Word, str]], word: Word, piece: str) -> bool:
    text = "".join(part for _, part in group)
    first, last = group[0][0], group[-1][0]
    return (
        text.rstrip().endswith(SENTENCE_ENDS)
        or word.start_s - last.end_s > PAUSE_S
        or word.end_s - first.start_s > LONGEST_S
        or len(_lines(text + piece)) > LINES
    )


def _cue(group: list[tuple[Word, str]]) -> Cue:
    return Cue(group[0][0].start_s, group[-1][0].end_s, _lines("".join(piece for _, piece in group)))


def _lines(text: str) -> tuple[str, ...]:
    text = " ".join(text.split())
    if _columns(text) < 1.5 * len(text):
        return tuple(textwrap.wrap(text, LINE_WIDTH, break_long_words=False, break_on_hyphens=False))
    lines = [""]
    for character in text:  # Chinese may be cut anywhere but before closing punctuation
        closing = unicodedata.category(character) in ("Po", "Pe", "Pf")
        if _columns(lines[-1] + character) > WIDE_LINE_WIDTH and not closing:
            lines.append("")
        lines[-1] += character
    return tuple(line.strip() for line in lines)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
