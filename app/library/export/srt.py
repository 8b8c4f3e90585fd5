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
    """Return numbered cues; empty if there is no text.

    SubRip has no escapes: what players would take for times or markup is written with letters that look like it.
    """
    return "".join(
        f"{number}\n{cue_time(cue.start_s, ',')} --> {cue_time(cue.end_s, ',')}\n"
        + "\n".join(map(_harmless, cue.lines))
        + "\n\n"
        for number, cue in enumerate(split_into_cues(transcript), 1)
    )


def _harmless(line: str) -> str:
    line = _TAG_START.sub("‹", _TAG.sub(r"‹\1›", _ARROW.sub("→", line)))
    return _OVERRIDE.sub("(", line)
