"""A Word document: a heading, and a paragraph per segment."""

from __future__ import annotations

import io

from docx import Document
from docx.shared import RGBColor

from app.library.file_names import stem_of
from app.transcript.clock import clock_text
from app.transcript.model import Transcript

GREY = RGBColor(0x70, 0x70, 0x70)


def write(transcript: Transcript, *, times: bool = True) -> bytes:
    """Return the file's bytes: the source's name as title, times in grey, speakers bold."""
    document = Document()
    title = _strip_control_characters(stem_of(transcript.source) or "Transcript")
    document.core_properties.title = title[:255]
    document.core_properties.author = "Anneal"
    document.core_properties.comments = _strip_control_characters(f"{transcript.model}, {transcript.device}")[:255]
    document.add_heading(title, level=1)
    speaker = ""
    for segment in transcript.segments:
        if not segment.text:
            continue
        paragraph = document.add_paragraph()
        if times:
            paragraph.add_run(f"{clock_text(segment.start_s)}  ").font.color.rgb = GREY
        if segment.speaker and segment.speaker != speaker:
            paragraph.add_run(f"{_strip_control_characters(segment.speaker)}: ").bold = True
        speaker = segment.speaker
        paragraph.add_run(_strip_control_characters(segment.text))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _strip_control_characters(text: str) -> str:
    """Remove the control characters that XML 1.0 forbids."""
    return "".join(
        c for c in text if (c >= " " or c in "\t\n") and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff"
    )
