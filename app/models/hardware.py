"""What the machine has, and which device really works: it must multiply two matrices there and get them right.

torch is imported only where a device is tried; memory and disk are told without it.
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
    """What the model should run in there, verified as well."""
    note: str = ""
    """Why no faster device was taken, where there seems to be one; a sentence, or empty."""

    def __str__(self) -> str:
        return f"{self.name}, {self.precision}"


@dataclass(frozen=True)
class Gpu:
    """A CUDA card that torch sees. Whether it works is known when the model is loaded there."""

    name: str
    """As torch calls it: ``cuda:0``."""
    title: str
    total_bytes: int


def list_gpus() -> list[Gpu]:
    """The CUDA cards of this machine; imports torch, which takes seconds the first time."""
    if why_cuda_unusable() is not None:
        return []
    import torch

    found = [(i, torch.cuda.get_device_properties(i)) for i in range(torch.cuda.device_count())]
    return [Gpu(f"cuda:{i}", card.name, card.total_memory) for i, card in found]


def empty_cuda_cache() -> None:
    """Return the cards' memory that nothing uses any more: torch keeps it for itself otherwise."""
    import torch

    gc.collect()
    if torch.cuda.is_initialized():
        torch.cuda.empty_cache()


def system_memory() -> Capacity:
    """The machine's main memory; free is what can be had without swapping."""
    now = psutil.virtual_memory()
    return Capacity(total_bytes=int(now.total), free_bytes=int(now.available))


def disk_capacity(folder: Path) -> Capacity:
    """The disk that holds ``folder``, which need not exist yet."""
    existing = folder.absolute()
    while not existing.exists():
        existing = existing.parent
    usage = shutil.disk_usage(existing)
    return Capacity(total_bytes=usage.total, free_bytes=usage.free)


def gpu_memory(device: VerifiedDevice) -> Capacity | None:
    """A card's own memory; ``None`` for the CPU."""
    if device.name == "cpu":
        return None
    import torch

    free, total = torch.cuda.mem_get_info(torch.device(device.name))
    return Capacity(total_bytes=total, free_bytes=free)


def verify_device(requested: str = "auto") -> VerifiedDevice:
    """The device to run on: ``cpu``, ``cuda``, a card by number (``cuda:1``) or ``auto``: the roomiest card, or the CPU.

    Raises ``DeviceError`` where the device asked for does not work. ``auto`` never fails over in silence: if there is a
    card that cannot be used, the answer's ``note`` says why.
    """
    if requested == "cpu":
        return _verify_cpu()
    if requested == "auto":
        obstacle = why_cuda_unusable()
        if obstacle is None:
            try:
                return _verify_gpu(_gpu_with_most_free_memory())
            except DeviceError as error:
                return _verify_cpu(f"{error.what} {error.why}")
        return _verify_cpu(obstacle if has_nvidia_gpu() else "")
    if requested.split(":")[0] != "cuda":
        raise DeviceError(
            "There is no device called {device}.", remedy="Choose auto, cpu or cuda.", device=repr(requested)
        )
    obstacle = why_cuda_unusable()
    if obstacle is not None:
        raise DeviceError("No CUDA card can be used.", obstacle, "Choose the device cpu, or auto.")
    return _verify_gpu("cuda:0" if requested == "cuda" else requested)


def has_nvidia_gpu() -> bool:
    """Whether an NVIDIA card seems to be in the machine, whatever torch thinks of it."""
    cards = Path("/proc/driver/nvidia/gpus")
    return (cards.is_dir() and any(cards.iterdir())) or shutil.which("nvidia-smi") is not None


def why_cuda_unusable() -> str | None:
    """Why no CUDA card can be used, as a sentence; ``None`` if one can."""
    import torch

    if torch.cuda.is_available():
        return None
    if torch.version.cuda is None:
        return translatable("The installed torch was built for the CPU only.")
    if has_nvidia_gpu():
        return translatable("Its driver does not work with the CUDA version of the installed torch.")
    return translatable("There is no NVIDIA card in this machine.")


def processor_name() -> str:
    """The CPU as its maker calls it."""
    listing = Path("/proc/cpuinfo")
    if listing.is_file():
        for line in listing.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _verify_cpu(note: str = "") -> VerifiedDevice:
    import torch

    if not _matmul_is_correct(torch.device("cpu"), torch.float32):
        raise DeviceError(
            "The CPU computes wrong results.",
            "A small matrix product came out wrong.",
            "Reinstall torch, and test the machine's memory.",
        )
    halved = _cpu_has_bf16() and _matmul_is_correct(torch.device("cpu"), torch.bfloat16)
    return VerifiedDevice("cpu", processor_name(), "bf16" if halved else "fp32", note)


def _cpu_has_bf16() -> bool:
    """Whether the CPU multiplies bf16 in hardware: then it is several times faster than fp32, else much slower."""
    import torch

    known = torch.cpu.get_capabilities()
    return bool(known.get("avx512_bf16") or known.get("amx_bf16"))


def _gpu_with_most_free_memory() -> str:
    """The card with most free memory: where the plan for a big model puts it, too."""
    import torch

    free_bytes = {}
    for number in range(torch.cuda.device_count()):
        try:
            free_bytes[f"cuda:{number}"] = torch.cuda.mem_get_info(torch.device("cuda", number))[0]
        except (RuntimeError, AssertionError):  # of that card alone
            free_bytes[f"cuda:{number}"] = 0
    return max(free_bytes, key=lambda name: free_bytes[name], default="cuda:0")


def _verify_gpu(name: str) -> VerifiedDevice:
    import torch

    try:
        device = torch.device(name)
        title = torch.cuda.get_device_name(device)
        if not _matmul_is_correct(device, torch.float32):
            raise DeviceError(
                "{card} computes wrong results.", "A small matrix product came out wrong there.", card=title
            )
        halved = torch.cuda.is_bf16_supported(including_emulation=False) and _matmul_is_correct(device, torch.bfloat16)
    except (RuntimeError, AssertionError) as error:  # torch says both, also for a card number that does not exist
        why = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise DeviceError(
            "The card {card} does not work.", "{reason}", "Choose the device cpu, or auto.", card=name, reason=why
        ) from error
    return VerifiedDevice(name, title, "bf16" if halved else "fp32")


def _matmul_is_correct(device: torch.device, dtype: torch.dtype) -> bool:
    import torch

    left, right = np.random.default_rng(0).integers(-1, 2, size=(2, PROBE_SIZE, PROBE_SIZE))
    product = torch.from_numpy(left).to(device, dtype) @ torch.from_numpy(right).to(device, dtype)
    return bool(np.array_equal(product.double().cpu().numpy(), (left @ right).astype(np.float64)))
