"""Write-ahead journal of a transcript: one JSON event a line, appended and synced.

The database is built from the journals and can be rebuilt from them. A process killed while it appends leaves a torn last
line; readers skip it, like any line that was damaged later.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from app.atomic_write import atomic_write, sync_folder

JournalEvent: TypeAlias = dict[str, Any]
JOURNAL_SUFFIX = ".jsonl"


@dataclass(frozen=True)
class Journal:
    """A file of events. Several processes may append to it: each call is one write to a file opened for appending."""

    path: Path

    @property
    def uid(self) -> str:
        return self.path.name.removesuffix(JOURNAL_SUFFIX)

    @property
    def size_bytes(self) -> int:
        """0 where there is no file."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def append(self, *events: JournalEvent) -> None:
        """Append events in one write and wait until they are on disk. On ``OSError`` an event is stored whole or not."""
        body = _encode(events)
        new = not self.path.exists()
        with open(self.path, "a+b", buffering=0) as file:
            view = memoryview(body if _ends_with_newline(file.fileno()) else b"\n" + body)
            while view:  # a raw file may take less than it was given
                view = view[file.write(view) :]
            os.fsync(file.fileno())
        if new:
            sync_folder(self.path.parent)

    def replace(self, *events: JournalEvent) -> None:
        """Replace the whole journal by these events, atomically. Raises ``OSError``."""
        with atomic_write(self.path, sync=True) as temporary:
            temporary.write_bytes(_encode(events))

    def read(self, offset_bytes: int = 0) -> tuple[list[JournalEvent], int]:
        """Return the whole events from an offset on, and the offset after the last of them. Raises ``OSError``."""
        with open(self.path, "rb") as file:
            file.seek(offset_bytes)
            body = file.read()
        end = body.rfind(b"\n") + 1
        events = []
        for line in body[:end].split(b"\n"):
            with suppress(ValueError, RecursionError):
                event = json.loads(line.decode("utf-8", "surrogatepass"))
                if isinstance(event, dict):
                    events.append(event)
        return events, offset_bytes + end


def list_journals(folder: Path) -> list[Journal]:
    """All journals of a folder, sorted by name; none where there is no folder. Raises ``OSError``."""
    return [Journal(path) for path in sorted(folder.glob(f"*{JOURNAL_SUFFIX}"))]


def _encode(events: Iterable[JournalEvent]) -> bytes:
    lines = (json.dumps(event, ensure_ascii=False, separators=(",", ":")) + "\n" for event in events)
    return "".join(lines).encode("utf-8", "surrogatepass")


def _ends_with_newline(descriptor: int) -> bool:
    """Whether the file is empty or its last line is whole."""
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if not size:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"
