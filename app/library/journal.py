"""One journal for each transcript: lines of JSON that are appended, synced and never rewritten.

The journals are the truth and the database is made of them: it can be thrown away and made again. A process killed while it
appends leaves a torn last line, which readers skip; so do they with a line that was damaged later.
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
    """A file of records. Several processes may append to it: each record is one write to a file opened for appending."""

    path: Path

    @property
    def uid(self) -> str:
        return self.path.name.removesuffix(JOURNAL_SUFFIX)

    @property
    def size_bytes(self) -> int:
        """0 where there is none."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def append(self, *records: JournalEvent) -> None:
        """Add records in one write and wait until they are on disk. Raises ``OSError``; a record is then there whole or not."""
        body = _encode(records)
        new = not self.path.exists()
        with open(self.path, "a+b", buffering=0) as file:
            view = memoryview(body if _ends_with_newline(file.fileno()) else b"\n" + body)
            while view:  # a raw file may take less than it was given
                view = view[file.write(view) :]
            os.fsync(file.fileno())
        if new:
            sync_folder(self.path.parent)

    def replace(self, *records: JournalEvent) -> None:
        """Make it a journal of these records alone, whole or not at all. Raises ``OSError``."""
        with atomic_write(self.path, sync=True) as temporary:
            temporary.write_bytes(_encode(records))

    def read(self, offset_bytes: int = 0) -> tuple[list[JournalEvent], int]:
        """The whole records from an offset on, and the offset behind them. Raises ``OSError``."""
        with open(self.path, "rb") as file:
            file.seek(offset_bytes)
            body = file.read()
        end = body.rfind(b"\n") + 1
        records = []
        for line in body[:end].split(b"\n"):
            with suppress(ValueError, RecursionError):
                record = json.loads(line.decode("utf-8", "surrogatepass"))
                if isinstance(record, dict):
                    records.append(record)
        return records, offset_bytes + end


def list_journals(folder: Path) -> list[Journal]:
    """All journals of a folder by name; empty where there is no folder. Raises ``OSError``."""
    return [Journal(path) for path in sorted(folder.glob(f"*{JOURNAL_SUFFIX}"))]


def _encode(events: Iterable[JournalEvent]) -> bytes:
    lines = (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in events)
    return "".join(lines).encode("utf-8", "surrogatepass")


def _ends_with_newline(descriptor: int) -> bool:
    """Whether the file ends with a whole line."""
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if not size:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"
