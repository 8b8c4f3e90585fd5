"""The description of an adapter: which weights it needs, how it was trained, how it is sampled. Pure data.

The names of all fields are the keys of ``adapter.json``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

from app.languages import LANGUAGES
from app.transcript.model import Start

from .prompt import Prompt

if TYPE_CHECKING:
    from torch import Tensor

TOWER_PREFIXES = {"encoder": "model.encoder.language_model.", "decoder": "model.decoder."}
"""Module paths of the backbone's two towers: the causal encoder of the prompt and the decoder of the canvas."""
FRAMES_PER_S = 50
"""Acoustic frames of Whisper's encoders."""
STEPS_MIN, STEPS_DEFAULT, STEPS_MAX = 1, 16, 48
"""The default is that of an adapter whose own number is not known."""
GUIDANCE_MIN, GUIDANCE_MAX = 1.0, 4.0
ACTIVATION_NAMES = ("gelu", "gelu_tanh", "relu", "silu", "none")


@dataclass(frozen=True)
class WeightsRef:
    """Reference to the weights of an encoder or a backbone: a folder in the model's own, or a repository at a revision."""

    folder: str | None = None
    repository: str | None = None
    revision: str | None = None


@dataclass(frozen=True)
class ProjectorConfig:
    """Layers of the projector from acoustic frames to audio tokens."""

    width_in: int
    hidden: int
    width_out: int
    strides: tuple[int, ...] = (2, 2, 2)
    kernel: int = 3
    enter: bool = True
    """Whether a linear layer stands before the convolutions; without one the first convolution takes ``width_in``."""
    enter_activation: bool = True
    """Whether the entering layer is followed by the activation."""
    last_activation: bool = True
    """Whether the last convolution is followed by the activation."""
    tail: tuple[int, ...] = ()
    """Widths of linear layers, each with the activation, between the convolutions and the last layer."""
    activation: str = "gelu"
    """One of ``ACTIVATION_NAMES``."""
    norm_eps: float | None = None
    """Epsilon of a LayerNorm behind the last layer; None without one. With one, the projector computes in fp32."""
    shortcut: bool = True
    """Whether a convolution of stride 1 adds to its input."""
    blocks: int = 0
    """Number of bidirectional layers that work on the audio tokens at the end."""
    heads: int = 4
    """Attention heads of such a layer."""
    reach: int = 7
    """Kernel of such a layer's depthwise convolution, in audio tokens; odd."""

    @property
    def subsample(self) -> int:
        """Frames per audio token."""
        return math.prod(self.strides)


@dataclass(frozen=True)
class CanvasConfig:
    """Length of a canvas: at most ``length``; where a rate is set, at most what the audio or its CTC draft can fill."""

    length: int = 192
    per_audio_token: float | None = None
    extra: int = 0
    per_draft_token: float | None = None
    layout: Literal["text", "alignment"] = "text"
    """What the positions hold: a text and its end token, as published; or an alignment, with a position for each audio token
    that holds a text token or CTC's blank (Chan et al. 2020, arXiv:2002.08926). It stands at the positions of the audio tokens;
    where no draft is in sight, each of these is part of its position's self-conditioning."""

    def length_for(self, audio_tokens: int, draft_tokens: int | None = None) -> int:
        """Canvas positions for a chunk with so many audio tokens and, where a CTC draft was made, so many draft tokens."""
        if self.layout == "alignment":
            return min(self.length, audio_tokens)
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
    acceptance: Literal["cumulative", "per_position"] = "cumulative"
    """Which positions are kept: the lowest entropies while those before one sum up to the bound, as DiffusionGemma does; or
    every position with an entropy under the bound."""
    candidates: Literal["sampled", "argmax"] = "sampled"
    """What an accepted position becomes: a token drawn from its prediction, as DiffusionGemma does, or the likeliest one."""
    rescoring: float = 0.0
    """Weight of the backbone's log-likelihoods where it rescores the n-best texts of an alignment that starts from noise, at
    every second step (``step_rescoring.py``); 0 disables it."""


@dataclass(frozen=True)
class LoraSpec:
    """Rank, scale and targets of the LoRA on the backbone's attention; ``per_tower`` where encoder and decoder differ."""

    rank: int
    alpha: float
    targets: tuple[str, ...]
    per_tower: bool = True


@dataclass(frozen=True)
class FusionConfig:
    """Shallow fusion of the CTC draft with the n-gram models of ``ngrams.safetensors``."""

    weight: float
    """Weight of the language model's log-probabilities."""
    bonus: float
    """Added per token: makes up for the short texts that every factor below one prefers."""
    prior: float = 0.0
    """Exponent of the CTC label prior that is divided out before fusion (Bourlard and Morgan 1994); 0 disables it.

    Without it, rare tokens lose to frequent ones; the n-gram model supplies token frequencies instead.
    """
    backbone: float = 0.0
    """Weight of the backbone's log-probabilities when nearly equal hypotheses are rescored; 0 disables rescoring."""


@dataclass(frozen=True)
class AdapterSpec:
    """What the tensors of an adapter do not say."""

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
    steps: int | None = None
    """The number of steps that its authors decode with; None where it is not known."""
    ctc_softcap: bool = True
    """Whether the logits of the audio tokens, which CTC reads, are softcapped like all others."""
    start: Start | None = None
    """What its canvases start from where the user chose nothing; None is ``default_start``'s choice."""
    untrained_tail: bool = False
    """Whether no position behind the end token was trained. The sampler then looks at positions up to the first end token of
    the belief, and the others are renoised at every step."""
    draft_conditioning: bool = False
    """Whether the adapter was trained with the CTC draft as the first step's self-conditioning. Without it a canvas that starts
    from the draft holds the draft's tokens."""
    draft_noise: float | None = None
    """Where set, a canvas that starts from the draft holds its tokens, this share of them replaced by noise. Positions that
    are not accepted become the draft's tokens again, with ever less noise: none after some steps
    (``denoiser.draft_noise_share``). An alignment's text has the draft's token there, too."""
    draft_share: float = 0.0
    """Share of the draft in the self-conditioning after the first step, 0 to 1; the rest is the denoiser's own prediction."""
    draft_weight: float = 0.0
    """Weight of the CTC draft in each step's prediction; 0 leaves it to the denoiser. Joint decoding as Watanabe et al.
    (2017) do it with attention models: the two log-probabilities are mixed with weights ``1 - draft_weight`` and this."""
    guidance: float = 1.0
    """Weight of the sound in each prediction, against a prediction without the sound; 1 predicts once and guides nothing
    (classifier-free guidance, Ho and Salimans 2022)."""
    fusion: FusionConfig | None = None
    """None decodes the draft without a language model."""
    remove_repetitions: bool = False
    """Whether words and phrases that are repeated to fill the canvas are removed from the text, as its authors do."""
    segment_s: float = 30.0
    """The longest segment the adapter was trained for; with ``segment_window_s``, where speech that goes on is cut."""
    segment_window_s: float | None = None
    """Width of the window around ``segment_s`` in whose quietest frame speech is cut. None: at pauses before ``segment_s``."""
    pad_s: float | None = None
    """Length to which clips are padded with silence before the encoder, as the adapter was trained; None pads nothing."""
    training: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    """Where values were read, by their names in ``profile.values_with_origins``: a file, the paper, or ``assumed``."""
    assumptions: tuple[str, ...] = ()
    """One sentence for each value that was found nowhere and is assumed."""

    @property
    def default_steps(self) -> int:
        """The number of steps that its canvases take at most unless the user chose."""
        return min(self.steps or STEPS_DEFAULT, STEPS_MAX)

    @property
    def default_start(self) -> Start:
        """What canvases start from unless the user chose: from the draft where the adapter was trained with drafts."""
        return self.start or ("draft" if self.draft_conditioning else "noise")

    @property
    def max_segment_s(self) -> float:
        """Length of the longest segment in seconds."""
        return self.segment_s + (self.segment_window_s or 0.0) / 2


@dataclass(frozen=True)
class AdapterTensors:
    """The trained weights: ``projector`` by the names of ``Projector``, ``lora`` by the names of ``app.speech.model.lora``."""

    projector: dict[str, Tensor]
    lora: dict[str, Tensor] = field(default_factory=dict)


def validate(spec: AdapterSpec) -> list[str]:
    """Return one clause for each value of a spec that cannot be right; empty for a sound spec."""
    problems = [*_weights_problems(spec), *_prompt_problems(spec), *_projector_problems(spec.projector)]
    problems += _canvas_problems(spec)
    if spec.steps is not None and spec.steps < 1:
        problems.append(f"steps: must be at least 1, not {spec.steps}")
    sampler = spec.sampler
    temperatures_in_order = 0 < sampler.t_min <= sampler.t_max
    if not (temperatures_in_order and sampler.entropy_bound > 0 and sampler.stability >= 0 and sampler.confidence > 0):
        problems.append("sampler: needs 0 < t_min <= t_max, entropy_bound > 0, stability >= 0 and confidence > 0")
    if sampler.rescoring < 0:
        problems.append(f"sampler.rescoring: must not be negative, not {sampler.rescoring:g}")
    if sampler.rescoring and (spec.canvas.layout != "alignment" or not spec.prompt.after):
        problems.append("sampler.rescoring: needs an alignment, and a token behind the audio (prompt.after)")
    if not GUIDANCE_MIN <= spec.guidance <= GUIDANCE_MAX:
        problems.append(f"guidance: must be {GUIDANCE_MIN:g} to {GUIDANCE_MAX:g}, not {spec.guidance:g}")
    shares = (
        ("draft_noise", spec.draft_noise or 0),
        ("draft_share", spec.draft_share),
        ("draft_weight", spec.draft_weight),
    )
    for name, share in shares:
        if not 0 <= share <= 1:
            problems.append(f"{name}: must be 0 to 1, not {share:g}")
    if spec.fusion is not None and min(spec.fusion.weight, spec.fusion.prior, spec.fusion.backbone) < 0:
        problems.append("fusion.weight, fusion.prior, fusion.backbone: must not be negative")
    if spec.fusion is not None and spec.fusion.backbone and not spec.prompt.after:
        problems.append("fusion.backbone: needs a token behind the audio (prompt.after), which says what comes first")
    if spec.lora is not None and (spec.lora.rank < 1 or not spec.lora.targets):
        problems.append("lora: needs a rank of at least 1 and targets")
    unknown = [code for code in spec.languages if code not in LANGUAGES]
    if unknown:
        problems.append(f"languages: {', '.join(unknown)} unknown; known are {', '.join(LANGUAGES)}")
    if spec.segment_s <= 0 or (spec.pad_s is not None and spec.pad_s <= 0):
        problems.append("segment_s, pad_s: must be more than 0 seconds")
    if spec.segment_window_s is not None and not 0 < spec.segment_window_s < spec.segment_s:
        problems.append("segment_window_s: must be more than 0 seconds and less than segment_s")
    return problems


def _canvas_problems(spec: AdapterSpec) -> Iterator[str]:
    canvas = spec.canvas
    if canvas.length < 1:
        yield f"canvas.length: must be at least 1, not {canvas.length}"
    if canvas.layout == "alignment":
        if spec.blank_id is None:
            yield "canvas.layout: an alignment needs blank_id, the token between those of the text"
        if not spec.draft_conditioning:
            yield "canvas.layout: an alignment needs draft_conditioning; without it nobody seeks where a draft is heard"
        if spec.max_segment_s * FRAMES_PER_S > canvas.length * spec.projector.subsample:
            yield f"canvas.length: {canvas.length} positions are too few for {spec.max_segment_s:g} s"


def _weights_problems(spec: AdapterSpec) -> Iterator[str]:
    for name, ref in (("encoder", spec.encoder), ("backbone", spec.backbone)):
        if not (ref.folder or ref.repository):
            yield f"{name}: needs a folder or a repository"
        path = PurePosixPath((ref.folder or ".").replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in str(path):
            yield f"{name}.folder: must lie inside the model's folder, not {ref.folder!r}"


def _prompt_problems(spec: AdapterSpec) -> Iterator[str]:
    prompt = spec.prompt
    ids = {
        "prompt.before": prompt.before,
        "prompt.after": prompt.after,
        "prompt.audio": (prompt.audio,),
        "prompt.languages": tuple(prompt.languages.values()),
        "end_ids": spec.end_ids,
        "pad_id": (spec.pad_id,),
        "blank_id": (spec.blank_id or 0,),
    }
    for name, values in ids.items():
        if any(value < 0 for value in values):
            yield f"{name}: token ids count from 0"
    if prompt.audio in (*prompt.before, *prompt.after):
        yield "prompt: the audio token may only stand in the audio's place"
    if prompt.language_at is not None and not 0 <= prompt.language_at < len(prompt.before):
        yield f"prompt.language_at: {prompt.language_at} is no position of prompt.before"
    if not spec.end_ids:
        yield "end_ids: at least one token must end a transcript"


def _projector_problems(config: ProjectorConfig) -> Iterator[str]:
    if min(config.width_in, config.hidden, config.width_out, *config.strides) < 1:
        yield "projector: widths and strides count from 1"
    if config.kernel < 1 or config.kernel % 2 == 0:
        yield f"projector.kernel: must be odd, not {config.kernel}"
    if config.norm_eps is not None and config.norm_eps <= 0:
        yield f"projector.norm_eps: must be more than 0, not {config.norm_eps:g}"
    if config.activation not in ACTIVATION_NAMES:
        yield f"projector.activation: {config.activation!r} is none of {', '.join(ACTIVATION_NAMES)}"
