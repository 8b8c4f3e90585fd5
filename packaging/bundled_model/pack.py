"""Packs code and data in parts below a size, for a machine that others lend for minutes: all is there when it starts."""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Iterable
from pathlib import Path

import torch
from weights import CHECKPOINT

HEADER_BYTES = 2048
"""Of a file in a tar archive, with its padding."""


def write_parts(files: Iterable[tuple[Path, str]], limit_bytes: int, into: Path) -> list[Path]:
    """Write ``into/part-N.tar.gz`` of files with their names there, in order; the next part begins where one would not fit.

    Raises ``ValueError`` where a file alone is over the limit.
    """
    into.mkdir(parents=True, exist_ok=True)
    for old in into.glob("part-*.tar.gz"):
        old.unlink()
    parts: list[list[tuple[Path, str]]] = [[]]
    filled = 0
    for path, name in files:
        size = len(zlib.compress(path.read_bytes(), 6)) + HEADER_BYTES
        if size > limit_bytes:
            raise ValueError(f"{path} alone takes {size} bytes of the {limit_bytes} that a part may have")
        if filled + size > limit_bytes:
            parts.append([])
            filled = 0
        parts[-1].append((path, name))
        filled += size
    written = []
    for number, part in enumerate(parts):
        written.append(into / f"part-{number}.tar.gz")
        with tarfile.open(written[-1], "w:gz", compresslevel=6) as archive:
            for path, name in part:
                archive.add(path, name)
    return written


def write_light_checkpoint(run: Path, into: Path) -> None:
    """Write a run's weights in half precision and without its optimizers, as another run begins with them."""
    kept = torch.load(run / CHECKPOINT, map_location="cpu", weights_only=True)
    into.mkdir(parents=True, exist_ok=True)
    halves = {name: value.half() for name, value in kept["model"].items()}
    torch.save({"model": halves, "settings": kept["settings"], "state": kept["state"]}, into / CHECKPOINT)
    (into / "tokenizer.json").write_bytes((run / "tokenizer.json").read_bytes())
