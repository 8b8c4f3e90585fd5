"""A finished archive in the library: found by its words, corrected, and left alone when it is added again."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.archive.library_import import add_to_library
from app.archive.manifest import Manifest, ManifestEntry
from app.archive.outputs import write_outputs
from app.errors import ArchiveError
from app.library.entry import EntryQuery
from app.library.store import TranscriptStore
from app.transcript.model import Segment, Transcript, Word

WORD = Word(0.5, 1.0, "ropes", 0.9, 0.8)
TALK = Transcript("", "en", 2.0, "Tiny", "cpu, fp32", 3, 0, (Segment(0, 0.0, 2.0, "the ropes", (WORD,)),))
NO_TEXT = os.fsdecode(b"na\xffme.wav")


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    with Manifest(tmp_path) as opened:
        for number, name in enumerate(("talks/a.wav", NO_TEXT, "gone.wav")):
            names = write_outputs(tmp_path, name, TALK, ["txt"])
            opened.add(ManifestEntry(name, "/sound", str(number), outputs=names))
        opened.add(ManifestEntry("silent.wav", "/sound", "9", error="Nobody speaks."))
    (tmp_path / "gone.wav.json").unlink()
    return opened.path


def test_it_is_found_and_corrected_and_added_once(manifest: Path, tmp_path: Path) -> None:
    store = TranscriptStore(tmp_path / "library")
    outcomes = {entry.file: outcome for entry, outcome in add_to_library(manifest, store)}
    assert outcomes == {"talks/a.wav": "added", NO_TEXT: "added", "gone.wav": "missing"}
    uids = store.find(EntryQuery("ropes"))
    assert {entry.title for entry in store.entries(uids)} == {"a.wav", "na\ufffdme.wav"}
    [uid] = [uid for uid in uids if store.entry(uid).title == "a.wav"]
    assert store.entry(uid).source == Path("/sound/talks/a.wav")
    stored = store.transcript(uid)
    assert stored.segments[0].words[0] == WORD
    store.edit(uid, stored.segments, [replace(stored.segments[0], text="these ropes")])
    again = {entry.file: outcome for entry, outcome in add_to_library(manifest, store)}
    assert again == {"talks/a.wav": "known", NO_TEXT: "known", "gone.wav": "missing"}
    assert store.transcript(uid).text == "these ropes"
    store.close()


def test_what_is_no_manifest(tmp_path: Path) -> None:
    store = TranscriptStore(tmp_path / "library")
    with pytest.raises(ArchiveError):
        list(add_to_library(tmp_path / "manifest.jsonl", store))
    store.close()
