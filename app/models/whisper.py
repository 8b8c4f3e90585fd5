"""Folders that hold a whole Whisper: what it is called, where its weights lie, what it can write. Reads no weights, no torch.

Two kinds count: a folder in transformers' layout (``config.json``, ``tokenizer.json``, ``*.safetensors`` with a decoder), and
what the installer writes, a ``whisper.json`` that names a repository in the hub's cache.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.atomic_write import atomic_write
from app.errors import ModelError, reason_of
from app.languages import LANGUAGES

from .adapter.spec import WeightsRef
from .checkpoint_files import read_model_type, read_shapes

LINK_FILE = "whisper.json"
DECODER_PREFIX = "model.decoder."


@dataclass(frozen=True)
class WhisperWeights:
    """A whole Whisper on this machine."""

    title: str
    folder: Path
    """Where config, tokenizer and weights lie."""
    languages: tuple[str, ...]
    """Codes of the app's languages that it was trained for."""
    parameter_count: int


@dataclass(frozen=True)
class MemoryForecast:
    """Whether a model that is loaded whole has room on this machine."""

    gpu: str
    """Title of the GPU that it would run on; empty for the processor."""
    needed_bytes: int
    free_bytes: int

    @property
    def fits(self) -> bool:
        return self.needed_bytes <= self.free_bytes


def weights_bytes(parameter_count: int, device: str) -> int:
    """Return how much memory the weights of a Whisper take: in fp32 on the CPU, in bf16 on a GPU."""
    return parameter_count * (4 if device == "cpu" else 2)


def is_whisper(folder: Path) -> bool:
    """Whether a folder is meant to hold a whole Whisper: only its encoder does not count."""
    return (folder / LINK_FILE).is_file() or _is_whole(folder)


def read_whisper(folder: Path) -> WhisperWeights:
    """Describe the Whisper in a folder. Raises ``ModelError`` where it is incomplete or its weights are not here."""
    from .weights_location import locate_weights  # imports the hub's library, which is not needed at every start

    title, weights = _title(folder), folder
    if (folder / LINK_FILE).is_file():
        title, ref = _read_link(folder)
        weights = locate_weights(folder, title, "weights", ref)
    if not _is_whole(weights):
        raise ModelError(
            "{model} is incomplete.",
            "In {folder} there is no whole Whisper, with config.json, tokenizer.json and the weights of its decoder.",
            "Install it again.",
            model=title,
            folder=weights,
        )
    parameters = sum(math.prod(shape) for _, shape in _shapes(weights))
    return WhisperWeights(title, weights, _languages(weights), parameters)


def write_link(folder: Path, title: str, repository: str, commit: str) -> None:
    """Write ``whisper.json``: the Whisper in ``folder`` is a repository's snapshot in the hub's cache."""
    folder.mkdir(parents=True, exist_ok=True)
    body = {"title": title, "weights": {"repository": repository, "revision": commit}}
    with atomic_write(folder / LINK_FILE) as temporary:
        temporary.write_text(json.dumps(body, indent=1), encoding="utf-8")


def whisper_title(folder: Path) -> str:
    """Return the title of a folder that ``is_whisper``; its name where nothing better is known."""
    try:
        return _read_link(folder)[0] if (folder / LINK_FILE).is_file() else _title(folder)
    except ModelError:
        return folder.name


def _read_link(folder: Path) -> tuple[str, WeightsRef]:
    """Title and weights of a ``whisper.json``. Raises ``ModelError``."""
    try:
        body = json.loads((folder / LINK_FILE).read_text(encoding="utf-8"))
        weights = body["weights"]
        return str(body["title"]), WeightsRef(repository=str(weights["repository"]), revision=str(weights["revision"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            "{file} cannot be read.", "{reason}.", "Install it again.", file=folder / LINK_FILE, reason=reason_of(error)
        ) from error


def _title(folder: Path) -> str:
    """A title from the folder's name, or the repository's in the hub's cache: ``whisper-base`` becomes ``Whisper base``."""
    in_cache = folder.parent.name == "snapshots"
    name = folder.parent.parent.name.rpartition("--")[2] if in_cache else folder.name
    return f"Whisper {name[8:].replace('-', ' ')}" if name.startswith("whisper-") else name


def _languages(folder: Path) -> tuple[str, ...]:
    """All of the app's for a multilingual Whisper, else English."""
    try:
        generation = json.loads((folder / "generation_config.json").read_text(encoding="utf-8"))
        multilingual = bool(generation.get("is_multilingual", True))
    except (OSError, ValueError, AttributeError):
        multilingual = True
    return tuple(LANGUAGES) if multilingual else ("en",)


def _is_whole(folder: Path) -> bool:
    if not (folder / "tokenizer.json").is_file() or read_model_type(folder) != "whisper":
        return False
    return any(name.startswith(DECODER_PREFIX) for name, _ in _shapes(folder))


def _shapes(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Name and shape of every tensor: of ``model.safetensors``, or of its parts."""
    whole = folder / "model.safetensors"
    for path in [whole] if whole.is_file() else sorted(folder.glob("model-*-of-*.safetensors")):
        with suppress(OSError):
            status = path.stat()
            yield from _shapes_of_version(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _shapes_of_version(path: Path, _size_bytes: int, _changed_ns: int) -> tuple[tuple[str, list[int]], ...]:
    """The tensors of a file as it is now; none where it cannot be read. Cached."""
    try:
        return tuple(read_shapes(path).items())
    except (OSError, ValueError, KeyError, TypeError):
        return ()
