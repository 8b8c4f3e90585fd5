"""Markdown: a heading, and a paragraph per segment."""

from __future__ import annotations

import re

from app.library.file_names import stem_of
from app.transcript.clock import clock_text
from app.transcript.model import Transcript

_MARKUP = re.compile(r"([\\`*_\[\]<>|~#])")
_AT_START = re.compile(r"^(\d+)([.)])(?=\s)|^([-+=])")


def write(transcript: Transcript, *, times: bool = True) -> str:
    """Return the source's name as a heading, then the paragraphs, with times before them and speakers in bold."""
    parts = [f"# {_escape(stem_of(transcript.source) or 'Transcript')}"]
    speaker = ""
    for segment in transcript.segments:
        if not segment.text:
            continue
        named = bool(segment.speaker) and segment.speaker != speaker
        speaker = segment.speaker
        marks = [f"`{clock_text(segment.start_s)}`"] if times else []
        marks += [f"**{_escape(segment.speaker)}:**"] if named else []
        parts.append(" ".join([*marks, _escape(segment.text)]))
    return "\n\n".join(parts) + "\n"


def _escape(text: str) -> str:
    """Escape all Markdown markup in a text."""
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", _MARKUP.sub(r"\\\1", text))
