"""Tracks whether the window is visible; a hidden one lets segments be decoded in batches."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.speech.options import TranscribeOptions

HIDDEN_BATCH_SIZE = 8
"""Segments per batch while the window is hidden: half as fast again as one by one on a CPU, more on a GPU."""


class WindowVisibility(QObject):
    """Follows a window in the GUI thread; ``visible`` may be read in any thread."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.visible = True
        """False while the window is hidden or minimised."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange):
            self.visible = self._window.isVisible() and not self._window.isMinimized()
        return False

    def batch_options(self, options: TranscribeOptions) -> TranscribeOptions:
        """Return the options, with several segments per batch while the window is hidden."""
        return options if self.visible else replace(options, batch=max(options.batch, HIDDEN_BATCH_SIZE))
