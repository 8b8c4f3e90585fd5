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
def clerk(background_tasks: BackgroundTasks, tmp_path: Path) -> LibraryWorker:
    return LibraryWorker(background_tasks, Library(tmp_path / "library"))


@pytest.fixture
def uid(clerk: LibraryWorker, tmp_path: Path) -> str:
    """A kept transcript of three segments; in each a word is doubtful."""
    source = tmp_path / "harbour.wav"
    soundfile.write(source, 0.3 * np.sin(np.arange(6 * 16_000) / 8), 16_000)
    doubtful = ("quiet", "boat", "eleven")
    segments = tuple(segment(n, text, 2.0 * n, doubtful[n]) for n, text in enumerate(TEXTS))
    transcript = Transcript(str(source), "en", 6.0, "small", "cpu, fp32", 8, 0, segments)
    return clerk.library.store.add_transcript(transcript, "Harbour.wav")


@pytest.fixture
def editor(qtbot, background_tasks: BackgroundTasks, clerk: LibraryWorker, uid: str) -> EditorPage:
    """The editor's page, showing it."""
    page = EditorPage(background_tasks, clerk)
    qtbot.addWidget(page)
    page.resize(960, 640)
    page.show()
    page.open(uid)
    qtbot.waitUntil(lambda: page.text.toPlainText() == "\n".join(TEXTS))
    return page


@pytest.fixture
def kept(qtbot, clerk: LibraryWorker, uid: str) -> Callable[[], list[str]]:
    """The texts as the library has them, once it has come to everything that was asked of it."""

    def read() -> list[str]:
        answers: list[list[str]] = []
        clerk.submit(lambda history: [each.text for each in history.transcript(uid).segments], answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    return read
