"""A long source is decoded while its first segments are denoised, and says what it says when it is decoded first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pytest
import soundfile

from app.errors import AudioError
from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech import Transcriber
from app.speech.audio.segmentation import SegmentLimits
from app.speech.audio.segmented_source import SegmentedSource
from app.speech.events import (
    CanvasStep,
    DecodeProgress,
    Event,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    TranscriptDone,
)
from app.speech.options import TranscribeOptions
from app.speech.pipeline.background_decoder import BackgroundDecoder
from app.speech.pipeline.batching import BatchScheduler
from app.speech.stage_timer import StageTimer
from app.transcript.model import Segment
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

pytestmark = pytest.mark.slow  # the file as a whole takes longer than the fast lane can wait

OPTIONS = TranscribeOptions(steps=2, seed=4)
PATIENCE_S = 60.0
BLOCK = 5 * RATE_HZ
SILENCE = np.zeros(RATE_HZ * 3 // 2, np.float32)
Blocks = Iterator[np.ndarray]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    canvas, sampler = CanvasConfig(64, per_audio_token=0.5, extra=2), SamplerConfig(entropy_bound=40.0, confidence=2.0)
    made = tiny.model(3, canvas=canvas, sampler=sampler, segment_s=6.0)
    return tiny.write(tmp_path_factory.mktemp("model"), made)


@pytest.fixture
def transcriber(folder: Path) -> Transcriber:
    return Transcriber(folder, "cpu")


@pytest.fixture(scope="module")
def talk() -> np.ndarray:
    """Fourteen phrases, 63 s."""
    return np.concatenate([part for seed in range(14) for part in (babble(3.0, seed), SILENCE)])


@pytest.fixture
def decoded_by(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Blocks]], None]:
    """Have every source decoded by a generator of blocks."""

    def have(blocks: Callable[[], Blocks]) -> None:
        monkeypatch.setattr("app.speech.pipeline.transcriber._blocks", lambda _source, _track, _notices: blocks())

    return have


def blocks(sound: np.ndarray) -> Blocks:
    for start in range(0, len(sound), BLOCK):
        yield sound[start : start + BLOCK]


def gated(sound: np.ndarray, gate: threading.Event, free: int = 8) -> Blocks:
    """All blocks but some at the start only come once the gate is open."""
    for n, block in enumerate(blocks(sound)):
        if n >= free:
            assert gate.wait(PATIENCE_S)
        yield block


def decoded_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread has come to its end before anything else happens."""
    enter = BackgroundDecoder.__enter__

    def whole(self: BackgroundDecoder) -> BackgroundDecoder:
        enter(self)
        self._thread.join()
        return self

    monkeypatch.setattr(BackgroundDecoder, "__enter__", whole)


def batches(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """Which segments are denoised together, as it happens."""
    seen: list[list[int]] = []
    begin = BatchScheduler.create_batch

    def note(self: BatchScheduler, places: Sequence[Any], following: Sequence[Any], options: TranscribeOptions) -> Any:
        seen.append([place.segment for place in places])
        return begin(self, places, following, options)

    monkeypatch.setattr(BatchScheduler, "create_batch", note)
    return seen


def of(events: list[Event], *kinds: type) -> list[Any]:
    return [event for event in events if isinstance(event, kinds)]


def segments(events: list[Event]) -> tuple[Segment, ...]:
    assert isinstance(events[-1], TranscriptDone)
    return events[-1].transcript.segments


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith(("prefetch", "decode"))]


@pytest.mark.parametrize("batch", [1, 3])
def test_the_first_segments_are_denoised_before_decoding_has_ended(
    transcriber: Transcriber,
    talk: np.ndarray,
    decoded_by: Callable[[Callable[[], Blocks]], None],
    monkeypatch: pytest.MonkeyPatch,
    batch: int,
) -> None:
    options = TranscribeOptions(steps=2, seed=4, batch=batch)
    gate, together = threading.Event(), batches(monkeypatch)
    decoded_by(lambda: gated(talk, gate))
    events: list[Event] = []
    for event in transcriber.transcribe(talk, options):
        events.append(event)
        if isinstance(event, SegmentDone) and event.segment.text:
            gate.set()
    assert len(together) == -(-14 // batch)
    overlapped = together.copy()
    together.clear()
    with monkeypatch.context() as patch:
        decoded_first(patch)
        before = list(transcriber.transcribe(talk, options))
    assert overlapped == together
    assert segments(events) == segments(before)
    order = [event.segment.index for event in of(events, SegmentDone)]
    assert order == [event.segment.index for event in of(before, SegmentDone)]
    assert len(of(before, SourceSegmented)) == 1
    assert not of(events + before, DecodeProgress)
    assert not threads()


def test_what_is_known_of_the_source_grows_until_it_is_complete(
    transcriber: Transcriber,
    talk: np.ndarray,
    decoded_by: Callable[[Callable[[], Blocks]], None],
    tmp_path: Path,
) -> None:
    path = tmp_path / "talk.wav"
    soundfile.write(path, talk, RATE_HZ, subtype="FLOAT")
    gate = threading.Event()
    decoded_by(lambda: gated(talk, gate))
    events: list[Event] = []
    for event in transcriber.transcribe(path, OPTIONS):
        events.append(event)
        if isinstance(event, CanvasStep):
            gate.set()
    reported = of(events, SourceSegmented)
    assert len(reported) >= 2
    assert [each.complete for each in reported] == [False] * (len(reported) - 1) + [True]
    assert {each.duration_s for each in reported} == {len(talk) / RATE_HZ}, "the header knows it"
    for one, other in pairwise(reported):
        assert len(one.peaks) == len(other.peaks)
        assert one.spans_s == other.spans_s[: len(one.spans_s)]
    assert reported[0].spans_s[-1][1] <= 40
    assert reported[0].peaks[len(reported[0].peaks) * 3 // 4 :].max() == 0
    with SegmentedSource() as opened:
        for _ in opened.read_from(blocks(talk), SegmentLimits(6.0)):
            pass
        np.testing.assert_array_equal(reported[-1].peaks, opened.peaks)
        assert reported[-1].spans_s == tuple((cut.start_s, cut.end_s) for cut in opened.spans)
    known = 0
    for event in events:
        match event:
            case SourceSegmented():
                known = len(event.spans_s)
            case SegmentStarted() | CanvasStep():
                assert event.segment < known
            case SegmentDone(segment=segment):
                assert segment.index < known
    assert segments(events)[-1].end_s == reported[-1].duration_s


def test_closing_ends_the_decoding(
    transcriber: Transcriber,
    talk: np.ndarray,
    decoded_by: Callable[[Callable[[], Blocks]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a source without an end: once while it is denoised, once while nobody has spoken yet."""
    monkeypatch.setattr("app.speech.pipeline.background_decoder.PROGRESS_INTERVAL_S", 1.0)
    left: list[SegmentedSource] = []
    leave = SegmentedSource.__exit__
    monkeypatch.setattr(SegmentedSource, "__exit__", lambda self, *error: (left.append(self), leave(self, *error))[1])
    closed: list[bool] = []

    def endless(sound: np.ndarray) -> Blocks:
        try:
            yield from blocks(sound)
            while True:
                yield np.zeros(BLOCK, np.float32)
        finally:
            closed.append(True)

    for sound, kind in ((talk, CanvasStep), (np.zeros(BLOCK, np.float32), DecodeProgress)):
        decoded_by(lambda sound=sound: endless(sound))
        events = transcriber.transcribe(sound, OPTIONS)
        while not isinstance(next(events), kind):
            pass
        assert [thread.name for thread in threads()].count("decode") == 1
        began = perf_counter()
        events.close()
        assert perf_counter() - began < 10.0, "a block and a step, however busy it is here"
        assert not threads()
    del events
    assert [source.closed for source in left] == [True, True]
    assert closed == [True, True], "and the file is let go"


def test_a_decoding_error_is_raised_when_the_segments_before_it_are_done(
    transcriber: Transcriber, talk: np.ndarray, decoded_by: Callable[[Callable[[], Blocks]], None]
) -> None:
    said = AudioError("The sound stops here.", "The disk is gone.", "Look for it.")

    def broken(good: int) -> Blocks:
        for n, block in enumerate(blocks(talk)):
            if n == good:
                raise said
            yield block

    decoded_by(lambda: broken(8))
    events: list[Event] = []
    with pytest.raises(AudioError) as caught:
        events.extend(transcriber.transcribe(talk, OPTIONS))
    assert caught.value is said
    assert len([event for event in of(events, SegmentDone) if event.segment.text]) >= 3
    assert not any(event.complete for event in of(events, SourceSegmented))
    assert not threads()
    decoded_by(lambda: broken(2))
    events = []
    with pytest.raises(AudioError):
        events.extend(transcriber.transcribe(talk, OPTIONS))
    assert not of(events, SourceSegmented, SegmentDone), "a short source fails at once"


def test_a_full_disk_is_an_audio_error(talk: np.ndarray) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no disk that is always full")
    with open("/dev/full", "wb", buffering=0) as full, SegmentedSource() as opened:
        opened._spool.close()
        opened._spool = full  # type: ignore[assignment]
        filling = BackgroundDecoder(opened, blocks(talk), SegmentLimits(6.0), "talk", lambda: 0.0, StageTimer())
        with filling, pytest.raises(AudioError, match="could not be kept in a temporary file"):
            list(filling.wait_until(lambda: False))
    assert not threads()


def test_silence_at_the_start_is_waited_through(
    transcriber: Transcriber,
    talk: np.ndarray,
    decoded_by: Callable[[Callable[[], Blocks]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.speech.pipeline.background_decoder.PROGRESS_INTERVAL_S", 30.0)
    gate = threading.Event()
    late = np.concatenate([np.zeros(100 * RATE_HZ, np.float32), talk])
    decoded_by(lambda: gated(late, gate, 28))
    events: list[Event] = []
    for event in transcriber.transcribe(late, OPTIONS):
        events.append(event)
        if isinstance(event, SegmentStarted):
            gate.set()
    first = next(event for event in events if isinstance(event, SourceSegmented | SegmentDone))
    assert isinstance(first, SourceSegmented)
    assert not first.complete
    done = segments(events)
    assert [segment.index for segment in done] == list(range(len(done)))
    assert done[0].ended == "silence"
    spoken = [segment for segment in done if segment.ended != "silence"]
    assert len(spoken) == 14
    assert spoken[0].start_s == pytest.approx(100, abs=1)


def test_a_source_without_speech_is_refused_when_all_of_it_is_known(
    transcriber: Transcriber,
    decoded_by: Callable[[Callable[[], Blocks]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.speech.pipeline.background_decoder.PROGRESS_INTERVAL_S", 30.0)
    gate = threading.Event()
    silence = np.zeros(150 * RATE_HZ, np.float32)
    decoded_by(lambda: gated(silence, gate, 20))
    events: list[Event] = []

    def listen() -> None:
        for event in transcriber.transcribe(silence, OPTIONS):
            events.append(event)
            if isinstance(event, DecodeProgress):
                gate.set()

    with pytest.raises(AudioError, match="No speech found in"):
        listen()
    assert [type(event) for event in events[-2:]] == [DecodeProgress, SourceSegmented]
    assert events[-1].complete
    assert not of(events, SegmentDone)


def test_segments_that_an_earlier_run_finished_are_not_done_again(
    transcriber: Transcriber, talk: np.ndarray, decoded_by: Callable[[Callable[[], Blocks]], None]
) -> None:
    whole = segments(list(transcriber.transcribe(talk, OPTIONS)))
    spoken = [segment.index for segment in whole if segment.ended != "silence"]
    missing = {spoken[1], spoken[3], spoken[-1]}
    finished = [segment for segment in whole if segment.index not in missing]
    gate = threading.Event()
    decoded_by(lambda: gated(talk, gate))
    events: list[Event] = []
    for event in transcriber.transcribe(talk, OPTIONS, finished):
        events.append(event)
        if isinstance(event, SegmentStarted):
            gate.set()
            assert event.segment in missing
    assert segments(events) == whole
    assert {event.segment.index for event in of(events, SegmentDone) if event.resumed} == {s.index for s in finished}


def test_only_waiting_counts(
    transcriber: Transcriber, talk: np.ndarray, decoded_by: Callable[[Callable[[], Blocks]], None]
) -> None:
    """A source that takes 0.1 s a block, and a consumer that takes some time between two events."""

    def slow() -> Blocks:
        for block in blocks(talk):
            threading.Event().wait(0.1)
            yield block

    decoded_by(slow)
    assert transcriber.model
    began, consumed_s = perf_counter(), 0.0
    events: list[Event] = []
    for event in transcriber.transcribe(talk, TranscribeOptions(steps=2, observe=False)):
        events.append(event)
        paused = perf_counter()
        threading.Event().wait(0.01)
        consumed_s += perf_counter() - paused
    passed_s = perf_counter() - began
    timings = events[-1].transcript.timings_s  # type: ignore[union-attr]
    assert timings is not None
    assert 0.1 <= timings["decode"] <= timings["total"]
    assert timings["total"] <= passed_s - consumed_s
    assert timings["total"] == pytest.approx(sum(timings.values()) - timings["total"])
