"""A table of models: what is installed, what can be downloaded, and how big it is. Reads no weights."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..paths import bundled_models
from ..speech.languages import LANGUAGES


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


def installed() -> list[InstalledModel]:
    """The models that are on this machine, by name."""
    return [_describe(folder) for folder in bundled_models()]


def _describe(folder: Path) -> InstalledModel:
    size_bytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    try:
        spec = json.loads((folder / "adapter.json").read_text(encoding="utf-8"))
        title, languages = str(spec["title"]), tuple(str(code) for code in spec["languages"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = error.strerror if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
        problem = f"its adapter.json cannot be read ({why})"
        return InstalledModel(folder.name, folder.name, folder, (), size_bytes, problem)
    return InstalledModel(folder.name, title, folder, languages, size_bytes)
