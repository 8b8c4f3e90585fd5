"""A second opinion in the editor, by a real, tiny Whisper in the queue's thread."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import wiring
from app.library.word_doubt import doubt_threshold, doubtful_spans
from app.ui.whisper_compare.second_opinion import SecondOpinionController

from .test_dialog import TEXT, WAIT_MS, no_cache, open_editor, whisper  # noqa: F401


def controller_of(app: wiring.App) -> SecondOpinionController:
    (controller,) = app.window.findChildren(SecondOpinionController)
    return controller


@pytest.fixture
def asked(qtbot, no_cache: None, whisper: Path, open_editor) -> wiring.App:  # noqa: F811
    app = open_editor()
    controller_of(app).action.trigger()
    return app


def test_words_that_differ_are_the_first_to_check(qtbot, asked: wiring.App) -> None:
    editor, controller = asked.window.library_controller.editor, controller_of(asked)
    before = editor.edit_session.segments
    qtbot.waitUntil(
        lambda: "Whisper small" in editor.banner.text and "listening" not in editor.banner.text, timeout=WAIT_MS
    )
    assert editor.banner.text == "Whisper small hears 5 of 5 words differently. They are the first to check."
    after = editor.edit_session.segments
    assert [segment.text for segment in after] == [TEXT]
    assert all(word.doubt > was.doubt for word, was in zip(after[0].words, before[0].words, strict=True))
    assert doubtful_spans(after, doubt_threshold(after))
    assert [span.text for span in editor.review_list.doubts] == [TEXT], "all of it differs, and all of it is listed"
    qtbot.waitUntil(lambda: not controller.running, timeout=WAIT_MS)  # its end is an event of its own
    assert editor.edit_session.undo_label == "second opinion"
    editor.edit_session.undo()
    assert editor.edit_session.segments == before


def test_it_can_be_cancelled(qtbot, asked: wiring.App) -> None:
    editor, controller = asked.window.library_controller.editor, controller_of(asked)
    qtbot.waitUntil(lambda: bool(editor.banner.text), timeout=WAIT_MS)
    assert controller.running
    assert editor.banner.button.text() == "Cancel"
    editor.banner.button.click()
    assert not controller.running
    assert editor.banner.text == ""
    qtbot.waitUntil(lambda: not asked.queue.busy, timeout=WAIT_MS)
    assert editor.edit_session.undo_label is None


def test_without_a_second_engine_one_is_offered(qtbot, no_cache: None, open_editor) -> None:  # noqa: F811
    app = open_editor()
    controller_of(app).action.trigger()
    banner = app.window.library_controller.editor.banner
    qtbot.waitUntil(lambda: bool(banner.text), timeout=WAIT_MS)
    assert banner.text == "Whisper small is not here: 971 MB, Apache-2.0."
    assert banner.button.text() == "Download…"
