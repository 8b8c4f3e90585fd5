"""What the pipeline asks of a decoder: ``SegmentDecoder`` denoises canvases, ``WhisperDecoder`` writes from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol, TypeAlias, TypeVar

import torch

from app.models.hardware import VerifiedDevice
from app.speech.audio.samples import Samples
from app.speech.audio.segmentation import SegmentLimits
from app.speech.events import CanvasStep, ModelReady, SegmentStarted, TokenWritten
from app.speech.model.speech_model import ClipFeatures
from app.speech.options import TranscribeOptions
from app.speech.redecode import FixedText
from app.speech.stage_timer import StageTimer

from .prepared_batch import AudioChunk, DecodedChunk, PreparedBatch

BatchT = TypeVar("BatchT", bound=PreparedBatch)


class ChunkDecoder(Protocol[BatchT]):
    """Decodes audio chunks with one model. Does not switch gradients off: its caller sees to that."""

    @property
    def device(self) -> torch.device: ...

    @property
    def segment_limits(self) -> SegmentLimits:
        """How sources are cut for the model."""
        ...

    @property
    def max_batch(self) -> int:
        """The most chunks to decode together."""
        ...

    @property
    def prefills_ahead(self) -> bool:
        """Whether a batch may be prefilled while another one is decoded."""
        ...

    @property
    def gains_from_parts(self) -> bool:
        """Whether threads that decode a part of a batch each are faster than all of them on the whole batch."""
        ...

    def ready(self, device: VerifiedDevice) -> ModelReady:
        """Return the event that describes the model, on the device it runs on."""
        ...

    def require_language(self, language: str) -> None:
        """Raise ``ModelError`` if the model cannot write a language, ``auto`` or a code."""
        ...

    def features(self, audio: Samples) -> ClipFeatures:
        """Return the acoustic encoder's input for a mono 16 kHz clip (n,)."""
        ...

    def prefill(self, chunks: list[AudioChunk], options: TranscribeOptions, timer: StageTimer) -> BatchT:
        """Do what comes before the first token or denoising step."""
        ...

    def prefill_with_fixed_text(
        self, chunk: AudioChunk, fixed_text: FixedText, options: TranscribeOptions, timer: StageTimer
    ) -> BatchT:
        """The same for a chunk of whose text some words are fixed. Raises ``ModelError`` where the text does not fit."""
        ...

    def decode_splitting_overflow(
        self, batch: BatchT, options: TranscribeOptions, timer: StageTimer
    ) -> Iterator[SegmentStarted | CanvasStep | TokenWritten | list[DecodedChunk]]:
        """Decode each chunk; one whose text does not end is split at a pause and decoded again.

        Yields its events, and the results of a chunk as a list: one, or those of its parts in order.
        """
        ...


AnyDecoder: TypeAlias = ChunkDecoder[Any]
