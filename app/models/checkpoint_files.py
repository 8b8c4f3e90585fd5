"""Files of a checkpoint in transformers' layout, read without loading it: no torch."""

from __future__ import annotations

import json
from pathlib import Path

MAX_HEADER_BYTES = 100 << 20


def read_model_type(folder: Path) -> str:
    """Return ``model_type`` of the ``config.json`` in a folder; empty where there is none."""
    try:
        body = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(body.get("model_type", "")) if isinstance(body, dict) else ""


def read_header(path: Path) -> bytes:
    """Return the header of a safetensors file, JSON; to open the file would map all of it, which needs as much memory.

    Source: the format's description, https://github.com/huggingface/safetensors#format.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is none.
    """
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if not 0 < length <= MAX_HEADER_BYTES:
            raise ValueError(f"{path.name} is no safetensors file")
        return file.read(length)


def read_shapes(path: Path) -> dict[str, list[int]]:
    """Return the shape of each tensor in a safetensors file by its name; raises as ``read_header`` does."""
    header = json.loads(read_header(path))
    if not isinstance(header, dict):
        raise ValueError(f"{path.name} is no safetensors file")
    return {name: entry["shape"] for name, entry in header.items() if name != "__metadata__"}
