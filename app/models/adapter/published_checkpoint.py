"""A published adapter's checkpoint: its tensors by name, its plain values, and which of them are LoRA of which layer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch
from torch import Tensor

from app.errors import ModelError

from .source_constants import SourceConstants
from .spec import TOWER_PREFIXES

IGNORED_KEYS = {"optimizer", "optim", "optimizer_state_dict", "scheduler", "lr_scheduler", "scaler", "rng", "rng_state"}
_LORA_SIDES = {
    "lora_A": "A",
    "lora_a": "A",
    "lora_down": "A",
    "A": "A",
    "lora_B": "B",
    "lora_b": "B",
    "lora_up": "B",
    "B": "B",
}
_LORA_KEY = re.compile(rf"(?P<module>.+)\.(?P<side>{'|'.join(_LORA_SIDES)})(\.\w+)??(\.weight)?")
_PARENT_MODULE = {"q_proj": "self_attn", "k_proj": "self_attn", "v_proj": "self_attn", "o_proj": "self_attn"}


def read_checkpoint(path: Path) -> tuple[dict[str, Tensor], SourceConstants]:
    """Named tensors and plain values of a checkpoint, however nested."""
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as gone:
        raise ModelError(
            "No adapter in {folder}.",
            "There is no {file} in it.",
            "Download it again.",
            folder=path.parent,
            file=path.name,
        ) from gone
    except UnpicklingError as unsafe:
        raise ModelError(
            "{file} is not opened, for your safety.",
            "It holds Python objects besides weights, which could run code: {reason}",
            "Use a revision that holds weights and plain values only, or the adapter's own code (reference runner).",
            file=path.name,
            reason=_first_line(unsafe),
        ) from unsafe
    except (OSError, RuntimeError, ValueError, EOFError, KeyError) as broken:
        raise ModelError(
            "{file} cannot be read.", "{reason}.", "Download it again.", file=path.name, reason=_first_line(broken)
        ) from broken
    tensors: dict[str, Tensor] = {}
    constants = SourceConstants()

    def walk(tree: Any, at: str) -> None:
        if isinstance(tree, Tensor):
            tensors[at] = tree
        elif isinstance(tree, Mapping):
            for key, value in tree.items():
                if str(key) not in IGNORED_KEYS:
                    walk(value, f"{at}.{key}" if at else str(key))
        elif isinstance(tree, list | tuple) and any(isinstance(item, Tensor | Mapping) for item in tree):
            for number, item in enumerate(tree):
                walk(item, f"{at}.{number}")
        else:
            constants.add_config(tree, at)

    walk(content, "")
    if not tensors:
        raise ModelError("{file} holds no weights.", "", "Download it again.", file=path.name)
    return tensors, constants


def split_lora(named: Mapping[str, Tensor]) -> tuple[dict[str, dict[str, Tensor]], dict[str, Tensor]]:
    """LoRA as module -> side -> tensor under the checkpoint's own module names, and everything else."""
    lora: dict[str, dict[str, Tensor]] = {}
    others: dict[str, Tensor] = {}
    for key, value in named.items():
        match = _LORA_KEY.fullmatch(key)
        if match and value.ndim == 2:
            lora.setdefault(match["module"], {})[_LORA_SIDES[match["side"]]] = value
        else:
            others[key] = value
    return lora, others


def lora_target_paths(module: str) -> tuple[str, ...]:
    """The backbone's paths of a LoRA module: one where it names its tower, else both towers'; none where it names no layer."""
    parts = module.split(".")
    at = next((n for n, part in enumerate(parts) if part.isdigit() and n + 1 < len(parts)), None)
    if at is None or "whisper" in module.lower():
        return ()
    below = [f"layers.{parts[at]}", *parts[at + 1 :]]
    if len(below) == 2 and below[1] in _PARENT_MODULE:
        below.insert(1, _PARENT_MODULE[below[1]])
    above = [part.lower() for part in parts[:at]]
    for tower, sign in (("decoder", "dec"), ("encoder", "enc")):
        if any(part.startswith(sign) or part.endswith((f"_{sign}", f"_{tower}")) for part in above):
            return (TOWER_PREFIXES[tower] + ".".join(below),)
    return tuple(tower + ".".join(below) for tower in TOWER_PREFIXES.values())


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [f"It ends too early or is no checkpoint ({type(error).__name__})"])[
        0
    ].rstrip(".")
