"""Plain text: a paragraph per segment."""

from __future__ import annotations

from ...speech.transcript import Transcript


def write(transcript: Transcript) -> str:
    """The text alone, one line per segment that has any; empty where nothing was said."""
    return "".join(f"{segment.text}\n" for segment in transcript.segments if segment.text)
