"""The library in the window: navigation to the editor and back, and entries that are resumed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app import wiring
from app.errors import AudioError
from app.jobs.error_text import error_text
from app.library.store import TranscriptStore
from app.paths import Folders
from app.speech.audio import decode
from app.speech.options import TranscribeOptions
from app.transcript.model import Segment, Transcript
from app.ui.library.library_page import LibraryPage
from tests.ui.scripted_engine import ScriptedEngine

from .conftest import shown


def test_an_entry_is_opened_at_the_searched_place_and_left_again(qtbot, page: LibraryPage) -> None:
    window = page.window()
    page.filter_bar.search.setText('"so on"')
    qtbot.waitUntil(lambda: page.entries.query.text != "" and len(shown(page)) == 4)
    qtbot.waitUntil(lambda: page.entries.row(page.entries.index(0)).hit is not None)
    page.list.setCurrentIndex(page.entries.index(0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    editor = window.library_controller.editor
    qtbot.waitUntil(lambda: editor.text.toPlainText().endswith("And so on."))
    assert editor.text.current_index == 1
    assert "has moved or was deleted" in editor.banner.text
    window.actions_by_name["library"].trigger()
    assert window.pages.currentWidget() is page
    assert page.filter_bar.search.text() == '"so on"'


def test_what_was_transcribed_is_there_with_its_replay(qtbot, make_app, clips: list[Path]) -> None:
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    assert app.window.transcription_page.header.edit_button.isVisible()
    app.window.transcription_page.header.edit_button.click()
    editor = app.window.library_controller.editor
    qtbot.waitUntil(
        lambda: (
            editor.text.toPlainText()
            == "\n".join(["In the evening we could hear the ropes.", "And then the tide came in."])
        )
    )
    assert not editor.player.isVisible()
    editor.text.setFocus()
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(editor.text, Qt.Key.Key_C, held | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text().startswith("In the evening")
    QTest.keyClick(editor.text, Qt.Key.Key_Return, held)
    qtbot.waitUntil(editor.player.isVisible)
    assert [step.step for step in editor.player.steps] == list(range(1, len(editor.player.steps) + 1))


def test_a_file_at_work_does_not_take_the_library_away(
    qtbot, app: wiring.App, page: LibraryPage, clips: list[Path]
) -> None:
    window = app.window
    with qtbot.waitSignal(app.queue.idled):
        app.queue.add(clips[:1])
    assert window.pages.currentWidget() is page
    qtbot.waitUntil(lambda: shown(page)[0] == "one.wav")
    with qtbot.waitSignal(app.queue.idled):
        window.add_paths(clips[1:2])  # a person wants to see what they dropped
    assert window.pages.currentWidget() is window.transcription_page


def test_what_was_cut_short_is_offered_at_the_start(qtbot, folders: Folders, make_app, clips: list[Path]) -> None:
    store = TranscriptStore(folders.library)
    store.begin("20260101-000000-abcd", clips[0], "Lecture")
    store.close()
    app = make_app()
    offers = app.window.resume_banner
    qtbot.waitUntil(lambda: offers.text == "1 transcription was interrupted.")
    with qtbot.waitSignal(app.queue.idled):
        offers.button.click()
    assert [item.title for item in app.queue.items] == ["Lecture"]
    assert app.queue.items[0].text.startswith("In the evening")


def test_an_entry_that_is_open_grows_while_it_is_gone_on_with(
    qtbot, folders: Folders, make_app, clips: list[Path]
) -> None:
    uid, store = "20260101-000000-abcd", TranscriptStore(folders.library)
    engine = ScriptedEngine(("In the evening we could hear the ropes.", "And then the tide came in."))
    store.begin(uid, clips[0], "Lecture")
    store.mark_opened(uid, "Scripted", "cpu", TranscribeOptions(), 16.0, 2)
    store.add_segment(uid, Segment(1, 8.0, 16.0, "And then the tide came in."))  # the second was done first
    store.close()
    app = make_app(engine)
    editor, library_controller = app.window.library_controller.editor, app.window.library_controller
    library_controller.show_entry(uid)
    qtbot.waitUntil(lambda: editor.text.toPlainText() == "And then the tide came in.")
    editor.text.set_editing(True)
    editor.text.select(0, 0, 3)
    QTest.keyClicks(editor.text, "But")
    entry = editor.entry
    assert entry is not None
    with qtbot.waitSignal(app.queue.idled):
        library_controller.resume(entry)
    grown = "In the evening we could hear the ropes.\nBut then the tide came in."
    assert editor.text.toPlainText() == grown
    editor.named_actions["undo"].trigger()
    assert editor.text.toPlainText() == grown.replace("But", "And")
    editor.named_actions["redo"].trigger()
    answers: list[Transcript] = []
    app.library_worker.submit(lambda store: store.transcript(uid), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert "\n".join(segment.text for segment in answers[0].segments) == grown


def test_a_source_that_is_gone_keeps_what_was_finished(qtbot, folders: Folders, make_app, clips: list[Path]) -> None:
    uid, store = "20260101-000000-abcd", TranscriptStore(folders.library)
    store.begin(uid, clips[0], "Lecture")
    store.mark_opened(uid, "Scripted", "cpu", TranscribeOptions(), 16.0, 2)
    store.add_segment(uid, Segment(0, 0.0, 8.0, "In the evening we could hear the ropes."))
    store.close()
    clips[0].unlink()
    with pytest.raises(AudioError) as gone:  # what the real engine says
        decode.read(clips[0])
    app = make_app(ScriptedEngine(by_name={clips[0].name: gone.value}))
    qtbot.waitUntil(lambda: app.window.resume_banner.text != "")
    with qtbot.waitSignal(app.queue.idled):
        app.window.resume_banner.button.click()
    assert app.queue.items[0].error is not None
    assert "There is no file" in error_text(app.queue.items[0].error)
    answers: list[Transcript] = []
    app.library_worker.submit(lambda store: store.transcript(uid), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert [segment.text for segment in answers[0].segments] == ["In the evening we could hear the ropes."]


def test_an_offer_that_was_declined_does_not_come_back(qtbot, folders: Folders, make_app, clips: list[Path]) -> None:
    uid, store = "20260101-000000-abcd", TranscriptStore(folders.library)
    store.begin(uid, clips[0], "Lecture")
    store.mark_opened(uid, "Scripted", "cpu", TranscribeOptions(), 16.0, 2)
    store.close()
    app = make_app()
    offer = app.window.resume_banner
    qtbot.waitUntil(offer.isVisible)
    offer.dismissed.emit()
    states: list[tuple[list[str], bool]] = []
    app.library_worker.submit(
        lambda store: ([entry.uid for entry in store.list_interrupted()], store.entry(uid).resumable), states.append
    )
    qtbot.waitUntil(lambda: bool(states))
    assert states == [([], True)], "but the library can still resume it"
