"""An archive on one machine, with the real engine on a tiny model: what is done again, what is not, and what fails."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.archive import plan as planning
from app.archive.archive import ArchiveRun
from app.archive.group_transcription import load_engine, transcribe_here
from app.archive.manifest import Manifest, read_manifest
from app.archive.outputs import output_path
from app.archive.plan import Plan, Todo, make_plan
from app.archive.settings import ArchiveSettings
from app.archive.source_folder import LocalFolder
from app.errors import ArchiveError

from .conftest import outputs, write_talk


class Runner:
    """Runs archives with one engine, which is loaded once."""

    def __init__(self, settings: ArchiveSettings) -> None:
        self.settings, self.engine = settings, load_engine(settings)

    def __call__(
        self, folder: Path, into: Path, formats: tuple[str, ...] = ("txt",), stop_after: int | None = None
    ) -> Plan:
        into.mkdir(exist_ok=True)
        source = LocalFolder(folder, into)
        with Manifest(into) as manifest:
            plan = make_plan(source, manifest, self.settings, formats)
            run = ArchiveRun(source, manifest, self.settings, formats, plan)
            entries = run.run(lambda groups: transcribe_here(groups, source, self.settings, self.engine))
            for count, _ in enumerate(entries, 1):
                if count == stop_after:
                    entries.close()
            if stop_after is None:
                run.finish()
        return plan


def counts(plan: Plan) -> dict[Todo, int]:
    """How many files there are for each thing to do."""
    return {todo: plan.count(todo) for todo in Todo if plan.count(todo)}


@pytest.fixture(scope="module")
def run(settings: ArchiveSettings) -> Runner:
    return Runner(settings)


def test_outputs_mirror_the_tree_and_the_second_run_does_nothing(run: Runner, talks: Path, tmp_path: Path) -> None:
    into = tmp_path / "out"
    first = run(talks, into, ("txt", "srt"))
    assert counts(first) == {Todo.TRANSCRIBE: 5}
    names = ["a.flac", "a.wav", "more/b.wav", "more/c.wav", "more/naïve 声.wav"]
    assert sorted(outputs(into)) == sorted(f"{name}.{each}" for name in names for each in ("json", "txt", "srt"))
    entries = list(read_manifest(into / "manifest.jsonl"))
    assert [entry.file for entry in entries] == names
    assert all(entry.sha256 and entry.duration == 2.0 and entry.seconds > 0 and not entry.error for entry in entries)
    before = {path: path.stat().st_mtime_ns for path in into.rglob("*.json*") if path.name != "manifest.jsonl"}
    second = run(talks, into, ("txt", "srt"))
    assert counts(second) == {Todo.DONE: 5}
    assert before == {path: path.stat().st_mtime_ns for path in before}
    assert into / "groups.jsonl" in before
    assert "5 of 5 files have a text" in (into / "report.txt").read_text(encoding="utf-8")


def test_it_goes_on_where_it_was_to_the_same_bytes(
    run: Runner, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped in the middle of a group, whose files share batches: what is left is done in the same company."""
    monkeypatch.setattr(planning, "GROUP_FILES", 4)
    run(talks, tmp_path / "whole")
    run(talks, tmp_path / "out", stop_after=2)
    assert len(outputs(tmp_path / "out")) == 4
    write_talk(talks / "aa.wav", 9)  # comes between: the groups stay
    plan = run(talks, tmp_path / "out")
    assert counts(plan) == {Todo.DONE: 2, Todo.TRANSCRIBE: 4}
    made = outputs(tmp_path / "out")
    assert {name: body for name, body in made.items() if not name.startswith("aa")} == outputs(tmp_path / "whole")


def test_content_counts_and_not_the_name(run: Runner, talks: Path, tmp_path: Path) -> None:
    into = tmp_path / "out"
    shutil.copy(talks / "a.wav", talks / "more" / "copy.wav")
    plan = run(talks, into)
    assert counts(plan) == {Todo.TRANSCRIBE: 5, Todo.COPY: 1}
    made = outputs(into)
    assert made["more/copy.wav.txt"] == made["a.wav.txt"]
    (talks / "a.wav").rename(talks / "renamed.wav")
    write_talk(talks / "more" / "b.wav", 77)
    plan = run(talks, into)
    assert counts(plan) == {Todo.DONE: 4, Todo.TRANSCRIBE: 1, Todo.REUSE: 1}
    assert outputs(into)["renamed.wav.txt"] == made["a.wav.txt"]
    assert outputs(into)["more/b.wav.json"] != made["more/b.wav.json"]


def test_other_formats_are_made_of_what_is_there(run: Runner, talks: Path, tmp_path: Path) -> None:
    run(talks, tmp_path / "out", ("txt",))
    plan = run(talks, tmp_path / "out", ("srt", "vtt"))
    assert counts(plan) == {Todo.REUSE: 5}
    run(talks, tmp_path / "direct", ("txt", "srt", "vtt"))
    assert outputs(tmp_path / "out") == outputs(tmp_path / "direct")


def test_a_missing_output_is_made_again(run: Runner, talks: Path, tmp_path: Path) -> None:
    run(talks, tmp_path / "out")
    made = outputs(tmp_path / "out")
    (tmp_path / "out" / "a.wav.json").unlink()
    (tmp_path / "out" / "more" / "b.wav.txt").unlink()
    plan = run(talks, tmp_path / "out")
    assert counts(plan) == {Todo.DONE: 3, Todo.TRANSCRIBE: 1, Todo.REUSE: 1}
    assert outputs(tmp_path / "out") == made


def test_a_bad_file_costs_a_line(run: Runner, talks: Path, tmp_path: Path) -> None:
    (talks / "broken.mp3").write_bytes(b"no sound")
    (talks / "empty.wav").write_bytes(b"")
    write_talk(talks / "silent.wav", 0, 0.0001)
    name = os.fsdecode(b"na\xffme.wav")
    write_talk(talks / "name.wav", 5)
    (talks / "name.wav").rename(talks / name)
    run(talks, tmp_path / "out")
    by_name = {entry.file: entry for entry in read_manifest(tmp_path / "out" / "manifest.jsonl")}
    assert {file for file, entry in by_name.items() if entry.error} == {"broken.mp3", "empty.wav", "silent.wav"}
    assert f"{name}.json" in outputs(tmp_path / "out")
    report = (tmp_path / "out" / "report.txt").read_text(encoding="utf-8")
    assert "Without a text: 3" in report
    assert "6 of 9 files" in report
    again = run(talks, tmp_path / "out")
    assert counts(again) == {Todo.DONE: 6, Todo.UNREADABLE: 2, Todo.FAILED: 1}


def test_a_file_that_changes_meanwhile_is_no_result(run: Runner, talks: Path, tmp_path: Path) -> None:
    source, into = LocalFolder(talks), tmp_path / "out"
    into.mkdir()
    with Manifest(into) as manifest:
        plan = make_plan(source, manifest, run.settings, ["txt"])
        os.utime(talks / "a.wav", ns=(1, 1))
        archive = ArchiveRun(source, manifest, run.settings, ["txt"], plan)
        entries = list(archive.run(lambda groups: transcribe_here(groups, source, run.settings, run.engine)))
    assert [entry.file for entry in entries if entry.error] == ["a.wav"]
    assert run(talks, into).count(Todo.TRANSCRIBE) == 1


def test_another_model_or_version_is_refused(settings: ArchiveSettings) -> None:
    with pytest.raises(ArchiveError, match="another model"):
        load_engine(replace(settings, model_digest="0"))
    with pytest.raises(ArchiveError, match="has Anneal"):
        load_engine(replace(settings, version="0.1"))


def test_outputs_of_names_that_are_too_long() -> None:
    names = [output_path(f"talks/{'ü' * 124}{end}.wav", "json") for end in ("a", "b")]
    assert len(set(names)) == 2
    assert all(len(os.fsencode(name.removeprefix("talks/"))) + len(".new") <= 255 for name in names)
    assert output_path("talks/a.wav", "srt") == "talks/a.wav.srt"


def test_names_that_change_places_take_their_texts_with_them(run: Runner, talks: Path, tmp_path: Path) -> None:
    into = tmp_path / "out"
    run(talks, into)
    made = outputs(into)
    for old, new in (
        ("a.wav", "x"),
        ("a.flac", "a.wav"),
        ("x", "a.flac"),
        ("more/c.wav", "more/d.wav"),
        ("more/b.wav", "more/c.wav"),
    ):
        (talks / old).rename(talks / new)
    plan = run(talks, into)
    assert counts(plan) == {Todo.DONE: 1, Todo.REUSE: 4}
    now = outputs(into)
    for new, old in (
        ("a.wav", "a.flac"),
        ("a.flac", "a.wav"),
        ("more/d.wav", "more/c.wav"),
        ("more/c.wav", "more/b.wav"),
    ):
        assert now[f"{new}.txt"] == made[f"{old}.txt"]
    assert counts(run(talks, into)) == {Todo.DONE: 5}


def test_outputs_that_were_being_replaced_are_nobodys(
    run: Runner, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends between an output and its line: what the line before says of the name no longer holds."""
    into = tmp_path / "out"
    run(talks, into)
    made = outputs(into)
    (talks / "a.wav").rename(talks / "old.wav")
    write_talk(talks / "a.wav", 99)
    monkeypatch.setattr(ArchiveRun, "_keep", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    (talks / "old.wav").rename(tmp_path / "old.wav")
    with pytest.raises(KeyboardInterrupt):
        run(talks, into)
    monkeypatch.undo()
    assert outputs(into)["a.wav.json"] != made["a.wav.json"]
    (tmp_path / "old.wav").rename(talks / "old.wav")
    assert run(talks, into).count(Todo.TRANSCRIBE) == 2
    assert outputs(into)["old.wav.txt"] == made["a.wav.txt"]


def test_an_output_that_cannot_have_its_name_costs_a_line(run: Runner, talks: Path, tmp_path: Path) -> None:
    into = tmp_path / "out"
    (into / "a.wav.txt").mkdir(parents=True)
    (into / "more").write_text("no folder")
    run(talks, into)
    errors = {entry.file: entry.error for entry in read_manifest(into / "manifest.jsonl")}
    assert {name for name, error in errors.items() if not error} == {"a.flac"}
    assert "Is a directory" in errors["a.wav"]
    (into / "a.wav.txt").rmdir()
    (into / "more").unlink()
    assert counts(run(talks, into)) == {Todo.DONE: 1, Todo.TRANSCRIBE: 4}
    assert len(outputs(into)) == 10


def test_a_failure_leaves_with_its_file(run: Runner, talks: Path, tmp_path: Path) -> None:
    for name in ("gone.mp3", "line\nbreak.mp3"):
        (talks / name).write_bytes(b"no sound")
    run(talks, tmp_path / "out")
    report = (tmp_path / "out" / "report.txt").read_text(encoding="utf-8")
    assert "Without a text: 2" in report
    assert "line\\nbreak.mp3: " in report
    (talks / "gone.mp3").unlink()
    run(talks, tmp_path / "out")
    assert "Without a text: 1" in (tmp_path / "out" / "report.txt").read_text(encoding="utf-8")
    assert "gone.mp3" not in (tmp_path / "out" / "manifest.jsonl").read_text(encoding="utf-8")


def test_outputs_beside_the_files(run: Runner, talks: Path) -> None:
    assert counts(run(talks, talks)) == {Todo.TRANSCRIBE: 5}
    assert (talks / "more" / "b.wav.txt").is_file()
    assert counts(run(talks, talks)) == {Todo.DONE: 5}


def test_no_files(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    assert counts(run(tmp_path / "talks", tmp_path / "out")) == {}
    assert "0 of 0 files have a text" in (tmp_path / "out" / "report.txt").read_text(encoding="utf-8")
