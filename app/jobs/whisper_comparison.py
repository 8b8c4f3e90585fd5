"""Transcribes a span of a stored transcript with Whisper, token by token, for the comparison dialog.

No Qt, and no torch before the first use; runs in the model's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import ModelError
from app.speech.events import DecodeProgress, ModelLoading, ModelReady, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions

if TYPE_CHECKING:
    from app.speech.baselines.whisper import Whisper


@dataclass(frozen=True)
class ComparisonSpan:
    """The span of a source to be transcribed."""

    source: Path
    start_s: float
    end_s: float
    options: TranscribeOptions


@dataclass(frozen=True)
class TokenSnapshot:
    """The text after one more token."""

    text: str
    """Text of the span so far."""
    ms: float
    """Milliseconds this token took."""


class WhisperEngine:
    """Whisper, loaded at first use and kept for later comparisons."""

    def __init__(self, get_folders: Callable[[], Sequence[Path]], get_device: Callable[[], str]) -> None:
        """Both functions are called in the thread that runs the comparison.

        Args:
            get_folders: returns the folders of models that Whisper may have come with.
        """
        self._get_folders, self._get_device = get_folders, get_device
        self.loaded: tuple[Path, str, Whisper] | None = None
        """Folder, device and model of the last comparison, kept for the next one."""

    def find_model_folder(self) -> Path:
        """Whisper's folder. May be slow; raises ``ModelError`` if it is not installed."""
        from app.speech.baselines.whisper import whisper_folder

        absent: ModelError | None = None
        for place in self._get_folders():
            try:
                return whisper_folder(place)
            except ModelError as error:
                absent = absent or error
        raise absent or ModelError("Whisper cannot be compared with: its decoder is not installed.")

    def decode_span(
        self, span: ComparisonSpan
    ) -> Iterator[ModelLoading | ModelReady | DecodeProgress | SegmentStarted | TokenSnapshot | SegmentDone]:
        """Yield the events of the span; closing it ends the work within a token. Raises what ``Whisper`` raises."""
        from app.speech.baselines.whisper import TokenDecoded, Whisper

        folder, device = self.find_model_folder(), self._get_device()
        if self.loaded is None or self.loaded[:2] != (folder, device):
            self.loaded = None  # before the next one is loaded
            self.loaded = folder, device, Whisper(folder, device)
        whisper = self.loaded[2]
        with closing(whisper.transcribe_span(span.source, span.start_s, span.end_s, span.options)) as events:
            for event in events:
                if isinstance(event, TokenDecoded):
                    yield TokenSnapshot(event.text, event.step_ms)
                elif isinstance(event, ModelLoading | ModelReady | DecodeProgress | SegmentStarted | SegmentDone):
                    yield event
