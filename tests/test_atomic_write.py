"""A file is replaced whole or not at all, whatever ends the writing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.atomic_write import atomic_write


@pytest.mark.parametrize("sync", [False, True])
def test_the_content_replaces_what_was_there(tmp_path: Path, sync: bool) -> None:
    path = tmp_path / "settings.json"
    for content in ("old", "new"):
        with atomic_write(path, sync=sync) as temporary:
            temporary.write_text(content)
        assert path.read_text() == content
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError("No space left on device"), KeyboardInterrupt(), GeneratorExit()])
def test_a_failed_write_leaves_the_old_content_and_nothing_else(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "settings.json"
    path.write_text("old")

    def write_half() -> None:
        with atomic_write(path) as temporary:
            temporary.write_text("ne")
            raise error

    with pytest.raises(type(error)):
        write_half()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_rename_that_fails_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("the file is open elsewhere")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError), atomic_write(tmp_path / "settings.json") as temporary:
        temporary.write_text("new")
    assert list(tmp_path.iterdir()) == []


def test_a_leftover_of_a_killed_process_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.with_name("settings.json.new").write_text("half of som")
    with atomic_write(path) as temporary:
        temporary.write_text("new")
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]
