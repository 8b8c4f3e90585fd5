"""The microphones of a sound server: what its tool answers, and which of them is heard. A journey asks a real server."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.errors import RecordingError
from app.sound import microphone, pulse
from app.sound.microphone import InputDevice, RecordingStarted
from app.sound.pulse import PulseSource

from .test_microphone import record, sound  # noqa: F401  a fixture

DESK = {"name": "alsa_input.usb-1", "description": "Tisch-Mikrofon é 麦", "monitor_source": ""}
HEADSET = {"name": "bluez_input.2", "description": "Headset", "monitor_source": ""}
LOUDSPEAKER = {"name": "alsa_output.monitor", "description": "Monitor of Loudspeaker", "monitor_source": "alsa_output"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such server")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``server(default, *sources)`` answers as ``pactl`` does; a default of None makes it fail."""
    monkeypatch.setattr("sys.platform", "linux")
    program = tmp_path / "bin" / "pactl"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", str(program.parent))

    def answers(default: str | None, *sources: dict[str, str], sink: str = "") -> None:
        info = json.dumps({"default_source_name": default, "default_sink_name": sink})
        listed = json.dumps(sources)
        program.write_text(
            "#!/bin/sh\nexit 1\n"
            if default is None
            else f"#!/bin/sh\n[ \"$LC_ALL\" = C.UTF-8 ] || exit 1\n[ \"$2\" = info ] && echo '{info}' || echo '{listed}'\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    return answers


def test_the_default_comes_first_and_loudspeakers_are_no_microphones(server) -> None:
    server("bluez_input.2", DESK, LOUDSPEAKER, HEADSET)
    assert pulse.list_sources() == [
        PulseSource("bluez_input.2", "Headset", True),
        PulseSource("alsa_input.usb-1", "Tisch-Mikrofon é 麦", False),
    ]


def test_what_a_loudspeaker_plays_is_listed_where_a_person_made_it_the_default(server) -> None:
    server("alsa_output.monitor", DESK, LOUDSPEAKER)
    assert [source.title for source in pulse.list_sources()] == ["Monitor of Loudspeaker", "Tisch-Mikrofon é 麦"]


def test_two_of_the_same_kind_can_be_told_apart(server) -> None:
    server("bluez_input.2", HEADSET, {**HEADSET, "name": "bluez_input.3"})
    assert [source.title for source in pulse.list_sources()] == ["Headset (bluez_input.2)", "Headset (bluez_input.3)"]


def test_without_a_server_or_its_tool_there_are_none(server, monkeypatch, tmp_path: Path) -> None:
    server(None)
    assert pulse.list_sources() == []
    monkeypatch.setenv("PATH", str(tmp_path / "nothing here"))
    assert pulse.list_sources() == []


def test_the_variable_is_as_it_was_afterwards(monkeypatch) -> None:
    monkeypatch.setenv("PULSE_SOURCE", "mine")
    with pulse.select_source(PulseSource("other", "Other", False)):
        assert os.environ["PULSE_SOURCE"] == "other"
    with pulse.select_source(None):
        assert os.environ["PULSE_SOURCE"] == "mine"
    monkeypatch.delenv("PULSE_SOURCE")
    with pulse.select_source(PulseSource("other", "Other", False)):
        pass
    assert "PULSE_SOURCE" not in os.environ


PLAYED = 0x7979  # two letters y
PLAYS = f"""#!/bin/sh
echo "$@" > "$0.asked"
while printf {"y" * 1600}; do /bin/sleep 0.005; done
"""


@pytest.fixture
def loudspeaker(server, tmp_path: Path) -> Path:
    """A server whose output plays one value; returns the file with what its program was asked."""
    server("alsa_input.usb-1", DESK, LOUDSPEAKER, sink="alsa_output")
    program = tmp_path / "bin" / "parec"
    program.write_text(PLAYS)
    program.chmod(0o700)
    return program.with_name("parec.asked")


def test_what_the_default_output_plays_is_found(server, loudspeaker: Path) -> None:
    assert pulse.find_monitor() == PulseSource("alsa_output.monitor", "Monitor of Loudspeaker", False)
    server("alsa_input.usb-1", DESK, sink="alsa_output")
    assert pulse.find_monitor() is None


def test_what_the_computer_plays_is_recorded(loudspeaker: Path, tmp_path: Path) -> None:
    folder = tmp_path / "recordings"
    *_, saved = record(folder, source="computer")
    samples, rate_hz = soundfile.read(saved.path, dtype="int16", always_2d=True)
    assert (samples.shape[1], rate_hz) == (1, 16_000)
    assert set(samples.ravel()) == {PLAYED}
    assert "--device=alsa_output.monitor" in loudspeaker.read_text()


def test_microphone_and_computer_have_a_channel_each(loudspeaker: Path, sound, tmp_path: Path) -> None:  # noqa: F811
    *_, saved = record(tmp_path / "recordings", blocks=200, source="both")
    samples = soundfile.read(saved.path, dtype="int16", always_2d=True)[0]
    assert samples.shape[1] == 2
    assert len(samples) == round(saved.duration_s * 16_000)
    assert np.abs(samples[:, 0]).max() > 10_000  # the microphone
    assert set(samples[:, 1]) == {0, PLAYED}  # the computer, silent until its sound comes


def test_where_computer_sound_is_not_offered_a_sentence_says_so(server, tmp_path: Path) -> None:
    server(None)
    with pytest.raises(RecordingError, match="sound of this computer cannot be recorded"):
        record(tmp_path / "recordings", source="computer")


@pytest.mark.parametrize(
    ("chosen", "opened", "heard"),
    [("", "Headset", "bluez_input.2"), ("Tisch-Mikrofon é 麦", "Tisch-Mikrofon é 麦", "alsa_input.usb-1")],
)
def test_a_microphone_behind_the_server_is_recorded(
    server,
    sound,  # noqa: F811
    tmp_path: Path,
    monkeypatch,
    chosen: str,
    opened: str,
    heard: str,
) -> None:
    door = {"name": "pulse", "hostapi": 0, "max_input_channels": 32, "default_samplerate": 44100.0}
    sound.devices = [*sound.devices, door]
    server("bluez_input.2", DESK, HEADSET)
    told: list[str | None] = []
    open_stream = sound.RawInputStream

    def noting(**how):
        told.append(os.environ.get("PULSE_SOURCE"))
        return open_stream(**how)

    monkeypatch.setattr(sound, "RawInputStream", noting)
    assert microphone.list_input_devices() == [InputDevice("Headset", True), InputDevice("Tisch-Mikrofon é 麦", False)]
    events = record(tmp_path, chosen)
    assert isinstance(events[0], RecordingStarted)
    assert events[0].device == opened
    assert told == [heard]
    assert sound.opened[0]["device"] == len(sound.devices) - 1
