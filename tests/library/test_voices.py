"""Remembered voices: kept, averaged, deleted, and damaged files told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.errors import LibraryError
from app.library.voices import VoiceStore

ONE, OTHER = np.eye(2, 256, dtype=np.float32)


def test_voices_are_remembered_until_they_are_deleted(tmp_path: Path) -> None:
    store = VoiceStore(tmp_path / "library" / "voices.json")
    assert store.voices() == {}
    store.remember("Zoë", ONE)
    store.remember("Anna", OTHER)
    again = VoiceStore(tmp_path / "library" / "voices.json").voices()
    assert list(again) == ["Anna", "Zoë"]
    assert again["Zoë"] == pytest.approx(ONE)
    store.remember("Zoë", OTHER)
    assert store.voices()["Zoë"] == pytest.approx((ONE + OTHER) / np.sqrt(2), abs=1e-4)
    store.forget("Zoë")
    store.forget("nobody")
    assert list(store.voices()) == ["Anna"]
    assert "Zo" not in (tmp_path / "library" / "voices.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["{", "[]", '{"Anna": "x"}', '{"Anna": 3}'])
def test_a_damaged_file_is_an_error_and_is_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "voices.json"
    path.write_text(text)
    for call in (VoiceStore(path).voices, lambda: VoiceStore(path).remember("Ben", ONE)):
        with pytest.raises(LibraryError, match="voices"):
            call()
    assert path.read_text() == text
