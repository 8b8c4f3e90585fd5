"""The user's own words and replacement rules: read from lines of text, and the rules applied to what was decoded.

A line is a word, a name or a phrase that the decoder prefers, or a rule ``WRONG -> RIGHT``. Empty lines and those that begin
with ``#`` say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from .edits import retime_words
from .model import Segment, Transcript
from .text_words import WORD_CHARACTER_CLASS, is_han

ARROW = re.compile(r"\s*(?:->|=>|→)\s*")
Replacement: TypeAlias = tuple[str, str]
"""What was decoded, and what is written instead."""


@dataclass(frozen=True)
class OwnWords:
    """Words that the decoder prefers, and rules for what it wrote."""

    words: tuple[str, ...] = ()
    replacements: tuple[Replacement, ...] = ()

    def __str__(self) -> str:
        return "\n".join([*self.words, *(f"{wrong} -> {right}" for wrong, right in self.replacements)])


def parse_own_words(text: str) -> OwnWords:
    """Return the words and rules of lines of text, each once; a rule without a left side is none."""
    words: dict[str, None] = {}
    replacements: dict[str, str] = {}
    for line in text.splitlines():
        line = " ".join(line.replace("\ufeff", "").split())
        if not line or line.startswith("#"):
            continue
        wrong, *right = ARROW.split(line, maxsplit=1)
        if not right:
            words[line] = None
        elif wrong:
            replacements[wrong] = right[0]
    return OwnWords(tuple(words), tuple(replacements.items()))


def apply_replacements(segment: Segment, replacements: Sequence[Replacement]) -> Segment:
    """Return the segment with each left side replaced by its right one, whole words in any case; the longest rule wins.

    The text before that becomes the raw text. Words that were replaced are the user's: beyond doubt, at the time of those they
    stand for.
    """
    if not replacements or not segment.text:
        return segment
    by_key = {wrong.casefold(): right for wrong, right in replacements}
    longest_first = sorted(by_key, key=len, reverse=True)
    pattern = re.compile("|".join(map(_whole_words, longest_first)), re.IGNORECASE)
    text = pattern.sub(lambda match: by_key.get(match[0].casefold(), match[0]), segment.text)
    text = " ".join(text.split())
    if text == segment.text:
        return segment
    raw_text = segment.raw_text or segment.text
    return replace(segment, text=text, words=retime_words(segment, text), raw_text=raw_text)


def with_replacements(transcript: Transcript, replacements: Sequence[Replacement]) -> Transcript:
    """Return the transcript with the replacements applied to each segment."""
    return replace(transcript, segments=tuple(apply_replacements(each, replacements) for each in transcript.segments))


def _whole_words(text: str) -> str:
    """The regular expression of a text that begins and ends where words do; between Han characters any place will do."""
    before = "" if is_han(text[0]) else f"(?<!{WORD_CHARACTER_CLASS})"
    after = "" if is_han(text[-1]) else f"(?!{WORD_CHARACTER_CLASS})"
    return before + re.escape(text) + after
