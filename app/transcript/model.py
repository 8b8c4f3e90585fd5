"""A transcript: pure data. Times are seconds from the start of the source, offsets are characters of a segment's text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

Ended = Literal["settled", "step limit", "overflow", "silence"]
"""How a canvas ended: settled and confident, out of steps, full before its end token, or never run (no speech)."""
Start = Literal["noise", "draft"]
"""What a canvas starts from: random tokens and nothing else, or with the CTC reading of the sound in sight."""


@dataclass(frozen=True)
class Word:
    """A word of a segment, and when it is said."""

    start_s: float
    end_s: float
    text: str
    confidence: float
    """Mean probability of the word's tokens at the last step, 0 to 1."""
    support: float
    """How well the audio alone carries the word: mean CTC probability along its alignment, 0 to 1."""
    doubt: float | None = None
    """Estimated probability that the word is wrong, 0 to 1; 0 if the user wrote it, None if unknown."""
    start_char: int | None = field(default=None, compare=False)
    """Offset of the word in its segment's text; None if it does not occur there. Follows from the text and is not stored."""

    @property
    def end_char(self) -> int | None:
        """Offset of the word's end (exclusive)."""
        return None if self.start_char is None else self.start_char + len(self.text)

    @property
    def edited(self) -> bool:
        """Whether the user wrote or confirmed the word."""
        return self.doubt == 0.0


@dataclass(frozen=True)
class Segment:
    """One span of the source and what is said in it.

    Each word knows its place in the text. Words that do not, such as those read from a file, are located when the segment is
    made.
    """

    index: int
    """Which span of the source it came from; segments that were split share it."""
    start_s: float
    end_s: float
    text: str
    words: tuple[Word, ...] = ()
    ended: Ended = "settled"
    steps: int = 0
    """Denoising steps really taken."""
    confidence: float = 0.0
    speaker: str = ""
    """Who speaks, as the user named them; empty if unnamed."""
    raw_text: str = ""
    """Text of the canvas with its repetitions, if some were removed from ``text``; else empty."""

    def __post_init__(self) -> None:
        if not _are_located(self.text, self.words):
            object.__setattr__(self, "words", locate_words(self.text, self.words))

    @property
    def word_ranges(self) -> tuple[tuple[int, int], ...]:
        """(start, end) offsets of each word in the text; empty unless every word occurs there."""
        starts = [(word.start_char, word.text) for word in self.words]
        ranges = tuple((start, start + len(text)) for start, text in starts if start is not None)
        return ranges if len(ranges) == len(self.words) else ()

    def range_of(self, first: int, end: int) -> tuple[int, int] | None:
        """(start, end) offsets of the words ``first`` to ``end`` (exclusive); None if the words do not fit the text."""
        ranges = self.word_ranges[first:end]
        return (ranges[0][0], ranges[-1][1]) if ranges else None


@dataclass(frozen=True)
class Notice:
    """A sentence about a source that its reader should know, such as that a part is missing.

    As with errors, the sentence is a literal and its facts are named in it, so that the window can translate it.
    """

    sentence: str
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return re.sub(r"\{(\w+)\}", lambda match: self.facts.get(match[1], match[0]), self.sentence)


@dataclass(frozen=True)
class Transcript:
    """All segments of one source, and how they were made."""

    source: str
    language: str
    """As asked for: ``auto`` or a language code."""
    duration_s: float
    model: str
    device: str
    """Verified device and precision, for example ``cpu, fp32``."""
    steps: int
    seed: int
    segments: tuple[Segment, ...] = ()
    timings_s: dict[str, float] | None = None
    """Seconds spent in ``decode``, ``encode``, ``prefill``, ``denoise``, ``align`` and in ``total``."""
    assumptions: tuple[str, ...] = ()
    """What no file of the model tells and had to be assumed, one clause each."""
    start: Start | None = None
    """What the canvases started from; None where there were none, or an earlier version did not record it."""
    audio_track: int = 0
    """Which audio track of the source was heard, from 0."""
    warnings: tuple[Notice, ...] = ()
    """What is missing or was passed over in the source, one sentence each."""
    guidance: float = 1.0
    """Weight of the sound in each prediction, against one without it; 1 guides nothing."""

    @property
    def text(self) -> str:
        """All segments as one running text."""
        return " ".join(segment.text for segment in self.segments if segment.text)


def _are_located(text: str, words: Sequence[Word]) -> bool:
    """Whether each word stands at its place in the text, after the word before it."""
    end = 0
    for word in words:
        if word.start_char is None or word.start_char < end or not text.startswith(word.text, word.start_char):
            return False
        end = word.start_char + len(word.text)
    return True


def locate_words(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with the offset at which each occurs in ``text``, in order; None for those that do not occur."""
    located: list[Word] = []
    end = 0
    for word in words:
        start = text.find(word.text, end)
        located.append(replace(word, start_char=start if start >= 0 else None))
        end = start + len(word.text) if start >= 0 else end
    return tuple(located)


def shift_words(words: Sequence[Word], offset: int) -> tuple[Word, ...]:
    """The words of a text that ``offset`` characters were put in front of."""
    return tuple(
        word if word.start_char is None else replace(word, start_char=word.start_char + offset) for word in words
    )
