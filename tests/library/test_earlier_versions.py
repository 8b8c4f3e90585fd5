"""A library and settings that an earlier version wrote open unchanged: see ``fixtures/2026-11-28/README.md``."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app import settings
from app.library.entry import EntryQuery
from app.library.library import Library
from app.library.recordings import recover_recordings
from app.paths import Folders
from app.settings import Settings
from app.speech.audio import decode
from app.speech.events import CanvasStep
from app.speech.options import TranscribeOptions

FIXTURE = Path(__file__).parent / "fixtures" / "2026-11-28"
EXPECTED: dict[str, Any] = json.loads((FIXTURE / "expected.json").read_text(encoding="utf-8"))
ENTRIES: dict[str, Any] = EXPECTED["entries"]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A copy of what the earlier version left."""
    shutil.copytree(FIXTURE, tmp_path / "copy")
    return Folders.under(tmp_path / "copy")


@pytest.fixture
def library(folders: Folders) -> Iterator[Library]:
    library = Library(folders.library)
    yield library
    library.close()


def restricted(value: Any, expected: dict[str, Any]) -> dict[str, Any]:
    """A dataclass as a dict of the fields that the earlier version had."""
    present = json.loads(json.dumps(asdict(value), default=str))
    return {name: present[name] for name in expected}


def assert_same_segments(segments: Any, expected: list[dict[str, Any]]) -> None:
    assert len(segments) == len(expected)
    for segment, before in zip(segments, expected, strict=True):
        assert len(segment.words) == len(before["words"])
        words = [restricted(word, known) for word, known in zip(segment.words, before["words"], strict=True)]
        assert {**restricted(segment, before), "words": words} == before


def test_nothing_has_to_be_repaired(library: Library) -> None:
    assert library.store.recovery_notice is None


@pytest.mark.parametrize("uid", ENTRIES)
def test_entries_texts_words_and_edits(library: Library, uid: str) -> None:
    before = ENTRIES[uid]
    state = (
        "interrupted" if before["entry"]["state"] == "waiting" else before["entry"]["state"]
    )  # that process has ended
    entry = library.store.entry(uid)
    assert restricted(entry, before["entry"]) == {**before["entry"], "state": state}
    transcript = library.store.transcript(uid)
    assert transcript.seed == before["seed"]
    assert_same_segments(transcript.segments, before["segments"])
    assert_same_segments(library.store.finished_segments(uid), before["finished"])
    edits = library.store.edits(uid)
    assert [(at_s, label) for at_s, label, _ in edits] == [(at_s, label) for at_s, label, _ in before["edits"]]
    for (_, _, change), (_, _, known) in zip(edits, before["edits"], strict=True):
        assert_same_segments(change.removed, known["removed"])
        assert_same_segments(change.added, known["added"])


def test_the_edits_that_were_made_are_there(library: Library) -> None:
    texts = {text for before in ENTRIES.values() for text in (segment["text"] for segment in before["segments"])}
    assert "Diese Dateien werden von der Linuxdistribution bereitgestellt." in texts
    speakers = {segment["speaker"] for before in ENTRIES.values() for segment in before["segments"]}
    assert {"Käthe Müller", "आशा"} <= speakers
    assert sum(len(before["edits"]) for before in ENTRIES.values()) == 4
    assert sum(len(before["replays"]) for before in ENTRIES.values()) == 3


def test_options_carry_over(library: Library) -> None:
    german = next(uid for uid, before in ENTRIES.items() if before["entry"]["language"] == "de")
    assert library.store.options(german) == TranscribeOptions(language="de", steps=8, observe=True, audio_track=0)


def test_search_filters_and_order(library: Library) -> None:
    store = library.store
    assert {text: store.find(EntryQuery(text=text)) for text in EXPECTED["searches"]} == EXPECTED["searches"]
    assert store.find(EntryQuery()) == EXPECTED["newest"]
    assert store.find(EntryQuery(deleted=True)) == EXPECTED["deleted"]
    assert store.find(EntryQuery(tag="书")) == EXPECTED["by_tag"]
    assert store.distinct("tag") == EXPECTED["tags"]
    assert store.distinct("model") == EXPECTED["models"]
    [german] = EXPECTED["searches"]["linuxdist"]
    hits = store.hits(german, "linuxdist")
    assert [[hit.position, hit.start_s, hit.text] for hit in hits] == EXPECTED["hits"]["linuxdist"]


def test_what_waited_is_offered_again(library: Library) -> None:
    waiting = [uid for uid, before in ENTRIES.items() if before["entry"]["state"] == "waiting"]
    assert [entry.uid for entry in library.store.list_interrupted()] == waiting != []


def digest(step: CanvasStep) -> str:
    arrays = (step.canvas, step.argmax_ids, step.accepted, step.entropy, step.top_ids, step.top_probs)
    return hashlib.sha256(b"".join(array.tobytes() for array in arrays)).hexdigest()[:16]


@pytest.mark.parametrize("uid", [uid for uid, before in ENTRIES.items() if before["replays"]])
def test_replays_are_the_same_to_the_last_bit(library: Library, uid: str) -> None:
    before = ENTRIES[uid]["replays"]
    assert library.replays.list_segments(uid) == [int(segment) for segment in before]
    for segment, runs in before.items():
        replay = library.replays.load(uid, int(segment))
        assert replay is not None
        vocabulary = library.replays.load_vocabulary(replay.vocabulary)
        assert vocabulary is not None
        assert len(replay.runs) == len(runs) > 0
        for run, known in zip(replay.runs, runs, strict=True):
            started = (run.started.start_s, run.started.end_s, run.started.canvas_length, replay.vocabulary)
            assert started == (known["start_s"], known["end_s"], known["canvas"], known["vocabulary"])
            assert len(run.steps) == len(known["steps"]) > 0
            for step, numbers in zip(run.steps, known["steps"], strict=True):
                ids, _ = vocabulary.truncate_at_end(step.argmax_ids.tolist())
                assert vocabulary.decode(ids) == numbers["text"]
                assert (step.step, step.steps, digest(step)) == (numbers["step"], numbers["steps"], numbers["digest"])


def test_the_journals_alone_make_the_same_library(folders: Folders) -> None:
    (folders.library / "library.sqlite3").unlink()
    library = Library(folders.library)
    try:
        for uid, before in ENTRIES.items():
            assert_same_segments(library.store.transcript(uid).segments, before["segments"])
        assert library.store.find(EntryQuery()) == EXPECTED["newest"]
    finally:
        library.close()


def test_a_correction_can_still_be_added(library: Library) -> None:
    uid = next(uid for uid, before in ENTRIES.items() if before["segments"])
    before = library.store.transcript(uid).segments
    library.store.edit(uid, before, before[1:], "Delete a segment")
    assert library.store.transcript(uid).segments == before[1:]


def test_the_recording_is_whole(folders: Folders) -> None:
    [recording] = folders.recordings.iterdir()
    assert recover_recordings(folders.recordings) == []
    sound = np.concatenate(list(decode.blocks(recording)))
    assert len(sound) == 32_000


def test_settings_carry_over(folders: Folders) -> None:
    loaded, error = settings.load(folders.settings_file)
    assert error is None
    stored = json.loads(folders.settings_file.read_text(encoding="utf-8"))
    assert {name: getattr(loaded, name) for name in stored} == stored
    defaults = Settings()
    assert [name for name in stored if getattr(loaded, name) == getattr(defaults, name)] == []
    assert set(stored) <= {field.name for field in fields(Settings)}
    settings.save(loaded, folders.settings_file)
    assert json.loads(folders.settings_file.read_text(encoding="utf-8")).items() >= stored.items()
