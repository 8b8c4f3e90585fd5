"""A recording is transcribed while it grows, and becomes what its file becomes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import perf_counter, sleep

import numpy as np
import pytest

from app.library.recordings import RecordingFile
from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech import Transcriber
from app.speech.audio.live_recording import LiveRecording
from app.speech.events import DecodeProgress, SegmentDone, SourceSegmented, TranscriptDone
from app.speech.options import TranscribeOptions
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

pytestmark = pytest.mark.slow
OPTIONS = TranscribeOptions(steps=2, seed=4, observe=False)
SILENCE = np.zeros(RATE_HZ * 2, np.float32)


@pytest.fixture(scope="module")
def transcriber(tmp_path_factory: pytest.TempPathFactory) -> Transcriber:
    canvas, sampler = CanvasConfig(64, per_audio_token=0.5, extra=2), SamplerConfig(entropy_bound=40.0, confidence=2.0)
    made = tiny.model(3, canvas=canvas, sampler=sampler, segment_s=6.0)
    return Transcriber(tiny.write(tmp_path_factory.mktemp("model"), made), "cpu")


class Speaker:
    """Says phrases into a recording, as fast as the disk takes them."""

    def __init__(self, folder: Path) -> None:
        self.file = RecordingFile(folder)
        self.live = LiveRecording(self.file.path, self.file.final_path)

    def say(self, sound: np.ndarray) -> None:
        for start in range(0, len(sound), 800):
            self.file.write((sound[start : start + 800] * 32767).astype("<i2").tobytes())

    def stop(self) -> None:
        self.file.finish()
        self.live.end()


@contextmanager
def live_events(transcriber: Transcriber, speaker: Speaker) -> Iterator:
    with closing(transcriber.transcribe(speaker.live, OPTIONS)) as events:
        yield events


def test_phrases_come_before_the_end_and_are_those_of_the_file(transcriber: Transcriber, tmp_path: Path) -> None:
    speaker, phrases, known = Speaker(tmp_path), 0, []
    with live_events(transcriber, speaker) as events:
        speaker.say(np.concatenate([babble(3.0, 0), SILENCE]))
        for event in events:
            if isinstance(event, SourceSegmented):
                known.append(event)
            if isinstance(event, SegmentDone) and event.segment.ended != "silence":
                phrases += 1
                if phrases == 3:
                    speaker.stop()
                elif not speaker.live.ended:  # only now: what was said is done although the recording goes on
                    speaker.say(np.concatenate([babble(3.0, phrases), SILENCE]))
            if isinstance(event, TranscriptDone):
                live = event.transcript
    assert [part.complete for part in known[:-1]] == [False] * (len(known) - 1)
    assert known[-1].complete
    [done] = [e for e in transcriber.transcribe(speaker.file.final_path, OPTIONS) if isinstance(e, TranscriptDone)]
    assert live.segments == done.transcript.segments
    assert (live.source, live.duration_s) == (done.transcript.source, done.transcript.duration_s)


def test_it_ends_at_once_while_nobody_speaks(transcriber: Transcriber, tmp_path: Path) -> None:
    speaker = Speaker(tmp_path)
    speaker.say(SILENCE)
    with live_events(transcriber, speaker) as events:
        next(event for event in events if isinstance(event, DecodeProgress))
        began_s = perf_counter()
    assert perf_counter() - began_s < 2
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("decode")]


def test_waiting_for_speech_is_no_work(transcriber: Transcriber, tmp_path: Path) -> None:
    speaker = Speaker(tmp_path)
    threading.Thread(
        target=lambda: (sleep(1.5), speaker.say(np.concatenate([babble(2.0), SILENCE])), speaker.stop())
    ).start()
    began_s = perf_counter()
    with live_events(transcriber, speaker) as events:
        [done] = [event for event in events if isinstance(event, TranscriptDone)]
    assert done.transcript.timings_s["total"] < perf_counter() - began_s - 1.2
