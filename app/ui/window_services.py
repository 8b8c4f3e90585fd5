"""The services that the window gets from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.library.recordings import RecoveredRecording
from app.models.catalog import InstalledModel
from app.models.gpu import Gpu
from app.paths import Folders
from app.sound.microphone import InputDevice, Recorder


@dataclass(frozen=True)
class WindowServices:
    """Folders, and functions that may be slow: call those in background tasks."""

    folders: Folders
    samples: Sequence[Path]
    list_microphones: Callable[[], list[InputDevice]]
    make_test_recorder: Callable[[str], Recorder]
    """A recorder of the microphone with this name, the default one where it is empty, whose file is not for keeping."""
    recover_recordings: Callable[[], list[RecoveredRecording]]
    list_models: Callable[[Path], list[InstalledModel]]
    """Lists the bundled models and those in a folder."""
    list_gpus: Callable[[], Sequence[Gpu]]
    describe_machine: Callable[[], str]
    """Returns a description of this computer for a bug report."""
