"""Which audio track is heard: told in the row and on the page, and chosen in the row's menu."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.jobs.queue_item import QueueState
from app.transcript.model import Notice
from app.ui.interface_language import set_language
from app.ui.menus.audio_track_menu import AudioTrackMenu
from tests.ui.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.slow  # opens the whole window

CUT = Notice("The sound ends early: there are {heard} of {promised}.", {"heard": "2.3 s", "promised": "8.8 s"})


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A film with two audio tracks."""
    path = tmp_path / "film.mkv"
    sources = "-f lavfi -i sine=300:d=1 -f lavfi -i sine=700:d=1 -map 0 -map 1 -c:a aac -metadata:s:a:1 title=Director"
    subprocess.run(["ffmpeg", "-y", "-v", "error", *sources.split(), path], check=True)
    return path


def open_menu(window) -> tuple[QMenu, AudioTrackMenu]:
    """The context menu of the first row, and its submenu."""
    view = window.sidebar.queue_view
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(0, 0)).center())
    [tracks] = view.findChildren(AudioTrackMenu)
    return tracks.parent(), tracks


def test_another_track_is_chosen_in_the_row(qtbot, make_app, film: Path) -> None:
    engine = ScriptedEngine(tracks=2)
    app = make_app(engine)
    app.window.add_paths([film])
    qtbot.waitUntil(lambda: [item.state for item in app.queue.items] == [QueueState.DONE])
    [item] = app.queue.items
    menu, tracks = open_menu(app.window)
    qtbot.waitUntil(lambda: tracks.menuAction().isVisible())
    choices = [action for action in tracks.actions() if not action.isSeparator()]
    assert [action.text() for action in choices] == [
        "Automatic", "Track 1 (aac, mono)", "Track 2: Director (aac, mono)",
    ]  # fmt: skip
    assert [action.isChecked() for action in choices] == [True, False, False]
    choices[1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: len(engine.transcribe_calls) == 2 and item.state is QueueState.DONE)
    assert [options.audio_track for _, options in engine.transcribe_calls] == [None, 0]
    assert item.transcript is not None
    assert item.transcript.audio_track == 0


def test_a_file_with_one_track_offers_none(qtbot, make_app, tmp_path: Path) -> None:
    path = tmp_path / "talk.flac"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "sine=300:d=1", path], check=True)
    app = make_app()
    app.window.add_paths([path])
    qtbot.waitUntil(lambda: [item.state for item in app.queue.items] == [QueueState.DONE])
    menu, tracks = open_menu(app.window)
    qtbot.wait(300)
    assert not tracks.menuAction().isVisible()
    menu.close()


def test_what_is_missing_is_told_in_the_row_on_the_page_and_in_the_editor(qtbot, make_app, clips: list[Path]) -> None:
    app = make_app(ScriptedEngine(warnings=(CUT,)))
    window = app.window
    window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: [item.state for item in app.queue.items] == [QueueState.DONE])
    [item] = app.queue.items
    told = "The sound ends early: there are 2.3 s of 8.8 s."
    view = window.sidebar.queue_view
    assert view.status_line(item) == f"done · {told}"
    assert told in view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    view.item_chosen.emit(item)
    assert window.transcription_page.error_banner.text == told
    window.transcription_page.header.edit_requested.emit(item)
    editor = window.library_controller.editor
    qtbot.waitUntil(lambda: editor.banner.text == told)
    set_language("de")
    QApplication.processEvents()
    assert view.status_line(item) == "fertig · Der Ton endet zu früh: 2,3 s von 8,8 s sind da."


def test_the_menu_of_an_empty_place_is_not_opened(make_app) -> None:
    app = make_app()
    view = app.window.sidebar.queue_view
    view.customContextMenuRequested.emit(QPoint(5, 5))
    assert view.findChildren(QMenu) == []
