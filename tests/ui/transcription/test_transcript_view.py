"""The transcript beside its times."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.transcript.model import Segment
from app.ui.transcription.transcript_view import TranscriptView


def test_the_margin_has_a_time_for_every_paragraph(qtbot: QtBot) -> None:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.show_segments(
        [Segment(0, 0.0, 4.0, "Hallo."), Segment(1, 4.5, 9.0, ""), Segment(2, 9.5, 12.0, "你好。")], 12.5
    )
    assert view.toPlainText() == "Hallo.\n(no speech)\n你好。\nannealing…"
    assert [(start_s, segment) for _, start_s, segment in view.paragraph_rows()] == [
        (0.0, 0),
        (4.5, 1),
        (9.5, 2),
        (12.5, None),
    ]
    view.show_pending(None)
    assert view.toPlainText() == "Hallo.\n(no speech)\n你好。"
    assert view.document().blockCount() == 3
    view.show_segments([])
    assert view.toPlainText() == ""
    view.show_pending(0.0)
    view.show_pending(None)
    assert view.document().blockCount() == 1
    view.append_segment(Segment(0, 0.0, 1.0, "Eins."))
    assert view.toPlainText() == "Eins."
