"""Export plan: in which formats, under which name and where every finished transcript is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.library.file_names import stem_of
from app.transcript.model import Transcript

from . import ExportOptions, export_transcript
from .unique_files import ExportFolder


@dataclass(frozen=True)
class ExportPlan:
    """What is written of every finished transcript, and where."""

    formats: tuple[str, ...] = ()
    folder: Path | None = None
    """None for that of the source."""
    name_pattern: str = "{stem}"
    """Of a file's name without its suffix, with ``{stem}`` of the source and ``{day}``."""
    options: ExportOptions = field(default_factory=ExportOptions)

    def write(self, transcript: Transcript, source: Path, day: date) -> list[Path]:
        """Write the files and return their paths. No file is ever overwritten. Raises ``OSError``."""
        folder = self.folder or source.parent
        folder.mkdir(parents=True, exist_ok=True)
        exports = ExportFolder(folder)
        stem = self.name_pattern.format(stem=stem_of(source.name), day=day.isoformat())
        return [exports.write(stem, name, export_transcript(transcript, name, self.options)) for name in self.formats]
