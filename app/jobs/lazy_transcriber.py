"""Engine of the app: imports and loads ``Transcriber`` at first use, in the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from app.models import hardware
from app.speech.audio.live_recording import LiveRecording
from app.speech.events import Event, ModelLoading
from app.speech.options import TranscribeOptions
from app.speech.redecode import RedecodeRequest
from app.transcript.model import Segment

from .engine import Engine

ModelChoice: TypeAlias = tuple[Callable[[], Path | None], str]
"""A function that returns the model's folder, None for the bundled one; and the device."""


class LazyTranscriber:
    """Imports ``torch`` in the worker thread, as that takes seconds; keeps one model loaded at a time."""

    def __init__(self, model_folder: Path | None = None, device: str = "auto") -> None:
        self._choice: ModelChoice = (lambda: model_folder, device)
        self._loaded_choice: ModelChoice | None = None
        self.engine: Engine | None = None
        """The engine that is loaded."""
        self._other_choices: dict[tuple[Path, str], ModelChoice] = {}
        self._upcoming: Callable[[], Iterable[Path]] = tuple

    def use_model(self, find_model: Callable[[], Path | None], device: str) -> None:
        self._choice = (find_model, device)

    def set_upcoming(self, upcoming: Callable[[], Iterable[Path]]) -> None:
        self._upcoming = upcoming

    def prepare(self) -> Iterator[Event]:
        if self._loaded_choice is not self._choice:
            yield ModelLoading("")  # the import takes most of the time
        yield from self._load_engine().prepare()

    def transcribe(
        self,
        source: Path | LiveRecording,
        options: Callable[[], TranscribeOptions],
        finished: Sequence[Segment] = (),
    ) -> Iterator[Event]:
        if self._loaded_choice is not self._choice:
            yield ModelLoading("")
        yield from self._load_engine().transcribe(source, options, finished)

    def redecode(
        self, source: Path, request: RedecodeRequest, options: TranscribeOptions, model_folder: Path | None = None
    ) -> Iterator[Event]:
        choice = self._choice
        if model_folder is not None:
            key = (model_folder, choice[1])
            # One object for the same model and device: requested twice, it is loaded once.
            choice = self._other_choices.setdefault(key, (lambda: model_folder, choice[1]))
        if self._loaded_choice is not choice:
            yield ModelLoading("")
        yield from self._load_engine(choice).redecode(source, request, options)

    def _load_engine(self, choice: ModelChoice | None = None) -> Engine:
        choice = choice or self._choice
        if self.engine is None or self._loaded_choice is not choice:
            from app.speech.pipeline.transcriber import Transcriber

            if self.engine is not None:
                self.engine = None  # before the next one is loaded: both may not fit in memory
                hardware.empty_cuda_cache()
            find_model, device = choice
            self.engine, self._loaded_choice = Transcriber(find_model(), device), choice
            self.engine.set_upcoming(self._upcoming)
        return self.engine
