"""How soon a cancelled file has stopped: on the screen, and in the thread that works on it."""

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
    """Of one file, cancelled while a canvas was being denoised; in ms."""

    seen_ms: float
    """From the key until the list of files has been painted anew."""
    stopped_ms: float
    """From the key until the thread has let go."""
    step_ms: float
    """The longest denoising step until then."""


def measure_cancel(
    app: App, clip: Path, after_steps: int, wait_for: Callable[[Callable[[], object]], None]
) -> CancelLatency | None:
    """Begin to transcribe ``clip`` and cancel after so many steps; None where it was done by then."""
    steps_ms: list[float] = []
    ended_s: list[float] = []

    def note(_item: object, event: object) -> None:
        if isinstance(event, CanvasStep):
            steps_ms.append(event.step_ms)

    def end() -> None:
        ended_s.append(time.perf_counter())

    app.queue.reported.connect(note)
    app.queue.idled.connect(end)
    painted = _Painted(app.window.sidebar.queue_view.viewport())
    try:
        [item] = app.queue.add([clip])
        wait_for(lambda: len(steps_ms) >= after_steps or ended_s)
        if ended_s:
            return None
        painted.at_s.clear()
        began_s = time.perf_counter()
        app.window.actions_by_name["cancel"].trigger()
        wait_for(lambda: painted.at_s and ended_s)
        app.queue.remove(item)
        seen_ms, stopped_ms = ((at_s[0] - began_s) * 1000 for at_s in (painted.at_s, ended_s))
        return CancelLatency(seen_ms, stopped_ms, max(steps_ms))
    finally:
        app.queue.reported.disconnect(note)
        app.queue.idled.disconnect(end)
        painted.forget()


class _Painted(QObject):
    """Notes when a widget has been painted: when the event loop comes back after it."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.at_s: list[float] = []
        self._widget = widget
        widget.installEventFilter(self)

    def forget(self) -> None:
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, lambda: self.at_s.append(time.perf_counter()))
        return False
