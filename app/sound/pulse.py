"""Microphones of a sound server (PulseAudio or PipeWire), by their descriptions, and what the computer plays. No Qt.

PortAudio sees one device, called ``pulse``, and not the server's sources: no Bluetooth headset, no microphone that was
plugged in a moment ago. ``pactl`` lists them, and the environment variable ``PULSE_SOURCE`` selects one.
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
"""PortAudio's name for the sound server."""
PACTL = "pactl"
PAREC = "parec"
PACTL_TIMEOUT_S = 3.0
LATENCY_MS = 50
POLL_INTERVAL_S = 1.0


@dataclass(frozen=True)
class PulseSource:
    name: str
    """The server's name for it."""
    title: str
    """Its description, for the user."""
    is_default: bool


def list_sources() -> list[PulseSource]:
    """List the server's microphones, the default first; none without a server or ``pactl``."""
    if not sys.platform.startswith("linux") or shutil.which(PACTL) is None:
        return []
    default = _pactl("info").get("default_source_name", "")
    listed = _pactl("list", "sources") or []
    titles = _titles(listed)
    sources = [
        PulseSource(source["name"], titles[source["name"]], source["name"] == default)
        for source in listed
        if source["name"] == default or not source.get("monitor_source")  # a monitor records what a loudspeaker plays
    ]
    return sorted(sources, key=lambda source: not source.is_default)


def find_monitor() -> PulseSource | None:
    """What the computer plays on its default output; None without a server or its programs."""
    if not sys.platform.startswith("linux") or shutil.which(PACTL) is None or shutil.which(PAREC) is None:
        return None
    sink = _pactl("info").get("default_sink_name", "")
    listed = _pactl("list", "sources") or []
    titles = _titles(listed)
    names = [source["name"] for source in listed if sink and source.get("monitor_source") == sink]
    return PulseSource(names[0], titles[names[0]], False) if names else None


class MonitorStream:
    """Sound of a source as 16 kHz mono int16, by the server's own program ``parec``: beside PortAudio's stream, or alone."""

    def __init__(self, source: PulseSource, block_bytes: int, on_block: Callable[[bytes], object]) -> None:
        """``on_block`` gets each block, in a thread of the stream's."""
        self._source, self._block_bytes, self._on_block = source, block_bytes, on_block
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._read, name="monitor", daemon=True)

    @property
    def active(self) -> bool:
        """Whether sound still comes."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin to record. Raises ``OSError``."""
        command = [PAREC, "--raw", "--format=s16le", "--rate=16000", "--channels=1", f"--latency-msec={LATENCY_MS}"]
        self._process = subprocess.Popen(
            [*command, f"--device={self._source.name}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in a terminal is for us, who end it when its last sound is read
        )
        self._thread.start()

    def stop(self) -> None:
        """End; returns when the last block was handed over."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._thread.join()

    def close(self) -> None:
        self.stop()
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()

    def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        while block := self._process.stdout.read(self._block_bytes):
            self._on_block(block[: len(block) // 2 * 2])


def _titles(listed: list[dict[str, Any]]) -> dict[str, str]:
    """Title of each source by name: its description, with the name added where two are equal."""
    titles = {source["name"]: source.get("description") or source["name"] for source in listed}
    ambiguous = {title for title, count in Counter(titles.values()).items() if count > 1}
    return {name: f"{title} ({name})" if title in ambiguous else title for name, title in titles.items()}


def current_source() -> str:
    """Title of the source that this process records from; empty if unknown."""
    streams = _pactl("list", "source-outputs") or []
    process_id = str(os.getpid())
    indexes = [
        stream["source"] for stream in streams if stream["properties"].get("application.process.id") == process_id
    ]
    listed = _pactl("list", "sources") or []
    names = [source["name"] for source in listed if source["index"] in indexes[:1]]
    return _titles(listed)[names[0]] if names else ""


@contextmanager
def watch_moves(source: PulseSource | None) -> Iterator[Callable[[], str]]:
    """Watch whether the server moves the recording to another source, as it does when a microphone is unplugged.

    Yields:
        A function that returns the title of the new source once, else an empty string. A thread polls the server, as its
        answer may take a while.
    """
    moves: queue.SimpleQueue[str] = queue.SimpleQueue()
    ended = threading.Event()

    def poll(title: str) -> None:
        while not ended.wait(POLL_INTERVAL_S):
            previous, title = title, current_source() or title
            if title != previous:
                moves.put(title)

    if source is not None:
        threading.Thread(target=poll, args=(source.title,), daemon=True).start()
    try:
        yield lambda: "" if moves.empty() else moves.get()
    finally:
        ended.set()


@contextmanager
def select_source(source: PulseSource | None) -> Iterator[None]:
    """Let streams that are opened in the block record this source; None leaves the choice to the server."""
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


def _pactl(*arguments: str) -> Any:
    """Run ``pactl`` and return its JSON; an empty dict if it fails."""
    command = [PACTL, "--format=json", *arguments]
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
    }  # else it may write numbers with a decimal comma, which is no JSON
    try:
        answer = subprocess.run(command, env=environment, capture_output=True, timeout=PACTL_TIMEOUT_S, check=True)
        return json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return {}
