"""The editor page: the speaker field, copying, and leaving the page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.jobs.library_worker import LibraryWorker
from app.ui.editor.editor_page import EditorPage

from .conftest import TEXTS, StoredTexts


def test_a_speaker_has_a_field(editor: EditorPage, library_worker: LibraryWorker, stored_texts: StoredTexts) -> None:
    editor.text.select(1, 0, 0)
    editor.transport.speaker.setText("Ingrid")
    editor.transport.speaker.editingFinished.emit()
    assert stored_texts() == list(TEXTS)
    assert [each.speaker for each in editor.edit_session.segments] == ["", "Ingrid", ""]
    editor.text.select(0, 0, 0)
    assert editor.transport.speaker.text() == ""
    editor.copy_text(times=True)
    assert QGuiApplication.clipboard().text().splitlines()[1] == f"[0:02] Ingrid: {TEXTS[1]}"
    editor.copy_text()
    assert QGuiApplication.clipboard().text().splitlines()[0] == TEXTS[0]


def test_leaving_keeps_what_was_typed(editor: EditorPage, stored_texts: StoredTexts) -> None:
    editor.text.set_editing(True)
    editor.text.select(0, 0, 3)
    QTest.keyClicks(editor.text, "Our")
    editor.hide()
    assert stored_texts()[0] == "Our harbour was quiet that morning."


def test_the_raw_text_of_the_canvas_is_in_the_menu_and_can_be_taken_back(
    editor: EditorPage, stored_texts: StoredTexts
) -> None:
    raw = f"{TEXTS[1]} {TEXTS[1]} {TEXTS[1]}"
    editor.edit_session.apply(
        lambda segments: (segments[0], replace(segments[1], raw_text=raw), segments[2]), "cleaned by the model"
    )
    menu, action = editor.transport.more.menu(), editor.named_actions["raw_text"]
    assert menu is not None
    assert action in menu.actions()
    for index, is_offered in ((0, False), (1, True)):
        editor.text.select(index, 0, 0)
        menu.aboutToShow.emit()
        assert action.isVisible() == is_offered
    action.trigger()
    assert stored_texts() == [TEXTS[0], raw, TEXTS[2]]
    assert len(editor.text.segments[1].words) == 18
    editor.named_actions["undo"].trigger()
    assert stored_texts() == list(TEXTS)
    assert editor.text.segments[1].raw_text == raw


def test_a_low_page_keeps_text_and_finding_in_sight(qtbot, editor: EditorPage) -> None:
    editor.resize(540, 330)
    editor.banner.show_message("The sound cannot be played. Choose another output in the settings of the system. " * 2)
    editor.named_actions["find"].trigger()
    bar, text = editor.find_bar, editor.text
    qtbot.waitUntil(lambda: bar.height() >= bar.minimumSizeHint().height() > 50)
    qtbot.waitUntil(lambda: text.viewport().height() >= 40)
    for widget in (bar.find_field, bar.replace_all_button, text, editor.transport.more):
        assert editor.rect().contains(widget.rect().translated(widget.mapTo(editor, widget.rect().topLeft())))
    assert editor.transport.height() < 50, "one row"
    editor.resize(960, 640)
    assert editor.transport.speaker.isVisible()
