"""A database for what a run looks up of each file: on disk, so that a million files need no more memory than ten."""

from __future__ import annotations

import sqlite3
from typing import Any

from app.errors import ArchiveError, reason_of

CACHE_KIB = 32 * 1024


class TemporaryDatabase(sqlite3.Connection):
    """SQLite in an unnamed file of the temporary folder, which is gone with its process, however that ends.

    ``execute`` raises ``ArchiveError`` where the temporary folder takes no more.
    """

    def __init__(self, schema: str) -> None:
        super().__init__("", isolation_level=None)
        self.executescript(f"PRAGMA journal_mode = OFF; PRAGMA cache_size = -{CACHE_KIB}; {schema}; BEGIN")

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        """As the base class."""
        try:
            return super().execute(sql, values)
        except sqlite3.OperationalError as error:
            raise ArchiveError(
                "The plan could not be kept in the temporary folder.",
                "{reason}.",
                "Make room there, or name another one in TMPDIR, and start again: what is done stays.",
                reason=reason_of(error).rstrip("."),
            ) from error
