"""The editor, driven by keys and clicks: what is typed is kept, what was done can be undone, times survive."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from app.jobs.library_worker import LibraryWorker
from app.library.store import TranscriptStore
from app.ui.editor.editor_page import EditorPage

from .conftest import TEXTS

StoredTexts = Callable[[], list[str]]


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


def test_find_and_replace(editor: EditorPage, stored_texts: StoredTexts) -> None:
    bar = editor.find_bar
    bar.open_bar("the")
    assert bar.count.text() == "1 of 2"
    bar.whole_words.setChecked(True)
    bar.match_case.setChecked(True)
    assert bar.count.text() == "1 of 1"
    assert editor.text.textCursor().selectedText() == "the"
    bar.replace_field.setText("a")
    bar.replace_one()
    assert stored_texts()[1] == "Nobody spoke until a boat came."
    bar.regex.setChecked(True)
    bar.find_field.setText("(")
    assert bar.count.text() == "Not a valid pattern"
    bar.find_field.setText(r"(\w+) (men|boat)")
    bar.replace_field.setText(r"\2 \1")
    bar.replace_all()
    assert stored_texts() == [TEXTS[0], "Nobody spoke until boat a came.", "We counted men eleven."]
    editor.named_actions["undo"].trigger()
    assert stored_texts()[2] == TEXTS[2]


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


def test_a_click_plays_from_that_word_and_the_heard_word_is_pointed_out(qtbot, editor: EditorPage) -> None:
    played: list[float] = []
    editor.playback_controller.playback.play = lambda source, at_s, until_s=None, again=None: played.append(at_s)
    block = editor.text.document().findBlockByNumber(1)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + 9)  # spoke
    place = editor.text.cursorRect(cursor).center()
    QTest.mouseClick(editor.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    spoke = editor.edit_session.segments[1].words[1]
    assert played == [pytest.approx(spoke.start_s)]
    editor.playback_controller.playback.moved.emit(spoke.start_s + 0.01)
    [mark] = editor.text.extraSelections()
    assert mark.cursor.selectedText() == "spoke"


def test_the_loop_is_the_segment(editor: EditorPage) -> None:
    wanted: list[tuple] = []
    editor.playback_controller.playback.play = lambda source, *order: wanted.append(order)
    editor.transport.loop.setChecked(True)
    editor.playback_controller.play_from(2.5)
    assert wanted == [(2.5, 3.9, 2.0)]


def test_a_source_that_is_gone_is_said_and_found_again(
    qtbot, editor: EditorPage, library_worker: LibraryWorker, uid: str
) -> None:
    source = editor.entry.source
    other = source.with_name("moved.wav")
    source.rename(other)
    editor.open(uid)
    qtbot.waitUntil(lambda: "no longer where it was" in editor.banner.text)
    library_worker.submit(lambda store: store.relink(uid, other))
    editor.open(uid)
    qtbot.waitUntil(lambda: editor.banner.text == "")
    qtbot.waitUntil(lambda: len(editor.waveform.peaks) == 600)


def test_what_cannot_be_kept_is_said(qtbot, editor: EditorPage, library_worker: LibraryWorker, uid: str) -> None:
    def elsewhere(store: TranscriptStore) -> None:
        before = store.transcript(uid).segments
        store.edit(uid, before, before[:2])

    done: list[object] = []
    library_worker.submit(elsewhere, lambda _none: done.append(1))
    qtbot.waitUntil(lambda: bool(done))
    editor.text.select(2, 0, 0)
    editor.text.delete_segment()
    qtbot.waitUntil(lambda: "This correction could not be kept." in editor.banner.text)


def test_leaving_keeps_what_was_typed(editor: EditorPage, stored_texts: StoredTexts) -> None:
    editor.text.set_editing(True)
    editor.text.select(0, 0, 3)
    QTest.keyClicks(editor.text, "Our")
    editor.hide()
    assert stored_texts()[0] == "Our harbour was quiet that morning."


def test_zoom_and_drag(qtbot, editor: EditorPage) -> None:
    wave = editor.waveform
    assert wave.view_s == (0.0, 6.0)
    wave.zoom(2.0, 3.0)
    assert wave.view_s == (pytest.approx(1.5), pytest.approx(4.5))
    chosen: list[float] = []
    wave.seek_requested.connect(chosen.append)
    middle = wave.rect().center()
    QTest.mousePress(wave, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(wave, middle + middle.__class__(wave.width() // 3, 0))
    QTest.mouseRelease(wave, Qt.MouseButton.LeftButton, pos=middle)
    assert wave.view_s[0] == pytest.approx(0.5, abs=0.02)
    assert chosen == []
    wave.show_position(5.9)
    assert wave.view_s[1] == pytest.approx(6.0)
