"""Databases of every version are migrated, whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.errors import LibraryError
from app.library import schema
from app.library.entry import EntryQuery
from app.library.store import TranscriptStore

from .conftest import OpenStore


@pytest.mark.parametrize("version", range(1, len(schema.MIGRATIONS) + 1))
def test_a_database_of_every_version_is_brought_up_to_date(open_store: OpenStore, tmp_path: Path, version: int) -> None:
    """Written with the tables of that version; its journal is taken away, so that nothing can come from there."""
    folder = tmp_path / "library"
    folder.mkdir()
    db = sqlite3.connect(folder / "library.sqlite3", isolation_level=None)
    schema.migrate(db, target_version=version)
    db.execute(
        """INSERT INTO entries (id, uid, title, source, language, model, options, state, created_s, journal_bytes)
        VALUES (7, 'old', 'Ausflug', '/a.wav', 'de', 'Tiny', '{"steps": 4, "language": "de"}', 'done', 5.0, 1)"""
    )
    body = (
        '{"index":0,"start":0.0,"end":2.0,"text":"今天 sonnig","ended":"settled","steps":4,"confidence":0.5,"speaker":"Eva",'
        '"words":[[0.0,1.0,"sonnig",0.5,0.5,null]]}'
    )
    db.execute(
        "INSERT INTO segments (id, entry, position, canvas, text, speaker, body) VALUES (7340033, 7, 0, 0, ?, 'Eva', ?)",
        ("今天 sonnig", body),
    )
    db.execute("INSERT INTO tags VALUES (7, 'Reise')")
    if version >= 2:
        db.execute(
            "INSERT INTO found (rowid, text) VALUES (7340032, 'ausflug reise'), (7340033, 'eva  今  天  sonnig')"
        )
    if version >= 3:
        db.execute("UPDATE entries SET preview = '今天 sonnig'")
    db.close()
    store = open_store()
    assert store.recovery_notice is None
    for typed in ("sonn", "天", "reise", "ausflug", "eva"):
        assert store.find(EntryQuery(typed)) == ["old"], typed
    assert store.entry("old").preview == "今天 sonnig"
    assert store.entry("old").tags == ("Reise",)
    assert store.transcript("old").segments[0].words[0].text == "sonnig"
    assert store.options("old").steps == 4
    store.rename("old", "Neu")
    assert store.find(EntryQuery("neu")) == ["old"]


def test_every_version_leads_to_the_same_tables(tmp_path: Path) -> None:
    def tables(start: int) -> list[tuple]:
        db = sqlite3.connect(":memory:", isolation_level=None)
        if start:
            schema.migrate(db, target_version=start)
        schema.migrate(db)
        return db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()

    assert all(tables(start) == tables(0) for start in range(len(schema.MIGRATIONS) + 1))


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(db: sqlite3.Connection) -> None:
        db.execute("DROP TABLE tags")
        raise sqlite3.OperationalError("no")

    db = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(db, target_version=1)
    before = db.execute("SELECT sql FROM sqlite_master").fetchall()
    monkeypatch.setattr(schema, "MIGRATIONS", (schema.MIGRATIONS[0], broken))
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(db)
    assert db.execute("SELECT sql FROM sqlite_master").fetchall() == before
    assert db.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_newer_library_is_left_alone(open_store: OpenStore, tmp_path: Path) -> None:
    open_store().close()
    path = tmp_path / "library" / "library.sqlite3"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(LibraryError, match="newer version"):
        TranscriptStore(tmp_path / "library")
    assert path.exists()
