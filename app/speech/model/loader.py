"""Loads a model in the fastest mode that fits the machine, and in the next slower one where memory runs out all the same."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch

from app import paths
from app.models.adapter.published import model_title
from app.models.forecast import model_memory_needs
from app.models.gpu import Gpu, list_gpus, query_driver, query_torch_build
from app.models.hardware import Precision, VerifiedDevice, system_memory
from app.models.placement import LoadMode, LoadOption, LoadPlan, plan

from .assembly import load_model
from .memory import free_memory, is_out_of_memory
from .speech_model import SpeechModel

log = logging.getLogger(__name__)

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16}
UNPLANNED_BYTES = 4_000_000_000
"""Size in bf16 below which a model is loaded without a plan."""
PRECISIONS: dict[LoadMode, Precision] = {
    "bf16": "bf16",
    "int4": "bf16, 4-bit experts",
    "offload": "bf16, 4-bit experts in main memory",
    "cpu": "bf16, 4-bit experts",
}


def plan_loading(folder: Path, device: VerifiedDevice) -> LoadPlan | None:
    """Return how the model in a folder can run; None for one that is small or ships its own backbone: it simply fits.

    Considers the GPU that ``device`` names only, and none where that is the CPU.
    """
    needs = model_memory_needs(folder)
    if needs is None:
        return None
    if needs.dense_bytes + needs.experts_bytes < UNPLANNED_BYTES:
        return None
    gpus: tuple[Gpu, ...] = tuple(gpu for gpu in list_gpus() if gpu.name == device.name)
    return plan(needs, gpus, system_memory(), query_torch_build(), query_driver())


class ModelLoader:
    """Loads one model for one device, and loads it again in a slower mode."""

    def __init__(self, folder: Path, device: VerifiedDevice) -> None:
        self.folder, self.requested = folder, device
        self.device = device
        """Where the model really is, and in which precision."""
        self.load_mode: LoadMode | None = None
        self._plan = plan_loading(folder, device)

    def load(self) -> SpeechModel:
        """Load the model in the fastest mode that fits.

        Raises ``DeviceError`` where none does, ``ModelError``, and torch's error where memory runs out in the slowest mode.
        """
        if self._plan is None:
            return load_model(self.folder, self.requested.name, DTYPES[self.requested.precision])
        if self._plan.chosen is None:
            raise self._plan.does_not_fit_error(model_title(self.folder))
        return self._load(self._plan.chosen)

    @property
    def next_slower(self) -> LoadOption | None:
        """The next slower mode that fits; None where there is none."""
        return self._plan.next_slower(self.load_mode) if self._plan is not None and self.load_mode is not None else None

    def fall_back(self) -> SpeechModel:
        """Load the model in the next slower mode, which must exist. The caller holds the model no more."""
        assert self.next_slower is not None
        return self._load(self.next_slower)

    def _load(self, first: LoadOption) -> SpeechModel:
        for option in self._fallbacks(first):
            try:
                return self._load_as(option)
            except RuntimeError as error:
                if not is_out_of_memory(error) or self._plan is None or self._plan.next_slower(option.mode) is None:
                    raise
                log.warning("memory ran out while loading (%s); trying a slower mode", option.mode)
                free_memory(error)
        raise AssertionError("the last mode returns or raises")

    def _fallbacks(self, option: LoadOption | None) -> Iterator[LoadOption]:
        """Yields an option and all slower ones that fit."""
        while option is not None and self._plan is not None:
            yield option
            option = self._plan.next_slower(option.mode)

    def _load_as(self, option: LoadOption) -> SpeechModel:
        name = "cpu" if option.mode == "cpu" or self._plan is None else self._plan.device
        log.info("loading in %s on %s: %s", option.mode, name, option.reason)
        cache_dir = paths.Folders.of_user().cache / "packed"
        model = load_model(self.folder, name, torch.bfloat16, option.mode, cache_dir)
        note = option.reason if option.mode in ("offload", "cpu") else self.requested.note
        self.load_mode = option.mode
        self.device = replace(self.requested, name=name, precision=PRECISIONS[option.mode], note=note)
        return model
