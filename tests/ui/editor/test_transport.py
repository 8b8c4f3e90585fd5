"""The editor's page has library_controller for itself in every language, in the smallest window too."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from app.jobs.queue_item import QueueState
from app.ui.editor.transport import Transport
from app.ui.interface_language import LANGUAGE_NAMES
from tests.ui.conftest import MakeApp
from tests.ui.scripted_engine import ScriptedEngine
from tests.ui.test_interface_language import cut_off, overlapping, switch

PARTS = (QAbstractButton, QComboBox, QLabel, QLineEdit)


def boxes(page: QWidget, parts: tuple[type[QWidget], ...] = PARTS) -> dict[QWidget, QRect]:
    """Where the parts of a page that can be seen are, written on or painted."""
    return {
        part: QRect(part.mapTo(page, QPoint(0, 0)), part.size())
        for part in page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(part, parts) and part.isVisible()
    }


def faults(page: QWidget, transport: Transport) -> list[str]:
    found = cut_off(page) + overlapping(page)
    parts = boxes(transport)
    for part, box in parts.items():
        if not transport.rect().contains(box):
            found.append(f"{part!r} leaves its row")
        if part.width() < part.minimumSizeHint().width() or part.height() < part.minimumSizeHint().height():
            found.append(f"{part!r} has {part.width()}x{part.height()}")
    found += [f"{one!r} over {two!r}" for one, two in combinations(parts, 2) if parts[one].intersects(parts[two])]
    return found


@pytest.mark.parametrize(("width", "height"), [(940, 620), (1280, 800)])
@pytest.mark.parametrize("duration_s", [61.0, 7_261.0])
def test_nothing_lies_over_anything(
    qtbot, make_app: MakeApp, clips: list[Path], width: int, height: int, duration_s: float
) -> None:
    app = make_app(ScriptedEngine(word_times=True))
    window, editor = app.window, app.window.library_controller.editor
    window.resize(width, height)
    with qtbot.waitSignal(app.queue.idled, timeout=30_000):
        window.add_paths(clips[:1])
    [item] = app.queue.items
    assert item.state is QueueState.DONE
    window.library_controller.edit(item)
    qtbot.waitUntil(lambda: editor.isVisible() and bool(editor.text.segments))
    editor.transport.show_time(duration_s, duration_s)
    assert (window.width(), window.height()) == (width, height)
    wrong = []
    for code in LANGUAGE_NAMES:
        switch(qtbot, window, code)
        found: list[str] = []
        for _ in range(30):  # texts and layouts get their time
            found = faults(editor, editor.transport)
            if not found:
                break
            qtbot.wait(100)
        wrong += [f"{code}: {each}" for each in found]
    assert not wrong, "\n".join(wrong)
