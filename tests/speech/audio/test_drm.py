"""Copy protection is found by its marks, wherever the container puts them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.speech.audio.drm import is_protected

PLAIN: Any = SimpleNamespace(codec_context=SimpleNamespace(codec_tag="mp4a"))
AUDIBLE: Any = SimpleNamespace(codec_context=SimpleNamespace(codec_tag="aavd"))
BOX = b"sinf\x00\x00\x00\x10frma"
ASF_GUID = bytes.fromhex("fbb3112223bdd211b4b700a0c955fc6e")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "clip"


@pytest.mark.parametrize("before", [0, 2**22 + 1], ids=["at the start", "at the end"])
def test_the_box_of_an_mp4_may_be_at_either_end(path: Path, before: int) -> None:
    path.write_bytes(b"\0" * before + BOX + b"\0" * 100)
    assert is_protected(path, {"mov", "mp4"}, PLAIN)
    assert not is_protected(path, {"matroska"}, PLAIN)


def test_an_audible_book_is_known_by_its_codec(path: Path) -> None:
    path.write_bytes(b"\0" * 100)
    assert is_protected(path, {"mov"}, AUDIBLE)
    assert not is_protected(path, {"mov"}, PLAIN)


def test_windows_media_says_so_in_its_header(path: Path) -> None:
    path.write_bytes(b"\0" * 50 + ASF_GUID)
    assert is_protected(path, {"asf"}, PLAIN)
    path.write_bytes(b"\0" * 50)
    assert not is_protected(path, {"asf"}, PLAIN)
