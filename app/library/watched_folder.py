"""A folder that is watched: which of its files are new and whole. Looks now and then; no Qt, no thread of its own.

Looking works on every file system, network drives included, where notifications do not. A file is whole when its size and
its time have not changed between two looks that are far enough apart, and it can be opened.
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
    """What tells a file from a later one of the same name."""

    size_bytes: int
    changed_ns: int


@dataclass
class _GrowingFile:
    version: FileVersion
    since_s: float


@dataclass
class WatchedFolder:
    """``look()`` every few seconds. Not for several threads at once.

    ``accepts`` says which names are of interest. ``known`` are the marks of the files that need no more attention, which should
    be kept between starts; without any, what is there at the first look counts as known, unless ``include_existing``.
    """

    folder: Path
    accepts: Callable[[Path], bool]
    seen: dict[str, FileVersion] = field(default_factory=dict)
    include_existing: bool = False
    stable_s: float = STABLE_S
    clock: Callable[[], float] = time.monotonic
    _growing: dict[str, _GrowingFile] = field(default_factory=dict)
    _polled: bool = False

    def poll(self) -> list[Path]:
        """Files that are new (or written anew) and whole, by name; each is returned once. Raises ``OSError`` where the folder
        cannot be read, and may be called again later."""
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
        for gone in self._growing.keys() - present.keys():
            del self._growing[gone]
        for gone in self.seen.keys() - present.keys():
            del self.seen[gone]
        return whole

    def ignore(self, paths: Iterable[Path]) -> None:
        """Leave these files alone as they are now, such as exports that were written into the folder."""
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
    """Whether the file may be read; on Windows not while another program writes it."""
    try:
        with open(path, "rb"):
            return True
    except OSError:
        return False
