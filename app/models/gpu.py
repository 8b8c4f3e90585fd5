"""The CUDA GPUs of this machine as torch and the NVIDIA driver see them; why none is usable, and the command that mends it.

The driver is queried through ``nvidia-smi``, so a GPU is found even where torch was built for the CPU only.
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
NVIDIA_SMI_TIMEOUT_S = 20.0  # a sleeping GPU takes seconds to answer
NVIDIA_SMI_FIELDS = ("name", "memory.total", "memory.free", "compute_cap")
MIB = 1024**2


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
    """Whether it computes in bf16 natively, which begins with capability 8.0."""
    usable: bool
    """Whether the installed torch has code for it."""


@dataclass(frozen=True)
class Driver:
    """The NVIDIA driver; an empty ``version`` where the machine has GPUs but the driver does not answer."""

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
    """Whether torch finds a GPU it can talk to."""
    architectures: tuple[str, ...] = ()
    """As ``sm_80``, ``compute_120``."""


def query_torch_build() -> TorchBuild:
    """Describe the installed torch; imports it, which takes seconds the first time."""
    import torch

    available = torch.cuda.is_available()
    architectures = tuple(torch.cuda.get_arch_list()) if available else ()
    return TorchBuild(torch.__version__.partition("+")[0], torch.version.cuda, available, architectures)


def list_gpus() -> tuple[Gpu, ...]:
    """List every CUDA device that torch can see, by number; a GPU that does not answer has no free memory. Imports torch."""
    import torch

    build = query_torch_build()
    gpus = []
    for number in range(torch.cuda.device_count() if build.available else 0):
        device = torch.device("cuda", number)
        properties = torch.cuda.get_device_properties(device)
        try:
            free_bytes, total_bytes = torch.cuda.mem_get_info(device)
        except (RuntimeError, AssertionError):  # of this GPU alone
            free_bytes, total_bytes = 0, int(properties.total_memory)
        capability = (int(properties.major), int(properties.minor))
        gpus.append(
            Gpu(
                name=f"cuda:{number}",
                title=properties.name,
                total_bytes=total_bytes,
                free_bytes=free_bytes,
                capability=capability,
                bf16=capability >= (8, 0),
                usable=has_code_for(capability, build.architectures),
            )
        )
    return tuple(gpus)


def has_code_for(capability: tuple[int, int], architectures: tuple[str, ...]) -> bool:
    """Whether a torch build has code a GPU can run: for its generation and not newer, or PTX that the driver can translate.

    Source: the CUDA programming guide on binary and PTX compatibility.
    """
    for architecture in architectures:
        match = re.fullmatch(r"(sm|compute)_(\d+)(\d)[a-z]?", architecture)
        if match is None:
            continue
        built = (int(match[2]), int(match[3]))
        if built <= capability and (match[1] == "compute" or built[0] == capability[0]):
            return True
    return False


def query_driver() -> Driver | None:
    """Query the driver and its GPUs without torch; None where the machine has no sign of an NVIDIA GPU."""
    program = shutil.which("nvidia-smi")
    if program is None:
        gpu_folders = NVIDIA_PROC / "gpus"
        if not (gpu_folders.is_dir() and any(gpu_folders.iterdir())):
            return None
        return Driver(_kernel_module_version())
    banner = _run_nvidia_smi(program)
    version = re.search(r"Driver Version:\s*([\d.]+)", banner)
    cuda = re.search(r"CUDA Version:\s*(\d+)\.(\d+)", banner)
    if version is None:
        return Driver(_kernel_module_version())
    table = _run_nvidia_smi(program, f"--query-gpu={','.join(NVIDIA_SMI_FIELDS)}", "--format=csv,noheader,nounits")
    gpus = tuple(gpu for number, line in enumerate(table.splitlines()) if (gpu := _parse_gpu(number, line)))
    return Driver(version[1], (int(cuda[1]), int(cuda[2])) if cuda else None, gpus)


def why_unusable(build: TorchBuild, driver: Driver | None) -> DeviceError | None:
    """Explain why torch can use no GPU, with the command that mends it.

    None if torch can use one, and for a machine without an NVIDIA GPU (``driver`` is None).
    """
    if driver is None or build.available:
        return None
    title = driver.gpus[0].title if driver.gpus else "NVIDIA"
    if build.cuda is None:
        return DeviceError(
            "The card {card} is not used.",
            "The installed torch was built for the CPU only.",
            "Install the build for CUDA: `{command}`.",
            card=title,
            command=install_torch_command(build.version),
        )
    if not driver.version:
        return DeviceError(
            "The card {card} is not used.",
            "Its driver does not answer: it is not loaded, or it was updated and the machine was not restarted since.",
            "Restart the machine. If that does not help, install the driver again: `{command}`.",
            card=title,
            command=install_driver_command(),
        )
    required_cuda = tuple(int(number) for number in build.cuda.split(".")[:2])
    if driver.cuda is not None and driver.cuda[0] < required_cuda[0]:
        return DeviceError(
            "The card {card} is not used.",
            "Its driver {driver} supports CUDA up to {has}, and the installed torch needs {needs}.",
            "Install a newer driver and restart: `{command}`.",
            card=title,
            driver=driver.version,
            has=".".join(map(str, driver.cuda)),
            needs=build.cuda,
            command=install_driver_command(),
        )
    return DeviceError(
        "The card {card} is not used.",
        "Its driver {driver} answers, but torch {torch} for CUDA {needs} finds no card.",
        "See that CUDA_VISIBLE_DEVICES is not empty and that you may open /dev/nvidia0, then ask `nvidia-smi`.",
        card=title,
        driver=driver.version,
        torch=build.version,
        needs=build.cuda,
    )


def unsupported_error(gpu: Gpu, build: TorchBuild) -> DeviceError:
    """Return the error for a GPU that the installed torch has no code for."""
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
    """Return the command that replaces torch by its CUDA build in this environment; on Linux the default index has it."""
    if sys.platform == "win32":
        return f"see pytorch.org/get-started for torch {version} with CUDA"
    return f"{sys.executable} -m pip install --force-reinstall torch=={version}"


def install_driver_command() -> str:
    """Return the command that installs the NVIDIA driver on this system."""
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
    """Return what ``nvidia-smi`` prints; empty where it fails or takes too long."""
    try:
        result = subprocess.run(
            [program, *arguments], capture_output=True, text=True, timeout=NVIDIA_SMI_TIMEOUT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return result.stdout if result.returncode == 0 else ""


def _parse_gpu(number: int, line: str) -> Gpu | None:
    """Parse one line of the table that ``nvidia-smi`` prints; None for a line of another form."""
    cells = [cell.strip() for cell in line.split(",")]
    if len(cells) != len(NVIDIA_SMI_FIELDS) or not cells[1].isdigit() or not cells[2].isdigit():
        return None
    major, _, minor = cells[3].partition(".")
    capability = (int(major), int(minor)) if major.isdigit() and minor.isdigit() else (0, 0)
    total_bytes, free_bytes = int(cells[1]) * MIB, int(cells[2]) * MIB
    return Gpu(f"cuda:{number}", cells[0], total_bytes, free_bytes, capability, capability >= (8, 0), usable=False)


def _kernel_module_version() -> str:
    """Return the version of the driver that is loaded in the kernel; empty where none is."""
    try:
        text = (NVIDIA_PROC / "version").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    match = re.search(r"\s(\d{3,}\.\d+(\.\d+)?)\s", text)
    return match[1] if match else ""
