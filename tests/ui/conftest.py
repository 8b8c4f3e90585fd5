"""The real window, built as the app builds it, around a fake engine and folders of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app import settings, wiring
from app.paths import Folders
from app.settings import Settings
from app.ui.interface_language import set_language

from .scripted_engine import ScriptedEngine

SIZE_PX = (1280, 800)

MakeApp = Callable[..., wiring.App]


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Reset the language that a test before this one set; English needs its plurals."""
    set_language("en")


@pytest.fixture
def make_app(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[MakeApp]:
    """``make_app(engine, samples=..., **settings)`` shows the window and waits for the model."""
    made: list[wiring.App] = []

    def make(
        engine: ScriptedEngine | None = None, samples: tuple[Path, ...] = (), ready: bool = True, **chosen
    ) -> wiring.App:
        folders = Folders.under(tmp_path)
        if chosen:
            settings.save(Settings(**{"steps": 4, **chosen}), folders.settings_file)
        engine = engine or ScriptedEngine()
        app = wiring.build(qapp, folders, engine, samples)
        made.append(app)
        if ready:
            with qtbot.waitSignal(app.queue.idled):  # the model is ready, and its thread has gone home
                app.show()
        else:
            app.show()
        app.window.resize(*SIZE_PX)  # the screen of the tests is smaller, and the window opened inside it
        return app

    yield make
    for app in made:
        app.window.hide()
        assert app.shut_down(10_000)
    for widget in qapp.topLevelWidgets():  # the windows and their popovers, which the next window's style would restyle
        widget.deleteLater()
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def clips(tmp_path: Path) -> list[Path]:
    """Three files that look like audio to the window, with names that are not ASCII."""
    paths = [tmp_path / name for name in ("one.wav", "zwei Größen.mp3", "三.flac")]
    for path in paths:
        path.write_bytes(b"RIFF")
    return paths
