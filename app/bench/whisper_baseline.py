"""Baseline: Whisper base through faster-whisper, int8 and greedy, where it is installed. Nothing of it is downloaded."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.errors import ModelError

NAME = "Whisper base, faster-whisper int8 greedy"
UNSUPPORTED = {"hi": "it writes Hindi in Urdu's letters"}
"""Languages in which its error rate is meaningless, and why."""
INITIAL_PROMPTS = {"zh": "以下是普通话的句子。"}
"""Text given as what came before: Mandarin is then decoded to simplified characters, as the references are."""


def why_unavailable(folder: Path | None) -> str:
    """Return why there is no baseline, as a sentence; empty where there is one."""
    if find_spec("faster_whisper") is None:
        return "faster-whisper is not installed."
    if folder is None:
        return "faster-whisper is installed, but no weights were named (--peer FOLDER)."
    if not (folder / "model.bin").is_file():
        return f"There is no model.bin in {folder}."
    return ""


class WhisperBaseline:
    """Whisper base on a number of threads. Raises ``ModelError`` where it does not load."""

    def __init__(self, folder: Path, threads: int) -> None:
        from faster_whisper import WhisperModel

        try:
            self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads)
        except (RuntimeError, ValueError, OSError) as error:
            raise ModelError(
                "The peer in {folder} cannot be loaded.", "{reason}.", folder=folder, reason=error
            ) from error

    def transcribe(self, audio: NDArray[np.float32], language: str | None) -> str:
        """Transcribe mono 16 kHz samples (n,); without a language it is detected."""
        prompt = INITIAL_PROMPTS.get(language or "")
        segments, _ = self._model.transcribe(audio, language=language, beam_size=1, initial_prompt=prompt)
        return " ".join(segment.text.strip() for segment in segments)
