"""The text of a queued file in the forms in which it is copied. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from app.library.export import ExportOptions, export_transcript
from app.transcript.model import Transcript

from .queue_item import QueueItem

CopyForm = Literal["text", "times", "srt", "md"]
"""Running text, paragraphs with their times, SubRip subtitles, or Markdown with a heading."""
COPY_FORMS: tuple[CopyForm, ...] = ("text", "times", "srt", "md")


def item_text(item: QueueItem, form: CopyForm) -> str:
    """Return the text so far; empty where there is none."""
    if form == "text" or not item.text:
        return item.text
    made = item.transcript or Transcript(str(item.source), item.language, item.duration_s, "", "", 0, 0)
    transcript = replace(made, segments=tuple(item.segments))
    text = export_transcript(transcript, "txt" if form == "times" else form, ExportOptions(times=form != "md"))
    assert isinstance(text, str)
    return text
