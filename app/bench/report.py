"""Accuracy scores as a Markdown table and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from app.languages import LANGUAGES
from app.transcript.model import Start

from .accuracy import CTC, DENOISED, DRAFT, AccuracyScore, AccuracySettings, ClipSet
from .whisper_baseline import UNSUPPORTED

HEADER = (
    "| set | language | read by | steps | clips | error | 95 % interval | wrong clip | x real time | x, one core's time |\n"
    "|-|-|-|-|-|-|-|-|-|-|"
)
NOTES = (
    "Error: words wrong per word said (Hindi and Mandarin: characters), after Whisper's text normalizer (for Hindi with its "
    "vowel signs kept); interval: bootstrap over clips; wrong clip: each text against the next clip's words."
)
SHORT_NAMES = {CTC: "CTC", DRAFT: "draft"}
FROM: dict[Start, str] = {"noise": "from noise", "draft": "from the draft"}


def table_row(score: AccuracyScore) -> str:
    """Format a score as a row of the table."""
    error = score.error
    metric = LANGUAGES[score.language].error_metric
    name = f"{score.set}, {score.group}" if score.group else score.set
    cells = [
        name,
        score.language,
        f"{score.reader} {FROM[score.start]}" if score.start else score.reader,
        "" if score.steps is None else str(score.steps),
        str(error.clips),
        f"{metric} {error.rate:.3f}",
        f"{error.low:.3f} to {error.high:.3f}",
        "" if score.group or score.wrong_clip is None else f"{score.wrong_clip:.2f}",
        "" if score.group else f"{score.speed:.1f}",
        "" if score.group else f"{score.processor_speed:.1f}",
    ]
    return f"| {' | '.join(cells)} |"


def conditions(model: str, device: str, threads: int, settings: AccuracySettings, no_baseline: str) -> list[str]:
    """Describe what the figures depend on, one sentence a line."""
    guided = f", guidance {settings.guidance:g}" if settings.guidance else ""
    said = "said" if settings.say_language else "not said (auto)"
    lines = [
        f"{model} on {device}, {threads} threads, up to {settings.batch} parts together, seed "
        f"{settings.seed}, language {said}{guided}.",
        NOTES,
    ]
    if no_baseline:
        lines.append(f"No peer: {no_baseline}")
    else:
        lines += [f"No peer for {LANGUAGES[code].english}: {why}." for code, why in UNSUPPORTED.items()]
    return lines


def sample_texts(clip_set: ClipSet, scores: Sequence[AccuracyScore], count: int) -> list[str]:
    """List the references of the first clips, and the text of every score."""
    lines = []
    for index, clip in enumerate(clip_set.clips[:count]):
        lines.append(f"- {clip.text}")
        for score in scores:
            reader = SHORT_NAMES.get(score.reader, "peer")
            if score.reader == DENOISED and score.start:
                reader = f"{score.steps} steps {FROM[score.start]}"
            lines.append(f"  - {reader}: {score.texts[index]}")
    return lines


def json_document(
    conditions: Sequence[str], measured: Sequence[tuple[ClipSet, Sequence[AccuracyScore]]], settings: AccuracySettings
) -> dict[str, Any]:
    """Return everything as JSON, the texts of every clip included."""
    sets = []
    for clip_set, scores in measured:
        rows = [{"path": str(clip.path), "text": clip.text, **clip.labels} for clip in clip_set.clips]
        sets.append(
            {
                "set": clip_set.name,
                "language": clip_set.language,
                "seconds": round(clip_set.seconds, 2),
                "clips": rows,
                "scores": [asdict(score) for score in scores],
            }
        )
    return {"schema": "anneal-accuracy-1", "about": list(conditions), "settings": asdict(settings), "sets": sets}
