"""A model on the device it fits, in the fastest way that does; and what to do when memory runs out all the same."""

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

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16}


UNPLANNED_BYTES = 4_000_000_000
"""Of weights in bf16: what is smaller is loaded as it is."""


PRECISIONS: dict[LoadMode, Precision] = {
    "bf16": "bf16", "int4": "bf16, 4-bit experts", "offload": "bf16, 4-bit experts in main memory",
    "cpu": "bf16, 4-bit experts",
}  # fmt: skip


log = logging.getLogger(__name__)


def plan_loading(folder: Path, device: VerifiedDevice) -> LoadPlan | None:
    """How the model in a folder can run; None for one that is small, or ships its own backbone: it simply fits.

    Only the card that ``device`` names is considered, and none where that is the CPU.
    """
    needs = model_memory_needs(folder)
    if needs is None:
        return None
    if needs.dense_bytes + needs.experts_bytes < UNPLANNED_BYTES:
        return None
    found: tuple[Gpu, ...] = tuple(card for card in list_gpus() if card.name == device.name)
    return plan(needs, found, system_memory(), query_torch_build(), query_driver())


class ModelLoader:
    """A model that is loaded in the fastest way that fits, and can be loaded again in a slower one."""

    def __init__(self, folder: Path, device: VerifiedDevice) -> None:
        self.folder, self.requested = folder, device
        self.device = device
        """Where it really is, and how."""
        self.load_mode: LoadMode | None = None
        self._plan = plan_loading(folder, device)

    def load(self) -> SpeechModel:
        """Raises ``DeviceError`` where nothing fits, ``ModelError``, and what torch says where there is no slower way."""
        if self._plan is None:
            return load_model(self.folder, self.requested.name, DTYPES[self.requested.precision])
        if self._plan.chosen is None:
            raise self._plan.does_not_fit_error(model_title(self.folder))
        return self._load(self._plan.chosen)

    @property
    def next_slower(self) -> LoadOption | None:
        """The next slower way that fits; None where there is none."""
        return self._plan.next_slower(self.load_mode) if self._plan is not None and self.load_mode is not None else None

    def fall_back(self) -> SpeechModel:
        """Load it in the next slower way, which there must be. Whoever calls has let go of the model."""
        assert self.next_slower is not None
        return self._load(self.next_slower)

    def _load(self, first: LoadOption) -> SpeechModel:
        for option in self._fallbacks(first):
            try:
                return self._load_as(option)
            except RuntimeError as error:
                if not is_out_of_memory(error) or self._plan is None or self._plan.next_slower(option.mode) is None:
                    raise
                log.warning("memory ran out while loading (%s); trying a slower way", option.mode)
                free_memory(error)
        raise AssertionError("the last way returns or raises")

    def _fallbacks(self, option: LoadOption | None) -> Iterator[LoadOption]:
        while option is not None and self._plan is not None:
            yield option
            option = self._plan.next_slower(option.mode)

    def _load_as(self, option: LoadOption) -> SpeechModel:
        name = "cpu" if option.mode == "cpu" or self._plan is None else self._plan.device
        log.info("loading in %s on %s: %s", option.mode, name, option.reason)
        kept = paths.Folders.of_user().cache / "packed"
        model = load_model(self.folder, name, torch.bfloat16, option.mode, kept)
        note = option.reason if option.mode in ("offload", "cpu") else self.requested.note
        self.load_mode = option.mode
        self.device = replace(self.requested, name=name, precision=PRECISIONS[option.mode], note=note)
        return model
