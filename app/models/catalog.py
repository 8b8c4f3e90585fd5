"""A table of models: what is installed, and how big it is. Reads no weights."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ..paths import bundled_models


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
