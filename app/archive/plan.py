"""The plan of an archive: which files are done, which cannot be read, and the groups in which the others are transcribed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import islice
from pathlib import Path

from app.errors import AudioError
from app.speech.audio.media import probe

from .manifest import Manifest, ManifestEntry
from .outputs import output_paths
from .settings import ArchiveSettings, settings_key
from .source_folder import FoundFile, SourceFolder
from .temporary_database import TemporaryDatabase

GROUPS = "groups.jsonl"
GROUP_S = 300.0
"""A group ends with the file that fills it to this many seconds: some batches, and what a death of its machine costs."""
GROUP_FILES = 64
READERS = 8
"""Files that are read at once while the plan is made."""
CHUNK = 512


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file whose content is known."""

    path: str
    size_bytes: int
    version: str
    sha256: str
    duration_s: float
    error: str = ""
    """Why it cannot be read."""


@dataclass(frozen=True)
class Group:
    """Files that are transcribed one after the other by one model, sharing batches.

    Which segments share a batch changes the last digits of what a model computes. A group is therefore decided once, kept in
    ``groups.jsonl``, and worked on whole: its texts are the same wherever, and however often, it is begun.
    """

    files: tuple[PlannedFile, ...]
    wanted: frozenset[str] = field(compare=False)
    """Paths of those that have no outputs yet."""

    @property
    def duration_s(self) -> float:
        return sum(file.duration_s for file in self.files)


class Todo(IntEnum):
    """What is to be done with a file."""

    TRANSCRIBE = 0
    COPY = 1
    """Its content is that of a file that is to be transcribed."""
    REUSE = 2
    """There is a text of its content, or none can be had, under another name or in other formats: only outputs are written."""
    DONE = 3
    FAILED = 4
    """An earlier run found that it has no text: nobody speaks, for instance."""
    UNREADABLE = 5


SCHEMA = """
    CREATE TABLE file (
        path BLOB PRIMARY KEY, size_bytes INTEGER, version TEXT, sha256 BLOB, duration_s REAL, error BLOB,
        todo INTEGER, number INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE member (number INTEGER, position INTEGER, path BLOB, PRIMARY KEY (number, position)) WITHOUT ROWID
"""
COLUMNS = "path, size_bytes, version, sha256, duration_s, error"


class Plan:
    """What is to be done with each media file of a folder: on disk, and read as it is needed, by the paths' bytes."""

    def __init__(self) -> None:
        self._database = TemporaryDatabase(SCHEMA)
        self._totals = dict.fromkeys(Todo, (0, 0.0))
        """Files and their seconds."""
        self.group_count = 0
        self.kept_group_count = 0
        """Groups of earlier runs; they come first."""

    @property
    def file_count(self) -> int:
        return sum(count for count, _ in self._totals.values())

    @property
    def duration_s(self) -> float:
        """Of all readable files."""
        return sum(duration_s for _, duration_s in self._totals.values())

    def count(self, *todos: Todo) -> int:
        """How many files there are for which this is to be done."""
        return sum(self._totals[todo][0] for todo in todos)

    @property
    def wanted_s(self) -> float:
        """Seconds of the files that are to be transcribed."""
        return self._totals[Todo.TRANSCRIBE][1]

    def add(self, file: PlannedFile, todo: Todo) -> None:
        """Add a file with what is to be done. Of equal contents that are to be transcribed, all but one become copies later."""
        path, error, sha256 = os.fsencode(file.path), os.fsencode(file.error), bytes.fromhex(file.sha256)
        values = (path, file.size_bytes, file.version, sha256, file.duration_s, error, todo)
        self._database.execute("REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", values)

    def files(self, todo: Todo) -> Iterator[PlannedFile]:
        """The files with which this is to be done."""
        for row in self._database.execute(f"SELECT {COLUMNS} FROM file WHERE todo = ? ORDER BY path", (todo,)):
            yield _planned_file(row)

    def groups(self, start: int = 0) -> Iterator[Group]:
        """The groups in which files are transcribed, from a number on."""
        for number in range(start, self.group_count):
            rows = self._database.execute(
                f"SELECT {COLUMNS}, file.number FROM member JOIN file USING (path) WHERE member.number = ? ORDER BY position",
                (number,),
            ).fetchall()
            files = tuple(_planned_file(row[:-1]) for row in rows)
            yield Group(files, frozenset(file.path for file, row in zip(files, rows, strict=True) if row[-1] == number))

    def has(self, path: str) -> bool:
        """Whether the folder has a file of this name."""
        return bool(self._database.execute("SELECT 1 FROM file WHERE path = ?", (os.fsencode(path),)).fetchone())

    def reuses(self, sha256: str) -> bool:
        """Whether a file is to get a text of this content that there is."""
        rows = self._database.execute(
            "SELECT 1 FROM file WHERE sha256 = ? AND todo = ? LIMIT 1", (bytes.fromhex(sha256), Todo.REUSE)
        )
        return bool(rows.fetchone())

    def arrange(self, kept: Iterable[Sequence[tuple[str, str]]]) -> None:
        """Make groups of the files that are to be transcribed, once all are added.

        Args:
            kept: path and digest of the members of each group of earlier runs. Those with changed files are given up.
        """
        self._database.execute("CREATE INDEX by_content ON file (sha256, todo, path)")
        first = "SELECT min(path) FROM file AS other WHERE other.sha256 = file.sha256 AND other.todo = :wanted"
        self._database.execute(
            f"UPDATE file SET todo = :copy WHERE todo = :wanted AND path > ({first})",
            {"wanted": Todo.TRANSCRIBE, "copy": Todo.COPY},
        )
        for todo, count, duration_s in self._database.execute(
            "SELECT todo, count(*), total(duration_s) FROM file GROUP BY todo"
        ):
            self._totals[Todo(todo)] = count, duration_s
        for members in kept:
            self._keep_group(members)
        self.kept_group_count = self.group_count
        for group in _divide(self._left()):
            self._add_group([file.path for file in group], [file.path for file in group])

    def _keep_group(self, members: Sequence[tuple[str, str]]) -> None:
        wanted = list[str]()
        for path, sha256 in members:
            row = self._database.execute(
                "SELECT lower(hex(sha256)), todo, number FROM file WHERE path = ?", (os.fsencode(path),)
            ).fetchone()
            if row is None or row[0] != sha256:
                return
            if row[1:] == (Todo.TRANSCRIBE, None):
                wanted.append(path)
        if wanted:
            self._add_group([path for path, _ in members], wanted)

    def _add_group(self, members: Sequence[str], wanted: Sequence[str]) -> None:
        number = self.group_count
        self.group_count += 1
        for position, path in enumerate(members):
            self._database.execute("INSERT INTO member VALUES (?, ?, ?)", (number, position, os.fsencode(path)))
        for path in wanted:
            self._database.execute("UPDATE file SET number = ? WHERE path = ?", (number, os.fsencode(path)))

    def _left(self) -> Iterator[PlannedFile]:
        """Files that are to be transcribed and are in no group yet; they may get one while this runs."""
        last = b""
        sql = f"SELECT {COLUMNS} FROM file WHERE path > ? AND todo = ? AND number IS NULL ORDER BY path LIMIT {CHUNK}"
        while rows := self._database.execute(sql, (last, Todo.TRANSCRIBE)).fetchall():
            yield from map(_planned_file, rows)
            last = rows[-1][0]


def _planned_file(row: tuple[bytes, int, str, bytes, float, bytes]) -> PlannedFile:
    path, size_bytes, version, sha256, duration_s, error = row
    return PlannedFile(os.fsdecode(path), size_bytes, version, sha256.hex(), duration_s, os.fsdecode(error))


def make_plan(
    folder: SourceFolder,
    manifest: Manifest,
    settings: ArchiveSettings,
    formats: Sequence[str],
    on_file: Callable[[int], None] = lambda _count: None,
) -> Plan:
    """Walk the folder and decide what is to be done. Nothing is written but in the temporary folder.

    A file is read (for its digest and its duration) unless the manifest has its name with the same size and version.

    Args:
        on_file: is called with the number of files so far.

    Raises:
        ArchiveError: the temporary folder is full.
    """
    plan, into = Plan(), manifest.path.parent
    for count, (file, own) in enumerate(_read_all(folder, manifest), 1):
        plan.add(file, Todo.UNREADABLE if file.error else _todo(file, own, manifest, settings, formats, into))
        on_file(count)
    plan.arrange(_read_groups(into / GROUPS))
    return plan


def _todo(
    file: PlannedFile,
    own: ManifestEntry | None,
    manifest: Manifest,
    settings: ArchiveSettings,
    formats: Sequence[str],
    into: Path,
) -> Todo:
    """What to do with a file that can be read, of whose name the manifest has ``own``."""
    if own is not None and (own.sha256, settings_key(own.settings)) == (file.sha256, settings.key):
        if own.error and not own.retry:
            return Todo.FAILED
        if not own.error and all((into / output).is_file() for output in output_paths(file.path, formats)):
            return Todo.DONE
    known = manifest.of_content(file.sha256, settings.key)
    if known is not None and (known.error or (into / known.outputs[0]).is_file()):
        return Todo.REUSE
    return Todo.TRANSCRIBE


def _read_all(folder: SourceFolder, manifest: Manifest) -> Iterator[tuple[PlannedFile, ManifestEntry | None]]:
    """All files, and what the manifest has of their names. Some are read at once, as a network drive takes long to answer."""

    def read(found: FoundFile, known: ManifestEntry | None) -> PlannedFile:
        if found.error:
            return PlannedFile(found.path, 0, "", "", 0.0, found.error)
        same = known is not None and (known.bytes, known.version) == (found.size_bytes, found.version)
        if known is not None and same and known.sha256 and found.version:
            return PlannedFile(found.path, found.size_bytes, found.version, known.sha256, known.duration)
        return read_file(folder, found)

    walk = folder.walk()
    with ThreadPoolExecutor(READERS, "plan") as pool:
        while chunk := list(islice(walk, CHUNK)):
            known = [manifest.of_path(found.path) for found in chunk]
            yield from zip(pool.map(read, chunk, known), known, strict=True)


def read_file(folder: SourceFolder, found: FoundFile) -> PlannedFile:
    """Read a file for its digest and its header for the duration. What cannot be read has an ``error``."""
    unread = PlannedFile(found.path, found.size_bytes, found.version, "", 0.0)
    try:
        with folder.open(found.path) as local:
            duration_s = probe(local).duration_s
            with Path(local).open("rb") as file:
                return replace(unread, sha256=hashlib.file_digest(file, "sha256").hexdigest(), duration_s=duration_s)
    except (AudioError, OSError) as error:
        return replace(unread, error=getattr(error, "strerror", None) or str(error))


def _read_groups(path: Path) -> Iterator[list[tuple[str, str]]]:
    with suppress(OSError), path.open("rb") as file:
        for line in file:
            with suppress(ValueError, TypeError):
                yield [(str(name), str(sha256)) for name, sha256 in json.loads(line)]


def _divide(files: Iterable[PlannedFile]) -> Iterator[list[PlannedFile]]:
    """Groups of neighbours."""
    group, duration_s = list[PlannedFile](), 0.0
    for file in files:
        group.append(file)
        duration_s += file.duration_s
        if len(group) == GROUP_FILES or duration_s >= GROUP_S:
            yield group
            group, duration_s = [], 0.0
    if group:
        yield group


def keep_groups(plan: Plan, into: Path) -> None:
    """Keep the groups that are new for later runs, before any of their files is transcribed. Raises ``OSError``."""
    if plan.group_count == plan.kept_group_count:
        return
    with (into / GROUPS).open("a", encoding="utf-8") as file:
        if file.tell():
            file.write("\n")  # ends a line that a crash tore
        for group in plan.groups(plan.kept_group_count):
            file.write(json.dumps([(each.path, each.sha256) for each in group.files]) + "\n")
