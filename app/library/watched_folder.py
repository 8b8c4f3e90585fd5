"""A watched folder: polling finds the files that are new and whole. No Qt and no thread of its own.

Polling works on every file system, network drives included, where notifications do not. A file is whole when its size and
time have stayed the same between two polls that are far enough apart, and no program has it open for writing.

Files that are no longer there are remembered: an empty folder may be a drive that was unmounted, and they come back with it.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

if sys.platform == "linux":
    import fcntl

POLL_INTERVAL_S = 2.0
STABLE_S = 5.0
MAX_ABSENT = 10_000
"""Files that are no longer there and still remembered."""
TIME_STEP_NS = 2_000_000_000
"""Coarsest unit of a file's time: some file systems round it when they are mounted again."""


@dataclass(frozen=True)
class FileVersion:
    """Size and time of a file, which tell it from a later one of the same name, and its number in its file system."""

    size_bytes: int
    changed_ns: int
    inode: int = 0

    def is_same(self, other: FileVersion) -> bool:
        """Whether a file of the same name is unchanged."""
        return self.size_bytes == other.size_bytes and abs(self.changed_ns - other.changed_ns) < TIME_STEP_NS

    def is_renamed(self, other: FileVersion) -> bool:
        """Whether a file of another name is the same: by its number, or by a time too exact to be met twice."""
        same = (self.size_bytes, self.changed_ns) == (other.size_bytes, other.changed_ns)
        return same and (self.inode == other.inode != 0 or self.changed_ns % 1_000_000_000 != 0)


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
    seen: dict[str, FileVersion] | None = None
    """Versions by name of the files that need no more attention, present or not; to be stored between starts. None before the
    first look ever."""
    include_existing: bool = False
    """Whether files that are there at the first look ever count as new."""
    stable_s: float = STABLE_S
    """How long a file must stay the same to be whole."""
    clock: Callable[[], float] = time.monotonic
    _growing: dict[str, _GrowingFile] = field(default_factory=dict)
    _new_names: dict[str, str] = field(default_factory=dict)
    """Of the files that were renamed after they were given."""

    def poll(self, waiting: Collection[str] = ()) -> list[Path]:
        """Return the files that are new, or rewritten, and whole, sorted by name; each once.

        A file that gave its name to another one is not given again, unless its name is among those ``waiting``: who was given
        it by that name has not read it yet.

        Raises:
            OSError: the folder cannot be read; a later call may succeed.
        """
        now_s = self.clock()
        present = dict(self._scan())
        if self.seen is None:
            self.seen = {} if self.include_existing else dict(present)
        absent = {name: version for name, version in self.seen.items() if name not in present}
        moved = absent | {
            name: version
            for name, version in self.seen.items()
            if name in present and name not in waiting and not version.is_same(present[name])
        }
        whole: list[Path] = []
        for name, version in sorted(present.items()):
            if self._is_known(name, version, moved):
                self.seen[name] = version
                self._growing.pop(name, None)
                continue
            growing = self._growing.get(name)
            if growing is None or growing.version != version:
                self._growing[name] = _GrowingFile(version, now_s)
            elif now_s - growing.since_s >= self.stable_s and version.size_bytes and _is_at_rest(self.folder / name):
                del self._growing[name]
                self.seen[name] = version
                whole.append(self.folder / name)
        for name in self._growing.keys() - present.keys():
            del self._growing[name]
        for name in [name for name in absent if name in self.seen][:-MAX_ABSENT]:
            del self.seen[name]
        return whole

    def _is_known(self, name: str, version: FileVersion, moved: dict[str, FileVersion]) -> bool:
        """Whether a file was seen, under its name or under another one, which is forgotten then.

        ``moved`` holds the files that are no longer under their names, whether or not others are there now.
        """
        assert self.seen is not None
        if name in self.seen and self.seen[name].is_same(version):
            return True
        old_name = next((old for old, seen in moved.items() if version.is_renamed(seen)), None)
        if old_name is None:
            return False
        if self.seen[old_name] == moved.pop(old_name):  # not yet that of a file that took the name
            del self.seen[old_name]
        self._new_names[old_name] = name
        return True

    def forget_missing(self, paths: Iterable[Path]) -> None:
        """Count files as new that were given by these paths and are no longer there: under another name they come again."""
        for path in paths:
            name = path.name
            while name in self._new_names:
                name = self._new_names.pop(name)
            if self.seen is not None and not path.exists():
                self.seen.pop(name, None)

    def shares_files_with(self, seen: Mapping[str, FileVersion]) -> bool:
        """Whether files of this folder were seen, by name and number, in what was another one. Raises ``OSError``."""
        return any(name in seen and seen[name].is_renamed(version) for name, version in self._scan())

    def _scan(self) -> Iterable[tuple[str, FileVersion]]:
        with os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):  # gone meanwhile
                    if not entry.name.startswith(".") and self.accepts(Path(entry.path)) and entry.is_file():
                        yield entry.name, _file_version(entry)


def _file_version(entry: os.DirEntry[str]) -> FileVersion:
    status = entry.stat()
    return FileVersion(status.st_size, status.st_mtime_ns, entry.inode())


def _is_at_rest(path: Path) -> bool:
    """Whether a file can be read and no program has it open for writing, as far as the system tells.

    Windows refuses to open such a file, Linux to lease it. Leases exist on local drives, for the owner of the file.
    """
    try:
        with open(path, "rb") as file:
            return sys.platform != "linux" or _can_be_leased(file.fileno())
    except OSError:
        return False


def _can_be_leased(descriptor: int) -> bool:
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)  # if a program opens it just now: ignored by default
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return False
    except OSError:
        return True  # no leases here, or not for this file
    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return True
