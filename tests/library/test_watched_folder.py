"""A watched folder gives each file once, when it is whole."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from app.library.watched_folder import MAX_ABSENT, FileVersion, WatchedFolder


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


def watch(folder: Path, clock: Clock, **more) -> WatchedFolder:
    return WatchedFolder(folder, lambda path: path.suffix == ".wav", clock=clock, **more)


def names(watched: WatchedFolder, clock: Clock, at_s: float) -> list[str]:
    clock.now_s = at_s
    return [path.name for path in watched.poll()]


def watch_and_find(folder: Path, clock: Clock, name: str) -> WatchedFolder:
    """A watched folder in which a new file was found; the clock stands at 7 s."""
    watched = watch(folder, clock)
    names(watched, clock, 0)
    (folder / name).write_bytes(b"x")
    assert (names(watched, clock, 1), names(watched, clock, 7)) == ([], [name])
    return watched


def test_what_was_there_is_left_alone_and_what_comes_is_given_once(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "old.wav").write_bytes(b"x")
    watched = watch(tmp_path, clock)
    assert names(watched, clock, 0) == []
    for name in ("b.wav", "a.wav", "notes.txt", ".hidden.wav"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.wav").mkdir()
    assert names(watched, clock, 2) == []
    assert names(watched, clock, 6) == []
    assert names(watched, clock, 7) == ["a.wav", "b.wav"]
    assert names(watched, clock, 20) == []


def test_a_file_that_still_grows_is_waited_for(tmp_path: Path, clock: Clock) -> None:
    watched = watch(tmp_path, clock)
    assert names(watched, clock, 0) == []
    path = tmp_path / "a.wav"
    path.write_bytes(b"")
    for second in range(1, 12, 2):
        assert names(watched, clock, second) == []
        with open(path, "ab") as file:
            file.write(b"more")
    assert names(watched, clock, 13) == []
    assert names(watched, clock, 17) == []
    assert names(watched, clock, 18) == ["a.wav"]


def test_an_empty_file_is_not_whole(tmp_path: Path, clock: Clock) -> None:
    watched = watch(tmp_path, clock)
    names(watched, clock, 0)
    (tmp_path / "a.wav").touch()
    assert [names(watched, clock, second) for second in (1, 10, 100)] == [[], [], []]


def test_a_file_written_anew_is_new(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"x")
    watched = watch(tmp_path, clock, include_existing=True)
    assert (names(watched, clock, 0), names(watched, clock, 5)) == ([], ["a.wav"])
    os.utime(path, ns=(1, 1))
    assert (names(watched, clock, 10), names(watched, clock, 15)) == ([], ["a.wav"])


def test_what_is_known_is_known_at_the_next_start(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "a.wav").write_bytes(b"x")
    first = watch(tmp_path, clock, include_existing=True)
    names(first, clock, 0)
    assert names(first, clock, 5) == ["a.wav"]
    (tmp_path / "while away.wav").write_bytes(b"x")
    second = watch(tmp_path, clock, seen=first.seen)
    assert (names(second, clock, 10), names(second, clock, 15)) == ([], ["while away.wav"])


def test_a_folder_that_is_gone_is_an_error_and_may_come_back(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    watched = watch(folder, clock)
    names(watched, clock, 0)
    folder.rmdir()
    with pytest.raises(OSError, match="stick"):
        watched.poll()
    folder.mkdir()
    (folder / "a.wav").write_bytes(b"x")
    assert (names(watched, clock, 3), names(watched, clock, 9)) == ([], ["a.wav"])


def test_a_folder_that_was_emptied_and_filled_while_the_app_was_closed(tmp_path: Path, clock: Clock) -> None:
    first = watch(tmp_path, clock)
    assert names(first, clock, 0) == []
    assert first.seen == {}
    (tmp_path / "monday.wav").write_bytes(b"x")
    second = watch(tmp_path, clock, seen=first.seen)
    assert (names(second, clock, 1), names(second, clock, 9)) == ([], ["monday.wav"])
    (tmp_path / "monday.wav").unlink()
    assert names(second, clock, 10) == []
    (tmp_path / "tuesday.wav").write_bytes(b"x")
    third = watch(tmp_path, clock, seen=second.seen)
    assert (names(third, clock, 11), names(third, clock, 19)) == ([], ["tuesday.wav"])


@pytest.mark.parametrize("step_ns", [1, 2_000_000_000])
@pytest.mark.parametrize("restarted", [False, True])
def test_a_drive_that_is_mounted_again_gives_no_file_again(
    step_ns: int, restarted: bool, tmp_path: Path, clock: Clock
) -> None:
    """Without the drive its folder is empty or gone; afterwards the files have other numbers, and times may be rounded."""
    folder, away = tmp_path / "stick", tmp_path / "away"
    folder.mkdir()
    watched = watch(folder, clock)
    names(watched, clock, 0)
    (folder / "a.wav").write_bytes(b"x")
    assert (names(watched, clock, 1), names(watched, clock, 7)) == ([], ["a.wav"])
    changed_ns = (folder / "a.wav").stat().st_mtime_ns
    folder.rename(away)
    with pytest.raises(OSError, match="stick"):
        watched.poll()
    folder.mkdir()
    assert names(watched, clock, 20) == []
    if restarted:
        watched = watch(folder, clock, seen=watched.seen)
        assert names(watched, clock, 22) == []
    (folder / "a.wav").write_bytes(b"x")
    os.utime(folder / "a.wav", ns=(0, changed_ns // step_ns * step_ns))
    (folder / "b.wav").write_bytes(b"y")
    assert (names(watched, clock, 30), names(watched, clock, 40)) == ([], ["b.wav"])


@pytest.mark.parametrize("exact", [True, False])
def test_a_file_that_is_renamed_is_no_new_one_and_its_copy_is(exact: bool, tmp_path: Path, clock: Clock) -> None:
    watched = watch(tmp_path, clock)
    names(watched, clock, 0)
    path = tmp_path / "a.wav"
    path.write_bytes(b"x")
    os.utime(path, ns=(0, 1_700_000_000_000_000_000 + (123 if exact else 0)))
    assert (names(watched, clock, 1), names(watched, clock, 7)) == ([], ["a.wav"])
    path = path.rename(tmp_path / "b.wav")
    assert (names(watched, clock, 10), names(watched, clock, 20)) == ([], [])
    path = path.rename(tmp_path / "c.wav")
    watched = watch(tmp_path, clock, seen=watched.seen)
    assert (names(watched, clock, 30), names(watched, clock, 40)) == ([], [])
    shutil.copy2(path, tmp_path / "d.wav")
    assert (names(watched, clock, 50), names(watched, clock, 60)) == ([], ["d.wav"])


def test_a_file_that_was_renamed_before_it_was_read_comes_again(tmp_path: Path, clock: Clock) -> None:
    watched = watch_and_find(tmp_path, clock, "a.wav")
    (tmp_path / "a.wav").rename(tmp_path / "b.wav")
    assert names(watched, clock, 10) == []
    watched.forget_missing([tmp_path / "a.wav"])
    assert (names(watched, clock, 11), names(watched, clock, 20)) == ([], ["b.wav"])
    watched.forget_missing([tmp_path / "b.wav"])  # it failed, and is there
    assert (names(watched, clock, 30), names(watched, clock, 40)) == ([], [])


def test_a_file_that_gives_its_name_to_a_new_one_is_not_given_again(tmp_path: Path, clock: Clock) -> None:
    watched = watch_and_find(tmp_path, clock, "rec.wav")
    (tmp_path / "rec.wav").rename(tmp_path / "rec-1.wav")
    (tmp_path / "rec.wav").write_bytes(b"newer")
    assert (names(watched, clock, 10), names(watched, clock, 20)) == ([], ["rec.wav"])

    (tmp_path / "rec.wav").rename(tmp_path / "spare")  # the two change names
    (tmp_path / "rec-1.wav").rename(tmp_path / "rec.wav")
    (tmp_path / "spare").rename(tmp_path / "rec-1.wav")
    assert (names(watched, clock, 30), names(watched, clock, 40)) == ([], [])
    watched = watch(tmp_path, clock, seen=watched.seen)
    assert (names(watched, clock, 50), names(watched, clock, 60)) == ([], [])


def test_a_file_that_gives_its_name_away_before_it_was_read_comes_again(tmp_path: Path, clock: Clock) -> None:
    watched = watch_and_find(tmp_path, clock, "rec.wav")
    (tmp_path / "rec.wav").rename(tmp_path / "rec-1.wav")
    (tmp_path / "rec.wav").write_bytes(b"newer")
    given: list[str] = []
    for clock.now_s in (10, 20):
        given += [path.name for path in watched.poll(waiting={"rec.wav"})]
    assert given == ["rec-1.wav", "rec.wav"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot open a file that is being written")
def test_a_copy_that_pauses_is_waited_for(tmp_path: Path, clock: Clock) -> None:
    watched = watch(tmp_path, clock)
    names(watched, clock, 0)
    with (tmp_path / "a.wav").open("wb") as copy:
        copy.write(b"half")
        copy.flush()
        assert (names(watched, clock, 1), names(watched, clock, 60)) == ([], [])
    assert names(watched, clock, 62) == ["a.wav"]


def test_files_that_are_gone_are_forgotten_at_last(tmp_path: Path, clock: Clock) -> None:
    seen = {f"{n}.wav": FileVersion(1, n) for n in range(MAX_ABSENT + 2)}
    watched = watch(tmp_path, clock, seen=seen)
    names(watched, clock, 0)
    assert next(iter(watched.seen or ())) == "2.wav"
    assert len(watched.seen or ()) == MAX_ABSENT
