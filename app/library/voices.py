"""Voices that the user lets the library remember: a name and an embedding each. They never leave the machine. No torch."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.atomic_write import atomic_write
from app.errors import LibraryError

VOICES_FILE = "voices.json"
"""In the library's folder."""


class VoiceStore:
    """The file of remembered voices. For one thread at a time; all raise ``LibraryError``."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def voices(self) -> dict[str, NDArray[np.float32]]:
        """Return the embeddings (256,), of length 1, by name, sorted; empty where none is remembered."""
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
            found = {name: np.asarray(values, np.float32) for name, values in sorted(stored.items())}
            if any(voice.ndim != 1 for voice in found.values()):
                raise ValueError("not a list of numbers each")
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise LibraryError(
                "The remembered voices cannot be read.",
                "{reason}.",
                "Delete {file} if it stays so; only the voices are lost.",
                reason=error,
                file=self._path,
            ) from error
        return found

    def remember(self, name: str, voice: NDArray[np.float32]) -> None:
        """Keep a voice under a name; of one that is known the mean is kept."""
        voices = self.voices()
        mean = voice + voices[name] if name in voices else voice
        voices[name] = mean / np.linalg.norm(mean)
        self._write(voices)

    def forget(self, name: str) -> None:
        """Delete a voice; nothing happens if there is none of that name."""
        voices = self.voices()
        if voices.pop(name, None) is not None:
            self._write(voices)

    def _write(self, voices: dict[str, NDArray[np.float32]]) -> None:
        rounded = {name: [round(float(value), 5) for value in voice] for name, voice in voices.items()}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_write(self._path) as temporary:
                temporary.write_text(json.dumps(rounded, ensure_ascii=False), encoding="utf-8")
        except OSError as error:
            raise LibraryError(
                "The voice could not be remembered.",
                "{reason}.",
                "Make room on the disk, then try again.",
                reason=error,
            ) from error
