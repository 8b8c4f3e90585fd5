"""The checkpoint of a published adapter: its tensors by name, its plain values, and the layers that its LoRA belongs to."""

from __future__ import annotations

import re
import threading
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
CONFIG_CLASS = "AudioDiffusionConfig"
"""The one class besides tensors whose objects a checkpoint may hold."""
CONFIG_MODULES = ("model", "__main__")
"""The modules it may be pickled under: the authors' file as it is imported, and as it is run."""
_LOADING = threading.Lock()
"""The classes that ``torch.load`` accepts are a setting of the process."""
_PARENT_MODULE = {"q_proj": "self_attn", "k_proj": "self_attn", "v_proj": "self_attn", "o_proj": "self_attn"}


class ConfigStandIn:
    """Takes the place of an ``AudioDiffusionConfig`` in a pickle: keeps its fields, has no code of its own.

    Any other state than fields by name, as that of a class with its own ``__getstate__``, is refused.
    """

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}

    def __new__(cls) -> ConfigStandIn:
        """Return a stand-in without fields: unpickling calls no ``__init__``."""
        made = super().__new__(cls)
        made.fields = {}
        return made

    def __setstate__(self, state: Any) -> None:
        """Take over the fields of a pickled object: its ``__dict__``, or that and its slots."""
        for part in state if isinstance(state, tuple) else (state,):
            if not isinstance(part, dict | None):
                raise UnpicklingError(f"{CONFIG_CLASS} has a state of its own ({type(part).__name__})")
            self.fields |= part or {}


def read_checkpoint(path: Path) -> tuple[dict[str, Tensor], SourceConstants]:
    """Read a checkpoint, however nested; its pickle may hold tensors, plain values and the authors' config object only.

    Returns:
        Tensors by dotted path, and plain values as constants.

    Raises:
        ModelError: the file is missing, damaged, without tensors, or holds other Python objects.
    """
    try:
        stand_ins: list[Any] = [(ConfigStandIn, f"{module}.{CONFIG_CLASS}") for module in CONFIG_MODULES]
        with _LOADING, torch.serialization.safe_globals(stand_ins):
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
            reason=_refusal(unsafe),
        ) from unsafe
    except (OSError, RuntimeError, ValueError, EOFError, KeyError, TypeError) as broken:
        raise ModelError(
            "{file} cannot be read.", "{reason}.", "Download it again.", file=path.name, reason=_first_line(broken)
        ) from broken
    tensors: dict[str, Tensor] = {}
    constants = SourceConstants()

    def walk(tree: Any, path: str) -> None:
        if isinstance(tree, Tensor):
            tensors[path] = tree
        elif isinstance(tree, ConfigStandIn):
            walk(tree.fields, path or "config")
        elif isinstance(tree, Mapping):
            for key, value in tree.items():
                if str(key) not in IGNORED_KEYS:
                    walk(value, f"{path}.{key}" if path else str(key))
        elif isinstance(tree, list | tuple) and any(isinstance(item, Tensor | Mapping) for item in tree):
            for index, item in enumerate(tree):
                walk(item, f"{path}.{index}")
        else:
            constants.add_config(tree, path)

    walk(content, "")
    if not tensors:
        raise ModelError("{file} holds no weights.", "", "Download it again.", file=path.name)
    return tensors, constants


def split_lora(named: Mapping[str, Tensor]) -> tuple[dict[str, dict[str, Tensor]], dict[str, Tensor]]:
    """Split tensors into LoRA, as module -> ``A`` or ``B`` -> tensor with the checkpoint's module names, and all others."""
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
    """Return the backbone's module paths for a LoRA module of a checkpoint.

    One path where the module names its tower, one per tower where it does not, none where it names no layer.
    """
    names = module.split(".")
    layer = next((index for index, name in enumerate(names) if name.isdigit() and index + 1 < len(names)), None)
    if layer is None or "whisper" in module.lower():
        return ()
    path = [f"layers.{names[layer]}", *names[layer + 1 :]]
    if len(path) == 2 and path[1] in _PARENT_MODULE:
        path.insert(1, _PARENT_MODULE[path[1]])
    owners = [name.lower() for name in names[:layer]]
    for tower, abbreviation in (("decoder", "dec"), ("encoder", "enc")):
        if any(name.startswith(abbreviation) or name.endswith((f"_{abbreviation}", f"_{tower}")) for name in owners):
            return (TOWER_PREFIXES[tower] + ".".join(path),)
    return tuple(prefix + ".".join(path) for prefix in TOWER_PREFIXES.values())


def _refusal(error: UnpicklingError) -> str:
    """Return the dotted name of the class that ``torch.load`` refused; for another error, its first line without advice."""
    named = re.search(r"GLOBAL (\S+)", str(error)) or re.search(r"WeightsUnpickler error:\s*(.+)", str(error))
    return named[1] if named else _first_line(error)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [f"It ends too early or is no checkpoint ({type(error).__name__})"]
    return lines[0].rstrip(".")
