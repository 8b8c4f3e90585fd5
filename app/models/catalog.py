"""A table of models: what is installed, what can be downloaded, and how big it is. Reads no weights."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..paths import bundled_models
from ..speech.errors import ModelError
from ..speech.languages import LANGUAGES

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


@dataclass(frozen=True)
class KnownModel:
    """A model that is not in the app but can be put together from repositories."""

    name: str
    title: str
    about: str
    repositories: tuple[Repository, ...]
    languages: tuple[str, ...]

    @property
    def size_bytes(self) -> int:
        return sum(repository.size_bytes for repository in self.repositories)

    @property
    def adapter(self) -> Repository:
        return next(repository for repository in self.repositories if repository.part == "adapter")


INTERFAZE_SMALL = KnownModel(
    name="diffusion-gemma-asr-small",
    title="Interfaze small",
    about="The published model: Whisper small's encoder, a trained adapter, and DiffusionGemma with 26 billion parameters.",
    repositories=(
        Repository(
            "interfaze-ai/diffusion-gemma-asr-small", "adapter", "Apache-2.0", 170_000_000, asks_for_contact=True
        ),
        Repository("google/diffusiongemma-26B-A4B-it", "backbone", "Apache-2.0 or Gemma terms", 51_700_000_000),
        Repository("openai/whisper-small", "encoder", "MIT", 967_000_000),
    ),
    languages=tuple(LANGUAGES),
)
KNOWN = (INTERFAZE_SMALL,)


def installed(own: Path | None = None) -> list[InstalledModel]:
    """The models that are on this machine, by name: the bundled ones, then those in the person's ``own`` folder."""
    return [_describe(folder) for folder in [*bundled_models(), *own_models(own)]]


def own_models(folder: Path | None) -> list[Path]:
    """Folders in the person's models folder that hold an adapter in either layout; empty if it cannot be read."""
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if _holds_adapter(path)) if folder else []
    return []


def folder_of(name: str, own: Path | None = None) -> Path:
    """The folder of an installed model; raises ``ModelError`` where there is none of that name."""
    for folder in [*bundled_models(), *own_models(own)]:
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
        known = next((known for known in KNOWN if known.name == folder.name), None)
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
