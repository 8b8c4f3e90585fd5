"""Cutting of audio at pauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.paths import resources_folder
from app.speech.audio.segmentation import AudioSpan, SegmentLimits, quietest_sample, segment_audio
from tests.speech.conftest import RATE_HZ, babble, tone


def in_blocks(audio: NDArray[np.float32], size: int = 30 * RATE_HZ) -> Iterator[NDArray[np.float32]]:
    return (audio[start : start + size] for start in range(0, len(audio), size))


def silence(length_s: float, level: float = 0.0, seed: int = 0) -> NDArray[np.float32]:
    return (level * np.random.default_rng(seed).standard_normal(round(length_s * RATE_HZ))).astype(np.float32)


def assert_tiles(spans: list[AudioSpan], audio: NDArray[np.float32], max_s: float) -> None:
    """The spans are the source, in order, nothing twice, nothing missing, nothing too long."""
    joined = np.concatenate([span.audio for span in spans]) if spans else np.zeros(0, np.float32)
    np.testing.assert_array_equal(joined, audio)
    position = 0
    for span in spans:
        assert span.start_s == position / RATE_HZ
        position += len(span.audio)
        assert span.end_s == position / RATE_HZ
        assert 0 < len(span.audio) <= max_s * RATE_HZ


def speech_share(spans: list[AudioSpan]) -> float:
    return sum(len(span.audio) for span in spans if span.speech) / max(1, sum(len(span.audio) for span in spans))


@settings(max_examples=20, deadline=None)
@given(
    pieces=st.lists(
        st.tuples(st.sampled_from(["speech", "silence", "noise", "tone", "click"]), st.floats(0.001, 9.0)), max_size=8
    ),
    max_s=st.floats(1.0, 30.0),
    window_s=st.sampled_from([None, 0.001, 0.8, 3.0]),
    block=st.integers(100, 200_000),
    level=st.sampled_from([1e-4, 0.01, 1.0]),
)
def test_spans_tile_any_source(
    pieces: list[tuple[str, float]], max_s: float, window_s: float | None, block: int, level: float
) -> None:
    made = {
        "speech": babble,
        "silence": silence,
        "noise": lambda s: silence(s, 0.1),
        "tone": tone,
        "click": lambda s: np.ones(round(s * 20), np.float32),
    }
    audio = np.concatenate([np.zeros(0, np.float32), *(made[kind](length_s) for kind, length_s in pieces)]) * level
    audio = audio.astype(np.float32)
    assert_tiles(
        list(segment_audio(in_blocks(audio, max(block, len(audio) // 50 + 1)), SegmentLimits(max_s, window_s))),
        audio,
        max_s,
    )


@pytest.mark.parametrize("samples", [1, 2, 100, 399, 400, 401, 560, 16_000])
def test_very_short_sources(samples: int) -> None:
    audio = babble(1.0)[:samples]
    assert_tiles(list(segment_audio(in_blocks(audio))), audio, 30)


def test_no_source_no_spans() -> None:
    assert list(segment_audio(iter([]))) == []


@pytest.mark.parametrize(
    "steady",
    [
        silence(60),
        silence(60, 1e-4),
        silence(60, 0.1),
        np.cumsum(silence(60, 0.002)) - np.linspace(0, 1, 60 * RATE_HZ, dtype=np.float32),
        sum(tone(60, 50.0 * k, amplitude=0.2 / k) for k in range(1, 8)),
        sum(tone(60, 60.0 * k, amplitude=0.2 / k) for k in range(1, 20)) + silence(60, 0.01),
        tone(60, 1000),
        silence(60, 0.1) * (1 + tone(60, 0.1, amplitude=0.9)),
        np.concatenate([silence(10, 1e-3), silence(6, 0.1), silence(10, 1e-3), silence(3, 0.02), silence(9, 1e-3)]),
        np.concatenate([silence(10), tone(0.5, 1000), silence(10)]),
    ],
    ids=["zeros", "dither", "white", "brown", "hum", "mains", "tone", "swelling", "fan on and off", "beep"],
)
def test_silence_noise_and_hum_are_not_speech(steady: NDArray[np.float32]) -> None:
    steady = steady.astype(np.float32)
    spans = list(segment_audio(in_blocks(steady)))
    assert_tiles(spans, steady, 30)
    assert not any(span.speech for span in spans)


def hum(length_s: float, partials_hz: list[float], level: float) -> NDArray[np.float32]:
    """Partials of one strength, as 16 bits."""
    t = np.arange(round(length_s * RATE_HZ)) / RATE_HZ
    sound = sum(np.sin(2 * np.pi * hz * t + number) for number, hz in enumerate(partials_hz))
    return (np.round(level / np.abs(sound).max() * sound * 2**15) / 2**15).astype(np.float32)


HUMS = {
    "odd harmonics of 60 Hz": [60.0 * k for k in range(1, 14, 2)],
    "100 Hz": [100.0 * k for k in range(1, 9)],
    "150 Hz": [150.0, 300.0, 450.0, 600.0],
    "180 Hz": [180.0, 360.0, 540.0, 720.0],
    "motor": [133.7 * k for k in range(1, 9)],
    "three tones": [250.0, 500.0, 750.0],
}
"""Silero takes the start of each for a vowel."""


@pytest.mark.parametrize("level", [0.01, 0.5])
@pytest.mark.parametrize("partials_hz", HUMS.values(), ids=HUMS)
def test_a_hum_that_sounds_like_a_vowel_is_not_speech(partials_hz: list[float], level: float) -> None:
    steady = hum(5, partials_hz, level)
    assert speech_share(list(segment_audio(iter([steady])))) == 0
    fading = steady * np.minimum(1, np.arange(len(steady), dtype=np.float32) / RATE_HZ)
    assert speech_share(list(segment_audio(iter([fading])))) == 0
    word, pause = babble(2, level=0.05), silence(0.5)
    audio = np.concatenate([word, pause, steady, pause, word])
    for size in (len(audio), 7000):
        first, second = (span for span in segment_audio(in_blocks(audio, size)) if span.speech)
        assert (first.start_s, second.end_s) == pytest.approx((0, 10), abs=0.05)
        assert (first.end_s, second.start_s) == pytest.approx((2, 8), abs=0.5)


def test_speech_over_a_hum_is_speech() -> None:
    audio = np.concatenate([silence(3), babble(3), silence(3)]) + hum(9, HUMS["150 Hz"], 0.1)
    [span] = (span for span in segment_audio(iter([audio])) if span.speech)
    assert (span.start_s, span.end_s) == pytest.approx((3, 6), abs=0.5)


def test_vowels_that_are_drawn_out_are_speech(ffmpeg: Callable[..., Path]) -> None:
    said, _ = soundfile.read(resources_folder() / "samples" / "en.flac", dtype="float32")
    slow, _ = soundfile.read(ffmpeg(said, RATE_HZ, "slow.wav", "-af", "atempo=0.5,atempo=0.5"), dtype="float32")
    assert speech_share(list(segment_audio(iter([slow])))) > 0.9


def test_clicks_are_not_speech() -> None:
    audio = silence(30, 1e-3)
    audio[:: 2 * RATE_HZ] = 0.9
    assert speech_share(list(segment_audio(in_blocks(audio)))) == 0


@pytest.mark.parametrize("noise", [0.0, 1e-4, 0.01])
@pytest.mark.parametrize("level", [0.003, 0.1])
@pytest.mark.parametrize("length_s", [0.5, 2.0])
def test_a_short_utterance_in_a_long_silence_is_kept_whole(noise: float, level: float, length_s: float) -> None:
    if noise >= level:
        pytest.skip("drowned")
    word = babble(length_s, seed=3, level=level)
    audio = np.concatenate([silence(40), word, silence(40)]) + silence(80 + length_s, noise)
    spans = list(segment_audio(in_blocks(audio.astype(np.float32)), SegmentLimits(12)))
    spoken = [span for span in spans if span.speech]
    assert len(spoken) == 1
    assert 39 < spoken[0].start_s <= 40.1
    assert 40 + length_s - 0.15 <= spoken[0].end_s < 41 + length_s


def test_a_word_without_any_silence_around_it() -> None:
    word = babble(0.6, seed=1)
    spans = list(segment_audio(iter([word])))
    assert [span.speech for span in spans] == [True]
    assert len(spans[0].audio) == len(word)


def test_speech_is_padded_and_long_pauses_end_a_segment() -> None:
    audio = np.concatenate([silence(2), babble(3), silence(3), babble(3, 1), silence(0.5), babble(3, 2), silence(2)])
    spoken = [span for span in segment_audio(in_blocks(audio)) if span.speech]
    assert len(spoken) == 2  # the short pause keeps the last two together
    assert spoken[0].start_s == pytest.approx(1.8, abs=0.1)
    assert spoken[0].end_s == pytest.approx(5.2, abs=0.1)
    assert spoken[1].start_s == pytest.approx(7.8, abs=0.1)
    assert spoken[1].end_s == pytest.approx(14.7, abs=0.15)


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10_000), max_s=st.sampled_from([8.0, 12.0, 30.0]), noise=st.sampled_from([0.0, 1e-3, 5e-3]))
def test_speech_is_never_cut_while_there_is_a_pause(seed: int, max_s: float, noise: float) -> None:
    rng = np.random.default_rng(seed)
    parts, pauses, position = [], [], 0
    for number in range(20):
        for part, is_pause in (
            (babble(rng.uniform(1, 3), seed + number), False),
            (silence(rng.uniform(0.45, 0.8)), True),
        ):
            if is_pause:
                pauses.append((position, position + len(part)))
            parts.append(part)
            position += len(part)
    audio = np.concatenate(parts)
    audio = (audio + noise * rng.standard_normal(len(audio))).astype(np.float32)
    spans = list(segment_audio(in_blocks(audio), SegmentLimits(max_s)))
    assert_tiles(spans, audio, max_s)
    edge = 0.08 * RATE_HZ
    for span in spans[:-1]:
        cut = span.end_s * RATE_HZ
        assert any(start - edge <= cut <= end + edge for start, end in pauses)


def test_endless_speech_is_cut_at_its_quietest() -> None:
    audio = babble(40) + silence(40, 0.05)
    at = 9 * RATE_HZ
    audio[at : at + RATE_HZ // 5] *= 0.05
    first = next(iter(segment_audio(in_blocks(audio.astype(np.float32)), SegmentLimits(12))))
    assert first.speech
    assert at <= first.end_s * RATE_HZ <= at + RATE_HZ // 5


def test_endless_speech_is_cut_at_the_quietest_of_a_window() -> None:
    audio = babble(60) + silence(60, 0.05)
    for dip_s, level in ((9.0, 0.01), (12.2, 0.1), (14.0, 0.3)):  # the deepest lies before the window
        at = round(dip_s * RATE_HZ)
        audio[at : at + RATE_HZ // 5] *= level
    spans = list(segment_audio(in_blocks(audio.astype(np.float32)), SegmentLimits(14.5, 3.0)))
    assert_tiles(spans, audio.astype(np.float32), 14.5)
    assert 12.2 <= spans[0].end_s <= 12.4
    assert all(11.5 <= span.end_s - span.start_s <= 14.5 for span in spans[:-1])


def test_a_long_pause_ends_a_segment_before_the_window() -> None:
    audio = np.concatenate([babble(5), silence(2, 1e-3), babble(30, 1), silence(1, 1e-3)])
    spoken = [span for span in segment_audio(in_blocks(audio), SegmentLimits(14.5, 3.0)) if span.speech]
    assert spoken[0].end_s == pytest.approx(5.2, abs=0.2)
    assert 11.5 <= spoken[1].end_s - spoken[1].start_s <= 14.5


def test_spans_come_out_while_the_source_is_still_read() -> None:
    read = 0

    def source() -> Iterator[NDArray[np.float32]]:
        nonlocal read
        for _ in range(100):
            read += 1
            yield np.concatenate([babble(5), silence(5)])

    next(segment_audio(source(), SegmentLimits(12)))
    assert read <= 6


@pytest.mark.parametrize("limits", [SegmentLimits(12), SegmentLimits(13, 3.0)])
def test_a_stream_is_cut_as_a_whole_file_is(limits: SegmentLimits) -> None:
    """Pauses of all kinds, speech longer than a segment, noise; each span comes before the block that is not needed."""
    rng = np.random.default_rng(0)
    parts = [part for n in range(8) for part in (babble(rng.uniform(0.3, 16), n), silence(rng.uniform(0.1, 3), 1e-3))]
    audio = np.concatenate([silence(1, 1e-3), *parts])
    whole = [(span.start_s, span.end_s, span.speech) for span in segment_audio(iter([audio]), limits)]
    assert len(whole) > 12
    for size in (1_600, 7_777):
        streamed = segment_audio(in_blocks(audio, size), limits)
        assert [(span.start_s, span.end_s, span.speech) for span in streamed] == whole


def test_a_phrase_comes_soon_after_its_pause_has_begun() -> None:
    heard_s = 0.0

    def source() -> Iterator[NDArray[np.float32]]:
        nonlocal heard_s
        for block in in_blocks(np.concatenate([silence(2, 1e-3), babble(4), silence(20, 1e-3)]), 1_600):
            heard_s += len(block) / RATE_HZ
            yield block

    phrase = next(span for span in segment_audio(source(), SegmentLimits(13, 3.0)) if span.speech)
    assert heard_s - phrase.end_s < 1.7  # a pause of one second, and what the detector looks ahead


def test_the_size_of_the_blocks_hardly_matters() -> None:
    audio = np.concatenate([np.concatenate([babble(4, n), silence(2, 1e-3)]) for n in range(15)])
    reference = [(span.start_s, span.end_s) for span in segment_audio(iter([audio]), SegmentLimits(12)) if span.speech]
    for size in (1_000, 48_000, 480_000):
        found = [
            (span.start_s, span.end_s)
            for span in segment_audio(in_blocks(audio, size), SegmentLimits(12))
            if span.speech
        ]
        np.testing.assert_allclose(found, reference, atol=0.1)


@settings(max_examples=20, deadline=None)
@given(length=st.integers(2, 300_000), seed=st.integers(0, 100))
def test_the_quietest_sample_is_near_the_middle(length: int, seed: int) -> None:
    audio = np.random.default_rng(seed).standard_normal(length).astype(np.float32)
    cut = quietest_sample(audio)
    assert 0 < cut < length
    if length > RATE_HZ:
        assert 0.2 * length < cut < 0.8 * length


def test_the_quietest_sample_is_in_the_pause() -> None:
    audio = babble(10)
    audio[6 * RATE_HZ : int(6.3 * RATE_HZ)] = 0
    assert 6 * RATE_HZ <= quietest_sample(audio) <= 6.3 * RATE_HZ
