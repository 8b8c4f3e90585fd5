"""Adapters: what turns an encoder and a backbone into a recogniser, with every choice written down.

Native layout, a folder with ``adapter.json`` (this schema), ``adapter.safetensors`` (projector, LoRA), ``tokenizer.json`` and,
where encoder or backbone are shipped with it, their folders.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..speech.errors import ModelError
from ..speech.projector import ProjectorConfig
from ..speech.prompt import Prompt

SCHEMA = 1


@dataclass(frozen=True)
class Part:
    """An encoder or a backbone: a folder beside the adapter, or a repository at a revision."""

    folder: str | None = None
    repository: str | None = None
    revision: str | None = None


@dataclass(frozen=True)
class Canvas:
    """How long a canvas is: ``length`` positions at most, and where ``per_audio_token`` is set only as many as the audio can fill."""

    length: int = 192
    per_audio_token: float | None = None
    extra: int = 0

    def positions(self, audio_tokens: int) -> int:
        if self.per_audio_token is None:
            return self.length
        return min(self.length, int(audio_tokens * self.per_audio_token) + self.extra)


@dataclass(frozen=True)
class Sampler:
    """Settings of the entropy-bound sampler; the defaults are DiffusionGemma's own."""

    entropy_bound: float = 0.1
    t_max: float = 0.8
    t_min: float = 0.4
    stability: int = 1
    confidence: float = 0.005


@dataclass(frozen=True)
class Lora:
    """Rank, scale and targets of the LoRA on the backbone's attention; ``per_tower`` where encoder and decoder differ."""

    rank: int
    alpha: float
    targets: tuple[str, ...]
    per_tower: bool = True


@dataclass(frozen=True)
class AdapterSpec:
    """Everything the tensors cannot tell."""

    name: str
    title: str
    encoder: Part
    backbone: Part
    projector: ProjectorConfig
    prompt: Prompt
    end_ids: tuple[int, ...]
    pad_id: int
    blank_id: int | None
    canvas: Canvas = Canvas()
    sampler: Sampler = Sampler()
    lora: Lora | None = None
    languages: tuple[str, ...] = ()
    segment_s: float = 30.0
    """The longest segment the adapter was trained for."""
    training: dict[str, Any] = field(default_factory=dict)
    assumptions: tuple[str, ...] = ()
    """What was found nowhere and is assumed, one sentence each."""


def write_native(folder: Path, spec: AdapterSpec) -> None:
    """Write ``adapter.json``."""
    body = {"schema": SCHEMA, **asdict(spec)}
    (folder / "adapter.json").write_text(json.dumps(body, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_native(folder: Path) -> AdapterSpec:
    """Read ``adapter.json``; raises ``ModelError`` where it is missing, of another schema or incomplete."""
    path = folder / "adapter.json"
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as gone:
        raise ModelError(f"No model in {folder}.", "There is no adapter.json in it.", "Choose a model's own folder.") from gone
    except (OSError, ValueError) as broken:
        raise ModelError(f"The model in {folder} cannot be read.", str(broken), "Install it again.") from broken
    if body.get("schema") != SCHEMA:
        raise ModelError(
            f"The model in {folder} has layout version {body.get('schema')}.",
            f"This version of Anneal reads version {SCHEMA}.",
            "Update Anneal or the model.",
        )
    try:
        return AdapterSpec(
            name=body["name"],
            title=body["title"],
            encoder=Part(**body["encoder"]),
            backbone=Part(**body["backbone"]),
            projector=ProjectorConfig(**body["projector"] | {"strides": tuple(body["projector"]["strides"])}),
            prompt=Prompt(
                **body["prompt"]
                | {"before": tuple(body["prompt"]["before"]), "after": tuple(body["prompt"]["after"])}
            ),
            end_ids=tuple(body["end_ids"]),
            pad_id=body["pad_id"],
            blank_id=body["blank_id"],
            canvas=Canvas(**body["canvas"]),
            sampler=Sampler(**body["sampler"]),
            lora=Lora(**body["lora"] | {"targets": tuple(body["lora"]["targets"])}) if body.get("lora") else None,
            languages=tuple(body["languages"]),
            segment_s=body["segment_s"],
            training=body.get("training", {}),
            assumptions=tuple(body.get("assumptions", ())),
        )
    except (KeyError, TypeError) as missing:
        raise ModelError(f"The model in {folder} is incomplete.", f"adapter.json: {missing}.", "Install it again.") from missing
