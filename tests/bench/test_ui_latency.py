"""``anneal bench ui``: what it measures is really measured, in a window without a screen and with a tiny model."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from app import paths
from app.bench.ui_latency import GapMeter, Quantiles, measure
from app.cli import exit_codes, main
from app.ui.canvas.canvas_widget import CanvasWidget
from tests.speech import tiny


@pytest.fixture
def clip() -> Path:
    """A sample that ships with the app."""
    return paths.sample_clips()[0]


def test_a_thread_that_sleeps_is_a_gap(qtbot) -> None:
    meter = GapMeter()
    meter.start()
    QTimer.singleShot(50, lambda: time.sleep(0.2))
    qtbot.wait(400)
    measured = meter.stop()
    assert measured.worst_ms >= 200
    assert measured.count > 3
    assert measured.p50_ms < measured.worst_ms


def test_quantiles_of_nothing_are_nought() -> None:
    assert Quantiles.of([]) == Quantiles(0, 0.0, 0.0, 0.0)
    assert Quantiles.of([1.0, 2.0, 9.0]).worst_ms == 9.0


@pytest.mark.slow
def test_a_window_is_measured(qapp, clip: Path, tmp_path: Path) -> None:
    paint = CanvasWidget.paintEvent
    measured = measure(clip, 3, 2, tiny.write(tmp_path / "model", tiny.model()), "cpu")
    assert len(measured.starts) == 3
    assert all(start.cpu_s > 0 and start.shown_s > 0 for start in measured.starts)
    assert not any(start.torch_imported for start in measured.starts)
    assert measured.steps >= 2
    assert measured.frames.count > 0
    assert measured.gaps.count > 0
    assert measured.device.startswith("cpu")
    for each in measured.cancels:
        assert each.seen_ms > 0
        assert each.stopped_ms > 0
        assert each.step_ms > 0
    assert "aim" in str(measured)
    assert CanvasWidget.paintEvent is paint


def test_without_a_display_there_is_a_sentence(monkeypatch, capsys) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main.main(["bench", "ui", "clip.wav"]) == exit_codes.FAILED
    assert "no display" in capsys.readouterr().err
