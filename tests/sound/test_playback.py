"""What is heard: the right stretch, at the right speed, in the right pitch. The device itself is tried in the journeys."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.errors import AudioError, PlaybackError
from app.sound.decoded_sound import DecodedSound
from app.sound.playback import SPEEDS, Playback, PlaybackRequest, render_blocks
from app.sound.portaudio import portaudio_lock
from app.speech.audio import decode
from app.speech.audio.samples import SAMPLE_RATE_HZ
from tests.speech.audio.test_decode import bursts, clicks_s, make, remux

RATE_HZ = 48_000


@pytest.fixture
def tones(tmp_path: Path) -> Path:
    """Two seconds of 440 Hz, then two of 880 Hz, at 16 kHz."""
    at_s = np.arange(4 * 16_000) / 16_000
    path = tmp_path / "töne 三.flac"
    soundfile.write(path, 0.5 * np.sin(2 * np.pi * np.where(at_s < 2, 440, 880) * at_s), 16_000)
    return path


def heard(source: Path, order: PlaybackRequest) -> tuple[np.ndarray, list[float]]:
    pieces = list(render_blocks(DecodedSound(source), order, RATE_HZ))
    return np.concatenate([block for _, block in pieces]), [position_s for position_s, _ in pieces]


def pitch_hz(samples: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * RATE_HZ / len(samples))


@pytest.mark.parametrize("speed", SPEEDS)
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


def test_what_is_gone_or_no_sound_has_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(AudioError, match=r"no file gone\.wav"):
        list(render_blocks(DecodedSound(tmp_path / "gone.wav"), PlaybackRequest(), RATE_HZ))
    (tmp_path / "notes.wav").write_text("nothing to hear")
    with pytest.raises(AudioError, match="could not be played"):
        list(render_blocks(DecodedSound(tmp_path / "notes.wav"), PlaybackRequest(), RATE_HZ))


def test_nothing_is_played_into_a_recording(tones: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sound.playback.LOCK_TIMEOUT_S", 0.01)
    with portaudio_lock, pytest.raises(PlaybackError, match="A recording is running"):
        list(Playback(DecodedSound(tones), PlaybackRequest()).events())
    assert not portaudio_lock.locked()


def test_without_an_output_there_is_a_sentence(tones: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sounddevice = pytest.importorskip("sounddevice")
    try:
        sounddevice.query_devices(kind="output")
    except (sounddevice.PortAudioError, ValueError):
        with pytest.raises(PlaybackError, match="no sound output"):
            list(Playback(DecodedSound(tones), PlaybackRequest()).events())
        assert not portaudio_lock.locked()
    else:
        pytest.skip("this machine has a sound output")


def test_the_newest_wish_counts(tones: Path) -> None:
    playback = Playback(DecodedSound(tones), PlaybackRequest(start_s=1.0))
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


@pytest.mark.parametrize("speed", [1.0, 1.5])
@pytest.mark.parametrize(
    "case", ["late.mp4", "late.mkv", "paused.webm", "joined.mp3", "joined.ogg", "drift.webm", "block.wma"]
)
def test_what_is_played_is_what_the_transcript_heard(
    tmp_path: Path, ffmpeg: Callable[..., Path], case: str, speed: float
) -> None:
    """A burst that is heard at a moment of the transcript is played when that moment is clicked."""
    said = bursts(12)
    match case:
        case "late.mp4" | "late.mkv":
            path = tmp_path / case
            ffmpeg(said, SAMPLE_RATE_HZ, "said.wav")
            picture = "-f lavfi -i color=c=black:s=64x64:r=10:d=18 -itsoffset 5"
            make(path, f"{picture} -i {tmp_path / 'said.wav'} -map 0 -map 1")
        case "paused.webm" | "drift.webm":
            source = ffmpeg(said, SAMPLE_RATE_HZ, "plain.webm", "-c:a", "libopus")
            paused = case == "paused.webm"
            path = remux(source, tmp_path / case, lambda at_s: at_s + 20 * (at_s >= 5.5) if paused else at_s * 0.95)
        case "joined.mp3" | "joined.ogg":
            suffix = case[-4:]
            first = ffmpeg(said, SAMPLE_RATE_HZ, f"1{suffix}", "-ar", "44100", "-ac", "2").read_bytes()
            path = tmp_path / case
            path.write_bytes(first + ffmpeg(said, SAMPLE_RATE_HZ, f"2{suffix}", "-ar", "22050").read_bytes())
        case _:
            path = ffmpeg(said, SAMPLE_RATE_HZ, case)
    heard_s = clicks_s(decode.read(path))
    assert len(heard_s) >= 12
    sound = DecodedSound(path)
    for at_s in (heard_s[1], heard_s[len(heard_s) // 2], heard_s[-2]):
        request = PlaybackRequest(start_s=at_s - 0.4, end_s=at_s + 0.3, speed=speed)
        played = np.concatenate([block for _, block in render_blocks(sound, request, SAMPLE_RATE_HZ, channels=1)])[:, 0]
        assert clicks_s(played)[0] * speed == pytest.approx(0.4, abs=0.1)


@pytest.mark.parametrize("name", ["de_DE", "es_ES", "fr_FR", "tr_TR"])
def test_a_decimal_comma_changes_nothing(tones: Path, tmp_path: Path, name: str) -> None:
    """C libraries read numbers as the locale says; all of Qt's applications set it."""
    subprocess.run(["localedef", "-i", name, "-f", "UTF-8", tmp_path / f"{name}.UTF-8"], check=False)
    script = (
        "import locale, sys\n"
        f"locale.setlocale(locale.LC_ALL, '{name}.UTF-8')\n"
        "assert locale.localeconv()['decimal_point'] == ','\n"
        "from pathlib import Path\n"
        "from app.sound.decoded_sound import DecodedSound\n"
        "from app.sound.playback import SPEEDS, PlaybackRequest, render_blocks\n"
        "for speed in SPEEDS:\n"
        "    blocks = render_blocks(DecodedSound(Path(sys.argv[1])), PlaybackRequest(speed=speed), 48_000)\n"
        "    print(sum(len(block) for _, block in blocks) / 48_000 * speed)\n"
    )
    environment = {**os.environ, "LOCPATH": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", script, tones], env=environment, capture_output=True, text=True, check=False
    )
    if "unsupported locale" in run.stderr:
        pytest.skip("this system cannot make the locale")
    assert run.returncode == 0, run.stderr
    assert [float(line) for line in run.stdout.split()] == pytest.approx([4.0] * len(SPEEDS), abs=0.2)
