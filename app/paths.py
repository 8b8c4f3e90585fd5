"""Paths of the user's folders and of the app's resources. The only module that knows ``resources/``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

APP_ID = "anneal"
DESKTOP_ID = "app.anneal.Anneal"
"""Desktops find the menu entry and icon of a window by it; packaging/linux has files of this name."""
SAMPLE_SUFFIXES = (".wav", ".flac", ".ogg", ".mp3")


@dataclass(frozen=True)
class Folders:
    """The three folders the app writes to. Tests pass their own."""

    data: Path
    cache: Path
    config: Path

    @classmethod
    def of_user(cls) -> Folders:
        """The system's folders for this user."""
        return cls(
            data=user_data_path(APP_ID, appauthor=False),
            cache=user_cache_path(APP_ID, appauthor=False),
            config=user_config_path(APP_ID, appauthor=False),
        )

    @classmethod
    def under(cls, folder: Path) -> Folders:
        """All three inside one folder."""
        return cls(data=folder / "data", cache=folder / "cache", config=folder / "config")

    def recordings_in(self, chosen: str) -> Path:
        """The folder for recordings: the chosen one, or the app's own if that is empty."""
        return Path(chosen) if chosen else self.recordings

    def models_in(self, chosen: str) -> Path:
        """The same for the user's own models."""
        return Path(chosen) if chosen else self.models

    @property
    def recordings(self) -> Path:
        return self.data / "recordings"

    @property
    def library(self) -> Path:
        """Folder of the transcripts, their journals and replays."""
        return self.data / "library"

    @property
    def spectrograms(self) -> Path:
        """Folder of the spectrograms that were computed; they can be computed anew."""
        return self.cache / "spectrograms"

    @property
    def models(self) -> Path:
        """Folder of the user's own models."""
        return self.data / "models"

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.json"


def resources_folder() -> Path:
    """The ``resources`` folder: beside ``app`` in a checkout, inside it where the app was installed as a package."""
    app = Path(__file__).resolve().parent
    beside, inside = app.parent / "resources", app / "resources"
    return inside if inside.is_dir() else beside


def bundled_models() -> list[Path]:
    """Folders of the models that ship with the app, by name; empty where none is installed."""
    models = resources_folder() / "models"
    return sorted(path for path in models.iterdir() if path.is_dir()) if models.is_dir() else []


def catalog_file() -> Path:
    """The table of models that can be downloaded."""
    return resources_folder() / "models" / "catalog.json"


def voice_encoder() -> Path:
    """Weights of the encoder that tells voices apart."""
    return resources_folder() / "voices" / "encoder.safetensors"


def replay_page_template() -> Path:
    """Template of the HTML page that plays a replay in a browser."""
    return resources_folder() / "annealing" / "page.html"


def sample_annealings() -> Path:
    """The stored steps of the samples, a ``ReplayStore`` whose entries are codes of languages."""
    return resources_folder() / "annealing" / "samples"


def icon_file() -> Path:
    """The app's icon as SVG."""
    return resources_folder() / "icons" / "anneal.svg"


def translations_folder() -> Path:
    """Folder of the compiled translations."""
    return resources_folder() / "translations"


def sample_clips() -> list[Path]:
    """Sample clips that ship with the app, sorted by name."""
    folder = resources_folder() / "samples"
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in SAMPLE_SUFFIXES)


def temporary_folder() -> Path | None:
    """Folder for the decoded audio of a long source: on disk, as ``/tmp`` is often memory. None if it cannot be made."""
    folder = Folders.of_user().cache
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder
