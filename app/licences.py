"""The licences of all that is shipped: the app, its models and samples, and the packages it stands on."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from . import __version__, paths
from .doctor import PACKAGES
from .models import catalog

_MORE_PACKAGES = ("accelerate", "librosa", "psutil", "platformdirs", "rich")
_MODEL_CARD_ROW = re.compile(r"^\|\s*licence\s*\|\s*(?P<licence>.+?)\s*\|\s*$", re.M)
"""How a model card names its licence."""


@dataclass(frozen=True)
class Licence:
    name: str
    """With its version, where it has one."""
    licence: str
    """As its authors write it; empty where they do not say."""


def list_licences() -> list[Licence]:
    """The app first, then models and samples, then packages by name. Reads files."""
    found = (
        _package_licence(name) for name in {*PACKAGES, *_MORE_PACKAGES}
    )  # a bundle leaves out what it does not use
    packages = sorted((each for each in found if each is not None), key=lambda each: each.name.lower())
    models = [
        Licence(model.title, _model_card_licence(model.folder / "README.md")) for model in catalog.list_installed()
    ]
    return [Licence(f"Anneal {__version__}", "Apache-2.0"), *models, *_sample_licences(), *packages]


def _package_licence(name: str) -> Licence | None:
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    classified = [
        line.rpartition("::")[2].strip() for line in about.get_all("Classifier") or () if "License ::" in line
    ]
    said = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    return Licence(f"{name} {about['Version']}", said.strip().split("\n")[0] or ", ".join(classified))


def _model_card_licence(card: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        if found := _MODEL_CARD_ROW.search(card.read_text(encoding="utf-8")):
            return found["licence"]
    return ""


def _sample_licences() -> list[Licence]:
    """One line for each sample clip, as ``samples.json`` names it."""
    with suppress(OSError, ValueError, AttributeError):
        listed = json.loads((paths.resources_folder() / "samples" / "samples.json").read_text(encoding="utf-8"))
        return [
            Licence(f"{name}: {about.get('source', '')}", about.get("licence", "")) for name, about in listed.items()
        ]
    return []
