"""The transcript beside its times."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.transcript.model import Segment
from app.ui.transcription.transcript_view import TranscriptView


def test_a_long_pause_is_one_paragraph_without_text(qtbot: QtBot) -> None:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.show_segments([Segment(0, 0.0, 6.0, ""), Segment(1, 6.0, 12.0, ""), Segment(2, 12.0, 40.0, "")], 40.0)
    assert [(start_s, segment) for _, start_s, segment in view.paragraph_rows()] == [(0.0, None), (40.0, None)]
    view.append_segment(Segment(3, 40.0, 42.0, "Hallo."))
    view.append_segment(Segment(4, 42.0, 47.0, ""))
    assert view.toPlainText() == "\nHallo."
    assert [(start_s, segment) for _, start_s, segment in view.paragraph_rows()] == [(0.0, None), (40.0, 3)]
    assert view.document().blockCount() == 2


def test_a_pause_that_grows_keeps_times_beside_their_lines(qtbot: QtBot) -> None:
    view = TranscriptView()
    qtbot.addWidget(view)
    segments = [
        Segment(0, 0.0, 5.0, "a"),
        Segment(1, 5.0, 18.0, ""),
        Segment(2, 18.0, 19.0, ""),
        Segment(3, 19.0, 22.0, "b"),
    ]
    for segment in segments:
        view.show_pending(segment.start_s)
        view.append_segment(segment)
    assert view.toPlainText() == "a\n\nb"
    assert [(start_s, segment) for _, start_s, segment in view.paragraph_rows()] == [(0.0, 0), (5.0, None), (19.0, 3)]
    view.show_segments(segments)
    assert view.toPlainText() == "a\n\nb"


def test_the_margin_has_a_time_for_every_paragraph(qtbot: QtBot) -> None:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.show_segments(
        [Segment(0, 0.0, 4.0, "Hallo."), Segment(1, 4.5, 9.0, ""), Segment(2, 9.5, 12.0, "你好。")], 12.5
    )
    assert view.toPlainText() == "Hallo.\n你好。\nannealing…"
    assert [(start_s, segment) for _, start_s, segment in view.paragraph_rows()] == [
        (0.0, 0),
        (9.5, 2),
        (12.5, None),
    ]
    view.show_pending(None)
    assert view.toPlainText() == "Hallo.\n你好。"
    assert view.document().blockCount() == 2
    view.show_segments([])
    assert view.toPlainText() == ""
    view.show_pending(0.0)
    view.show_pending(None)
    assert view.document().blockCount() == 1
    view.append_segment(Segment(0, 0.0, 1.0, "Eins."))
    assert view.toPlainText() == "Eins."


def lines(count: int) -> list[Segment]:
    return [Segment(index, index * 5.0, index * 5.0 + 4.0, f"Line {index}.") for index in range(count)]


def test_the_newest_line_stays_in_sight_when_the_window_is_resized(qtbot: QtBot) -> None:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.set_live(True)
    view.show_segments(lines(40), 200.0)
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    for size in ((500, 180), (320, 240), (640, 300)):
        view.resize(*size)
        assert bar.value() == bar.maximum() > 0
    view.append_segment(Segment(40, 200.0, 204.0, "The newest line."))
    assert bar.value() == bar.maximum()
    assert view.pinned
    assert not view.newest_button.isVisible()


def test_only_the_users_own_scrolling_lets_the_newest_line_go(qtbot: QtBot) -> None:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.set_live(True)
    view.show_segments(lines(40))
    bar = view.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderPageStepSub)
    assert not view.pinned
    assert view.newest_button.isVisible()
    seen = bar.value()
    view.append_segment(Segment(40, 200.0, 204.0, "The newest line."))
    view.resize(500, 260)
    assert bar.value() == seen < bar.maximum()
    view.newest_button.click()
    assert bar.value() == bar.maximum()
    assert view.pinned
    assert not view.newest_button.isVisible()
    view.set_live(False)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    assert not view.newest_button.isVisible()  # nothing newer will come
