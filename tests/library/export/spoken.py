"""Transcripts to write out."""

from __future__ import annotations

from app.transcript.model import Segment, Transcript, Word


def words(text: str, start_s: float = 0.0, each_s: float = 0.4, pause_s: float = 0.1) -> tuple[Word, ...]:
    """A word per blank-separated piece, spoken evenly."""
    return tuple(
        Word(start_s + i * (each_s + pause_s), start_s + i * (each_s + pause_s) + each_s, piece, 0.9, 0.8)
        for i, piece in enumerate(text.split())
    )


def segment(
    text: str, index: int = 0, start_s: float = 0.0, end_s: float | None = None, *, timed: bool = True
) -> Segment:
    found = words(text, start_s) if timed else ()
    last_s = found[-1].end_s if found else start_s + 5.0
    return Segment(index, start_s, last_s if end_s is None else end_s, text, found, "settled", 7, 0.9)


def transcript(*segments: Segment) -> Transcript:
    return Transcript(
        "clip.wav",
        "en",
        segments[-1].end_s if segments else 3.0,
        "bundled",
        "cpu, fp32",
        16,
        0,
        segments,
        {"decode": 0.1, "total": 1.23456},
    )
