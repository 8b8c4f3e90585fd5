"""Packages of the recipe, downloaded and unpacked."""

from __future__ import annotations

import subprocess
from pathlib import Path

from . import script


def test_a_git_repository_is_a_package(tmp_path: Path) -> None:
    source = tmp_path / "from" / "Books"
    source.mkdir(parents=True)
    (source / "one.txt").write_text("A book.")
    who = ("-c", "user.name=A", "-c", "user.email=a@b.c")
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "Books"]):
        subprocess.run(["git", *command], cwd=source, check=True)
    script("packages").download("git", [str(source), str(tmp_path / "missing")], tmp_path / "into")
    assert (tmp_path / "into" / "Books" / "one.txt").read_text() == "A book."
    assert not (tmp_path / "into" / "missing").exists()
