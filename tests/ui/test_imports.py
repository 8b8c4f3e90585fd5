"""What may not be imported where: seen from outside, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("app.wiring", "torch transformers sounddevice librosa huggingface_hub"),
        ("app.ui.main_window", "torch transformers sounddevice"),
        ("app.wiring", "app.ui.about app.ui.settings.dialog app.ui.models.dialog app.ui.library.export_dialog"),
        ("app.wiring", "app.ui.replay_export.dialog app.ui.whisper_compare.dialog multiprocessing numpy.ma"),
        ("app.jobs.transcription_queue", "torch transformers PySide6.QtWidgets"),
        ("app.jobs.queue_item", "PySide6.QtWidgets torch"),
        ("app.library.recordings", "PySide6 torch"),
        ("app.sound.microphone", "PySide6 torch sounddevice"),
        ("app.settings", "PySide6 torch"),
        ("app.paths", "PySide6 torch numpy"),
    ],
)
def test_stays_light(module: str, forbidden: str) -> None:
    script = f"import {module}, sys; print(*[name for name in {forbidden.split()!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
