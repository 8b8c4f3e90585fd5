"""The description of an adapter: what it needs, how it was trained, how it is sampled. Pure data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from torch import Tensor

from app.speech.model.projector import ProjectorConfig

from .prompt import Prompt


@dataclass(frozen=True)
class WeightsRef:
    """An encoder or a backbone: a folder beside the adapter, or a repository at a revision."""

    folder: str | None = None
    repository: str | None = None
    revision: str | None = None


@dataclass(frozen=True)
class CanvasConfig:
    """How long a canvas is: at most ``length``, and where a rate is set only what the audio, or its CTC draft, can fill."""

    length: int = 192
    per_audio_token: float | None = None
    extra: int = 0
    per_draft_token: float | None = None

    def length_for(self, audio_tokens: int, draft_tokens: int | None = None) -> int:
        """Of a part with so many audio tokens, whose CTC draft (where one was made) has so many tokens."""
        if self.per_draft_token is not None and draft_tokens is not None:
            return min(self.length, int(draft_tokens * self.per_draft_token) + self.extra)
        if self.per_audio_token is None:
            return self.length
        return min(self.length, int(audio_tokens * self.per_audio_token) + self.extra)


@dataclass(frozen=True)
class SamplerConfig:
    """Settings of the entropy-bound sampler; the defaults are DiffusionGemma's own."""

    entropy_bound: float = 0.1
    t_max: float = 0.8
    t_min: float = 0.4
    stability: int = 1
    confidence: float = 0.005


@dataclass(frozen=True)
class LoraSpec:
    """Rank, scale and targets of the LoRA on the backbone's attention; ``per_tower`` where encoder and decoder differ."""

    rank: int
    alpha: float
    targets: tuple[str, ...]
    per_tower: bool = True


@dataclass(frozen=True)
class FusionConfig:
    """What the language models of ``ngrams.safetensors`` count beside the sound when the CTC draft is read (shallow fusion)."""

    weight: float
    """Of their log-probabilities."""
    bonus: float
    """For each token, against the shortness that every factor below one rewards."""
    prior: float = 0.0
    """How much of what is heard on average is taken from what is heard, so that rare tokens are heard as well as usual ones:
    how likely each is without any sound, the language model says (label priors of hybrid systems, Bourlard and Morgan 1994)."""
    backbone: float = 0.0
    """Of the backbone's log-probabilities where several readings are nearly as probable; 0 asks it nothing."""


@dataclass(frozen=True)
class AdapterSpec:
    """Everything the tensors cannot tell."""

    name: str
    title: str
    encoder: WeightsRef
    backbone: WeightsRef
    projector: ProjectorConfig
    prompt: Prompt
    end_ids: tuple[int, ...]
    pad_id: int
    blank_id: int | None
    canvas: CanvasConfig = CanvasConfig()
    sampler: SamplerConfig = SamplerConfig()
    lora: LoraSpec | None = None
    languages: tuple[str, ...] = ()
    draft_conditioning: bool = False
    """Whether the first step's self-conditioning is the CTC draft, as the adapter was trained; without it there is none."""
    draft_weight: float = 0.0
    """How much of each step's prediction is the CTC draft's: 0 leaves it to the denoiser. Joint decoding, as Watanabe et al.
    (2017) do it with attention models: the two log-probabilities are mixed with weights ``1 - draft_weight`` and this."""
    fusion: FusionConfig | None = None
    """Where set, the draft is read together with a language model."""
    segment_s: float = 30.0
    """The longest segment the adapter was trained for."""
    pad_s: float | None = None
    """Where set, clips are padded with silence to so many seconds before the encoder, as the adapter was trained."""
    training: dict[str, Any] = field(default_factory=dict)
    assumptions: tuple[str, ...] = ()
    """What was found nowhere and is assumed, one sentence each."""


@dataclass(frozen=True)
class AdapterTensors:
    """The trained weights: ``projector`` by the names of ``Projector``, ``lora`` by the names of ``app.speech.lora``."""

    projector: dict[str, Tensor]
    lora: dict[str, Tensor] = field(default_factory=dict)
