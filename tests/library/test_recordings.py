"""A recording survives whatever happens to the process that writes it."""

from __future__ import annotations

import subprocess
import sys
import wave
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.library.recordings import UNFINISHED_SUFFIX, RecordingFile, recover_recordings
from app.speech.audio.samples import SAMPLE_RATE_HZ

MOMENT = datetime(2026, 11, 20, 14, 32, 5)
SECOND = b"\x01\x02" * SAMPLE_RATE_HZ


def frames(path: Path) -> bytes:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, SAMPLE_RATE_HZ)
        return file.readframes(file.getnframes())


def test_a_finished_recording_is_a_plain_wav(tmp_path: Path) -> None:
    recording = RecordingFile(tmp_path / "new folder", MOMENT)
    recording.write(SECOND)
    recording.write(SECOND[:100])
    path = recording.finish()
    assert path.name == "Recording 2026-11-20 14.32.05.wav"
    assert frames(path) == SECOND + SECOND[:100]
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_two_channels_are_kept_apart_also_after_a_crash(tmp_path: Path) -> None:
    recording = RecordingFile(tmp_path, MOMENT, channels=2)
    recording.write(b"\1\0\2\0" * SAMPLE_RATE_HZ)
    assert recording.duration_s == 1.0
    recording.path.rename(tmp_path / f"copy{UNFINISHED_SUFFIX}")  # the lock stays with the file that is open
    with open(tmp_path / f"copy{UNFINISHED_SUFFIX}", "ab") as file:
        file.write(b"\1\0\2\0" * SAMPLE_RATE_HZ + b"\1\0")  # a moment of which one channel is missing
    recording.discard()
    [recovered] = recover_recordings(tmp_path)
    assert recovered.duration_s == 2.0
    with wave.open(str(recovered.path)) as kept:
        assert (kept.getnchannels(), kept.getframerate()) == (2, SAMPLE_RATE_HZ)
        assert kept.readframes(kept.getnframes()) == b"\1\0\2\0" * 2 * SAMPLE_RATE_HZ


def test_while_it_grows_it_is_readable_up_to_the_last_second(tmp_path: Path) -> None:
    recording = RecordingFile(tmp_path, MOMENT)
    recording.write(SECOND * 2)
    recording.write(SECOND[:64])
    assert recording.path.name.endswith(UNFINISHED_SUFFIX)
    assert frames(recording.path).startswith(SECOND * 2)
    recording.finish()


def test_two_in_the_same_second_get_two_names(tmp_path: Path) -> None:
    first, second = RecordingFile(tmp_path, MOMENT), RecordingFile(tmp_path, MOMENT)
    first.write(SECOND)
    second.write(SECOND)
    assert {first.finish().name, second.finish().name} == {
        "Recording 2026-11-20 14.32.05.wav",
        "Recording 2026-11-20 14.32.05 (2).wav",
    }


def test_a_killed_process_loses_nothing_that_was_written(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from app.library.recordings import RecordingFile\n"
        "file = RecordingFile(Path(sys.argv[1]))\n"
        "for block in range(50): file.write(bytes([block % 256, 0]) * 800)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=root, check=False, timeout=60)
    [found] = recover_recordings(tmp_path)
    assert found.duration_s == pytest.approx(50 * 800 / SAMPLE_RATE_HZ)
    assert frames(found.path) == b"".join(bytes([block % 256, 0]) * 800 for block in range(50))
    assert recover_recordings(tmp_path) == []


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 4000), st.integers(0, 44))
def test_any_cut_is_recovered_whole_samples_only(
    tmp_path_factory: pytest.TempPathFactory, size: int, zeros: int
) -> None:
    """A file cut anywhere, its header partly never written: what is behind the header is kept."""
    folder = tmp_path_factory.mktemp("cut")
    recording = RecordingFile(folder, MOMENT)
    recording.write(SECOND)
    recording.finish()
    whole = next(folder.iterdir()).read_bytes()
    torn = folder / f"torn{UNFINISHED_SUFFIX}"
    torn.write_bytes((b"\0" * zeros + whole[zeros:])[:size])
    found = recover_recordings(folder)
    kept = max(0, size - 44) // 2 * 2
    if kept == 0:
        assert found == []
        assert not torn.exists()
    else:
        assert frames(found[0].path) == whole[44 : 44 + kept]


def test_a_recording_in_progress_is_left_alone(tmp_path: Path) -> None:
    recording = RecordingFile(tmp_path, MOMENT)
    recording.write(SECOND)
    assert recover_recordings(tmp_path) == []
    assert recording.finish().exists()


def test_recovery_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "take.wav").write_bytes(b"mine")
    (tmp_path / f"take{UNFINISHED_SUFFIX}").write_bytes(b"\0" * 44 + SECOND)
    [found] = recover_recordings(tmp_path)
    assert found.path.name == "take (2).wav"
    assert (tmp_path / "take.wav").read_bytes() == b"mine"


def test_no_folder_no_recordings(tmp_path: Path) -> None:
    assert recover_recordings(tmp_path / "nowhere") == []
