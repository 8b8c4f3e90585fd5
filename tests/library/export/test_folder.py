"""Exports into a folder: no file is overwritten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.library.export.unique_files import ExportFolder

ROOT = Path(__file__).parents[3]


def test_a_stem_met_twice_gets_a_number(tmp_path: Path) -> None:
    folder = ExportFolder(tmp_path)
    names = [folder.write("talk", "txt", "the same").name for _ in range(3)]
    assert names == ["talk.txt", "talk-2.txt", "talk-3.txt"]


def test_a_file_that_was_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("mine")
    assert ExportFolder(tmp_path).write("talk", "txt", "yours").name == "talk-2.txt"
    assert (tmp_path / "talk.txt").read_text() == "mine"


def test_doing_the_same_again_leaves_no_copies(tmp_path: Path) -> None:
    for _ in range(3):
        folder = ExportFolder(tmp_path)
        assert [folder.write("talk", "txt", "same").name, folder.write("talk", "txt", "same").name] == [
            "talk.txt",
            "talk-2.txt",
        ]
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_of_that_name_is_stepped_around(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").mkdir()
    assert ExportFolder(tmp_path).write("talk", "txt", "text").name == "talk-2.txt"


def test_text_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    assert ExportFolder(tmp_path).write("naïve 你好", "txt", "हिन्दी\n").read_bytes() == "हिन्दी\n".encode()


def test_a_folder_that_is_gone_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        ExportFolder(tmp_path / "gone").write("talk", "txt", "text")


def test_a_long_stem_is_cut_and_still_gets_its_number(tmp_path: Path) -> None:
    folder = ExportFolder(tmp_path)
    names = [folder.write("好" * 100, "partial.txt", "text").name for _ in range(2)]
    assert names == ["好" * 81 + ".partial.txt", "好" * 80 + "-2.partial.txt"]


def test_a_folder_is_tried_out_and_nothing_stays(tmp_path: Path) -> None:
    ExportFolder(tmp_path).try_out()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError, match="gone"):
        ExportFolder(tmp_path / "gone").try_out()


def test_a_write_that_is_interrupted_leaves_no_half_text(tmp_path: Path) -> None:
    """A limit on the size of files stands for a disk that is full."""
    pytest.importorskip("resource")
    program = (
        "import resource, sys; from pathlib import Path; from app.library.export.unique_files import ExportFolder\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); folder = ExportFolder(Path(sys.argv[1]))\n"
        "for act in (folder.try_out, lambda: folder.write('talk', 'txt', 'x' * 2000)):\n"
        "    try: act()\n"
        "    except OSError as error: print(error.strerror)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "File too large\n" * 2
    assert list(tmp_path.iterdir()) == []
