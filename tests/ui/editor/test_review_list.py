"""The list of doubtful spans."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.editor.editor_page import EditorPage

from .conftest import StoredTexts


def test_doubts_are_listed_and_leave_when_corrected(qtbot, editor: EditorPage, stored_texts: StoredTexts) -> None:
    played: list[tuple[float, float | None]] = []
    editor.playback_controller.playback.play = lambda source, at_s, until_s=None, again=None: played.append(
        (at_s, until_s)
    )
    doubts = [doubt.text for doubt in editor.review_list.doubts]
    assert sorted(doubts)[0] == "boat"
    assert len(doubts) == 2  # a tenth of 15 words
    QTest.keyClick(editor.text, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: len(played) == 1)
    assert editor.text.textCursor().selectedText() == doubts[0]
    [(at_s, until_s)] = played
    assert until_s is not None
    assert at_s < editor.review_list.doubts[0].start_s < editor.review_list.doubts[0].end_s < until_s
    editor.text.set_editing(True)
    editor.text.select(*editor.text.doubt_span)
    QTest.keyClicks(editor.text, "calm")
    editor.text.commit_typing()
    assert doubts[0] not in [doubt.text for doubt in editor.review_list.doubts]
