"""Tables of the database, and its migrations: forward only, one step a version."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from app.errors import LibraryError

from .search import TOKENIZER, normalize_for_index
from .text_language import recognize_language

SEGMENT_BITS = 20
"""A segment's id is its entry's id shifted by so many bits plus a number within the entry; 0 is the entry's own title and tags.
The full-text index has nothing but these ids, and an entry's id is read off them without touching any other table."""


def _create_tables(db: sqlite3.Connection) -> None:
    db.execute(
        """CREATE TABLE entries (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL DEFAULT '',
            source TEXT NOT NULL DEFAULT '',
            recorded INTEGER NOT NULL DEFAULT 0,
            language TEXT NOT NULL DEFAULT 'auto',
            model TEXT NOT NULL DEFAULT '',
            device TEXT NOT NULL DEFAULT '',
            options TEXT NOT NULL DEFAULT '{}',
            duration_s REAL NOT NULL DEFAULT 0,
            spans INTEGER NOT NULL DEFAULT 0,
            state TEXT NOT NULL DEFAULT 'waiting',
            session TEXT NOT NULL DEFAULT '',
            created_s REAL NOT NULL DEFAULT 0,
            changed_s REAL NOT NULL DEFAULT 0,
            deleted_s REAL,
            journal_bytes INTEGER NOT NULL DEFAULT 0
        )"""
    )
    db.execute(
        """CREATE TABLE segments (
            id INTEGER PRIMARY KEY,
            entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
            position INTEGER NOT NULL,
            canvas INTEGER NOT NULL,
            text TEXT NOT NULL,
            speaker TEXT NOT NULL DEFAULT '',
            body TEXT NOT NULL
        )"""
    )
    db.execute("CREATE INDEX segments_in_order ON segments (entry, position)")
    db.execute(
        """CREATE TABLE tags (
            entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
            tag TEXT NOT NULL,
            PRIMARY KEY (entry, tag)
        ) WITHOUT ROWID"""
    )


def _create_full_text_index(db: sqlite3.Connection) -> None:
    db.execute(f"""CREATE VIRTUAL TABLE found USING fts5(text, tokenize="{TOKENIZER}", prefix='2 3')""")
    db.create_function("searchable", 1, normalize_for_index, deterministic=True)
    db.execute("INSERT INTO found (rowid, text) SELECT id, searchable(speaker || ' ' || text) FROM segments")
    db.execute(
        f"""INSERT INTO found (rowid, text)
            SELECT id << {SEGMENT_BITS}, searchable(
                title || ' ' || coalesce((SELECT group_concat(tag, ' ') FROM tags WHERE entry = entries.id), '')
            ) FROM entries"""
    )


def _add_previews_and_indexes(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE entries ADD COLUMN preview TEXT NOT NULL DEFAULT ''")
    for (entry,) in db.execute("SELECT id FROM entries").fetchall():
        update_preview(db, entry)
    db.execute("CREATE INDEX entries_by_age ON entries (created_s)")
    db.execute("CREATE INDEX entries_by_tag ON tags (tag)")


def _add_warnings(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE entries ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]'")


def _add_text_languages(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE entries ADD COLUMN text_language TEXT NOT NULL DEFAULT ''")
    for (entry,) in db.execute("SELECT id FROM entries WHERE preview <> ''").fetchall():
        update_text_language(db, entry)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _create_tables,
    _create_full_text_index,
    _add_previews_and_indexes,
    _add_warnings,
    _add_text_languages,
)
"""Step n leads from version n to n + 1. A step that was ever released is never changed."""

PREVIEW_CHARACTERS = 160


def update_preview(db: sqlite3.Connection, entry: int) -> None:
    """Store the first words of an entry's text as its preview."""
    words = ""
    for (text,) in db.execute("SELECT text FROM segments WHERE entry = ? AND text <> '' ORDER BY position", (entry,)):
        words = f"{words} {text}".strip()
        if len(words) >= PREVIEW_CHARACTERS:
            break
    db.execute("UPDATE entries SET preview = ? WHERE id = ?", (words[:PREVIEW_CHARACTERS], entry))


def update_text_language(db: sqlite3.Connection, entry: int) -> None:
    """Store the language that an entry's text is in, told from its preview."""
    (preview,) = db.execute("SELECT preview FROM entries WHERE id = ?", (entry,)).fetchone()
    db.execute("UPDATE entries SET text_language = ? WHERE id = ?", (recognize_language(preview), entry))


def migrate(db: sqlite3.Connection, target_version: int | None = None) -> None:
    """Migrate a database to the newest version, or to ``target_version``; each step is one transaction.

    Raises:
        LibraryError: a newer Anneal has written the database.
        sqlite3.Error: a step failed and was rolled back.
    """
    newest = len(MIGRATIONS) if target_version is None else target_version
    while True:
        with db:
            db.execute("BEGIN IMMEDIATE")  # another process may be migrating too
            (version,) = db.execute("PRAGMA user_version").fetchone()
            if version < newest:
                MIGRATIONS[version](db)
                db.execute(f"PRAGMA user_version = {version + 1}")
        if version == newest:
            return
        if version > newest:
            raise LibraryError(
                "Your library was written by a newer version of Anneal.",
                "It has version {version}, this Anneal knows {newest}.",
                "Please update Anneal. Nothing was changed.",
                version=version,
                newest=newest,
            )
