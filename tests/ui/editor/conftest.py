"""An editor with a transcript in a library of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.jobs.background_tasks import BackgroundTasks
from app.jobs.library_worker import LibraryWorker
from app.library.library import Library
from app.transcript.model import Segment, Transcript, Word
from app.ui.editor.editor_page import EditorPage

StoredTexts = Callable[[], list[str]]
TEXTS = ("The harbour was quiet that morning.", "Nobody spoke until the boat came.", "We counted eleven men.")


def segment(index: int, text: str, start_s: float, doubtful: str = "") -> Segment:
    words = text.split()
    each_s = 1.8 / len(words)
    return Segment(
        index,
        start_s,
        start_s + 1.9,
        text,
        tuple(
            Word(start_s + n * each_s, start_s + (n + 1) * each_s, word, 0.9, 0.8, 0.7 if word == doubtful else 0.01)
            for n, word in enumerate(words)
        ),
    )


@pytest.fixture
def background_tasks(qapp) -> Iterator[BackgroundTasks]:
    tasks = BackgroundTasks()
    yield tasks
    assert tasks.shut_down(10_000)


@pytest.fixture
def library_worker(background_tasks: BackgroundTasks, tmp_path: Path) -> LibraryWorker:
    return LibraryWorker(background_tasks, Library(tmp_path / "library"))


@pytest.fixture
def uid(library_worker: LibraryWorker, tmp_path: Path) -> str:
    """A stored transcript of three segments, each with a doubtful word."""
    source = tmp_path / "harbour.wav"
    soundfile.write(source, 0.3 * np.sin(np.arange(6 * 16_000) / 8), 16_000)
    doubtful = ("quiet", "boat", "eleven")
    segments = tuple(segment(n, text, 2.0 * n, doubtful[n]) for n, text in enumerate(TEXTS))
    transcript = Transcript(str(source), "en", 6.0, "small", "cpu, fp32", 8, 0, segments)
    return library_worker.library.store.add_transcript(transcript, "Harbour.wav")


@pytest.fixture
def editor(
    qtbot, background_tasks: BackgroundTasks, library_worker: LibraryWorker, uid: str, tmp_path: Path
) -> EditorPage:
    """The editor page, showing that transcript."""
    page = EditorPage(background_tasks, library_worker, tmp_path / "spectrograms")
    qtbot.addWidget(page)
    page.resize(960, 640)
    page.show()
    page.open(uid)
    qtbot.waitUntil(lambda: page.text.toPlainText() == "\n".join(TEXTS))
    return page


@pytest.fixture
def stored_texts(qtbot, library_worker: LibraryWorker, uid: str) -> Callable[[], list[str]]:
    """``stored_texts()`` returns the texts as the library has them after all pending work."""

    def read() -> list[str]:
        answers: list[list[str]] = []
        library_worker.submit(lambda store: [each.text for each in store.transcript(uid).segments], answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    return read
