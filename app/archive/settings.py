"""What the text of a file depends on beside the file: the model and the options. Files done with equal settings are done."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from app import __version__
from app.speech.options import TranscribeOptions

WHOLE_MAX_BYTES = 1 << 30
"""A file of a model that is larger counts with its size alone: a backbone has tens of GB, and its adapter names it."""


@dataclass(frozen=True)
class ArchiveSettings:
    """Model and options of an archive; can be pickled."""

    options: TranscribeOptions
    model_folder: Path | None
    """None for the bundled model."""
    device: str
    """``auto``, ``cpu`` or ``cuda``."""
    model_digest: str
    """As ``digest_model`` gives it. A machine whose model has another one must not take part."""
    version: str = __version__
    """Of Anneal, where the plan was made. Another one may cut or decode otherwise, and must not take part either."""

    @cached_property
    def key(self) -> str:
        """Equal for settings that give the same texts."""
        return settings_key(self.body)

    @cached_property
    def body(self) -> dict[str, Any]:
        """The settings as they stand in the manifest: without where the model lies and what it runs on."""
        chosen = asdict(self.options)
        for name in ("observe", "audio_track"):
            del chosen[name]
        own_words = chosen.pop("words"), chosen.pop("replacements")
        if any(own_words):
            chosen["words"] = _digest(json.dumps(own_words))
        return {**chosen, "model": self.model_digest}


def settings_key(body: dict[str, Any]) -> str:
    """A short name for settings as a manifest has them."""
    return _digest(json.dumps(body, sort_keys=True))


def digest_model(folder: Path) -> str:
    """A short digest of all files of a model."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        size_bytes = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()} {size_bytes}\n".encode("utf-8", "surrogateescape"))
        if size_bytes <= WHOLE_MAX_BYTES:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
