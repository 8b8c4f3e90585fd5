"""A table for spreadsheets: a row per segment, seconds from the start."""

from __future__ import annotations

import csv
import io

from app.transcript.model import Transcript

BYTE_ORDER_MARK = "\ufeff"
COLUMNS = ("start", "end", "speaker", "text", "confidence")


def write(transcript: Transcript, *, byte_order_mark: bool | None = None, separator: str = ",") -> str:
    """Return the table as RFC 4180: commas, lines end in CR LF. Segments without text are left out.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets hide.

    Args:
        byte_order_mark: whether the table begins with one, without which Excel takes UTF-8 for the system's code page. By
            default it does for languages that are not written in ASCII, and where a letter is not ASCII.
        separator: between the columns. With a semicolon numbers have a decimal comma: so spreadsheets read a table where the
            system writes numbers like that.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter=separator)
    writer.writerow(COLUMNS)
    for segment in transcript.segments:
        if segment.text:
            numbers = f"{segment.start_s:.3f}", f"{segment.end_s:.3f}", f"{segment.confidence:.4f}"
            start, end, confidence = (number.replace(".", "," if separator == ";" else ".") for number in numbers)
            writer.writerow((start, end, _escape_formula(segment.speaker), _escape_formula(segment.text), confidence))
    text = table.getvalue()
    if byte_order_mark is None:
        byte_order_mark = transcript.language not in ("en", "auto") or not text.isascii()
    return BYTE_ORDER_MARK + text if byte_order_mark else text


def _escape_formula(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
