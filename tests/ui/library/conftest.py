"""A library with one transcript in each of four languages, and its page in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app import wiring
from app.library.store import TranscriptStore
from app.paths import Folders
from app.transcript.model import Segment, Transcript
from app.ui.library.library_page import LibraryPage

SAID = {
    "Harbour.m4a": ("en", "The ropes lay coiled on the stones."),
    "Besprechung.wav": ("de", "Wir fangen mit den Zahlen an."),
    "会议.mp3": ("zh", "今天我们讨论下个季度的计划。"),
    "व्याख्यान.flac": ("hi", "आज हम ध्वनि के बारे में बात करेंगे।"),
}


def transcript(language: str, *texts: str) -> Transcript:
    segments = tuple(Segment(n, 2.0 * n, 2.0 * n + 1.5, text) for n, text in enumerate(texts))
    return Transcript("/nowhere/x.wav", language, 2.0 * len(texts), "small", "cpu, fp32", 8, 0, segments)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.under(tmp_path)


@pytest.fixture
def filled(folders: Folders) -> None:
    store = TranscriptStore(folders.library)
    for n, (title, (language, text)) in enumerate(SAID.items()):
        store.add_transcript(transcript(language, text, "And so on."), title, created_s=1_700_000_000.0 + n)
    store.close()


@pytest.fixture
def app(filled: None, make_app: Callable[..., wiring.App]) -> wiring.App:
    return make_app()


@pytest.fixture
def page(qtbot, app: wiring.App) -> LibraryPage:
    app.window.activateWindow()
    app.window.actions_by_name["library"].trigger()
    page = app.window.library_controller.library_page
    assert app.window.pages.currentWidget() is page
    qtbot.waitUntil(lambda: shown(page) == list(reversed(SAID)))
    return page


def shown(page: LibraryPage) -> list[str]:
    model = page.entries
    return [model.index(row).data(Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())]
