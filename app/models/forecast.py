"""How a model would run on this machine, told before anybody downloads or loads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .gpu import Card, cards, driver, torch_build
from .hardware import memory
from .inventory import Shelved
from .placement import LoadPlan, Needs, plan


def outlook(model: Shelved) -> LoadPlan | None:
    """The ways a model can run here, what Anneal itself holds of a card counted as free: it lets go of one model before it
    loads the next. None for a model that is small: it runs anywhere. Raises ``ModelError`` where its parts are not here.

    Imports torch, and asks the driver: it takes seconds.
    """
    needs = needs_in(model.folder) if model.folder is not None else model.known.needs if model.known else None
    if needs is None:
        return None
    return plan(needs, tuple(_freed(card) for card in cards()), memory(), torch_build(), driver())


def needs_in(folder: Path) -> Needs | None:
    """What the model in a folder of either layout needs; None where it brings its own backbone, which is small.

    Raises ``ModelError`` where its backbone is not here or cannot be read.
    """
    from .adapter.native import read_native
    from .adapter.published import is_published, published_parts
    from .quantization.streamed_backbone import needs_of
    from .weights_location import part_folder

    if is_published(folder):
        return needs_of(published_parts(folder)[0])
    spec = read_native(folder)
    if spec.backbone.folder is not None:
        return None
    return needs_of(part_folder(folder, spec.title, "backbone", spec.backbone))


def _freed(card: Card) -> Card:
    """The card as it is when this process has let go of it."""
    import torch

    return replace(card, free_bytes=card.free_bytes + torch.cuda.memory_reserved(torch.device(card.name)))
