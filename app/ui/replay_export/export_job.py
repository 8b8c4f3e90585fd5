"""Export of a replay as a video or an HTML page: the job, and the generator that runs it."""

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
"""Formats of an exported replay; also the suffixes of its files."""


@dataclass(frozen=True, eq=False)
class ReplayClip:
    """The canvas runs to export, in order."""

    runs: Sequence[CanvasRun]
    vocabulary: Vocabulary
    title: str
    language: str = ""
    """The requested language: ``auto`` or a code."""


@dataclass(frozen=True)
class ExportJob:
    """The format, the options and the file of an export."""

    path: Path
    file_format: str
    """One of ``FILE_FORMATS``."""
    video_options: VideoOptions = field(default_factory=VideoOptions)
    """Options of a video; a page has none."""
    video_labels: VideoLabels = field(default_factory=VideoLabels)
    page_labels: PageLabels = field(default_factory=PageLabels)


def default_font() -> QFont:
    """Return the system's font with fallbacks for missing scripts, for exports without a window."""
    font = QFont()
    font.setFamilies([QFontInfo(font).family(), *FALLBACK_FONTS])
    return font


def export(clip: ReplayClip, job: ExportJob, font: QFont) -> Iterator[float]:
    """Write the file atomically: if the export fails or is closed early, nothing of it is left.

    Yields:
        The share that is done, 0 to 1.

    Raises:
        LibraryError: The file cannot be written.
        ValueError: The clip has no step.
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


def _write_video(clip: ReplayClip, job: ExportJob, font: QFont, path: Path) -> Iterator[float]:
    from app.library.export.video import write_video  # imported late: PyAV loads slowly

    runs = [run.steps for run in clip.runs]
    video = VideoFrames(runs, clip.vocabulary, font, job.video_options, FRAMES_PER_S[job.file_format], job.video_labels)
    for frames in write_video(path, job.file_format, video):
        yield frames / video.frame_count


def _write_page(clip: ReplayClip, job: ExportJob, font: QFont, path: Path) -> Iterator[float]:
    runs, vocabulary, labels = clip.runs, clip.vocabulary, job.page_labels
    for progress in build_page(runs, vocabulary, font, clip.title, clip.language, labels):
        if isinstance(progress, str):
            path.write_text(progress, encoding="utf-8")
        else:
            yield progress
