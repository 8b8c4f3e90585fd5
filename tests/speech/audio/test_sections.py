"""Files that several files were joined to are heard to their end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.speech.audio import decode
from app.speech.audio.sections import find_sections
from tests.speech.conftest import RATE_HZ, tone

Encode = Callable[..., Path]
JOINED = [
    "a.wav", "a.flac", "a.aiff", "a.au", "a.caf", "a.w64", "a.ogg", "a.opus", "a.m4a", "a.mp4", "a.webm", "a.mkv", "a.wma",
    "a.avi", "a.mp3", "a.aac", "a.ts",
]  # fmt: skip


def join(path: Path, *parts: bytes) -> Path:
    path.write_bytes(b"".join(parts))
    return path


def pitches_hz(samples: np.ndarray) -> list[float]:
    """The pitch of every half second."""
    half = RATE_HZ // 2
    pieces = [samples[start : start + half] for start in range(0, len(samples) - half + 1, half)]
    return [float(np.argmax(np.abs(np.fft.rfft(piece * np.hanning(half)))) * RATE_HZ / half) for piece in pieces]


@pytest.mark.parametrize("name", JOINED)
def test_the_second_part_may_have_another_rate_and_other_channels(ffmpeg: Encode, tmp_path: Path, name: str) -> None:
    first = ffmpeg(tone(3, 400), RATE_HZ, name, "-ac", "1").read_bytes()
    second = ffmpeg(tone(2, 700), RATE_HZ, name, "-ar", "48000", "-ac", "2").read_bytes()
    third = ffmpeg(tone(2, 500), RATE_HZ, name, "-ac", "1").read_bytes()
    path = join(tmp_path / f"joined-{name}", first, second, third)
    notices: list[object] = []
    samples = np.concatenate(list(decode.blocks(path, notices=notices)))
    assert len(samples) / RATE_HZ == pytest.approx(7, abs=0.3)
    heard = pitches_hz(samples)
    assert heard[1:5] == pytest.approx([400] * 4, abs=3)
    assert heard[7:9] == pytest.approx([700] * 2, rel=0.05)  # timestamps of ts overlap a little at the joint
    assert heard[11:13] == pytest.approx([500] * 2, rel=0.05)
    assert notices == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.wav", "b.mp3"), ("a.flac", "b.mp3"), ("a.ogg", "b.mp3"), ("a.m4a", "b.mp3"), ("a.wav", "b.aac"), ("a.wav", "b.ts"),
        ("a.wav", "b.flac"), ("a.flac", "b.ogg"), ("a.ogg", "b.wav"), ("a.m4a", "b.flac"), ("a.flac", "b.wav"),
    ],
)  # fmt: skip
def test_parts_of_different_formats(ffmpeg: Encode, tmp_path: Path, first: str, second: str) -> None:
    parts = [ffmpeg(tone(2, hz), RATE_HZ, name).read_bytes() for hz, name in ((400, first), (700, second))]
    path = join(tmp_path / f"joined-{first}", *parts)
    notices: list[object] = []
    samples = np.concatenate(list(decode.blocks(path, notices=notices)))
    assert len(samples) / RATE_HZ == pytest.approx(4, abs=0.3)
    heard = pitches_hz(samples)
    assert heard[1:3] == pytest.approx([400] * 2, abs=3)
    assert heard[5:7] == pytest.approx([700] * 2, rel=0.05)
    assert notices == []


@pytest.mark.parametrize(
    "rest",
    [b"TAG" + bytes(125), b"ID3\x03\x00\x00\x00\x00\x00\x05hello", b"\xff\xff\xff\xff", bytes(50)],
    ids=["ID3v1", "ID3v2", "ones", "zeros"],
)
@pytest.mark.parametrize("name", ["a.wav", "a.m4a", "a.ogg"])
def test_what_is_no_stream_stays_with_the_last_one(ffmpeg: Encode, tmp_path: Path, name: str, rest: bytes) -> None:
    path = join(tmp_path / f"tagged-{name}", ffmpeg(tone(1, 400), RATE_HZ, name).read_bytes(), rest)
    assert find_sections(path) == [(0, path.stat().st_size)]


def test_a_live_recording_that_was_continued(ffmpeg: Encode, tmp_path: Path) -> None:
    """Browsers do not know the length when they begin to write."""
    parts = [
        ffmpeg(tone(2, hz), RATE_HZ, "live.webm", "-c:a", "libopus", "-live", "1").read_bytes() for hz in (400, 700)
    ]
    path = join(tmp_path / "joined.webm", *parts)
    assert len(find_sections(path)) == 2
    heard = pitches_hz(decode.read(path))
    assert heard[1:3] == pytest.approx([400] * 2, abs=3)
    assert heard[5:7] == pytest.approx([700] * 2, abs=3)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.m4a", "a.ogg", "a.mkv", "a.mp3"])
def test_a_plain_file_and_what_is_no_sound_behind_it_is_one_section(ffmpeg: Encode, name: str) -> None:
    path = ffmpeg(tone(2), RATE_HZ, name)
    size = path.stat().st_size
    assert find_sections(path) == [(0, size)]
    path.write_bytes(path.read_bytes() + b"\0" * 5000)
    assert find_sections(path) == [(0, size + 5000)]
    assert len(decode.read(path)) / RATE_HZ == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize(
    "name", ["a.wav", "a.flac", "a.m4a", "a.ogg", "a.mkv", "a.wma", "a.caf", "a.aiff", "a.avi", "a.w64"]
)
def test_damage_never_stops_the_search(ffmpeg: Encode, tmp_path: Path, name: str) -> None:
    content = ffmpeg(tone(1), RATE_HZ, name).read_bytes()
    rng = np.random.default_rng(0)
    for number in range(60):
        damaged = bytearray(content)
        for position in rng.integers(0, min(len(damaged), 400 if number % 2 else len(damaged)), 5):
            damaged[position] = rng.integers(256)
        path = join(tmp_path / "damaged", bytes(damaged[: rng.integers(1, len(damaged))]))
        sections = find_sections(path)
        assert sections[0][0] == 0
        assert sections[-1][1] == path.stat().st_size
