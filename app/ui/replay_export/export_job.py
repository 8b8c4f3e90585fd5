"""What a person wants of an annealing, and the one way it is made: in another thread, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QFont, QFontInfo

from app.atomic_write import atomic_write
from app.errors import LibraryError
from app.library.replay_store import CanvasRun
from app.speech.vocabulary import Vocabulary
from app.ui.theme import FALLBACK_FONTS

from .html_page import PageLabels, build_page
from .video_frames import FRAMES_PER_S, VideoFrames, VideoLabels, VideoOptions

FILE_FORMATS = ("gif", "mp4", "webm", "html")
"""What an annealing can become; also the endings of its files."""


@dataclass(frozen=True, eq=False)
class ReplayClip:
    """Canvases to be shown, one after the other."""

    runs: Sequence[CanvasRun]
    vocabulary: Vocabulary
    title: str
    language: str = ""
    """As asked for: ``auto`` or a language code."""


@dataclass(frozen=True)
class ExportJob:
    """What to make of it, and where."""

    path: Path
    file_format: str
    """One of ``FILE_FORMATS``."""
    video_options: VideoOptions = field(default_factory=VideoOptions)
    """How a film looks; a page has none of these."""
    video_labels: VideoLabels = field(default_factory=VideoLabels)
    page_labels: PageLabels = field(default_factory=PageLabels)


def default_font() -> QFont:
    """The system's font, with what it lacks, where no window has chosen one."""
    font = QFont()
    font.setFamilies([QFontInfo(font).family(), *FALLBACK_FONTS])
    return font


def export(clip: ReplayClip, job: ExportJob, font: QFont) -> Iterator[float]:
    """Write the file, in the thread that asks for it; yields how much is done, 0 to 1.

    Nothing is left where it fails or is closed early. Raises ``LibraryError``, and ``ValueError`` where there is no step.
    """
    write = _write_page if job.file_format == "html" else _write_video
    try:
        with atomic_write(job.path) as temporary:
            yield from write(clip, job, font, temporary)
    except OSError as error:
        raise LibraryError(
            "The annealing could not be written to {file}.",
            "{reason}.",
            "Choose another place, or make room. What is kept of it in your library is not touched.",
            file=job.path.name,
            reason=error.strerror or error,
        ) from error
    yield 1.0


def _write_video(annealing: ReplayClip, order: ExportJob, font: QFont, path: Path) -> Iterator[float]:
    from app.library.export.video import write_video  # its decoders and encoders take a while to load

    runs = [run.steps for run in annealing.runs]
    film = VideoFrames(
        runs, annealing.vocabulary, font, order.video_options, FRAMES_PER_S[order.file_format], order.video_labels
    )
    for frames in write_video(path, order.file_format, film):
        yield frames / film.frame_count


def _write_page(annealing: ReplayClip, order: ExportJob, font: QFont, path: Path) -> Iterator[float]:
    runs, vocabulary, labels = annealing.runs, annealing.vocabulary, order.page_labels
    for progress in build_page(runs, vocabulary, font, annealing.title, annealing.language, labels):
        if isinstance(progress, str):
            path.write_text(progress, encoding="utf-8")
        else:
            yield progress
