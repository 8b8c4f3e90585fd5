"""The library's page in the real window: found, renamed, tagged, deleted and brought back, opened, exported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app import wiring
from app.errors import AudioError
from app.jobs.error_text import error_text
from app.library.export import ExportOptions
from app.library.store import TranscriptStore
from app.paths import Folders
from app.speech.audio import decode
from app.speech.options import TranscribeOptions
from app.transcript.model import Segment, Transcript
from app.ui.library.export_dialog import ExportDialog, ExportRequest, file_name, write_exports
from app.ui.library.library_page import LibraryPage
from tests.ui.scripted_engine import ScriptedEngine

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


def test_it_is_empty_with_a_word_of_welcome(qtbot, make_app) -> None:
    window = make_app().window
    window.sidebar.library_button.click()
    page = window.library_controller.library_page
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert not page.filter_bar.isVisible()
    assert window.sidebar.library_button.isChecked()
    window.sidebar.library_button.click()
    assert window.pages.currentWidget() is window.welcome_page
    assert not window.sidebar.library_button.isChecked()


@pytest.mark.parametrize(
    ("typed", "title"),
    [("ROPES sto", "Harbour.m4a"), ("zahlen", "Besprechung.wav"), ("季度", "会议.mp3"), ("ध्वनि", "व्याख्यान.flac")],
)
def test_it_is_searched_as_one_types(qtbot, page: LibraryPage, typed: str, title: str) -> None:
    page.filter_bar.search.setText(typed)
    qtbot.waitUntil(lambda: shown(page) == [title])
    row = page.entries.row(page.entries.index(0))
    assert row is not None
    assert row.hit is not None
    assert row.hit.text == SAID[title][1]


def test_nothing_found_offers_everything(qtbot, page: LibraryPage) -> None:
    page.filter_bar.search.setText("xylophone")
    qtbot.waitUntil(lambda: page.no_match.isVisible())
    assert page.filter_bar.isVisible()
    page.no_match.button.click()
    qtbot.waitUntil(lambda: len(shown(page)) == 4)


def test_filters_and_orders(qtbot, page: LibraryPage) -> None:
    filters = page.filter_bar
    assert not filters.model.isVisible()  # there is only one
    filters.language.select("de")
    filters.changed.emit()
    qtbot.waitUntil(lambda: shown(page) == ["Besprechung.wav"])
    filters.language.select(None)
    filters.sort_order.select("title")
    filters.changed.emit()
    qtbot.waitUntil(lambda: shown(page)[:2] == ["Besprechung.wav", "Harbour.m4a"])
    filters.date.select("month")
    filters.changed.emit()
    qtbot.waitUntil(lambda: shown(page) == [])


def test_a_title_is_changed_where_it_stands(qtbot, page: LibraryPage) -> None:
    page.list.setCurrentIndex(page.entries.index(3))
    page.list.edit(page.entries.index(3))
    field = page.list.findChild(QLineEdit, "rename")
    assert field is not None
    assert field.text() == "Harbour.m4a"
    field.setText("Interview")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page)[3] == "Interview")
    page.filter_bar.search.setText("intervi")
    qtbot.waitUntil(lambda: shown(page) == ["Interview"])


def test_tags_are_given_and_filtered_by(qtbot, page: LibraryPage) -> None:
    uid = page.entries.uids[0]
    page.set_tags(uid, "course, sound，course")
    qtbot.waitUntil(lambda: page.filter_bar.tag.isVisible())
    assert page.entries.row(page.entries.index(0)).entry.tags == ("course", "sound")
    page.filter_bar.tag.select("sound")
    page.filter_bar.changed.emit()
    qtbot.waitUntil(lambda: shown(page) == ["व्याख्यान.flac"])


def test_deleting_can_be_undone(qtbot, page: LibraryPage) -> None:
    page.list.setFocus()
    page.list.selectAll()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.banner.text == "4 transcripts deleted.")
    qtbot.waitUntil(lambda: shown(page) == [])
    page.banner._button.click()
    qtbot.waitUntil(lambda: shown(page) == list(reversed(SAID)))


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
    assert "no longer where it was" in editor.banner.text
    window.actions_by_name["library"].trigger()
    assert window.pages.currentWidget() is page
    assert page.filter_bar.search.text() == '"so on"'


def test_what_was_transcribed_is_there_with_its_replay(qtbot, make_app, clips: list[Path]) -> None:
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    assert app.window.transcription_page.edit_button.isVisible()
    app.window.transcription_page.edit_button.click()
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
    qtbot.waitUntil(lambda: offers.text == "1 transcription was cut short last time.")
    with qtbot.waitSignal(app.queue.idled):
        offers._button.click()
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
        app.window.resume_banner._button.click()
    assert app.queue.items[0].error is not None
    assert "There is no file" in error_text(app.queue.items[0].error)
    answers: list[Transcript] = []
    app.library_worker.submit(lambda store: store.transcript(uid), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert [segment.text for segment in answers[0].segments] == ["In the evening we could hear the ropes."]


def test_exports_in_bulk_write_over_nothing(qtbot, page: LibraryPage, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "Harbour.txt").write_text("mine")
    page.list.selectAll()
    page.export.click()
    dialog = page.window().findChild(ExportDialog)
    assert dialog is not None
    dialog.formats["srt"].setChecked(True)
    dialog.times.setChecked(True)
    dialog.set_folder(tmp_path / "out")
    dialog.write.click()
    qtbot.waitUntil(lambda: dialog.banner.text == "8 files written.")
    assert (tmp_path / "out" / "Harbour.txt").read_text() == "mine"
    assert (tmp_path / "out" / "Harbour-2.txt").read_text().startswith("[0:00] The ropes")
    assert "季度" in (tmp_path / "out" / "会议.srt").read_text(encoding="utf-8")
    (tmp_path / "file").write_text("")
    dialog.set_folder(tmp_path / "file" / "below")
    dialog.write.click()
    qtbot.waitUntil(lambda: "The export could not be written." in dialog.banner.text)
    dialog.close()


def test_speakers_may_stay_away(tmp_path: Path) -> None:
    store = TranscriptStore(tmp_path / "library")
    named = Transcript("x", "en", 2.0, "m", "cpu", 8, 0, (Segment(0, 0.0, 1.0, "Hello.", speaker="Ingrid"),))
    uid = store.add_transcript(named, "a: b?")
    [path] = write_exports(store, [uid], ExportRequest(("txt",), tmp_path, ExportOptions(), True))
    assert (path.name, path.read_text()) == ("a- b-.txt", "Ingrid: Hello.\n")
    [path] = write_exports(store, [uid], ExportRequest(("txt",), tmp_path, ExportOptions(), False))
    assert path.read_text() == "Hello.\n"
    store.close()


@pytest.mark.parametrize(
    ("title", "name"),
    [("talk.m4a", "talk"), ("Dr. Müller", "Dr. Müller"), ("v1.2 final", "v1.2 final"), ("...", "transcript")],
)
def test_titles_become_names_of_files(title: str, name: str) -> None:
    assert file_name(title) == name
