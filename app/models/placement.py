"""How a big model can run on this machine, decided before anything is loaded, each way with its reason in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from app.errors import DeviceError, format_facts, translatable

from .gpu import Driver, Gpu, TorchBuild, unsupported_error, why_unusable
from .hardware import Capacity

LoadMode = Literal["bf16", "int4", "offload", "cpu"]
LOAD_MODES: tuple[LoadMode, ...] = ("bf16", "int4", "offload", "cpu")
"""Fastest first; also the order in which the plan steps down when memory runs out."""
GB = 1e9


@dataclass(frozen=True)
class MemoryNeeds:
    """What a model needs, in bytes."""

    dense_bytes: int
    """All but the experts, in bf16: attention, dense MLP, router, embeddings, encoder, projector."""
    experts_bytes: int
    """The experts in bf16."""
    packed_experts_bytes: int
    """The experts in 4 bits with their scales."""
    working_bytes: int
    """Keys and values, logits and what the allocator holds beside the weights, for one canvas."""
    shard_bytes: int = 5_000_000_000
    """The largest file it is read from."""

    @property
    def bf16_bytes(self) -> int:
        return self.dense_bytes + self.experts_bytes + self.working_bytes

    @property
    def int4_bytes(self) -> int:
        return self.dense_bytes + self.packed_experts_bytes + self.working_bytes

    @property
    def loading_bytes(self) -> int:
        """Main memory while the weights go to a card: what lives beside them, and the tensors that are on their way."""
        return min(self.dense_bytes, 4_000_000_000) + self.working_bytes


@dataclass(frozen=True)
class LoadOption:
    """One way to run: whether it fits, and why or why not."""

    mode: LoadMode
    fits: bool
    reason_template: str
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        return format_facts(self.reason_template, self.facts)


@dataclass(frozen=True)
class LoadPlan:
    """What to do, and what was thought of."""

    options: tuple[LoadOption, ...]
    """All ways in the order of ``WAYS``."""
    gpu: Gpu | None
    """The card that would be used."""
    gpu_problem: DeviceError | None = None
    """Why a card that is there is not used."""

    @property
    def chosen(self) -> LoadOption | None:
        """The fastest way that fits; None: not at all."""
        return next((option for option in self.options if option.fits), None)

    @property
    def device(self) -> str:
        """As torch calls it."""
        chosen = self.chosen
        return self.gpu.name if self.gpu is not None and chosen is not None and chosen.mode != "cpu" else "cpu"

    def next_slower(self, mode: LoadMode) -> LoadOption | None:
        """The next way that fits and is slower than ``way``: where to go when memory ran out."""
        rest = self.options[LOAD_MODES.index(mode) + 1 :]
        return next((option for option in rest if option.fits), None)

    def does_not_fit_error(self, title: str) -> DeviceError:
        """The error where nothing fits: what each way would have needed."""
        return DeviceError(
            "{model} cannot run on this machine.",
            "{reasons}",
            "Use a machine with an NVIDIA card of at least 24 GB, or the bundled model.",
            model=title,
            reasons=" ".join(option.reason for option in self.options),
        )


def plan(
    needs: MemoryNeeds,
    gpus: Sequence[Gpu],
    memory: Capacity,
    build: TorchBuild | None = None,
    driver: Driver | None = None,
) -> LoadPlan:
    """The ways a model can run on the best of the cards, or on the CPU. Pure: it looks at nothing but its arguments."""
    usable = [card for card in gpus if card.usable and card.bf16]
    card = max(usable, key=lambda each: each.free_bytes, default=None)
    problem = None
    if card is None and build is not None:
        refused = next((each for each in gpus if not each.usable), None)
        problem = unsupported_error(refused, build) if refused is not None else why_unusable(build, driver)
    return LoadPlan(
        (
            _on_gpu("bf16", needs.bf16_bytes, needs, card, memory, gpus),
            _on_gpu("int4", needs.int4_bytes, needs, card, memory, gpus),
            _offloaded(needs, card, memory, gpus),
            _on_cpu(needs, memory),
        ),
        card,
        problem,
    )


def _no_gpu(way: LoadMode, found: Sequence[Gpu]) -> LoadOption:
    if not found:
        return LoadOption(way, False, translatable("There is no CUDA card that can be used."))
    if not any(card.usable for card in found):
        return LoadOption(
            way,
            False,
            translatable("The installed torch has no code for the card {card}."),
            {"card": found[0].title},
        )
    return LoadOption(
        way,
        False,
        translatable("The card {card} cannot compute in bf16, which begins with compute capability 8.0."),
        {"card": found[0].title},
    )


def _on_gpu(
    way: LoadMode, bytes_needed: int, needs: MemoryNeeds, card: Gpu | None, memory: Capacity, found: Sequence[Gpu]
) -> LoadOption:
    if card is None:
        return _no_gpu(way, found)
    facts: dict[str, object] = {
        "card": card.title,
        "needs": _gb(bytes_needed),
        "free": _gb(card.free_bytes),
        "total": _gb(card.total_bytes),
    }
    what = {
        "bf16": translatable("The whole model in bf16 needs {needs} GB, and {card} has {free} of {total} GB free."),
        "int4": translatable("With 4-bit experts it needs {needs} GB, and {card} has {free} of {total} GB free."),
    }[way]
    if bytes_needed > card.free_bytes:
        return LoadOption(way, False, what, facts)
    if memory.free_bytes < needs.loading_bytes:
        facts |= {"needs": _gb(needs.loading_bytes), "free": _gb(memory.free_bytes)}
        return LoadOption(
            way, False, translatable("Loading it needs {needs} GB of main memory, and {free} GB are free."), facts
        )
    return LoadOption(way, True, what, facts)


def _offloaded(needs: MemoryNeeds, card: Gpu | None, memory: Capacity, found: Sequence[Gpu]) -> LoadOption:
    """The experts stay packed in main memory and cross to the card layer by layer."""
    if card is None:
        return _no_gpu("offload", found)
    on_card = needs.dense_bytes + needs.working_bytes
    in_memory = needs.packed_experts_bytes + 2_000_000_000
    facts: dict[str, object] = {
        "card": card.title,
        "needs": _gb(on_card),
        "free": _gb(card.free_bytes),
        "memory": _gb(in_memory),
        "free_memory": _gb(memory.free_bytes),
    }
    return LoadOption(
        "offload",
        on_card <= card.free_bytes and in_memory <= memory.free_bytes,
        translatable(
            "With the experts in main memory, which is slow, it needs {needs} GB of {card}, which has {free} GB free, and "
            "{memory} GB of main memory, of which {free_memory} GB are free."
        ),
        facts,
    )


def _on_cpu(needs: MemoryNeeds, memory: Capacity) -> LoadOption:
    """Packed experts, the rest in bf16: many seconds a step."""
    bytes_needed = needs.int4_bytes + 2_000_000_000
    return LoadOption(
        "cpu",
        bytes_needed <= memory.free_bytes,
        translatable(
            "On the processor alone, which takes minutes for seconds of sound, it needs {needs} GB of main memory, of which "
            "{free} GB are free."
        ),
        {"needs": _gb(bytes_needed), "free": _gb(memory.free_bytes)},
    )


def _gb(size_bytes: int) -> str:
    return f"{size_bytes / GB:.1f}"
