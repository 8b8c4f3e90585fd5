"""The bundled model on the bundled samples: real weights, real speech, known texts.

A checkout without ``resources/models`` skips all of this. One that has the folder must have a working model in it.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from app import paths
from app.bench.wer import edit_distance
from app.cli import main
from app.errors import AudioError, ModelError, NoSpeechError
from app.languages import LANGUAGES
from app.models import hardware
from app.speech import TranscribeOptions, Transcriber, Transcript, load, transcribe
from app.speech.audio import decode
from app.speech.decoding.script_mask import can_write
from app.speech.events import CanvasStep, TranscriptDone

from .conftest import RATE_HZ, tone

MODELS = paths.resources_folder() / "models"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not MODELS.exists(), reason="no bundled model in this checkout yet"),
    pytest.mark.timeout(600),
]


@dataclass(frozen=True)
class Sample:
    path: Path
    language: str
    text: str
    max_error: float
    """The largest share of words (or characters) that may be wrong."""


def read_samples() -> list[Sample]:
    """The samples with a known text; empty without ``samples.json``, where a test below fails."""
    listing = paths.resources_folder() / "samples" / "samples.json"
    if not listing.is_file():
        return []
    rows = json.loads(listing.read_text(encoding="utf-8"))
    return [
        Sample(listing.parent / name, row["language"], row["text"], float(row["max_error"]))
        for name, row in rows.items()
    ]


SAMPLES = read_samples()
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.name)


@pytest.fixture(scope="module")
def model() -> Transcriber:
    return load("bundled", "cpu")


def error_units(text: str, language: str) -> list[str]:
    """Words, or characters, without case and punctuation. Independent of the normalizer that ``bench`` uses."""
    plain = "".join(c for c in text.lower() if unicodedata.category(c)[0] in "LNM" or c.isspace())
    return plain.split() if LANGUAGES[language].error_metric == "WER" else list("".join(plain.split()))


def error_rate(text: str, sample: Sample) -> float:
    """Edits between a text and the sample's, per unit of the sample's."""
    reference = error_units(sample.text, sample.language)
    return edit_distance(reference, error_units(text, sample.language)) / len(reference)


@pytest.mark.parametrize(
    ("text", "rate"),
    [("a b c", 0.0), ("A, b c!", 0.0), ("a c", 1 / 3), ("a x c d", 2 / 3), ("", 1.0), ("c a b", 2 / 3)],
)
def test_errors_are_counted_per_unit_of_the_known_text(text: str, rate: float) -> None:
    assert error_rate(text, Sample(Path(), "en", "a b c", 0.0)) == pytest.approx(rate)


def test_every_sample_has_a_known_text() -> None:
    assert SAMPLES
    assert {sample.path for sample in SAMPLES} == set(paths.sample_clips())
    assert all(error_units(sample.text, sample.language) for sample in SAMPLES)
    assert all(0 <= sample.max_error < 0.5 for sample in SAMPLES)


def test_a_model_is_installed_and_names_what_it_is(model: Transcriber) -> None:
    spec = model.model.spec
    assert spec.training
    assert set(spec.languages) <= set(LANGUAGES)
    assert {sample.language for sample in SAMPLES} <= set(spec.languages)
    assert spec.assumptions == ()


@each_sample
@pytest.mark.parametrize("steps", [8, 16])
def test_it_transcribes_its_samples(model: Transcriber, sample: Sample, steps: int) -> None:
    transcript = transcribe(sample.path, model, max_steps=steps)
    assert error_rate(transcript.text, sample) <= sample.max_error, transcript.text
    check_times(transcript)


@each_sample
def test_another_seed_and_the_language_lead_to_the_text(model: Transcriber, sample: Sample) -> None:
    with_language = TranscribeOptions(language=sample.language, seed=1, observe=False)
    transcript = transcribe_with(model, sample.path, with_language)
    assert error_rate(transcript.text, sample) <= sample.max_error, transcript.text


@each_sample
def test_it_hears_the_sample_from_noise_alone(model: Transcriber, sample: Sample) -> None:
    """Worse than from the draft, but every sample is closer to its own text than to silence or to any other."""
    transcript = transcribe_with(model, sample.path, TranscribeOptions(start="noise", observe=False))
    assert transcript.start == "noise"
    error = error_rate(transcript.text, sample)
    assert error < 1.0
    assert all(error < error_rate(transcript.text, other) for other in SAMPLES if other is not sample)


@each_sample
def test_the_same_seed_gives_the_same_transcript(model: Transcriber, sample: Sample) -> None:
    one, other = (transcribe(sample.path, model, max_steps=8, seed=3) for _ in range(2))
    assert one.segments == other.segments


@each_sample
def test_the_text_follows_the_sound(model: Transcriber, sample: Sample) -> None:
    """Backwards it is another text, and each clip is closest to its own."""
    sound = decode.read(sample.path)
    forwards = transcribe(sound, model).text
    backwards = transcribe(np.ascontiguousarray(sound[::-1]), model).text
    assert error_rate(backwards, sample) > max(0.5, 2 * error_rate(forwards, sample))
    for other in SAMPLES:
        if other is not sample and other.language == sample.language:
            assert error_rate(forwards, other) > error_rate(forwards, sample)


@each_sample
def test_pauses_stay_empty_and_times_follow_the_sound(model: Transcriber, sample: Sample) -> None:
    """The clip twice, with four seconds of silence before, between and after."""
    sound, pause = decode.read(sample.path), np.zeros(4 * RATE_HZ, np.float32)
    clip_s = len(sound) / RATE_HZ
    transcript = transcribe(np.concatenate([pause, sound, pause, sound, pause]), model)
    twice = Sample(sample.path, sample.language, f"{sample.text} {sample.text}", sample.max_error)
    assert error_rate(transcript.text, twice) <= sample.max_error + 0.1, transcript.text
    check_times(transcript)
    for word in (word for segment in transcript.segments for word in segment.words):
        in_first = word.start_s >= 3.5 and word.end_s <= 4.5 + clip_s
        in_second = 7.5 + clip_s <= word.start_s and word.end_s <= 8.5 + 2 * clip_s
        assert in_first or in_second, word


@each_sample
def test_words_are_supported_by_the_sound(model: Transcriber, sample: Sample) -> None:
    """Their mean support is far above that of random words."""
    words = [word for segment in transcribe(sample.path, model).segments for word in segment.words]
    assert all(0 <= word.support <= 1 and 0 <= word.confidence <= 1 for word in words)
    assert np.mean([word.support for word in words]) > 0.1


@pytest.mark.parametrize("kind", ["silence", "noise", "hum", "next to nothing"])
def test_sound_without_speech_has_no_text(model: Transcriber, kind: str) -> None:
    noise = np.random.default_rng(0).standard_normal(6 * RATE_HZ).astype(np.float32)
    sound = {
        "silence": np.zeros(6 * RATE_HZ, np.float32),
        "noise": 0.1 * noise,
        "hum": tone(6.0, 100.0),
        "next to nothing": np.zeros(1, np.float32),
    }[kind]
    with pytest.raises(AudioError, match="No speech found"):
        transcribe(sound, model)


@pytest.mark.parametrize("language", ["auto", "en", "zh"])
def test_a_busy_tone_has_no_text(model: Transcriber, language: str) -> None:
    """It is no speech, so nothing is decoded."""
    times = np.arange(6 * RATE_HZ) / RATE_HZ
    tone_pair = np.sin(2 * np.pi * 480 * times) + np.sin(2 * np.pi * 620 * times)
    busy = (0.1 * tone_pair * (times * 2 % 1 < 0.5)).astype(np.float32)
    with pytest.raises(NoSpeechError):
        transcribe(busy, model, language=language)


@each_sample
def test_every_step_is_emitted(model: Transcriber, sample: Sample) -> None:
    events = list(model.transcribe(sample.path, TranscribeOptions(steps=8)))
    steps = [event for event in events if isinstance(event, CanvasStep)]
    transcript = events[-1].transcript  # type: ignore[union-attr]
    assert steps
    for segment in transcript.segments:
        segment_steps = [step for step in steps if step.segment == segment.index]
        assert [step.step for step in segment_steps] == list(range(1, segment.steps + 1))
        if segment_steps:
            assert segment_steps[-1].entropy.mean() < segment_steps[0].entropy.mean()  # it annealed
            ids, _ = model.model.vocabulary.truncate_at_end(segment_steps[-1].argmax_ids.tolist())
            assert model.model.vocabulary.decode(ids) == segment.text


def test_a_language_without_letters_in_its_vocabulary_is_refused(model: Transcriber) -> None:
    for code in LANGUAGES:
        if not can_write(model.model.vocabulary, code):
            with pytest.raises(ModelError, match=f"cannot write {LANGUAGES[code].english}"):
                transcribe(SAMPLES[0].path, model, language=code)


@each_sample
def test_through_the_command_line(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["transcribe", str(sample.path), "--device", "cpu", "--format", "json"]) == main.DONE
    document = json.loads(capsys.readouterr().out)
    assert error_rate(document["text"], sample) <= sample.max_error
    assert document["schema"] == "anneal-transcript-1"
    assert document["duration"] == pytest.approx(len(decode.read(sample.path)) / RATE_HZ, abs=0.01)
    assert document["device"] == str(hardware.verify_device("cpu"))
    assert {"decode", "encode", "prefill", "denoise", "align", "total"} <= set(document["timings"])
    for segment in document["segments"]:
        assert {"start", "end", "text", "ended", "words", "confidence", "steps"} <= set(segment)
        for word in segment["words"]:
            assert segment["start"] <= word["start"] <= word["end"] <= segment["end"]
            assert word["text"] in segment["text"]


def check_times(transcript: Transcript) -> None:
    """Segments tile the source; words are in order inside their segments."""
    assert transcript.segments[0].start_s == 0
    assert transcript.segments[-1].end_s == pytest.approx(transcript.duration_s)
    assert all(one.end_s == other.start_s for one, other in pairwise(transcript.segments))
    for segment in transcript.segments:
        word_edges_s = [edge_s for word in segment.words for edge_s in (word.start_s, word.end_s)]
        edges_s = [segment.start_s, *word_edges_s, segment.end_s]
        assert edges_s == sorted(edges_s)
        assert bool(segment.words) == bool(segment.text)


def transcribe_with(model: Transcriber, source: Path, options: TranscribeOptions) -> Transcript:
    events = model.transcribe(source, options)
    return next(event.transcript for event in events if isinstance(event, TranscriptDone))


def steps_of(transcript: Transcript) -> int:
    return sum(segment.steps for segment in transcript.segments)
