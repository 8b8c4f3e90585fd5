"""Transcribes the files of a group with one model: the work that is the same on one machine and on many."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Protocol

from app import __version__
from app.errors import AnnealError, ArchiveError, AudioError, DeviceError, ModelError
from app.speech.events import Event, ModelReady, TranscriptDone
from app.speech.options import TranscribeOptions
from app.transcript.model import Transcript
from app.transcript.own_words import with_replacements

from .plan import Group, PlannedFile
from .settings import ArchiveSettings, digest_model
from .source_folder import SourceFolder

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class FileResult:
    """What came of one file."""

    file: PlannedFile
    transcript: Transcript | None = None
    error: str = ""
    retry: bool = False
    """Whether another try may succeed."""
    seconds: float = 0.0
    """Of work."""


class Engine(Protocol):
    """Transcribes; ``speech.pipeline.transcriber.Transcriber`` is the real one."""

    def transcribe(self, source: Path, options: TranscribeOptions) -> Generator[Event, None, None]: ...

    def prepare(self) -> Iterator[Event]: ...

    def set_upcoming(self, upcoming: Callable[[], Sequence[Path]]) -> None: ...


def load_engine(settings: ArchiveSettings) -> Engine:
    """The engine with the model of the settings. Raises ``ArchiveError`` if this machine has another model or Anneal."""
    if settings.version != __version__:
        raise ArchiveError(
            "This machine has Anneal {here}, and the plan was made with {there}.",
            "Its texts could be others.",
            "Install the same version on all machines.",
            here=__version__,
            there=settings.version,
        )
    from app.speech.pipeline.transcriber import Transcriber

    transcriber = Transcriber(settings.model_folder, settings.device)
    if digest_model(transcriber.folder) != settings.model_digest:
        raise ArchiveError(
            "This machine has another model than the one that the plan was made with.",
            "Its texts would be others.",
            "Install the same version of Anneal and of the model on all machines.",
        )
    return transcriber


def transcribe_group(
    engine: Engine, group: Group, folder: SourceFolder, options: TranscribeOptions
) -> Iterator[FileResult]:
    """Transcribe the files of a group in order, and yield the result of each that is wanted as soon as it is done.

    A file that fails is a result with an error. Raises ``ModelError`` and ``DeviceError`` where the model cannot be used.
    """
    with ExitStack() as opened:
        local: list[tuple[PlannedFile, Path]] = []
        for file in group.files:
            try:
                local.append((file, opened.enter_context(folder.open(file.path))))
            except AudioError as error:
                yield from _wanted(group, FileResult(file, error=str(error), retry=True))
        upcoming = deque(path for _, path in local)
        engine.set_upcoming(lambda: tuple(upcoming))
        left = set(group.wanted)
        for file, path in local:
            upcoming.popleft()
            yield from _wanted(group, _transcribe_file(engine, file, path, folder, options))
            left.discard(file.path)
            if not left:  # what follows in the group is done already and changes nothing before it
                return


def _wanted(group: Group, result: FileResult) -> Iterator[FileResult]:
    if result.file.path in group.wanted:
        yield result


def _transcribe_file(
    engine: Engine, file: PlannedFile, path: Path, folder: SourceFolder, options: TranscribeOptions
) -> FileResult:
    began = perf_counter()
    try:
        transcript = _transcript(engine, path, options)
    except ModelError:
        raise
    except AnnealError as error:
        if isinstance(error, DeviceError) and not _is_loaded(engine):
            raise
        result = FileResult(file, error=str(error), retry=not isinstance(error, AudioError))
    except Exception as error:
        log.exception("%s", file.path)
        result = FileResult(
            file, error=f"Something unexpected went wrong. {type(error).__name__}: {error}.", retry=True
        )
    else:
        total_s = (transcript.timings_s or {}).get("total", perf_counter() - began)
        return _unless_changed(FileResult(file, transcript, seconds=total_s), folder)
    return _unless_changed(replace(result, seconds=perf_counter() - began), folder)


def _is_loaded(engine: Engine) -> bool:
    """Whether the model can be loaded, or is: else no other file could be done either."""
    try:
        return any(isinstance(event, ModelReady) for event in engine.prepare())
    except AnnealError:
        return False


def _unless_changed(result: FileResult, folder: SourceFolder) -> FileResult:
    """The result, or an error if somebody wrote to the file since the plan was made."""
    if folder.version(result.file.path) == result.file.version:
        return result
    return FileResult(result.file, error="The file was changed or removed meanwhile.", retry=True)


def _transcript(engine: Engine, path: Path, options: TranscribeOptions) -> Transcript:
    with closing(engine.transcribe(path, options)) as events:
        for event in events:
            if isinstance(event, TranscriptDone):
                transcript = with_replacements(event.transcript, options.replacements)
                if options.speakers is None:
                    return transcript
                from app.speech.speakers.finder import with_speakers

                return with_speakers(path, transcript, options.speakers)
    raise AnnealError("The transcription ended early.", "No reason was given.", "Please report it.")


def transcribe_here(
    groups: Iterable[Group], folder: SourceFolder, settings: ArchiveSettings, engine: Engine | None = None
) -> Iterator[FileResult]:
    """Transcribe all groups on this machine, one after the other."""
    engine = engine or load_engine(settings)
    for group in groups:
        yield from transcribe_group(engine, group, folder, settings.options)
