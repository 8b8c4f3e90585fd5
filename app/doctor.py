"""Describe this machine for a bug report, as plain text. Nothing in it names the user or their files."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path

from . import __version__
from .errors import DeviceError
from .models import catalog, hardware
from .paths import Folders, bundled_models

PACKAGES = (
    "torch",
    "transformers",
    "peft",
    "tokenizers",
    "safetensors",
    "huggingface_hub",
    "numpy",
    "soundfile",
    "av",
    "soxr",
    "sounddevice",
    "PySide6-Essentials",
)
GIB = 1024**3


def report(models_folder: Path | None = None) -> tuple[str, bool]:
    """Return the report, and whether a device works and a model is there to run on it.

    Takes seconds: torch is imported and tried. The models in ``models_folder`` are the user's own and are not named.
    """
    devices, works = _device_lines()
    models = catalog.list_installed(models_folder)
    usable = [model for model in models if not model.problem]
    lines = [
        f"Anneal {__version__}, Python {platform.python_version()}, {platform.platform()}",
        "",
        "Packages",
        *(f"  {name} {_version(name)}" for name in PACKAGES),
        "",
        "Machine",
        f"  processor  {hardware.processor_name()}, {_cores()}",
        f"  memory     {_free_of_total(hardware.system_memory())}",
        f"  disk       {_free_of_total(hardware.disk_capacity(Folders.of_user().data))}",
        "",
        "Devices (each multiplied two matrices)",
        *(f"  {line}" for line in devices),
        "",
        "Models",
        *(f"  {_model_line(model)}" for model in models),
        *(() if models else ("  none is installed",)),
    ]
    return "\n".join(lines) + "\n", works and bool(usable)


def _device_lines() -> tuple[list[str], bool]:
    lines = []
    works = True
    try:
        cpu = hardware.verify_device("cpu")
        lines.append(f"cpu     works in {cpu.precision}")
    except DeviceError as error:
        works = False
        lines.append(f"cpu     {error}")
    try:
        gpu = hardware.verify_device("cuda")
        memory = hardware.gpu_memory(gpu)
        free = f", {_free_of_total(memory)}" if memory else ""
        lines.append(f"{gpu.name}  works in {gpu.precision}: {gpu.title}{free}")
    except DeviceError as error:
        lines.append(f"cuda    not used: {error.why or error.what}")
    return lines, works


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "is missing"


def _cores() -> str:
    import psutil

    return f"{psutil.cpu_count(logical=False) or '?'} cores, {psutil.cpu_count()} threads"


def _free_of_total(capacity: hardware.Capacity) -> str:
    return f"{capacity.free_bytes / GIB:.1f} of {capacity.total_bytes / GIB:.1f} GiB free"


def _model_line(model: catalog.InstalledModel) -> str:
    bundled = model.folder in bundled_models()
    name = model.name if bundled or model.name in {known.name for known in catalog.CATALOG} else "a model of one's own"
    if model.problem:
        return f"{name}: it cannot be used" if name != model.name else f"{name}: {model.problem}"
    origin = "bundled" if bundled else "in the models folder"
    return f"{name} ({origin}), {', '.join(model.languages)}, {model.size_bytes / 1e6:.0f} MB"
