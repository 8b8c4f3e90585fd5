"""A table of models: what is installed, what can be downloaded, and how big it is. Reads no weights."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.errors import ModelError
from app.paths import bundled_models, catalog_file

from .placement import MemoryNeeds

PUBLISHED_CHECKPOINT = "diffusion_asr_small.pt"
"""By this file a folder in the published layout is known."""


@dataclass(frozen=True)
class InstalledModel:
    name: str
    """Name of its folder, which is how it is asked for."""
    title: str
    folder: Path
    languages: tuple[str, ...]
    """Codes of the languages it was trained for."""
    size_bytes: int
    problem: str = ""
    """Why it cannot be used; empty if nothing is known against it."""


@dataclass(frozen=True)
class Repository:
    """A part of a model on the hub."""

    name: str
    """``owner/name``."""
    part: Literal["adapter", "backbone", "encoder"]
    licence: str
    """As its page says; what the downloaded files say counts."""
    size_bytes: int
    """About, for a first look; the download asks the hub."""
    asks_for_contact: bool = False
    """Whether its authors want a name and an address before the download."""
    revision: str = "main"
    """A branch, tag or commit."""
    files: tuple[str, ...] = ("*",)
    """Patterns of the files that are needed."""


@dataclass(frozen=True)
class Score:
    """A result that the model's authors published."""

    set: str
    language: str
    metric: Literal["WER", "CER"]
    steps: int
    percent: float


@dataclass(frozen=True)
class CatalogModel:
    """A model that is not in the app but can be put together from repositories."""

    name: str
    title: str
    about: str
    repositories: tuple[Repository, ...]
    languages: tuple[str, ...]
    scores: tuple[Score, ...] = ()
    needs: MemoryNeeds | None = None
    """What it takes to run it; None where any machine will do."""

    @property
    def size_bytes(self) -> int:
        return sum(repository.size_bytes for repository in self.repositories)

    @property
    def adapter(self) -> Repository:
        return next(repository for repository in self.repositories if repository.part == "adapter")


def _read_catalog() -> tuple[CatalogModel, ...]:
    """What ``resources/models/catalog.json`` lists; it comes with the app and is right, or nothing works."""
    models = json.loads(catalog_file().read_text(encoding="utf-8"))["models"]
    return tuple(_parse_model(entry) for entry in models)


def _parse_model(entry: dict[str, Any]) -> CatalogModel:
    repositories = [Repository(**{**each, "files": tuple(each["files"])}) for each in entry.pop("repositories")]
    scores = [Score(**each) for each in entry.pop("scores", [])]
    needs, languages = entry.pop("needs", None), entry.pop("languages")
    return CatalogModel(
        repositories=tuple(repositories),
        languages=tuple(languages),
        scores=tuple(scores),
        needs=MemoryNeeds(**needs) if needs else None,
        **entry,
    )


CATALOG = _read_catalog()
INTERFAZE_SMALL = next(known for known in CATALOG if known.name == "diffusion-gemma-asr-small")


def list_installed(own_folder: Path | None = None) -> list[InstalledModel]:
    """The models that are on this machine, by name: the bundled ones, then those in the person's ``own`` folder."""
    return [_describe(folder) for folder in [*bundled_models(), *own_model_folders(own_folder)]]


def own_model_folders(folder: Path | None) -> list[Path]:
    """Folders in the person's models folder that hold an adapter in either layout; empty if it cannot be read."""
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if _holds_adapter(path)) if folder else []
    return []


def find_model_folder(name: str, own_folder: Path | None = None) -> Path:
    """The folder of an installed model; raises ``ModelError`` where there is none of that name."""
    for folder in [*bundled_models(), *own_model_folders(own_folder)]:
        if folder.name == name:
            return folder
    raise ModelError(
        "The model {name} is no longer there.",
        "There is no folder of that name among the models.",
        "Choose another model in the settings.",
        name=name,
    )


def _holds_adapter(folder: Path) -> bool:
    return any((folder / name).is_file() for name in ("adapter.json", PUBLISHED_CHECKPOINT))


def _describe(folder: Path) -> InstalledModel:
    size_bytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if not (folder / "adapter.json").is_file() and (folder / PUBLISHED_CHECKPOINT).is_file():
        known = next((known for known in CATALOG if known.name == folder.name), None)
        title, languages = (known.title, known.languages) if known else (folder.name, ())
        return InstalledModel(folder.name, title, folder, languages, size_bytes)
    try:
        spec = json.loads((folder / "adapter.json").read_text(encoding="utf-8"))
        title, languages = str(spec["title"]), tuple(str(code) for code in spec["languages"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = error.strerror if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
        problem = f"its adapter.json cannot be read ({why})"
        return InstalledModel(folder.name, folder.name, folder, (), size_bytes, problem)
    return InstalledModel(folder.name, title, folder, languages, size_bytes)
