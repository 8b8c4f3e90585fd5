"""Whisper as an engine: a tiny random one of the real classes, laid out as the published ones are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import torch
from transformers import GenerationMixin

from app.cli import main
from app.errors import AudioError, ModelError
from app.models.hardware import verify_device
from app.speech.decoding.prepared_batch import AudioChunk, DecodedChunk
from app.speech.decoding.whisper_decoder import LOOP_TOKENS, WhisperDecoder, loop_length, without_loop, without_pauses
from app.speech.events import ModelReady, SegmentDone, SegmentStarted, SourceSegmented, TokenWritten, TranscriptDone
from app.speech.model.whisper import load_whisper
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber
from app.speech.redecode import RedecodeRequest, apply_redecoded
from app.speech.stage_timer import StageTimer
from app.transcript.model import Segment
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

SUPPRESSED, BEGIN_SUPPRESSED = [5, 6, 7], [8]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """config.json, model.safetensors, generation_config.json and tokenizer.json, as in openai/whisper-small."""
    folder = tmp_path_factory.mktemp("whisper") / "whisper-small"
    tiny.write_whisper(folder, SUPPRESSED, BEGIN_SUPPRESSED)
    return folder


@pytest.fixture(scope="module")
def decoder(folder: Path) -> WhisperDecoder:
    return WhisperDecoder(load_whisper(folder, verify_device("cpu")))


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.wav"
    soundfile.write(path, babble(3.0, 1), RATE_HZ)
    return path


def events_of(folder: Path, clip: Path, language: str = "en") -> list[Any]:
    return list(Transcriber(folder, "cpu").transcribe(clip, TranscribeOptions(language)))


def of(events: Sequence[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def decode(decoder: WhisperDecoder, clips: Sequence[np.ndarray], language: str = "en") -> list[DecodedChunk]:
    """The results of clips that are decoded together, in their order."""
    chunks = [AudioChunk(number, 0.0, len(audio) / RATE_HZ, audio) for number, audio in enumerate(clips)]
    with torch.inference_mode():
        batch = decoder.prefill(chunks, TranscribeOptions(language), StageTimer())
        items = list(decoder.decode_splitting_overflow(batch, TranscribeOptions(language), StageTimer()))
    results = [result for item in items if isinstance(item, list) for result in item]
    return sorted(results, key=lambda result: (result.chunk.segment, result.chunk.start_s))


def test_tokens_are_those_of_transformers_own_greedy_generate(
    decoder: WhisperDecoder, folder: Path, clip: Path
) -> None:
    events = events_of(folder, clip)
    began = [number for number, event in enumerate(events) if isinstance(event, SegmentStarted)]
    first = events[
        began[0] : began[1] if len(began) > 1 else None
    ]  # a text that does not end is written again in two parts
    tokens = [event.token for event in of(first, TokenWritten)]
    (opened,) = [event for event in of(events, SourceSegmented) if event.complete]
    samples, _ = soundfile.read(clip, dtype="float32")
    start_s, end_s = opened.spans_s[0]
    model = decoder.model
    mel = model.mel(samples[round(start_s * RATE_HZ) : round(end_s * RATE_HZ)])
    prompt = model.prompt("en")
    theirs = GenerationMixin.generate(
        model.network, mel[None].to(model.network.dtype), decoder_input_ids=torch.tensor([prompt]), do_sample=False,
        num_beams=1, max_new_tokens=len(tokens), suppress_tokens=model.suppressed_ids,
        begin_suppress_tokens=model.first_suppressed_ids,
    )  # fmt: skip
    assert len(tokens) > 3
    assert not {*tokens} & {*SUPPRESSED, *model.vocabulary.hidden_ids}
    assert tokens[0] not in BEGIN_SUPPRESSED
    assert theirs[0, len(prompt) :].tolist() == tokens


def test_events_tell_what_happened(folder: Path, clip: Path) -> None:
    events = events_of(folder, clip)
    (ready,), (begun, *_), (done,) = of(events, ModelReady), of(events, SegmentStarted), of(events, SegmentDone)
    assert ready.languages == ("en", "de", "hi")
    assert not ready.has_canvas
    assert begun.canvas_length == 0
    written = of(events, TokenWritten)
    assert written
    assert all(event.segment == done.segment.index and event.step_ms > 0 for event in written)
    assert done.segment.steps == 0
    assert 0 < done.segment.confidence <= 1
    (end,) = of(events, TranscriptDone)
    transcript = end.transcript
    assert (transcript.model, transcript.steps, transcript.start) == ("Whisper small", 0, None)
    assert transcript.timings_s["write"] > 0
    assert transcript.timings_s["total"] == pytest.approx(
        sum(seconds for stage, seconds in transcript.timings_s.items() if stage != "total")
    )


def test_words_have_their_times_inside_the_segment(decoder: WhisperDecoder) -> None:
    (first, *_) = decode(decoder, [babble(3.0, 1)])
    assert first.words
    assert "".join(first.text.split()) == "".join(word.text for word in first.words)
    times = [time for word in first.words for time in (word.start_s, word.end_s)]
    assert times == sorted(times)
    assert 0.0 <= times[0] <= times[-1] <= first.chunk.end_s
    assert all(0 < word.confidence <= 1 and word.doubt is None for word in first.words)


@pytest.mark.slow
def test_clips_together_are_written_as_alone(decoder: WhisperDecoder) -> None:
    clips = [babble(3.0, 1), babble(1.5, 2), babble(4.0, 3)]
    together = [(result.chunk.segment, result.text) for result in decode(decoder, clips)]
    alone = [(number, result.text) for number, audio in enumerate(clips) for result in decode(decoder, [audio])]
    assert len({text for _, text in together}) > 1
    assert together == alone


def test_prompts_of_unequal_length_share_no_batch(decoder: WhisperDecoder) -> None:
    """Hindi is asked for in its own letters by a text in front of the prompt."""
    english, hindi = decoder.model.prompt("en"), decoder.model.prompt("hi")
    assert len(hindi) > len(english)
    named = decoder.model.prompt("en", ("Bagheera", "Rikki"))
    told = decoder.model.vocabulary.decode(named)
    assert told == "Bagheera, Rikki."[: len(told)] != "", "as far as a third of its tokens reaches"
    assert named[-len(english) :] == english
    assert hindi[-len(english) :] == [english[0], decoder.model.language_ids["hi"], *english[2:]]


def test_the_language_is_identified_or_refused(folder: Path, clip: Path) -> None:
    assert of(events_of(folder, clip, "auto"), TranscriptDone)
    with pytest.raises(ModelError, match="does not know French"):
        events_of(folder, clip, "fr")


def test_silence_is_not_decoded(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "silence.wav"
    soundfile.write(path, np.zeros(2 * RATE_HZ, np.float32), RATE_HZ)
    with pytest.raises(AudioError):
        events_of(folder, path)


def test_what_whisper_takes_for_silence_is_no_text(decoder: WhisperDecoder) -> None:
    """A head that hears no speech, and is unsure of what it writes."""
    model = decoder.model
    network, no_speech = model.network, model.no_speech_id
    assert decode(decoder, [babble(3.0, 1)])[0].text
    weight = network.proj_out.weight
    kept = weight.detach().clone()
    try:
        with torch.no_grad():  # every hidden state then points at the token, and all others are as good as each other
            weight.mul_(1e-3)
            network.model.decoder.layer_norm.bias.add_(torch.ones_like(network.model.decoder.layer_norm.bias))
            weight[no_speech] = 1.0
        assert {result.text for result in decode(decoder, [babble(3.0, 1)])} == {""}
    finally:
        with torch.no_grad():
            weight.copy_(kept)
            network.model.decoder.layer_norm.bias.sub_(torch.ones_like(network.model.decoder.layer_norm.bias))


def test_a_loop_is_noticed() -> None:
    assert loop_length([1, 2, 3] * (LOOP_TOKENS // 3)) == 3
    assert loop_length([9, 8, *[7] * LOOP_TOKENS]) == 1
    assert loop_length([9, 8, *[7] * (LOOP_TOKENS - 1)]) == 0
    assert loop_length([*range(20), *range(20)]) == 0, "a sentence may be said twice"
    assert loop_length([*range(20)] * 3) == 20
    assert loop_length([]) == 0
    assert without_loop([9, *[7] * LOOP_TOKENS]) == 2
    assert without_loop([9, 7, 7]) == 3


def test_a_text_that_does_not_end_is_split_once_and_its_repetitions_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / "whisper-loop"
    tiny.write_whisper(folder, max_tokens=120)
    decoder = WhisperDecoder(load_whisper(folder, verify_device("cpu")))
    model = decoder.model
    letter = model.vocabulary.encode("a")
    model.suppressed_ids = [i for i in range(model.network.config.vocab_size) if i not in letter]
    results = decode(decoder, [babble(6.0, 4)])
    assert [result.chunk.segment for result in results] == [0, 0], "two halves"
    assert results[0].chunk.end_s == results[1].chunk.start_s
    assert [(result.ended, result.text, result.raw_text) for result in results] == [
        ("overflow", "a", "a" * LOOP_TOKENS)
    ] * 2


def test_a_pause_belongs_to_no_word() -> None:
    starts, ends = without_pauses(np.array([0.0, 2.0, 2.4, 2.8, 3.2]), np.array([2.0, 2.4, 2.8, 3.2, 9.0]))
    assert starts.tolist() == pytest.approx([1.0, 2.0, 2.4, 2.8, 3.2])
    assert ends.tolist() == pytest.approx([2.0, 2.4, 2.8, 3.2, 4.2])
    assert len(without_pauses(np.array([]), np.array([]))[0]) == 0


def test_a_segment_is_written_again_behind_a_word_that_stands(folder: Path, clip: Path) -> None:
    transcriber = Transcriber(folder, "cpu")
    options = TranscribeOptions("en")
    (done, *_) = of(list(transcriber.transcribe(clip, options)), SegmentDone)
    request = RedecodeRequest(Segment(0, done.segment.start_s, done.segment.end_s, "what was"), typed="So it is")
    (again,) = of(list(transcriber.redecode(clip, request, options)), SegmentDone)
    assert again.segment.text.startswith("So it is")
    assert len(again.segment.text) > len("So it is")
    assert [word.doubt for word in again.segment.words[:2]] == [0.0, 0.0]
    assert apply_redecoded(request, again.segment).text == again.segment.text
    whole = RedecodeRequest(done.segment)
    (same,) = of(list(transcriber.redecode(clip, whole, options)), SegmentDone)
    assert same.segment.text == done.segment.text


def test_an_interrupted_run_goes_on(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "talk.wav"
    soundfile.write(path, np.concatenate([babble(3.0, 1), np.zeros(2 * RATE_HZ), babble(3.0, 2)]), RATE_HZ)
    transcriber = Transcriber(folder, "cpu")
    first = [event.segment for event in of(list(transcriber.transcribe(path, TranscribeOptions("en"))), SegmentDone)]
    spoken = [segment for segment in first if segment.ended != "silence"]
    assert len(spoken) == 2
    again = list(transcriber.transcribe(path, TranscribeOptions("en"), finished=spoken[:1]))
    resumed = {event.segment.index: event.resumed for event in of(again, SegmentDone)}
    assert resumed[spoken[0].index]
    assert not resumed[spoken[1].index]
    (end,) = of(again, TranscriptDone)
    assert [segment.text for segment in end.transcript.segments if segment.text] == [s.text for s in spoken]


def test_closing_ends_within_a_token(folder: Path, clip: Path) -> None:
    events = Transcriber(folder, "cpu").transcribe(clip, TranscribeOptions("en"))
    while not isinstance(next(events), TokenWritten):
        pass
    events.close()
    assert list(events) == []


def test_what_needs_a_canvas_says_so(folder: Path) -> None:
    with pytest.raises(ModelError, match="Whisper small has no canvas"):
        _ = Transcriber(folder, "cpu").model


def test_the_command_line_shows_both(
    folder: Path, clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tiny.write(tmp_path / "tiny", tiny.model(segment_s=8.0))
    arguments = ["compare", str(clip), "--model", str(model), "--language", "en", "--steps", "3", "--device", "cpu"]
    assert main.main([*arguments, "--whisper", str(folder), "--watch"]) == 0
    out, err = capsys.readouterr()
    assert "Tiny random model (cpu" in out
    assert "Whisper small (cpu" in out
    assert " tokens" in out
    assert "% of the words are the same." in out
    assert err.count(" s  ") == 2, "both last pictures"
    with pytest.raises(ValueError, match="steps"):
        TranscribeOptions(steps=99)
    assert main.main([*arguments[:-4], "--steps", "99"]) == 2
