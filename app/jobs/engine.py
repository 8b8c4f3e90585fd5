"""Interface of the transcriber that the queue uses: ``LazyTranscriber``, and scripted engines in tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from app.speech.audio.live_recording import LiveRecording
from app.speech.events import Event
from app.speech.options import TranscribeOptions
from app.speech.redecode import RedecodeRequest
from app.transcript.model import Segment


class Engine(Protocol):
    """Keeps its model between jobs; used by one thread at a time. Its iterators raise ``AnnealError``."""

    def prepare(self) -> Iterator[Event]:
        """Load the model before the first job; yields ``ModelLoading`` and ``ModelReady``."""
        ...

    def transcribe(
        self,
        source: Path | LiveRecording,
        options: Callable[[], TranscribeOptions],
        finished: Sequence[Segment] = (),
    ) -> Iterator[Event]:
        """Yield the events of a transcription in the order of ``events.py``; closing it cancels within a denoising step.

        Args:
            options: called before each segment, in the thread that iterates.
            finished: segments of an earlier run; only their ``SegmentDone`` is yielded, with ``resumed`` set.
        """
        ...

    def set_upcoming(self, upcoming: Callable[[], Iterable[Path]]) -> None:
        """Set the function that lists the files that follow; it is called in the worker thread.

        Short files may be denoised together with the last segments of the file before them; their events come in their turn.
        """
        ...

    def redecode(self, source: Path, request: RedecodeRequest, options: TranscribeOptions) -> Iterator[Event]:
        """Yield the events of a segment whose span is denoised again, see ``Transcriber.redecode``."""
        ...


class SwitchableEngine(Engine, Protocol):
    """An engine that can switch to another model or device."""

    def use_model(self, find_model: Callable[[], Path | None], device: str) -> None:
        """Switch from the next job on; may be called from any thread.

        Args:
            find_model: returns the model's folder, or None for the bundled one; called in the worker thread. May raise
                ``ModelError``.
        """
        ...

    def redecode(
        self, source: Path, request: RedecodeRequest, options: TranscribeOptions, model_folder: Path | None = None
    ) -> Iterator[Event]:
        """The same, with another installed model if ``model_folder`` is given; the next job loads the one in use again."""
        ...
