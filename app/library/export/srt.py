"""SubRip subtitles."""

from __future__ import annotations

from app.transcript.model import Transcript

from .cues import cue_time, split_into_cues


def write(transcript: Transcript) -> str:
    """Return numbered cues; empty if there is no text."""
    return "".join(
        f"{number}\n{cue_time(cue.start_s, ',')} --> {cue_time(cue.end_s, ',')}\n" + "\n".join(cue.lines) + "\n\n"
        for number, cue in enumerate(split_into_cues(transcript), 1)
    )
