"""The keyboard's focus can be seen wherever Tab leads."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from app import paths

from .scripted_engine import ScriptedEngine
from .test_main_window import drop

SEEN_VALUES = 100
"""Changed color values of a widget's picture from which its focus is seen: about 40 pixels."""
SETTLE_MS = 200


def picture(top: QWidget, rect: QRect) -> NDArray[np.int16]:
    """Return the pixels of a part of a window as ``(height, 4 * width)``."""
    image = top.grab(rect).toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].astype(np.int16)


def unseen(qapp: QApplication, top: QWidget) -> list[str]:
    """Return the widgets of a window that look the same with and without the focus."""
    found = []
    for widget in top.findChildren(QWidget):
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not by_tab or not widget.isEnabled() or widget.window() is not top or widget.visibleRegion().isEmpty():
            continue
        place = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4) & top.rect()
        pictures = []
        for focused in (False, True):
            widget.clearFocus()
            if focused:
                widget.setFocus(Qt.FocusReason.TabFocusReason)
            for _ in range(3):
                qapp.processEvents()
            pictures.append(picture(top, place))
        if (np.abs(pictures[0] - pictures[1]) > 30).sum() < SEEN_VALUES:
            found.append(f"{type(widget).__name__} {widget.accessibleName()}")
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_focus_is_seen_on_every_page(qtbot, qapp, make_app, clips, theme: str) -> None:
    app = make_app(ScriptedEngine(word_times=True), samples=tuple(paths.sample_clips()), theme=theme)
    window = app.window
    window.activateWindow()
    found = {"welcome": unseen(qapp, window)}
    with qtbot.waitSignal(app.queue.idled):
        drop(window, clips[:2])
    window.transcription_page.player.watch_requested.emit()
    qtbot.wait(SETTLE_MS)
    found["file"] = unseen(qapp, window)
    window.library_controller.show_library()
    qtbot.wait(SETTLE_MS)
    found["library"] = unseen(qapp, window)
    window.library_controller.edit(app.queue.items[0])
    editor = window.library_controller.editor
    qtbot.waitUntil(lambda: editor.entry is not None)
    editor.named_actions["find"].trigger()
    qtbot.wait(SETTLE_MS)
    found["editor"] = unseen(qapp, window)
    window.dialogs.show_settings()
    dialog = window.dialogs.settings_dialog
    for row in range(dialog.sections.count()):
        dialog.sections.setCurrentRow(row)
        qtbot.wait(SETTLE_MS)
        found[f"settings {row}"] = unseen(qapp, dialog)
    dialog.close()
    assert not {page: widgets for page, widgets in found.items() if widgets}
