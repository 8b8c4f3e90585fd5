"""Export of a replay as a video or an HTML page: the job, and the generator that runs it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QFont, QFontInfo

from app.atomic_write import atomic_write
from app.errors import LibraryError
from app.library.replay_store import CanvasRun
from app.sound.decoded_sound import DecodedSound
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment
from app.ui.canvas.token_places import TokenPlaces, places_by_words, places_so_far
from app.ui.theme import FALLBACK_FONTS

from .html_page import PageLabels, build_page
from .video_frames import FRAMES_PER_S, VideoFrames, VideoLabels, VideoOptions

FILE_FORMATS = ("gif", "mp4", "webm", "html")
"""Formats of an exported replay; also the suffixes of its files."""
SOUND_FORMATS = ("mp4", "webm")


@dataclass(frozen=True, eq=False)
class ReplayClip:
    """The canvas runs to export, in order."""

    runs: Sequence[CanvasRun]
    vocabulary: Vocabulary
    title: str
    language: str = ""
    """The requested language: ``auto`` or a code."""
    source: Path | None = None
    """The source of its sound; None for a clip without sound."""
    audio_track: int = 0
    segments: Sequence[Segment] = ()
    """The transcribed segments, which tell when each word is heard."""


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
    with_sound: bool = True
    """Whether a film has the sound of its clip, where that has one."""


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
        AudioError: The sound cannot be read.
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

    source = clip.source if job.with_sound and job.file_format in SOUND_FORMATS else None
    runs = [run for run in clip.runs if run.steps]
    places = [_places(clip, run) for run in runs] if source is not None else []
    frames_per_s = FRAMES_PER_S[job.file_format]
    video = VideoFrames(runs, clip.vocabulary, font, job.video_options, frames_per_s, job.video_labels, places)
    frame_counts, sound = video.frame_counts, None
    if source is not None:
        sound = yield from _read_sound(source, clip.audio_track, runs, [count / frames_per_s for count in frame_counts])
    for frames in write_video(path, job.file_format, video, sound):
        yield frames / sum(frame_counts)


def _places(clip: ReplayClip, run: CanvasRun) -> TokenPlaces:
    """Return when the tokens of a run are heard."""
    segment = next((segment for segment in clip.segments if segment.index == run.started.segment), None)
    if segment is not None:
        return places_by_words(segment, run, clip.vocabulary)
    return places_so_far(run.started, run.steps[-1].argmax_ids, clip.vocabulary)


def _read_sound(
    source: Path, track: int, runs: Sequence[CanvasRun], durations_s: Sequence[float]
) -> Generator[float, None, NDArray[np.float32]]:
    """Return the sound of runs (n,), each followed by silence until its pictures end. Raises ``AudioError``."""
    sound, parts = DecodedSound(source, track), []
    try:
        for run, duration_s in zip(runs, durations_s, strict=True):
            for _ in sound.decode_until(run.started.end_s):
                yield 0.0
            first, end = (round(time_s * SAMPLE_RATE_HZ) for time_s in (run.started.start_s, run.started.end_s))
            part = np.zeros(round(duration_s * SAMPLE_RATE_HZ), np.float32)
            heard = sound.read(first, min(end - first, len(part)))
            part[: len(heard)] = heard
            parts.append(part)
    finally:
        sound.close()
    return np.concatenate(parts)


def _write_page(clip: ReplayClip, job: ExportJob, font: QFont, path: Path) -> Iterator[float]:
    runs, vocabulary, labels = clip.runs, clip.vocabulary, job.page_labels
    for progress in build_page(runs, vocabulary, font, clip.title, clip.language, labels):
        if isinstance(progress, str):
            path.write_text(progress, encoding="utf-8")
        else:
            yield progress
