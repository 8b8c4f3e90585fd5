"""A stretch of a kept transcript as Whisper writes it, token by token, to be seen beside how it annealed. No Qt, and no torch
before there is work; runs in the model's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import ModelError
from app.speech.events import ModelLoading, ModelReady, SegmentDone, SegmentStarted, SourceReading
from app.speech.options import TranscribeOptions

if TYPE_CHECKING:
    from app.speech.baselines.whisper import Whisper


@dataclass(frozen=True)
class Stretch:
    """What is to be heard: of a file, from when to when."""

    source: Path
    start_s: float
    end_s: float
    options: TranscribeOptions


@dataclass(frozen=True)
class Written:
    """One more token."""

    text: str
    """The stretch so far."""
    ms: float
    """Milliseconds this token took."""


class Peer:
    """Whisper, kept from one comparison to the next."""

    def __init__(self, places: Callable[[], Sequence[Path]], device: Callable[[], str]) -> None:
        """``places``: folders of models that Whisper may have come with; both are asked in whatever thread there is work in."""
        self._places, self._device = places, device
        self._kept: tuple[Path, str, Whisper] | None = None

    def find(self) -> Path:
        """Where it lies. May take its time; raises ``ModelError`` where there is none."""
        from app.speech.baselines.whisper import whisper_folder

        absent: ModelError | None = None
        for place in self._places():
            try:
                return whisper_folder(place)
            except ModelError as error:
                absent = absent or error
        raise absent or ModelError("Whisper cannot be compared with: its decoder is not installed.")

    def written(
        self, stretch: Stretch
    ) -> Iterator[ModelLoading | ModelReady | SourceReading | SegmentStarted | Written | SegmentDone]:
        """The events of the stretch; closing it ends the work within a token. Raises what ``Whisper`` raises."""
        from app.speech.baselines.whisper import TokenWritten, Whisper

        folder, device = self.find(), self._device()
        if self._kept is None or self._kept[:2] != (folder, device):
            self._kept = None  # before the next one is loaded
            self._kept = folder, device, Whisper(folder, device)
        whisper = self._kept[2]
        with closing(whisper.hear(stretch.source, stretch.start_s, stretch.end_s, stretch.options)) as events:
            for event in events:
                if isinstance(event, TokenWritten):
                    yield Written(event.text, event.ms)
                elif isinstance(event, ModelLoading | ModelReady | SourceReading | SegmentStarted | SegmentDone):
                    yield event
