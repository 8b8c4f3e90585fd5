"""Import a model from a folder, for a machine without network: find its components, copy and convert them.

The source folder is only read. huggingface_hub imports nothing from folders.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.errors import ModelError
from app.models.catalog import PUBLISHED_CHECKPOINT, model_name
from app.models.checkpoint_files import read_model_type
from app.models.hardware import disk_capacity
from app.models.whisper import is_whisper

from .download import Installed, InstallProgress, SpeedMeter
from .hub_errors import DownloadError
from .manifest import MANIFEST_FILE, ManifestBody, utc_timestamp, write_manifest
from .preflight import DISK_MARGIN_BYTES

BLOCK_BYTES = 8 << 20
MAX_DEPTH = 5  # folders below the chosen one: those of a hub's cache lie that deep
COMPONENT_OF_MODEL_TYPE = {"diffusion_gemma": "backbone", "whisper": "encoder"}
SKIPPED_SUFFIXES = (".bin", ".h5", ".msgpack", ".onnx", ".ot", ".incomplete", ".lock")
"""Other forms of the same weights, which are not copied."""


@dataclass(frozen=True)
class _CopyTask:
    component: Path
    """Folder of the component that the file belongs to."""
    source: Path
    target: Path


def import_folder(folder: Path, models_folder: Path) -> Iterator[InstallProgress | Installed]:
    """Copy the model in ``folder`` to ``models_folder`` and install it.

    ``folder`` is a model in the native layout, or it holds the folders of a published adapter, a backbone and an encoder, plain
    or as in the hub's cache; or it is or holds a whole Whisper and nothing else. Closing the iterator leaves nothing behind.

    Yields:
        Progress, and ``Installed`` at the end.

    Raises:
        ModelError: components are missing, or the model is installed already.
        DownloadError: the disk is full, or a file is damaged.
    """
    native = (folder / "adapter.json").is_file()
    components = {"native": folder} if native else find_components(folder)
    if set(components) == {"encoder"} and is_whisper(components["encoder"]):
        native, components = True, {"native": components["encoder"]}
    missing = set() if native else {"adapter", "backbone", "encoder"} - set(components)
    if missing:
        raise ModelError(
            "There is no whole model in {folder}.",
            "Not found: {missing}.",
            "Choose the folder that holds the adapter, DiffusionGemma and Whisper, each in a folder of its own; or that of a "
            "whole Whisper.",
            folder=folder,
            missing=", ".join(sorted(missing)),
        )
    name = model_name(components["native" if native else "adapter"])
    target, staging = models_folder / name, models_folder / f".importing-{name}"
    if target.exists():
        raise ModelError(
            "{model} is installed already.",
            "There is a folder {folder}.",
            "Remove it first.",
            model=name,
            folder=target,
        )
    shutil.rmtree(staging, ignore_errors=True)
    try:
        manifest = yield from _copy_components(components, staging)
        if not native:
            from app.models.adapter.published import convert_to_native

            convert_to_native(staging / "adapter", staging / "backbone", staging / "encoder", staging)
            shutil.rmtree(staging / "adapter")
            files = manifest["files"].items()
            manifest["files"] = {path: entry for path, entry in files if (staging / path).is_file()}
        write_manifest(staging / MANIFEST_FILE, manifest)
        staging.replace(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    yield Installed(target)


def find_components(folder: Path) -> dict[str, Path]:
    """Return the folders of adapter, backbone and encoder in or below ``folder``: the first of each, top level first."""
    components: dict[str, Path] = {}
    level = [folder]
    for _ in range(MAX_DEPTH):
        for path in level:
            if (path / PUBLISHED_CHECKPOINT).is_file():
                components.setdefault("adapter", path)
            component = COMPONENT_OF_MODEL_TYPE.get(read_model_type(path))
            if component is not None and any(path.glob("*.safetensors")):
                components.setdefault(component, path)
        level = sorted(child for path in level for child in _subfolders(path))
    return components


def _subfolders(folder: Path) -> list[Path]:
    """Return a folder's subfolders; none where it is gone or cannot be read."""
    with suppress(OSError):
        return [path for path in folder.iterdir() if path.is_dir()]
    return []


def _copy_components(components: dict[str, Path], staging: Path) -> Generator[InstallProgress, None, ManifestBody]:
    """Copy every component below ``staging``; returns a manifest with the checksums of the copies."""
    tasks = _copy_tasks(components, staging)
    total_bytes = sum(task.source.stat().st_size for task in tasks)
    free_bytes = disk_capacity(staging).free_bytes
    if free_bytes < total_bytes + DISK_MARGIN_BYTES:
        raise DownloadError(
            "disk full",
            "There is not enough room on the disk.",
            "The copy needs {needed} GB with some margin, and {free} GB are free.",
            "Free some space.",
            needed=f"{(total_bytes + DISK_MARGIN_BYTES) / 1e9:.1f}",
            free=f"{free_bytes / 1e9:.1f}",
        )
    before_bytes, speed = 0, SpeedMeter()
    files: dict[str, list[object]] = {}
    for task in tasks:
        size_bytes = task.source.stat().st_size
        checksum = yield from _copy(task, before_bytes, total_bytes, speed)
        before_bytes += size_bytes
        blob_name = task.source.resolve().name  # large files of a hub's cache are links to a blob named by its checksum
        if re.fullmatch(r"[0-9a-f]{64}", blob_name) and blob_name != checksum:
            raise DownloadError(
                "damaged",
                "{file} is damaged.",
                "Its checksum is not the one that the hub's cache promises.",
                "Copy the folder again from where it came, or download the model.",
                file=task.source,
            )
        files[task.target.relative_to(staging).as_posix()] = [size_bytes, checksum]
    return {"cache": "", "repositories": {}, "files": files, "verified": utc_timestamp()}


def _copy_tasks(components: dict[str, Path], staging: Path) -> list[_CopyTask]:
    """List the files to copy: of a native model all, of another component those at its top level."""
    tasks: list[_CopyTask] = []
    for name, folder in components.items():
        native = name == "native"
        target = staging if native else staging / name  # where ``locate_weights`` looks
        tasks += [
            _CopyTask(folder, path, target / path.relative_to(folder))
            for path in sorted(folder.rglob("*") if native else folder.iterdir())
            if path.is_file() and path.suffix not in SKIPPED_SUFFIXES and path.name != MANIFEST_FILE
        ]
    return tasks


def _copy(
    task: _CopyTask, before_bytes: int, total_bytes: int, speed: SpeedMeter
) -> Generator[InstallProgress, None, str]:
    """Copy a file; returns its SHA-256 in hex."""
    task.target.parent.mkdir(parents=True, exist_ok=True)
    size_bytes, copied_bytes, digest = task.source.stat().st_size, 0, hashlib.sha256()
    with task.source.open("rb") as source, task.target.open("wb") as target:
        while block := source.read(BLOCK_BYTES):
            target.write(block)
            digest.update(block)
            copied_bytes += len(block)
            done_bytes = before_bytes + copied_bytes
            bytes_per_s = speed.update(done_bytes)
            yield InstallProgress(
                repository=task.component.name,
                path=task.source.name,
                file_done_bytes=copied_bytes,
                file_total_bytes=size_bytes,
                done_bytes=done_bytes,
                total_bytes=total_bytes,
                bytes_per_s=bytes_per_s,
                remaining_s=(total_bytes - done_bytes) / bytes_per_s if bytes_per_s else None,
            )
    return digest.hexdigest()
