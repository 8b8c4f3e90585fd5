"""Weights to begin with or to ship: of a training run's folder (``last.pt``) or of a model's (``adapter.json``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from settings import SHAPE
from torch import Tensor

from app.models.adapter.native import read_native, read_tensors
from app.speech.model.assembly import load_backbone

CHECKPOINT = "last.pt"


@dataclass
class Weights:
    tensors: dict[str, Tensor]
    """``projector.*`` and ``backbone.*``."""
    settings: dict[str, Any]
    """Those of the run that made them."""
    state: dict[str, float]
    """Steps and seconds of that run, and whether the backbone has ever been trained."""

    @property
    def shape(self) -> dict[str, Any]:
        return {name: self.settings[name] for name in SHAPE if name in self.settings}

    def projector(self) -> dict[str, Tensor]:
        """Its tensors by the names of ``Projector``."""
        start = "projector."
        return {name.removeprefix(start): value for name, value in self.tensors.items() if name.startswith(start)}

    def average_projector(self, other: Weights, share: float) -> None:
        """Turn the projector into the mean with another one that has a ``share``."""
        for name, value in other.projector().items():
            name = f"projector.{name}"
            self.tensors[name] = share * value + (1 - share) * self.tensors[name]


def read_weights(folder: Path) -> Weights:
    """In fp32 and on the CPU."""
    if (folder / CHECKPOINT).exists():
        kept = torch.load(folder / CHECKPOINT, map_location="cpu", weights_only=True)
        return Weights(
            {name: value.float() for name, value in kept["model"].items()},
            kept["settings"],
            {"backbone_trained": True} | kept["state"],
        )
    spec = read_native(folder)
    tensors = {f"projector.{name}": value.float() for name, value in read_tensors(folder, spec).projector.items()}
    tensors |= {f"backbone.{name}": value for name, value in load_backbone(folder / "backbone").state_dict().items()}
    return Weights(tensors, spec.training.get("settings", {}), {"backbone_trained": True})
