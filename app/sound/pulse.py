"""The microphones behind a sound server, PulseAudio or PipeWire, by the names a person knows them by. No Qt.

There PortAudio sees one door, called ``pulse``, and not what is behind it: no headset over Bluetooth, no microphone that was
plugged in a moment ago. The server is asked by its own tool, and told by the variable that its library reads.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

DOOR = "pulse"
"""What PortAudio calls the sound server."""
TOOL = "pactl"
ANSWER_WITHIN_S = 3.0


@dataclass(frozen=True)
class Source:
    name: str
    """As the server calls it."""
    title: str
    """As a person would."""
    is_default: bool


def sources() -> list[Source]:
    """The microphones of the sound server, the default first; none where there is no server or nobody to ask it."""
    if not sys.platform.startswith("linux") or shutil.which(TOOL) is None:
        return []
    default = _asked("info").get("default_source_name", "")
    found: list[Source] = []
    for each in _asked("list", "sources") or []:
        is_default = each["name"] == default
        if is_default or not each.get(
            "monitor_source"
        ):  # what a loudspeaker plays is no microphone, unless it is wanted
            found.append(Source(each["name"], each.get("description") or each["name"], is_default))
    titles = [source.title for source in found]
    found = [
        Source(each.name, f"{each.title} ({each.name})", each.is_default) if titles.count(each.title) > 1 else each
        for each in found
    ]
    return sorted(found, key=lambda source: not source.is_default)


@contextmanager
def listening_to(source: Source | None) -> Iterator[None]:
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


def _asked(*question: str) -> Any:
    """The tool's answer; an empty one where it has none."""
    command = [TOOL, "--format=json", *question]
    plainly = {**os.environ, "LC_ALL": "C.UTF-8"}  # else it writes numbers with a comma, which is not JSON
    try:
        answer = subprocess.run(command, env=plainly, capture_output=True, timeout=ANSWER_WITHIN_S, check=True)
        return json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return {}
