"""Settings: a validated dataclass, stored as JSON."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from .atomic_write import atomic_write
from .errors import AnnealError, translatable
from .languages import LANGUAGES
from .models.adapter.spec import GUIDANCE_MAX, GUIDANCE_MIN, STEPS_DEFAULT, STEPS_MAX, STEPS_MIN
from .speech.options import STARTS, StartChoice, TranscribeOptions

THEMES = ("system", "light", "dark")
MOTIONS = ("system", "full", "reduced")
REPETITIONS = {"model": None, "remove": True, "keep": False}
"""Choices for phrases that are repeated to fill the canvas, and what they mean to ``TranscribeOptions``."""
CANVAS_SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)
CHOICES: dict[str, Collection[str]] = {
    "start": STARTS, "repetitions": REPETITIONS, "theme": THEMES, "motion": MOTIONS,
}  # fmt: skip
REPLAY_LIMIT_MAX_MB = 2**20
DEVICE = re.compile(r"auto|cpu|cuda(:\d{1,2})?")


@dataclass(frozen=True)
class Settings:
    """Raises ``ValueError`` for a value out of range and ``TypeError`` for one of another type."""

    language: str = "auto"
    steps: int = 0
    """Most denoising steps; 0 is the model's own number."""
    repetitions: str = "model"
    """One of ``REPETITIONS``: ``model`` does as the model's authors do."""
    start: StartChoice = "auto"
    """What canvases start from; ``auto`` is the model's own way."""
    guidance: float = 0.0
    """Weight of the sound, 1 for none; 0 is the model's own."""
    interface_language: str = ""
    """Language code of the window's texts; empty for the system's if it is one of the six."""
    theme: str = "system"
    motion: str = "system"
    canvas_speed: float = 1.0
    copy_when_done: bool = False
    model: str = ""
    """Name of the model's folder, bundled or in the models folder; empty for the bundled one."""
    device: str = "auto"
    microphone: str = ""
    """Name of the chosen input device; empty for the system's default."""
    recordings_folder: str = ""
    """Folder for new recordings; empty for the app's own, like the next."""
    models_folder: str = ""
    watch_folder: str = ""
    """Folder whose new files are transcribed automatically; empty for none."""
    replay_limit_mb: int = 2048
    """Limit of all replays in 2**20 bytes; 0 stores none."""
    window: str = ""
    """The window's geometry as Qt saves it, in base64."""

    def __post_init__(self) -> None:
        for field in fields(self):
            if type(getattr(self, field.name)) is not type(field.default):
                raise TypeError(f"{field.name} must be {type(field.default).__name__}")
        if self.language != "auto" and self.language not in LANGUAGES:
            raise ValueError(f"unknown language {self.language!r}")
        if self.steps and not STEPS_MIN <= self.steps <= STEPS_MAX:
            raise ValueError(f"steps must be {STEPS_MIN} to {STEPS_MAX}")
        if self.guidance and not GUIDANCE_MIN <= self.guidance <= GUIDANCE_MAX:
            raise ValueError(f"guidance must be {GUIDANCE_MIN:g} to {GUIDANCE_MAX:g}")
        if self.interface_language and self.interface_language not in LANGUAGES:
            raise ValueError(f"unknown language {self.interface_language!r}")
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name} must be one of {', '.join(choices)}")
        if self.canvas_speed not in CANVAS_SPEEDS:
            raise ValueError(f"the canvas cannot be shown {self.canvas_speed} times as fast")
        if not DEVICE.fullmatch(self.device):
            raise ValueError(f"no name of a device: {self.device!r}")
        if Path(self.model).name != self.model:
            raise ValueError(f"no name of a folder: {self.model!r}")
        if not 0 <= self.replay_limit_mb <= REPLAY_LIMIT_MAX_MB:
            raise ValueError(f"replays cannot take {self.replay_limit_mb} MB")
        for folder in (self.recordings_folder, self.models_folder, self.watch_folder):
            if folder and not Path(folder).is_absolute():
                raise ValueError(f"no whole path: {folder!r}")

    def options(self) -> TranscribeOptions:
        """The options of a transcription."""
        removes = REPETITIONS[self.repetitions]
        return TranscribeOptions(
            self.language, self.steps, start=self.start, guidance=self.guidance, remove_repetitions=removes
        )


def load(path: Path) -> tuple[Settings, AnnealError | None]:
    """Read the settings; never raises, but returns what was wrong.

    A damaged file is renamed to ``settings.damaged.json``; invalid values are replaced by their defaults. Unknown names (of
    a newer version) are ignored.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(raw, dict):
            raise ValueError("not a JSON object")
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError) as error:
        renamed = path.with_name(f"{path.stem}.damaged{path.suffix}")
        try:
            os.replace(path, renamed)
            kept = translatable("The old file was kept as {file}. Anneal uses its defaults.")
        except OSError:
            kept = translatable("The old file could not be set aside. Anneal uses its defaults.")
        reason = translatable("The file is damaged") if isinstance(error, ValueError) else error.strerror or error
        return Settings(), AnnealError(
            "Your settings could not be read.", "{reason}.", kept, reason=reason, file=renamed.name
        )
    if "guidance" not in raw and raw.get("steps") == STEPS_DEFAULT:
        del raw["steps"]  # an earlier version stored its default, chosen or not
    valid, invalid = _valid_fields(raw)
    if not invalid:
        return Settings(**valid), None
    names = ", ".join(sorted(invalid))
    return Settings(**valid), AnnealError(
        "Some settings made no sense.", "Not understood: {names}.", "Those are back at their defaults.", names=names
    )


def save(settings: Settings, path: Path) -> None:
    """Write the settings atomically; raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as temporary:
        temporary.write_text(json.dumps(asdict(settings), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _valid_fields(raw: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Valid fields and values, and the names of the invalid ones."""
    valid: dict[str, Any] = {}
    invalid: list[str] = []
    for field in fields(Settings):
        if field.name not in raw:
            continue
        try:
            Settings(**{field.name: raw[field.name]})
        except (TypeError, ValueError):
            invalid.append(field.name)
        else:
            valid[field.name] = raw[field.name]
    return valid, invalid
