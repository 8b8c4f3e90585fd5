"""A source is decoded once, by whoever needs it, and its peaks follow the sound."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.errors import AudioError
from app.sound.decoded_sound import PEAKS_PER_S, DecodedSound
from app.speech.audio import decode
from tests.speech.conftest import RATE_HZ, tone


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.wav"
    rising = np.linspace(0, 1, 45 * RATE_HZ, dtype=np.float32)
    soundfile.write(path, tone(45) * rising, RATE_HZ, subtype="FLOAT")
    return path


def test_it_is_decoded_as_far_as_is_asked_and_no_further(talk: Path) -> None:
    sound = DecodedSound(talk)
    assert sound.decoded_s == 0
    assert len(list(sound.decode_until(15.0))) == 2
    assert sound.decoded_s == 20.0
    assert list(sound.decode_until(15.0)) == []
    list(sound.decode_until(1000.0))
    assert sound.decoded_s == 45.0
    np.testing.assert_array_equal(sound.read(0, 10**9), decode.read(talk))
    assert len(sound.read(44 * RATE_HZ, 10 * RATE_HZ)) == RATE_HZ


def test_peaks_follow_the_sound(talk: Path) -> None:
    *waiting, peaks = DecodedSound(talk).peaks()
    assert all(len(part) == 0 for part in waiting)
    assert len(peaks) == 45 * PEAKS_PER_S
    np.testing.assert_allclose(peaks[PEAKS_PER_S::PEAKS_PER_S], 0.5 * np.arange(1, 45) / 45, atol=0.01)


def test_two_threads_share_one_decoding(talk: Path) -> None:
    sound, found = DecodedSound(talk), []
    readers = [threading.Thread(target=lambda: found.append(list(sound.peaks())[-1])) for _ in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(found) == 3
    for peaks in found:
        np.testing.assert_array_equal(peaks, found[0])
    assert sound.decoded_s == 45.0


def test_what_was_closed_ends(talk: Path) -> None:
    sound = DecodedSound(talk)
    next(iter(sound.decode_until(5.0)))
    sound.close()
    assert len(sound.read(0, 100)) == 0
    assert list(sound.decode_until(30.0)) == []


def test_the_track_counts_and_a_failure_is_told_to_everybody(tmp_path: Path) -> None:
    path = tmp_path / "notes.wav"
    path.write_text("nothing to hear")
    sound = DecodedSound(path)
    for _ in range(2):
        with pytest.raises(AudioError, match="not an audio"):
            list(sound.decode_until(1.0))
