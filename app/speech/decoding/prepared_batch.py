"""A batch on its way through the decoder: its audio chunks, what was prefilled for them, and each chunk's text."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.audio.segmentation import quietest_sample
from app.speech.model.speech_model import ClipFeatures, PrefillCache
from app.transcript.model import Ended, Start, Word

from .ctc_draft import Draft
from .infilling import FixedTokens

MIN_SPLIT_S = 2.0  # a chunk shorter than this is not split where its canvas overflows


@dataclass(frozen=True, eq=False)
class AudioChunk:
    """The audio of one canvas: a segment, or a piece of one whose canvas overflowed."""

    segment: int
    """Its number in the events."""
    start_s: float
    end_s: float
    audio: NDArray[np.float32] = field(repr=False)
    """Mono samples (n,) at 16 kHz."""
    seed_path: tuple[int, ...] = ()
    """Seeds the random generator: the segment in its source, and which half of which half. By default ``segment`` alone."""
    prior_work_s: float = 0.0
    """Seconds of work on canvases that overflowed before."""
    features: ClipFeatures | None = field(default=None, repr=False)
    """The encoder's input, if computed already."""

    @property
    def generator_path(self) -> tuple[int, ...]:
        return self.seed_path or (self.segment,)

    @property
    def can_split(self) -> bool:
        return len(self.audio) >= MIN_SPLIT_S * SAMPLE_RATE_HZ

    def split_at_pause(self, prior_work_s: float) -> tuple[AudioChunk, AudioChunk]:
        """Return the parts before and after the quietest moment; each inherits half of the work."""
        sample, path = quietest_sample(self.audio), self.generator_path
        split_s = self.start_s + sample / SAMPLE_RATE_HZ
        return (
            AudioChunk(self.segment, self.start_s, split_s, self.audio[:sample], (*path, 0), prior_work_s / 2),
            AudioChunk(self.segment, split_s, self.end_s, self.audio[sample:], (*path, 1), prior_work_s / 2),
        )


@dataclass(frozen=True, eq=False, kw_only=True)
class PreparedBatch:
    """Chunks that are ready to be decoded together."""

    chunks: list[AudioChunk]
    prefill_s: float = 0.0
    """Seconds spent on preparing it: on encoding, drafts and prefill."""
    language: str = "auto"


@dataclass(frozen=True, eq=False, kw_only=True)
class PrefilledBatch(PreparedBatch):
    """Chunks whose prompts are in the backbone's cache. Several decodings may start from it."""

    audio_tokens: list[Tensor]
    """(tokens, hidden) of each chunk's own sound, without those of padding."""
    canvas_lengths: list[int]
    prefill_cache: PrefillCache
    start: Start = "noise"
    """What its canvases start from. Where that is noise, there are no drafts and nothing of CTC was computed."""
    drafts: list[Draft] = field(default_factory=list)
    """One for each chunk that starts from a draft if the adapter was trained with drafts, else empty."""
    draft_ids: list[list[int]] = field(default_factory=list)
    """The text tokens of each chunk's draft, if it starts from one, else empty."""
    draft_spans: list[NDArray[np.int64]] = field(default_factory=list)
    """(tokens, 2) their start and end, in audio tokens."""
    spectrograms: list[NDArray[np.uint8]] = field(default_factory=list, repr=False)
    """(mel, columns) of each chunk, as ``SegmentStarted`` has it."""
    draft_logits: Tensor | None = None
    """(batch, canvas, vocab) the drafts as self-conditioning, if the adapter was trained with drafts."""
    draft_canvas: Tensor | None = None
    """(batch, canvas) the drafts as token ids, negative where a position starts random, where they stand on the canvas."""
    fixed_tokens: FixedTokens | None = None


@dataclass(frozen=True)
class DecodedChunk:
    """The text of a chunk, as its canvas ended."""

    chunk: AudioChunk
    text: str
    words: tuple[Word, ...]
    ended: Ended
    steps: int
    """Denoising steps really taken."""
    confidence: float
    """Mean probability of the text's tokens."""
    token_count: int
    raw_text: str = ""
    """As ``Segment.raw_text``."""
    work_s: float = 0.0
