"""Measure main memory and disk, and verify the device to run on by multiplying two matrices there.

torch is imported only where a device is tried.
"""

from __future__ import annotations

import gc
import platform
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import psutil

from app.errors import DeviceError, translatable

from .gpu import list_gpus, query_driver, query_torch_build, why_unusable

if TYPE_CHECKING:
    import torch

Precision = Literal["fp32", "bf16", "bf16, 4-bit experts", "bf16, 4-bit experts in main memory"]
PROBE_SIZE = 64  # of a square matrix of -1, 0 and 1: sums stay within +-64, which bf16 holds exactly


@dataclass(frozen=True)
class Capacity:
    """Memory or disk, in bytes."""

    total_bytes: int
    free_bytes: int


@dataclass(frozen=True)
class VerifiedDevice:
    """A device on which a matrix product was computed and found right."""

    name: str
    """As torch calls it: ``cpu``, ``cuda:0``."""
    title: str
    """As its maker calls it."""
    precision: Precision
    """The precision to run the model in there; verified as well."""
    note: str = ""
    """Why no faster device was taken, where there seems to be one; a sentence, or empty."""

    def __str__(self) -> str:
        return f"{self.name}, {self.precision}"


def system_memory() -> Capacity:
    """Return the machine's main memory; free is the amount available without swapping."""
    now = psutil.virtual_memory()
    return Capacity(total_bytes=int(now.total), free_bytes=int(now.available))


def disk_capacity(folder: Path) -> Capacity:
    """Return the capacity of the disk that holds ``folder``, which need not exist yet."""
    existing = folder.absolute()
    while not existing.exists():
        existing = existing.parent
    usage = shutil.disk_usage(existing)
    return Capacity(total_bytes=usage.total, free_bytes=usage.free)


def gpu_memory(device: VerifiedDevice) -> Capacity | None:
    """Return a GPU's memory; None for the CPU."""
    if device.name == "cpu":
        return None
    import torch

    free, total = torch.cuda.mem_get_info(torch.device(device.name))
    return Capacity(total_bytes=total, free_bytes=free)


def empty_cuda_cache() -> None:
    """Return unused GPU memory to the driver; torch's allocator keeps it otherwise."""
    import torch

    gc.collect()
    if torch.cuda.is_initialized():
        torch.cuda.empty_cache()


def verify_device(requested: str = "auto") -> VerifiedDevice:
    """Verify the device to run on.

    Args:
        requested: ``cpu``, ``cuda``, a GPU by number (``cuda:1``), or ``auto``: the GPU with most free memory, else the CPU.

    Returns:
        The device. Where ``auto`` gives the CPU although the machine has a GPU, its ``note`` says why.

    Raises:
        DeviceError: the requested device does not work.
    """
    if requested == "cpu":
        return _verify_cpu()
    if requested != "auto" and requested.split(":")[0] != "cuda":
        raise DeviceError(
            "There is no device called {device}.", remedy="Choose auto, cpu or cuda.", device=repr(requested)
        )
    build = query_torch_build()
    if not build.available:
        problem = why_unusable(build, query_driver())
        if requested == "auto":
            return _verify_cpu(problem.why if problem is not None else "")
        if problem is None:
            reason, facts = translatable("There is no NVIDIA card in this machine."), {}
        else:
            reason, facts = problem.sentences[1], problem.facts
        raise DeviceError("No CUDA card can be used.", reason, "Choose the device cpu, or auto.", **facts)
    if requested == "auto":
        try:
            return verify_gpu(_gpu_with_most_free_memory())
        except DeviceError as error:
            return _verify_cpu(f"{error.what} {error.why}")
    return verify_gpu("cuda:0" if requested == "cuda" else requested)


def processor_name() -> str:
    """Return the CPU's name as its maker calls it."""
    listing = Path("/proc/cpuinfo")
    if listing.is_file():
        for line in listing.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _verify_cpu(note: str = "") -> VerifiedDevice:
    import torch

    if not matmul_is_correct(torch.device("cpu"), torch.float32):
        raise DeviceError(
            "The CPU computes wrong results.",
            "A small matrix product came out wrong.",
            "Reinstall torch, and test the machine's memory.",
        )
    bf16 = _cpu_has_bf16() and matmul_is_correct(torch.device("cpu"), torch.bfloat16)
    return VerifiedDevice("cpu", processor_name(), "bf16" if bf16 else "fp32", note)


def _cpu_has_bf16() -> bool:
    """Whether the CPU multiplies bf16 in hardware: then it is several times faster than fp32, else much slower."""
    import torch

    capabilities = torch.cpu.get_capabilities()
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))


def _gpu_with_most_free_memory() -> str:
    """Return the GPU that ``placement.plan`` prefers, too."""
    gpus = list_gpus()
    return max(gpus, key=lambda gpu: gpu.free_bytes).name if gpus else "cuda:0"


def verify_gpu(name: str) -> VerifiedDevice:
    import torch

    try:
        device = torch.device(name)
        title = torch.cuda.get_device_name(device)
        if not matmul_is_correct(device, torch.float32):
            raise DeviceError(
                "{card} computes wrong results.", "A small matrix product came out wrong there.", card=title
            )
        bf16 = torch.cuda.is_bf16_supported(including_emulation=False) and matmul_is_correct(device, torch.bfloat16)
    except (RuntimeError, AssertionError) as error:  # torch raises both, also for a GPU number that does not exist
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise DeviceError(
            "The card {card} does not work.", "{reason}", "Choose the device cpu, or auto.", card=name, reason=reason
        ) from error
    return VerifiedDevice(name, title, "bf16" if bf16 else "fp32")


def matmul_is_correct(device: torch.device, dtype: torch.dtype) -> bool:
    """Multiply two random matrices of -1, 0 and 1 on a device and compare with numpy; exact in every precision."""
    import torch

    left, right = np.random.default_rng(0).integers(-1, 2, size=(2, PROBE_SIZE, PROBE_SIZE))
    product = torch.from_numpy(left).to(device, dtype) @ torch.from_numpy(right).to(device, dtype)
    return bool(np.array_equal(product.double().cpu().numpy(), (left @ right).astype(np.float64)))
