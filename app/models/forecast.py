"""How a model would run on this machine, told before anybody downloads or loads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .gpu import Gpu, list_gpus, query_driver, query_torch_build
from .hardware import system_memory
from .inventory import ModelEntry
from .placement import LoadPlan, MemoryNeeds, plan


def plan_for(model: ModelEntry) -> LoadPlan | None:
    """The ways a model can run here, what Anneal itself holds of a card counted as free: it lets go of one model before it
    loads the next. None for a model that is small: it runs anywhere. Raises ``ModelError`` where its parts are not here.

    Imports torch, and asks the driver: it takes seconds.
    """
    needs = (
        model_memory_needs(model.folder)
        if model.folder is not None
        else model.catalog_model.needs
        if model.catalog_model
        else None
    )
    if needs is None:
        return None
    return plan(
        needs,
        tuple(_with_own_memory_freed(card) for card in list_gpus()),
        system_memory(),
        query_torch_build(),
        query_driver(),
    )


def model_memory_needs(folder: Path) -> MemoryNeeds | None:
    """What the model in a folder of either layout needs; None where it brings its own backbone, which is small.

    Raises ``ModelError`` where its backbone is not here or cannot be read.
    """
    from .adapter.native import read_native
    from .adapter.published import is_published, locate_published_weights
    from .quantization.streamed_backbone import backbone_memory_needs
    from .weights_location import locate_weights

    if is_published(folder):
        return backbone_memory_needs(locate_published_weights(folder)[0])
    spec = read_native(folder)
    if spec.backbone.folder is not None:
        return None
    return backbone_memory_needs(locate_weights(folder, spec.title, "backbone", spec.backbone))


def _with_own_memory_freed(card: Gpu) -> Gpu:
    """The card as it is when this process has let go of it."""
    import torch

    return replace(card, free_bytes=card.free_bytes + torch.cuda.memory_reserved(torch.device(card.name)))
