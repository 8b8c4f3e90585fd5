"""Journals survive torn writes, full disks and several writers, and are written again where they are lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import LibraryError
from app.transcript.edits import split

from .conftest import OpenStore
from .export.spoken import segment
from .library_folders import begin_entry, full_disk, texts

ROOT = Path(__file__).resolve().parents[2]


def test_a_segment_that_reached_only_its_journal_is_there_at_the_next_start(
    open_store: OpenStore, tmp_path: Path
) -> None:
    """The disk takes the journal's few bytes but not the database's."""
    store = open_store(clock=lambda: 7.0)
    uid = begin_entry(store, "One.")
    wal = tmp_path / "library" / "library.sqlite3-wal"
    journal = tmp_path / "library" / "journals" / f"{uid}.jsonl"
    limit = journal.stat().st_size + 5000
    assert wal.stat().st_size > limit
    with full_disk(limit), pytest.raises(LibraryError, match="safe in its journal"):
        store.add_segment(uid, segment("Two.", 1, 10.0))
    assert texts(open_store(), uid) == ["One.", "Two."]
    store.add_segment(uid, segment("Three.", 2, 20.0))
    assert texts(store, uid) == ["One.", "Two.", "Three."]


def test_a_journal_that_was_lost_or_cut_short_is_written_again(open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store()
    uid, other = begin_entry(store, "One two.", "Three."), begin_entry(store, "Four.")
    shown = store.transcript(uid).segments
    store.edit(uid, shown, split(shown, 0, 4))
    store.set_tags(uid, ["kept"])
    store.delete([other])
    before = [(store.transcript(u), store.entry(u)) for u in (uid, other)]
    store.close()
    folder = tmp_path / "library"
    (folder / "journals" / f"{uid}.jsonl").unlink()
    with open(folder / "journals" / f"{other}.jsonl", "r+b") as file:
        file.truncate(50)
    open_store().close()
    (folder / "library.sqlite3").unlink()
    again = open_store()
    for u, (whole, entry) in zip((uid, other), before, strict=True):
        assert again.transcript(u) == whole
        assert replace(again.entry(u), state=entry.state, changed_s=entry.changed_s) == entry


@pytest.mark.parametrize(
    "tail", [b'{"is":"segment","segm', b"\x00\xff\xfe\n", b'["no"]\n{"is":"?"}\n{"is":"titled"}\n']
)
def test_a_torn_or_damaged_record_is_left_out(open_store: OpenStore, tmp_path: Path, tail: bytes) -> None:
    store = open_store()
    uid = begin_entry(store, "One.")
    store.close()
    journal = tmp_path / "library" / "journals" / f"{uid}.jsonl"
    journal.write_bytes(journal.read_bytes() + tail)
    again = open_store()
    assert texts(again, uid) == ["One."]
    again.add_segment(uid, segment("Two.", 1, 10.0))
    assert texts(again, uid) == ["One.", "Two."]
    (tmp_path / "library" / "library.sqlite3").unlink()
    assert texts(open_store(), uid) == ["One.", "Two."]


def test_two_processes_may_write_at_once(open_store: OpenStore, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from app.library.store import TranscriptStore\n"
        "from tests.library.export.spoken import segment\n"
        "store = TranscriptStore(Path(sys.argv[1]), 60.0)\n"
        "for n in range(20): store.add_segment(sys.argv[2], segment(f'theirs {n}', 2 * n, 1.0))\n"
    )
    store = open_store(lock_timeout_s=60.0)
    uid = begin_entry(store)
    other = subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "library"), uid], cwd=ROOT)
    for n in range(20):
        store.add_segment(uid, segment(f"mine {n}", 2 * n + 1, 1.0))
    assert other.wait(60) == 0
    store.rename(uid, "both")
    both = [f"{whose} {n}" for n in range(20) for whose in ("theirs", "mine")]
    assert texts(store, uid) == both
    (tmp_path / "copy").mkdir()
    shutil.copytree(tmp_path / "library" / "journals", tmp_path / "copy" / "journals")
    assert texts(open_store(tmp_path / "copy"), uid) == both


def test_a_full_disk_is_said_and_what_was_finished_stays(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store, "One.")
    with full_disk(), pytest.raises(LibraryError, match="Make room on the disk"):
        store.add_segment(uid, segment("Two.", 1, 10.0))
    assert texts(store, uid) == ["One."]
    store.add_segment(uid, segment("Three.", 2, 20.0))
    assert texts(store, uid) == ["One.", "Three."]
    assert texts(open_store(), uid) == ["One.", "Three."]
