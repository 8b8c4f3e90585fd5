"""A source becomes events and a transcript: in order, with nothing lost and no thread, file or memory kept."""

from __future__ import annotations

import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import torch
from safetensors.numpy import save_file

from app import paths
from app.errors import AudioError, DeviceError, ModelError
from app.models.adapter.spec import CanvasConfig, FusionConfig, SamplerConfig
from app.models.hardware import verify_device
from app.speech import Transcriber, load, stage_timer, transcribe
from app.speech.audio.segmented_source import SegmentedSource
from app.speech.decoding.lm_head import CHUNKED_FROM_VOCAB
from app.speech.decoding.prepared_batch import AudioChunk
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.events import (
    CanvasStep,
    DecodeProgress,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    TranscriptDone,
)
from app.speech.model.speech_model import SpeechModel
from app.speech.options import StartChoice, TranscribeOptions
from app.speech.redecode import RedecodeRequest
from app.speech.stage_timer import StageTimer
from app.transcript.model import Segment
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

CPU = verify_device("cpu")
QUICK = TranscribeOptions(steps=3)
BY_LENGTH = CanvasConfig(64, per_audio_token=0.5, extra=2)  # 12.5 audio tokens a second


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tiny.model(3, canvas=BY_LENGTH, sampler=SamplerConfig(entropy_bound=40.0, confidence=2.0))
    return tiny.write(tmp_path_factory.mktemp("model"), made)


@pytest.fixture
def transcriber(folder: Path) -> Transcriber:
    return Transcriber(folder, "cpu")


@pytest.fixture(scope="module")
def talk() -> np.ndarray:
    """Two phrases with a long pause between and after them."""
    silence = np.zeros(3 * RATE_HZ, np.float32)
    return np.concatenate([babble(3, 1), silence, babble(2, 2), silence])


def answering(model: SpeechModel, ids: Callable[[int], list[int]]) -> SpeechModel:
    """The model with a head that always answers ``ids(canvas length)``: the text is known, all else is real."""

    def answer(module: torch.nn.Module, args: Any, logits: torch.Tensor) -> torch.Tensor | None:
        if logits.ndim != 3:  # the CTC reading of audio tokens
            return None
        length = logits.shape[1]
        told = torch.full_like(logits, -1000.0)
        told[:, torch.arange(length), torch.tensor(ids(length)[:length])] = 1000.0
        return told

    model.backbone.lm_head.register_forward_hook(answer)
    return model


def of(events: Iterator[Event], *kinds: type) -> list[Any]:
    return [event for event in events if isinstance(event, kinds)]


def with_model(model: SpeechModel, tmp_path: Path) -> Transcriber:
    made = Transcriber(tiny.write(tmp_path / "model", model), "cpu")
    made._decoder = SegmentDecoder(model)  # keeps the hooks, which do not survive on disk
    return made


# --- order and content -------------------------------------------------------------------------------------------------


def test_events_come_in_the_promised_order(transcriber: Transcriber, talk: np.ndarray) -> None:
    events = list(transcriber.transcribe(talk, QUICK))
    assert [type(event) for event in events[:3]] == [ModelLoading, ModelReady, SourceSegmented]
    assert isinstance(events[-1], TranscriptDone)
    assert of(iter(events), TranscriptDone) == events[-1:]
    ready, opened = events[1], events[2]
    assert (ready.model, ready.device, ready.precision) == ("Tiny random model", "cpu", CPU.precision)
    assert ready.languages == ("en", "hi", "zh")
    assert opened.duration_s == len(talk) / RATE_HZ
    assert opened.spans_s[0][0] == 0
    assert opened.spans_s[-1][1] == opened.duration_s
    assert all(one[1] == other[0] for one, other in pairwise(opened.spans_s))
    running: int | None = None
    for event in events[3:-1]:
        match event:
            case SegmentStarted():
                running = event.segment
            case CanvasStep():
                assert event.segment == running
                assert len(event.canvas) == len(event.argmax_ids)
            case SegmentDone(segment=segment):
                assert segment.ended == "silence" or segment.index == running
    done = [event.segment for event in of(iter(events), SegmentDone)]
    transcript = events[-1].transcript
    assert transcript.segments == tuple(done)
    assert [(segment.start_s, segment.end_s) for segment in done] == list(opened.spans_s)
    assert (transcript.device, transcript.steps, transcript.seed) == (str(CPU), 3, 0)


def test_segments_carry_measured_times_words_and_confidence(transcriber: Transcriber, talk: np.ndarray) -> None:
    transcript = of(transcriber.transcribe(talk, QUICK), TranscriptDone)[0].transcript
    spoken = [segment for segment in transcript.segments if segment.ended != "silence"]
    assert len(spoken) == 2
    for segment in spoken:
        assert 0 < segment.confidence <= 1
        assert 1 <= segment.steps <= 3
        assert "".join(word.text for word in segment.words).replace(" ", "") == segment.text.replace(" ", "")
        for word in segment.words:
            assert segment.start_s <= word.start_s <= word.end_s <= segment.end_s
            assert 0 <= word.confidence <= 1
            assert 0 <= word.support <= 1
        assert all(one.end_s <= other.start_s + 1e-9 for one, other in pairwise(segment.words))
    assert transcript.timings_s is not None
    stages = {stage: seconds for stage, seconds in transcript.timings_s.items() if stage != "total"}
    assert set(stages) == {"decode", "encode", "prefill", "denoise", "align"}
    assert all(seconds > 0 for seconds in stages.values())
    assert transcript.timings_s["total"] == pytest.approx(sum(stages.values()))


def test_work_adds_up_whatever_the_batch(
    transcriber: Transcriber, talk: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a clock that goes on by a second whenever it is looked at, so that every stage takes one, however busy it is here."""
    seconds, real = count(), SegmentDecoder.decode
    reads: list[Any] = []
    monkeypatch.setattr(stage_timer, "perf_counter", lambda: float(next(seconds)))
    monkeypatch.setattr(SegmentDecoder, "decode", lambda self, *given: reads.append(given) or real(self, *given))
    for batch in (1, 2):
        reads.clear()
        events = list(transcriber.transcribe(talk, TranscribeOptions(steps=3, batch=batch)))
        timings = events[-1].transcript.timings_s
        assert timings is not None
        work_s = sum(event.work_s for event in of(iter(events), SegmentDone))
        nobodys_s = len(reads)  # finding out, each time, that all canvases have ended
        assert work_s == pytest.approx(timings["total"] - timings["decode"] - nobodys_s)
        assert work_s > 5 * nobodys_s > 0


def test_a_file_equals_its_samples(transcriber: Transcriber, talk: np.ndarray, tmp_path: Path) -> None:
    path = tmp_path / "Gespräch – 演讲.wav"
    soundfile.write(path, talk, RATE_HZ, subtype="FLOAT")
    from_file = of(transcriber.transcribe(path, QUICK), TranscriptDone)[0].transcript
    from_array = of(transcriber.transcribe(talk, QUICK), TranscriptDone)[0].transcript
    assert from_file.source == str(path)
    assert from_file.segments == from_array.segments
    pcm = (talk * 32767).astype(np.int16)
    assert of(transcriber.transcribe(pcm, QUICK), SourceSegmented)[0].peaks.max() == pytest.approx(
        abs(talk).max(), abs=1e-3
    )


def test_peaks_show_where_the_sound_is(transcriber: Transcriber, talk: np.ndarray) -> None:
    peaks = of(transcriber.transcribe(talk, QUICK), SourceSegmented)[0].peaks
    assert peaks.dtype == np.float32
    assert len(peaks) <= 4000
    per_s = len(peaks) / (len(talk) / RATE_HZ)
    assert peaks[: int(3 * per_s)].max() == pytest.approx(np.abs(talk[: 3 * RATE_HZ]).max())
    assert peaks[int(3.2 * per_s) : int(5.8 * per_s)].max() == 0


# --- options -----------------------------------------------------------------------------------------------------------


def test_a_batch_gives_the_same_text_as_one_by_one(transcriber: Transcriber, talk: np.ndarray) -> None:
    alone = of(transcriber.transcribe(talk, TranscribeOptions(steps=6)), TranscriptDone)[0].transcript
    together = of(transcriber.transcribe(talk, TranscribeOptions(steps=6, batch=4)), TranscriptDone)[0].transcript
    assert [segment.text for segment in alone.segments] == [segment.text for segment in together.segments]
    assert [segment.steps for segment in alone.segments] == [segment.steps for segment in together.segments]


def test_options_are_read_again_at_each_segment(transcriber: Transcriber, talk: np.ndarray) -> None:
    slider = [2]
    seen: dict[int, set[int]] = {}
    for event in transcriber.transcribe(talk, lambda: TranscribeOptions(steps=slider[0])):
        if isinstance(event, CanvasStep):
            seen.setdefault(event.segment, set()).add(event.steps)
            slider[0] = 5  # moved while the first segment is on the canvas
    first, second = seen.values()
    assert (first, second) == ({2}, {5})


def test_not_observing_sends_no_steps_and_the_same_text(transcriber: Transcriber, talk: np.ndarray) -> None:
    seen = list(transcriber.transcribe(talk, QUICK))
    blind = list(transcriber.transcribe(talk, TranscribeOptions(steps=3, observe=False)))
    assert of(iter(seen), CanvasStep)
    assert not of(iter(blind), CanvasStep)
    assert blind[-1].transcript.segments == seen[-1].transcript.segments


def test_a_model_trained_without_drafts_has_the_draft_on_its_canvas(transcriber: Transcriber, talk: np.ndarray) -> None:
    for batch in (1, 2):
        events = list(transcriber.transcribe(talk, TranscribeOptions(steps=2, start="draft", batch=batch)))
        started = of(iter(events), SegmentStarted)
        assert started
        assert {event.start for event in started} == {"draft"}
        first = [event.canvas for event in of(iter(events), CanvasStep) if event.step == 1]
        vocabulary = events[1].vocabulary
        for canvas in first:
            text, ended = vocabulary.truncate_at_end(canvas.tolist())
            assert ended or len(text) == len(canvas)
            assert not any(vocabulary.is_special(token) for token in text)
            assert set(canvas[len(text) + 1 :].tolist()) <= {tiny.PAD}
        assert sorted(list(event.draft_ids[: event.canvas_length]) for event in started) == sorted(
            vocabulary.truncate_at_end(canvas.tolist())[0] for canvas in first
        )


@pytest.mark.parametrize("start", ["auto", "noise", "draft"])
@pytest.mark.parametrize("drafts", [False, True])
def test_what_canvases_started_from_is_said(talk: np.ndarray, tmp_path: Path, start: StartChoice, drafts: bool) -> None:
    """The model's own way where nothing was chosen; the transcript says it as well."""
    transcriber = with_model(tiny.model(3, draft_conditioning=drafts), tmp_path)
    used = start if start != "auto" else "draft" if drafts else "noise"
    events = list(transcriber.transcribe(talk, TranscribeOptions(steps=1, start=start, batch=2)))
    assert {event.start for event in of(iter(events), SegmentStarted)} == {used}
    assert all(bool(event.draft_ids) == (used == "draft") for event in of(iter(events), SegmentStarted))
    assert [event.start for event in of(iter(events), ModelReady)] == ["draft" if drafts else "noise"]
    assert events[-1].transcript.start == used


def test_a_model_trained_with_drafts_begins_with_one(talk: np.ndarray, tmp_path: Path) -> None:
    """The canvas starts from noise all the same; what the audio tokens say reaches the first step beside it."""
    sampler = SamplerConfig(entropy_bound=40.0, confidence=2.0)
    canvas = CanvasConfig(64, per_audio_token=0.5, extra=6, per_draft_token=1.2)
    beliefs = []
    for drafts in (False, True):
        made = tiny.model(3, canvas=canvas, sampler=sampler, draft_conditioning=drafts)
        events = list(with_model(made, tmp_path / str(drafts)).transcribe(talk, TranscribeOptions(steps=1)))
        steps = of(iter(events), CanvasStep)
        assert all(len(set(step.canvas.tolist())) > 3 for step in steps)
        beliefs.append(sorted(step.argmax_ids.tolist() for step in steps))
        for batch in (1, 2):
            again = with_model(made, tmp_path / f"{drafts}{batch}").transcribe(
                talk, TranscribeOptions(steps=1, batch=batch)
            )
            assert sorted(step.argmax_ids.tolist() for step in of(again, CanvasStep)) == beliefs[-1]
    assert beliefs[0] != beliefs[1]


def with_ngrams(folder: Path, fusion: FusionConfig) -> Path:
    """A tiny model with language models: English likes even tokens, Hindi odd ones."""
    arrays: dict[str, np.ndarray] = {}
    for language, other in (("en", 1), ("hi", 0)):
        log_probs = np.zeros(tiny.VOCAB, np.uint8)
        log_probs[other::2] = 255
        arrays[f"{language}.1.log_probs"] = log_probs
        arrays[f"{language}.1.backoffs"] = np.zeros(tiny.VOCAB, np.int8)
        arrays[f"{language}.2.children"] = np.zeros(tiny.VOCAB, np.uint16)
        arrays[f"{language}.2.tokens"] = np.zeros(0, np.uint16)
        arrays[f"{language}.2.log_probs"] = np.zeros(0, np.uint8)
    tiny.write(folder, tiny.model(3, draft_conditioning=True, fusion=fusion))
    save_file(arrays, folder / "ngrams.safetensors")
    return folder


def test_the_language_model_is_fused_into_the_draft(tmp_path: Path) -> None:
    """Each language's own; where none is given, the one that finds the CTC reading least surprising."""
    folder = with_ngrams(tmp_path / "model", FusionConfig(1.0, 6.0))
    segment_decoder = Transcriber(folder, "cpu").segment_decoder
    parts = [AudioChunk(n, 0.0, 1.0, tiny.clip(1.0, n)) for n in range(3)]
    said = {}
    with torch.inference_mode():
        for language in ("en", "hi", "zh", "auto"):
            prefilled = segment_decoder.prefill(parts, TranscribeOptions(language), StageTimer())
            said[language] = [draft.ids for draft in prefilled.drafts]
            assert prefilled.draft_logits is not None
            for draft, row in zip(prefilled.drafts, prefilled.draft_logits, strict=True):
                kept = min(len(draft.ids), len(row) - 1)  # the end has its place
                assert row.argmax(-1)[:kept].tolist() == draft.ids[:kept]
            assert segment_decoder.draft_text(prefilled) == [
                segment_decoder.model.vocabulary.decode(ids) for ids in said[language]
            ]
            assert len(segment_decoder.ctc_text(prefilled)) == 3
    kinds = {language: {token % 2 for ids in drafts for token in ids} for language, drafts in said.items()}
    assert kinds["en"] == {0}
    assert kinds["hi"] == {1}
    assert all(len({token % 2 for token in ids}) < 2 for ids in said["auto"])  # each part has a language of its own
    assert kinds["auto"]
    assert said["zh"] not in (said["en"], said["hi"])  # there is no model of it


def test_the_backbone_rescores_hypotheses_that_are_nearly_as_probable(tmp_path: Path) -> None:
    parts = [AudioChunk(n, 0.0, 1.0, tiny.clip(1.0, n)) for n in range(6)]
    said, first = {}, {}
    for weight in (0.0, 50.0):
        segment_decoder = Transcriber(
            with_ngrams(tmp_path / f"{weight}", FusionConfig(1.0, 6.0, backbone=weight)), "cpu"
        ).segment_decoder
        with torch.inference_mode():
            prefilled = segment_decoder.prefill(parts, TranscribeOptions("en"), StageTimer())
            first[weight] = segment_decoder.draft_text(prefilled)
        said[weight] = [segment_decoder.model.vocabulary.decode(draft.ids) for draft in prefilled.drafts]
        assert prefilled.draft_logits is not None
        for draft, row, length in zip(prefilled.drafts, prefilled.draft_logits, prefilled.canvas_lengths, strict=True):
            kept = min(len(draft.ids), length - 1)
            assert row.argmax(-1)[:kept].tolist() == draft.ids[:kept]
    assert first[0.0] == first[50.0] == said[0.0]  # a draft is what it was before the backbone was asked
    assert said[50.0] != said[0.0]


# --- overflow ----------------------------------------------------------------------------------------------------------


def test_the_chunk_of_an_overflowing_canvas_is_split_and_decoded_again(tmp_path: Path) -> None:
    """A model that finds its end only on canvases of up to 15 positions, about two seconds."""
    word = 60

    def ids(length: int) -> list[int]:
        return [word] * length if length > 15 else [word, word, tiny.EOS] + [tiny.PAD] * length

    model = answering(tiny.model(0, canvas=BY_LENGTH), ids)
    audio = babble(6, 3)
    events = list(with_model(model, tmp_path).transcribe(audio, TranscribeOptions(steps=4)))
    started = of(iter(events), SegmentStarted)
    assert started[0].canvas_length > 15
    assert (started[0].start_s, started[0].end_s) == (0.0, 6.0)
    assert {event.segment for event in started} == {0}
    pieces = [event for event in started if event.canvas_length <= 15]
    assert len(pieces) >= 3
    assert pieces[0].start_s == 0.0
    assert pieces[-1].end_s == 6.0
    assert all(one.end_s == other.start_s for one, other in pairwise(pieces)), "nothing is left out, nothing read twice"
    (segment,) = events[-1].transcript.segments
    assert segment.ended == "settled"
    piece = model.vocabulary.decode([word, word])
    assert segment.text == " ".join([piece] * len(pieces))
    assert (segment.start_s, segment.end_s) == (0.0, 6.0)
    assert segment.words[-1].start_s >= pieces[-1].start_s


def test_a_chunk_that_overflows_to_the_last_is_kept_and_marked(tmp_path: Path) -> None:
    model = answering(tiny.model(0, canvas=BY_LENGTH), lambda length: [60] * length)
    events = list(with_model(model, tmp_path).transcribe(babble(5, 4), TranscribeOptions(steps=2)))
    (segment,) = events[-1].transcript.segments
    assert segment.ended == "overflow"
    lengths_s = [event.end_s - event.start_s for event in of(iter(events), SegmentStarted)]
    assert min(lengths_s) >= 0.5
    assert len(lengths_s) < 12
    done = {event.start_s: event for event in of(iter(events), SegmentStarted)}  # the last canvas at each start
    assert segment.text.replace(" ", "") == model.vocabulary.piece(60) * sum(
        event.canvas_length for event in done.values()
    )


def test_repeated_phrases_are_removed_as_the_model_or_the_user_wants(tmp_path: Path) -> None:
    """Removed from the text, the words and their times; the canvas and the raw text keep them."""
    model = tiny.model(0, canvas=BY_LENGTH, remove_repetitions=True)
    ids, (end, *_) = model.vocabulary.encode("fox the dog" + " and over the quick" * 2 + ", again"), model.spec.end_ids
    transcriber = with_model(answering(model, lambda length: [*ids, *[end] * length]), tmp_path)
    spoken = babble(5, 4)

    def segment_with(remove: bool | None) -> tuple[Segment, list[CanvasStep]]:
        options = TranscribeOptions(language="en", steps=2, remove_repetitions=remove)
        events = list(transcriber.transcribe(spoken, options))
        (segment,) = events[-1].transcript.segments
        return segment, of(iter(events), CanvasStep)

    raw, _ = segment_with(False)
    assert raw.text == model.vocabulary.decode(ids)
    assert raw.raw_text == ""
    for asked in (None, True):
        segment, steps = segment_with(asked)
        assert segment.text == "fox the dog and over the quick, again"
        assert segment.raw_text == raw.text
        assert [word.text for word in segment.words] == segment.text.split()
        assert segment.word_ranges
        assert steps[-1].argmax_ids.tolist()[: len(ids)] == ids
        edges_s = [time for word in segment.words for time in (word.start_s, word.end_s)]
        assert edges_s == sorted(edges_s)
        again = of(transcriber.redecode(spoken, RedecodeRequest(segment), TranscribeOptions("en", 2)), SegmentDone)[-1]
        assert again.segment == segment


# --- failures and endings ----------------------------------------------------------------------------------------------


def test_silence_is_an_audio_error(transcriber: Transcriber, tmp_path: Path) -> None:
    path = tmp_path / "quiet.wav"
    soundfile.write(path, np.zeros(2 * RATE_HZ, np.float32), RATE_HZ)
    with pytest.raises(AudioError, match=r"No speech found in .quiet\.wav."):
        list(transcriber.transcribe(path, QUICK))


def film(ffmpeg: Callable[..., Path], *tracks: np.ndarray) -> Path:
    """A film with several tracks, the first of which is the default one."""
    folder = ffmpeg(tracks[0], RATE_HZ, "0.wav").parent
    for number, samples in enumerate(tracks[1:], start=1):
        ffmpeg(samples, RATE_HZ, f"{number}.wav")
    inputs = [part for number in range(len(tracks)) for part in ("-i", str(folder / f"{number}.wav"))]
    maps = [part for number in range(1, len(tracks) + 1) for part in ("-map", str(number))]
    return ffmpeg(tracks[0], RATE_HZ, "film.mkv", *inputs, *maps, "-c:a", "pcm_s16le", "-disposition:a:0", "default")


@pytest.mark.parametrize("hiss", [0.0, 0.003])
def test_a_track_in_which_nobody_speaks_gives_way(
    transcriber: Transcriber, talk: np.ndarray, ffmpeg: Callable[..., Path], hiss: float
) -> None:
    rng = np.random.default_rng(0)
    quiet = (hiss * rng.standard_normal(len(talk))).astype(np.float32)
    path = film(ffmpeg, quiet, quiet, talk)
    *_, last = transcriber.transcribe(path, QUICK)
    assert isinstance(last, TranscriptDone)
    assert last.transcript.audio_track == 2
    assert [segment.ended == "silence" for segment in last.transcript.segments] == [False, True, False, True]
    assert [str(notice) for notice in last.transcript.warnings] == [
        "Track 1 contains no speech and was skipped.",
        "Track 2 contains no speech and was skipped.",
        "This is the text of audio track 3 of 3.",
    ]
    with pytest.raises(AudioError, match=r"No speech found in .*Audio track 2 of 3 contains only silence"):
        list(transcriber.transcribe(path, replace(QUICK, audio_track=1)))


def test_what_is_missing_is_in_the_events_and_in_the_result(
    transcriber: Transcriber, talk: np.ndarray, tmp_path: Path
) -> None:
    path = tmp_path / "cut.wav"
    soundfile.write(path, talk, RATE_HZ)
    path.write_bytes(path.read_bytes()[: 5 * 2 * RATE_HZ])
    events = list(transcriber.transcribe(path, QUICK))
    told = ["The sound ends early: there are 5.0 s of 11.0 s."]
    assert [str(notice) for notice in of(iter(events), SourceSegmented)[-1].warnings] == told
    assert [str(notice) for notice in events[-1].transcript.warnings] == told
    assert events[-1].transcript.audio_track == 0


def test_a_bad_file_fails_before_the_model_is_loaded(folder: Path, tmp_path: Path) -> None:
    fresh = Transcriber(folder, "cpu")
    with pytest.raises(AudioError):
        next(fresh.transcribe(tmp_path / "missing.wav", QUICK))  # else ``ModelLoading`` would come


@pytest.mark.parametrize("samples", [np.zeros((2, 100), np.float32), np.zeros(0, np.float32)])
def test_an_array_that_is_no_recording_is_refused(transcriber: Transcriber, samples: np.ndarray) -> None:
    with pytest.raises(AudioError, match="not a recording"):
        list(transcriber.transcribe(samples, QUICK))


def test_a_missing_model_is_a_model_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="No model in"):
        list(Transcriber(tmp_path, "cpu").transcribe(babble(1), QUICK))
    monkeypatch.setattr(paths, "bundled_models", list)
    with pytest.raises(ModelError, match="No model is installed"):
        list(Transcriber(None, "cpu").prepare())


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
def test_a_missing_gpu_is_never_replaced_in_silence(folder: Path) -> None:
    with pytest.raises(DeviceError):
        load(folder, "cuda")


def test_closing_stops_the_work_and_frees_the_source(
    transcriber: Transcriber, talk: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = 0
    opened: list[SegmentedSource] = []
    leave = SegmentedSource.__exit__
    monkeypatch.setattr(SegmentedSource, "__exit__", lambda self, *error: (opened.append(self), leave(self, *error))[1])

    def count(*_: Any) -> None:
        nonlocal runs
        runs += 1

    transcriber.model.backbone.model.decoder.norm.register_forward_hook(count)
    events = transcriber.transcribe(talk, TranscribeOptions(steps=48))
    while not isinstance(next(events), CanvasStep):
        pass
    events.close()
    assert runs == 1
    assert [source.closed for source in opened] == [True]
    assert not torch.is_inference_mode_enabled()
    assert of(transcriber.transcribe(talk, QUICK), TranscriptDone), "it can be used again"


@pytest.mark.parametrize(
    "failure",
    [torch.OutOfMemoryError("CUDA out of memory"), RuntimeError("DefaultCPUAllocator: can't allocate memory: 9 bytes")],
)
def test_memory_that_runs_out_is_a_device_error_and_is_freed(
    transcriber: Transcriber, talk: np.ndarray, failure: Exception
) -> None:
    held: list[weakref.ref[torch.Tensor]] = []

    def fail(*_: Any) -> None:
        big = torch.zeros(1000)
        held.append(weakref.ref(big))
        raise failure

    hook = transcriber.model.backbone.model.decoder.norm.register_forward_hook(fail)
    with pytest.raises(DeviceError, match="ran out of memory") as caught:
        list(transcriber.transcribe(talk, QUICK))
    hook.remove()
    assert [ref() for ref in held] == [None], "an error that is kept must not keep tensors"
    assert caught.value.remedy
    assert of(transcriber.transcribe(talk, QUICK), TranscriptDone), "the next try starts clean"


def test_other_failures_keep_their_name(transcriber: Transcriber, talk: np.ndarray) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("a bug")

    transcriber.model.backbone.model.decoder.norm.register_forward_hook(fail)
    with pytest.raises(RuntimeError, match="a bug"):
        list(transcriber.transcribe(talk, QUICK))


def test_the_model_is_loaded_once(transcriber: Transcriber, talk: np.ndarray) -> None:
    of(transcriber.transcribe(talk, QUICK), TranscriptDone)
    model = transcriber.model
    of(transcriber.transcribe(talk, QUICK), TranscriptDone)
    assert transcriber.model is model
    assert not any(weight.is_inference() for weight in model.parameters())


def test_decoding_a_long_source_is_reported_and_can_be_stopped(
    transcriber: Transcriber, talk: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.speech.pipeline.background_decoder.PROGRESS_INTERVAL_S", 30.0)
    gates = {3: threading.Event(), 8: threading.Event()}
    long = np.tile(talk, 24)

    def blocks(*_: Any) -> Iterator[np.ndarray]:
        for n, start in enumerate(range(0, len(long), 30 * RATE_HZ)):
            assert n not in gates or gates[n].wait(60.0)
            yield long[start : start + 30 * RATE_HZ]

    monkeypatch.setattr("app.speech.pipeline.transcriber._blocks", blocks)
    events = transcriber.transcribe(long, TranscribeOptions(steps=3, batch=64))  # which waits for all of it
    kinds = [type(event) for event in (next(events), next(events), next(events))]
    assert kinds == [ModelLoading, ModelReady, DecodeProgress]
    gates[3].set()
    reported_s = [event.decoded_s for event in of(iter([next(events)]), DecodeProgress)]
    assert reported_s
    assert 60.0 <= reported_s[0] <= len(long) / RATE_HZ
    gates[8].set()
    events.close()


# --- the Python interface ----------------------------------------------------------------------------------------------


def test_three_lines_transcribe(folder: Path, talk: np.ndarray) -> None:
    model = load(folder, device="cpu")
    transcript = transcribe(talk, model, max_steps=4, language="zh", seed=5)
    assert (transcript.steps, transcript.language, transcript.seed) == (4, "zh", 5)
    assert transcript.text == " ".join(segment.text for segment in transcript.segments if segment.text)
    assert transcript.text == transcribe(talk, model, max_steps=4, language="zh", seed=5).text


def test_importing_the_package_imports_no_torch() -> None:
    code = (
        "import sys, app.speech; assert 'torch' not in sys.modules; "
        "from app.speech import TranscribeOptions, Transcript; assert 'torch' not in sys.modules; "
        "from app.speech import load; assert 'torch' in sys.modules and 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=paths.resources_folder().parent)


def test_chunks_are_decoded_together_as_far_as_their_logits_fit(
    transcriber: Transcriber, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = transcriber.segment_decoder.max_batch
    assert together > 1000  # 96 tokens on a canvas of 64
    monkeypatch.setattr(SpeechModel, "vocab_size", property(lambda self: CHUNKED_FROM_VOCAB - 1))
    assert transcriber.segment_decoder.max_batch == 32
    monkeypatch.setattr(SpeechModel, "vocab_size", property(lambda self: 262_144))
    assert transcriber.segment_decoder.max_batch == 128, "of a large one only a part is in memory"
