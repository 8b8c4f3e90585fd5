"""Outputs of an archive: beside each other in a tree that mirrors the files', each written whole or not at all.

``talks/monday.mp3`` becomes ``talks/monday.mp3.json`` and so on: a name keeps its suffix, so that ``monday.wav`` beside it has
outputs of its own, and a name says which file it belongs to whatever else is there.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.atomic_write import TEMPORARY_SUFFIX, atomic_write
from app.library.export import export_transcript, json_document
from app.library.file_names import MAX_NAME_BYTES, fit_name
from app.transcript.model import Transcript

STORED = "json"
"""Always written: the library takes it in, and other formats are made of it."""


def output_path(path: str, file_format: str) -> str:
    """The output of a file, relative to the outputs' folder. A name that is too long is cut and gets a digest."""
    folder, slash, name = path.rpartition("/")
    room_bytes = MAX_NAME_BYTES - len(TEMPORARY_SUFFIX)
    if len(os.fsencode(f"{name}.{file_format}")) > room_bytes:
        digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:8]
        return folder + slash + fit_name(name, f"-{digest}.{file_format}", room_bytes)
    return f"{path}.{file_format}"


def output_paths(path: str, formats: Sequence[str]) -> tuple[str, ...]:
    """All outputs of a file, JSON first."""
    return tuple(output_path(path, each) for each in dict.fromkeys((STORED, *formats)))


def write_outputs(into: Path, path: str, transcript: Transcript, formats: Sequence[str]) -> tuple[str, ...]:
    """Write a file's transcript in JSON and all formats; return the outputs, relative to ``into``. Raises ``OSError``.

    They hold nothing that differs from run to run: the source is named relative to the archive, and no work is timed.
    """
    document = json_document.write(replace(transcript, source=path, timings_s=None))
    stored = json_document.read(document)  # what it keeps: the same later, when another format is made of it
    for each in dict.fromkeys((STORED, *formats)):
        text = document if each == STORED else export_transcript(stored, each)
        target = into / output_path(path, each)
        target.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(target) as temporary:
            temporary.write_bytes(text.encode("utf-8", "replace") if isinstance(text, str) else text)
    return output_paths(path, formats)


def is_of_the_name(error: OSError) -> bool:
    """Whether an output cannot be written because of its name alone: others can."""
    return isinstance(error, IsADirectoryError | NotADirectoryError | FileExistsError) or error.errno in (
        errno.ENAMETOOLONG,
        errno.EILSEQ,
        errno.EINVAL,
    )


def read_output(into: Path, outputs: Sequence[str]) -> Transcript | None:
    """The transcript that was written to these outputs; None if it is no longer there, or damaged."""
    try:
        return json_document.read((into / outputs[0]).read_text(encoding="utf-8"))
    except (OSError, ValueError, IndexError):
        return None
