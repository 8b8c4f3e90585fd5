"""What is kept stays kept, and is found again."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import LibraryError
from app.library import schema
from app.library.entry import EntryQuery
from app.library.store import TranscriptStore, new_uid
from app.speech.options import TranscribeOptions
from app.transcript.edits import Splice, delete, merge, rewrite, split
from app.transcript.model import Segment, Transcript

from .export.spoken import segment, transcript

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def open_history(tmp_path: Path) -> Iterator[Callable[..., TranscriptStore]]:
    opened: list[TranscriptStore] = []

    def opening(folder: Path = tmp_path / "library", **options: object) -> TranscriptStore:
        opened.append(TranscriptStore(folder, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield opening
    for history in opened:
        history.close()


def begun(history: TranscriptStore, *texts: str, title: str = "talk.wav", **options: object) -> str:
    """An entry whose transcription runs, with these segments finished."""
    uid = new_uid()
    history.begin(uid, Path("/somewhere") / title, title)
    history.mark_opened(uid, "Tiny", "cpu, fp32", TranscribeOptions(**options), 30.0, 3)  # type: ignore[arg-type]
    for index, text in enumerate(texts):
        history.add_segment(uid, segment(text, index, 10.0 * index))
    return uid


def texts(history: TranscriptStore, uid: str) -> list[str]:
    return [kept.text for kept in history.transcript(uid).segments]


def spoilt(path: Path) -> None:
    """Overwrite a database in the middle."""
    with open(path, "r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 5000)


@contextmanager
def full_disk(limit_bytes: int = 0) -> Iterator[None]:
    """No file of this process may grow beyond a size: what a full disk is to a program."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def as_somebody_else(folder: Path) -> Iterator[None]:
    """Root may write everything: ask as somebody who may only go to ``folder``, through all that is above it."""
    if os.geteuid() != 0:
        yield
        return
    shut = [place for place in (folder, *folder.parents) if not place.stat().st_mode & 0o001]
    for place in shut:
        place.chmod(place.stat().st_mode | 0o011)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for place in shut:
            place.chmod(place.stat().st_mode & ~0o011)


# --- kept


def test_a_transcription_is_kept_as_it_goes(open_history) -> None:
    history = open_history()
    uid = begun(history, "Hello there.", language="en", steps=8, seed=5)
    entry = history.entry(uid)
    assert (entry.title, entry.source, entry.state) == ("talk.wav", Path("/somewhere/talk.wav"), "running")
    assert (entry.model, entry.language, entry.steps, entry.segment_count) == ("Tiny", "en", 8, 3)
    history.add_segment(uid, segment("Bye now.", 1, 10.0))
    history.mark_ended(uid, "done")
    kept = open_history().transcript(uid)
    assert [s.text for s in kept.segments] == ["Hello there.", "Bye now."]
    assert kept.segments[1].words == segment("Bye now.", 1, 10.0).words
    assert (kept.seed, kept.duration_s, kept.device) == (5, 30.0, "cpu, fp32")
    assert history.entry(uid).state == "done"
    assert history.entry(uid).preview == "Hello there. Bye now."


def test_segments_that_finish_out_of_order_are_in_order(open_history) -> None:
    history = open_history()
    uid = begun(history)
    for index in (2, 0, 1):
        history.add_segment(uid, segment(f"part {index}", index, 10.0 * index))
    assert texts(history, uid) == ["part 0", "part 1", "part 2"]
    history.add_segment(uid, segment("part 1 again", 1, 10.0))
    assert texts(history, uid) == ["part 0", "part 1 again", "part 2"]


def test_everything_said_of_a_segment_comes_back(open_history) -> None:
    word = replace(segment("Word").words[0], doubt=0.25)
    whole = Segment(4, 1.25, 3.5, "Word", (word,), "step limit", 16, 0.75, "Ada")
    history = open_history()
    uid = history.add_transcript(Transcript("a.wav", "en", 9.0, "Tiny", "cpu, fp32", 16, 0, (whole,)), "a")
    assert history.transcript(uid).segments == (whole,)


def test_an_entry_is_in_the_library_before_its_transcription_begins(open_history) -> None:
    history = open_history()
    uid = new_uid()
    history.begin(uid, Path("talk.wav"), "Talk", recorded=True)
    assert history.entries(history.find(EntryQuery()))[0].state == "waiting"
    assert history.entry(uid).recorded


def test_what_a_dead_process_left_is_interrupted_and_what_a_live_one_does_is_not(open_history) -> None:
    first = open_history()
    uid = begun(first, "One.")
    second = open_history()
    assert second.entry(uid).state == "running"
    first.close()
    assert second.entry(uid).state == "interrupted"
    assert [entry.uid for entry in second.list_interrupted()] == [uid]
    second.mark_waiting(uid)
    assert second.entry(uid).state == "waiting"


def test_the_segments_as_the_model_wrote_them_outlive_corrections(open_history) -> None:
    history = open_history()
    uid = begun(history, "One.", "Too.", steps=5)
    before = history.transcript(uid).segments
    history.edit(uid, before, merge(rewrite(before, 1, "Two."), 0), "correct")
    assert texts(history, uid) == ["One. Two."]
    assert [s.text for s in history.finished_segments(uid)] == ["One.", "Too."]
    assert history.options(uid) == TranscribeOptions(steps=5)
    history.set_options(uid, TranscribeOptions(steps=9))
    assert history.options(uid).steps == 9


def test_beginning_again_forgets_the_segments(open_history) -> None:
    history = open_history()
    uid = begun(history, "One.", "Two.")
    history.restart(uid)
    assert (texts(history, uid), history.finished_segments(uid), history.entry(uid).state) == ([], (), "waiting")
    assert history.find(EntryQuery("two")) == []


# --- corrected


def test_corrections_and_the_way_back_are_kept(open_history) -> None:
    history = open_history()
    uid = begun(history, "One two three.", "Four.", "Five.")
    first = history.transcript(uid).segments
    second = split(rewrite(first, 0, "One too three."), 0, 8)
    third = delete(second, 2)
    history.edit(uid, first, second, "split")
    history.edit(uid, second, third, "delete")
    assert texts(open_history(), uid) == ["One too", "three.", "Five."]
    changes = history.edits(uid)
    assert [what for _, what, _ in changes] == ["split", "delete"]
    now = history.transcript(uid).segments
    for _, what, change in reversed(changes):
        back = Splice(change.index, change.added, change.removed).apply(now)
        history.edit(uid, now, back, f"undo {what}")
        now = history.transcript(uid).segments
    assert now == first


def test_a_correction_while_the_transcription_goes_on_loses_neither(open_history) -> None:
    history = open_history()
    uid = begun(history, "One.", "Too.")
    shown = history.transcript(uid).segments
    history.add_segment(uid, segment("Three.", 2, 20.0))
    history.edit(uid, shown, rewrite(shown, 1, "Two."))
    assert texts(history, uid) == ["One.", "Two.", "Three."]


def test_a_correction_of_what_another_window_changed_is_refused(open_history) -> None:
    history = open_history()
    uid = begun(history, "One.")
    shown = history.transcript(uid).segments
    history.edit(uid, shown, rewrite(shown, 0, "Eins."))
    with pytest.raises(LibraryError, match="another window"):
        history.edit(uid, shown, rewrite(shown, 0, "Uno."))
    assert texts(history, uid) == ["Eins."]


# --- found


def test_words_are_found_in_every_script(open_history) -> None:
    history = open_history()
    english = begun(history, "The cat sat on the mat.", "It purred.")
    hindi = begun(history, "मैं आज बाज़ार जा रहा हूँ")
    chinese = begun(history, "今天天气很好，我们去公园散步吧")
    french = begun(history, "Un café à l'École Normale")
    german = begun(history, "Die Straße war groß")
    for typed, wanted in {
        "cat": [english], "CAT purr": [english], "cat dog": [], "ca": [french, english],
        '"the mat"': [english], '"mat the"': [],
        "बाज़ार": [hindi], "बाज": [hindi], "जा रहा": [hindi], "आज": [hindi],
        "天气": [chinese], "气": [chinese], "公园散": [chinese], "气天": [], "散步 今天": [chinese],
        "cafe ecole": [french], "CAFÉ": [french], "l'école": [french], "strasse": [german], "GROSS": [german],
        'cat"': [english], "cat*": [english], "cat AND mat": [], "NOT": [], "***": [], "c:at": [],
    }.items():  # fmt: skip
        assert history.find(EntryQuery(typed)) == wanted, typed
    assert len(history.find(EntryQuery("  "))) == 5


def test_a_search_tells_where_in_the_transcript(open_history) -> None:
    history = open_history()
    uid = begun(history, "The cat sat.", "A dog.", "Cats and dogs.")
    assert [(hit.position, hit.start_s) for hit in history.hits(uid, "cat")] == [(0, 0.0), (2, 20.0)]
    assert [hit.position for hit in history.hits(uid, "cat dog")] == [0, 1, 2]
    assert history.hits(uid, "") == []


def test_filters_orders_titles_and_tags(open_history) -> None:
    now = [1000.0]
    history = open_history(clock=lambda: now[0])
    uids = []
    for n, (title, language) in enumerate((("b", "en"), ("C", "de"), ("a", "en"))):
        now[0] = 1000.0 + n
        uids.append(
            history.add_transcript(
                replace(transcript(segment("Hi.")), language=language, duration_s=float(n % 2)), title
            )
        )
    b, c, a = uids
    assert history.find(EntryQuery()) == [a, c, b]
    assert history.find(EntryQuery(order="oldest")) == [b, c, a]
    assert history.find(EntryQuery(order="title")) == [a, b, c]
    assert history.find(EntryQuery(order="longest")) == [c, a, b]
    assert history.find(EntryQuery(language="en")) == [a, b]
    assert history.find(EntryQuery(model="other")) == []
    assert history.find(EntryQuery(since_s=1001.0)) == [a, c]
    assert history.find(EntryQuery(until_s=1001.0)) == [b]
    now[0] = 2000.0
    history.rename(b, "Der Ausflug")
    history.set_tags(b, ["Interview", " interesting ", ""])
    assert history.entry(b).tags == ("Interview", "interesting")
    assert history.find(EntryQuery("ausflug interview")) == [b]
    assert history.find(EntryQuery(tag="Interview")) == [b]
    assert history.find(EntryQuery(order="changed"))[0] == b
    history.set_tags(b, [])
    assert history.find(EntryQuery("interview")) == []
    assert (history.distinct("language"), history.distinct("model"), history.distinct("tag")) == (
        ["de", "en"],
        ["bundled"],
        [],
    )


def test_what_is_deleted_can_be_brought_back_until_it_is_purged(open_history, tmp_path: Path) -> None:
    now = [0.0]
    history = open_history(clock=lambda: now[0])
    uid, other = begun(history, "One."), begun(history, "Two.")
    history.delete([uid])
    assert (history.find(EntryQuery()), history.find(EntryQuery(deleted=True))) == ([other], [uid])
    history.restore([uid])
    assert set(history.find(EntryQuery())) == {uid, other}
    history.delete([uid])
    now[0] = 50.0
    assert history.purge(older_than_s=60.0) == []
    assert history.purge(older_than_s=40.0) == [uid]
    assert [path.stem for path in (tmp_path / "library" / "journals").iterdir()] == [other]
    with pytest.raises(LibraryError, match="no longer"):
        history.transcript(uid)
    with pytest.raises(LibraryError, match="no longer"):
        history.rename(uid, "x")
    assert open_history().find(EntryQuery("one")) == []


def test_a_uid_is_never_a_path(open_history) -> None:
    with pytest.raises(ValueError, match="name of an entry"):
        open_history().begin("../x", Path("a.wav"), "a")


# --- whatever happens to the files


def test_a_damaged_database_is_set_aside_and_made_again(open_history, tmp_path: Path) -> None:
    history = open_history()
    uid = begun(history, "One.", "Two.")
    shown = history.transcript(uid).segments
    history.edit(uid, shown, rewrite(shown, 0, "Eins."))
    history.set_tags(uid, ["kept"])
    before = (history.transcript(uid), history.entry(uid))
    history.close()
    spoilt(tmp_path / "library" / "library.sqlite3")
    again = open_history()
    assert "made again from the journals" in str(again.recovery_notice)
    assert again.transcript(uid) == before[0]
    assert replace(again.entry(uid), state="running") == before[1]
    assert again.find(EntryQuery("eins")) == [uid]
    assert len(list((tmp_path / "library").glob("library.damaged-*.sqlite3"))) == 1
    again.close()
    assert open_history().recovery_notice is None


def test_a_database_damaged_while_it_is_open_is_made_again(open_history, tmp_path: Path) -> None:
    history = open_history()
    uid = begun(history, "One.")
    history.close()
    history = open_history()
    other = sqlite3.connect(tmp_path / "library" / "library.sqlite3")
    other.executescript("DROP TABLE segments; DROP TABLE found;")
    other.close()
    history.add_segment(uid, segment("Two.", 1, 10.0))
    assert texts(history, uid) == ["One.", "Two."]
    assert history.find(EntryQuery("two")) == [uid]


def test_a_missing_database_is_made_again_in_silence(open_history, tmp_path: Path) -> None:
    history = open_history()
    uid = begun(history, "One.")
    history.close()
    for path in (tmp_path / "library").glob("library.sqlite3*"):
        path.unlink()
    again = open_history()
    assert (again.recovery_notice, texts(again, uid)) == (None, ["One."])


def test_a_database_somebody_keeps_locked_is_set_aside(open_history, tmp_path: Path) -> None:
    history = open_history()
    uid = begun(history, "One.")
    history.close()
    holder = sqlite3.connect(tmp_path / "library" / "library.sqlite3", isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("CREATE TABLE mine (x)")
    again = open_history(lock_timeout_s=0.2)
    assert "keeps it locked" in str(again.recovery_notice)
    assert texts(again, uid) == ["One."]
    again.add_segment(uid, segment("Two.", 1, 10.0))
    holder.close()
    assert texts(open_history(), uid) == ["One.", "Two."]


def test_a_lock_that_is_let_go_is_waited_for(open_history, tmp_path: Path) -> None:
    history = open_history(lock_timeout_s=30.0)
    uid = begun(history, "One.")
    holder = sqlite3.connect(tmp_path / "library" / "library.sqlite3", isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    letting_go = threading.Timer(0.3, lambda: holder.execute("ROLLBACK"))
    letting_go.start()
    history.add_segment(uid, segment("Two.", 1, 10.0))
    letting_go.join()
    holder.close()
    assert texts(history, uid) == ["One.", "Two."]


def test_a_full_disk_is_said_and_what_was_finished_stays(open_history) -> None:
    history = open_history()
    uid = begun(history, "One.")
    with full_disk(), pytest.raises(LibraryError, match="Make room on the disk"):
        history.add_segment(uid, segment("Two.", 1, 10.0))
    assert texts(history, uid) == ["One."]
    history.add_segment(uid, segment("Three.", 2, 20.0))
    assert texts(history, uid) == ["One.", "Three."]
    assert texts(open_history(), uid) == ["One.", "Three."]


def test_a_segment_that_reached_only_its_journal_is_there_at_the_next_start(open_history, tmp_path: Path) -> None:
    """The disk takes the journal's few bytes but not the database's."""
    history = open_history(clock=lambda: 7.0)
    uid = begun(history, "One.")
    wal = tmp_path / "library" / "library.sqlite3-wal"
    journal = tmp_path / "library" / "journals" / f"{uid}.jsonl"
    limit = journal.stat().st_size + 5000
    assert wal.stat().st_size > limit
    with full_disk(limit), pytest.raises(LibraryError, match="safe in its journal"):
        history.add_segment(uid, segment("Two.", 1, 10.0))
    assert texts(open_history(), uid) == ["One.", "Two."]
    history.add_segment(uid, segment("Three.", 2, 20.0))
    assert texts(history, uid) == ["One.", "Two.", "Three."]


def test_a_library_that_cannot_be_written_can_be_read(open_history, tmp_path: Path) -> None:
    history = open_history()
    uid = begun(history, "One.")
    history.close()
    folder = tmp_path / "library"
    shutil.rmtree(folder / "sessions")
    for path in folder.glob("library.sqlite3*"):
        path.unlink()
    with full_disk():  # nothing at all can be written
        again = open_history()
        assert "can be read but not changed" in str(again.recovery_notice)
        assert again.find(EntryQuery("one")) == [uid]
        with pytest.raises(LibraryError, match="could not be kept"):
            again.rename(uid, "x")


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no user ids here")
def test_a_folder_that_is_read_only_can_be_read(open_history, tmp_path: Path) -> None:
    history = open_history()
    uid = begun(history, "One.")
    history.close()
    folder = tmp_path / "library"
    places = [folder, *folder.rglob("*")]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    with as_somebody_else(tmp_path):
        again = open_history()
        assert texts(again, uid) == ["One."]
        assert "can be read but not changed" in str(again.recovery_notice)
        assert "It is read-only" in str(again.recovery_notice)
        with pytest.raises(LibraryError, match="make the folder writable"):
            again.rename(uid, "x")
        again.close()
    for place in places:
        place.chmod(0o755)


def test_a_place_where_nothing_can_be_is_an_empty_library(open_history, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    history = open_history(tmp_path / "file" / "library")
    assert "can be read but not changed" in str(history.recovery_notice)
    assert history.find(EntryQuery()) == []


def test_a_journal_that_was_lost_or_cut_short_is_written_again(open_history, tmp_path: Path) -> None:
    history = open_history()
    uid, other = begun(history, "One two.", "Three."), begun(history, "Four.")
    shown = history.transcript(uid).segments
    history.edit(uid, shown, split(shown, 0, 4))
    history.set_tags(uid, ["kept"])
    history.delete([other])
    before = [(history.transcript(u), history.entry(u)) for u in (uid, other)]
    history.close()
    folder = tmp_path / "library"
    (folder / "journals" / f"{uid}.jsonl").unlink()
    with open(folder / "journals" / f"{other}.jsonl", "r+b") as file:
        file.truncate(50)
    open_history().close()
    (folder / "library.sqlite3").unlink()
    again = open_history()
    for u, (whole, entry) in zip((uid, other), before, strict=True):
        assert again.transcript(u) == whole
        assert replace(again.entry(u), state=entry.state, changed_s=entry.changed_s) == entry


@pytest.mark.parametrize(
    "tail", [b'{"is":"segment","segm', b"\x00\xff\xfe\n", b'["no"]\n{"is":"?"}\n{"is":"titled"}\n']
)
def test_a_torn_or_damaged_record_is_left_out(open_history, tmp_path: Path, tail: bytes) -> None:
    history = open_history()
    uid = begun(history, "One.")
    history.close()
    journal = tmp_path / "library" / "journals" / f"{uid}.jsonl"
    journal.write_bytes(journal.read_bytes() + tail)
    again = open_history()
    assert texts(again, uid) == ["One."]
    again.add_segment(uid, segment("Two.", 1, 10.0))
    assert texts(again, uid) == ["One.", "Two."]
    (tmp_path / "library" / "library.sqlite3").unlink()
    assert texts(open_history(), uid) == ["One.", "Two."]


def test_two_processes_may_write_at_once(open_history, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from app.library.store import TranscriptStore\n"
        "from tests.library.export.spoken import segment\n"
        "history = TranscriptStore(Path(sys.argv[1]), 60.0)\n"
        "for n in range(20): history.add_segment(sys.argv[2], segment(f'theirs {n}', 2 * n, 1.0))\n"
    )
    history = open_history(lock_timeout_s=60.0)
    uid = begun(history)
    other = subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "library"), uid], cwd=ROOT)
    for n in range(20):
        history.add_segment(uid, segment(f"mine {n}", 2 * n + 1, 1.0))
    assert other.wait(60) == 0
    history.rename(uid, "both")
    both = [f"{whose} {n}" for n in range(20) for whose in ("theirs", "mine")]
    assert texts(history, uid) == both
    (tmp_path / "copy").mkdir()
    shutil.copytree(tmp_path / "library" / "journals", tmp_path / "copy" / "journals")
    assert texts(open_history(tmp_path / "copy"), uid) == both


# --- versions


@pytest.mark.parametrize("version", range(1, len(schema.MIGRATIONS) + 1))
def test_a_database_of_every_version_is_brought_up_to_date(open_history, tmp_path: Path, version: int) -> None:
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
    history = open_history()
    assert history.recovery_notice is None
    for typed in ("sonn", "天", "reise", "ausflug", "eva"):
        assert history.find(EntryQuery(typed)) == ["old"], typed
    assert history.entry("old").preview == "今天 sonnig"
    assert history.entry("old").tags == ("Reise",)
    assert history.transcript("old").segments[0].words[0].text == "sonnig"
    assert history.options("old").steps == 4
    history.rename("old", "Neu")
    assert history.find(EntryQuery("neu")) == ["old"]


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


def test_a_newer_library_is_left_alone(open_history, tmp_path: Path) -> None:
    open_history().close()
    path = tmp_path / "library" / "library.sqlite3"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(LibraryError, match="newer version"):
        TranscriptStore(tmp_path / "library")
    assert path.exists()
