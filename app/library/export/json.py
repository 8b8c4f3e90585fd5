"""JSON for programs: everything a transcription found, times in seconds."""

from __future__ import annotations

import json
from typing import Any

from ...speech.transcript import Segment, Transcript

SCHEMA = "anneal-transcript-1"
TIME_DIGITS, SHARE_DIGITS = 3, 4


def write(transcript: Transcript) -> str:
    """The transcript as one indented JSON object."""
    return json.dumps(as_json(transcript), ensure_ascii=False, indent=2) + "\n"


def as_json(transcript: Transcript) -> dict[str, Any]:
    """The transcript as plain dicts and lists, in the order people read them."""
    timings_s = transcript.timings_s or {}
    return {
        "schema": SCHEMA,
        "text": transcript.text,
        "language": transcript.language,
        "duration": round(transcript.duration_s, TIME_DIGITS),
        "model": transcript.model,
        "steps": transcript.steps,
        "seed": transcript.seed,
        "device": transcript.device,
        **({"assumptions": list(transcript.assumptions)} if transcript.assumptions else {}),
        "timings": {stage: round(spent_s, TIME_DIGITS) for stage, spent_s in timings_s.items()},
        "segments": [_segment(segment) for segment in transcript.segments],
    }


def _segment(segment: Segment) -> dict[str, Any]:
    return {
        "start": round(segment.start_s, TIME_DIGITS),
        "end": round(segment.end_s, TIME_DIGITS),
        "text": segment.text,
        "ended": segment.ended,
        "words": [
            {
                "start": round(word.start_s, TIME_DIGITS),
                "end": round(word.end_s, TIME_DIGITS),
                "text": word.text,
                "confidence": round(word.confidence, SHARE_DIGITS),
                "support": round(word.support, SHARE_DIGITS),
            }
            for word in segment.words
        ],
    }
