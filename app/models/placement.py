"""The placement of a big model: in which load modes it fits this machine, decided before loading, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from app.errors import DeviceError, format_facts, translatable

from .gpu import Driver, Gpu, TorchBuild, unsupported_error, why_unusable
from .hardware import Capacity

LoadMode = Literal["bf16", "int4", "offload", "cpu"]
LOAD_MODES: tuple[LoadMode, ...] = ("bf16", "int4", "offload", "cpu")
"""Fastest first; also the order of fallbacks when memory runs out."""
OFFLOAD_MARGIN_BYTES = 2_000_000_000
"""Main memory beside the weights, where the experts stay there."""
GB = 1e9


@dataclass(frozen=True)
class MemoryNeeds:
    """The memory that a model needs, in bytes. The names of the fields are keys of the catalog."""

    dense_bytes: int
    """All weights but the experts, in bf16: attention, dense MLP, router, embeddings, encoder, projector."""
    experts_bytes: int
    """The experts in bf16."""
    packed_experts_bytes: int
    """The experts in int4 with their scales."""
    working_bytes: int
    """Keys and values, logits and the allocator's overhead, for one canvas."""

    @property
    def bf16_bytes(self) -> int:
        return self.dense_bytes + self.experts_bytes + self.working_bytes

    @property
    def int4_bytes(self) -> int:
        return self.dense_bytes + self.packed_experts_bytes + self.working_bytes

    @property
    def loading_bytes(self) -> int:
        """Main memory while the weights go to a GPU: the rest of the process and the tensors in transit."""
        return min(self.dense_bytes, 4_000_000_000) + self.working_bytes


@dataclass(frozen=True)
class LoadOption:
    """A load mode: whether it fits, and why or why not."""

    mode: LoadMode
    fits: bool
    reason_template: str
    """A translatable sentence with the names of ``facts`` in braces."""
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        return format_facts(self.reason_template, self.facts)


@dataclass(frozen=True)
class LoadPlan:
    """The load modes of a model on this machine."""

    options: tuple[LoadOption, ...]
    """One per mode, in the order of ``LOAD_MODES``."""
    gpu: Gpu | None
    """The GPU that would be used."""
    gpu_problem: DeviceError | None = None
    """Why a GPU of this machine is not used."""

    @property
    def chosen(self) -> LoadOption | None:
        """The fastest mode that fits; None where none does."""
        return next((option for option in self.options if option.fits), None)

    @property
    def device(self) -> str:
        """The device of the chosen mode, as torch calls it."""
        chosen = self.chosen
        return self.gpu.name if self.gpu is not None and chosen is not None and chosen.mode != "cpu" else "cpu"

    def next_slower(self, mode: LoadMode) -> LoadOption | None:
        """Return the next mode that fits and is slower than ``mode``: the fallback when memory ran out."""
        slower = self.options[LOAD_MODES.index(mode) + 1 :]
        return next((option for option in slower if option.fits), None)

    def does_not_fit_error(self, title: str) -> DeviceError:
        """Return the error for a plan in which no mode fits: the needs of each."""
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
    """Plan how a model can run on the GPU with the most free memory, or on the CPU. Pure: depends on its arguments only.

    ``build`` and ``driver`` serve to explain why a GPU is not used.
    """
    candidates = [gpu for gpu in gpus if gpu.usable and gpu.bf16]
    gpu = max(candidates, key=lambda candidate: candidate.free_bytes, default=None)
    if gpu is not None:
        on_gpu = (
            _fully_on_gpu("bf16", needs.bf16_bytes, needs, gpu, memory),
            _fully_on_gpu("int4", needs.int4_bytes, needs, gpu, memory),
            _offloaded(needs, gpu, memory),
        )
        return LoadPlan((*on_gpu, _on_cpu(needs, memory)), gpu)
    problem = None
    if build is not None:
        unusable = next((gpu for gpu in gpus if not gpu.usable), None)
        problem = unsupported_error(unusable, build) if unusable is not None else why_unusable(build, driver)
    without_gpu = (_no_gpu(mode, gpus) for mode in LOAD_MODES if mode != "cpu")
    return LoadPlan((*without_gpu, _on_cpu(needs, memory)), None, problem)


def _no_gpu(mode: LoadMode, gpus: Sequence[Gpu]) -> LoadOption:
    """The option of a mode that needs a GPU, where none of ``gpus`` can be used."""
    if not gpus:
        return LoadOption(mode, False, translatable("There is no CUDA card that can be used."))
    if any(gpu.usable for gpu in gpus):
        reason = translatable("The card {card} cannot compute in bf16, which begins with compute capability 8.0.")
    else:
        reason = translatable("The installed torch has no code for the card {card}.")
    return LoadOption(mode, False, reason, {"card": gpus[0].title})


def _fully_on_gpu(mode: LoadMode, needed_bytes: int, needs: MemoryNeeds, gpu: Gpu, memory: Capacity) -> LoadOption:
    """The option of a mode with all weights on the GPU."""
    facts: dict[str, object] = {
        "card": gpu.title,
        "needs": _gb(needed_bytes),
        "free": _gb(gpu.free_bytes),
        "total": _gb(gpu.total_bytes),
    }
    reason = {
        "bf16": translatable("The whole model in bf16 needs {needs} GB, and {card} has {free} of {total} GB free."),
        "int4": translatable("With 4-bit experts it needs {needs} GB, and {card} has {free} of {total} GB free."),
    }[mode]
    if needed_bytes > gpu.free_bytes:
        return LoadOption(mode, False, reason, facts)
    if memory.free_bytes < needs.loading_bytes:
        facts |= {"needs": _gb(needs.loading_bytes), "free": _gb(memory.free_bytes)}
        return LoadOption(
            mode, False, translatable("Loading it needs {needs} GB of main memory, and {free} GB are free."), facts
        )
    return LoadOption(mode, True, reason, facts)


def _offloaded(needs: MemoryNeeds, gpu: Gpu, memory: Capacity) -> LoadOption:
    """The option with int4 experts in main memory, which are copied to the GPU layer by layer."""
    gpu_bytes = needs.dense_bytes + needs.working_bytes
    memory_bytes = needs.packed_experts_bytes + OFFLOAD_MARGIN_BYTES
    facts: dict[str, object] = {
        "card": gpu.title,
        "needs": _gb(gpu_bytes),
        "free": _gb(gpu.free_bytes),
        "memory": _gb(memory_bytes),
        "free_memory": _gb(memory.free_bytes),
    }
    return LoadOption(
        "offload",
        gpu_bytes <= gpu.free_bytes and memory_bytes <= memory.free_bytes,
        translatable(
            "With the experts in main memory, which is slow, it needs {needs} GB of {card}, which has {free} GB free, and "
            "{memory} GB of main memory, of which {free_memory} GB are free."
        ),
        facts,
    )


def _on_cpu(needs: MemoryNeeds, memory: Capacity) -> LoadOption:
    """The option with int4 experts and the rest in bf16 on the CPU: many seconds a step."""
    needed_bytes = needs.int4_bytes + OFFLOAD_MARGIN_BYTES
    return LoadOption(
        "cpu",
        needed_bytes <= memory.free_bytes,
        translatable(
            "On the processor alone, which takes minutes for seconds of sound, it needs {needs} GB of main memory, of which "
            "{free} GB are free."
        ),
        {"needs": _gb(needed_bytes), "free": _gb(memory.free_bytes)},
    )


def _gb(size_bytes: int) -> str:
    return f"{size_bytes / GB:.1f}"
