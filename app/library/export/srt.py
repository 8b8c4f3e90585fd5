"""SubRip subtitles."""

from __future__ import annotations

import re

from app.transcript.model import Transcript

from .cues import cue_time, split_into_cues

_ARROW = re.compile(r"-{2,}>")
_TAG = re.compile(r"<(/?[A-Za-z][^<>]*)>")
_TAG_START = re.compile(r"<(?=/?[A-Za-z])")
_OVERRIDE = re.compile(r"\{(?=\\)")


def write(transcript: Transcript) -> str:
    """Return numbered cues; empty if there is no text. Where the speaker changes, a cue begins with their name.

    SubRip has no escapes: what players would take for times or markup is written with letters that look like it.
    """
    written, speaker = "", ""
    for number, cue in enumerate(split_into_cues(transcript), 1):
        name = f"{cue.speaker}: " if cue.speaker and cue.speaker != speaker else ""
        speaker = cue.speaker
        body = _harmless(name + "\n".join(cue.lines))
        written += f"{number}\n{cue_time(cue.start_s, ',')} --> {cue_time(cue.end_s, ',')}\n{body}\n\n"
    return written


def _harmless(text: str) -> str:
    text = _TAG_START.sub("‹", _TAG.sub(r"‹\1›", _ARROW.sub("→", text)))
    return _OVERRIDE.sub("(", text)
