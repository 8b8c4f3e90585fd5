"""The samples of one span of a source, cut at the same positions as a transcription of the whole."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from app.errors import AudioError
from app.speech.events import DecodeProgress

from .samples import SAMPLE_RATE_HZ, Samples

PROGRESS_INTERVAL_S = 120.0


def read_span(
    blocks: Iterator[Samples], name: str, start_s: float, end_s: float
) -> Generator[DecodeProgress, None, Samples]:
    """The samples (n,) from one moment to another, as a transcription of the whole source hears them; returned, while how far
    it is is told now and then. Raises what ``blocks`` raises, and ``AudioError`` where the source ends before."""
    first, behind = round(start_s * SAMPLE_RATE_HZ), round(end_s * SAMPLE_RATE_HZ)
    kept: list[Samples] = []
    at, told_s = 0, 0.0
    for block in blocks:
        kept.append(block[max(0, first - at) : max(0, behind - at)])
        at += len(block)
        if at >= behind:
            break
        if at / SAMPLE_RATE_HZ >= told_s + PROGRESS_INTERVAL_S:
            told_s = at / SAMPLE_RATE_HZ
            yield DecodeProgress(name, told_s)
    sound = np.concatenate(kept) if kept else np.zeros(0, np.float32)
    if not len(sound):
        raise AudioError(
            "This place could not be heard again.",
            "{file} is shorter than it was.",
            "Show where the recording is now; the text is kept in any case.",
            file=name,
        )
    return sound
