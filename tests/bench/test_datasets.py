"""Sets of clips: every form of their texts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.bench.datasets import DatasetError, read_set


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "clips"
    for name in ("hello.flac", "deep/down.wav", "0000.flac", "0001.flac"):
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, np.zeros(160), 16_000)
    return made


LINES = """; a comment: with these four words
hello: All circuits are busy now.
down: The person is not here.
deep/down: Another text for the same.
0000: Too short.
0001: Press 1 for all the rest.
missing: There is no such file here.
"""


@pytest.mark.parametrize("ending", [".txt", ".txt.gz"])
def test_lines_of_names_and_texts(folder: Path, tmp_path: Path, ending: str) -> None:
    texts = tmp_path / f"texts{ending}"
    texts.write_bytes(gzip.compress(LINES.encode()) if ending.endswith("gz") else LINES.encode())
    name, clips = read_set(f"phone:en={folder},{texts}")
    assert name == "phone"
    assert [(clip.path.name, clip.text) for clip in clips] == [
        ("hello.flac", "All circuits are busy now."),
        ("down.wav", "The person is not here."),
        ("down.wav", "Another text for the same."),
    ]
    assert {clip.language for clip in clips} == {"en"}


def test_a_list_of_paths(folder: Path, tmp_path: Path) -> None:
    texts = tmp_path / "list.json"
    texts.write_text(json.dumps([{"path": "deep/down.wav", "text": "你好", "language": "zh", "voice": "x"}]))
    (clip,) = read_set(f"any={folder},{texts}")[1]
    assert (clip.path, clip.language, clip.labels) == (folder / "deep/down.wav", "zh", {"voice": "x"})


def test_records_of_a_corpus_shard_lie_beside_it(folder: Path) -> None:
    rows = [{"text": "eins", "engine": "pico"}, {"text": "", "engine": "noise"}, {"text": "no clip for it"}]
    folder.with_suffix(".json").write_text(json.dumps(rows))
    (clip,) = read_set(f"shard:de={folder}")[1]
    assert (clip.path.name, clip.text, clip.language, clip.labels) == ("0000.flac", "eins", "de", {"engine": "pico"})


def test_the_samples_of_the_app(folder: Path) -> None:
    (folder / "samples.json").write_text(json.dumps({"hello.flac": {"language": "fr", "text": "Bonjour."}}))
    (clip,) = read_set(f"samples={folder}")[1]
    assert (clip.path.name, clip.language) == ("hello.flac", "fr")


@pytest.mark.parametrize(
    ("described", "message"),
    [
        ("nothing", "does not describe"),
        ("a=/no/such/folder", "no folder"),
        ("a={folder}", "No texts"),
        ("a:en={folder},{folder}/missing.txt", "cannot be read"),
        ("a:en={folder},{folder}/hello.flac", "cannot be read"),
        ("a:xx={folder},{folder}/good.txt", "language"),
        ("a={folder},{folder}/good.txt", "language"),
        ("a:en={folder},{folder}/none.txt", "no clips"),
    ],
)
def test_what_is_wrong_is_said(folder: Path, described: str, message: str) -> None:
    (folder / "good.txt").write_text("hello: All circuits are busy now.\n")
    (folder / "none.txt").write_text("elsewhere: All circuits are busy now.\n")
    with pytest.raises(DatasetError, match=message):
        read_set(described.format(folder=folder))
