"""A batch of audio chunks on its way through the decoder: the chunk, what was prefilled for it, and its result."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from app.speech.audio.segmentation import SAMPLE_RATE_HZ, quietest_cut
from app.speech.model.speech_model import Prefix
from app.transcript.model import Ended, Word

from .ctc_draft import Draft
from .infilling import Clamped

SHORTEST_CUT_S = 2.0  # an overflowing part shorter than this is not cut again


@dataclass(frozen=True, eq=False)
class Part:
    """What one canvas transcribes: a segment, or a piece of one whose canvas overflowed."""

    segment: int
    """Its number in the events."""
    start_s: float
    end_s: float
    audio: NDArray[np.float32] = field(repr=False)
    place: tuple[int, ...] = ()
    """Seeds the random generator: the segment in its source, and which half of which half. By default ``segment`` alone."""
    spent_s: float = 0.0
    """Work that canvases which overflowed cost before."""
    mel: Tensor | None = field(default=None, repr=False)
    """(mel, frames) what the encoder reads, where it was made ahead."""

    @property
    def seeds(self) -> tuple[int, ...]:
        return self.place or (self.segment,)

    @property
    def divisible(self) -> bool:
        return len(self.audio) >= SHORTEST_CUT_S * SAMPLE_RATE_HZ

    def halves(self, spent_s: float) -> tuple[Part, Part]:
        """Both sides of the quietest moment."""
        cut, place = quietest_cut(self.audio), self.seeds
        middle_s = self.start_s + cut / SAMPLE_RATE_HZ
        return (
            Part(self.segment, self.start_s, middle_s, self.audio[:cut], (*place, 0), spent_s / 2),
            Part(self.segment, middle_s, self.end_s, self.audio[cut:], (*place, 1), spent_s / 2),
        )


@dataclass(frozen=True)
class Reading:
    """What a canvas said about its part."""

    part: Part
    text: str
    words: tuple[Word, ...]
    ended: Ended
    steps: int
    confidence: float
    """Mean probability of the text's tokens."""
    tokens: int
    work_s: float = 0.0


@dataclass(frozen=True, eq=False)
class Heard:
    """Parts as the backbone hears them: all that comes before the canvas. Several readings may start from it."""

    parts: list[Part]
    tokens: Tensor  # (batch, tokens, hidden)
    lengths: list[int]
    """Of the canvases."""
    prefix: Prefix
    spent_s: float
    language: str = "auto"
    drafts: list[Draft] = field(default_factory=list)
    """Of each part, where the model was trained to begin with one."""
    conditioning: Tensor | None = None  # (batch, canvas, vocab)
    """The drafts of a model that was trained with them."""
    clamped: Clamped | None = None
    """Tokens that are certain."""
