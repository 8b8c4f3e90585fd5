"""What a person wants of an annealing, and the one way it is made: in another thread, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QFont, QFontInfo

from app.errors import LibraryError
from app.library.replay_store import Run
from app.speech.vocabulary import Vocabulary
from app.ui.theme import SCRIPTS

from .html_page import PageLabels, page_of
from .video_frames import FRAMES_PER_S, Film, FilmOptions, Labels

FORMS = ("gif", "mp4", "webm", "html")
"""What an annealing can become; also the endings of its files."""


@dataclass(frozen=True, eq=False)
class Annealing:
    """Canvases to be shown, one after the other."""

    runs: Sequence[Run]
    vocabulary: Vocabulary
    title: str
    language: str = ""
    """As asked for: ``auto`` or a language code."""


@dataclass(frozen=True)
class Order:
    """What to make of it, and where."""

    path: Path
    form: str
    """One of ``FORMS``."""
    options: FilmOptions = field(default_factory=FilmOptions)
    """How a film looks; a page has none of these."""
    film_labels: Labels = field(default_factory=Labels)
    page_labels: PageLabels = field(default_factory=PageLabels)


def reading_font() -> QFont:
    """The system's font, with what it lacks, where no window has chosen one."""
    font = QFont()
    font.setFamilies([QFontInfo(font).family(), *SCRIPTS])
    return font


def made(annealing: Annealing, order: Order, font: QFont) -> Iterator[float]:
    """Write the file, in the thread that asks for it; yields how much is done, 0 to 1.

    Nothing is left where it fails or is closed early. Raises ``LibraryError``, and ``ValueError`` where there is no step.
    """
    part = order.path.with_name(f"{order.path.name}.part")
    work = _page(annealing, order, font, part) if order.form == "html" else _film(annealing, order, font, part)
    try:
        yield from work
        os.replace(part, order.path)
    except OSError as error:
        raise LibraryError(
            "The annealing could not be written to {file}.",
            "{reason}.",
            "Choose another place, or make room. What is kept of it in your library is not touched.",
            file=order.path.name,
            reason=error.strerror or error,
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    yield 1.0


def _film(annealing: Annealing, order: Order, font: QFont, part: Path) -> Iterator[float]:
    from app.library.export.video import write_film  # its decoders and encoders take a while to load

    runs = [run.steps for run in annealing.runs]
    film = Film(runs, annealing.vocabulary, font, order.options, FRAMES_PER_S[order.form], order.film_labels)
    for frames in write_film(part, order.form, film):
        yield frames / film.frames


def _page(annealing: Annealing, order: Order, font: QFont, part: Path) -> Iterator[float]:
    runs, vocabulary, labels = annealing.runs, annealing.vocabulary, order.page_labels
    for progress in page_of(runs, vocabulary, font, annealing.title, annealing.language, labels):
        if isinstance(progress, str):
            part.write_text(progress, encoding="utf-8")
        else:
            yield progress
