"""A model from a folder, for a machine without network: found, copied and put together. The folder is only read."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path

from app.errors import ModelError
from app.models.catalog import PUBLISHED_CHECKPOINT
from app.models.hardware import disk_capacity

from .download import Installed, InstallProgress, SpeedMeter
from .hub_errors import DownloadError
from .manifest import MANIFEST_FILE, ManifestBody, utc_timestamp, write_manifest
from .preflight import DISK_MARGIN_BYTES

BLOCK_BYTES = 8 << 20
MAX_DEPTH = 5  # folders below the one that was chosen: a hub's cache lies that deep
COMPONENT_OF_MODEL_TYPE = {"diffusion_gemma": "backbone", "whisper": "encoder"}
SKIPPED_SUFFIXES = (".bin", ".h5", ".msgpack", ".onnx", ".ot", ".incomplete", ".lock")
"""Other forms of the same weights, which are not copied."""


def import_folder(folder: Path, models_folder: Path) -> Iterator[InstallProgress | Installed]:
    """Copy the model in ``folder`` to ``models`` and install it; the last event is ``Installed``.

    Understood are a model's own folder, and folders of a published adapter, a backbone and an encoder side by side, plain or
    as the hub's cache has them. Closing the iterator leaves nothing half done. Raises ``ModelError`` and ``DownloadError``.
    """
    native = folder / "adapter.json"
    parts = {"native": folder} if native.is_file() else find_components(folder)
    missing = {"adapter", "backbone", "encoder"} - set(parts) if "native" not in parts else set()
    if missing:
        raise ModelError(
            "There is no whole model in {folder}.",
            "Not found: {missing}.",
            "Choose the folder that holds the adapter, DiffusionGemma and Whisper, each in a folder of its own.",
            folder=folder,
            missing=", ".join(sorted(missing)),
        )
    name = folder.name if "native" in parts else _repository_name(parts["adapter"])
    target, staged = models_folder / name, models_folder / f".importing-{name}"
    if target.exists():
        raise ModelError(
            "{model} is installed already.",
            "There is a folder {folder}.",
            "Remove it first.",
            model=name,
            folder=target,
        )
    shutil.rmtree(staged, ignore_errors=True)
    try:
        copied, record = yield from _copy_components(parts, staged)
        if "native" not in parts:
            from app.models.adapter.published import convert_to_native

            convert_to_native(copied["adapter"], copied["backbone"], copied["encoder"], staged)
            shutil.rmtree(copied["adapter"])
            record["files"] = {path: about for path, about in record["files"].items() if (staged / path).is_file()}
        write_manifest(staged / MANIFEST_FILE, record)
        staged.replace(target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    yield Installed(target)


def find_components(folder: Path) -> dict[str, Path]:
    """Folders of the parts in or below ``folder`` by kind: the first of each, those highest up first."""
    parts: dict[str, Path] = {}
    level = [folder]
    for _ in range(MAX_DEPTH):
        for place in level:
            if (place / PUBLISHED_CHECKPOINT).is_file():
                parts.setdefault("adapter", place)
            kind = COMPONENT_OF_MODEL_TYPE.get(_model_type(place / "config.json"))
            if kind is not None and any(place.glob("*.safetensors")):
                parts.setdefault(kind, place)
        level = sorted(below for place in level for below in _subfolders(place))
    return parts


def _subfolders(folder: Path) -> list[Path]:
    """Empty for a folder that is gone or may not be read."""
    with suppress(OSError):
        return [path for path in folder.iterdir() if path.is_dir()]
    return []


def _copy_components(
    parts: dict[str, Path], into: Path
) -> Generator[InstallProgress, None, tuple[dict[str, Path], ManifestBody]]:
    """Copy every part; the generator's result are the copies by kind, and what to remember of them to verify them later."""
    files = []
    for kind, place in parts.items():
        target = into if kind == "native" else into / kind  # where ``locate_weights`` looks
        for path in sorted(place.rglob("*") if kind == "native" else place.iterdir()):
            if path.is_file() and path.suffix not in SKIPPED_SUFFIXES and path.name != MANIFEST_FILE:
                files.append((place, path, target / path.relative_to(place)))
    total = sum(path.stat().st_size for _, path, _ in files)
    room = disk_capacity(into)
    if room.free_bytes < total + DISK_MARGIN_BYTES:
        raise DownloadError(
            "disk full",
            "There is not enough room on the disk.",
            "The copy needs {needed} GB with some margin, and {free} GB are free.",
            "Free some space.",
            needed=f"{(total + DISK_MARGIN_BYTES) / 1e9:.1f}",
            free=f"{room.free_bytes / 1e9:.1f}",
        )
    done, speed = 0, SpeedMeter()
    sums: dict[str, list[object]] = {}
    for place, path, target in files:
        target.parent.mkdir(parents=True, exist_ok=True)
        size, copied, content = path.stat().st_size, 0, hashlib.sha256()
        with path.open("rb") as source, target.open("wb") as out:
            while block := source.read(BLOCK_BYTES):
                out.write(block)
                content.update(block)
                copied += len(block)
                done += len(block)
                rate = speed.update(done)
                left_s = (total - done) / rate if rate else None
                yield InstallProgress(place.name, path.name, copied, size, done, total, rate, left_s)
        promised = path.resolve().name  # a large file of a hub's cache leads to one that is named by its checksum
        if re.fullmatch(r"[0-9a-f]{64}", promised) and promised != content.hexdigest():
            raise DownloadError(
                "damaged",
                "{file} is damaged.",
                "Its checksum is not the one that the hub's cache promises.",
                "Copy the folder again from where it came, or download the model.",
                file=path,
            )
        sums[target.relative_to(into).as_posix()] = [size, content.hexdigest()]
    body: ManifestBody = {"cache": "", "repositories": {}, "files": sums, "verified": utc_timestamp()}
    return {kind: into / kind for kind in parts if kind != "native"}, body


def _repository_name(place: Path) -> str:
    """The repository's own name of a plain folder or of a hub's snapshot."""
    return place.parent.parent.name.rpartition("--")[2] if place.parent.name == "snapshots" else place.name


def _model_type(config: Path) -> str:
    try:
        body = json.loads(config.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(body.get("model_type", "")) if isinstance(body, dict) else ""
