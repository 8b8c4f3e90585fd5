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
from .whisper import MemoryForecast, is_whisper, read_whisper, weights_bytes

WHISPER_WORKING_BYTES = 1_200_000_000
"""What a batch of clips, and the libraries, take beside the weights."""


def plan_for(model: ModelEntry) -> LoadPlan | MemoryForecast | None:
    """Plan how a model can run here; a Whisper's memory; None for a small model, which runs anywhere.

    GPU memory that this process holds counts as free: one model is released before the next is loaded. Imports torch and
    queries the driver, which takes seconds.

    Raises:
        ModelError: the model is installed, but its backbone is not here.
    """
    if parameter_count := _whisper_parameters(model):
        return _whisper_forecast(parameter_count)
    if model.folder is not None:
        needs = model_memory_needs(model.folder)
    else:
        needs = model.catalog_model.needs if model.catalog_model else None
    if needs is None:
        return None
    gpus = [_with_own_memory_freed(gpu) for gpu in list_gpus()]
    return plan(needs, gpus, system_memory(), query_torch_build(), query_driver())


def _whisper_parameters(model: ModelEntry) -> int:
    """Number of parameters of a Whisper; 0 for another model. Raises ``ModelError`` if it is installed and incomplete."""
    if model.folder is None:
        return model.catalog_model.parameter_count if model.catalog_model else 0
    return read_whisper(model.folder).parameter_count if is_whisper(model.folder) else 0


def _whisper_forecast(parameter_count: int) -> MemoryForecast:
    """The GPU with the most free memory if it fits there, else the main memory."""
    gpus = [_with_own_memory_freed(gpu) for gpu in list_gpus() if gpu.usable and gpu.bf16]
    best = max(gpus, key=lambda gpu: gpu.free_bytes, default=None)
    if best is not None:
        needed_bytes = weights_bytes(parameter_count, best.name) + WHISPER_WORKING_BYTES
        if needed_bytes <= best.free_bytes:
            return MemoryForecast(best.title, needed_bytes, best.free_bytes)
    return MemoryForecast("", weights_bytes(parameter_count, "cpu") + WHISPER_WORKING_BYTES, system_memory().free_bytes)


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
