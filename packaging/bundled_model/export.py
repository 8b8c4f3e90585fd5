"""Writes trained weights as the model the app ships: the native adapter layout, fp16."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import tokenizer as vocab
import torch
from asr_filter import MAX_ERROR_SHARE
from losses import build
from numpy.typing import NDArray
from precision import autocast, pick_device
from safetensors.numpy import load_file, save_file
from settings import Settings
from transformers import DiffusionGemmaForBlockDiffusion
from weights import Weights

from app.models.adapter.native import write_native, write_tensors
from app.models.adapter.prompt import Prompt
from app.models.adapter.spec import (
    AdapterSpec,
    AdapterTensors,
    FusionConfig,
    SamplerConfig,
    WeightsRef,
    validate,
)
from app.speech.model.assembly import save_backbone
from app.speech.model.ngram_lm import NGRAM_FILE as NGRAMS
from app.speech.model.projector import Projector
from app.transcript.model import Start

FOLDERS = ("begin", "mean_with", "older")
HEARD = 500
"""Utterances of each language that are listened to for what is heard on average."""
LEAST_HEARD = 1e-5
"""Rarer tokens are taken to be so frequent: else the rarest would be heard everywhere."""


def training_rows(shard: Path) -> list[dict[str, Any]]:
    """The utterances of a shard without those that the peer misheard."""
    rows = json.loads(shard.read_text(encoding="utf-8"))
    return [row for row in rows if row.get("misheard", 0.0) <= MAX_ERROR_SHARE]


def provenance(corpus: Path, weights: Weights) -> dict[str, object]:
    """What the model learned from in its last run, counted in the corpus' own records; folders by their names."""
    hours: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    utterances: dict[str, int] = defaultdict(int)
    for path in corpus.glob("??-*.json"):
        for row in training_rows(path):
            hours[row["language"]][row["engine"]] += row["seconds"] / 3600
            utterances[row["language"]] += 1
    return {
        "steps": int(weights.state["step"]),
        "hours_of_training": round(weights.state["used_s"] / 3600, 2),
        "utterances": dict(sorted(utterances.items())),
        "hours_of_speech": {
            code: {engine: round(value, 2) for engine, value in sorted(engines.items())}
            for code, engines in sorted(hours.items())
        },
        "settings": weights.settings | {name: Path(weights.settings.get(name, "")).name for name in FOLDERS},
    }


@torch.inference_mode()
def label_priors(
    projector: Projector, backbone: DiffusionGemmaForBlockDiffusion, corpus: Path
) -> dict[str, NDArray[np.float16]]:
    """Return ``language.heard``: the log of the mean CTC probabilities (vocab,) over some utterances of every language.

    Utterances that the ASR filter rejected count too: the prior is of what the model writes, not of what it should write.
    """
    means: dict[str, NDArray[np.float16]] = {}
    device = backbone.device
    cap = backbone.final_logit_softcapping
    for code in sorted({path.name[:2] for path in corpus.glob("??-*.json")}):
        total, frames = torch.zeros(backbone.lm_head.out_features, dtype=torch.float64, device=device), 0
        said = [(path, row) for path in sorted(corpus.glob(f"{code}-*.json")) for row in json.loads(path.read_text())]
        for path, row in said[:: -(-len(said) // HEARD)]:
            block = np.load(path.with_suffix(".npy"), mmap_mode="r")[row["start"] : row["start"] + row["frames"]]
            sound = torch.from_numpy(block.astype(np.float32)).to(device)
            length = torch.tensor([row["frames"]], device=device)
            with autocast(device):
                hidden = projector(sound[None], length)[0, : int(projector.token_counts(length))]
                logits = torch.tanh(backbone.lm_head(hidden).float() / cap) * cap
            total += logits.softmax(-1).sum(0, dtype=torch.float64)
            frames += len(hidden)
        means[f"{code}.heard"] = (total / frames).clamp(min=LEAST_HEARD).log().cpu().numpy().astype(np.float16)
    return means


@dataclass(frozen=True)
class Export:
    """How a model is decoded, and what of it is shipped beside its weights."""

    run: str
    name: str
    title: str
    mean_with: str = ""
    """Other weights, with whose projector that of the run is averaged, and their share in the mean."""
    mean_share: float = 0.5
    start: Start | None = None
    """What canvases start from; None is the app's choice for an adapter that knows drafts."""
    draft_weight: float = 0.0
    """The draft's share of each prediction; 0 leaves the text to the denoiser."""
    draft_noise: float | None = None
    """The first share of noise on a canvas that keeps the draft in sight; None starts canvases from noise alone."""
    draft_share: float | None = None
    """Of the self-conditioning after the first step; None is what the run practised."""
    confidence: float = 0.005
    """Mean nats of a canvas below which it has settled."""
    candidates: Literal["sampled", "argmax"] = "sampled"
    """What an accepted position becomes: a token drawn from its prediction, or the most probable one."""
    entropy_bound: float = 0.1
    """Nats that the accepted positions of a step may sum up to; the default is that of DiffusionGemma."""
    rescoring: float = 0.0
    """Weight of the backbone where it rescores the steps of an alignment that starts from noise."""
    fusion: tuple[float, float, float] = (1.0, 2.5, 0.45)
    """Weight, bonus and prior of the language models; the corpus' label priors are measured anew."""
    choice: float = 0.15
    """Weight of the backbone where readings of the draft are nearly as probable."""
    segment_s: float = 10.0
    """The longest part that is read at once."""


def write_model(export: Export, weights: Weights, tokenizer: Path, corpus: Path, ngrams: Path, into: Path) -> None:
    """Write a model's folder but for its encoder: of weights, a tokenizer and language models."""
    settings = Settings.read(weights.shape)
    projector, backbone = build(settings)
    projector.load_state_dict(weights.projector())
    of_backbone = {name: value for name, value in weights.tensors.items() if name.startswith("backbone.")}
    backbone.load_state_dict({k.removeprefix("backbone."): v for k, v in of_backbone.items()}, strict=False)
    device = pick_device()
    projector.to(device).eval()
    backbone.to(device).eval()
    into.mkdir(parents=True, exist_ok=True)
    practised = float(weights.settings.get("draft_share", 0.0))
    spec = AdapterSpec(
        name=export.name,
        title=export.title,
        encoder=WeightsRef(folder="encoder", repository="openai/whisper-base"),
        backbone=WeightsRef(folder="backbone"),
        projector=projector.config,
        prompt=Prompt(
            before=(vocab.BOS, vocab.LANGUAGE["auto"], vocab.AUDIO_BEGIN),
            after=(vocab.AUDIO_END,),
            audio=vocab.AUDIO,
            language_at=1,
            languages=vocab.LANGUAGE,
        ),
        end_ids=(vocab.EOS,),
        pad_id=vocab.PAD,
        blank_id=vocab.BLANK,
        canvas=settings.canvas(),
        sampler=SamplerConfig(
            export.entropy_bound,
            confidence=export.confidence,
            candidates=export.candidates,
            rescoring=export.rescoring,
        ),
        languages=tuple(code for code in vocab.LANGUAGE if code != "auto"),
        start=export.start,
        draft_conditioning=True,
        draft_share=practised if export.draft_share is None else export.draft_share,
        draft_weight=export.draft_weight,
        draft_noise=export.draft_noise,
        fusion=FusionConfig(*export.fusion, backbone=export.choice),
        segment_s=export.segment_s,
        training=provenance(corpus, weights),
    )
    if problems := validate(spec):
        raise ValueError("; ".join(problems))
    write_native(into, spec)
    write_tensors(into, AdapterTensors({name: value.half() for name, value in projector.state_dict().items()}))
    save_backbone(into / "backbone", backbone.cpu())
    shutil.copy(tokenizer, into / "tokenizer.json")
    tensors = {name: value for name, value in load_file(ngrams).items() if not name.endswith(".heard")}
    save_file(tensors | label_priors(projector, backbone.to(device), corpus), into / NGRAMS)
    for path in into.rglob("*.safetensors"):
        path.chmod(0o644)
