"""The text in paragraphs, and the size of its letters, which is kept."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut

from app.settings import READING_PX_MAX, READING_PX_MIN
from app.transcript.model import Segment
from app.ui.reading.controller import ReadingController
from app.ui.reading.reading_view import ReadingView

SEGMENTS = (
    Segment(0, 0.0, 1.0, "We could hear the ropes.", speaker="Ada"),
    Segment(1, 1.0, 2.0, "And <the> wind.", speaker="Ada"),
    Segment(2, 9.0, 10.0, "Then nothing.", speaker="Bob"),
)


def test_paragraphs_and_speakers_without_times(qtbot) -> None:
    view = ReadingView("Harbour", SEGMENTS, 19)
    qtbot.addWidget(view)
    assert view.text.toPlainText().splitlines() == [
        "Ada", "We could hear the ropes. And <the> wind.", "Bob", "Then nothing.",
    ]  # fmt: skip
    assert view.windowTitle() == "Read: Harbour"


def test_letters_grow_and_shrink_within_bounds(qtbot) -> None:
    view = ReadingView("Harbour", SEGMENTS, READING_PX_MAX - 1)
    qtbot.addWidget(view)
    view.show()
    with qtbot.waitSignal(view.size_chosen) as chosen:
        view.larger.click()
    assert chosen.args == [READING_PX_MAX] == [view.size_px]
    assert not view.larger.isEnabled()
    view.set_size(0)
    assert view.size_px == READING_PX_MIN
    assert not view.smaller.isEnabled()
    assert view.text.font().pixelSize() == READING_PX_MIN
    zoom_in, zoom_out = view.findChildren(QShortcut)
    assert zoom_in.key() == QKeySequence(QKeySequence.StandardKey.ZoomIn)
    zoom_in.activated.emit()
    assert view.size_px > READING_PX_MIN
    zoom_out.activated.emit()
    assert view.size_px == READING_PX_MIN


def test_it_is_opened_from_the_editor_and_keeps_its_size(qtbot, make_app, clips) -> None:
    app = make_app()
    (controller,) = app.window.findChildren(ReadingController)
    controller.action.trigger()
    assert controller.view is None, "nothing is open"
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: bool(app.queue.items) and app.queue.items[0].state.is_final)
    editor = app.window.library_controller.editor
    app.window.library_controller.edit(app.queue.items[0])
    qtbot.waitUntil(lambda: bool(editor.text.toPlainText()))
    controller.action.trigger()
    view = controller.view
    assert view is not None
    assert view.text.toPlainText().startswith("In the evening")
    view.larger.click()
    assert app.window.settings.reading_px == view.size_px == 21
    view.close()
    assert controller.view is None
    controller.action.trigger()
    assert controller.view is not None
    assert controller.view.size_px == 21
    controller.view.close()
