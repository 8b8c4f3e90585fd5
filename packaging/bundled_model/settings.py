"""The settings of a training run: its table in the plan, name by name."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Literal

from app.models.adapter.spec import CanvasConfig

SHAPE = (
    "vocab_size", "hidden", "layers", "heads", "mlp", "expert", "projector_hidden", "strides", "blocks",
    "canvas_per_token", "canvas_per_draft", "canvas_extra", "layout",
)  # fmt: skip
"""What a run takes over from the weights that it begins with, unless the plan says otherwise."""


@dataclass
class Settings:
    # the run
    losses: Literal["ctc", "all", "denoiser"] = "ctc"
    """The projector's CTC loss alone, all losses together, or the backbone's alone, with projector and embeddings frozen."""
    begin: str = ""
    """The weights to begin with: another run's name, a folder of a run or of a model, or ``shipped``; else random ones."""
    mean_with: str = ""
    """Weights whose projector is averaged with that of ``begin``."""
    mean_share: float = 0.5
    """Share of the other projector in that mean."""
    older: str = ""
    """Weights of an older projector (``older_shares``)."""
    minutes: float = 60.0
    max_steps: int = 10**9
    processor_time: bool = False
    """Whether the minutes are those of the first process's processor, for machines that others keep busy."""
    seed: int = 0

    # the shape of a model that begins with random weights; a projector may get more blocks later
    vocab_size: int = 3600
    hidden: int = 256
    layers: int = 4
    heads: int = 4
    mlp: int = 640
    expert: int = 256
    projector_hidden: int = 384
    strides: tuple[int, ...] = (2, 2)
    blocks: int = 6
    canvas_per_token: float = 0.7
    canvas_per_draft: float = 1.15
    canvas_extra: int = 6
    layout: Literal["text", "alignment"] = "text"
    """What a canvas holds: a text, or an alignment with a position for each audio token."""

    # data and rates
    frames_per_batch: int = 8_000
    """Encoder frames of a batch, padding included, in each process."""
    curriculum: tuple[tuple[float, float], ...] = ((0.0, 5.0), (0.15, 8.0), (0.7, 12.0))
    """From which share of the run on utterances of how many seconds at most are used: short ones teach the alignment."""
    shares: dict[str, float] = field(default_factory=dict)
    """By language code, how often a pass takes its utterances; once where it is not named."""
    max_over_median: float = 1.5
    """A pass takes at most this many times the median language's utterances of any language, before ``shares``."""
    peak_rate: float = 5e-3
    warmup_steps: int = 150

    # CTC
    ctc_weight: float = 0.4
    """Weight of the CTC loss beside the others."""
    tempo_fraction: float = 0.0
    """CTC alone: share of the batches whose tempo is changed by up to 15 % (``change_tempo``)."""
    mixstyle_fraction: float = 0.0
    """CTC alone: share of the utterances whose channel statistics are mixed with another's (``mix_style``)."""
    consistency_weight: float = 0.0
    """CTC alone: above 0, each utterance is heard in two masked views, which must agree (``Trainer.consistent_ctc``)."""
    ctc_feature_mask: tuple[float, float] = (1.6, 1.6)
    """Range of the strength of feature masking, but for the denoiser alone."""

    # the backbone
    ar_weight: float = 1.0
    diffusion_weight: float = 1.0
    tail_weight: float = 0.1
    """Weight of the loss at positions behind the end token."""
    blank_weight: float = 1.0
    """Weight of the loss at an alignment's blanks."""
    marginal_alignments: bool = False
    """Alignments without a draft: whether the loss is that of all alignments of the text (CTC's) instead of that of one, as in
    Align-Refine (Chi et al. 2021). One alignment teaches a blank where two neighbours share a token's probability."""
    intact_weight: float = 1.0
    """Weight of the loss at positions of the canvas that are not noise."""
    canvases: int = 2
    """Noised canvases per utterance: the causal pass is paid once, the denoiser learns from each."""
    denoise_fraction: float = 1.0
    """Share of the batches on which the denoiser practises; on the others only the causal pass learns, much faster."""
    feature_mask: tuple[float, float] = (2.0, 7.0)
    """The same for the denoiser alone, for draft and audio tokens alike: by so little they are as wrong as they will be on
    new voices, and wrong together."""
    older_shares: dict[str, tuple[float, float]] = field(default_factory=dict)
    """With ``older``: by language code, the range of the older projector's share that is mixed into a batch's. It has not
    learned these clips by heart, so what is heard of them is as wrong as on new voices; the fewer voices a language has, the
    larger the share must be for that."""

    # drafts
    no_draft_fraction: float = 0.05
    """Share of the batches without a draft."""
    draft_errors: float = 0.08
    """Share of a greedy draft's tokens that are changed, lost or doubled, so that it is not trusted more than it will
    deserve on new voices."""
    draft_mask: float = 3.0
    """With all losses: drafts are read from features masked so much more, as the projector learns the clips by heart."""
    fusions: tuple[tuple[float, float, float], ...] = ()
    """Weights, bonuses and priors of the language models, one of which reads a batch's drafts; greedy drafts without any."""
    draft_canvas_fraction: float = 0.0
    """Share of the batches with a draft whose canvas holds the draft's tokens instead of the clean text."""
    draft_noise: float = 0.3
    """Up to this share of those tokens becomes noise."""
    own_prediction_fraction: float = 0.3
    """Share of the batches with self-conditioning on the denoiser's own prediction from a noisier canvas."""
    draft_share: float = 0.0
    """Share of the draft in that self-conditioning; above 0 for a loop that keeps the draft at every step."""
    rollout_fraction: float = 0.0
    """Share of the batches with such self-conditioning whose canvas is what the sampler makes of that prediction, mistakes
    and all, instead of the clean text with noise."""

    # spliced sentences
    spliced_fraction: float = 0.0
    """Share of the batches that are sentences spliced of clips."""
    splice_shares: dict[str, float] = field(default_factory=dict)
    """By language code, how many sentences of it are spliced, compared with the others."""
    clips_per_language: int = 1500
    """Clips of a language that every process cuts up for them."""

    @classmethod
    def read(cls, values: dict[str, Any]) -> Settings:
        """Raises ``ValueError`` where a name is unknown or a value is of another type than the default."""
        defaults = {each.name: getattr(cls(), each.name) for each in fields(cls)}
        if unknown := values.keys() - defaults.keys():
            raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}")
        for name, value in values.items():
            wanted = type(defaults[name])
            alike = {float: (int, float), tuple: (list, tuple)}.get(wanted, wanted)
            if not isinstance(value, alike) or (wanted is not bool and isinstance(value, bool)):
                raise ValueError(f"{name}: {value!r} is no {wanted.__name__}")
        return cls(**{name: type(defaults[name])(value) for name, value in values.items()})

    def canvas(self) -> CanvasConfig:
        if self.layout == "alignment":
            return CanvasConfig(192, layout="alignment")
        return CanvasConfig(192, self.canvas_per_token, self.canvas_extra, self.canvas_per_draft)
