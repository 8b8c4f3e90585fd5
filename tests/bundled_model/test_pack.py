"""Files are packed in parts below a size, all of them and once each."""

from __future__ import annotations

import os
import tarfile
from pathlib import Path

import pytest

from . import script

pack = script("pack")


def test_parts_are_below_the_limit_and_hold_everything(tmp_path: Path) -> None:
    files = []
    for number in range(9):
        path = tmp_path / f"{number}.bin"
        path.write_bytes(os.urandom(30_000))
        files.append((path, f"work/{number}.bin"))
    parts = pack.write_parts(files, 100_000, tmp_path / "pack")
    assert len(parts) == 3
    unpacked = tmp_path / "unpacked"
    for part in parts:
        assert part.stat().st_size <= 100_000
        with tarfile.open(part) as archive:
            archive.extractall(unpacked, filter="data")
    for path, name in files:
        assert (unpacked / name).read_bytes() == path.read_bytes()
    assert len(pack.write_parts(files[:2], 100_000, tmp_path / "pack")) == len(list((tmp_path / "pack").iterdir())) == 1


def test_a_file_over_the_limit_is_named(tmp_path: Path) -> None:
    (tmp_path / "large.bin").write_bytes(os.urandom(5000))
    with pytest.raises(ValueError, match=r"large\.bin"):
        pack.write_parts([(tmp_path / "large.bin", "large.bin")], 4000, tmp_path / "pack")
