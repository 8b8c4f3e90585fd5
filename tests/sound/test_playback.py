"""What is heard: the right stretch, at the right speed, in the right pitch. The device itself is tried in the journeys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.errors import AudioError, PlaybackError
from app.sound.playback import PEAKS_PER_S, Playback, PlaybackRequest, compute_peaks, render_blocks
from app.sound.portaudio import portaudio_lock

RATE_HZ = 48_000


@pytest.fixture
def tones(tmp_path: Path) -> Path:
    """Two seconds of 440 Hz, then two of 880 Hz, at 16 kHz."""
    at_s = np.arange(4 * 16_000) / 16_000
    path = tmp_path / "töne 三.flac"
    soundfile.write(path, 0.5 * np.sin(2 * np.pi * np.where(at_s < 2, 440, 880) * at_s), 16_000)
    return path


def heard(source: Path, order: PlaybackRequest) -> tuple[np.ndarray, list[float]]:
    pieces = list(render_blocks(source, order, RATE_HZ))
    return np.concatenate([block for _, block in pieces]), [position_s for position_s, _ in pieces]


def pitch_hz(samples: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * RATE_HZ / len(samples))


@pytest.mark.parametrize("speed", [0.5, 1.0, 1.5, 2.0])
def test_another_speed_keeps_the_pitch(tones: Path, speed: float) -> None:
    samples, positions_s = heard(tones, PlaybackRequest(speed=speed))
    assert len(samples) / RATE_HZ == pytest.approx(4 / speed, abs=0.1)
    assert positions_s == sorted(positions_s)
    assert positions_s[-1] == pytest.approx(4, abs=0.1 * speed)
    middle = len(samples) // 2
    assert pitch_hz(samples[middle // 4 : middle * 3 // 4]) == pytest.approx(440, rel=0.02)
    assert pitch_hz(samples[middle + middle // 4 : middle + middle * 3 // 4]) == pytest.approx(880, rel=0.02)


def test_it_begins_where_it_is_asked_to_and_stops_there_too(tones: Path) -> None:
    samples, positions_s = heard(tones, PlaybackRequest(start_s=1.5, end_s=2.5))
    assert len(samples) == RATE_HZ
    assert positions_s[-1] == pytest.approx(2.5)
    assert pitch_hz(samples[: int(0.45 * RATE_HZ)]) == pytest.approx(440, rel=0.02)
    assert pitch_hz(samples[int(0.55 * RATE_HZ) :]) == pytest.approx(880, rel=0.02)


def test_peaks_follow_the_sound(tones: Path) -> None:
    found = list(compute_peaks(tones))[-1]
    assert len(found) == 4 * PEAKS_PER_S
    assert found.max() == pytest.approx(0.5, abs=0.02)


def test_what_is_gone_or_no_sound_has_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(AudioError, match=r"no file gone\.wav"):
        list(render_blocks(tmp_path / "gone.wav", PlaybackRequest(), RATE_HZ))
    (tmp_path / "notes.wav").write_text("nothing to hear")
    with pytest.raises(AudioError, match="could not be played"):
        list(render_blocks(tmp_path / "notes.wav", PlaybackRequest(), RATE_HZ))


def test_nothing_is_played_into_a_recording(tones: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sound.playback.LOCK_TIMEOUT_S", 0.01)
    with portaudio_lock, pytest.raises(PlaybackError, match="A recording is running"):
        list(Playback(tones, PlaybackRequest()).events())
    assert not portaudio_lock.locked()


def test_without_an_output_there_is_a_sentence(tones: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sounddevice = pytest.importorskip("sounddevice")
    try:
        sounddevice.query_devices(kind="output")
    except (sounddevice.PortAudioError, ValueError):
        with pytest.raises(PlaybackError, match="no sound output"):
            list(Playback(tones, PlaybackRequest()).events())
        assert not portaudio_lock.locked()
    else:
        pytest.skip("this machine has a sound output")


def test_the_newest_wish_counts(tones: Path) -> None:
    playback = Playback(tones, PlaybackRequest(start_s=1.0))
    playback.change(None, speed=2.0)
    assert playback.next_request(0.0) == PlaybackRequest(
        start_s=1.0, speed=2.0
    )  # nothing was heard yet: it begins where it was to
    playback.change(None, speed=0.5)
    assert playback.next_request(1.4) == PlaybackRequest(start_s=1.4, speed=0.5)
    playback.change(3.0, end_s=3.5)
    playback.change(None, speed=1.0)
    assert playback.next_request(1.6) == PlaybackRequest(start_s=3.0, end_s=3.5, speed=1.0)
    assert playback.next_request(1.7) is None
