"""Every model a person can see: bundled, installed, or to be had; what of it is here, and whether it was verified."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.paths import bundled_models

from .catalog import KNOWN, InstalledModel, KnownModel, installed
from .install.manifest import RECORD, Body, Unfinished, cache_places, read_record, unfinished

Place = Literal["bundled", "own", "offered"]


@dataclass(frozen=True)
class ShelvedPart:
    """A repository that a model is made of, as it is here or as the catalogue has it."""

    name: str
    revision: str
    """A commit where it is known, else a branch."""
    size_bytes: int
    licence: str
    asks_for_contact: bool = False


@dataclass(frozen=True)
class Shelved:
    """One model."""

    name: str
    title: str
    place: Place
    languages: tuple[str, ...]
    size_bytes: int
    """On the disk, what lies in the hub's cache included; for one that is not here, what would be fetched."""
    folder: Path | None = None
    """None where it is not installed."""
    known: KnownModel | None = None
    """Its entry in the catalogue, if it has one."""
    parts: tuple[ShelvedPart, ...] = ()
    begun: Unfinished | None = None
    """A download of it that is not done."""
    checkable: bool = False
    """Whether there are checksums to compare its files with."""
    verified: str = ""
    """When every file was last found right, as ISO 8601; empty where that is not known."""
    card: Path | None = None
    """The file in which its makers describe it."""
    problem: str = ""
    """Why it cannot be used; empty if nothing is known against it."""


def shelf(models: Path, known: Sequence[KnownModel] = KNOWN) -> list[Shelved]:
    """Bundled models, those that can be had, and then the other ones in the person's folder ``models``."""
    entries = {entry.name: entry for entry in known}
    begun = {each.name: each for each in unfinished(models)}
    bundled = {folder.name for folder in bundled_models()}
    here = {
        model.name: _installed(model, entries.get(model.name), begun.get(model.name), model.name in bundled)
        for model in installed(models)
    }
    offered = {name: here.get(name) or _offered(entry, begun.get(name)) for name, entry in entries.items()}
    first = [model for name, model in here.items() if name in bundled]
    return [*first, *offered.values(), *(here[name] for name in here if name not in bundled and name not in offered)]


def _offered(known: KnownModel, begun: Unfinished | None) -> Shelved:
    parts = tuple(
        ShelvedPart(each.name, each.revision, each.size_bytes, each.licence, each.asks_for_contact)
        for each in known.repositories
    )
    return Shelved(
        known.name, known.title, "offered", known.languages, known.size_bytes, known=known, parts=parts, begun=begun
    )


def _installed(model: InstalledModel, known: KnownModel | None, begun: Unfinished | None, bundled: bool) -> Shelved:
    record = read_record(model.folder / RECORD) if not bundled else None
    card = model.folder / "README.md"
    return Shelved(
        model.name,
        model.title,
        "bundled" if bundled else "own",
        model.languages,
        model.size_bytes + (_in_cache(record) if record else 0),
        model.folder,
        known,
        _parts(record, known) if record else (),
        begun,
        checkable=record is not None,
        verified=str(record.get("verified", "")) if record else "",
        card=card if card.is_file() else None,
        problem=model.problem,
    )


def _in_cache(record: Body) -> int:
    """Bytes of a model's files that lie in the hub's cache, each once."""
    blobs = {blob if blob.is_file() else place for _, _, place, blob, _ in cache_places(record)}
    return sum(place.stat().st_size for place in blobs if place.is_file())


def _parts(record: Body, known: KnownModel | None) -> tuple[ShelvedPart, ...]:
    licences = {each.name: each.licence for each in known.repositories} if known else {}
    return tuple(
        ShelvedPart(
            name,
            str(about["commit"]),
            sum(int(size) for size, _ in about["files"].values()),
            str(about.get("licence") or licences.get(name, "")),
        )
        for name, about in record["repositories"].items()
    )
