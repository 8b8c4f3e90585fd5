"""Whisper beside the denoiser: a tiny random one of the real classes, laid out as the published one is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import torch
from transformers import GenerationMixin, WhisperFeatureExtractor

from app.cli import main
from app.errors import AudioError, ModelError
from app.speech.baselines.whisper import (
    NO_TIMESTAMPS_TOKEN,
    START_TOKEN,
    TASK_TOKEN,
    TokenDecoded,
    Whisper,
    whisper_folder,
)
from app.speech.events import ModelReady, SegmentDone, SegmentStarted, SourceSegmented, TranscriptDone
from app.speech.options import TranscribeOptions
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

SUPPRESSED, BEGIN_SUPPRESSED = [5, 6, 7], [8]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """config.json, model.safetensors, generation_config.json and tokenizer.json, as in openai/whisper-small."""
    folder = tmp_path_factory.mktemp("whisper") / "whisper-small"
    tiny.write_whisper(folder, SUPPRESSED, BEGIN_SUPPRESSED)
    return folder


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.wav"
    soundfile.write(path, babble(3.0, 1), RATE_HZ)
    return path


def events_of(folder: Path, clip: Path, language: str = "en") -> list[Any]:
    return list(Whisper(folder, "cpu").transcribe(clip, TranscribeOptions(language)))


def of(events: Sequence[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def test_tokens_are_those_of_transformers_own_greedy_generate(folder: Path, clip: Path) -> None:
    events = events_of(folder, clip)
    tokens = [event.token for event in of(events, TokenDecoded)]
    whisper = Whisper(folder, "cpu")
    list(whisper.prepare())
    model = whisper.load()
    (opened,) = of(events, SourceSegmented)
    samples, _ = soundfile.read(clip, dtype="float32")
    start_s, end_s = opened.spans_s[0]
    spoken = samples[round(start_s * RATE_HZ) : round(end_s * RATE_HZ)]
    mel = WhisperFeatureExtractor()(spoken, sampling_rate=RATE_HZ, return_tensors="pt").input_features
    ids = [
        whisper.vocabulary.tokenizer.token_to_id(name)
        for name in (START_TOKEN, "<|en|>", TASK_TOKEN, NO_TIMESTAMPS_TOKEN)
    ]
    theirs = GenerationMixin.generate(
        model, mel.to(model.dtype), decoder_input_ids=torch.tensor([ids]), do_sample=False, num_beams=1,
        max_new_tokens=len(tokens), begin_suppress_tokens=BEGIN_SUPPRESSED,
    )  # fmt: skip
    written = theirs[0, len(ids) :].tolist()
    assert tokens
    assert not {*tokens} & {*SUPPRESSED}
    assert tokens[0] not in BEGIN_SUPPRESSED
    assert written[: len(tokens)] == tokens or tokens[0] != written[0], (
        "only the first token may be suppressed by us alone"
    )


def test_events_tell_what_happened(folder: Path, clip: Path) -> None:
    events = events_of(folder, clip)
    (ready,), (begun,), (done,) = of(events, ModelReady), of(events, SegmentStarted), of(events, SegmentDone)
    assert set(ready.languages) == {"en", "de", "hi"}
    written = of(events, TokenDecoded)
    assert [event.position for event in written] == list(range(len(written)))
    assert 0 < len(written) <= begun.canvas_length == 20
    assert done.segment.steps == len(written)
    assert done.segment.text == written[-1].text
    assert done.segment.ended == ("step limit" if len(written) == 20 else "settled")
    assert 0 < done.segment.confidence <= 1
    for event in written:
        assert event.top_ids[0] == event.token
        assert (np.diff(event.top_probs.astype(np.float32)) <= 0).all()
        assert 0 <= event.entropy <= np.log(len(ready.vocabulary))
        assert event.step_ms > 0
    (end,) = of(events, TranscriptDone)
    assert end.transcript.timings_s["total"] == pytest.approx(
        sum(end.transcript.timings_s[stage] for stage in ("decode", "encode", "write"))
    )


def test_the_language_is_identified_or_refused(folder: Path, clip: Path) -> None:
    assert of(events_of(folder, clip, "auto"), TranscriptDone)
    with pytest.raises(ModelError, match="does not know French"):
        events_of(folder, clip, "fr")


def test_silence_is_not_decoded(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "silence.wav"
    soundfile.write(path, np.zeros(2 * RATE_HZ, np.float32), RATE_HZ)
    with pytest.raises(AudioError):
        events_of(folder, path)


def test_a_span_is_decoded_as_if_it_were_a_file(folder: Path, tmp_path: Path) -> None:
    samples = babble(6.0, 3)
    whole, part = tmp_path / "whole.wav", tmp_path / "part.wav"
    soundfile.write(whole, samples, RATE_HZ, "FLOAT")
    soundfile.write(part, samples[2 * RATE_HZ : 5 * RATE_HZ], RATE_HZ, "FLOAT")
    whisper = Whisper(folder, "cpu")
    alone = list(whisper.transcribe_span(part, 0.0, 3.0, TranscribeOptions("en")))
    within = list(whisper.transcribe_span(whole, 2.0, 5.0, TranscribeOptions("en")))
    (done,) = of(within, SegmentDone)
    assert (done.segment.start_s, done.segment.end_s) == (2.0, 5.0)
    assert [event.token for event in of(within, TokenDecoded)] == [event.token for event in of(alone, TokenDecoded)]
    assert done.segment.text == of(alone, SegmentDone)[0].segment.text == of(within, TokenDecoded)[-1].text
    assert done.work_s >= sum(event.step_ms for event in of(within, TokenDecoded)) / 1000
    with pytest.raises(AudioError, match="could not be heard again"):
        list(whisper.transcribe_span(part, 4.0, 5.0, TranscribeOptions("en")))


def test_closing_ends_within_a_token(folder: Path, clip: Path) -> None:
    events = Whisper(folder, "cpu").transcribe(clip, TranscribeOptions("en"))
    while not isinstance(next(events), TokenDecoded):
        pass
    events.close()
    assert list(events) == []


def test_a_whole_whisper_is_found_beside_the_model_and_an_encoder_is_refused(folder: Path, tmp_path: Path) -> None:
    assert whisper_folder(folder.parent / "some-model") == folder
    tiny.save_encoder(tmp_path / "whisper-small", tiny.encoder())
    tiny.save_encoder(tmp_path / "elsewhere" / "model" / "encoder", tiny.encoder())
    with pytest.raises(ModelError, match="its decoder is not installed"):
        whisper_folder(tmp_path / "elsewhere" / "model")
    for own in (None, tmp_path / "whisper-small"):
        with pytest.raises(ModelError, match="its decoder is not installed") as refused:
            whisper_folder(tmp_path / "model", own)
        assert "hf download openai/whisper-small" in refused.value.remedy


def test_the_command_line_shows_both(
    folder: Path, clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tiny.write(tmp_path / "tiny", tiny.model(segment_s=8.0))
    arguments = ["compare", str(clip), "--model", str(model), "--language", "en", "--steps", "3", "--device", "cpu"]
    assert main.main([*arguments, "--whisper", str(folder), "--watch"]) == 0
    out, err = capsys.readouterr()
    assert "Tiny random model (cpu" in out
    assert "Whisper, autoregressive (cpu" in out
    assert "% of the words are the same." in out
    assert err.count(" s  ") == 2, "both last pictures"
    assert main.main([*arguments, "--whisper", str(tmp_path)]) == 1
    assert "its decoder is not installed" in capsys.readouterr().err
    with pytest.raises(ValueError, match="steps"):
        TranscribeOptions(steps=99)
    assert main.main([*arguments[:-4], "--steps", "99"]) == 2
