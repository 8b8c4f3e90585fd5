"""An X server, and another program on it that can be typed into."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.virtual_desktop import running, screen


@pytest.fixture(scope="package")
def x_server() -> Iterator[str]:
    """The name of a display of the tests' own."""
    missing = [program for program in ("Xvfb", "openbox", "xdotool", "setxkbmap") if shutil.which(program) is None]
    if missing:
        pytest.fail(f"Dictation needs a screen. Missing: {' '.join(missing)}.", pytrace=False)
    with screen(dict(os.environ)) as display:
        yield display


@pytest.fixture
def display(x_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The display, as this process and those it starts find it, with the usual keyboard."""
    monkeypatch.setenv("DISPLAY", x_server)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    subprocess.run(["setxkbmap", "us"], check=True)
    return x_server


def press(*arguments: str) -> None:
    """Act on the keyboard, as ``xdotool`` does."""
    subprocess.run(["xdotool", *arguments], check=True, timeout=20)


class Receiver:
    """Another program with the focus."""

    def __init__(self, process: subprocess.Popen[bytes], title: str) -> None:
        self.text = ""
        self._process, self._texts = process, queue.SimpleQueue[str]()
        threading.Thread(target=self._read, daemon=True).start()
        end_s = time.monotonic() + 30
        while title not in self.focused_title():
            assert time.monotonic() < end_s, "it never got the focus"
            time.sleep(0.2)
            search = ["xdotool", "search", "--onlyvisible", "--name", title, "windowfocus"]
            subprocess.run(search, capture_output=True, check=False)

    @staticmethod
    def focused_title() -> str:
        found = subprocess.run(
            ["xdotool", "getwindowfocus", "getwindowname"], capture_output=True, text=True, check=False
        )
        return found.stdout.strip()

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self.text = json.loads(line)

    def wait_for(self, text: str, timeout_s: float = 10) -> str:
        """Wait until its text is ``text``, and return what it is in the end."""
        end_s = time.monotonic() + timeout_s
        while self.text != text and time.monotonic() < end_s:
            time.sleep(0.02)
        return self.text


@pytest.fixture
def start_receiver(display: str) -> Iterator[Callable[[str], Receiver]]:
    with ExitStack() as stack:

        def start(title: str = "Receiver") -> Receiver:
            command = [sys.executable, "-m", "tests.dictation.receiver", title]
            environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
            process = stack.enter_context(running(command, stdout=subprocess.PIPE, env=environment))
            return Receiver(process, title)

        yield start
