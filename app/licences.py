"""Licences of all that is shipped: the app, its models and samples, and the packages it depends on."""

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

_MORE_PACKAGES = (
    "accelerate", "jeepney", "librosa", "platformdirs", "psutil", "rapidfuzz", "rich", "scipy", "silero-vad", "xcffib",
)  # fmt: skip
_MODEL_CARD_ROW = re.compile(r"^\|\s*licence\s*\|\s*(?P<licence>.+?)\s*\|\s*$", re.M)
"""The row of a model card's table that names its licence."""


@dataclass(frozen=True)
class Licence:
    name: str
    """With its version, where it has one."""
    licence: str
    """As its authors write it; empty where they do not say."""


def list_licences() -> list[Licence]:
    """List the app, then models and samples, then packages by name. Reads files."""
    app = Licence(f"Anneal {__version__}", "Apache-2.0")
    models = [Licence(each.title, _model_card_licence(each.folder / "README.md")) for each in catalog.list_installed()]
    installed = (_package_licence(name) for name in {*PACKAGES, *_MORE_PACKAGES})  # a bundle leaves some out
    packages = sorted((each for each in installed if each is not None), key=lambda each: each.name.lower())
    return [app, *models, *_sample_licences(), *packages]


def _package_licence(name: str) -> Licence | None:
    try:
        package = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    classifiers = package.get_all("Classifier") or ()
    from_classifiers = ", ".join(line.rpartition("::")[2].strip() for line in classifiers if "License ::" in line)
    expression = next((package[key] for key in ("License-Expression", "License") if key in package), "")
    return Licence(f"{name} {package['Version']}", expression.strip().split("\n")[0] or from_classifiers)


def _model_card_licence(model_card: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        if row := _MODEL_CARD_ROW.search(model_card.read_text(encoding="utf-8")):
            return row["licence"]
    return ""


def _sample_licences() -> list[Licence]:
    """List the sample clips, as ``samples.json`` describes them."""
    with suppress(OSError, ValueError, AttributeError):
        listed = json.loads((paths.resources_folder() / "samples" / "samples.json").read_text(encoding="utf-8"))
        return [
            Licence(f"{name}: {about.get('source', '')}", about.get("licence", "")) for name, about in listed.items()
        ]
    return []
