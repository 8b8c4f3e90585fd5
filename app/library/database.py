"""The database beside the journals: opened, kept up with them, and made again from them when it is damaged or stuck."""

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


class Database:
    """One connection, used by one thread at a time. ``recovery_notice`` tells what had to be done to open it, else None."""

    def __init__(self, path: Path, journal_folder: Path, lock_timeout_s: float) -> None:
        """Raises ``LibraryError`` where a newer Anneal wrote it or the journals cannot be read."""
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
        """Do something with the database; where it turns out damaged it is made again first. Raises ``LibraryError``."""
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
        """Bring in what the journal has and the database has not. Raises ``LibraryError``."""
        self.run(lambda db: _apply_journal(db, journal))

    def destroy(self, journal: Journal) -> None:
        """Remove an entry and its journal, in this order: what a crash leaves is deleted, not lost."""

        def remove(db: sqlite3.Connection) -> None:
            db.execute("BEGIN IMMEDIATE")
            with _transaction(db):
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
            db.execute(
                "PRAGMA synchronous = NORMAL"
            )  # a power cut may take the last transactions; the journals have them
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
        """Compare every journal's size with what is known of it, and read what is new."""
        db = self._db
        known = dict(db.execute("SELECT uid, journal_bytes FROM entries"))
        found = {journal.uid: journal for journal in list_journals(self._journal_folder)}
        found |= {uid: Journal(self._journal_folder / f"{uid}{JOURNAL_SUFFIX}") for uid in known.keys() - found.keys()}
        behind = [journal for uid, journal in found.items() if journal.size_bytes != known.get(uid)]
        for start in range(0, len(behind), 500):
            db.execute("BEGIN IMMEDIATE")
            with _transaction(db):
                for journal in behind[start : start + 500]:
                    _apply_new_events(db, journal)

    def _rebuild(self, cause: sqlite3.DatabaseError) -> None:
        """Set the database aside and make a new one from the journals."""
        with suppress(AttributeError, sqlite3.Error):
            self._db.close()
        stuck = _sqlite_code(cause) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if not stuck and not _is_damaged(cause):  # the disk is full or forbids it: the database itself may be well
            self._fall_back_to_memory(_reason(cause))
            return
        log.warning("the library's database is made again: %s", cause)
        mark = f"{'locked' if stuck else 'damaged'}-{datetime.now():%Y%m%d-%H%M%S}"
        try:
            kept = _move_aside(self._path, mark)
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
            file=kept.name,
        )

    def _fall_back_to_memory(self, reason: str) -> None:
        """A library that can be read and searched though nothing can be written."""
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
    db.execute("BEGIN IMMEDIATE")
    with _transaction(db):
        _apply_new_events(db, journal)


def _apply_new_events(db: sqlite3.Connection, journal: Journal) -> None:
    db.execute("INSERT OR IGNORE INTO entries (uid) VALUES (?)", (journal.uid,))
    entry, known_bytes = db.execute("SELECT id, journal_bytes FROM entries WHERE uid = ?", (journal.uid,)).fetchone()
    if known_bytes > journal.size_bytes:  # the journal was lost or cut short, and this once the database knows more
        journal.replace(*snapshot_events(db, entry))
        db.execute("UPDATE entries SET journal_bytes = ? WHERE id = ?", (journal.size_bytes, entry))
        return
    records, read_bytes = journal.read(known_bytes)
    for record in records:
        apply_event(db, entry, record)
    db.execute("UPDATE entries SET journal_bytes = ? WHERE id = ?", (read_bytes, entry))


class _transaction:  # noqa: N801  reads as a word of the language
    """Commits what happened inside, or takes all of it back."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self._db.execute("COMMIT")
            return
        with suppress(sqlite3.Error):  # a disk that is full has already taken it back
            self._db.execute("ROLLBACK")


def _sqlite_code(error: sqlite3.DatabaseError) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _is_damaged(error: sqlite3.DatabaseError) -> bool:
    """Whether the file is no longer a sound database, or one in which a table is missing."""
    return _sqlite_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or any(
        sign in str(error) for sign in ("malformed", "no such table", "no such column")
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
    """Rename a database and what belongs to it; raises ``OSError``."""
    aside = path.with_name(f"{path.stem}.{mark}{path.suffix}")
    for part in FILE_SUFFIXES:
        with suppress(FileNotFoundError):
            os.replace(path.with_name(path.name + part), aside.with_name(aside.name + part))
    return aside
