"""The settings as they are now, and what follows from them: asked for by the window's parts while they run. No Qt."""

from __future__ import annotations

from pathlib import Path

from . import paths
from .library.recordings import RecoveredRecording, recover_recordings
from .models import catalog
from .models.catalog import InstalledModel
from .paths import Folders
from .settings import Settings
from .sound.microphone import Recorder
from .speech.options import TranscribeOptions


class CurrentSettings:
    """Holds the newest settings. Its methods may be called from any thread; those that read a disk may be slow."""

    def __init__(self, settings: Settings, folders: Folders) -> None:
        self._settings, self._folders = settings, folders

    def update(self, latest: Settings) -> None:
        self._settings = latest

    def options(self) -> TranscribeOptions:
        return self._settings.options()

    def device(self) -> str:
        return self._settings.device

    def replay_limit_bytes(self) -> int:
        return self._settings.replay_limit_mb * 2**20

    def models_folder(self) -> Path:
        return self._folders.models_in(self._settings.models_folder)

    def model_name(self) -> str:
        """Name of the model in use: the chosen one, else the bundled one; empty where there is none."""
        return self._settings.model or next(
            (folder.name for folder in paths.bundled_models() if (folder / "adapter.json").is_file()), ""
        )

    def installed_models(self) -> list[InstalledModel]:
        return catalog.list_installed(self.models_folder())

    def make_recorder(self, device: str) -> Recorder:
        """A recorder of the chosen sound into the recordings folder; ``device``: an input device, empty for the default one."""
        chosen = self._settings
        return Recorder(self._folders.recordings_in(chosen.recordings_folder), device, chosen.sound_source)

    def recover_recordings(self) -> list[RecoveredRecording]:
        """Recover what earlier runs did not finish, in the app's own folder and in the chosen one."""
        chosen = self._folders.recordings_in(self._settings.recordings_folder)
        folders = dict.fromkeys([self._folders.recordings, chosen])
        return [recovered for folder in folders for recovered in recover_recordings(folder)]

    def describe_machine(self) -> str:
        """A description of this machine for a bug report."""
        from . import doctor  # seldom needed, and not at every start

        return doctor.report(self.models_folder())[0]
