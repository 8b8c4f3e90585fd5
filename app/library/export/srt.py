"""SubRip subtitles."""

from __future__ import annotations

from app.transcript.model import Transcript

from .cues import clock, cues


def write(transcript: Transcript) -> str:
    """Numbered cues; empty where nothing was said."""
    return "".join(
        f"{number}\n{clock(cue.start_s, ',')} --> {clock(cue.end_s, ',')}\n" + "\n".join(cue.lines) + "\n\n"
        for number, cue in enumerate(cues(transcript), 1)
    )
