"""The catalog of models that can be downloaded, and the list of those that are installed. Reads no weights."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.errors import ModelError
from app.paths import bundled_models, catalog_file

from .adapter.spec import WeightsRef
from .placement import MemoryNeeds
from .whisper import is_whisper, read_whisper, whisper_title

PUBLISHED_CHECKPOINT = "diffusion_asr_small.pt"
"""The file that marks a folder in the published layout."""


@dataclass(frozen=True)
class InstalledModel:
    name: str
    """Name of its folder, by which it is selected."""
    title: str
    folder: Path
    languages: tuple[str, ...]
    """Codes of the languages it was trained for."""
    size_bytes: int
    problem: str = ""
    """Why it cannot be used; empty where nothing is known against it."""
    has_canvas: bool = True
    """Whether it denoises canvases; else it writes from left to right."""


@dataclass(frozen=True)
class Repository:
    """A repository on the hub that a model is made of."""

    name: str
    """``owner/name``."""
    part: Literal["adapter", "backbone", "encoder", "whisper"]
    licence: str
    """As its page says; the downloaded licence counts."""
    size_bytes: int
    """An approximation for a first look; the download asks the hub."""
    asks_for_contact: bool = False
    """Whether its authors ask for a name and an address before the download."""
    revision: str = "main"
    """A branch, tag or commit."""
    files: tuple[str, ...] = ("*",)
    """Patterns of the files to download."""


@dataclass(frozen=True)
class Score:
    """A result that the model's authors published."""

    set: str
    language: str
    metric: Literal["WER", "CER"]
    clips: int
    """How many utterances it was measured on."""
    steps: int
    percent: float


@dataclass(frozen=True)
class PublishedSpeed:
    """A speed that the model's authors published, on a machine of theirs."""

    steps: int
    times_real_time: float


@dataclass(frozen=True)
class ProfileValue:
    """A value of an adapter that its authors tell outside its files."""

    name: str
    """As ``app.models.adapter.published`` calls it."""
    value: Any
    source: str
    """``paper SECTION`` or ``card``."""


@dataclass(frozen=True)
class CatalogModel:
    """A model that can be downloaded and assembled from repositories."""

    name: str
    title: str
    about: str
    repositories: tuple[Repository, ...]
    languages: tuple[str, ...]
    scores: tuple[Score, ...] = ()
    speeds: tuple[PublishedSpeed, ...] = ()
    profile: tuple[ProfileValue, ...] = ()
    """What its adapter's files need not tell, because its authors tell it elsewhere."""
    needs: MemoryNeeds | None = None
    """None where any machine can run it."""
    parameter_count: int = 0
    """Of a Whisper; else 0."""

    @property
    def size_bytes(self) -> int:
        return sum(repository.size_bytes for repository in self.repositories)

    @property
    def is_whisper(self) -> bool:
        """Whether it writes from left to right, without a canvas."""
        return any(repository.part == "whisper" for repository in self.repositories)

    @property
    def unevaluated_languages(self) -> tuple[str, ...]:
        """Codes of the languages for which its authors published no result; none where they published none at all."""
        if not self.scores:
            return ()
        return tuple(code for code in self.languages if code not in {score.language for score in self.scores})

    def profile_value(self, name: str) -> Any:
        """Return a value of the profile; None where it has none of that name."""
        return next((value.value for value in self.profile if value.name == name), None)

    @property
    def adapter(self) -> Repository:
        return next(repository for repository in self.repositories if repository.part == "adapter")


def _read_catalog() -> tuple[CatalogModel, ...]:
    """Read ``resources/models/catalog.json``, which is part of the app: an error in it may raise anything."""
    models = json.loads(catalog_file().read_text(encoding="utf-8"))["models"]
    return tuple(_parse_model(entry) for entry in models)


def _parse_model(entry: dict[str, Any]) -> CatalogModel:
    repositories = [Repository(**{**item, "files": tuple(item["files"])}) for item in entry.pop("repositories")]
    scores = [Score(**item) for item in entry.pop("scores", [])]
    speeds = [PublishedSpeed(**item) for item in entry.pop("speeds", [])]
    profile = [ProfileValue(**item) for item in entry.pop("profile", [])]
    needs, languages = entry.pop("needs", None), entry.pop("languages")
    return CatalogModel(
        repositories=tuple(repositories),
        languages=tuple(languages),
        scores=tuple(scores),
        speeds=tuple(speeds),
        profile=tuple(profile),
        needs=MemoryNeeds(**needs) if needs else None,
        **entry,
    )


CATALOG = _read_catalog()
WHISPER_SMALL = next(known for known in CATALOG if known.name == "whisper-small")
INTERFAZE_SMALL = next(known for known in CATALOG if known.name == "diffusion-gemma-asr-small")


def list_installed(own_folder: Path | None = None) -> list[InstalledModel]:
    """List the models on this machine: the bundled ones, then those in the user's own folder, each by name."""
    return [_describe(folder) for folder in [*bundled_models(), *own_model_folders(own_folder)]]


def own_model_folders(folder: Path | None) -> list[Path]:
    """List the folders in the user's own folder that hold an adapter in either layout, or a Whisper; none if unreadable."""
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if _holds_model(path)) if folder else []
    return []


def find_model_folder(name: str, own_folder: Path | None = None) -> Path:
    """Return the folder of an installed model; raises ``ModelError`` where none has that name."""
    for folder in [*bundled_models(), *own_model_folders(own_folder)]:
        if folder.name == name:
            return folder
    raise ModelError(
        "The model {name} is no longer there.",
        "There is no folder of that name among the models.",
        "Choose another model in the settings.",
        name=name,
    )


def find_whispers(own_folder: Path | None = None) -> list[Path]:
    """Return the folders of the Whispers on this machine: those installed, then the one that the published model came with.

    Only whole ones: an encoder alone writes nothing.
    """
    from .weights_location import locate_weights  # imports the hub's library, which is not needed at every start

    folders = [folder for folder in own_model_folders(own_folder) if is_whisper(folder)]
    encoder = next(part for part in INTERFAZE_SMALL.repositories if part.part == "encoder")
    with suppress(ModelError):
        shared = locate_weights(
            own_folder or Path(), encoder.name, "encoder", WeightsRef(repository=encoder.name, revision="main")
        )
        if is_whisper(shared) and shared not in folders:
            folders.append(shared)
    return folders


def find_whisper(own_folders: Iterable[Path]) -> Path:
    """Return the folder of the first Whisper in or for any of the user's own folders. Raises ``ModelError`` without one."""
    found = next((folder for own_folder in own_folders for folder in find_whispers(own_folder)), None)
    if found is None:
        raise ModelError(
            "Whisper is not here.",
            "None of its sizes is installed.",
            "Install one in the models window, or with `anneal models install {name}`.",
            name=WHISPER_SMALL.name,
        )
    return found


def model_name(folder: Path) -> str:
    """Return the repository's name of a hub snapshot (``models--OWNER--NAME/snapshots/REVISION``), else the folder's."""
    return folder.parent.parent.name.rpartition("--")[2] if folder.parent.name == "snapshots" else folder.name


def _holds_model(folder: Path) -> bool:
    return any((folder / name).is_file() for name in ("adapter.json", PUBLISHED_CHECKPOINT)) or is_whisper(folder)


def _describe_whisper(folder: Path, size_bytes: int) -> InstalledModel:
    try:
        weights = read_whisper(folder)
    except ModelError as error:
        return InstalledModel(folder.name, whisper_title(folder), folder, (), size_bytes, error.why.rstrip("."), False)
    return InstalledModel(folder.name, weights.title, folder, weights.languages, size_bytes, has_canvas=False)


def _describe(folder: Path) -> InstalledModel:
    size_bytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if not (folder / "adapter.json").is_file() and is_whisper(folder):
        return _describe_whisper(folder, size_bytes)
    if not (folder / "adapter.json").is_file() and (folder / PUBLISHED_CHECKPOINT).is_file():
        listed = next((model for model in CATALOG if model.name == folder.name), None)
        title, languages = (listed.title, listed.languages) if listed else (folder.name, ())
        return InstalledModel(folder.name, title, folder, languages, size_bytes)
    try:
        spec = json.loads((folder / "adapter.json").read_text(encoding="utf-8"))
        title, languages = str(spec["title"]), tuple(str(code) for code in spec["languages"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = error.strerror if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
        problem = f"its adapter.json cannot be read ({reason})"
        return InstalledModel(folder.name, folder.name, folder, (), size_bytes, problem)
    return InstalledModel(folder.name, title, folder, languages, size_bytes)
