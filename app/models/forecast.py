"""Forecast how a model would run on this machine, before it is downloaded or loaded.

Not a part of ``placement``, which is pure and which the catalog imports: this module queries the machine and reads models.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .gpu import Gpu, list_gpus, query_driver, query_torch_build
from .hardware import system_memory
from .inventory import ModelEntry
from .placement import LoadPlan, MemoryNeeds, plan


def plan_for(model: ModelEntry) -> LoadPlan | None:
    """Plan how a model can run here; None for a small model, which runs anywhere.

    GPU memory that this process holds counts as free: one model is released before the next is loaded. Imports torch and
    queries the driver, which takes seconds.

    Raises:
        ModelError: the model is installed, but its backbone is not here.
    """
    if model.folder is not None:
        needs = model_memory_needs(model.folder)
    else:
        needs = model.catalog_model.needs if model.catalog_model else None
    if needs is None:
        return None
    gpus = [_with_own_memory_freed(gpu) for gpu in list_gpus()]
    return plan(needs, gpus, system_memory(), query_torch_build(), query_driver())


def model_memory_needs(folder: Path) -> MemoryNeeds | None:
    """Return the needs of the model in a folder of either layout; None where it ships its own backbone, which is small.

    Raises:
        ModelError: its backbone is not here or cannot be read.
    """
    from .adapter.native import read_native
    from .adapter.published import is_published, locate_published_weights
    from .quantization.streamed_backbone import backbone_memory_needs
    from .weights_location import locate_weights

    if is_published(folder):
        backbone_folder, _ = locate_published_weights(folder)
        return backbone_memory_needs(backbone_folder)
    spec = read_native(folder)
    if spec.backbone.folder is not None:
        return None
    return backbone_memory_needs(locate_weights(folder, spec.title, "backbone", spec.backbone))


def _with_own_memory_freed(gpu: Gpu) -> Gpu:
    """Count the memory that this process has reserved on a GPU as free."""
    import torch

    return replace(gpu, free_bytes=gpu.free_bytes + torch.cuda.memory_reserved(torch.device(gpu.name)))
