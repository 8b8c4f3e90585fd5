"""Segments of several files denoised together give the text that each gives alone, and no file suffers from another."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import torch

from app.errors import AnnealError, AudioError
from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech import Transcriber
from app.speech.events import (
    CanvasStep,
    Event,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    TranscriptDone,
)
from app.speech.options import TranscribeOptions
from app.speech.pipeline.batching import Batch, BatchScheduler
from app.transcript.model import Transcript
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

TOGETHER = TranscribeOptions(steps=3, seed=4, batch=8)


@pytest.fixture(scope="module")
def transcriber(tmp_path_factory: pytest.TempPathFactory) -> Transcriber:
    canvas, sampler = CanvasConfig(64, per_audio_token=0.5, extra=2), SamplerConfig(entropy_bound=40.0, confidence=2.0)
    made = tiny.model(3, canvas=canvas, sampler=sampler, segment_s=6.0)
    return Transcriber(tiny.write(tmp_path_factory.mktemp("model"), made), "cpu")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three files of one, two and one phrases, which begin with silence."""
    folder, silence = tmp_path_factory.mktemp("files"), np.zeros(2 * RATE_HZ, np.float32)
    made = []
    for name, seeds in (("one", (1,)), ("two", (2, 3)), ("three", (4,))):
        made.append(folder / f"{name}.wav")
        sound = np.concatenate([part for seed in seeds for part in (silence, babble(2.0, seed))])
        soundfile.write(made[-1], sound, RATE_HZ, subtype="FLOAT")
    return made


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> list[weakref.ref[Batch]]:
    """All batches that are made, as long as anything else refers to them."""
    made: list[weakref.ref[Batch]] = []
    create = BatchScheduler.create_batch

    def note(*given: Any) -> Batch:
        batch = create(*given)
        made.append(weakref.ref(batch))
        return batch

    monkeypatch.setattr(BatchScheduler, "create_batch", note)
    return made


@pytest.fixture(scope="module")
def alone(transcriber: Transcriber, files: list[Path]) -> list[Transcript]:
    return [whole(list(transcriber.transcribe(path, TOGETHER))) for path in files]


@pytest.fixture
def rows(transcriber: Transcriber) -> Any:
    """How many canvases each denoising step had."""
    seen: list[int] = []
    hook = transcriber.model.backbone.model.decoder.norm.register_forward_hook(
        lambda module, given, states: seen.append(states.shape[0])
    )
    yield seen
    hook.remove()


def whole(events: list[Event]) -> Transcript:
    assert isinstance(events[-1], TranscriptDone)
    return events[-1].transcript


def one_after_the_other(
    transcriber: Transcriber, files: list[Path], options: TranscribeOptions | Callable[[], TranscribeOptions] = TOGETHER
) -> tuple[dict[Path, list[Event]], dict[Path, AnnealError]]:
    """The events of each file, or its error; asked for as the command line and the queue do it."""
    waiting = list(files)
    events_of: dict[Path, list[Event]] = {}
    failed: dict[Path, AnnealError] = {}
    transcriber.set_upcoming(lambda: waiting)
    while waiting:
        path = waiting.pop(0)
        try:
            events_of[path] = list(transcriber.transcribe(path, options))
        except AnnealError as error:
            failed[path] = error
    transcriber.set_upcoming(tuple)
    return events_of, failed


def same(ours: Transcript, theirs: Transcript) -> bool:
    return [(s.index, s.start_s, s.end_s, s.text, s.steps, s.ended) for s in ours.segments] == [
        (s.index, s.start_s, s.end_s, s.text, s.steps, s.ended) for s in theirs.segments
    ] and [word.text for s in ours.segments for word in s.words] == [
        word.text for s in theirs.segments for word in s.words
    ]


def test_short_files_share_a_batch_and_say_the_same(
    transcriber: Transcriber, files: list[Path], alone: list[Transcript], rows: list[int]
) -> None:
    events_of, _ = one_after_the_other(transcriber, files)
    assert max(rows) == 4
    for path, transcript in zip(files, alone, strict=True):
        events = events_of[path]
        assert transcript.text
        assert same(whole(events), transcript)
        assert [type(event) for event in events if isinstance(event, ModelReady | SourceSegmented | TranscriptDone)] == [
            ModelReady, SourceSegmented, TranscriptDone,
        ]  # fmt: skip
        opened = next(event for event in events if isinstance(event, SourceSegmented))
        assert opened.source == str(path)
        assert len(opened.spans_s) == len(transcript.segments)
        spoken = {segment.index for segment in transcript.segments if segment.ended != "silence"}
        assert {event.segment for event in events if isinstance(event, SegmentStarted | CanvasStep)} == spoken
        done = [event for event in events if isinstance(event, SegmentDone)]
        assert sorted(event.segment.index for event in done) == list(range(len(opened.spans_s)))
        timings = whole(events).timings_s
        assert timings is not None
        work_s = sum(event.work_s for event in done)
        assert work_s == pytest.approx(timings["total"] - timings["decode"], rel=0.2)
        assert timings["decode"] > 0


def test_only_so_many_as_there_is_room_for(
    transcriber: Transcriber, files: list[Path], alone: list[Transcript], rows: list[int]
) -> None:
    """Two segments have no room beside another one, and no file is taken before its turn past one that waits."""
    events_of, _ = one_after_the_other(transcriber, files, TranscribeOptions(steps=3, seed=4, batch=2))
    assert max(rows) == 2
    assert all(same(whole(events_of[path]), transcript) for path, transcript in zip(files, alone, strict=True))


def test_a_file_that_fails_stops_no_other(
    transcriber: Transcriber, files: list[Path], alone: list[Transcript], tmp_path: Path
) -> None:
    broken, silent = tmp_path / "broken.wav", tmp_path / "silent.wav"
    broken.write_bytes(b"RIFF no sound")
    soundfile.write(silent, np.zeros(RATE_HZ, np.float32), RATE_HZ)
    missing = tmp_path / "missing.wav"
    events_of, failed = one_after_the_other(transcriber, [files[0], broken, silent, missing, *files[1:]])
    assert list(failed) == [broken, silent, missing]
    assert all(isinstance(error, AudioError) for error in failed.values())
    assert all(same(whole(events_of[path]), transcript) for path, transcript in zip(files, alone, strict=True))


def test_a_file_that_is_cancelled_stops_no_other(
    transcriber: Transcriber, files: list[Path], alone: list[Transcript]
) -> None:
    waiting = files[1:]
    transcriber.set_upcoming(lambda: waiting)
    events = transcriber.transcribe(files[0], TOGETHER)
    while not isinstance(next(events), CanvasStep):
        pass
    events.close()
    events_of, _ = one_after_the_other(transcriber, waiting)
    assert all(same(whole(events_of[path]), alone[1 + n]) for n, path in enumerate(waiting))


def test_a_batch_that_is_given_up_is_freed_without_the_garbage_collector(
    transcriber: Transcriber, files: list[Path], batches: list[weakref.ref[Batch]]
) -> None:
    gc.disable()
    try:
        events = transcriber.transcribe(files[1], TOGETHER)
        while not isinstance(next(events), CanvasStep):
            pass
        assert [batch() is None for batch in batches] == [False]
        events.close()
        assert [batch() is None for batch in batches] == [True]
    finally:
        gc.enable()


def test_a_file_that_left_the_queue_is_passed_over(
    transcriber: Transcriber, files: list[Path], alone: list[Transcript], batches: list[weakref.ref[Batch]]
) -> None:
    waiting = files[1:]
    transcriber.set_upcoming(lambda: waiting)
    assert same(whole(list(transcriber.transcribe(files[0], TOGETHER))), alone[0])
    waiting = []
    assert same(whole(list(transcriber.transcribe(files[2], TOGETHER))), alone[2])
    gc.collect()
    assert batches
    assert all(batch() is None for batch in batches), "nothing is kept for a file that nobody waits for"
    transcriber.set_upcoming(tuple)


def test_other_options_at_its_turn_count(
    transcriber: Transcriber, files: list[Path], alone: list[Transcript], rows: list[int]
) -> None:
    waiting = files[1:2]
    transcriber.set_upcoming(lambda: waiting)
    assert same(whole(list(transcriber.transcribe(files[0], TOGETHER))), alone[0])
    waiting = []
    other = TranscribeOptions(steps=2, seed=9, batch=8)
    now = whole(list(transcriber.transcribe(files[1], other)))
    transcriber.set_upcoming(tuple)
    assert same(now, whole(list(transcriber.transcribe(files[1], other))))
    assert not same(now, alone[1])


def test_a_file_that_changed_meanwhile_is_read_again(
    transcriber: Transcriber, files: list[Path], alone: list[Transcript], tmp_path: Path
) -> None:
    changing = tmp_path / "changing.wav"
    changing.write_bytes(files[1].read_bytes())
    transcriber.set_upcoming(lambda: [changing])
    list(transcriber.transcribe(files[0], TOGETHER))
    changing.write_bytes(files[2].read_bytes())
    transcriber.set_upcoming(tuple)
    assert same(whole(list(transcriber.transcribe(changing, TOGETHER))), alone[2])


def test_a_batch_that_breaks_in_one_turn_is_made_again_in_the_next(
    transcriber: Transcriber, files: list[Path], alone: list[Transcript]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a bug")

    waiting = files[1:]
    transcriber.set_upcoming(lambda: waiting)
    hook = transcriber.model.backbone.model.decoder.norm.register_forward_hook(fail)
    with pytest.raises(RuntimeError, match="a bug"):
        list(transcriber.transcribe(files[0], TOGETHER))
    hook.remove()
    events_of, _ = one_after_the_other(transcriber, waiting)
    assert all(same(whole(events_of[path]), alone[1 + n]) for n, path in enumerate(waiting))


def test_memory_that_runs_out_halves_a_shared_batch(
    transcriber: Transcriber, files: list[Path], alone: list[Transcript]
) -> None:
    def check(_: object, given: tuple[torch.Tensor]) -> None:
        if given[0].shape[0] > 2:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    hook = transcriber.model.backbone.model.decoder.embed_tokens.register_forward_pre_hook(check)
    events_of, _ = one_after_the_other(transcriber, files)
    hook.remove()
    assert all(same(whole(events_of[path]), transcript) for path, transcript in zip(files, alone, strict=True))
