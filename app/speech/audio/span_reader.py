"""The samples of one span of a source, cut at the same positions as a transcription of the whole source."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from app.errors import AudioError
from app.speech.events import DecodeProgress

from .samples import SAMPLE_RATE_HZ, Samples

PROGRESS_INTERVAL_S = 120.0
"""Audio that is decoded between two ``DecodeProgress`` events."""


def read_span(
    blocks: Iterator[Samples], name: str, start_s: float, end_s: float
) -> Generator[DecodeProgress, None, Samples]:
    """Return the samples (n,) of [start_s, end_s), cut at the same sample positions as a full transcription.

    Args:
        blocks: audio of the source from its beginning, each (n,), 16 kHz mono; read only as far as needed.
        name: of the source, for the events.

    Yields:
        ``DecodeProgress`` every ``PROGRESS_INTERVAL_S`` of audio before the span, so that the caller can cancel.

    Raises:
        AudioError: the source ends before the span; also what ``blocks`` raises.
    """
    first, end = round(start_s * SAMPLE_RATE_HZ), round(end_s * SAMPLE_RATE_HZ)
    parts: list[Samples] = []
    position, reported_s = 0, 0.0
    for block in blocks:
        parts.append(block[max(0, first - position) : max(0, end - position)])
        position += len(block)
        if position >= end:
            break
        if position / SAMPLE_RATE_HZ >= reported_s + PROGRESS_INTERVAL_S:
            reported_s = position / SAMPLE_RATE_HZ
            yield DecodeProgress(name, reported_s)
    audio = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    if not len(audio):
        raise AudioError(
            "This place could not be heard again.",
            "{file} is shorter than it was.",
            "Show where the recording is now; the text is kept in any case.",
            file=name,
        )
    return audio
