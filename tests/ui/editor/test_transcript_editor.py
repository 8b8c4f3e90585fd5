"""Typing, keys and clicks in the text: what is typed is stored, and words keep their times."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from app.ui.editor.editor_page import EditorPage

from .conftest import TEXTS, StoredTexts


def press(editor: EditorPage, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(editor.text, key, held)


def test_it_listens_first_and_letters_change_nothing(editor: EditorPage, stored_texts: StoredTexts) -> None:
    QTest.keyClicks(editor.text, "xyz")
    assert not editor.text.editing
    assert stored_texts() == list(TEXTS)


def test_what_is_typed_is_kept_and_words_keep_their_times(editor: EditorPage, stored_texts: StoredTexts) -> None:
    before = editor.edit_session.segments[0].words
    press(editor, Qt.Key.Key_Return)
    assert editor.text.editing
    editor.text.select(0, 12, 15)  # was
    QTest.keyClicks(editor.text, "seemed")
    editor.text.commit_typing()
    assert stored_texts() == ["The harbour seemed quiet that morning.", *TEXTS[1:]]
    after = editor.edit_session.segments[0].words
    assert [word.text for word in after] == ["The", "harbour", "seemed", "quiet", "that", "morning."]
    assert [(word.start_s, word.end_s) for word in after] == [(word.start_s, word.end_s) for word in before]


def test_typing_is_kept_by_itself_after_a_pause(qtbot, editor: EditorPage, stored_texts: StoredTexts) -> None:
    editor.text.set_editing(True)
    editor.text.select(2, 0, 0)
    QTest.keyClicks(editor.text, "Then ")
    qtbot.waitUntil(lambda: editor.edit_session.undo_label == "Typing")
    assert stored_texts()[2] == "Then We counted eleven men."


def test_undo_and_redo(editor: EditorPage, stored_texts: StoredTexts) -> None:
    editor.text.set_editing(True)
    editor.text.select(1, 0, 6)
    QTest.keyClicks(editor.text, "Somebody")
    press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text.toPlainText() == "\n".join(TEXTS)
    assert stored_texts() == list(TEXTS)
    press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert stored_texts()[1] == "Somebody spoke until the boat came."
    assert editor.transport.undo.isEnabled()
    assert not editor.transport.redo.isEnabled()


def test_return_splits_and_backspace_joins(editor: EditorPage, stored_texts: StoredTexts) -> None:
    editor.text.set_editing(True)
    editor.text.select(1, 13, 13)
    press(editor, Qt.Key.Key_Return)
    assert stored_texts() == [TEXTS[0], "Nobody spoke", "until the boat came.", TEXTS[2]]
    one, other = editor.edit_session.segments[1:3]
    assert one.end_s == other.start_s
    assert other.words[0].start_s >= one.words[-1].end_s - 1e-6
    press(editor, Qt.Key.Key_Backspace)
    assert stored_texts() == list(TEXTS)
    press(editor, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)  # a space between two words is only a space
    assert editor.text.document().blockCount() == 3


def test_delete_at_the_end_joins_with_the_next(editor: EditorPage, stored_texts: StoredTexts) -> None:
    editor.text.set_editing(True)
    editor.text.select(0, len(TEXTS[0]), len(TEXTS[0]))
    press(editor, Qt.Key.Key_Delete)
    assert stored_texts() == [f"{TEXTS[0]} {TEXTS[1]}", TEXTS[2]]


def test_a_selection_over_segments_is_written_over(editor: EditorPage, stored_texts: StoredTexts) -> None:
    editor.text.set_editing(True)
    cursor = QTextCursor(editor.text.document().findBlockByNumber(0))
    cursor.setPosition(12)
    start = editor.text.document().findBlockByNumber(2).position()
    cursor.setPosition(start + 2, QTextCursor.MoveMode.KeepAnchor)
    editor.text.setTextCursor(cursor)
    QTest.keyClicks(editor.text, "and")
    editor.text.commit_typing()
    assert stored_texts() == ["The harbour and counted eleven men."]
    editor.named_actions["undo"].trigger()
    editor.named_actions["undo"].trigger()
    assert stored_texts() == list(TEXTS)


def test_pasted_lines_stay_one_segment(editor: EditorPage, stored_texts: StoredTexts) -> None:
    editor.text.set_editing(True)
    editor.text.select(2, 0, 2)
    data = QMimeData()
    data.setText("All\nof  us")
    editor.text.insertFromMimeData(data)
    editor.text.commit_typing()
    assert stored_texts()[2] == "All of us counted eleven men."


def test_a_segment_is_deleted_and_comes_back(editor: EditorPage, stored_texts: StoredTexts) -> None:
    editor.text.select(1, 0, 0)
    editor.text.delete_segment()
    assert stored_texts() == [TEXTS[0], TEXTS[2]]
    editor.named_actions["undo"].trigger()
    assert stored_texts() == list(TEXTS)
