"""The events that a transcription yields. The whole app depends on these; a fake engine in the tests is an iterator of them.

Order: ``ModelLoading`` and ``ModelReady`` (every time; loading is quick when the model is kept), ``SourceSegmented``, then per
segment ``SegmentStarted``, its ``CanvasStep``s, ``SegmentDone``; at the end ``TranscriptDone``. A segment without speech has
only its ``SegmentDone``. One whose canvas overflowed starts again in pieces: ``SegmentStarted`` with the piece's times, its
steps, the next piece, and one ``SegmentDone`` for all. In a batch the canvas steps of several segments interleave, each with
its segment's index. A model without canvases, which writes from left to right, has ``TokenWritten`` in the place of the steps.

A long source is decoded while its first segments are denoised. ``SourceSegmented`` is therefore repeated whenever more segments
are known, always before the first event of a new segment, and a last time with ``complete``; each replaces the one before.
``DecodeProgress`` comes now and then while the transcription waits for decoding, also for that of an upcoming short source.
Failures are exceptions (``app/errors.py``), not events.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.transcript.model import Ended, Notice, Segment, Start, Transcript

from .options import TranscribeOptions
from .vocabulary import Vocabulary

TOP_K = 5


@dataclass(frozen=True)
class ModelLoading:
    """The weights of ``model`` are being read."""

    model: str


@dataclass(frozen=True)
class ModelReady:
    """The model is on its device; ``device`` and ``precision`` were verified by running there."""

    model: str
    device: str
    precision: str
    vocabulary: Vocabulary
    languages: tuple[str, ...]
    """Language codes the model was trained for."""
    assumptions: tuple[str, ...] = ()
    """Facts that none of the model's files state and that were assumed, one clause each."""
    steps: int = 0
    """The most steps that its canvases take unless the user chose; 0 for a model without canvases. So are the next ones."""
    start: Start | None = None
    guidance: float = 0.0

    @property
    def has_canvas(self) -> bool:
        """Whether it denoises canvases; else it writes from left to right."""
        return self.steps > 0

    def resolve(self, options: TranscribeOptions) -> TranscribeOptions:
        """Return the options with the model's own in the place of what was not chosen, or says nothing to it."""
        if self.has_canvas:
            return options.with_defaults(self.steps, self.start, self.guidance)
        return replace(options, steps=0, start="auto", guidance=0.0)


@dataclass(frozen=True)
class DecodeProgress:
    """A source is still being decoded, ``decoded_s`` seconds so far."""

    source: str
    decoded_s: float


@dataclass(frozen=True, eq=False)
class SourceSegmented:
    """The source was decoded and cut into segments: all of it, or its beginning."""

    source: str
    duration_s: float
    """Until it is complete the header's duration, or the decoded one where that is longer."""
    spans_s: tuple[tuple[float, float], ...]
    """Start and end of each known segment."""
    peaks: NDArray[np.float32] = field(repr=False)
    """Peak amplitudes for a waveform, (n,), 0 to 1, evenly spaced over the duration; 0 where nothing is decoded yet."""
    complete: bool = True
    """Whether all of the source is decoded and cut."""
    audio_track: int = 0
    """Which audio track is heard, from 0."""
    track_count: int = 1
    """How many audio tracks the source has."""
    warnings: tuple[Notice, ...] = ()
    """What is missing or was passed over; more of them until it is complete."""


@dataclass(frozen=True)
class SegmentStarted:
    """A segment, or a piece of one, goes on a canvas."""

    segment: int
    start_s: float
    end_s: float
    canvas_length: int
    """0 for a model without canvases."""
    start: Start | None = None
    """What the canvas starts from; None where an earlier version did not record it."""
    draft_ids: tuple[int, ...] = field(default=(), repr=False)
    """The text tokens of the draft, where it starts from one."""
    draft_spans_s: tuple[tuple[float, float], ...] = field(default=(), repr=False)
    """Start and end of each token of the draft in the source, by CTC; empty where an earlier version did not record them."""
    spectrogram: NDArray[np.uint8] | None = field(default=None, repr=False, compare=False)
    """(mel, columns) what the encoder heard: its log-mel, 0 to 255 over its 8 decades, 10 ms a column, lowest band first."""
    position_s: float | None = None
    """Seconds of sound that each position of the canvas stands for, where it holds an alignment."""


@dataclass(frozen=True)
class StepDecision:
    """What the decoder decided at a step, as it measured it. Entropies are in nats."""

    accepted_nats: float
    """Sum of the accepted positions' entropies: where acceptance stopped."""
    budget_nats: float | None
    """What the entropies before the last accepted one may sum up to; None where each position is judged alone."""
    mean_nats: float
    """Mean entropy of the positions that count for the end."""
    confident_below_nats: float
    """The mean entropy under which the prediction is confident."""
    stable: bool
    """Whether the argmax is that of the steps before, as many as the sampler asks for."""
    ended: Ended | None = None
    """Why the canvas ended at this step; None where it went on."""


@dataclass(frozen=True, eq=False)
class CanvasStep:
    """One denoising step of one canvas. Arrays are (canvas,) unless said otherwise."""

    segment: int
    step: int
    """Counts from 1."""
    steps: int
    """The most steps this canvas may take."""
    canvas: NDArray[np.int32]
    """Token ids fed to the model at this step (random at step 1)."""
    argmax_ids: NDArray[np.int32]
    """Argmax of the prediction: the text the model would return now."""
    accepted: NDArray[np.bool_]
    """Positions accepted at this step; all others are renoised before the next."""
    entropy: NDArray[np.float32]
    """Entropy of the prediction in nats, after the step's temperature."""
    top_ids: NDArray[np.int32]
    """(canvas, 5) most probable tokens, best first."""
    top_probs: NDArray[np.float16]
    """(canvas, 5) their probabilities."""
    step_ms: float
    """Milliseconds this step took, for the whole batch."""
    sampled_ids: NDArray[np.int32] | None = None
    """The sampled token at each accepted position, which stands until the next step; elsewhere, and at the last step that a
    canvas may take, the argmax. None where an earlier version did not record them."""
    decision: StepDecision | None = None
    """None where an earlier version did not record it."""

    def text_length(self, end_ids: Collection[int]) -> int:
        """Return how many positions the text has: up to and including the first end token of the argmax, or all."""
        ends = np.isin(self.argmax_ids, list(end_ids))
        return int(ends.argmax()) + 1 if ends.any() else len(ends)


@dataclass(frozen=True)
class TokenWritten:
    """A model that writes from left to right has written one more token, which stays."""

    segment: int
    token: int
    text: str
    """The segment's text so far."""
    step_ms: float
    """Milliseconds this token took, for the whole batch."""


@dataclass(frozen=True)
class SegmentDone:
    """A segment is transcribed."""

    segment: Segment
    work_s: float
    """Seconds of work the segment took, all stages."""
    resumed: bool = False
    """Whether an earlier run that was interrupted had finished it."""


@dataclass(frozen=True)
class SpeakersProgress:
    """The speakers of a transcribed source are being found, up to ``done_s`` seconds."""

    source: str
    done_s: float


@dataclass(frozen=True)
class TranscriptDone:
    """The whole source is transcribed."""

    transcript: Transcript


Event: TypeAlias = (
    ModelLoading
    | ModelReady
    | DecodeProgress
    | SourceSegmented
    | SegmentStarted
    | CanvasStep
    | TokenWritten
    | SegmentDone
    | SpeakersProgress
    | TranscriptDone
)
