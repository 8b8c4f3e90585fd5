"""Garbage collection in the window's thread only, a little at a time."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 100


class GarbageCollector(QObject):
    """Collects Python's reference cycles in the thread it lives in, and keeps Python from doing it anywhere else.

    By itself Python collects in whichever thread happens to allocate. A cycle may hold a ``QObject``, and one that is
    destroyed outside its own thread while that thread delivers events ends the process. So automatic collection is off in
    a program with a window; this object collects often and little each time. It pauses while a model is loaded: what is
    imported then stays for good and, once it is frozen, is not traversed again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what was imported and built until now stays
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self.resume()

    @Slot()
    def pause(self) -> None:
        self._timer.stop()

    @Slot()
    def freeze(self) -> None:
        gc.freeze()
        self.resume()

    @Slot()
    def resume(self) -> None:
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds."""
        for generation, threshold in reversed(list(enumerate(gc.get_threshold()))):
            if gc.get_count()[generation] > threshold:
                gc.collect(generation)
                return
