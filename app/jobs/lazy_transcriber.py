"""The engine, imported and loaded at first use in the worker's thread, for the model and the device of the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from app.models import hardware
from app.speech.events import Event, ModelLoading
from app.speech.options import TranscribeOptions
from app.speech.redecode import Again
from app.transcript.model import Segment

from .engine import Engine

Wanted: TypeAlias = tuple[Callable[[], Path | None], str]
"""Where to find the model's folder, and the device."""


class LazyTranscriber:
    """The real engine, imported in the worker's thread: ``torch`` takes seconds, and the window must not wait for it."""

    def __init__(self, model_folder: Path | None = None, device: str = "auto") -> None:
        self._wanted: Wanted = (lambda: model_folder, device)
        self._loaded: Wanted | None = None
        self._engine: Engine | None = None
        self._others: dict[tuple[Path, str], Wanted] = {}
        self._following: Callable[[], Iterable[Path]] = tuple

    def choose(self, find_model: Callable[[], Path | None], device: str) -> None:
        self._wanted = (find_model, device)

    def expect(self, following: Callable[[], Iterable[Path]]) -> None:
        self._following = following

    def prepare(self) -> Iterator[Event]:
        if self._loaded is not self._wanted:
            yield ModelLoading("")  # importing is most of the wait
        yield from self._real().prepare()

    def transcribe(
        self, source: Path, options: Callable[[], TranscribeOptions], finished: Sequence[Segment] = ()
    ) -> Iterator[Event]:
        if self._loaded is not self._wanted:
            yield ModelLoading("")
        yield from self._real().transcribe(source, options, finished)

    def again(
        self, source: Path, asked: Again, options: TranscribeOptions, model_folder: Path | None = None
    ) -> Iterator[Event]:
        wanted = self._wanted
        if model_folder is not None:
            key = (model_folder, wanted[1])
            wanted = self._others.setdefault(key, (lambda: model_folder, wanted[1]))  # asked twice, it is loaded once
        if self._loaded is not wanted:
            yield ModelLoading("")
        yield from self._real(wanted).again(source, asked, options)

    def _real(self, wanted: Wanted | None = None) -> Engine:
        wanted = wanted or self._wanted
        if self._engine is None or self._loaded is not wanted:
            from app.speech.pipeline.transcriber import Transcriber

            if self._engine is not None:
                self._engine = None  # before the next one is loaded: both may not fit
                hardware.give_memory_back()
            find_model, device = wanted
            self._engine, self._loaded = Transcriber(find_model(), device), wanted
            self._engine.expect(self._following)
        return self._engine
