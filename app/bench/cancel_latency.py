"""Latency of cancelling a file: until the screen shows it, and until the worker thread has stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from app.speech.events import CanvasStep
from app.wiring import App

TARGET = "on screen within 200 ms, stopped within one step"


@dataclass(frozen=True)
class CancelLatency:
    """Times of one file that was cancelled while a canvas was being denoised."""

    seen_ms: float
    """From the key until the list of files has been repainted."""
    stopped_ms: float
    """From the key until the worker thread has stopped."""
    step_ms: float
    """The longest denoising step until then."""


def measure_cancel(
    app: App, clip: Path, after_steps: int, wait_for: Callable[[Callable[[], object]], None]
) -> CancelLatency | None:
    """Begin to transcribe ``clip`` and cancel after so many steps; return None where it was done by then."""
    steps_ms: list[float] = []
    ended_s: list[float] = []

    def record_step(_item: object, event: object) -> None:
        if isinstance(event, CanvasStep):
            steps_ms.append(event.step_ms)

    def record_end() -> None:
        ended_s.append(time.perf_counter())

    app.queue.reported.connect(record_step)
    app.queue.idled.connect(record_end)
    paint_watcher = _PaintWatcher(app.window.sidebar.queue_view.viewport())
    try:
        [item] = app.queue.add([clip])
        wait_for(lambda: len(steps_ms) >= after_steps or ended_s)
        if ended_s:
            return None
        paint_watcher.painted_at_s.clear()
        start_s = time.perf_counter()
        app.window.actions_by_name["cancel"].trigger()
        wait_for(lambda: paint_watcher.painted_at_s and ended_s)
        app.queue.remove(item)
        seen_ms, stopped_ms = ((times_s[0] - start_s) * 1000 for times_s in (paint_watcher.painted_at_s, ended_s))
        return CancelLatency(seen_ms, stopped_ms, max(steps_ms))
    finally:
        app.queue.reported.disconnect(record_step)
        app.queue.idled.disconnect(record_end)
        paint_watcher.stop()


class _PaintWatcher(QObject):
    """Records when a widget has been painted: when the event loop runs again after its paint event."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.painted_at_s: list[float] = []
        self._widget = widget
        widget.installEventFilter(self)

    def stop(self) -> None:
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002  Qt's own name and arguments
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, lambda: self.painted_at_s.append(time.perf_counter()))
        return False
