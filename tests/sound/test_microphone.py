"""The recorder against a sound system that does what it is told to: fail, stutter, fall silent, disappear."""

from __future__ import annotations

import sys
import threading
import time
import types
import wave
from pathlib import Path

import numpy as np
import pytest

from app.errors import RecordingError
from app.library.recordings import UNFINISHED_SUFFIX
from app.sound.microphone import (
    Recorder,
    RecordingDiscarded,
    RecordingLevel,
    RecordingSaved,
    RecordingStarted,
    SoundSource,
    list_input_devices,
    to_recording_error,
)

DEVICES = [
    {"name": "Speakers", "hostapi": 0, "max_input_channels": 0, "default_samplerate": 48000.0},
    {"name": "Laptop", "hostapi": 0, "max_input_channels": 2, "default_samplerate": 48000.0},
    {"name": "Headset", "hostapi": 0, "max_input_channels": 1, "default_samplerate": 44100.0},
    {"name": "Headset", "hostapi": 1, "max_input_channels": 1, "default_samplerate": 44100.0},
]


class PortAudioError(Exception):
    pass


class FakeSound(types.ModuleType):
    """Stands in for ``sounddevice``: plays ``blocks`` into the callback, then goes on or dies."""

    PortAudioError = PortAudioError

    def __init__(self) -> None:
        super().__init__("sounddevice")
        self.devices = DEVICES
        self.default = types.SimpleNamespace(device=[1, 0])
        self.refused_rates: set[int] = set()
        self.failure: Exception | None = None
        self.level = 0.5
        self.dies_after: int | None = None
        self.opened: list[dict] = []

    def query_devices(self):
        return self.devices

    def _terminate(self) -> None: ...

    def _initialize(self) -> None: ...

    def RawInputStream(self, **how):
        if self.failure is not None:
            raise self.failure
        if how["samplerate"] in self.refused_rates:
            raise PortAudioError("Invalid sample rate [PaErrorCode -9997]")
        self.opened.append(how)
        return FakeStream(self, how)


class FakeStream:
    def __init__(self, sound: FakeSound, how: dict) -> None:
        self.sound, self.how, self.active = sound, how, False

    def start(self) -> None:
        self.active = True
        self.thread = threading.Thread(target=self._play, daemon=True)
        self.thread.start()

    def _play(self) -> None:
        at = np.arange(self.how["blocksize"] * self.how["channels"])
        block = (np.sin(at / 20) * 32767 * self.sound.level).astype(np.int16).tobytes()
        sent = 0
        while self.active and (self.sound.dies_after is None or sent < self.sound.dies_after):
            self.how["callback"](block, self.how["blocksize"], None, types.SimpleNamespace(input_overflow=False))
            sent += 1
            time.sleep(0.002)

    def stop(self) -> None:
        self.active = False
        self.thread.join()

    def close(self) -> None:
        self.active = False


@pytest.fixture
def sound(monkeypatch) -> FakeSound:
    fake = FakeSound()
    monkeypatch.setitem(sys.modules, "sounddevice", fake)
    monkeypatch.setattr("app.sound.microphone.DISCONNECT_TIMEOUT_S", 0.1)
    return fake


def record(folder: Path, device: str = "", blocks: int = 20, source: SoundSource = "microphone") -> list:
    """Record until so many levels were reported, then stop; all events."""
    recorder, events = Recorder(folder, device, source), []
    for event in recorder.events():
        events.append(event)
        if sum(isinstance(event, RecordingLevel) for event in events) == blocks:
            recorder.stop()
    return events


def seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        return file.getnframes() / file.getframerate()


def test_what_is_heard_during_a_pause_is_left_out(sound, tmp_path: Path) -> None:
    recorder, levels = Recorder(tmp_path), []
    for event in recorder.events():
        if isinstance(event, RecordingLevel):
            levels.append(event)
            if len(levels) == 5:
                recorder.set_paused(True)
                threading.Timer(0.3, recorder.set_paused, (False,)).start()
            elif len(levels) == 10:
                recorder.stop()
    assert isinstance(event, RecordingSaved)
    assert seconds(event.path) == pytest.approx(levels[-1].elapsed_s) == pytest.approx(0.05 * len(levels))
    assert len(levels) < 40  # a block every 2 ms, as long as the pause was


def test_a_discarded_recording_is_deleted(sound, tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    events = []
    for event in recorder.events():
        events.append(event)
        if isinstance(event, RecordingLevel):
            recorder.discard()
    assert isinstance(events[-1], RecordingDiscarded)
    assert not list(tmp_path.iterdir())


def test_what_was_heard_is_on_disk_to_the_last_block(sound, tmp_path: Path) -> None:
    events = record(tmp_path)
    assert isinstance(events[0], RecordingStarted)
    assert events[0].device == "Laptop"
    saved = events[-1]
    assert isinstance(saved, RecordingSaved)
    assert saved.interruption is None
    levels = [event for event in events if isinstance(event, RecordingLevel)]
    assert len(levels) >= 20
    assert levels[3].peak == pytest.approx(0.5, abs=0.01)
    assert seconds(saved.path) == pytest.approx(levels[-1].elapsed_s) == pytest.approx(saved.duration_s)


def test_a_device_is_found_by_name_and_a_missing_one_is_the_default(sound, tmp_path: Path) -> None:
    assert record(tmp_path, "Headset")[0].device == "Headset"
    assert record(tmp_path, "Sold last year")[0].device == "Laptop"


def test_a_device_that_only_knows_its_own_rate_is_converted(sound, tmp_path: Path) -> None:
    sound.refused_rates = {16_000}
    saved = record(tmp_path, blocks=40)[-1]
    assert sound.opened[0]["samplerate"] == 48_000
    assert seconds(saved.path) == pytest.approx(40 * 0.05, abs=0.4)


def test_silence_and_clipping_are_noticed(sound, tmp_path: Path) -> None:
    sound.level = 0.001
    levels = [event for event in record(tmp_path, blocks=70) if isinstance(event, RecordingLevel)]
    assert not levels[10].quiet
    assert levels[-1].quiet
    sound.level = 1.0
    assert record(tmp_path)[5].clipped


def test_an_unplugged_microphone_keeps_what_was_said(sound, tmp_path: Path) -> None:
    sound.dies_after = 30
    saved = record(tmp_path, blocks=1000)[-1]
    assert seconds(saved.path) == pytest.approx(1.5)
    assert "What was said until then is kept" in str(saved.interruption)


def test_a_full_disk_keeps_what_was_written(sound, tmp_path: Path, monkeypatch) -> None:
    from app.library import recordings

    real, written = recordings.RecordingFile.write, []

    def write(file, samples: bytes) -> None:
        written.append(samples)
        if len(written) > 10:
            raise OSError(28, "No space left on device")
        real(file, samples)

    monkeypatch.setattr(recordings.RecordingFile, "write", write)
    saved = record(tmp_path, blocks=1000)[-1]
    assert seconds(saved.path) == pytest.approx(0.5)
    assert "No space left on device" in str(saved.interruption)


def test_a_folder_that_cannot_be_written_is_said_before_anybody_speaks(sound, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RecordingError) as failed:
        record(tmp_path / "file" / "recordings")
    assert str(failed.value).startswith("The recording could not be written.")
    assert str(tmp_path / "file" / "recordings") in str(failed.value)
    assert "check the folder" in failed.value.remedy


def test_closing_the_generator_finishes_the_file(sound, tmp_path: Path) -> None:
    events = Recorder(tmp_path).events()
    for _ in range(12):
        next(events)
    events.close()
    [path] = tmp_path.iterdir()
    assert not path.name.endswith(UNFINISHED_SUFFIX)
    assert seconds(path) > 0.4


def test_nothing_recorded_leaves_nothing_behind(sound, tmp_path: Path) -> None:
    sound.dies_after = 0
    with pytest.raises(RecordingError, match="stopped sending"):
        record(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Error opening RawInputStream: Device unavailable [PaErrorCode -9985]", "in use"),
        ("Unanticipated host error [PaErrorCode -9999]: 'Device or resource busy'", "in use"),
        ("Unanticipated host error [PaErrorCode -9999]: 'Permission denied'", "may not use"),
        ("Internal PortAudio error [PaErrorCode -9986]", "could not be opened"),
    ],
)
def test_errors_are_sentences_without_numbers(sound, tmp_path: Path, said: str, meant: str) -> None:
    sound.failure = PortAudioError(said)
    with pytest.raises(RecordingError, match=meant) as caught:
        record(tmp_path)
    assert "PaErrorCode" not in str(caught.value)
    assert "-99" not in str(to_recording_error(sound.failure))
    assert caught.value.remedy


def test_no_microphone_at_all(sound, tmp_path: Path) -> None:
    sound.devices, sound.default.device = DEVICES[:1], [-1, 0]
    with pytest.raises(RecordingError, match="No microphone was found"):
        record(tmp_path)
    assert list_input_devices() == []


def test_microphones_are_not_looked_for_during_a_recording(sound, tmp_path: Path) -> None:
    events = Recorder(tmp_path).events()
    next(events)
    with pytest.raises(RecordingError, match="A recording is running"):
        list_input_devices()
    events.close()
    assert list_input_devices()


def test_a_microphone_plugged_in_later_is_found(sound, tmp_path: Path) -> None:
    there, sound.devices, sound.default.device = sound.devices, DEVICES[:1], [-1, 0]
    with pytest.raises(RecordingError):
        record(tmp_path)

    def look() -> None:
        sound.devices, sound.default.device = there, [1, 0]

    sound._initialize = look
    assert record(tmp_path)[0].device == "Laptop"


def test_a_folder_that_cannot_be_written(sound, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RecordingError, match="could not be written"):
        record(tmp_path / "file")


def test_the_default_device_comes_first_and_other_apis_are_left_out(sound) -> None:
    sound.default.device = [2, 0]
    assert [(device.name, device.is_default) for device in list_input_devices()] == [
        ("Headset", True),
        ("Laptop", False),
    ]
