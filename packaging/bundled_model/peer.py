"""Whisper base through faster-whisper as a listener: a clip whose words it does not get back is not learned from."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

#: share of letters that may differ; letters and not words, so that Mandarin counts like the others
MOST_WRONG = 0.35
#: without it Mandarin may be written in traditional characters
BEFORE = {"zh": "以下是普通话的句子。"}


class Peer:
    def __init__(self, folder: Path) -> None:
        from faster_whisper import WhisperModel

        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1)

    def hears(self, audio: np.ndarray, text: str, language: str) -> bool:
        """Whether a greedy reading of mono 16 kHz ``audio`` is ``text`` but for a third of its letters."""
        parts, _ = self._model.transcribe(
            audio, language=language, beam_size=1, temperature=0.0, initial_prompt=BEFORE.get(language)
        )
        return distance(letters("".join(part.text for part in parts)), letters(text)) <= MOST_WRONG * max(
            1, len(letters(text))
        )


def letters(text: str) -> str:
    return re.sub(r"[\W\d_]", "", text.lower())


def distance(one: str, other: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
