"""JSON of a whole transcript, times in seconds; can be read back."""

from __future__ import annotations

import json
from typing import Any, get_args

from app.transcript.model import Ended, Notice, Segment, Start, Transcript, Word

SCHEMA = "anneal-transcript-1"
"""Keys may be added to a schema, and readers ignore unknown ones; any other change makes a new schema."""
TIME_DIGITS, SHARE_DIGITS = 3, 4


def write(transcript: Transcript) -> str:
    """Return the transcript as one indented JSON object."""
    return json.dumps(to_dict(transcript), ensure_ascii=False, indent=2) + "\n"


def read(text: str) -> Transcript:
    """Read what ``write`` wrote, times to the millisecond; raises ``ValueError`` for anything else."""
    document = json.loads(text)
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise ValueError(f"not a transcript of the schema {SCHEMA}")
    try:
        return Transcript(
            source=document.get("source", ""),
            language=document["language"],
            duration_s=float(document["duration"]),
            model=document["model"],
            device=document["device"],
            steps=int(document["steps"]),
            seed=int(document["seed"]),
            segments=tuple(_segment_from_dict(n, segment) for n, segment in enumerate(document["segments"])),
            timings_s={stage: float(spent_s) for stage, spent_s in document["timings"].items()} or None,
            assumptions=tuple(document.get("assumptions", ())),
            start=_start_from(document.get("canvas_start")),
            audio_track=int(document.get("track", 1)) - 1,
            warnings=tuple(Notice(str(sentence)) for sentence in document.get("warnings", ())),
            guidance=float(document.get("guidance", 1.0)),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a whole transcript: {error!r}") from error


def to_dict(transcript: Transcript) -> dict[str, Any]:
    """The transcript as dicts and lists, keys in the order in which people read them."""
    timings_s = transcript.timings_s or {}
    return {
        "schema": SCHEMA,
        "text": transcript.text,
        "source": transcript.source,
        "language": transcript.language,
        "duration": round(transcript.duration_s, TIME_DIGITS),
        "model": transcript.model,
        "steps": transcript.steps,
        **({"canvas_start": transcript.start} if transcript.start else {}),
        **({"guidance": transcript.guidance} if transcript.guidance != 1 else {}),
        "seed": transcript.seed,
        "device": transcript.device,
        **({"track": transcript.audio_track + 1} if transcript.audio_track else {}),
        **({"warnings": [str(notice) for notice in transcript.warnings]} if transcript.warnings else {}),
        **({"assumptions": list(transcript.assumptions)} if transcript.assumptions else {}),
        "timings": {stage: round(spent_s, TIME_DIGITS) for stage, spent_s in timings_s.items()},
        "segments": [_segment_to_dict(segment) for segment in transcript.segments],
    }


def _start_from(value: Any) -> Start | None:
    """What canvases started from; None for what no version has written."""
    return next((start for start in get_args(Start) if start == value), None)


def _segment_to_dict(segment: Segment) -> dict[str, Any]:
    return {
        "index": segment.index,
        "start": round(segment.start_s, TIME_DIGITS),
        "end": round(segment.end_s, TIME_DIGITS),
        **({"speaker": segment.speaker} if segment.speaker else {}),
        "text": segment.text,
        **({"raw_text": segment.raw_text} if segment.raw_text else {}),
        "ended": segment.ended,
        "steps": segment.steps,
        "confidence": round(segment.confidence, SHARE_DIGITS),
        "words": [_word_to_dict(word) for word in segment.words],
    }


def _word_to_dict(word: Word) -> dict[str, Any]:
    return {
        "start": round(word.start_s, TIME_DIGITS),
        "end": round(word.end_s, TIME_DIGITS),
        "text": word.text,
        "confidence": round(word.confidence, SHARE_DIGITS),
        "support": round(word.support, SHARE_DIGITS),
        **({} if word.doubt is None else {"doubt": round(word.doubt, SHARE_DIGITS)}),
    }


def _segment_from_dict(place: int, segment: dict[str, Any]) -> Segment:
    if segment["ended"] not in get_args(Ended):
        raise TypeError(f"ended: {segment['ended']!r}")
    return Segment(
        index=int(segment.get("index", place)),
        start_s=float(segment["start"]),
        end_s=float(segment["end"]),
        text=segment["text"],
        words=tuple(
            Word(
                float(word["start"]),
                float(word["end"]),
                word["text"],
                word["confidence"],
                word["support"],
                word.get("doubt"),
            )
            for word in segment["words"]
        ),
        ended=segment["ended"],
        steps=int(segment.get("steps", 0)),
        confidence=float(segment.get("confidence", 0.0)),
        speaker=segment.get("speaker", ""),
        raw_text=segment.get("raw_text", ""),
    )
