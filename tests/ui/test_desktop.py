"""Progress on the launcher's icon, and notifications, as they arrive on a session bus of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

SENDER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from app.ui.desktop import notify, show_progress
app = QApplication([])
show_progress(0.5)
notify(QWidget(), "Done", "lecture.wav")
show_progress(None)
QTimer.singleShot(50, app.quit)
app.exec()
"""


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="no session bus can be started here")
def test_bus_gets_progress_and_notification() -> None:
    watched = (
        "import subprocess, sys\n"
        "monitor = subprocess.Popen(['dbus-monitor', '--session'], stdout=subprocess.PIPE, text=True)\n"
        "monitor.stdout.readline()\n"
        f"subprocess.run([sys.executable, '-c', {SENDER!r}], check=True)\n"
        "seen = ''\n"
        "while 'progress-visible' not in seen or 'boolean false' not in seen:\n"
        "    seen += monitor.stdout.readline()\n"
        "monitor.kill()\n"
        "print(seen)\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = ["dbus-run-session", "--", sys.executable, "-c", watched]
    seen = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True).stdout
    launcher, _, rest = seen.partition("member=AddNotification")
    assert 'string "application://app.anneal.Anneal.desktop"' in launcher
    assert "double 0.5" in launcher
    assert 'string "lecture.wav"' in rest


def test_without_a_bus_nothing_happens(qapp) -> None:
    command = [sys.executable, "-c", SENDER + "assert 'PySide6.QtDBus' not in sys.modules\n"]
    environment = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
    subprocess.run(command, env={**environment, "QT_QPA_PLATFORM": "offscreen"}, timeout=60, check=True)
