"""A database that is damaged, locked, missing or read-only is rebuilt from the journals or read in memory."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import LibraryError
from app.library.entry import EntryQuery
from app.transcript.edits import rewrite

from .conftest import OpenStore
from .export.spoken import segment
from .library_folders import as_other_user, begin_entry, corrupt, full_disk, texts


def test_a_damaged_database_is_set_aside_and_made_again(open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store()
    uid = begin_entry(store, "One.", "Two.")
    shown = store.transcript(uid).segments
    store.edit(uid, shown, rewrite(shown, 0, "Eins."))
    store.set_tags(uid, ["kept"])
    before = (store.transcript(uid), store.entry(uid))
    store.close()
    corrupt(tmp_path / "library" / "library.sqlite3")
    again = open_store()
    assert "made again from the journals" in str(again.recovery_notice)
    assert again.transcript(uid) == before[0]
    assert replace(again.entry(uid), state="running") == before[1]
    assert again.find(EntryQuery("eins")) == [uid]
    assert len(list((tmp_path / "library").glob("library.damaged-*.sqlite3"))) == 1
    again.close()
    assert open_store().recovery_notice is None


def test_a_database_damaged_while_it_is_open_is_made_again(open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store()
    uid = begin_entry(store, "One.")
    store.close()
    store = open_store()
    other = sqlite3.connect(tmp_path / "library" / "library.sqlite3")
    other.executescript("DROP TABLE segments; DROP TABLE found;")
    other.close()
    store.add_segment(uid, segment("Two.", 1, 10.0))
    assert texts(store, uid) == ["One.", "Two."]
    assert store.find(EntryQuery("two")) == [uid]


def test_a_missing_database_is_made_again_in_silence(open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store()
    uid = begin_entry(store, "One.")
    store.close()
    for path in (tmp_path / "library").glob("library.sqlite3*"):
        path.unlink()
    again = open_store()
    assert (again.recovery_notice, texts(again, uid)) == (None, ["One."])


def test_a_database_somebody_keeps_locked_is_set_aside(open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store()
    uid = begin_entry(store, "One.")
    store.close()
    holder = sqlite3.connect(tmp_path / "library" / "library.sqlite3", isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("CREATE TABLE mine (x)")
    again = open_store(lock_timeout_s=0.2)
    assert "keeps it locked" in str(again.recovery_notice)
    assert texts(again, uid) == ["One."]
    again.add_segment(uid, segment("Two.", 1, 10.0))
    holder.close()
    assert texts(open_store(), uid) == ["One.", "Two."]


def test_a_lock_that_is_let_go_is_waited_for(open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store(lock_timeout_s=30.0)
    uid = begin_entry(store, "One.")
    holder = sqlite3.connect(tmp_path / "library" / "library.sqlite3", isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    letting_go = threading.Timer(0.3, lambda: holder.execute("ROLLBACK"))
    letting_go.start()
    store.add_segment(uid, segment("Two.", 1, 10.0))
    letting_go.join()
    holder.close()
    assert texts(store, uid) == ["One.", "Two."]


def test_a_library_that_cannot_be_written_can_be_read(open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store()
    uid = begin_entry(store, "One.")
    store.close()
    folder = tmp_path / "library"
    shutil.rmtree(folder / "sessions")
    for path in folder.glob("library.sqlite3*"):
        path.unlink()
    with full_disk():  # nothing at all can be written
        again = open_store()
        assert "can be read but not changed" in str(again.recovery_notice)
        assert again.find(EntryQuery("one")) == [uid]
        with pytest.raises(LibraryError, match="could not be kept"):
            again.rename(uid, "x")


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no user ids here")
def test_a_folder_that_is_read_only_can_be_read(open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store()
    uid = begin_entry(store, "One.")
    store.close()
    folder = tmp_path / "library"
    places = [folder, *folder.rglob("*")]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    with as_other_user(tmp_path):
        again = open_store()
        assert texts(again, uid) == ["One."]
        assert "can be read but not changed" in str(again.recovery_notice)
        assert "It is read-only" in str(again.recovery_notice)
        with pytest.raises(LibraryError, match="make the folder writable"):
            again.rename(uid, "x")
        again.close()
    for place in places:
        place.chmod(0o755)


def test_a_place_where_nothing_can_be_is_an_empty_library(open_store: OpenStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    store = open_store(tmp_path / "file" / "library")
    assert "can be read but not changed" in str(store.recovery_notice)
    assert store.find(EntryQuery()) == []
