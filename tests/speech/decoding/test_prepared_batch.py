"""A chunk that is split keeps its sound, its times, its work and a seed of its own for each half."""

from __future__ import annotations

import numpy as np
import pytest

from app.speech.decoding.prepared_batch import MIN_SPLIT_S, AudioChunk
from tests.speech import tiny


def test_halves_meet_at_the_quietest_moment() -> None:
    audio = tiny.clip(4.0)
    audio[30_000:34_000] = 0
    chunk = AudioChunk(3, 10.0, 14.0, audio)
    before, after = chunk.split_at_pause(6.0)
    assert before.end_s == after.start_s == pytest.approx(12.0, abs=0.13)
    assert (before.start_s, after.end_s) == (10.0, 14.0)
    np.testing.assert_array_equal(np.concatenate([before.audio, after.audio]), audio)
    assert (before.prior_work_s, after.prior_work_s) == (3.0, 3.0)


def test_the_generator_path_names_the_segment_and_its_halves() -> None:
    chunk = AudioChunk(3, 0.0, 4.0, tiny.clip(4.0))
    assert chunk.generator_path == (3,)
    _, after = chunk.split_at_pause(0.0)
    assert after.generator_path == (3, 1)
    assert AudioChunk(0, 0.0, 4.0, tiny.clip(4.0), (8, 2)).split_at_pause(0.0)[0].generator_path == (8, 2, 0)


def test_a_short_chunk_is_not_split() -> None:
    assert AudioChunk(0, 0.0, 2.0, tiny.clip(MIN_SPLIT_S)).can_split
    assert not AudioChunk(0, 0.0, 1.9, tiny.clip(MIN_SPLIT_S - 0.1)).can_split
