"""A model on the device it fits, in the fastest way that does; and what to do when memory runs out all the same."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch

from app import paths
from app.models.adapter.published import title_of
from app.models.forecast import needs_in
from app.models.gpu import Card, cards, driver, torch_build
from app.models.hardware import Precision, VerifiedDevice, memory
from app.models.placement import LoadPlan, Option, Way, plan

from .assembly import load_model
from .memory import let_go, out_of_memory
from .speech_model import SpeechModel

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16}


SMALL_BYTES = 4_000_000_000
"""Of weights in bf16: what is smaller is loaded as it is."""


PRECISIONS: dict[Way, Precision] = {
    "bf16": "bf16", "int4": "bf16, 4-bit experts", "offload": "bf16, 4-bit experts in main memory",
    "cpu": "bf16, 4-bit experts",
}  # fmt: skip


log = logging.getLogger(__name__)


def loading_plan(folder: Path, device: VerifiedDevice) -> LoadPlan | None:
    """How the model in a folder can run; None for one that is small, or ships its own backbone: it simply fits.

    Only the card that ``device`` names is considered, and none where that is the CPU.
    """
    needs = needs_in(folder)
    if needs is None:
        return None
    if needs.dense_bytes + needs.experts_bytes < SMALL_BYTES:
        return None
    found: tuple[Card, ...] = tuple(card for card in cards() if card.name == device.name)
    return plan(needs, found, memory(), torch_build(), driver())


class Fitted:
    """A model that is loaded in the fastest way that fits, and can be loaded again in a slower one."""

    def __init__(self, folder: Path, device: VerifiedDevice) -> None:
        self.folder, self.wanted = folder, device
        self.device = device
        """Where it really is, and how."""
        self.way: Way | None = None
        self._plan = loading_plan(folder, device)

    def load(self) -> SpeechModel:
        """Raises ``DeviceError`` where nothing fits, ``ModelError``, and what torch says where there is no slower way."""
        if self._plan is None:
            return load_model(self.folder, self.wanted.name, DTYPES[self.wanted.precision])
        if self._plan.chosen is None:
            raise self._plan.refusal(title_of(self.folder))
        return self._load(self._plan.chosen)

    @property
    def below(self) -> Option | None:
        """The next slower way that fits; None where there is none."""
        return self._plan.below(self.way) if self._plan is not None and self.way is not None else None

    def step_down(self) -> SpeechModel:
        """Load it in the next slower way, which there must be. Whoever calls has let go of the model."""
        assert self.below is not None
        return self._load(self.below)

    def _load(self, first: Option) -> SpeechModel:
        for option in self._ways_from(first):
            try:
                return self._load_in(option)
            except RuntimeError as error:
                if not out_of_memory(error) or self._plan is None or self._plan.below(option.way) is None:
                    raise
                log.warning("memory ran out while loading (%s); trying a slower way", option.way)
                let_go(error)
        raise AssertionError("the last way returns or raises")

    def _ways_from(self, option: Option | None) -> Iterator[Option]:
        while option is not None and self._plan is not None:
            yield option
            option = self._plan.below(option.way)

    def _load_in(self, option: Option) -> SpeechModel:
        name = "cpu" if option.way == "cpu" or self._plan is None else self._plan.device
        log.info("loading in %s on %s: %s", option.way, name, option.reason)
        kept = paths.Folders.of_user().cache / "packed"
        model = load_model(self.folder, name, torch.bfloat16, option.way, kept)
        note = option.reason if option.way in ("offload", "cpu") else self.wanted.note
        self.way = option.way
        self.device = replace(self.wanted, name=name, precision=PRECISIONS[option.way], note=note)
        return model
