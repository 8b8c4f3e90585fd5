"""Clips with known texts: ``NAME[:LANGUAGE]=AUDIO_FOLDER[,TEXTS]`` -> ``Clip``s.

TEXTS is one of

- ``.txt`` or ``.txt.gz``: lines ``name: text``, ``name`` being a file below the folder without its ending (``;`` begins a
  comment). Of these only texts of four words and more are taken, without digits and brackets: how "1" is spoken is open.
- ``.json``, a list of ``{"path": ..., "text": ...}`` (below the folder), or a corpus shard's records, ``{"text": ...}`` for
  the clips ``0000.*``, ``0001.*``, ... in their order. Other entries of a record become the clip's labels.
- ``.json``, a mapping of file names to ``{"language": ..., "text": ...}``, as in the app's samples.

Without TEXTS it is ``AUDIO_FOLDER.json``, or ``samples.json`` in the folder.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.errors import AnnealError
from app.languages import LANGUAGES

MIN_WORDS = 4
UNSPEAKABLE = re.compile(r"[\d\[\]]")
SET_SYNTAX = "NAME[:LANGUAGE]=AUDIO_FOLDER[,TEXTS]"


class DatasetError(AnnealError):
    """Raised where a set of clips cannot be read."""


@dataclass(frozen=True)
class Clip:
    """An audio file and its reference text."""

    path: Path
    text: str
    language: str
    """A code of ``languages.LANGUAGES``."""
    labels: dict[str, str] = field(default_factory=dict)
    """Other fields of its record: engine, voice, ..."""


def read_set(description: str) -> tuple[str, list[Clip]]:
    """Return name and clips of a set that is described as above. Raises ``DatasetError``."""
    name, equals, location = description.partition("=")
    name, _, language = name.partition(":")
    folder_name, _, texts_name = location.partition(",")
    if not name or not equals or not folder_name:
        raise DatasetError(
            "“{given}” does not describe a set of clips.", remedy=f"Write {SET_SYNTAX}.", given=description
        )
    folder = Path(folder_name)
    if not folder.is_dir():
        raise DatasetError("There is no folder {folder}.", "The set {name} should be there.", folder=folder, name=name)
    texts = Path(texts_name) if texts_name else _find_texts(folder)
    try:
        read = _read_text_lines if texts.name.removesuffix(".gz").endswith(".txt") else _read_json
        clips = list(read(folder, texts, language))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        why = f"{type(error).__name__}: {error}"
        raise DatasetError(
            f"The texts in {texts} cannot be read.", f"{why}.", "See the bench's help for the forms."
        ) from error
    if not clips:
        raise DatasetError(
            "The set {name} has no clips.",
            "No file in {folder} has a usable text in {texts}.",
            name=name,
            folder=folder,
            texts=texts,
        )
    if unknown := {clip.language for clip in clips} - set(LANGUAGES):
        raise DatasetError(
            "The language of the set {name} is not known: “{unknown}”.",
            "It must be one of {known}.",
            "Name it, as in {name}:en=...",
            name=name,
            unknown=", ".join(sorted(unknown)),
            known=", ".join(LANGUAGES),
        )
    return name, clips


def _find_texts(folder: Path) -> Path:
    for texts in (folder.parent / f"{folder.name}.json", folder / "samples.json"):
        if texts.is_file():
            return texts
    raise DatasetError(
        "No texts were found for the clips in {folder}.", remedy=f"Name their file: {SET_SYNTAX}.", folder=folder
    )


def _read_text_lines(folder: Path, texts: Path, language: str) -> Iterator[Clip]:
    files: dict[str, Path] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        stem = path.relative_to(folder).with_suffix("").as_posix()
        for name in _path_suffixes(stem):  # a line names the file with or without the folders it lies in
            files.setdefault(name, path)
    opener = gzip.open if texts.suffix == ".gz" else open
    with opener(texts, "rt", encoding="utf-8") as lines:
        for line in lines:
            stem, separator, text = line.strip().partition(": ")
            usable = len(text.split()) >= MIN_WORDS and not UNSPEAKABLE.search(text)
            if separator and usable and not line.startswith(";") and stem in files:
                yield Clip(files[stem], text.strip(), language)


def _path_suffixes(path: str) -> list[str]:
    """``a/b/c`` -> ``a/b/c``, ``b/c``, ``c``."""
    parts = path.split("/")
    return ["/".join(parts[n:]) for n in range(len(parts))]


def _read_json(folder: Path, texts: Path, language: str) -> Iterator[Clip]:
    rows: Any = json.loads(texts.read_text(encoding="utf-8"))
    if isinstance(rows, dict):
        rows = [{"path": name, **row} for name, row in rows.items()]
    numbered = {path.stem: path for path in sorted(folder.iterdir())}
    for number, row in enumerate(rows):
        path = folder / row["path"] if "path" in row else numbered.get(f"{number:04d}")
        if path is not None and row["text"]:
            labels = {key: str(value) for key, value in row.items() if key not in ("path", "text", "language")}
            yield Clip(path, row["text"], language or row.get("language", ""), labels)
