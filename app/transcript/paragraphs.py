"""Paragraphs for reading: segments run together until the speaker changes, a pause is long, or there is enough of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .model import Segment
from .text_words import is_han

PAUSE_S = 2.0
"""A pause between segments that begins a paragraph."""
LONG_CHARS = 500
"""From this length on a paragraph ends with the next sentence; a Han character counts as two."""
SENTENCE_ENDS = ".?!…。？！।"


@dataclass(frozen=True)
class Paragraph:
    """Neighbouring segments of one speaker."""

    start_s: float
    speaker: str
    """Empty if unnamed."""
    text: str


def paragraphs(segments: Iterable[Segment]) -> list[Paragraph]:
    """Return the text of the segments as paragraphs; those without text are pauses."""
    found: list[Paragraph] = []
    end_s = 0.0
    for segment in segments:
        if not segment.text:
            continue
        last = found[-1] if found else None
        if last is None or segment.speaker != last.speaker or segment.start_s - end_s >= PAUSE_S or _is_full(last.text):
            found.append(Paragraph(segment.start_s, segment.speaker, segment.text))
        else:
            found[-1] = Paragraph(last.start_s, last.speaker, _joined(last.text, segment.text))
        end_s = segment.end_s
    return found


def _is_full(text: str) -> bool:
    length = sum(2 if is_han(character) else 1 for character in text)
    return length >= LONG_CHARS and text.rstrip("\"'»”’」』)")[-1:] in SENTENCE_ENDS


def _joined(before: str, text: str) -> str:
    """Both texts with a space between them, but for Chinese, which has none."""
    return f"{before}{text}" if is_han(text[0]) or before[-1] in "。？！，" else f"{before} {text}"
