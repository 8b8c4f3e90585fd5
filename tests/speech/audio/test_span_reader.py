"""A span of a source, cut to the sample."""

from __future__ import annotations

import numpy as np
import pytest

from app.errors import AudioError
from app.speech.audio.span_reader import read_span
from app.speech.events import DecodeProgress
from tests.speech.conftest import RATE_HZ


def test_a_span_is_cut_to_the_sample_and_long_waits_are_reported() -> None:
    samples = np.arange(300 * RATE_HZ, dtype=np.float32)
    blocks = (samples[start : start + 30 * RATE_HZ] for start in range(0, len(samples), 30 * RATE_HZ))
    reader, progress = read_span(blocks, "x", 250.0, 251.5), []
    while True:
        try:
            progress.append(next(reader))
        except StopIteration as end:
            audio = end.value
            break
    assert np.array_equal(audio, samples[250 * RATE_HZ : int(251.5 * RATE_HZ)])
    assert [type(event) for event in progress] == [DecodeProgress] * 2
    assert [event.decoded_s for event in progress] == [120.0, 240.0]


def test_a_source_that_ends_before_the_span_is_an_error() -> None:
    with pytest.raises(AudioError, match="shorter than it was"):
        list(read_span(iter([np.zeros(100, np.float32)]), "x", 1.0, 2.0))
