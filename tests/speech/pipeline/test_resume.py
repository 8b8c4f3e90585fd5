"""A transcription that goes on where another ended makes the transcript that one would have made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech import Transcriber
from app.speech.events import SegmentDone, SegmentStarted, TranscriptDone
from app.speech.options import TranscribeOptions
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

OPTIONS = TranscribeOptions(steps=3, seed=4)


@pytest.fixture(scope="module")
def transcriber(tmp_path_factory: pytest.TempPathFactory) -> Transcriber:
    canvas = CanvasConfig(64, per_audio_token=0.5, extra=2)
    made = tiny.model(3, canvas=canvas, sampler=SamplerConfig(entropy_bound=40.0, confidence=2.0), segment_s=6.0)
    return Transcriber(tiny.write(tmp_path_factory.mktemp("model"), made), "cpu")


@pytest.fixture(scope="module")
def talk() -> np.ndarray:
    silence = np.zeros(RATE_HZ, np.float32)
    return np.concatenate([part for seed in (1, 2, 3) for part in (babble(4.5, seed), silence)])


def test_only_what_is_missing_is_done_and_the_rest_is_the_same(transcriber: Transcriber, talk: np.ndarray) -> None:
    whole = [event for event in transcriber.transcribe(talk, OPTIONS) if isinstance(event, SegmentDone)]
    spoken = [done.segment for done in whole if done.segment.ended != "silence"]
    assert len(spoken) >= 3
    assert all(segment.text for segment in spoken)
    finished = [whole[0].segment, whole[2].segment]
    events = list(transcriber.transcribe(talk, OPTIONS, finished))
    again = {event.segment.index: event for event in events if isinstance(event, SegmentDone)}
    assert [again[n].segment for n in range(len(whole))] == [done.segment for done in whole]
    assert [n for n, done in sorted(again.items()) if done.resumed] == [0, 2]
    started = {event.segment for event in events if isinstance(event, SegmentStarted)}
    assert started == {segment.index for segment in spoken} - {0, 2}
    last = events[-1]
    assert isinstance(last, TranscriptDone)
    assert last.transcript.segments == tuple(done.segment for done in whole)


def test_segments_of_another_source_are_done_again(transcriber: Transcriber, talk: np.ndarray, tmp_path: Path) -> None:
    whole = [event.segment for event in transcriber.transcribe(talk, OPTIONS) if isinstance(event, SegmentDone)]
    moved = replace(whole[0], end_s=whole[0].end_s + 0.5, text="of another file")
    done = [event for event in transcriber.transcribe(talk, OPTIONS, [moved]) if isinstance(event, SegmentDone)]
    assert not any(event.resumed for event in done)
    assert [event.segment for event in done] == whole
