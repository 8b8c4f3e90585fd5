"""A second start finds the first, in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.jobs.single_instance import FirstInstance, hand_over_files, server_name

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.jobs.single_instance import hand_over_files
app = QCoreApplication([])
print(hand_over_files(sys.argv[1], [Path(name) for name in sys.argv[2:]]))
"""
DYING = """
import os, sys
from PySide6.QtCore import QCoreApplication
from app.jobs.single_instance import FirstInstance
app = QCoreApplication([])
first = FirstInstance(sys.argv[1])
print(first.listening, flush=True)
os.kill(os.getpid(), 9)
"""


def run(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def test_a_second_start_hands_over_its_files(qtbot, tmp_path: Path) -> None:
    name = server_name(tmp_path)
    first = FirstInstance(name)
    assert first.listening
    with qtbot.waitSignal(first.files_received, timeout=30_000) as called:
        second = run(SECOND, name, tmp_path / "Größe 三.wav", "relative.mp3")
    assert called.args == [[tmp_path / "Größe 三.wav", Path(__file__).parents[2] / "relative.mp3"]]
    out, _ = second.communicate(timeout=30)
    assert out.strip() == "True"
    first.close()


def test_alone_there_is_nobody_to_hand_over_to(qapp, tmp_path: Path) -> None:
    assert not hand_over_files(server_name(tmp_path), [Path("a.wav")])


def test_one_that_was_killed_is_succeeded(qtbot, tmp_path: Path) -> None:
    name = server_name(tmp_path)
    out, _ = run(DYING, name).communicate(timeout=30)
    assert out.strip() == "True"
    first = FirstInstance(name)
    assert first.listening
    with qtbot.waitSignal(first.files_received, timeout=30_000):
        second = run(SECOND, name)
    assert second.communicate(timeout=30)[0].strip() == "True"
    first.close()
