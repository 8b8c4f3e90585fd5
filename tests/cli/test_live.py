"""``anneal transcribe --live``: a recorder that says when, and a scripted engine. A journey asks the real ones."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import exit_codes
from app.errors import RecordingError
from app.sound.microphone import RecordingEvent, RecordingSaved, RecordingStarted

from .test_transcribe import BOTH, OTHER, TEXT, Machine, anneal  # noqa: F401  a fixture

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")


class FakeRecorder:
    """Ctrl-C comes when somebody has spoken for a while."""

    made: list[FakeRecorder]

    def __init__(self, folder: Path, device: str, source: str) -> None:
        self.folder, self.device, self.source = folder, device, source
        self._stopped = threading.Event()
        self.made.append(self)

    def stop(self) -> None:
        self._stopped.set()

    def events(self) -> Iterator[RecordingEvent]:
        if self.device == "none":
            raise RecordingError("No microphone was found.", "", "Plug one in.")
        yield RecordingStarted(self.folder / "a.unfinished.wav", "Desk", self.folder / "a.wav", self.source)
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
        assert self._stopped.wait(30)
        yield RecordingSaved(self.folder / "a.wav", 4.0)


@pytest.fixture(autouse=True)
def recorders(monkeypatch: pytest.MonkeyPatch) -> list[FakeRecorder]:
    FakeRecorder.made = []
    monkeypatch.setattr("app.cli.live.Recorder", FakeRecorder)
    return FakeRecorder.made


def test_phrases_are_printed_and_ctrl_c_ends_the_recording(anneal: Machine, recorders) -> None:  # noqa: F811
    assert anneal("--live") == exit_codes.DONE
    assert anneal.out == BOTH  # the second one is said only after Ctrl-C
    assert "Recording Desk. Ctrl-C ends it." in anneal.err
    [recorder] = recorders
    assert f"The recording is kept in {recorder.folder / 'a.wav'}." in anneal.err
    assert recorder.folder.name == "recordings"


def test_another_format_is_written_at_the_end(anneal: Machine, recorders, tmp_path: Path) -> None:  # noqa: F811
    arguments = ("--live", "--format", "json", "--source", "both", "--microphone", "Desk", "--audio", tmp_path)
    assert anneal(*arguments) == exit_codes.DONE
    assert json.loads(anneal.out)["text"] == f"{TEXT} {OTHER}"
    assert TEXT in anneal.err  # as it was said
    assert "Recording Desk and the computer's sound." in anneal.err
    assert (recorders[0].folder, recorders[0].source) == (tmp_path, "both")


def test_text_goes_to_a_folder(anneal: Machine, tmp_path: Path) -> None:  # noqa: F811
    assert anneal("--live", "-o", tmp_path) == exit_codes.DONE
    assert anneal.out == ""
    assert (tmp_path / "a.txt").read_text() == BOTH


def test_without_a_microphone_there_is_a_sentence(anneal: Machine) -> None:  # noqa: F811
    assert anneal("--live", "--microphone", "none") == exit_codes.FAILED
    assert "No microphone was found. Plug one in." in anneal.err


def test_files_and_a_recording_exclude_each_other(anneal: Machine) -> None:  # noqa: F811
    assert anneal("--live", "talk.wav") == exit_codes.USAGE
    assert anneal() == exit_codes.USAGE
    assert anneal("--live", "--track", "2") == exit_codes.USAGE
