"""A watched folder: polling finds the files that are new and whole. No Qt and no thread of its own.

Polling works on every file system, network drives included, where notifications do not. A file is whole when its size and
time have stayed the same between two polls that are far enough apart, and it can be opened.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

POLL_INTERVAL_S = 2.0
STABLE_S = 5.0


@dataclass(frozen=True)
class FileVersion:
    """Size and time of a file, which tell it from a later one of the same name."""

    size_bytes: int
    changed_ns: int


@dataclass
class _GrowingFile:
    version: FileVersion
    since_s: float


@dataclass
class WatchedFolder:
    """Call ``poll`` every few seconds, from one thread at a time."""

    folder: Path
    accepts: Callable[[Path], bool]
    """Whether a path is of interest."""
    seen: dict[str, FileVersion] = field(default_factory=dict)
    """Versions by name of the files that need no more attention; to be stored between starts."""
    include_existing: bool = False
    """Without ``seen``, whether files that are there at the first poll count as new."""
    stable_s: float = STABLE_S
    """How long a file must stay the same to be whole."""
    clock: Callable[[], float] = time.monotonic
    _growing: dict[str, _GrowingFile] = field(default_factory=dict)
    _polled: bool = False

    def poll(self) -> list[Path]:
        """Return the files that are new, or rewritten, and whole, sorted by name; each once.

        Raises:
            OSError: the folder cannot be read; a later call may succeed.
        """
        now_s = self.clock()
        present = dict(self._scan())
        if not self._polled and not self.seen and not self.include_existing:
            self.seen |= present
        self._polled = True
        whole: list[Path] = []
        for name, mark in sorted(present.items()):
            if self.seen.get(name) == mark:
                self._growing.pop(name, None)
                continue
            growing = self._growing.get(name)
            if growing is None or growing.version != mark:
                self._growing[name] = _GrowingFile(mark, now_s)
            elif now_s - growing.since_s >= self.stable_s and mark.size_bytes and _is_readable(self.folder / name):
                del self._growing[name]
                self.seen[name] = mark
                whole.append(self.folder / name)
        for name in self._growing.keys() - present.keys():
            del self._growing[name]
        for name in self.seen.keys() - present.keys():
            del self.seen[name]
        return whole

    def ignore(self, paths: Iterable[Path]) -> None:
        """Count the present versions of these files as seen, such as exports that were written into the folder."""
        for path in paths:
            with suppress(OSError):
                self.seen[path.name] = _file_version(path.stat())

    def _scan(self) -> Iterable[tuple[str, FileVersion]]:
        with os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):  # gone meanwhile
                    if not entry.name.startswith(".") and self.accepts(Path(entry.path)) and entry.is_file():
                        yield entry.name, _file_version(entry.stat())


def _file_version(stat: os.stat_result) -> FileVersion:
    return FileVersion(stat.st_size, stat.st_mtime_ns)


def _is_readable(path: Path) -> bool:
    """Whether a file can be read; on Windows not while another program writes it."""
    try:
        with open(path, "rb"):
            return True
    except OSError:
        return False
