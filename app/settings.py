"""Settings: a validated dataclass, stored as JSON."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from .atomic_write import atomic_write
from .errors import AnnealError, translatable
from .languages import LANGUAGES
from .models.adapter.spec import GUIDANCE_MAX, GUIDANCE_MIN, STEPS_DEFAULT, STEPS_MAX, STEPS_MIN
from .speech.options import STARTS, WORD_LENGTH_MAX, WORDS_MAX, StartChoice, TranscribeOptions
from .transcript.own_words import OwnWords, parse_own_words

THEMES = ("system", "light", "dark")
MOTIONS = ("system", "full", "reduced")
REPETITIONS = {"model": None, "remove": True, "keep": False}
"""Choices for phrases that are repeated to fill the canvas, and what they mean to ``TranscribeOptions``."""
SPEAKERS = {"off": None, "auto": 0, **{str(count): count for count in range(2, 9)}}
"""Choices of how many speakers to tell apart, and what they mean to ``TranscribeOptions``."""
LEGEND_RUNS = 3
"""For how many files a new user sees what the signs on the canvas mean."""
CANVAS_SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)
EXPORT_FORMATS = ("txt", "srt", "vtt", "docx", "md", "csv", "json")
"""Formats that a finished transcript can be written in, those of ``app.library.export``."""
EXPORT_NAMES = {"name": "{stem}", "name-date": "{stem} {day}", "date-name": "{day} {stem}"}
"""Choices of how its file is named, and the pattern that each means: as the source, and with the day behind or before that."""
EDITOR_VIEWS = ("wave", "spectrogram", "both")
SOUND_SOURCES = ("microphone", "computer", "both")
"""What can be recorded, see ``app.sound.microphone.SoundSource``."""
CHOICES: dict[str, Collection[str]] = {
    "start": STARTS, "repetitions": REPETITIONS, "speakers": SPEAKERS, "theme": THEMES, "motion": MOTIONS,
    "export_name": EXPORT_NAMES, "editor_view": EDITOR_VIEWS, "sound_source": SOUND_SOURCES,
}  # fmt: skip
READING_PX_MIN, READING_PX_MAX = 13, 41
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
    editor_view: str = "wave"
    """What the editor shows of the sound, one of ``EDITOR_VIEWS``."""
    reading_px: int = 19
    """Size of the letters in the reading view."""
    own_words: str = ""
    """Lines of own words and replacement rules (``transcript/own_words.py``)."""
    speakers: str = "off"
    """One of ``SPEAKERS``."""
    underline_doubts: bool = True
    """Whether words worth checking are underlined in a text."""
    model: str = ""
    """Name of the model's folder, bundled or in the models folder; empty for the bundled one."""
    device: str = "auto"
    microphone: str = ""
    """Name of the chosen input device; empty for the system's default."""
    sound_source: Literal["microphone", "computer", "both"] = "microphone"
    """What the record button records."""
    live: bool = True
    """Whether a recording is transcribed while it is made."""
    dictation: bool = False
    """Whether a global shortcut starts and stops recording."""
    dictation_shortcut: str = "Ctrl+Alt+Space"
    """The shortcut as Qt writes it, not translated."""
    dictation_types: bool = False
    """Whether the text is typed where the cursor is, not only copied."""
    dictation_token: str = ""
    """With it the desktop need not ask again whether the app may type; empty for none."""
    recordings_folder: str = ""
    """Folder for new recordings; empty for the app's own, like the next."""
    models_folder: str = ""
    watch_folder: str = ""
    """Folder whose new files are transcribed automatically; empty for none."""
    export_formats: str = ""
    """Formats in which every finished transcript is written, with commas between them; empty for none. A file of the watched
    folder is written as text then."""
    export_folder: str = ""
    """Folder that they are written to; empty for that of the source."""
    export_name: str = "name"
    """One of ``EXPORT_NAMES``."""
    replay_limit_mb: int = 2048
    """Limit of all replays in 2**20 bytes; 0 stores none."""
    window: str = ""
    """The window's geometry as Qt saves it, in base64."""
    spectrogram: bool = True
    """Whether a file's page shows what the model hears of the shown segment."""
    legend_runs: int = LEGEND_RUNS
    """For how many more files the canvas has its legend; 0 hides it until it is asked for."""
    canvas_height_share: float = 0.53
    """The canvas's share of the height that it divides with the transcript."""
    canvas_width_share: float = 0.56
    """The canvas's share of the width where the two are side by side."""

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
        _check_legend_runs(self.legend_runs)
        _check_share(self.canvas_height_share)
        _check_share(self.canvas_width_share)
        if not DEVICE.fullmatch(self.device):
            raise ValueError(f"no name of a device: {self.device!r}")
        if Path(self.model).name != self.model:
            raise ValueError(f"no name of a folder: {self.model!r}")
        if not 0 <= self.replay_limit_mb <= REPLAY_LIMIT_MAX_MB:
            raise ValueError(f"replays cannot take {self.replay_limit_mb} MB")
        _check_formats(self.export_format_list)
        _check_reading_size(self.reading_px)
        for folder in (self.recordings_folder, self.models_folder, self.watch_folder, self.export_folder):
            if folder and not Path(folder).is_absolute():
                raise ValueError(f"no whole path: {folder!r}")

    @property
    def export_format_list(self) -> tuple[str, ...]:
        """The formats of ``export_formats``."""
        return tuple(filter(None, self.export_formats.split(",")))

    def options(self) -> TranscribeOptions:
        """The options of a transcription."""
        own_words = parse_own_words(self.own_words)
        return TranscribeOptions(
            self.language,
            self.steps,
            start=self.start,
            guidance=self.guidance,
            remove_repetitions=REPETITIONS[self.repetitions],
            words=usable_words(own_words),
            replacements=own_words.replacements,
            speakers=SPEAKERS[self.speakers],
        )


def usable_words(own_words: OwnWords) -> tuple[str, ...]:
    """Return as many of the words as ``TranscribeOptions`` takes, without those that are too long."""
    return tuple(word for word in own_words.words if len(word) <= WORD_LENGTH_MAX)[:WORDS_MAX]


def _check_reading_size(size_px: int) -> None:
    if not READING_PX_MIN <= size_px <= READING_PX_MAX:
        raise ValueError(f"no size of letters: {size_px}")


def _check_formats(formats: Collection[str]) -> None:
    if unknown := set(formats) - set(EXPORT_FORMATS):
        raise ValueError(f"no formats: {', '.join(sorted(unknown))}")


def _check_legend_runs(runs: int) -> None:
    if not 0 <= runs <= LEGEND_RUNS:
        raise ValueError(f"the legend is shown for 0 to {LEGEND_RUNS} files, not {runs}")


def _check_share(share: float) -> None:
    if not 0.0 < share < 1.0:
        raise ValueError(f"no share of the window: {share}")


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
