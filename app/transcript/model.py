"""A transcript: pure data. Times are seconds from the start of the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ended = Literal["settled", "step limit", "overflow", "silence"]
"""How a canvas ended: settled and confident, out of steps, full before its end token, or never run (no speech)."""


@dataclass(frozen=True)
class Word:
    start_s: float
    end_s: float
    text: str
    confidence: float
    """Mean probability of the word's tokens at the last step, 0 to 1."""
    support: float
    """How well the audio alone carries the word: mean CTC probability along its alignment, 0 to 1."""
    doubt: float | None = None
    """How likely the word is wrong, 0 to 1, judged by how it annealed; 0 where a person wrote it, None where unknown."""


@dataclass(frozen=True)
class Segment:
    index: int
    """Which span of the source it came from; segments that were split share it."""
    start_s: float
    end_s: float
    text: str
    words: tuple[Word, ...] = ()
    ended: Ended = "settled"
    steps: int = 0
    """Denoising steps really taken."""
    confidence: float = 0.0
    speaker: str = ""
    """Who speaks, as a person named them; empty where nobody did."""


@dataclass(frozen=True)
class Transcript:
    source: str
    language: str
    """As asked for: ``auto`` or a language code."""
    duration_s: float
    model: str
    device: str
    """Verified device and precision, for example ``cpu, fp32``."""
    steps: int
    seed: int
    segments: tuple[Segment, ...] = ()
    timings_s: dict[str, float] | None = None
    """Seconds spent in ``decode``, ``encode``, ``prefill``, ``denoise``, ``align`` and in ``total``."""
    assumptions: tuple[str, ...] = ()
    """What no file of the model tells and had to be assumed, one clause each."""

    @property
    def text(self) -> str:
        """All segments as one running text."""
        return " ".join(segment.text for segment in self.segments if segment.text)
