"""The editor page: the speaker field, copying, and leaving the page."""

from __future__ import annotations

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
