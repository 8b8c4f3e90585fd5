"""Every model a person can see: bundled, installed, or to be had; what of it is here, and whether it was verified."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.paths import bundled_models

from .catalog import CATALOG, CatalogModel, InstalledModel, list_installed
from .install.manifest import (
    MANIFEST_FILE,
    ManifestBody,
    PartialDownload,
    cached_files,
    partial_downloads,
    read_manifest,
)

Origin = Literal["bundled", "own", "offered"]


@dataclass(frozen=True)
class RepositoryEntry:
    """A repository that a model is made of, as it is here or as the catalogue has it."""

    name: str
    revision: str
    """A commit where it is known, else a branch."""
    size_bytes: int
    licence: str
    asks_for_contact: bool = False


@dataclass(frozen=True)
class ModelEntry:
    """One model."""

    name: str
    title: str
    origin: Origin
    languages: tuple[str, ...]
    size_bytes: int
    """On the disk, what lies in the hub's cache included; for one that is not here, what would be fetched."""
    folder: Path | None = None
    """None where it is not installed."""
    catalog_model: CatalogModel | None = None
    """Its entry in the catalogue, if it has one."""
    repositories: tuple[RepositoryEntry, ...] = ()
    partial: PartialDownload | None = None
    """A download of it that is not done."""
    verifiable: bool = False
    """Whether there are checksums to compare its files with."""
    verified_at: str = ""
    """When every file was last found right, as ISO 8601; empty where that is not known."""
    model_card: Path | None = None
    """The file in which its makers describe it."""
    problem: str = ""
    """Why it cannot be used; empty if nothing is known against it."""


def list_models(models_folder: Path, catalog: Sequence[CatalogModel] = CATALOG) -> list[ModelEntry]:
    """Bundled models, those that can be had, and then the other ones in the person's folder ``models``."""
    entries = {entry.name: entry for entry in catalog}
    begun = {each.name: each for each in partial_downloads(models_folder)}
    bundled = {folder.name for folder in bundled_models()}
    here = {
        model.name: _installed_entry(model, entries.get(model.name), begun.get(model.name), model.name in bundled)
        for model in list_installed(models_folder)
    }
    offered = {name: here.get(name) or _offered_entry(entry, begun.get(name)) for name, entry in entries.items()}
    first = [model for name, model in here.items() if name in bundled]
    return [*first, *offered.values(), *(here[name] for name in here if name not in bundled and name not in offered)]


def _offered_entry(known: CatalogModel, begun: PartialDownload | None) -> ModelEntry:
    parts = tuple(
        RepositoryEntry(each.name, each.revision, each.size_bytes, each.licence, each.asks_for_contact)
        for each in known.repositories
    )
    return ModelEntry(
        known.name,
        known.title,
        "offered",
        known.languages,
        known.size_bytes,
        catalog_model=known,
        repositories=parts,
        partial=begun,
    )


def _installed_entry(
    model: InstalledModel, known: CatalogModel | None, begun: PartialDownload | None, bundled: bool
) -> ModelEntry:
    record = read_manifest(model.folder / MANIFEST_FILE) if not bundled else None
    card = model.folder / "README.md"
    return ModelEntry(
        model.name,
        model.title,
        "bundled" if bundled else "own",
        model.languages,
        model.size_bytes + (_cached_bytes(record) if record else 0),
        model.folder,
        known,
        _repository_entries(record, known) if record else (),
        begun,
        verifiable=record is not None,
        verified_at=str(record.get("verified", "")) if record else "",
        model_card=card if card.is_file() else None,
        problem=model.problem,
    )


def _cached_bytes(record: ManifestBody) -> int:
    """Bytes of a model's files that lie in the hub's cache, each once."""
    blobs = {blob if blob.is_file() else place for _, _, place, blob, _ in cached_files(record)}
    return sum(place.stat().st_size for place in blobs if place.is_file())


def _repository_entries(record: ManifestBody, known: CatalogModel | None) -> tuple[RepositoryEntry, ...]:
    licences = {each.name: each.licence for each in known.repositories} if known else {}
    return tuple(
        RepositoryEntry(
            name,
            str(about["commit"]),
            sum(int(size) for size, _ in about["files"].values()),
            str(about.get("licence") or licences.get(name, "")),
        )
        for name, about in record["repositories"].items()
    )
