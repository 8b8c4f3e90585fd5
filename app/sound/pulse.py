"""The microphones behind a sound server, PulseAudio or PipeWire, by the names a person knows them by. No Qt.

There PortAudio sees one door, called ``pulse``, and not what is behind it: no headset over Bluetooth, no microphone that was
plugged in a moment ago. The server is asked by its own tool, and told by the variable that its library reads.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

PULSE_DEVICE = "pulse"
"""What PortAudio calls the sound server."""
PACTL = "pactl"
PACTL_TIMEOUT_S = 3.0
POLL_INTERVAL_S = 1.0


@dataclass(frozen=True)
class PulseSource:
    name: str
    """As the server calls it."""
    title: str
    """As a person would."""
    is_default: bool


def list_sources() -> list[PulseSource]:
    """The microphones of the sound server, the default first; none where there is no server or nobody to ask it."""
    if not sys.platform.startswith("linux") or shutil.which(PACTL) is None:
        return []
    default = _pactl("info").get("default_source_name", "")
    listed = _pactl("list", "sources") or []
    titles = _titles(listed)
    found = [
        PulseSource(each["name"], titles[each["name"]], each["name"] == default)
        for each in listed
        if each["name"] == default or not each.get("monitor_source")  # what a loudspeaker plays is no microphone
    ]
    return sorted(found, key=lambda source: not source.is_default)


def _titles(listed: list[dict[str, Any]]) -> dict[str, str]:
    """What to call each source: its description, with its name where there are two of a kind."""
    called = {each["name"]: each.get("description") or each["name"] for each in listed}
    twice = {title for title, count in Counter(called.values()).items() if count > 1}
    return {name: f"{title} ({name})" if title in twice else title for name, title in called.items()}


def current_source() -> str:
    """The title of the source that this process records from; empty where that is not known."""
    streams = _pactl("list", "source-outputs") or []
    own = [each for each in streams if each["properties"].get("application.process.id") == str(os.getpid())]
    listed = _pactl("list", "sources") or []
    names = [each["name"] for each in listed if own and each["index"] == own[0]["source"]]
    return _titles(listed)[names[0]] if names else ""


@contextmanager
def watch_moves(source: PulseSource | None) -> Iterator[Callable[[], str]]:
    """Gives a function that says where the server has moved a recording to: when a microphone goes away, it takes another.

    It says each title once, and nothing is empty. The server is asked in a thread, for its answer may take a while.
    """
    moves: queue.SimpleQueue[str] = queue.SimpleQueue()
    over = threading.Event()

    def look(now: str) -> None:
        while not over.wait(POLL_INTERVAL_S):
            before, now = now, current_source() or now
            if now != before:
                moves.put(now)

    if source is not None:
        threading.Thread(target=look, args=(source.title,), daemon=True).start()
    try:
        yield lambda: "" if moves.empty() else moves.get()
    finally:
        over.set()


@contextmanager
def select_source(source: PulseSource | None) -> Iterator[None]:
    """What is opened through the door meanwhile hears this source; None leaves that to the server."""
    before = os.environ.get("PULSE_SOURCE")
    if source is not None:
        os.environ["PULSE_SOURCE"] = source.name
    try:
        yield
    finally:
        if source is not None:
            del os.environ["PULSE_SOURCE"]
            if before is not None:
                os.environ["PULSE_SOURCE"] = before


def _pactl(*question: str) -> Any:
    """The tool's answer; an empty one where it has none."""
    command = [PACTL, "--format=json", *question]
    plainly = {**os.environ, "LC_ALL": "C.UTF-8"}  # else it writes numbers with a comma, which is not JSON
    try:
        answer = subprocess.run(command, env=plainly, capture_output=True, timeout=PACTL_TIMEOUT_S, check=True)
        return json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return {}
