"""What the queue asks of a transcriber. The real one is ``app.speech.transcriber``; tests bring an iterator of events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from app.speech.events import Event
from app.speech.options import TranscribeOptions
from app.speech.redecode import RedecodeRequest
from app.transcript.model import Segment


class Engine(Protocol):
    """Keeps its model between jobs; used by one thread at a time. Failures are ``AnnealError``s."""

    def prepare(self) -> Iterator[Event]:
        """Load the model ahead of the first job: ``ModelLoading``, ``ModelReady``."""
        ...

    def transcribe(
        self, source: Path, options: Callable[[], TranscribeOptions], finished: Sequence[Segment] = ()
    ) -> Iterator[Event]:
        """The events of one transcription, in the order of ``events.py``; closing it cancels within a denoising step.

        ``options`` is asked again at each segment, in the thread that iterates. ``finished_segments`` are segments
        that an earlier
        run has done: only their ``SegmentDone`` comes again, with ``transcribe_and_store`` set.
        """
        ...

    def set_upcoming(self, upcoming: Callable[[], Iterable[Path]]) -> None:
        """Tell how to find out which files will be transcribed next; asked in the worker's thread. Short ones may be denoised
        together with the last segments of the one before them; their events come all the same when they are transcribed."""
        ...

    def redecode(self, source: Path, request: RedecodeRequest, options: TranscribeOptions) -> Iterator[Event]:
        """A stretch of a kept segment denoised again: the events of a segment, see ``Transcriber.again``."""
        ...


class SwitchableEngine(Engine, Protocol):
    """An engine that can go over to another model or device."""

    def use_model(self, find_model: Callable[[], Path | None], device: str) -> None:
        """From the next job on. ``find_model`` is asked in the worker's thread: a folder, or None for the bundled model.

        It may raise ``ModelError``. May be called from any thread.
        """
        ...

    def redecode(
        self, source: Path, request: RedecodeRequest, options: TranscribeOptions, model_folder: Path | None = None
    ) -> Iterator[Event]:
        """The same with another installed model, where one is given; the next work loads the one in use again."""
        ...
