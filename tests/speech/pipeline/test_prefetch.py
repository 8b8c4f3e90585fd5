"""The next batch is prefetched while one is denoised: sooner, and otherwise nothing is different."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pytest
import torch

from app.errors import DeviceError
from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech import Transcriber
from app.speech.decoding import segment_decoder
from app.speech.decoding.prepared_batch import AudioChunk, PrefilledBatch
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.events import CanvasStep, Event, SegmentDone, TranscriptDone
from app.speech.model.speech_model import ClipFeatures
from app.speech.options import TranscribeOptions
from app.speech.stage_timer import StageTimer
from app.transcript.model import Segment, Transcript
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

pytestmark = pytest.mark.slow

OPTIONS = TranscribeOptions(steps=3, seed=4)
PATIENCE_S = 60.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    canvas, sampler = CanvasConfig(64, per_audio_token=0.5, extra=2), SamplerConfig(entropy_bound=40.0, confidence=2.0)
    made = tiny.model(3, canvas=canvas, sampler=sampler, segment_s=6.0)
    return tiny.write(tmp_path_factory.mktemp("model"), made)


@pytest.fixture
def transcriber(folder: Path) -> Transcriber:
    made = Transcriber(folder, "cpu")
    assert made.segment_decoder
    return made


@pytest.fixture(scope="module")
def talk() -> np.ndarray:
    """Five phrases."""
    silence = np.zeros(2 * RATE_HZ, np.float32)
    return np.concatenate([part for seed in (1, 2, 3, 4, 5) for part in (babble(3.0, seed), silence)])


@pytest.fixture(params=[False, True], ids=["audio and spectrograms", "all"])
def as_on_a_gpu(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """What is prefetched: as on a CPU, and as on a GPU."""
    if request.param:
        monkeypatch.setattr(segment_decoder, "can_capture", lambda model: True)
    return bool(request.param)


class PrefillLog:
    """Calls of ``prefill``: the thread's name, the segments, the language."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[tuple[str, list[int], str]] = []
        self.before: Callable[[list[int]], object] = lambda segments: None
        real = SegmentDecoder.prefill

        def prefill(
            decoder: SegmentDecoder, chunks: list[Any], options: TranscribeOptions, timer: StageTimer
        ) -> PrefilledBatch:
            if len(chunks[0].seed_path) > 1:  # half of one whose canvas overflowed
                return real(decoder, chunks, options, timer)
            segments = [chunk.generator_path[0] for chunk in chunks]
            self.before(segments)
            batch = real(decoder, chunks, options, timer)
            self.calls.append((threading.current_thread().name.split("_")[0], segments, options.language))
            return batch

        monkeypatch.setattr(SegmentDecoder, "prefill", prefill)


def transcript(events: Iterator[Event]) -> Transcript:
    *_, done = events
    assert isinstance(done, TranscriptDone)
    return done.transcript


def spoken(transcript: Transcript) -> list[Segment]:
    return [segment for segment in transcript.segments if segment.ended != "silence"]


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("prefetch")]


@pytest.mark.parametrize("batch", [1, 4])
def test_the_text_is_what_each_segment_says_by_itself(
    transcriber: Transcriber, talk: np.ndarray, as_on_a_gpu: bool, batch: int
) -> None:
    whole = spoken(transcript(transcriber.transcribe(talk, TranscribeOptions(steps=3, seed=4, batch=batch))))
    assert len(whole) == 5
    for segment in whole:
        alone = talk[round(segment.start_s * RATE_HZ) : round(segment.end_s * RATE_HZ)]
        chunk = AudioChunk(segment.index, segment.start_s, segment.end_s, alone)
        with torch.inference_mode():
            prefilled = transcriber.segment_decoder.prefill([chunk], TranscribeOptions(), StageTimer())
            *_, last = transcriber.segment_decoder.decode_splitting_overflow(prefilled, OPTIONS, StageTimer())
        assert isinstance(last, list)
        assert segment.text == " ".join(decoded.text for decoded in last if decoded.text)


def test_the_next_batch_is_prefilled_while_this_one_is_denoised(
    transcriber: Transcriber, talk: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment_decoder, "can_capture", lambda model: True)
    log, in_time = PrefillLog(monkeypatch), []

    def in_a_step(*_: object) -> None:
        """No step ends before the next batch is prefilled."""
        due = min(5, 2 * (len(ended) // 2 + 2))
        until = perf_counter() + PATIENCE_S
        while sum(len(segments) for _, segments, _ in log.calls) < due and perf_counter() < until:
            threading.Event().wait(0.01)
        in_time.append(sum(len(segments) for _, segments, _ in log.calls) >= due)

    ended: list[int] = []
    transcriber.model.backbone.model.decoder.norm.register_forward_hook(in_a_step)
    for event in transcriber.transcribe(talk, TranscribeOptions(steps=2, batch=2)):
        if isinstance(event, SegmentDone) and event.segment.text:
            ended.append(event.segment.index)  # noqa: PERF401  the hook reads the list meanwhile
    assert len(ended) == 5
    assert in_time
    assert all(in_time)
    assert [name for name, _, _ in log.calls] == ["prefetch"] * 3


def test_on_a_cpu_only_audio_and_spectrograms_are_prefetched(
    transcriber: Transcriber, talk: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, made = PrefillLog(monkeypatch), []
    real = type(transcriber.model).features

    def features(model: Any, clip: np.ndarray) -> ClipFeatures:
        made.append(threading.current_thread().name.split("_")[0])
        return real(model, clip)

    monkeypatch.setattr(type(transcriber.model), "features", features)
    assert transcript(transcriber.transcribe(talk, OPTIONS))
    assert {name for name, _, _ in log.calls} == {threading.current_thread().name.split("_")[0]}
    assert made.count("prefetch") == 5, "each segment once; what is in the main thread are pieces"


def test_a_batch_prefetched_for_another_language_is_made_again(
    transcriber: Transcriber, talk: np.ndarray, as_on_a_gpu: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = spoken(transcript(transcriber.transcribe(talk, TranscribeOptions("en", 3, 4))))
    chinese = spoken(transcript(transcriber.transcribe(talk, TranscribeOptions("zh", 3, 4))))
    assert [one.text for one in english] != [other.text for other in chinese]
    log = PrefillLog(monkeypatch)
    language, changed = ["en"], []
    for event in transcriber.transcribe(talk, lambda: TranscribeOptions(language[0], 3, 4)):
        if isinstance(event, SegmentDone) and event.segment.text:
            changed.append(event.segment)
        if len(changed) == 1 and isinstance(event, CanvasStep):
            language[0] = "zh"  # in the second segment, while the third is made ready
    assert [segment.text for segment in changed[:2]] == [segment.text for segment in english[:2]]
    assert [segment.text for segment in changed[2:]] == [segment.text for segment in chinese[2:]]
    assert {(tuple(segments), language) for _, segments, language in log.calls} >= {
        ((segment.index,), "zh") for segment in changed[2:]
    }


def test_memory_that_runs_out_while_prefetching_is_handled_when_the_batch_is_due(
    transcriber: Transcriber, talk: np.ndarray, as_on_a_gpu: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    plenty = transcript(transcriber.transcribe(talk, TranscribeOptions(steps=3, batch=2)))
    log, failed = PrefillLog(monkeypatch), []

    def fail(segments: list[int]) -> None:
        if len(segments) > 1 and segments[0] > 0:
            failed.append(threading.current_thread().name.split("_")[0])
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    log.before = fail
    tight = transcript(transcriber.transcribe(talk, TranscribeOptions(steps=3, batch=2)))
    assert len(failed) == 1
    assert (failed[0] == "prefetch") == as_on_a_gpu
    assert [segment.text for segment in tight.segments] == [segment.text for segment in plenty.segments]
    assert [len(segments) for _, segments, _ in log.calls] == [2, 1, 1, 1]


def test_other_failures_while_prefetching_keep_their_name(
    transcriber: Transcriber, talk: np.ndarray, as_on_a_gpu: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = type(transcriber.model).features

    def features(model: Any, clip: np.ndarray) -> ClipFeatures:
        if clip.mean() == third.mean():
            raise RuntimeError("a bug")
        return real(model, clip)

    opened = [event for event in transcriber.transcribe(talk, OPTIONS) if isinstance(event, SegmentDone)]
    place = [event.segment for event in opened if event.segment.text][2]
    third = talk[round(place.start_s * RATE_HZ) : round(place.end_s * RATE_HZ)]
    monkeypatch.setattr(type(transcriber.model), "features", features)
    done: list[Event] = []
    with pytest.raises(RuntimeError, match="a bug"):
        done.extend(transcriber.transcribe(talk, OPTIONS))
    texts = [event.segment.text for event in done if isinstance(event, SegmentDone) and event.segment.text]
    assert len(texts) == 2, "what comes before it is done"
    assert not threads()


def test_no_memory_for_one_segment_is_a_device_error(
    transcriber: Transcriber, talk: np.ndarray, as_on_a_gpu: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(segments: list[int]) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory.")

    PrefillLog(monkeypatch).before = fail
    with pytest.raises(DeviceError, match="ran out of memory"):
        list(transcriber.transcribe(talk, OPTIONS))
    assert not threads()


def test_closing_ends_the_thread_amid_its_work(
    transcriber: Transcriber, talk: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment_decoder, "can_capture", lambda model: True)
    log, at_it = PrefillLog(monkeypatch), threading.Event()

    def slow(segments: list[int]) -> None:
        if segments[0] > 0:
            at_it.set()
            threading.Event().wait(0.3)

    log.before = slow
    events = transcriber.transcribe(talk, OPTIONS)
    while not isinstance(next(events), CanvasStep):
        pass
    assert at_it.wait(PATIENCE_S)
    assert len(threads()) == 1
    events.close()
    assert not threads()
    assert len(log.calls) == 2, "one denoised, one made ahead, and nothing more"
    log.before = lambda segments: None
    assert transcript(transcriber.transcribe(talk, OPTIONS)).text, "it can be used again"


def test_nothing_refers_to_a_model_that_is_given_up(transcriber: Transcriber, talk: np.ndarray) -> None:
    import gc
    import weakref

    events = transcriber.transcribe(talk, OPTIONS)
    while not isinstance(next(events), CanvasStep):
        pass
    events.close()
    model = weakref.ref(transcriber.model)
    transcriber._decoder = None
    gc.collect()
    assert model() is None


def test_stages_add_up_to_the_time_that_passed(transcriber: Transcriber, talk: np.ndarray, as_on_a_gpu: bool) -> None:
    """What is done beside the denoising is not counted a second time."""
    began = perf_counter()
    events = list(transcriber.transcribe(talk, OPTIONS))
    passed_s = perf_counter() - began
    timings = transcript(iter(events)).timings_s
    assert timings is not None
    assert all(seconds > 0 for seconds in timings.values())
    assert timings["total"] == pytest.approx(sum(timings.values()) - timings["total"])
    assert timings["total"] <= passed_s
    work_s = sum(event.work_s for event in events if isinstance(event, SegmentDone))
    assert 0.5 * (timings["total"] - timings["decode"]) < work_s <= timings["total"] - timings["decode"] + 1e-9
