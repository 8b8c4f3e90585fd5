"""LoRA on the backbone's two towers, through peft, and never merged.

The encoder's and the decoder's layers share their weights (same storage), so a delta merged into one would change the other:
``W + scale * B A`` is computed beside the shared ``W``, each tower with its own ``A`` and ``B``.

Tensors are named by the module they belong to: ``<module>.A`` (rank, in) and ``<module>.B`` (out, rank), where ``<module>`` is
a path in the backbone, or, for LoRA that the towers share, the path below them (``layers.0.self_attn.q_proj``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import torch
from peft import LoraConfig, inject_adapter_in_model
from peft.tuners.lora import LoraLayer
from torch import Tensor, nn
from transformers import DiffusionGemmaForBlockDiffusion

from app.errors import ModelError, translatable
from app.models.adapter.spec import TOWER_PREFIXES, LoraSpec

ADAPTER_NAME = "default"


def target_paths(backbone: DiffusionGemmaForBlockDiffusion, layer_names: Iterable[str]) -> list[str]:
    """Return the paths of the linear layers of these names in both towers. Full attention has no ``v_proj``."""
    names = set(layer_names)
    return [
        name
        for name, module in backbone.named_modules()
        if isinstance(module, nn.Linear)
        and name.startswith(tuple(f"{tower}layers." for tower in TOWER_PREFIXES.values()))
        and name.rsplit(".", 1)[-1] in names
    ]


def attach_lora(
    backbone: DiffusionGemmaForBlockDiffusion, lora: LoraSpec, modules: Iterable[str] | None = None
) -> None:
    """Attach fresh LoRA (``B`` zero) to ``modules``, by default to ``lora.targets`` in both towers.

    Afterwards only the LoRA requires gradients. Where ``lora.per_tower`` is false, both towers hold the same ``A`` and ``B``.
    """
    paths = sorted(target_paths(backbone, lora.targets) if modules is None else modules)
    config = LoraConfig(
        r=lora.rank,
        lora_alpha=lora.alpha,  # peft divides it: a fraction is all right
        lora_dropout=0.0,
        bias="none",
        target_modules="|".join(re.escape(path) for path in paths),  # one regular expression is matched in full
    )
    inject_adapter_in_model(config, backbone, adapter_name=ADAPTER_NAME)
    if not lora.per_tower:
        layers = dict(lora_layers(backbone))
        for path, layer in layers.items():
            twin = layers.get(path.replace(TOWER_PREFIXES["decoder"], TOWER_PREFIXES["encoder"], 1))
            if path.startswith(TOWER_PREFIXES["decoder"]) and twin is not None:
                layer.lora_A[ADAPTER_NAME].weight = twin.lora_A[ADAPTER_NAME].weight
                layer.lora_B[ADAPTER_NAME].weight = twin.lora_B[ADAPTER_NAME].weight


def lora_layers(backbone: DiffusionGemmaForBlockDiffusion) -> Iterable[tuple[str, LoraLayer]]:
    """Return every layer that carries LoRA, with its path."""
    return ((name, module) for name, module in backbone.named_modules() if isinstance(module, LoraLayer))


def lora_tensors(backbone: DiffusionGemmaForBlockDiffusion, per_tower: bool = True) -> dict[str, Tensor]:
    """Return the LoRA of a backbone, named as ``load_lora`` reads it."""
    tensors = {}
    for path, layer in lora_layers(backbone):
        name = (
            path if per_tower else path.removeprefix(TOWER_PREFIXES["encoder"]).removeprefix(TOWER_PREFIXES["decoder"])
        )
        tensors[f"{name}.A"] = layer.lora_A[ADAPTER_NAME].weight.detach()
        tensors[f"{name}.B"] = layer.lora_B[ADAPTER_NAME].weight.detach()
    return tensors


def load_lora(backbone: DiffusionGemmaForBlockDiffusion, lora: LoraSpec, tensors: Mapping[str, Tensor]) -> None:
    """Attach the LoRA of ``tensors`` to the layers they name.

    Raises ``ModelError`` with every key and shape that does not fit.
    """
    by_path: dict[str, Tensor] = {}
    for key, value in tensors.items():
        prefixes = [""] if lora.per_tower else list(TOWER_PREFIXES.values())
        by_path |= {f"{prefix}{key}": value for prefix in prefixes}
    paths = sorted({key.rpartition(".")[0] for key in by_path})
    linears = {name: module for name, module in backbone.named_modules() if isinstance(module, nn.Linear)}
    problems = []
    for path in paths:
        linear = linears.get(path)
        if linear is None:
            problems.append(f"{path}: the backbone has no such linear layer")
            continue
        for side, shape in (("A", (lora.rank, linear.in_features)), ("B", (linear.out_features, lora.rank))):
            tensor = by_path.get(f"{path}.{side}")
            if tensor is None or tuple(tensor.shape) != shape:
                found = "missing" if tensor is None else f"is {tuple(tensor.shape)}"
                problems.append(f"{path}.{side}: {found}, must be {shape}")
    if problems or not paths:
        raise ModelError(
            "The adapter's LoRA does not fit the backbone.",
            "{problems}.",
            "Check that adapter and backbone belong together, and install them again.",
            problems="; ".join(problems) or translatable("there is none"),
        )
    attach_lora(backbone, lora, paths)
    with torch.no_grad():
        for path, layer in lora_layers(backbone):
            layer.lora_A[ADAPTER_NAME].weight.copy_(by_path[f"{path}.A"])
            layer.lora_B[ADAPTER_NAME].weight.copy_(by_path[f"{path}.B"])
    backbone.eval().requires_grad_(False)
