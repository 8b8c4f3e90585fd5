"""What the window is told of the world around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..library.recordings import Recovered
from ..sound.microphone import InputDevice


@dataclass(frozen=True)
class Surroundings:
    """What the window knows of the world outside: places and functions that may take their time (run as errands)."""

    recordings: Path
    samples: Sequence[Path]
    list_microphones: Callable[[], list[InputDevice]]
    recover_recordings: Callable[[], list[Recovered]]
