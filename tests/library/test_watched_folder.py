"""A watched folder gives each file once, when it is whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.library.watched_folder import WatchedFolder


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
    path.unlink()
    assert names(watched, clock, 20) == []
    assert watched.seen == {}


def test_what_is_known_is_known_at_the_next_start(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "a.wav").write_bytes(b"x")
    first = watch(tmp_path, clock, include_existing=True)
    names(first, clock, 0)
    assert names(first, clock, 5) == ["a.wav"]
    (tmp_path / "while away.wav").write_bytes(b"x")
    second = watch(tmp_path, clock, seen=first.seen)
    assert (names(second, clock, 10), names(second, clock, 15)) == ([], ["while away.wav"])


def test_our_own_files_can_be_ignored(tmp_path: Path, clock: Clock) -> None:
    watched = watch(tmp_path, clock)
    names(watched, clock, 0)
    (tmp_path / "export.wav").write_bytes(b"x")
    watched.ignore([tmp_path / "export.wav", tmp_path / "gone.wav"])
    assert (names(watched, clock, 1), names(watched, clock, 9)) == ([], [])


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
