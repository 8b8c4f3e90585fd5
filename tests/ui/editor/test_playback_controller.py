"""Playback from a word and in a loop, and a source that is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from app.jobs.library_worker import LibraryWorker
from app.ui.editor.editor_page import EditorPage


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
    [*_, mark] = editor.text.extraSelections()  # after the underlines of words to check
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
    qtbot.waitUntil(lambda: "has moved or was deleted" in editor.banner.text)
    library_worker.submit(lambda store: store.relink(uid, other))
    editor.open(uid)
    qtbot.waitUntil(lambda: editor.banner.text == "")
    qtbot.waitUntil(lambda: len(editor.waveform.peaks) == 600)
