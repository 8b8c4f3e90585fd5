"""Sentences of six languages are cleaned, split and set apart the way the corpus needs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from . import script

sentence_filter = script("sentence_filter")


@pytest.mark.parametrize(
    ("language", "raw", "expected"),
    [
        ("en", "the  cat sat ; down", "The cat sat, down."),
        ("de", "„Größer“ ist nicht besser", "Größer ist nicht besser."),
        ("fr", "l’eau est très froide !", "L'eau est très froide!"),
        ("es", "¿dónde está la estación?", "¿Dónde está la estación?"),
        ("hi", "यह मेरा घर है.", "यह मेरा घर है।"),
        ("zh", "你好, 我们走吧!", "你好，我们走吧！"),
    ],
)
def test_ordinary_writing(language: str, raw: str, expected: str) -> None:
    assert sentence_filter.clean(raw, language) == expected


@pytest.mark.parametrize(
    ("language", "raw"),
    [
        ("en", "Read the USB manual."),
        ("de", "Es gibt 3 davon."),
        ("fr", "List of the notable packages."),
        ("hi", "यह Operator नहीं है।"),
        ("zh", "我們應該說國語。"),
        ("zh", "你好吗Tux。"),
    ],
)
def test_not_speakable(language: str, raw: str) -> None:
    assert sentence_filter.clean(raw, language) is None


def test_load_splits_and_drops_evaluation_texts(tmp_path: Path) -> None:
    path = tmp_path / "fr.json"
    path.write_text(json.dumps(["Il fait beau. Elle dort bien.", "il fait beau !"]), encoding="utf-8")
    train, held_out = sentence_filter.load([path], {"elle dort bien"}, "fr")
    assert train + held_out == ["Il fait beau."]
