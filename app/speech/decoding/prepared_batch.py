"""A batch of audio chunks on its way through the decoder: the chunk, what was prefilled for it, and its result."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.audio.segmentation import quietest_sample
from app.speech.model.speech_model import PrefillCache
from app.transcript.model import Ended, Word

from .ctc_draft import Draft
from .infilling import FixedTokens

MIN_SPLIT_S = 2.0  # an overflowing part shorter than this is not cut again


@dataclass(frozen=True, eq=False)
class AudioChunk:
    """What one canvas transcribes: a segment, or a piece of one whose canvas overflowed."""

    segment: int
    """Its number in the events."""
    start_s: float
    end_s: float
    audio: NDArray[np.float32] = field(repr=False)
    seed_path: tuple[int, ...] = ()
    """Seeds the random generator: the segment in its source, and which half of which half. By default ``segment`` alone."""
    prior_work_s: float = 0.0
    """Work that canvases which overflowed cost before."""
    mel: Tensor | None = field(default=None, repr=False)
    """(mel, frames) what the encoder reads, where it was made ahead."""

    @property
    def generator_path(self) -> tuple[int, ...]:
        return self.seed_path or (self.segment,)

    @property
    def can_split(self) -> bool:
        return len(self.audio) >= MIN_SPLIT_S * SAMPLE_RATE_HZ

    def split_at_pause(self, prior_work_s: float) -> tuple[AudioChunk, AudioChunk]:
        """Both sides of the quietest moment."""
        cut, place = quietest_sample(self.audio), self.generator_path
        middle_s = self.start_s + cut / SAMPLE_RATE_HZ
        return (
            AudioChunk(self.segment, self.start_s, middle_s, self.audio[:cut], (*place, 0), prior_work_s / 2),
            AudioChunk(self.segment, middle_s, self.end_s, self.audio[cut:], (*place, 1), prior_work_s / 2),
        )


@dataclass(frozen=True)
class DecodedChunk:
    """What a canvas said about its part."""

    chunk: AudioChunk
    text: str
    words: tuple[Word, ...]
    ended: Ended
    steps: int
    confidence: float
    """Mean probability of the text's tokens."""
    token_count: int
    work_s: float = 0.0


@dataclass(frozen=True, eq=False)
class PrefilledBatch:
    """Parts as the backbone hears them: all that comes before the canvas. Several readings may start from it."""

    chunks: list[AudioChunk]
    audio_tokens: Tensor  # (batch, tokens, hidden)
    canvas_lengths: list[int]
    """Of the canvases."""
    prefill_cache: PrefillCache
    prefill_s: float
    language: str = "auto"
    drafts: list[Draft] = field(default_factory=list)
    """Of each part, where the model was trained to begin with one."""
    draft_logits: Tensor | None = None  # (batch, canvas, vocab)
    """The drafts of a model that was trained with them."""
    fixed_tokens: FixedTokens | None = None
    """Tokens that are certain."""
