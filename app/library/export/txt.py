"""Plain text: a paragraph per segment."""

from __future__ import annotations

from app.transcript.clock import clock_text
from app.transcript.model import Segment, Transcript


def write(transcript: Transcript, *, times: bool = False) -> str:
    """Return one line per segment with text; empty if there is none.

    A speaker stands before the first of their segments. With ``times`` each line begins with its time.
    """
    lines, speaker = [], ""
    for segment in transcript.segments:
        if segment.text:
            lines.append(f"{_time_prefix(segment, times)}{_speaker_prefix(segment, speaker)}{segment.text}\n")
            speaker = segment.speaker
    return "".join(lines)


def _time_prefix(segment: Segment, times: bool) -> str:
    return f"[{clock_text(segment.start_s)}] " if times else ""


def _speaker_prefix(segment: Segment, before: str) -> str:
    return f"{segment.speaker}: " if segment.speaker and segment.speaker != before else ""
