"""The context menu of a queued file."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu

from app.jobs.queue_item import QueueState
from tests.ui.scripted_engine import ScriptedEngine


def open_menu(qtbot, app, row: int) -> dict[str, bool]:
    """Open the menu of a row; return which actions are enabled, by text."""
    view = app.window.sidebar.queue_view
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(row, 0)).center())
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    enabled = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    with qtbot.waitSignal(menu.aboutToHide):
        menu.close()
    return enabled


def test_actions_follow_the_state_of_the_file(qtbot, make_app, clips) -> None:
    engine = ScriptedEngine()
    app = make_app(engine)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    done = open_menu(qtbot, app, 0)
    assert not done["Cancel"]
    assert all(done[name] for name in ("Copy the text", "Copy as subtitles (SRT)", "Export…", "Transcribe again"))
    engine.gate = threading.Event()
    app.window.add_paths(clips[1:2])
    qtbot.waitUntil(lambda: any(item.current for item in app.queue.items))
    running = open_menu(qtbot, app, 1)
    assert running["Cancel"]
    assert not any(running[name] for name in ("Copy the text", "Export…", "Transcribe again", "Listen and edit"))
    engine.gate.set()
    qtbot.waitUntil(lambda: app.queue.items[1].state is QueueState.DONE)


def test_text_is_copied_with_times_and_as_subtitles(qtbot, make_app, clips) -> None:
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    app.window.actions_by_name["copy_srt"].trigger()
    assert QGuiApplication.clipboard().text().startswith("1\n00:00:00,000 --> ")
    app.window.actions_by_name["copy_times"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("[0:00")
    assert app.queue.items[0].segments[0].text in copied


def test_a_new_title_is_in_the_queue_and_in_the_library(qtbot, make_app, clips) -> None:
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    item = app.queue.items[0]
    app.window.sidebar.queue_view.select(item)
    app.window.actions_by_name["rename_item"].trigger()
    dialog = app.window.findChild(QInputDialog)
    dialog.setTextValue("Lecture 3")
    dialog.accept()
    assert item.title == "Lecture 3"
    titles: list[str] = []
    app.library_worker.submit(lambda store: store.entry(item.uid).title, titles.append)
    qtbot.waitUntil(lambda: bool(titles))
    assert titles == ["Lecture 3"]
    assert clips[0].exists()


def test_checking_begins_on_the_page_of_the_file(qtbot, make_app, clips) -> None:
    app = make_app(ScriptedEngine(word_times=True))
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    item, header = app.queue.items[0], app.window.transcription_page.header
    assert item.doubts
    assert header.check_button.isVisible()
    QTest.keyClick(app.window, Qt.Key.Key_F8)
    editor = app.window.library_controller.editor
    qtbot.waitUntil(lambda: editor.text.doubt_span is not None)
    assert app.window.pages.currentWidget() is editor
