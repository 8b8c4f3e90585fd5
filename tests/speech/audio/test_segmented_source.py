"""A source that is decoded once: its spans, their audio in memory or on disk, and its peaks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.speech.audio import segmented_source
from app.speech.audio.segmentation import SegmentLimits
from app.speech.audio.segmented_source import SegmentedSource, array_blocks
from tests.speech.conftest import RATE_HZ, babble


def blocks_of(samples: np.ndarray, size: int) -> Iterator[np.ndarray]:
    return (samples[start : start + size] for start in range(0, len(samples), size))


def test_a_long_source_goes_to_disk_and_comes_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(segmented_source, "IN_MEMORY_BYTES", 2**18)
    audio = np.concatenate([babble(20, 1), np.zeros(4 * RATE_HZ, np.float32), babble(15, 2)])
    with SegmentedSource(tmp_path) as source:
        decoded_s = list(source.read_from(blocks_of(audio, 7001), SegmentLimits(10.0)))
        assert decoded_s == sorted(decoded_s)
        assert source._spool._rolled
        assert source.complete
        assert source.duration_s == len(audio) / RATE_HZ
        assert source.has_speech
        for span in reversed(source.spans):
            if span.speech:
                start = round(span.start_s * RATE_HZ)
                np.testing.assert_array_equal(source.audio(span), audio[start : start + span.sample_count])
        assert source.peaks.max() == pytest.approx(np.abs(audio).max())
    assert source.closed


def test_one_thread_writes_while_another_reads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(segmented_source, "IN_MEMORY_BYTES", 2**18)
    silence = np.zeros(RATE_HZ * 3 // 2, np.float32)
    audio = np.concatenate([part for seed in range(14) for part in (babble(3.0, seed), silence)] * 4)
    with SegmentedSource(tmp_path) as source:

        def fill() -> None:
            for _ in source.read_from(blocks_of(audio, 5 * RATE_HZ), SegmentLimits(6.0)):
                pass

        writer = threading.Thread(target=fill)
        writer.start()
        compared = 0
        while writer.is_alive() or compared < len(source.spans):
            for span in source.spans[compared:]:
                if span.speech:
                    start = round(span.start_s * RATE_HZ)
                    np.testing.assert_array_equal(source.audio(span), audio[start : start + span.sample_count])
                    assert source.peaks_over(1000.0)[-1] == 0
                compared += 1
        writer.join()
        assert source.complete
        assert source._spool._rolled
        assert compared > 50


def test_integers_are_scaled_and_numbers_that_are_none_are_silence() -> None:
    (block,) = array_blocks(np.array([0, 32767, -32767], np.int16))
    np.testing.assert_array_equal(block, np.array([0, 1, -1], np.float32))
    (block,) = array_blocks(np.array([np.nan, np.inf, 0.5]))
    np.testing.assert_array_equal(block, np.array([0, 0, 0.5], np.float32))


def test_peaks_do_not_depend_on_the_size_of_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmented_source, "JOIN_FROM", 5)
    audio = babble(6, 1)
    with SegmentedSource() as whole, SegmentedSource() as streamed:
        list(whole.read_from(iter([audio]), SegmentLimits(10.0)))
        list(streamed.read_from(blocks_of(audio, 1601), SegmentLimits(10.0)))
        np.testing.assert_array_equal(streamed.peaks, whole.peaks)
        assert len(streamed._peaks) <= 6 + 1
