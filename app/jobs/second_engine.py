"""The second engine: Whisper for a span of a transcript, token by token, or for all of it, as a second opinion.

No Qt, and no torch before the first use; runs in the model's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.models.catalog import find_whisper, find_whispers
from app.models.whisper import whisper_title
from app.speech.events import Event
from app.speech.options import TranscribeOptions
from app.speech.redecode import RedecodeRequest
from app.transcript.model import Segment

if TYPE_CHECKING:
    from app.speech.pipeline.transcriber import Transcriber


@dataclass(frozen=True)
class ComparisonSpan:
    """The span of a source to be transcribed."""

    source: Path
    start_s: float
    end_s: float
    options: TranscribeOptions


class SecondEngine:
    """Not the queue's: Whisper, or where Whisper wrote the transcript, the bundled model. Loaded at first use and kept."""

    def __init__(self, get_folders: Callable[[], Sequence[Path]], get_device: Callable[[], str]) -> None:
        """Both functions are called in the thread that runs the comparison.

        Args:
            get_folders: returns the user's own folders, in which models are installed.
        """
        self._get_folders, self._get_device = get_folders, get_device
        self.loaded: tuple[Path | None, str, Transcriber] | None = None
        """Folder, device and engine of the last comparison, kept for the next one."""

    def find_whisper_folder(self) -> Path:
        """Whisper's folder. May be slow; raises ``ModelError`` if it is not installed."""
        return find_whisper(self._get_folders())

    def find_other(self, model: str) -> Path | None:
        """Folder of an engine that is not ``model``, the title of the one that wrote a transcript; None for the bundled one.

        May be slow; raises ``ModelError`` if only that one is installed.
        """
        written_by_whisper = model in {
            whisper_title(folder) for place in self._get_folders() for folder in find_whispers(place)
        }
        return None if written_by_whisper else self.find_whisper_folder()

    def decode_span(self, span: ComparisonSpan) -> Iterator[Event]:
        """Yield the events of the span; closing it ends the work within a token. Raises what ``Transcriber`` raises."""
        request = RedecodeRequest(Segment(0, span.start_s, span.end_s, ""))
        yield from self._load(self.find_whisper_folder()).redecode(span.source, request, span.options)

    def transcribe(self, source: Path, options: TranscribeOptions, model: str) -> Iterator[Event]:
        """Yield the events of a whole source, by another engine than ``model``. Raises what ``Transcriber`` raises."""
        yield from self._load(self.find_other(model)).transcribe(source, replace(options, steps=0, observe=False))

    def _load(self, folder: Path | None) -> Transcriber:
        """The engine with the model in ``folder``, or the bundled one; another that is loaded is freed first."""
        from app.speech.pipeline.transcriber import Transcriber

        device = self._get_device()
        if self.loaded is None or self.loaded[:2] != (folder, device):
            self.loaded = None
            self.loaded = folder, device, Transcriber(folder, device)
        return self.loaded[2]
