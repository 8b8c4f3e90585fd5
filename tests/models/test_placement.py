"""The plan before loading: which mode is chosen on which machine, and that every mode has its reason."""

from __future__ import annotations

import pytest

from app.models.gpu import Driver, Gpu, TorchBuild
from app.models.hardware import Capacity
from app.models.placement import LOAD_MODES, MemoryNeeds, plan

GB = 10**9
BIG = MemoryNeeds(
    dense_bytes=5_200_000_000, experts_bytes=45_700_000_000, packed_experts_bytes=12_200_000_000, working_bytes=3 * GB
)
PLENTY_OF_MEMORY = Capacity(total_bytes=128 * GB, free_bytes=100 * GB)


def gpu(free_gb: float, *, bf16: bool = True, usable: bool = True, name: str = "cuda:0") -> Gpu:
    size = round(free_gb * GB)
    return Gpu(name, f"Card of {free_gb:g} GB", size, size, (9, 0) if bf16 else (7, 5), bf16, usable)


@pytest.mark.parametrize(
    ("free_gb", "memory_gb", "mode"),
    [
        (141, 100, "bf16"),
        (80, 100, "bf16"),
        (48, 100, "int4"),
        (24, 100, "int4"),
        (24, 8, "int4"),  # loading never holds much in main memory
        (16, 100, "offload"),
        (16, 8, None),
        (4, 100, "cpu"),
        (4, 16, None),
    ],
)
def test_the_mode_follows_from_the_free_memory(free_gb: float, memory_gb: float, mode: str | None) -> None:
    memory = Capacity(total_bytes=128 * GB, free_bytes=round(memory_gb * GB))
    made = plan(BIG, [gpu(free_gb)], memory)
    assert (made.chosen.mode if made.chosen else None) == mode
    assert made.device == ("cpu" if mode in ("cpu", None) else "cuda:0")
    assert tuple(option.mode for option in made.options) == LOAD_MODES
    for option in made.options:
        assert option.reason.endswith(".")
        assert "{" not in option.reason


def test_nothing_fits_is_an_error_with_every_reason() -> None:
    made = plan(BIG, [], Capacity(8 * GB, 4 * GB))
    assert made.chosen is None
    error = made.does_not_fit_error("Interfaze small")
    assert "Interfaze small" in error.what
    assert "4.0 GB are free" in error.why
    assert "24 GB" in error.remedy


def test_the_gpu_with_the_most_free_memory_is_taken() -> None:
    made = plan(BIG, [gpu(24), gpu(80, name="cuda:1")], PLENTY_OF_MEMORY)
    assert made.device == "cuda:1"
    assert made.chosen is not None
    assert made.chosen.mode == "bf16"


def test_fallbacks_skip_modes_that_do_not_fit() -> None:
    made = plan(BIG, [gpu(80)], PLENTY_OF_MEMORY)
    assert [option.mode for mode in LOAD_MODES if (option := made.next_slower(mode))] == ["int4", "offload", "cpu"]
    assert made.next_slower("cpu") is None
    narrow = plan(BIG, [gpu(24)], Capacity(16 * GB, 10 * GB))
    assert narrow.chosen is not None
    assert narrow.next_slower(narrow.chosen.mode) is None


def test_a_gpu_without_bf16_is_named() -> None:
    made = plan(BIG, [gpu(24, bf16=False)], PLENTY_OF_MEMORY)
    assert "bf16" in made.options[0].reason
    assert made.device == "cpu"


def test_a_gpu_that_is_not_used_has_its_problem_in_the_plan() -> None:
    built = TorchBuild("2.13.0", None, available=False)
    made = plan(BIG, [], PLENTY_OF_MEMORY, built, Driver("580.1", (13, 0), (gpu(24),)))
    assert made.gpu_problem is not None
    assert "CPU only" in made.gpu_problem.why
    old = TorchBuild("2.13.0", "13.0", available=True, architectures=("sm_75",))
    refused = plan(BIG, [gpu(24, usable=False, bf16=False)], PLENTY_OF_MEMORY, old, None)
    assert refused.gpu_problem is not None
    assert "compute capability" in refused.gpu_problem.why
    assert plan(BIG, [], PLENTY_OF_MEMORY, built, None).gpu_problem is None
