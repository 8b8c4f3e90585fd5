"""The rows of the queue."""

from __future__ import annotations

from app.ui.transcription import queue_view


def test_only_the_row_that_changed_is_painted_again(qtbot, make_app, clips, monkeypatch) -> None:
    painted: list[int] = []
    paint = queue_view._RowDelegate.paint

    def count(self, painter, option, index) -> None:
        painted.append(index.row())
        paint(self, painter, option, index)

    monkeypatch.setattr(queue_view._RowDelegate, "paint", count)
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips)
    qtbot.waitUntil(lambda: {0, 1, 2} <= set(painted))
    qtbot.wait(200)
    painted.clear()
    app.queue.dataChanged.emit(app.queue.index(1, 0), app.queue.index(1, app.queue.columnCount() - 1))
    qtbot.waitUntil(lambda: bool(painted))
    assert set(painted) == {1}
