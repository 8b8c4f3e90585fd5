"""The manifest: torn lines, the last line of a file, two runs at a time, names that are no text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.archive.manifest import Manifest, ManifestEntry, read_manifest
from app.archive.settings import settings_key
from app.errors import ArchiveError

SETTINGS = {"steps": 3}
KEY = settings_key(SETTINGS)


def entry(name: str, sha256: str = "1", **changes: object) -> ManifestEntry:
    return ManifestEntry(name, "/talks", sha256, settings=SETTINGS, outputs=(f"{name}.json",), **changes)  # type: ignore[arg-type]


def test_what_was_added_is_found_by_name_and_by_content(tmp_path: Path) -> None:
    name = os.fsdecode(b"na\xffme.wav")
    with Manifest(tmp_path) as manifest:
        manifest.add(entry(name, words=5))
        manifest.add(entry("声.wav", "2"))
    with Manifest(tmp_path) as again:
        assert again.of_path(name) == entry(name, words=5)
        assert again.of_content("2", KEY) == entry("声.wav", "2")
        assert again.of_content("2", "other settings") is None
        assert again.of_path("other.wav") is None
    assert "声" in manifest.path.read_text(encoding="utf-8")


def test_the_outputs_of_an_earlier_content_are_nobodys(tmp_path: Path) -> None:
    with Manifest(tmp_path) as manifest:
        manifest.add(entry("a.wav", "1"))
        manifest.add(entry("a.wav", "2"))
        assert manifest.of_content("1", KEY) is None
        assert manifest.of_content("2", KEY) == entry("a.wav", "2")


def test_a_torn_line_costs_its_file_alone(tmp_path: Path) -> None:
    with Manifest(tmp_path) as manifest:
        manifest.add(entry("a.wav"))
        manifest.add(entry("b.wav", "2"))
    whole = manifest.path.read_bytes()
    manifest.path.write_bytes(whole[:-20])
    with Manifest(tmp_path) as again:
        assert again.of_path("b.wav") is None
        again.add(entry("c.wav", "3"))
        assert again.of_path("c.wav") == entry("c.wav", "3")
    assert [each.file for each in read_manifest(manifest.path)] == ["a.wav", "c.wav"]


def test_it_is_tidied_to_a_line_a_file(tmp_path: Path) -> None:
    with Manifest(tmp_path) as manifest:
        for words in (1, 2):
            for name in ("b.wav", "a.wav"):
                manifest.add(entry(name, words=words))
        manifest.tidy()
    assert manifest.path.read_bytes().count(b"\n") == 2
    assert list(read_manifest(manifest.path)) == [entry("a.wav", words=2), entry("b.wav", words=2)]


def test_a_failure_that_may_pass_is_not_the_contents(tmp_path: Path) -> None:
    with Manifest(tmp_path) as manifest:
        manifest.add(entry("a.wav", error="memory", retry=True))
        assert manifest.of_content("1", KEY) is None
        manifest.add(entry("a.wav", error="silence"))
        assert manifest.of_content("1", KEY) == entry("a.wav", error="silence")


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with Manifest(tmp_path), pytest.raises(ArchiveError, match="Another run"), Manifest(tmp_path):
        pass
    with Manifest(tmp_path):
        pass


def test_what_is_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("{}\nnothing\n")
    with pytest.raises(ArchiveError, match="not the manifest"):
        list(read_manifest(tmp_path / "x.jsonl"))
    with pytest.raises(ArchiveError, match="cannot be read"):
        list(read_manifest(tmp_path / "gone.jsonl"))
