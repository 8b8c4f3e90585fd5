"""Write a file whole or not at all: under a temporary name beside it, then renamed over it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TEMPORARY_SUFFIX = ".new"


@contextmanager
def atomic_write(path: Path, *, sync: bool = False) -> Iterator[Path]:
    """Yield a temporary path beside ``path`` for the block to write to, and rename it to ``path`` when the block ends.

    A crash leaves either the old file or the new one. Where the block raises, ``path`` keeps its old content and the temporary
    file is deleted.

    Args:
        path: the file to create or replace; its folder must exist.
        sync: also survive a power cut: wait until the content is on disk before the rename, and the name after it.

    Raises:
        OSError: the file cannot be written.
    """
    temporary = path.with_name(f"{path.name}{TEMPORARY_SUFFIX}")
    try:
        yield temporary
        if sync:
            _sync(temporary, os.O_RDWR)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    if sync:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on disk. Windows cannot open folders, and does it itself."""
    with suppress(OSError):
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
