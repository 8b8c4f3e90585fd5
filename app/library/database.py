"""SQLite database beside the journals: follows them, and is rebuilt from them when it is damaged or stays locked."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from app.errors import LibraryError, translatable

from .journal import JOURNAL_SUFFIX, Journal, list_journals
from .journal_events import apply_event, delete_entry, snapshot_events
from .schema import migrate

log = logging.getLogger(__name__)
Result = TypeVar("Result")

IN_MEMORY = Path(":memory:")
FILE_SUFFIXES = ("", "-wal", "-shm")
JOURNALS_PER_TRANSACTION = 500


class Database:
    """One connection, used by one thread at a time. ``recovery_notice`` says how it was repaired when opened, else None."""

    def __init__(self, path: Path, journal_folder: Path, lock_timeout_s: float) -> None:
        """Raises ``LibraryError`` if a newer Anneal wrote the database or the journals cannot be read."""
        self._path, self._journal_folder, self._lock_timeout_s = path, journal_folder, lock_timeout_s
        self.recovery_notice: LibraryError | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            journal_folder.mkdir(exist_ok=True)
            self._db = self._open(path)
            self._catch_up_all()
        except sqlite3.DatabaseError as error:
            self._rebuild(error)
        except OSError as error:
            self._fall_back_to_memory(error.strerror or str(error))

    def close(self) -> None:
        self._db.close()

    def run(self, operation: Callable[[sqlite3.Connection], Result]) -> Result:
        """Call ``operation`` with the connection, again after a rebuild if it is damaged. Raises ``LibraryError``."""
        try:
            try:
                return operation(self._db)
            except sqlite3.DatabaseError as error:
                if not _is_damaged(error):
                    raise
                self._rebuild(error)
                return operation(self._db)
        except sqlite3.DatabaseError as error:
            raise LibraryError(
                "Your library's database could not be used.",
                "{reason}.",
                "What was finished is safe in its journal and will be there at the next start.",
                reason=_reason(error),
            ) from error
        except OSError as error:
            raise LibraryError(
                "Your library's journals could not be read.",
                "{reason}.",
                "Please try again.",
                reason=error.strerror or error,
            ) from error

    def catch_up(self, journal: Journal) -> None:
        """Apply the events of a journal that the database does not have yet. Raises ``LibraryError``."""
        self.run(lambda db: _apply_journal(db, journal))

    def destroy(self, journal: Journal) -> None:
        """Delete an entry, then its journal: after a crash in between the next start reads the journal again."""

        def remove(db: sqlite3.Connection) -> None:
            with db:
                db.execute("BEGIN IMMEDIATE")
                for (entry,) in db.execute("SELECT id FROM entries WHERE uid = ?", (journal.uid,)).fetchall():
                    delete_entry(db, entry)

        self.run(remove)
        try:
            journal.path.unlink(missing_ok=True)
        except OSError as error:
            raise LibraryError(
                "A transcript could not be deleted.",
                "{reason}.",
                "Make the library's folder writable.",
                reason=error.strerror or error,
            ) from error

    # --- opening

    def _open(self, path: Path) -> sqlite3.Connection:
        unclean = path.with_name(path.name + "-wal").exists()
        db = sqlite3.connect(str(path), timeout=self._lock_timeout_s, isolation_level=None, check_same_thread=False)
        try:
            if path != IN_MEMORY:
                db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose transactions; the journals have them
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA cache_size = -32000")
            if unclean:
                (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
                if verdict != "ok":
                    raise sqlite3.DatabaseError(f"database disk image is malformed: {verdict}")
            migrate(db)
        except BaseException:
            db.close()
            raise
        return db

    def _catch_up_all(self) -> None:
        """Apply what is new in the journals whose size differs from the size that was read."""
        db = self._db
        read_bytes = dict(db.execute("SELECT uid, journal_bytes FROM entries"))
        journals = {journal.uid: journal for journal in list_journals(self._journal_folder)}
        for uid in read_bytes.keys() - journals.keys():  # lost: the database writes it again
            journals[uid] = Journal(self._journal_folder / f"{uid}{JOURNAL_SUFFIX}")
        stale = [journal for uid, journal in journals.items() if journal.size_bytes != read_bytes.get(uid)]
        for start in range(0, len(stale), JOURNALS_PER_TRANSACTION):
            with db:
                db.execute("BEGIN IMMEDIATE")
                for journal in stale[start : start + JOURNALS_PER_TRANSACTION]:
                    _apply_new_events(db, journal)

    def _rebuild(self, cause: sqlite3.DatabaseError) -> None:
        """Rename the damaged or locked database and build a new one from the journals."""
        with suppress(AttributeError, sqlite3.Error):
            self._db.close()
        stuck = _sqlite_code(cause) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if not stuck and not _is_damaged(cause):  # a full or read-only disk: the file may be sound
            self._fall_back_to_memory(_reason(cause))
            return
        log.warning("the library's database is rebuilt: %s", cause)
        mark = f"{'locked' if stuck else 'damaged'}-{datetime.now():%Y%m%d-%H%M%S}"
        try:
            old = _move_aside(self._path, mark)
            self._db = self._open(self._path)
            self._catch_up_all()
        except sqlite3.DatabaseError as error:
            self._fall_back_to_memory(_reason(error))
            return
        except OSError as error:
            self._fall_back_to_memory(error.strerror or str(error))
            return
        self.recovery_notice = LibraryError(
            "Your library's database could not be used.",
            "{reason}.",
            "It was made again from the journals, nothing is missing. The old one was kept as {file}.",
            reason=_reason(cause),
            file=old.name,
        )

    def _fall_back_to_memory(self, reason: str) -> None:
        """Build the database in memory: a library that can be read and searched, though not written."""
        try:
            self._db = self._open(IN_MEMORY)
            self._catch_up_all()
        except OSError as error:
            raise LibraryError(
                "Your library could not be read.",
                "{reason}.",
                "Make the folder {folder} readable.",
                reason=error.strerror or error,
                folder=self._path.parent,
            ) from error
        self.recovery_notice = LibraryError(
            "Your library can be read but not changed.",
            "{reason} ({folder}).",
            "Make room on the disk or make the folder writable, then start Anneal again.",
            reason=reason,
            folder=self._path.parent,
        )


def _apply_journal(db: sqlite3.Connection, journal: Journal) -> None:
    with db:
        db.execute("BEGIN IMMEDIATE")
        _apply_new_events(db, journal)


def _apply_new_events(db: sqlite3.Connection, journal: Journal) -> None:
    db.execute("INSERT OR IGNORE INTO entries (uid) VALUES (?)", (journal.uid,))
    entry, known_bytes = db.execute("SELECT id, journal_bytes FROM entries WHERE uid = ?", (journal.uid,)).fetchone()
    if known_bytes > journal.size_bytes:  # the journal was lost or cut short: the database knows more
        journal.replace(*snapshot_events(db, entry))
        db.execute("UPDATE entries SET journal_bytes = ? WHERE id = ?", (journal.size_bytes, entry))
        return
    events, read_bytes = journal.read(known_bytes)
    for event in events:
        apply_event(db, entry, event)
    db.execute("UPDATE entries SET journal_bytes = ? WHERE id = ?", (read_bytes, entry))


def _sqlite_code(error: sqlite3.DatabaseError) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _is_damaged(error: sqlite3.DatabaseError) -> bool:
    """Whether the file is corrupt, no database, or lacks a table or column."""
    return _sqlite_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or any(
        message in str(error) for message in ("malformed", "no such table", "no such column")
    )


def _reason(error: sqlite3.DatabaseError) -> str:
    return {
        sqlite3.SQLITE_FULL: translatable("The disk is full"),
        sqlite3.SQLITE_BUSY: translatable("Another program keeps it locked"),
        sqlite3.SQLITE_READONLY: translatable("It is read-only"),
        sqlite3.SQLITE_CORRUPT: translatable("It is damaged"),
        sqlite3.SQLITE_NOTADB: translatable("It is damaged"),
        sqlite3.SQLITE_CANTOPEN: translatable("It cannot be opened"),
    }.get(_sqlite_code(error), str(error).capitalize())


def _move_aside(path: Path, mark: str) -> Path:
    """Rename a database with its WAL files and return its new path; raises ``OSError``."""
    renamed = path.with_name(f"{path.stem}.{mark}{path.suffix}")
    for suffix in FILE_SUFFIXES:
        with suppress(FileNotFoundError):
            os.replace(path.with_name(path.name + suffix), renamed.with_name(renamed.name + suffix))
    return renamed
