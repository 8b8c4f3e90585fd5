"""Latency of the window: ``anneal bench ui``. With ``cancel_latency`` the one benchmark that needs Qt, and a display.

Four things are measured in the real window, with the real model and a real clip:

- cold start: from the start of a process until its window is on screen, and whether torch was imported by then;
- event-loop gaps: how late a timer of 5 ms fires in the window's thread while files are transcribed;
- canvas frames: how long one repaint of the canvas takes meanwhile;
- cancelling: time until the screen shows it, and until the work has stopped.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from app import wiring
from app.errors import AnnealError
from app.jobs.lazy_transcriber import LazyTranscriber
from app.paths import Folders
from app.speech.events import CanvasStep, ModelReady
from app.ui.canvas.canvas_widget import CanvasWidget

from .cancel_latency import TARGET as CANCEL_TARGET
from .cancel_latency import CancelLatency, measure_cancel

START_MODULE = f"{__package__}.window_start"
POLL_INTERVAL_MS = 5
COLD_STARTS = 3
CANCEL_COUNT = 8
MODEL_TIMEOUT_S = 600.0
DONE_TIMEOUT_S = 3600.0
TARGETS = {
    "cold start": "under 1.5 s",
    "event loop": "p95 under 25 ms, worst under 100 ms",
    "canvas": "p95 under 16.7 ms",
}


class GapMeter(QObject):
    """Records the time between turns of the event loop, in ms; it asks for one every 5 ms."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps_ms: list[float] = []
        self._timer = QTimer(self, interval=POLL_INTERVAL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_turn)
        self._last_s = time.perf_counter()

    def start(self) -> None:
        """Begin to record."""
        self._last_s = time.perf_counter()
        self._timer.start()

    def stop(self) -> Quantiles:
        """Stop and return the quantiles of all gaps."""
        self._timer.stop()
        return Quantiles.of(self.gaps_ms)

    @Slot()
    def _on_turn(self) -> None:
        now_s = time.perf_counter()
        self.gaps_ms.append((now_s - self._last_s) * 1000)
        self._last_s = now_s


@dataclass(frozen=True)
class Quantiles:
    """Quantiles of durations in ms."""

    count: int
    p50_ms: float
    p95_ms: float
    worst_ms: float

    @classmethod
    def of(cls, values_ms: list[float]) -> Quantiles:
        p50, p95, worst = np.quantile(values_ms or [0.0], [0.5, 0.95, 1.0])
        return cls(len(values_ms), float(p50), float(p95), float(worst))

    def __str__(self) -> str:
        return f"p50 {self.p50_ms:5.1f} ms   p95 {self.p95_ms:5.1f} ms   worst {self.worst_ms:6.1f} ms   ({self.count})"


@dataclass(frozen=True)
class ColdStart:
    """One start of a process with a window."""

    shown_s: float
    """From the start of the process until the window is exposed and painted."""
    cpu_s: float
    """CPU time of the process until then: the whole cost where nothing else runs."""
    torch_imported: bool


@dataclass(frozen=True)
class UiLatency:
    """All results."""

    starts: list[ColdStart]
    gaps: Quantiles
    frames: Quantiles
    steps: int
    """Denoising steps meanwhile."""
    work_s: float
    device: str
    cancels: list[CancelLatency]
    """One for each file that was cancelled half-way."""

    def __str__(self) -> str:
        shown = ", ".join(f"{start.shown_s:.2f} s ({start.cpu_s:.2f} s of CPU)" for start in self.starts)
        load, cores = psutil.getloadavg()[0], psutil.cpu_count() or 1
        busy = f"\nThis computer is busy: {load:.1f} programs want its {cores} cores." if load > cores else ""
        torch = (
            "with torch imported" if any(start.torch_imported for start in self.starts) else "torch not yet imported"
        )
        seen, stopped, longest = (
            Quantiles.of([getattr(each, name) for each in self.cancels])
            for name in ("seen_ms", "stopped_ms", "step_ms")
        )
        return (
            f"cold start   {shown}; {torch}   (aim: {TARGETS['cold start']})\n"
            f"event loop   {self.gaps}   (aim: {TARGETS['event loop']})\n"
            f"canvas       {self.frames}   (aim: {TARGETS['canvas']})\n"
            f"cancel       seen p50 {seen.p50_ms:.0f} ms, worst {seen.worst_ms:.0f} ms; stopped p50 {stopped.p50_ms:.0f} ms,"
            f" worst {stopped.worst_ms:.0f} ms; longest step {longest.worst_ms:.0f} ms   ({seen.count}; aim: {CANCEL_TARGET})\n"
            f"meanwhile    {self.steps} denoising steps in {self.work_s:.1f} s on {self.device}{busy}"
        )


def measure(clip: Path, steps: int, times: int, model: Path | None, device: str) -> UiLatency:
    """Transcribe ``clip`` ``times`` times in a window and measure. Raises ``AnnealError`` where that fails."""
    starts = [_measure_cold_start() for _ in range(COLD_STARTS)]
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder, _paint_times_of(CanvasWidget) as frames_ms:
        app = wiring.build(application, Folders.under(Path(folder)), LazyTranscriber(model, device), [])
        failures: list[AnnealError] = []
        models: list[ModelReady] = []
        app.queue.model_ready.connect(models.append)
        app.queue.model_failed.connect(failures.append)
        app.show()
        _wait_for(lambda: models or failures, MODEL_TIMEOUT_S)
        if failures:
            raise failures[0]
        app.window.settings_controller.change(steps=steps)
        attempts = [measure_cancel(app, clip, after, _wait_patiently) for after in range(1, CANCEL_COUNT + 1)]
        steps_done = 0

        def count_steps(_item: object, event: object) -> None:
            nonlocal steps_done
            steps_done += isinstance(event, CanvasStep)

        app.queue.reported.connect(count_steps)
        gaps = GapMeter()
        frames_ms.clear()
        gaps.start()
        start_s = time.perf_counter()
        items = app.queue.add([clip] * times)
        _wait_for(lambda: not app.queue.unfinished, DONE_TIMEOUT_S)
        work_s = time.perf_counter() - start_s
        gap_quantiles, frames = gaps.stop(), Quantiles.of(frames_ms)
        device_used = f"{models[-1].device}, {models[-1].precision}"
        app.window.hide()
        app.shut_down()
        errors = [item.error for item in items if item.error is not None]
        if errors:
            raise errors[0]
        return UiLatency(
            starts, gap_quantiles, frames, steps_done, work_s, device_used, [each for each in attempts if each]
        )


def _wait_patiently(condition: Callable[[], object]) -> None:
    _wait_for(condition, DONE_TIMEOUT_S)


def _wait_for(condition: Callable[[], object], timeout_s: float) -> None:
    """Run the event loop until a condition holds. Raises ``AnnealError`` when it takes too long."""
    loop = QEventLoop()
    end_s = time.perf_counter() + timeout_s

    def poll() -> None:
        if condition() or time.perf_counter() > end_s:
            loop.quit()

    timer = QTimer(interval=50)
    timer.timeout.connect(poll)
    timer.start()
    loop.exec()
    timer.stop()
    if not condition():
        raise AnnealError("The measurement took too long.", "", "Close other programs and try again.")


@contextmanager
def _paint_times_of(kind: type[CanvasWidget]) -> Iterator[list[float]]:
    """Record the ms of each repaint of widgets that are made while this is entered: Qt caches the method it calls first."""
    paint_ms: list[float] = []
    paint = kind.paintEvent

    def timed(self: CanvasWidget, event: QPaintEvent) -> None:
        start_s = time.perf_counter()
        paint(self, event)
        paint_ms.append((time.perf_counter() - start_s) * 1000)

    kind.paintEvent = timed  # type: ignore[method-assign]
    try:
        yield paint_ms
    finally:
        kind.paintEvent = paint  # type: ignore[method-assign]


def _measure_cold_start() -> ColdStart:
    """Start another process that opens the window and reports when it was on screen."""
    start_s = time.time()
    done = subprocess.run([sys.executable, "-m", START_MODULE], capture_output=True, text=True, check=False)
    try:
        report = json.loads(done.stdout.strip().splitlines()[-1])
    except (ValueError, IndexError) as error:
        raise AnnealError(
            "The window did not open.", "{reason}", reason="".join(done.stderr.strip().splitlines()[-1:])
        ) from error
    return ColdStart(report["shown_at_s"] - start_s, report["cpu_s"], report["torch_imported"])
