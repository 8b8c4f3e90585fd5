"""Transcripts, edits, states and deletion as the store keeps them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import LibraryError
from app.library.entry import EntryQuery
from app.library.store import new_uid
from app.speech.options import TranscribeOptions
from app.transcript.edits import Splice, delete, merge, rewrite, split
from app.transcript.model import Notice, Segment, Transcript

from .conftest import OpenStore
from .export.spoken import segment
from .library_folders import begin_entry, texts


def test_a_transcription_is_kept_as_it_goes(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store, "Hello there.", language="en", steps=8, seed=5)
    entry = store.entry(uid)
    assert (entry.title, entry.source, entry.state) == ("talk.wav", Path("/somewhere/talk.wav"), "running")
    assert (entry.model, entry.language, entry.steps, entry.segment_count) == ("Tiny", "en", 8, 3)
    store.add_segment(uid, segment("Bye now.", 1, 10.0))
    store.mark_ended(uid, "done")
    kept = open_store().transcript(uid)
    assert [s.text for s in kept.segments] == ["Hello there.", "Bye now."]
    assert kept.segments[1].words == segment("Bye now.", 1, 10.0).words
    assert (kept.seed, kept.duration_s, kept.device) == (5, 30.0, "cpu, fp32")
    assert store.entry(uid).state == "done"
    assert store.entry(uid).preview == "Hello there. Bye now."


def test_the_track_and_what_is_missing_are_kept(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store, "Hello there.")
    missing = Notice("The sound ends early: there are {heard} of {promised}.", {"heard": "2 s", "promised": "9 s"})
    store.mark_opened(uid, "Tiny", "cpu, fp32", TranscribeOptions(audio_track=2), 30.0, 3, (missing,))
    entry, transcript = open_store().entry(uid), open_store().transcript(uid)
    assert (entry.audio_track, entry.warnings) == (2, (missing,))
    assert (transcript.audio_track, transcript.warnings) == (2, (missing,))
    copied = open_store().add_transcript(transcript, "copy")
    assert open_store().transcript(copied).warnings == (missing,)
    assert open_store().entry(copied).audio_track == 2


def test_segments_that_finish_out_of_order_are_in_order(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store)
    for index in (2, 0, 1):
        store.add_segment(uid, segment(f"part {index}", index, 10.0 * index))
    assert texts(store, uid) == ["part 0", "part 1", "part 2"]
    store.add_segment(uid, segment("part 1 again", 1, 10.0))
    assert texts(store, uid) == ["part 0", "part 1 again", "part 2"]


def test_everything_said_of_a_segment_comes_back(open_store: OpenStore) -> None:
    word = replace(segment("Word").words[0], doubt=0.25)
    whole = Segment(4, 1.25, 3.5, "Word", (word,), "step limit", 16, 0.75, "Ada")
    store = open_store()
    uid = store.add_transcript(Transcript("a.wav", "en", 9.0, "Tiny", "cpu, fp32", 16, 0, (whole,)), "a")
    assert store.transcript(uid).segments == (whole,)


def test_an_entry_is_in_the_library_before_its_transcription_begins(open_store: OpenStore) -> None:
    store = open_store()
    uid = new_uid()
    store.begin(uid, Path("talk.wav"), "Talk", recorded=True)
    assert store.entries(store.find(EntryQuery()))[0].state == "waiting"
    assert store.entry(uid).recorded


def test_what_a_dead_process_left_is_interrupted_and_what_a_live_one_does_is_not(open_store: OpenStore) -> None:
    first = open_store()
    uid = begin_entry(first, "One.")
    second = open_store()
    assert second.entry(uid).state == "running"
    first.close()
    assert second.entry(uid).state == "interrupted"
    assert [entry.uid for entry in second.list_interrupted()] == [uid]
    second.mark_waiting(uid)
    assert second.entry(uid).state == "waiting"


def test_the_segments_as_the_model_wrote_them_outlive_corrections(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store, "One.", "Too.", steps=5)
    before = store.transcript(uid).segments
    store.edit(uid, before, merge(rewrite(before, 1, "Two."), 0), "correct")
    assert texts(store, uid) == ["One. Two."]
    assert [s.text for s in store.finished_segments(uid)] == ["One.", "Too."]
    assert store.options(uid) == TranscribeOptions(steps=5)
    store.set_options(uid, TranscribeOptions(steps=9))
    assert store.options(uid).steps == 9


def test_beginning_again_forgets_the_segments(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store, "One.", "Two.")
    store.restart(uid)
    assert (texts(store, uid), store.finished_segments(uid), store.entry(uid).state) == ([], (), "waiting")
    assert store.find(EntryQuery("two")) == []


def test_corrections_and_the_way_back_are_kept(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store, "One two three.", "Four.", "Five.")
    first = store.transcript(uid).segments
    second = split(rewrite(first, 0, "One too three."), 0, 8)
    third = delete(second, 2)
    store.edit(uid, first, second, "split")
    store.edit(uid, second, third, "delete")
    assert texts(open_store(), uid) == ["One too", "three.", "Five."]
    changes = store.edits(uid)
    assert [what for _, what, _ in changes] == ["split", "delete"]
    now = store.transcript(uid).segments
    for _, what, change in reversed(changes):
        back = Splice(change.index, change.added, change.removed).apply(now)
        store.edit(uid, now, back, f"undo {what}")
        now = store.transcript(uid).segments
    assert now == first


def test_a_correction_while_the_transcription_goes_on_loses_neither(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store, "One.", "Too.")
    shown = store.transcript(uid).segments
    store.add_segment(uid, segment("Three.", 2, 20.0))
    store.edit(uid, shown, rewrite(shown, 1, "Two."))
    assert texts(store, uid) == ["One.", "Two.", "Three."]


def test_a_correction_of_what_another_window_changed_is_refused(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store, "One.")
    shown = store.transcript(uid).segments
    store.edit(uid, shown, rewrite(shown, 0, "Eins."))
    with pytest.raises(LibraryError, match="another window"):
        store.edit(uid, shown, rewrite(shown, 0, "Uno."))
    assert texts(store, uid) == ["Eins."]


def test_what_is_deleted_can_be_brought_back_until_it_is_purged(open_store: OpenStore, tmp_path: Path) -> None:
    now = [0.0]
    store = open_store(clock=lambda: now[0])
    uid, other = begin_entry(store, "One."), begin_entry(store, "Two.")
    store.delete([uid])
    assert (store.find(EntryQuery()), store.find(EntryQuery(deleted=True))) == ([other], [uid])
    store.restore([uid])
    assert set(store.find(EntryQuery())) == {uid, other}
    store.delete([uid])
    now[0] = 50.0
    assert store.purge(older_than_s=60.0) == []
    assert store.purge(older_than_s=40.0) == [uid]
    assert [path.stem for path in (tmp_path / "library" / "journals").iterdir()] == [other]
    with pytest.raises(LibraryError, match="no longer"):
        store.transcript(uid)
    with pytest.raises(LibraryError, match="no longer"):
        store.rename(uid, "x")
    assert open_store().find(EntryQuery("one")) == []


def test_a_uid_is_never_a_path(open_store: OpenStore) -> None:
    with pytest.raises(ValueError, match="name of an entry"):
        open_store().begin("../x", Path("a.wav"), "a")
