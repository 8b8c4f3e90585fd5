"""Names of files: suffixes of formats go, other dots stay, and nothing is longer than a file system takes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.library.file_names import MAX_NAME_BYTES, fit_name, max_name_bytes, stem_of, title_to_stem


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("talk.m4a", "talk"), ("TALK.MP3", "TALK"), ("Dr. Müller", "Dr. Müller"), ("v1.2 final", "v1.2 final"),
        ("Meeting 12.05.2024", "Meeting 12.05.2024"), ("Interview 3.5", "Interview 3.5"),
        ("Interview 3.5.wav", "Interview 3.5"),
        ("...", "transcript"), ("a/b: c?", "a-b- c-"), ("tab\there", "tab-here"), ("NUL", "_NUL"), ("con.wav", "_con"),
        ("console", "console"),
    ],
)  # fmt: skip
def test_titles_become_names_of_files(title: str, stem: str) -> None:
    assert title_to_stem(title) == stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [("a/talk.wav", "talk"), ("Interview 3.5", "Interview 3.5"), ("a: b?.ogg", "a: b?"), (".wav", ".wav"), ("", "")],
)
def test_a_source_loses_the_suffix_of_its_format_alone(name: str, stem: str) -> None:
    assert stem_of(name) == stem


@pytest.mark.parametrize("letter", ["x", "ü", "好", "नि", "👩‍🚀", "\udcff"])
def test_a_long_name_is_cut_by_bytes_between_letters(letter: str, tmp_path: Path) -> None:
    stem = letter * 300
    name = fit_name(stem, "-2.partial.txt")
    assert MAX_NAME_BYTES - 15 < len(os.fsencode(name)) <= MAX_NAME_BYTES
    assert name.endswith("-2.partial.txt")
    assert name.removesuffix("-2.partial.txt") == letter * ((len(name) - 14) // len(letter))
    (tmp_path / name).write_text("it is a name")


def test_a_short_name_stays(tmp_path: Path) -> None:
    assert fit_name("talk ", ".txt") == "talk .txt"
    assert fit_name("a b", ".txt", 6) == "a.txt"
    assert max_name_bytes(tmp_path) <= MAX_NAME_BYTES
    assert max_name_bytes(tmp_path / "gone") == MAX_NAME_BYTES
