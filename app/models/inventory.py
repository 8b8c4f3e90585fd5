"""The inventory of models, bundled, installed and offered: which of their files are here, and whether they were verified."""

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
    """A repository that a model is made of: as it was fetched, else as the catalog has it."""

    name: str
    revision: str
    """A commit where known, else a branch."""
    size_bytes: int
    licence: str
    asks_for_contact: bool = False


@dataclass(frozen=True)
class ModelEntry:
    """A model, whether installed or not."""

    name: str
    title: str
    origin: Origin
    languages: tuple[str, ...]
    size_bytes: int
    """On the disk, its files in the hub's cache included; of a model that is not installed, the size of its download."""
    folder: Path | None = None
    """None where it is not installed."""
    catalog_model: CatalogModel | None = None
    """Its entry in the catalog, if it has one."""
    repositories: tuple[RepositoryEntry, ...] = ()
    partial: PartialDownload | None = None
    """Its incomplete download, if there is one."""
    verifiable: bool = False
    """Whether its files have checksums to be compared with."""
    verified_at: str = ""
    """When every file was last found right, as ISO 8601; empty where unknown."""
    model_card: Path | None = None
    """Its model card (``README.md``), if it has one."""
    problem: str = ""
    """Why it cannot be used; empty where nothing is known against it."""


def list_models(models_folder: Path, catalog: Sequence[CatalogModel] = CATALOG) -> list[ModelEntry]:
    """List the bundled models, those of the catalog, and then the other ones in the user's ``models_folder``."""
    catalog_models = {model.name: model for model in catalog}
    partials = {partial.name: partial for partial in partial_downloads(models_folder)}
    bundled = {folder.name for folder in bundled_models()}
    installed = {
        model.name: _installed_entry(
            model, catalog_models.get(model.name), partials.get(model.name), model.name in bundled
        )
        for model in list_installed(models_folder)
    }
    offered = {
        name: installed.get(name) or _offered_entry(model, partials.get(name)) for name, model in catalog_models.items()
    }
    others = [entry for name, entry in installed.items() if name not in bundled and name not in offered]
    return [*(entry for name, entry in installed.items() if name in bundled), *offered.values(), *others]


def _offered_entry(model: CatalogModel, partial: PartialDownload | None) -> ModelEntry:
    return ModelEntry(
        name=model.name,
        title=model.title,
        origin="offered",
        languages=model.languages,
        size_bytes=model.size_bytes,
        catalog_model=model,
        repositories=tuple(
            RepositoryEntry(each.name, each.revision, each.size_bytes, each.licence, each.asks_for_contact)
            for each in model.repositories
        ),
        partial=partial,
    )


def _installed_entry(
    model: InstalledModel, catalog_model: CatalogModel | None, partial: PartialDownload | None, bundled: bool
) -> ModelEntry:
    manifest = read_manifest(model.folder / MANIFEST_FILE) if not bundled else None
    model_card = model.folder / "README.md"
    return ModelEntry(
        name=model.name,
        title=model.title,
        origin="bundled" if bundled else "own",
        languages=model.languages,
        size_bytes=model.size_bytes + (_cached_bytes(manifest) if manifest else 0),
        folder=model.folder,
        catalog_model=catalog_model,
        repositories=_repository_entries(manifest, catalog_model) if manifest else (),
        partial=partial,
        verifiable=manifest is not None,
        verified_at=str(manifest.get("verified", "")) if manifest else "",
        model_card=model_card if model_card.is_file() else None,
        problem=model.problem,
    )


def _cached_bytes(manifest: ManifestBody) -> int:
    """Bytes of a model's files in the hub's cache, each blob once."""
    files = cached_files(manifest)
    paths = {file.blob_path if file.blob_path.is_file() else file.snapshot_path for file in files}
    return sum(path.stat().st_size for path in paths if path.is_file())


def _repository_entries(manifest: ManifestBody, catalog_model: CatalogModel | None) -> tuple[RepositoryEntry, ...]:
    licences = {each.name: each.licence for each in catalog_model.repositories} if catalog_model else {}
    return tuple(
        RepositoryEntry(
            name=name,
            revision=str(entry["commit"]),
            size_bytes=sum(int(size_bytes) for size_bytes, _ in entry["files"].values()),
            licence=str(entry.get("licence") or licences.get(name, "")),
        )
        for name, entry in manifest["repositories"].items()
    )
