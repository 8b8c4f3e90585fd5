"""What the window is told of the world around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.library.recordings import RecoveredRecording
from app.models.catalog import InstalledModel
from app.models.gpu import Gpu
from app.paths import Folders
from app.sound.microphone import InputDevice


@dataclass(frozen=True)
class WindowServices:
    """What the window knows of the world outside: places and functions that may take their time (run as errands)."""

    folders: Folders
    samples: Sequence[Path]
    list_microphones: Callable[[], list[InputDevice]]
    recover_recordings: Callable[[], list[RecoveredRecording]]
    list_models: Callable[[Path], list[InstalledModel]]
    """Of the bundled ones and of those in a folder."""
    list_gpus: Callable[[], Sequence[Gpu]]
    describe_machine: Callable[[], str]
    """A description of this machine for a bug report."""
