"""Scores as a Markdown table and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from app.languages import LANGUAGES

from .accuracy import CTC, DENOISED, DRAFT, Score, Settings, Sounds
from .whisper_baseline import WITHOUT

HEADER = (
    "| set | language | read by | steps | clips | error | 95 % interval | wrong clip | x real time | x, one core's time |\n"
    "|-|-|-|-|-|-|-|-|-|-|"
)
NOTES = (
    "Error: words wrong per word said (Hindi and Mandarin: characters), after Whisper's text normalizer (for Hindi with its "
    "vowel signs kept); interval: bootstrap over clips; wrong clip: each text against the next clip's words."
)


def line(score: Score) -> str:
    """A row of the table."""
    error = score.error
    kind = LANGUAGES[score.language].error_rate
    name = f"{score.set}, {score.group}" if score.group else score.set
    cells = [
        name,
        score.language,
        score.reader,
        "" if score.steps is None else str(score.steps),
        str(error.clips),
        f"{kind} {error.rate:.3f}",
        f"{error.low:.3f} to {error.high:.3f}",
        "" if score.group or score.wrong_clip is None else f"{score.wrong_clip:.2f}",
        "" if score.group else f"{score.speed:.1f}",
        "" if score.group else f"{score.processor_speed:.1f}",
    ]
    return f"| {' | '.join(cells)} |"


SHORT = {CTC: "CTC", DRAFT: "draft"}


def about(model: str, device: str, threads: int, settings: Settings, no_peer: str) -> list[str]:
    """What the figures depend on, one sentence a line."""
    start = "pure noise" if settings.draft == "noise" else "the CTC reading"
    said = "said" if settings.say_language else "not said (auto)"
    lines = [
        f"{model} on {device}, {threads} threads, up to {settings.batch} parts together, from {start}, seed "
        f"{settings.seed}, language {said}.",
        NOTES,
    ]
    if no_peer:
        lines.append(f"No peer: {no_peer}")
    else:
        lines += [f"No peer for {LANGUAGES[code].english}: {why}." for code, why in WITHOUT.items()]
    return lines


def samples(sounds: Sounds, scores: Sequence[Score], count: int) -> list[str]:
    """The first few clips: what was said, and what everybody read."""
    lines = []
    for n, clip in enumerate(sounds.clips[:count]):
        lines.append(f"- {clip.text}")
        for score in scores:
            reader = f"{score.steps} steps" if score.reader == DENOISED else SHORT.get(score.reader, "peer")
            lines.append(f"  - {reader}: {score.texts[n]}")
    return lines


def document(
    described: Sequence[str], measured: Sequence[tuple[Sounds, Sequence[Score]]], settings: Settings
) -> dict[str, Any]:
    """Everything as JSON, the texts of every clip included."""
    sets = []
    for sounds, scores in measured:
        rows = [{"path": str(clip.path), "text": clip.text, **clip.labels} for clip in sounds.clips]
        sets.append(
            {
                "set": sounds.name,
                "language": sounds.language,
                "seconds": round(sounds.seconds, 2),
                "clips": rows,
                "scores": [asdict(score) for score in scores],
            }
        )
    return {"schema": "anneal-accuracy-1", "about": list(described), "settings": asdict(settings), "sets": sets}
