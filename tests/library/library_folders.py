"""Entries, damage and disks for the tests of the library."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.library.store import TranscriptStore, new_uid
from app.speech.options import TranscribeOptions

from .export.spoken import segment


def begin_entry(store: TranscriptStore, *texts: str, title: str = "talk.wav", **options: object) -> str:
    """An entry whose transcription runs, with these segments finished."""
    uid = new_uid()
    store.begin(uid, Path("/somewhere") / title, title)
    store.mark_opened(uid, "Tiny", "cpu, fp32", TranscribeOptions(**options), 30.0, 3)  # type: ignore[arg-type]
    for index, text in enumerate(texts):
        store.add_segment(uid, segment(text, index, 10.0 * index))
    return uid


def texts(store: TranscriptStore, uid: str) -> list[str]:
    return [kept.text for kept in store.transcript(uid).segments]


def corrupt(path: Path) -> None:
    """Overwrite a database in the middle."""
    with open(path, "r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 5000)


@contextmanager
def full_disk(limit_bytes: int = 0) -> Iterator[None]:
    """No file of this process may grow beyond a size: what a full disk is to a program."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def as_other_user(folder: Path) -> Iterator[None]:
    """Root may write everything: ask as somebody who may only go to ``folder``, through all that is above it."""
    if os.geteuid() != 0:
        yield
        return
    shut = [place for place in (folder, *folder.parents) if not place.stat().st_mode & 0o001]
    for place in shut:
        place.chmod(place.stat().st_mode | 0o011)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for place in shut:
            place.chmod(place.stat().st_mode & ~0o011)
