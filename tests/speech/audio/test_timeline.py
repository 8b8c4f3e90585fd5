"""Timestamps that jump, drift, jitter and lie: where the sound ends up on the file's clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from app.speech.audio.timeline import Clock, Frame, follow_clock, stretch

RATE_HZ = 4000
FRAME_S = 0.04
CLICK_EVERY_S = 7.0


def frames_on(
    clock_s: Callable[[float], float], length_s: float, lost: Callable[[int], bool] = lambda _: False
) -> Iterator[Frame]:
    """Frames of a faint tone with a click every ``CLICK_EVERY_S`` of sound; ``clock_s`` turns sound time into a timestamp."""
    for number in range(round(length_s / FRAME_S)):
        at_s = number * FRAME_S
        samples = np.full((1, round(FRAME_S * RATE_HZ)), 0.1, np.float32)
        if round(at_s / FRAME_S) % round(CLICK_EVERY_S / FRAME_S) == 0:
            samples[0, 0] = 1.0
        if not lost(number):
            yield Frame(RATE_HZ, ("FC",), samples, clock_s(at_s))


def heard(frames: Iterator[Frame], max_gap_s: float = 3600.0) -> tuple[np.ndarray, Clock]:
    clock = Clock(max_gap_s)
    parts = [stretch(chunk.samples[0], chunk.length) for chunk in follow_clock(frames, clock)]
    samples = np.concatenate(parts)
    assert len(samples) / RATE_HZ == pytest.approx(clock.position_s, abs=0.01)
    return samples, clock


def clicks_s(samples: np.ndarray) -> np.ndarray:
    loud = np.flatnonzero(samples > 0.4)
    return loud[np.diff(loud, prepend=-RATE_HZ) > RATE_HZ // 2] / RATE_HZ


@pytest.mark.parametrize(
    ("rate", "length_s"),
    [(0.99, 3600), (1.01, 3600), (0.95, 300), (0.9995, 900), (1.0, 300), (1.05, 300), (1.12, 300)],
)
def test_a_clock_that_runs_at_another_rate_is_followed(rate: float, length_s: float) -> None:
    samples, clock = heard(frames_on(lambda at_s: round(at_s * rate, 3), length_s))
    found_s = clicks_s(samples)
    expected_s = np.arange(0, length_s, CLICK_EVERY_S) * rate
    assert len(found_s) == len(expected_s)
    assert np.abs(found_s - expected_s).max() < 0.1
    assert not (samples == 0).any(), "silence was cut into the sound"
    assert clock.gaps_s == []


def test_a_jump_is_a_gap_and_nothing_around_it_changes() -> None:
    samples, clock = heard(frames_on(lambda at_s: at_s if at_s < 10 else at_s + 20, 30))
    assert clock.gaps_s == [(pytest.approx(10), pytest.approx(20))]
    assert (samples[10 * RATE_HZ : 30 * RATE_HZ] == 0).all()
    assert (samples[: 10 * RATE_HZ] != 0).all()
    assert (samples[30 * RATE_HZ :] != 0).all()
    np.testing.assert_allclose(clicks_s(samples), [0, 7, 34, 41, 48], atol=0.002)


def test_a_jump_within_a_drift_is_still_a_gap() -> None:
    samples, clock = heard(frames_on(lambda at_s: at_s * 1.02 if at_s < 100 else at_s * 1.02 + 5, 300))
    assert [length_s for _, length_s in clock.gaps_s] == [pytest.approx(5, abs=0.1)]
    expected_s = np.arange(0, 300, CLICK_EVERY_S) * 1.02
    assert np.abs(clicks_s(samples) - np.where(expected_s < 102, expected_s, expected_s + 5)).max() < 0.1


def test_sound_that_begins_late_is_preceded_by_silence_that_is_no_gap() -> None:
    samples, clock = heard(frames_on(lambda at_s: at_s + 5, 10))
    assert (samples[: 5 * RATE_HZ] == 0).all()
    assert len(samples) == 15 * RATE_HZ
    assert clock.gaps_s == []


def test_timestamps_that_jitter_change_nothing() -> None:
    """Packets that a network held up come late together and then catch up."""
    samples, _ = heard(frames_on(lambda at_s: at_s + (0.3 if at_s % 5 < 0.2 else 0.0), 60))
    assert not (samples == 0).any()
    np.testing.assert_allclose(clicks_s(samples), np.arange(0, 60, 7.0), atol=0.06)


def test_small_losses_stretch_the_sound_and_never_cut_it() -> None:
    samples, _ = heard(frames_on(lambda at_s: at_s, 60, lost=lambda number: number % 20 == 7))
    assert not (samples == 0).any()
    np.testing.assert_allclose(clicks_s(samples), np.arange(0, 60, 7.0), atol=0.06)


@pytest.mark.parametrize("jump_s", [-5.0, 500.0])
def test_a_clock_that_is_set_back_or_damaged_goes_on(jump_s: float) -> None:
    samples, clock = heard(frames_on(lambda at_s: at_s if at_s < 10 else at_s + jump_s, 20), max_gap_s=100.0)
    assert len(samples) == 20 * RATE_HZ
    assert not (samples == 0).any()
    assert clock.gaps_s == []


def test_without_timestamps_samples_count() -> None:
    frames = [Frame(RATE_HZ, ("FC",), np.ones((1, 20), np.float32)) for _ in range(100)]
    samples, _ = heard(iter(frames))
    assert len(samples) == 2000


def test_stretching_keeps_the_waveform() -> None:
    at = np.arange(48_000) / 48_000
    wave = np.sin(2 * np.pi * 1000 * at).astype(np.float32)
    longer = stretch(wave, 48_480)
    expected = np.sin(2 * np.pi * 1000 * np.arange(48_480) / 48_480)
    assert np.abs(longer - expected)[10:-10].max() < 2e-3
