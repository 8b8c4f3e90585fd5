"""A transcript as a file: one writer per format, each a function ``Transcript -> str`` (the file's whole text)."""

from __future__ import annotations

from collections.abc import Callable

from ...speech.transcript import Transcript
from . import json, srt, txt, vtt

WRITERS: dict[str, Callable[[Transcript], str]] = {
    "txt": txt.write,
    "srt": srt.write,
    "vtt": vtt.write,
    "json": json.write,
}
"""Writers by format, which is also the file's suffix."""
