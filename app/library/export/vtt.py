"""WebVTT subtitles."""

from __future__ import annotations

from ...speech.transcript import Transcript
from .cues import clock, cues

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def write(transcript: Transcript) -> str:
    """The header, then the cues."""
    return "WEBVTT\n\n" + "".join(
        f"{clock(cue.start_s, '.')} --> {clock(cue.end_s, '.')}\n" + "\n".join(cue.lines).translate(ESCAPES) + "\n\n"
        for cue in cues(transcript)
    )
