"""The list of doubtful spans."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from app.transcript.edits import Segments
from app.ui.editor.editor_page import EditorPage

from .conftest import StoredTexts


def test_doubts_are_listed_and_leave_when_corrected(qtbot, editor: EditorPage, stored_texts: StoredTexts) -> None:
    played: list[tuple[float, float | None]] = []
    editor.playback_controller.playback.play = lambda source, at_s, until_s=None, again=None: played.append(
        (at_s, until_s)
    )
    doubts = [doubt.text for doubt in editor.review_list.doubts]
    assert sorted(doubts)[0] == "boat"
    assert len(doubts) == 3  # a tenth of 15 words, and one that is as doubtful
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


def test_return_confirms_and_goes_on_and_the_library_remembers(qtbot, editor: EditorPage, uid: str) -> None:
    review = editor.review_list
    assert review.bar.maximum() == 3
    QTest.keyClick(editor.text, Qt.Key.Key_F8)
    qtbot.waitUntil(review.list.hasFocus)
    first, second, _ = review.doubts
    assert review.current_doubt == first
    QTest.keyClick(review.list, Qt.Key.Key_Return)
    assert first not in review.doubts
    assert review.current_doubt == second
    assert review.bar.value() == 1
    assert review.bar.accessibleName() == "1 of 3 checked"
    editor.named_actions["undo"].trigger()
    assert first in review.doubts
    QTest.keyClick(review.list, Qt.Key.Key_Return)
    editor.open(uid)
    qtbot.waitUntil(lambda: review.bar.value() == 1)
    assert len(review.doubts) == 2


def test_the_same_word_is_one_group(editor: EditorPage) -> None:
    def doubtful(segments: Segments) -> Segments:
        again = replace(segments[1], index=7, start_s=20.0, end_s=22.0)
        return (*segments, again)

    editor.edit_session.apply(doubtful, "more")
    review = editor.review_list
    texts = [
        review.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole).split(",")[0]
        for row in range(review.list.count())
    ]
    assert "boat × 2" in texts
    assert "Nobody spoke until the boat came." in texts
    review.list.setCurrentRow(texts.index("boat × 2"))
    QTest.keyClick(review.list, Qt.Key.Key_Return)
    assert "boat" not in [doubt.text for doubt in review.doubts]


def test_places_to_check_are_underlined_unless_that_is_switched_off(qtbot, editor: EditorPage) -> None:
    def underlined() -> list[str]:
        style = QTextCharFormat.UnderlineStyle.DotLine
        marks = editor.text.extraSelections()
        return sorted(mark.cursor.selectedText() for mark in marks if mark.format.underlineStyle() == style)

    assert underlined() == ["boat", "eleven", "quiet"]
    with qtbot.waitSignal(editor.underlining_chosen) as chosen:
        editor.named_actions["underline_doubts"].trigger()
    assert chosen.args == [False]
    assert underlined() == []
