"""The driver is queried through a real program on the path; which error follows depends on its answer and the torch build."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from app.models import gpu
from app.models.gpu import Driver, Gpu, TorchBuild, has_code_for, query_driver, unsupported_error, why_unusable

BANNER = "| NVIDIA-SMI 535.230.02   Driver Version: 535.230.02   CUDA Version: 12.2 |"
CPU_ONLY = TorchBuild("2.13.0", None, available=False)
CUDA_13 = TorchBuild("2.13.0", "13.0", available=False)


def program(folder: Path, body: str) -> None:
    """A program called ``nvidia-smi`` in ``folder``."""
    path = folder / "nvidia-smi"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(gpu, "NVIDIA_PROC", tmp_path / "proc")
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the driver's program")
class TestTheDriver:
    def test_two_cards_with_their_memory(self, bin_folder: Path) -> None:
        program(
            bin_folder,
            f'case "$1" in --query*) echo "NVIDIA GeForce RTX 4090, 24564, 23000, 8.9"; echo "Tesla P40, 23040, 1, 6.1";; '
            f'*) echo "{BANNER}";; esac',
        )
        found = query_driver()
        assert found is not None
        assert (found.version, found.cuda) == ("535.230.02", (12, 2))
        fast, old = found.gpus
        assert (fast.name, fast.title, fast.capability, fast.bf16) == (
            "cuda:0",
            "NVIDIA GeForce RTX 4090",
            (8, 9),
            True,
        )
        assert (fast.total_bytes, fast.free_bytes) == (24564 * 1024**2, 23000 * 1024**2)
        assert (old.name, old.capability, old.bf16) == ("cuda:1", (6, 1), False)

    def test_a_driver_that_does_not_answer_is_a_driver_without_a_version(self, bin_folder: Path) -> None:
        program(bin_folder, "echo 'NVIDIA-SMI has failed because it could not talk to the driver.'; exit 9")
        assert query_driver() == Driver()

    def test_lines_that_make_no_sense_are_no_cards(self, bin_folder: Path) -> None:
        program(bin_folder, f'case "$1" in --query*) echo "[Unknown Error], N/A";; *) echo "{BANNER}";; esac')
        found = query_driver()
        assert found is not None
        assert found.gpus == ()

    def test_the_kernel_module_tells_where_there_is_no_program(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(gpu, "NVIDIA_PROC", tmp_path / "proc")
        assert query_driver() is None
        (tmp_path / "proc" / "gpus" / "0000:01:00.0").mkdir(parents=True)
        (tmp_path / "proc" / "version").write_text("NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.14  Thu\n")
        assert query_driver() == Driver("550.54.14")


def test_no_card_is_no_obstacle() -> None:
    assert why_unusable(CPU_ONLY, None) is None
    assert why_unusable(TorchBuild("2.13.0", "13.0", available=True), Driver("580.1")) is None


@pytest.mark.parametrize(
    ("build", "found", "why", "command"),
    [
        (CPU_ONLY, Driver("580.1", (13, 0)), "CPU only", "pip install --force-reinstall torch==2.13.0"),
        (CUDA_13, Driver("535.2", (12, 2)), "supports CUDA up to 12.2", "driver"),
        (CUDA_13, Driver(), "does not answer", "driver"),
        (CUDA_13, Driver("580.1", (13, 0)), "finds no card", "nvidia-smi"),
    ],
)
def test_each_obstacle_has_its_sentence_and_its_command(
    build: TorchBuild, found: Driver, why: str, command: str
) -> None:
    error = why_unusable(build, found)
    assert error is not None
    assert why in error.why
    assert command in error.remedy
    assert "{" not in str(error)


@pytest.mark.parametrize(
    ("capability", "architectures", "runs"),
    [
        ((9, 0), ("sm_80", "sm_90"), True),
        ((8, 9), ("sm_80", "sm_90"), True),  # code of an older card of its generation
        ((6, 1), ("sm_75", "sm_80"), False),
        ((12, 0), ("sm_80", "sm_90"), False),
        ((12, 0), ("sm_80", "compute_90"), True),  # translated by the driver
        ((9, 0), ("sm_90a",), True),
        ((9, 0), (), False),
    ],
)
def test_which_cards_a_build_has_code_for(
    capability: tuple[int, int], architectures: tuple[str, ...], runs: bool
) -> None:
    assert has_code_for(capability, architectures) is runs


def test_a_card_that_is_too_old_is_named_with_what_it_has() -> None:
    card = Gpu("cuda:0", "Tesla P40", 24 * 10**9, 24 * 10**9, (6, 1), bf16=False, usable=False)
    error = unsupported_error(card, TorchBuild("2.13.0", "13.0", available=True, architectures=("sm_75", "sm_120")))
    assert "Tesla P40" in error.what
    assert "6.1" in error.why
    assert "7.5 to 12.0" in error.why


def test_a_gpu_that_does_not_answer_has_no_free_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def mem_get_info(device: torch.device) -> tuple[int, int]:
        if device.index == 1:
            raise RuntimeError("CUDA error: out of memory")
        return 20 * 10**9, 24 * 10**9

    properties = SimpleNamespace(name="A card", total_memory=24 * 10**9, major=8, minor=9)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: ["sm_80", "sm_90"])
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda device: properties)
    monkeypatch.setattr(torch.cuda, "mem_get_info", mem_get_info)
    working, silent = gpu.list_gpus()
    assert (working.name, working.free_bytes, working.total_bytes) == ("cuda:0", 20 * 10**9, 24 * 10**9)
    assert (silent.name, silent.free_bytes, silent.total_bytes) == ("cuda:1", 0, 24 * 10**9)
    assert working.bf16
    assert working.usable


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a card")
def test_without_a_card_there_are_none() -> None:
    assert gpu.list_gpus() == ()
    assert not gpu.query_torch_build().available


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a card")
def test_a_real_card_is_described() -> None:
    card = gpu.list_gpus()[0]
    assert card.usable
    assert 0 < card.free_bytes <= card.total_bytes
    assert card.capability >= (5, 0)
