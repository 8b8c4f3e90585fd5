"""Decoding of audio and video files."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import AudioError
from app.speech.audio import decode
from app.transcript.model import Notice
from tests.speech.conftest import RATE_HZ, tone

Encode = Callable[..., Path]


def loudness(samples: np.ndarray) -> float:
    return float(np.sqrt(np.mean(samples.astype(np.float64) ** 2)))


def pitch_hz(samples: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * RATE_HZ / len(samples))


def make(path: Path, options: str) -> None:
    """A file made by the ffmpeg program from its own test sources."""
    subprocess.run(["ffmpeg", "-y", "-v", "error", *options.split(), str(path)], check=True)


def assert_tone(samples: np.ndarray, length_s: float, hz: float = 440.0, amplitude: float = 0.5) -> None:
    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert len(samples) / RATE_HZ == pytest.approx(length_s, abs=0.08)
    assert pitch_hz(samples) == pytest.approx(hz, abs=2)
    middle = samples[len(samples) // 4 : -len(samples) // 4]
    assert loudness(middle) == pytest.approx(amplitude / 2**0.5, rel=0.1)


@pytest.mark.parametrize("subtype", ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE", "ULAW"])
@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 44_100, 192_000])
def test_wave_files_of_every_depth_and_rate(tmp_path: Path, subtype: str, rate_hz: int) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, tone(1.5, rate_hz=rate_hz), rate_hz, subtype=subtype)
    samples = decode.read(path)
    assert_tone(samples, 1.5)
    assert abs(len(samples) - 24_000) <= 1
    info = decode.probe(path)
    assert (info.duration_s, info.sample_rate_hz, info.channels) == (pytest.approx(1.5, abs=1e-4), rate_hz, 1)
    assert len(info.tracks) == 1


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.mp3", ("-c:a", "libmp3lame")),
        ("a.m4a", ("-c:a", "aac")),
        ("a.aac", ("-c:a", "aac")),
        ("a.ogg", ("-c:a", "libvorbis")),
        ("a.opus", ("-c:a", "libopus")),
        ("a.webm", ("-c:a", "libopus")),
        ("a.mkv", ("-c:a", "ac3")),
        ("a.mov", ("-c:a", "alac")),
        ("a.avi", ("-c:a", "libmp3lame")),
        ("a.wma", ("-c:a", "wmav2")),
        ("a.flac", ("-c:a", "flac")),
        ("a.aiff", ()),
        ("a.caf", ()),
        ("a.au", ()),
        ("会议 été — ½.m4a", ("-c:a", "aac")),
        ("12:30 talk.m4a", ("-c:a", "aac")),
    ],
)
def test_compressed_files(ffmpeg: Encode, name: str, options: tuple[str, ...]) -> None:
    path = ffmpeg(tone(3.0, rate_hz=48_000), 48_000, name, *options)
    assert_tone(decode.read(path), 3.0)
    info = decode.probe(path)
    assert info.duration_s == pytest.approx(3.0, abs=0.1)
    assert (info.sample_rate_hz, info.channels) == (48_000, 1)


def test_streamed_files_without_a_duration(ffmpeg: Encode, tmp_path: Path) -> None:
    path = ffmpeg(tone(3.0), RATE_HZ, "live.webm", "-c:a", "libopus", "-live", "1")
    assert decode.probe(path).duration_s == pytest.approx(3.0, abs=0.1)
    assert_tone(decode.read(path), 3.0)


def test_recorders_that_never_wrote_the_length_of_their_wave_file(tmp_path: Path) -> None:
    for claimed in (0, 0xFFFFFFFF):
        pcm = (tone(1.0) * 32767).astype("<i2").tobytes()
        header = (
            b"RIFF" + struct.pack("<I", claimed) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 16000, 32000, 2, 16)
        )
        path = tmp_path / f"{claimed}.wav"
        path.write_bytes(header + b"data" + struct.pack("<I", claimed) + pcm)
        assert_tone(decode.read(path), 1.0)


def test_the_chosen_track_of_a_video(tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    make(
        path,
        "-f lavfi -i color=c=red:s=64x64:d=2 -f lavfi -i sine=300:d=2 -f lavfi -i sine=700:d=2 -map 0 -map 1 -map 2"
        " -c:a aac -metadata:s:a:0 language=eng -metadata:s:a:1 title=Director",
    )
    assert decode.probe(path).tracks == ("Track 1: eng (aac, mono)", "Track 2: Director (aac, mono)")
    assert pitch_hz(decode.read(path)) == pytest.approx(300, abs=2)
    assert pitch_hz(decode.read(path, track=1)) == pytest.approx(700, abs=2)
    with pytest.raises(AudioError, match=r"no audio track 3.*2 audio tracks"):
        decode.probe(path, track=2)
    with pytest.raises(AudioError, match="no audio track 3"):
        decode.read(path, track=2)


def test_stereo_and_surround_are_mixed_with_the_voice_kept(tmp_path: Path, ffmpeg: Encode) -> None:
    left = np.stack([tone(1), np.zeros(RATE_HZ, np.float32)], axis=1)
    soundfile.write(tmp_path / "left.wav", left, RATE_HZ)
    assert_tone(decode.read(tmp_path / "left.wav"), 1, amplitude=0.25)

    inverted = np.stack([tone(1), -tone(1)], axis=1)
    soundfile.write(tmp_path / "inverted.wav", inverted, RATE_HZ)
    assert_tone(decode.read(tmp_path / "inverted.wav"), 1)

    surround = np.zeros((RATE_HZ, 6), np.float32)
    surround[:, 2] = tone(1)  # the voice, in the centre
    surround[:, 3] = tone(1, 40)  # rumble in the subwoofer
    for name, options in (
        ("s.wav", ()),
        ("s.flac", ()),
        ("s.m4a", ("-c:a", "aac", "-b:a", "384k")),
        ("s.mkv", ("-c:a", "ac3")),
    ):
        path = ffmpeg(surround, RATE_HZ if name != "s.mkv" else 48_000, name, *options, "-channel_layout", "5.1")
        samples = decode.read(path)
        spectrum = np.abs(np.fft.rfft(samples))
        assert np.argmax(spectrum) * RATE_HZ / len(samples) > 300, name
        assert 0.05 < loudness(samples) < 0.4, name
        assert decode.probe(path).channels == 6


def test_full_scale_never_overflows_in_the_mix(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "loud.wav", np.ones((4000, 6), np.float32), RATE_HZ, subtype="FLOAT")
    assert np.abs(decode.read(tmp_path / "loud.wav")).max() <= 1.0 + 1e-5


def test_broken_floats_become_silence(tmp_path: Path) -> None:
    samples = tone(1)
    samples[100:110], samples[200:210], samples[300] = np.nan, np.inf, 1e38
    soundfile.write(tmp_path / "nan.wav", samples, RATE_HZ, subtype="FLOAT")
    heard = decode.read(tmp_path / "nan.wav")
    assert np.isfinite(heard).all()
    assert np.isfinite(heard**2).all()


def test_gaps_between_timestamps_become_silence(ffmpeg: Encode) -> None:
    path = ffmpeg(tone(4), RATE_HZ, "holes.mkv", "-af", "aselect='not(between(t,1,2))'", "-c:a", "pcm_s16le")
    samples = decode.read(path)
    assert len(samples) / RATE_HZ == pytest.approx(4, abs=0.1)
    assert loudness(samples[int(1.2 * RATE_HZ) : int(1.8 * RATE_HZ)]) < 1e-3
    assert loudness(samples[int(2.2 * RATE_HZ) :]) > 0.3


def test_sound_that_starts_after_the_picture_keeps_its_time(tmp_path: Path) -> None:
    path = tmp_path / "late.mkv"
    make(path, "-f lavfi -i color=c=red:s=64x64:d=3 -itsoffset 1.5 -f lavfi -i sine=440:d=1 -c:a flac")
    samples = decode.read(path)
    assert loudness(samples[: int(1.4 * RATE_HZ)]) < 1e-3
    assert loudness(samples[int(1.6 * RATE_HZ) : int(2.4 * RATE_HZ)]) > 0.05


@settings(max_examples=20, deadline=None)
@given(
    rate_hz=st.sampled_from([8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000]),
    frames=st.integers(100, 60_000),
    block_s=st.floats(0.05, 2.0),
)
def test_blocks_are_one_continuous_signal(
    tmp_path_factory: pytest.TempPathFactory, rate_hz: int, frames: int, block_s: float
) -> None:
    path = tmp_path_factory.mktemp("blocks") / "a.wav"
    soundfile.write(path, tone(frames / rate_hz + 1, rate_hz=rate_hz)[:frames], rate_hz)
    parts = list(decode.blocks(path, block_s=block_s))
    size = round(block_s * RATE_HZ)
    assert all(len(part) == size for part in parts[:-1])
    assert 0 < len(parts[-1]) <= size
    joined = np.concatenate(parts)
    assert abs(len(joined) - frames * RATE_HZ / rate_hz) <= 1
    np.testing.assert_array_equal(joined, decode.read(path))


@pytest.mark.slow
def test_a_long_file_needs_little_memory(ffmpeg: Encode) -> None:
    """Twenty minutes of 44.1 kHz stereo are 420 MB as floats; reading them in blocks may not need a fraction of that."""
    path = ffmpeg(
        tone(10), RATE_HZ, "long.m4a", "-af", "aloop=loop=119:size=160000", "-ac", "2", "-c:a", "aac", "-b:a", "32k"
    )
    script = (
        "import resource, sys\n"
        "from app.speech.audio import decode as audio\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "total = sum(len(block) for block in audio.blocks(sys.argv[1]))\n"
        "print(total / 16000, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)\n"
    )
    run = subprocess.run([sys.executable, "-c", script, str(path)], check=True, capture_output=True, text=True)
    length_s, grown_mib = map(float, run.stdout.split())
    assert length_s == pytest.approx(1200, abs=1)
    assert grown_mib < 100


# --- what cannot be read ---------------------------------------------------------------------------------------------


def assert_refused(path: Path, match: str) -> None:
    for attempt in (decode.probe, decode.read):
        with pytest.raises(AudioError, match=match) as caught:
            attempt(path)
        error = caught.value
        assert error.what.endswith(".")
        assert error.remedy.endswith(".")
        assert path.name in error.what or path.name == ""


def test_missing_folder_and_zero_byte_files(tmp_path: Path) -> None:
    assert_refused(tmp_path / "nowhere.wav", "no file")
    assert_refused(tmp_path, "is a folder")
    (tmp_path / "zero.wav").touch()
    assert_refused(tmp_path / "zero.wav", "zero bytes")
    assert_refused(tmp_path / "zero.wav" / "below.wav", "could not be read")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    assert_refused(tmp_path / "pipe.wav", "not a file")


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no user ids here")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.wav"
    soundfile.write(path, tone(1), RATE_HZ)
    path.chmod(0)
    root = os.geteuid() == 0
    if root:  # root may read everything: ask as somebody else
        os.seteuid(65534)
    try:
        assert_refused(path, "may not be read")
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize("suffix", [".txt", ".mp3", ".wav", ".m4a", ".raw", ".srt", ""])
def test_text_under_any_name(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"letter{suffix}"
    path.write_text("Dear reader, this is a letter and not a song.\n" * 200)
    assert_refused(path, "not an audio or video file")


@pytest.mark.parametrize("suffix", ["", ".mp3", ".wav", ".ogg", ".aac", ".mp4"])
def test_random_bytes_under_any_name(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"noise{suffix}"
    path.write_bytes(np.random.default_rng(0).bytes(100_000))
    assert_refused(path, "cannot be decoded|not an audio")


def test_pictures_and_silent_films(tmp_path: Path) -> None:
    for name in ("p.png", "p.jpg", "p.gif"):
        make(tmp_path / name, "-f lavfi -i color=c=red:s=32x32:d=0.1 -frames:v 1")
        assert_refused(tmp_path / name, "not an audio or video file")
    make(tmp_path / "film.mp4", "-f lavfi -i color=c=red:s=32x32:d=1")
    assert_refused(tmp_path / "film.mp4", "has no sound")


def test_wrong_names_do_not_matter(ffmpeg: Encode, tmp_path: Path) -> None:
    for real, pretended in (
        ("a.mp3", "b.wav"),
        ("a.m4a", "b.mp3"),
        ("a.wav", "b.m4a"),
        ("a.flac", "b.raw"),
        ("a.wav", "b.txt"),
    ):
        ffmpeg(tone(2), RATE_HZ, real).rename(tmp_path / pretended)
        assert_tone(decode.read(tmp_path / pretended), 2.0)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.mp3", "a.ogg", "a.mkv", "a.aac"])
def test_truncated_files_give_all_that_can_be_decoded(ffmpeg: Encode, name: str) -> None:
    path = ffmpeg(tone(10), RATE_HZ, name)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 6 // 10])
    assert 3.5 < len(decode.read(path)) / RATE_HZ < 7  # formats lose up to a page of two seconds
    assert decode.probe(path).duration_s > 3.5


def test_damage_in_the_middle_keeps_the_rest_in_its_place(ffmpeg: Encode) -> None:
    rising = np.concatenate([tone(5, 300), tone(5, 700)])
    path = ffmpeg(rising, RATE_HZ, "a.flac")
    content = bytearray(path.read_bytes())
    third = len(content) // 3
    content[third : third + 2000] = np.random.default_rng(0).bytes(2000)
    path.write_bytes(content)
    samples = decode.read(path)
    assert len(samples) / RATE_HZ == pytest.approx(10, abs=0.6)
    assert pitch_hz(samples[-4 * RATE_HZ :]) == pytest.approx(700, abs=2)
    change = np.flatnonzero(np.abs(samples[4 * RATE_HZ :] - tone(10, 300)[4 * RATE_HZ : len(samples)]) > 0.5)[0]
    assert change / RATE_HZ + 4 == pytest.approx(5, abs=0.01)


def test_a_video_without_its_index(ffmpeg: Encode) -> None:
    path = ffmpeg(tone(10), RATE_HZ, "a.m4a")
    path.write_bytes(path.read_bytes()[:5000])
    assert_refused(path, "cut off before it was finished")


def test_encrypted_audio_is_refused(ffmpeg: Encode) -> None:
    key = "00112233445566778899aabbccddeeff"
    scheme = ("-encryption_scheme", "cenc-aes-ctr", "-encryption_key", key, "-encryption_kid", key)
    assert_refused(ffmpeg(tone(2), RATE_HZ, "locked.mp4", "-c:a", "aac", *scheme), "protected against copying")


def test_a_recording_of_zero_length(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "none.wav", np.zeros(0, np.float32), RATE_HZ)
    with pytest.raises(AudioError, match=r"no sound in “none\.wav”"):
        decode.read(tmp_path / "none.wav")
    assert decode.probe(tmp_path / "none.wav").duration_s == 0


def test_a_name_that_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe.wav")
    soundfile.write(tmp_path / "a.wav", tone(1), RATE_HZ)
    try:
        (tmp_path / "a.wav").rename(path)
    except OSError:
        pytest.skip("this file system wants text")
    assert_tone(decode.read(path), 1)
    path.write_text("not audio")
    with pytest.raises(AudioError) as caught:
        decode.read(path)
    str(caught.value).encode()


def test_a_source_without_speech_has_its_own_error() -> None:
    error = decode.no_speech_error("folder/quiet.wav")
    assert isinstance(error, AudioError)
    assert "quiet.wav" in error.what
    assert error.why
    assert error.remedy


# --- the file's clock, its channels, its tracks ----------------------------------------------------------------------


def remux(source: Path, target: Path, clock_s: Callable[[float], float]) -> Path:
    """The same packets with other timestamps."""
    with av.open(str(source)) as old, av.open(str(target), "w") as new:
        stream = old.streams.audio[0]
        copied = new.add_stream_from_template(stream)
        last = -1
        for packet in old.demux(stream):
            if packet.dts is None:
                continue
            at_s = clock_s(float(packet.pts * packet.time_base))
            packet.pts = packet.dts = last = max(last + 1, round(at_s / float(packet.time_base)))
            packet.stream = copied
            new.mux(packet)
    return target


def clicks_s(samples: np.ndarray) -> np.ndarray:
    """When loud bursts begin."""
    loud = np.flatnonzero(np.abs(samples) > 0.25)
    return loud[np.diff(loud, prepend=-RATE_HZ) > RATE_HZ // 4] / RATE_HZ


def bursts(length_s: int) -> np.ndarray:
    """A burst of 0.1 s at each full second, over a faint tone."""
    samples = tone(length_s, 300, amplitude=0.02)
    for second in range(length_s):
        samples[second * RATE_HZ : second * RATE_HZ + RATE_HZ // 10] += tone(0.1, 1000)
    return samples


@pytest.mark.parametrize(
    ("name", "codec"), [("a.webm", "libopus"), ("a.mkv", "aac"), ("a.mp4", "aac"), ("a.mkv", "flac")]
)
@pytest.mark.parametrize("rate", [0.95, 0.99, 1.01, 1.05])
def test_times_stay_on_the_clock_of_a_file_that_drifts(
    ffmpeg: Encode, tmp_path: Path, name: str, codec: str, rate: float
) -> None:
    path = ffmpeg(bursts(40), RATE_HZ, name, "-c:a", codec)
    heard_s = clicks_s(decode.read(remux(path, tmp_path / f"drift-{name}", lambda at_s: at_s * rate)))
    assert len(heard_s) == 40
    assert np.abs(heard_s - np.arange(40) * rate).max() < 0.1


def test_mp3_of_varying_rate_in_an_avi_that_says_it_is_constant(ffmpeg: Encode) -> None:
    """Its timestamps are counted from bytes: nothing may be cut into the words for them."""
    quiet = np.concatenate([np.zeros(3 * RATE_HZ, np.float32), bursts(9)])
    path = ffmpeg(quiet, RATE_HZ, "vbr.avi", "-ar", "44100", "-c:a", "libmp3lame", "-q:a", "4")
    content = bytearray(path.read_bytes())
    header = content.find(b"auds")
    scale, rate, _, length = struct.unpack_from("<4I", content, header + 20)
    with av.open(str(path)) as container:
        size = sum(packet.size for packet in container.demux(container.streams.audio[0]))
    mean = int(size / (length * scale / rate))
    struct.pack_into("<5IiI", content, header + 20, 1, mean, 0, size, 0, -1, 1)
    form = content.find(b"strf", header) + 8
    struct.pack_into("<IH", content, form + 8, mean, 1)
    path.write_bytes(content)
    samples = decode.read(path)
    assert len(samples) / RATE_HZ == pytest.approx(12, abs=0.15)
    assert np.abs(clicks_s(samples) - np.arange(3, 12)).max() < 0.1


@pytest.mark.parametrize(("name", "codec"), [("seven.m4a", "aac"), ("seven.tta", "tta"), ("seven.wv", "wavpack")])
def test_eight_channels_in_planes_are_read(ffmpeg: Encode, name: str, codec: str) -> None:
    """PyAV reads behind the last of eight planes, which ends the process."""
    path = ffmpeg(np.stack([tone(1.0)] * 8, axis=1), RATE_HZ, name, "-c:a", codec)
    audio = decode.read(path)
    assert len(audio) / RATE_HZ == pytest.approx(1.0, abs=0.1)
    assert np.abs(audio).max() > 0.3


def test_one_decision_about_the_channels_holds_for_a_whole_file(tmp_path: Path) -> None:
    """Opposite polarity with ordinary noise, and a first half in which nobody speaks."""
    rng = np.random.default_rng(0)
    said = np.concatenate([np.zeros(5 * RATE_HZ, np.float32), bursts(5)])
    noise = 0.02 * rng.standard_normal((2, len(said)))
    path = tmp_path / "opposite.wav"
    soundfile.write(path, np.stack([said + noise[0], -0.8 * said + noise[1]], axis=1), RATE_HZ, subtype="FLOAT")
    samples = decode.read(path)
    np.testing.assert_allclose(samples, said + noise[0], atol=1e-4)


@pytest.mark.parametrize("name", ["long.flac", "long.m4a", "long.mp3", "long.mkv"])
def test_channels_of_a_long_file_are_surveyed_all_over_it(ffmpeg: Encode, name: str) -> None:
    """Nobody speaks in its first minutes; of the rest some places are enough."""
    said = np.concatenate([np.zeros(250 * RATE_HZ, np.float32), bursts(10)])
    path = ffmpeg(np.stack([said, -said], axis=1), RATE_HZ, name, "-ac", "2")
    last = list(decode.blocks(path))[-1]
    assert loudness(last[-9 * RATE_HZ :]) > 0.7 * loudness(said[-9 * RATE_HZ :])


@pytest.mark.parametrize("peak_db", [-70, -60, -45])
def test_a_faint_float_recording_is_raised(tmp_path: Path, peak_db: float) -> None:
    path = tmp_path / "faint.wav"
    soundfile.write(path, tone(2, amplitude=10 ** (peak_db / 20)), RATE_HZ, subtype="FLOAT")
    assert np.abs(decode.read(path)).max() == pytest.approx(0.1, rel=0.01)


def two_tracks(path: Path, *, default: int, first: str = "sine=300:d=2", second: str = "sine=700:d=2") -> Path:
    other = 1 - default
    make(
        path,
        f"-f lavfi -i {first} -f lavfi -i {second} -map 0 -map 1 -c:a aac"
        f" -disposition:a:{default} default -disposition:a:{other} 0",
    )
    return path


@pytest.mark.parametrize("default", [0, 1])
@pytest.mark.parametrize("name", ["film.mkv", "film.mp4"])
def test_the_default_flag_counts(tmp_path: Path, name: str, default: int) -> None:
    path = two_tracks(tmp_path / name, default=default)
    assert decode.candidate_tracks(path) == (default, 1 - default)
    assert pitch_hz(decode.read(path)) == pytest.approx((300, 700)[default], abs=2)


def test_a_track_that_cannot_be_decoded_gives_way(tmp_path: Path) -> None:
    path = two_tracks(tmp_path / "phone.mov", default=0)
    content = bytearray(path.read_bytes())
    at = content.find(b"mp4a", content.find(b"stsd"))
    content[at : at + 4] = b"apac"
    at = content.find(b"esds", at)
    content[at : at + 4] = b"dapa"
    path.write_bytes(content)
    notices: list[Notice] = []
    samples = np.concatenate(list(decode.blocks(path, notices=notices)))
    assert pitch_hz(samples) == pytest.approx(700, abs=2)
    assert [str(notice) for notice in notices] == ["Track 1 cannot be decoded and was passed over."]
    with pytest.raises(AudioError):
        decode.read(path, track=0)
