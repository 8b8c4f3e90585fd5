"""The manifest of an archive: a line of JSON for each file, appended when its outputs are written.

The last line of a file counts. A line that a crash tore is passed over, and its file is done again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from app.atomic_write import atomic_write
from app.errors import ArchiveError

from .settings import settings_key
from .temporary_database import TemporaryDatabase

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

MANIFEST = "manifest.jsonl"
SCHEMA = """
    CREATE TABLE line (path BLOB PRIMARY KEY, content BLOB, place INTEGER) WITHOUT ROWID;
    CREATE INDEX by_content ON line (content, place)
"""


@dataclass(frozen=True)
class ManifestEntry:
    """What is known of one file. The names of the fields are those of the JSON."""

    file: str
    """Relative to ``folder``."""
    folder: str
    sha256: str = ""
    """Of the content; empty where it could not be read."""
    bytes: int = 0
    version: str = ""
    """Of ``FoundFile``: while size and version stay, the content is not read again."""
    duration: float = 0.0
    """Seconds; 0 where unknown."""
    model: str = ""
    device: str = ""
    settings: dict[str, Any] = field(default_factory=dict)
    words: int = 0
    seconds: float = 0.0
    """Of work; 0 where the text of the same content was there already."""
    warnings: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    """Relative to the folder of the manifest, JSON first."""
    error: str = ""
    """Why there is no text; empty if there is."""
    retry: bool = False
    """Whether another try may succeed: the failure was not the file's own."""


class Manifest:
    """The manifest in a folder. Keeps places of lines, not the lines, and those on disk.

    A context manager: entering loads it; meanwhile no other process can enter one in the same folder, and entries can be added.
    Raises ``ArchiveError`` where another one has. Any method may raise ``OSError``.
    """

    def __init__(self, folder: Path, name: str = MANIFEST) -> None:
        self.path = folder / name
        self._index = TemporaryDatabase(SCHEMA)
        self._end = 0

    def __enter__(self) -> Manifest:
        self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            self._lock()
            if self.load():
                self._end += os.write(self._descriptor, b"\n")
        except BaseException:
            os.close(self._descriptor)
            raise
        return self

    def __exit__(self, *failure: object) -> None:
        os.close(self._descriptor)

    def _lock(self) -> None:
        if fcntl is None:
            return
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ArchiveError(
                "Another run is writing to {folder}.",
                "Two at a time would do the same files.",
                "Wait for it, or stop it with Ctrl-C: this command goes on where it was.",
                folder=self.path.parent,
            ) from error
        except OSError:  # a network drive without locks
            pass

    def load(self) -> bool:
        """Read what there is; return whether the last line was torn by a crash."""
        self._end, torn = 0, False
        if not self.path.exists():
            return False
        with self.path.open("rb") as file:
            for line in file:
                entry = _parse(line)
                if entry is not None:
                    self._remember(entry, self._end)
                self._end += len(line)
                torn = not line.endswith(b"\n")
        return torn

    def _remember(self, entry: ManifestEntry, place: int) -> None:
        content = None
        if entry.sha256 and (not entry.error or not entry.retry):
            content = content_key(entry.sha256, settings_key(entry.settings))
        self._index.execute("REPLACE INTO line VALUES (?, ?, ?)", (os.fsencode(entry.file), content, place))

    def add(self, entry: ManifestEntry) -> None:
        """Append an entry; it is with the system when this returns."""
        line = _to_line(entry)
        left = memoryview(line)
        while left:
            left = left[os.write(self._descriptor, left) :]
        self._remember(entry, self._end)
        self._end += len(line)

    def of_path(self, path: str) -> ManifestEntry | None:
        """The last entry of a file of this name."""
        return self._find("path = ?", os.fsencode(path))

    def of_content(self, sha256: str, key: str) -> ManifestEntry | None:
        """An entry of the same content and settings, whatever its name, that needs no other try.

        Not one whose file has changed since, or was done with other settings: its outputs are now others.
        """
        return self._find("content = ? ORDER BY place", content_key(sha256, key))

    def _find(self, where: str, value: bytes) -> ManifestEntry | None:
        for (place,) in self._index.execute(f"SELECT place FROM line WHERE {where} LIMIT 1", (value,)):
            with self.path.open("rb") as file:
                file.seek(place)
                return _parse(file.readline())
        return None

    def entries(self) -> Iterator[ManifestEntry]:
        """The last entry of each file, by name."""
        for _, entry in self._lines():
            yield entry

    def _lines(self) -> Iterator[tuple[bytes, ManifestEntry]]:
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            for (place,) in self._index.execute("SELECT place FROM line ORDER BY path"):
                file.seek(place)
                line = file.readline()
                entry = _parse(line)
                if entry is not None:
                    yield line, entry

    def tidy(self, keeps: Callable[[ManifestEntry], bool] = lambda _entry: True) -> None:
        """Write it anew with one line a file, by name, of those that ``keeps`` wants. Ends the time of adding."""
        with atomic_write(self.path) as temporary, temporary.open("wb") as file:
            for line, entry in self._lines():
                if keeps(entry):
                    file.write(line)


def read_manifest(path: Path) -> Iterator[ManifestEntry]:
    """The last entry of each file of a manifest, by name. Raises ``ArchiveError`` if it is none."""
    manifest, found = Manifest(path.parent, path.name), False
    try:
        path.stat()
        manifest.load()
        for entry in manifest.entries():
            found = True
            yield entry
    except OSError as error:
        raise ArchiveError("{file} cannot be read.", "{reason}.", file=path, reason=error.strerror or error) from error
    if not found:
        raise ArchiveError(
            "{file} is not the manifest of an archive.",
            "No line of it tells of a file.",
            "Name the {name} that anneal archive wrote.",
            file=path,
            name=MANIFEST,
        )


def content_key(sha256: str, key: str) -> bytes:
    """What files of the same content and settings have in common, in 16 bytes."""
    return hashlib.sha256(f"{sha256} {key}".encode()).digest()[:16]


def _to_line(entry: ManifestEntry) -> bytes:
    body = vars(entry)
    try:
        return (json.dumps(body, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:  # a name that is no UTF-8: its bytes are escaped
        return (json.dumps(body) + "\n").encode()


_NAMES = {each.name for each in fields(ManifestEntry)}


def _parse(line: bytes) -> ManifestEntry | None:
    """The entry of a line; None for one that is torn or of something else."""
    try:
        body = json.loads(line)
        known = {name: value for name, value in body.items() if name in _NAMES}
        return ManifestEntry(**{**known, "warnings": tuple(body["warnings"]), "outputs": tuple(body["outputs"])})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
