"""Channels that cancel, channels that do not, and recordings that are nearly silent."""

from __future__ import annotations

import numpy as np
import pytest

from app.speech.audio.downmix import ChannelSurvey
from app.speech.audio.timeline import Frame

RATE_HZ = 16_000
SECONDS = 20


def voice(seed: int) -> np.ndarray:
    """Noise between 200 Hz and 4 kHz in phrases of a second, power 1 while it lasts."""
    noise = np.random.default_rng(seed).standard_normal(SECONDS * RATE_HZ)
    spectrum = np.fft.rfft(noise)
    hz = np.fft.rfftfreq(len(noise), 1 / RATE_HZ)
    spectrum[(hz < 200) | (hz > 4000)] = 0
    band = np.fft.irfft(spectrum, len(noise))
    phrases = np.sin(2 * np.pi * np.arange(len(noise)) / RATE_HZ / 2 + seed) > 0
    return band / band.std() * phrases


def noise(seed: int, db: float) -> np.ndarray:
    return np.random.default_rng(1000 + seed).standard_normal(SECONDS * RATE_HZ) * 10 ** (db / 20)


def weights(*channels: np.ndarray, names: tuple[str, ...] | None = None) -> np.ndarray:
    names = names or tuple(f"CH{number}" for number in range(len(channels)))
    survey, samples = ChannelSurvey(), np.stack(channels).astype(np.float32) * 0.05
    for start in range(0, samples.shape[1], RATE_HZ):
        survey.add(Frame(RATE_HZ, names, samples[:, start : start + RATE_HZ]))
    found = survey.weights(names)
    assert found.sum() == pytest.approx(1)
    return found


@pytest.mark.parametrize("level_db", [0, -1, -3, -6])
@pytest.mark.parametrize("noise_db", [-60, -25, -20, -15, -10])
def test_of_two_opposite_channels_the_better_one_is_taken(level_db: float, noise_db: float) -> None:
    said, level = voice(0), 10 ** (level_db / 20)
    found = weights(said + noise(1, noise_db), -level * said + noise(2, noise_db))
    assert sorted(found) == [0, 1]
    if level_db <= -3 and noise_db > -60:
        assert found[0] == 1  # it stands out more from its noise


@pytest.mark.parametrize("opposite_share", [0.25, 0.5, 0.75])
@pytest.mark.parametrize("noise_db", [-40, -15])
def test_channels_that_are_opposite_in_a_part_of_the_file(opposite_share: float, noise_db: float) -> None:
    said = voice(0)
    signs = np.where(np.arange(len(said)) < opposite_share * len(said), -1, 1)
    assert sorted(weights(said + noise(1, noise_db), signs * said + noise(2, noise_db))) == [0, 1]


@pytest.mark.parametrize("delay_ms", [0.5, 1, 2, 3])
def test_two_speakers_whose_microphones_hear_both_are_both_heard(delay_ms: float) -> None:
    one, other, delay = voice(0), voice(2), round(delay_ms * RATE_HZ / 1000)
    found = weights(one + 0.4 * np.roll(other, delay), other + 0.4 * np.roll(one, delay))
    assert min(found) > 0.4


def test_hum_and_offset_that_both_channels_share_hide_nothing() -> None:
    said = voice(0)
    hum = 3 * np.sin(2 * np.pi * 50 * np.arange(len(said)) / RATE_HZ) + 2
    assert sorted(weights(said + hum, -said + hum)) == [0, 1]


def test_the_cleaner_channel_counts_not_the_louder_one() -> None:
    said = voice(0)
    found = weights(2 * said + noise(1, 0), -said + noise(2, -30))
    np.testing.assert_array_equal(found, [0, 1])


@pytest.mark.parametrize("count", [3, 4, 6, 8])
def test_any_number_of_channels(count: int) -> None:
    """One reversed lead among several microphones: it is left out, the other speakers are not."""
    channels = [voice(number) + noise(number, -20) for number in range(count - 1)]
    channels.append(-0.7 * voice(0) + noise(99, -20))
    found = weights(*channels)
    assert found[-1] == 0
    np.testing.assert_allclose(found[:-1], 1 / (count - 1), rtol=1e-5)


def test_two_speakers_on_two_channels_are_both_heard() -> None:
    np.testing.assert_allclose(weights(voice(0), voice(1)), [0.5, 0.5])


def test_a_subwoofer_is_left_out_unless_a_voice_is_in_it() -> None:
    names = ("FL", "FR", "FC", "LFE", "BL", "BR")
    nothing = np.zeros(SECONDS * RATE_HZ)
    rumble = 5 * np.sin(2 * np.pi * 40 * np.arange(SECONDS * RATE_HZ) / RATE_HZ)
    film = weights(nothing, nothing, voice(0), rumble, nothing, nothing, names=names)
    assert film[3] == 0
    assert film[2] == film.max()
    recorder = weights(*(noise(number, -50) for number in range(3)), voice(0), nothing, nothing, names=names)
    assert recorder[3] > 0.1


@pytest.mark.parametrize(
    ("peak_db", "raised"), [(-100, False), (-70, True), (-60, True), (-45, True), (-30, False), (0, False)]
)
def test_faint_recordings_are_raised(peak_db: float, raised: bool) -> None:
    survey = ChannelSurvey()
    said = voice(0)
    survey.add(Frame(RATE_HZ, ("FC",), (said / np.abs(said).max() * 10 ** (peak_db / 20)).astype(np.float32)[None]))
    assert survey.peak * survey.gain == pytest.approx(0.1 if raised else survey.peak)


def test_a_layout_that_was_not_surveyed_is_mixed_by_position() -> None:
    np.testing.assert_allclose(ChannelSurvey().weights(("FL", "FR")), [0.5, 0.5])
    assert ChannelSurvey().weights(("FL", "FR", "FC", "LFE"))[3] == 0
