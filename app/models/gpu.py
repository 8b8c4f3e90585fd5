"""The CUDA cards of this machine, as torch and as the driver see them; and why torch sees none, with the command that mends it.

The driver is asked through its own program, so a card is found even where torch was built for the CPU only.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from app.errors import DeviceError

NVIDIA_PROC = Path("/proc/driver/nvidia")
NVIDIA_SMI_TIMEOUT_S = 20.0  # a sleeping card takes seconds to answer
MIB = 1024**2
NVIDIA_SMI_FIELDS = ("name", "memory.total", "memory.free", "compute_cap")


@dataclass(frozen=True)
class Gpu:
    """A CUDA device."""

    name: str
    """As torch calls it: ``cuda:0``."""
    title: str
    """As its maker calls it."""
    total_bytes: int
    free_bytes: int
    capability: tuple[int, int]
    """Compute capability; (0, 0) where the driver does not tell."""
    bf16: bool
    """Whether it computes in bf16 by itself, which begins with capability 8.0."""
    usable: bool
    """Whether the installed torch has code for it."""


@dataclass(frozen=True)
class Driver:
    """The NVIDIA driver; an empty ``version`` where there are cards but it does not answer."""

    version: str = ""
    cuda: tuple[int, int] | None = None
    """The newest CUDA it supports; None where it does not tell."""
    gpus: tuple[Gpu, ...] = ()


@dataclass(frozen=True)
class TorchBuild:
    """What the installed torch was built for."""

    version: str
    cuda: str | None
    """None for a build without CUDA."""
    available: bool
    """Whether torch itself finds a card it can talk to."""
    architectures: tuple[str, ...] = ()
    """As ``sm_80``, ``compute_120``."""


def query_torch_build() -> TorchBuild:
    """Imports torch."""
    import torch

    available = torch.cuda.is_available()
    architectures = tuple(torch.cuda.get_arch_list()) if available else ()
    return TorchBuild(torch.__version__.partition("+")[0], torch.version.cuda, available, architectures)


def list_gpus() -> tuple[Gpu, ...]:
    """Every CUDA device that torch can see, by number, with the memory that is free now."""
    import torch

    build = query_torch_build()
    found = []
    for number in range(torch.cuda.device_count() if build.available else 0):
        device = torch.device("cuda", number)
        about = torch.cuda.get_device_properties(device)
        free_bytes, total_bytes = torch.cuda.mem_get_info(device)
        capability = (int(about.major), int(about.minor))
        usable = has_code_for(capability, build.architectures)
        found.append(
            Gpu(f"cuda:{number}", about.name, total_bytes, free_bytes, capability, capability >= (8, 0), usable)
        )
    return tuple(found)


def has_code_for(capability: tuple[int, int], architectures: tuple[str, ...]) -> bool:
    """Whether a build has code a card can run: its generation's and not newer, or some that the driver can translate.

    Source: the CUDA programming guide on binary and PTX compatibility.
    """
    for each in architectures:
        match = re.fullmatch(r"(sm|compute)_(\d+)(\d)[a-z]?", each)
        if match is None:
            continue
        built = (int(match[2]), int(match[3]))
        if built <= capability and (match[1] == "compute" or built[0] == capability[0]):
            return True
    return False


def query_driver() -> Driver | None:
    """The driver and its cards, asked without torch; None where the machine has no sign of an NVIDIA card."""
    program = shutil.which("nvidia-smi")
    if program is None:
        gpus = NVIDIA_PROC / "gpus"
        if not (gpus.is_dir() and any(gpus.iterdir())):
            return None
        return Driver(_kernel_module_version())
    banner = _run_nvidia_smi(program)
    version = re.search(r"Driver Version:\s*([\d.]+)", banner)
    cuda = re.search(r"CUDA Version:\s*(\d+)\.(\d+)", banner)
    if version is None:
        return Driver(_kernel_module_version())
    listed = _run_nvidia_smi(program, f"--query-gpu={','.join(NVIDIA_SMI_FIELDS)}", "--format=csv,noheader,nounits")
    found = tuple(card for number, line in enumerate(listed.splitlines()) if (card := _parse_gpu(number, line)))
    return Driver(version[1], (int(cuda[1]), int(cuda[2])) if cuda else None, found)


def why_unusable(build: TorchBuild, driver: Driver | None) -> DeviceError | None:
    """Why no CUDA card can be used, with the command that mends it; None if one can, and for a machine without a card."""
    if driver is None:
        return None
    if build.available:
        return None
    card = driver.gpus[0].title if driver.gpus else "NVIDIA"
    if build.cuda is None:
        return DeviceError(
            "The card {card} is not used.",
            "The installed torch was built for the CPU only.",
            "Install the build for CUDA: `{command}`.",
            card=card,
            command=install_torch_command(build.version),
        )
    if not driver.version:
        return DeviceError(
            "The card {card} is not used.",
            "Its driver does not answer: it is not loaded, or it was updated and the machine was not restarted since.",
            "Restart the machine. If that does not help, install the driver again: `{command}`.",
            card=card,
            command=install_driver_command(),
        )
    needs = tuple(int(part) for part in build.cuda.split(".")[:2])
    if driver.cuda is not None and driver.cuda[0] < needs[0]:
        return DeviceError(
            "The card {card} is not used.",
            "Its driver {driver} supports CUDA up to {has}, and the installed torch needs {needs}.",
            "Install a newer driver and restart: `{command}`.",
            card=card,
            driver=driver.version,
            has=".".join(map(str, driver.cuda)),
            needs=build.cuda,
            command=install_driver_command(),
        )
    return DeviceError(
        "The card {card} is not used.",
        "Its driver {driver} answers, but torch {torch} for CUDA {needs} finds no card.",
        "See that CUDA_VISIBLE_DEVICES is not empty and that you may open /dev/nvidia0, then ask `nvidia-smi`.",
        card=card,
        driver=driver.version,
        torch=build.version,
        needs=build.cuda,
    )


def unsupported_error(gpu: Gpu, build: TorchBuild) -> DeviceError:
    """The error for a card that the installed torch has no code for."""
    built = sorted({(int(a[:-1]), int(a[-1])) for each in build.architectures if (a := each.split("_")[-1]).isdigit()})
    return DeviceError(
        "The card {card} is not used.",
        "It has compute capability {has}, and torch {torch} was built for {least} to {most}.",
        "Use another card, or the CPU. A newer card may need a newer torch: `{command}`.",
        card=gpu.title,
        has=".".join(map(str, gpu.capability)),
        torch=build.version,
        least=".".join(map(str, built[0])) if built else "?",
        most=".".join(map(str, built[-1])) if built else "?",
        command=install_torch_command(build.version),
    )


def install_torch_command(version: str) -> str:
    """The command that replaces torch by the build for CUDA, in this environment. On Linux the registry's own has it."""
    if sys.platform == "win32":
        return f"see pytorch.org/get-started for torch {version} with CUDA"
    return f"{sys.executable} -m pip install --force-reinstall torch=={version}"


def install_driver_command() -> str:
    """The command that installs a driver on this system."""
    if shutil.which("ubuntu-drivers"):
        return "sudo ubuntu-drivers install"
    if shutil.which("apt-get"):
        return "sudo apt-get update && sudo apt-get install nvidia-driver"
    if shutil.which("dnf"):
        return "sudo dnf install akmod-nvidia"
    if shutil.which("pacman"):
        return "sudo pacman -S nvidia"
    return "see nvidia.com/drivers"


def _run_nvidia_smi(program: str, *arguments: str) -> str:
    try:
        answer = subprocess.run(
            [program, *arguments], capture_output=True, text=True, timeout=NVIDIA_SMI_TIMEOUT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout if answer.returncode == 0 else ""


def _parse_gpu(number: int, line: str) -> Gpu | None:
    """A card of one line of the driver's answer; None for what is none."""
    cells = [cell.strip() for cell in line.split(",")]
    if len(cells) != len(NVIDIA_SMI_FIELDS) or not cells[1].isdigit() or not cells[2].isdigit():
        return None
    major, _, minor = cells[3].partition(".")
    capability = (int(major), int(minor)) if major.isdigit() and minor.isdigit() else (0, 0)
    total_bytes, free_bytes = int(cells[1]) * MIB, int(cells[2]) * MIB
    return Gpu(f"cuda:{number}", cells[0], total_bytes, free_bytes, capability, capability >= (8, 0), usable=False)


def _kernel_module_version() -> str:
    """The version of the driver that is loaded in the kernel; empty where none is."""
    try:
        text = (NVIDIA_PROC / "version").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    match = re.search(r"\s(\d{3,}\.\d+(\.\d+)?)\s", text)
    return match[1] if match else ""
