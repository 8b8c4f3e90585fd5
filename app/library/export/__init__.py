"""Writers of transcripts, one per format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.transcript.model import Transcript

from . import csv_table, json_document, md, srt, txt, vtt


@dataclass(frozen=True)
class ExportOptions:
    """What the user chooses for a file."""

    times: bool = False
    """Times in front of the paragraphs of TXT, Markdown and DOCX."""
    word_times: bool = False
    """A timestamp for each word of WebVTT."""
    byte_order_mark: bool | None = None
    """One in front of CSV; None: where the language or a letter is not ASCII."""
    csv_separator: str = ","
    """Between the columns of CSV; with a semicolon numbers have a decimal comma."""


WRITERS: dict[str, Callable[[Transcript], str]] = {
    "txt": txt.write,
    "srt": srt.write,
    "vtt": vtt.write,
    "json": json_document.write,
    "csv": csv_table.write,
    "md": md.write,
}
"""Writers of text by format, which is also the file's suffix."""

FORMATS = (*WRITERS, "docx")


def export_transcript(
    transcript: Transcript, file_format: str, options: ExportOptions = ExportOptions()
) -> str | bytes:
    """Return a whole file in one of ``FORMATS``: text, or bytes for a binary format."""
    if file_format == "docx":
        from . import word_document  # slow to import and rarely used

        return word_document.write(transcript, times=options.times)
    if file_format == "vtt":
        return vtt.write(transcript, word_times=options.word_times)
    if file_format == "txt":
        return txt.write(transcript, times=options.times)
    if file_format == "md":
        return md.write(transcript, times=options.times)
    if file_format == "csv":
        return csv_table.write(transcript, byte_order_mark=options.byte_order_mark, separator=options.csv_separator)
    return WRITERS[file_format](transcript)
