"""What a cut or damaged file lacks is told, in one sentence each, and nothing is told of a whole one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.speech.audio import decode
from app.transcript.model import Notice
from tests.speech.conftest import RATE_HZ, tone

from .test_decode import make

Encode = Callable[..., Path]
FASTSTART = ("-movflags", "+faststart")
PROMISING = [
    ("a.wav", ()), ("a.w64", ()), ("a.wav", ("-rf64", "always")), ("a.aiff", ()), ("a.au", ()), ("a.caf", ()), ("a.flac", ()),
    ("a.mp3", ()), ("a.m4a", FASTSTART), ("a.mov", FASTSTART), ("a.mkv", ()), ("a.webm", ()), ("a.wma", ()), ("a.avi", ()),
    ("a.flv", ("-ar", "44100")),
]  # fmt: skip
SILENT = [
    ("a.ogg", ()), ("a.opus", ()), ("a.ts", ()), ("a.m2ts", ("-f", "mpegts", "-mpegts_m2ts_mode", "1")), ("a.aac", ()),
    ("b.mp3", ("-write_xing", "0")), ("a.mp2", ()), ("a.ac3", ()), ("a.eac3", ()), ("a.mpg", ("-c:a", "mp2")),
    ("c.mp3", ("-write_xing", "0", "-ar", "44100", "-q:a", "4")), ("b.ac3", ("-ar", "44100")),
    ("a.dts", ("-c:a", "dca", "-strict", "-2", "-ar", "48000")),
    ("a.tta", ()),
]  # fmt: skip


def notices_of(path: Path) -> tuple[list[str], float]:
    """What is told of a file, and how long its sound is in seconds."""
    notices: list[Notice] = []
    length = sum(len(block) for block in decode.blocks(path, notices=notices))
    return [str(notice) for notice in notices], length / RATE_HZ


def cut(path: Path, share: float = 0.6) -> Path:
    content = path.read_bytes()
    path.write_bytes(content[: round(len(content) * share)])
    return path


@pytest.mark.parametrize(("name", "options"), PROMISING)
def test_a_file_that_is_cut_off(ffmpeg: Encode, name: str, options: tuple[str, ...]) -> None:
    path = ffmpeg(tone(10), RATE_HZ, name, *options)
    assert notices_of(path)[0] == []
    told, heard_s = notices_of(cut(path))
    assert 3 < heard_s < 8
    assert len(told) == 1
    match = re.fullmatch(r"The sound ends early: there are ([\d.]+) s of ([\d.]+) s\.", told[0])
    assert match
    assert float(match[1]) == pytest.approx(heard_s, abs=0.1)
    assert float(match[2]) == pytest.approx(10, abs=0.15)


@pytest.mark.parametrize(("name", "options"), SILENT)
def test_formats_that_promise_nothing_are_whole(ffmpeg: Encode, name: str, options: tuple[str, ...]) -> None:
    assert notices_of(ffmpeg(tone(10), RATE_HZ, name, *options))[0] == []


@pytest.mark.parametrize(("name", "options"), SILENT)
@pytest.mark.parametrize("share", [0.43, 0.951])
def test_a_file_that_promises_nothing_and_is_cut_off(
    ffmpeg: Encode, name: str, options: tuple[str, ...], share: float
) -> None:
    path = ffmpeg(tone(10) + silence_like_hiss(10), RATE_HZ, name, *options)
    told, heard_s = notices_of(cut(path, share))
    assert told == [f"The file seems to end early, after {heard_s:.1f} s."]


def silence_like_hiss(length_s: int) -> np.ndarray:
    """So that frames differ."""
    return (0.01 * np.random.default_rng(0).standard_normal(length_s * RATE_HZ)).astype(np.float32)


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.avi", "film.flv"])
def test_sound_that_ends_before_the_picture_is_whole(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    make(path, "-f lavfi -i color=c=red:s=64x64:r=10:d=9 -f lavfi -i sine=440:d=4 -ar 44100")
    told, heard_s = notices_of(path)
    assert heard_s == pytest.approx(4, abs=0.2)
    assert told == []


@pytest.mark.parametrize("name", ["film.mkv", "film.flv"])
def test_a_film_that_is_cut_off(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    make(path, "-f lavfi -i testsrc=s=64x64:r=10:d=10 -f lavfi -i sine=440:d=10 -ar 44100")
    told, _ = notices_of(cut(path))
    assert len(told) == 1
    assert told[0].startswith("The sound ends early")


def test_recorders_that_never_learned_the_length_promise_nothing(ffmpeg: Encode) -> None:
    path = ffmpeg(tone(3), RATE_HZ, "a.wav")
    content = bytearray(path.read_bytes())
    at = content.index(b"data") + 4
    for claimed in (0, 0xFFFFFFFF, 0xFFFFFFF0, 0x7FFFFFFF):
        content[at : at + 4] = claimed.to_bytes(4, "little")
        path.write_bytes(content)
        told, heard_s = notices_of(path)
        assert heard_s == pytest.approx(3, abs=0.1)
        assert told == []


@pytest.mark.parametrize("name", ["a.flac", "b.mp3"])
def test_damage_in_the_middle(ffmpeg: Encode, name: str) -> None:
    rng = np.random.default_rng(0)
    hiss = 0.01 * rng.standard_normal(10 * RATE_HZ).astype(np.float32)
    options = ("-write_xing", "0") if name == "b.mp3" else ()
    path = ffmpeg(tone(10) + hiss, RATE_HZ, name, *options)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4000] = rng.bytes(4000)
    path.write_bytes(content)
    told, _ = notices_of(path)
    assert any(sentence.startswith("Damaged sound was left out") for sentence in told)


def test_a_pause_of_the_recorder(ffmpeg: Encode) -> None:
    path = ffmpeg(tone(6), RATE_HZ, "holes.mkv", "-af", "aselect='not(between(t,2,5))'", "-c:a", "pcm_s16le")
    told, _ = notices_of(path)
    assert told == ["The file has no sound for 3.0 s from 2.0 s on; silence stands there."]
