"""The model that ships with the app, on the samples that ship with it: real weights, real speech, known texts.

A checkout without ``resources/models`` skips all of this. One that has the folder must have a model in it that works.
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
from app.cli import main
from app.errors import AudioError, ModelError
from app.languages import LANGUAGES
from app.models import hardware
from app.speech import TranscribeOptions, Transcriber, Transcript, load, transcribe
from app.speech.audio import decode
from app.speech.decoding.script_mask import can_write
from app.speech.events import CanvasStep, TranscriptDone

from .conftest import RATE_HZ, tone

MODELS = paths.resources_folder() / "models"
pytestmark = [
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


def listed() -> list[Sample]:
    """The samples with a known text; empty where there is no listing, which a test below objects to."""
    listing = paths.resources_folder() / "samples" / "samples.json"
    if not listing.is_file():
        return []
    rows = json.loads(listing.read_text(encoding="utf-8"))
    return [
        Sample(listing.parent / name, row["language"], row["text"], float(row["max_error"]))
        for name, row in rows.items()
    ]


SAMPLES = listed()
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.name)


@pytest.fixture(scope="module")
def model() -> Transcriber:
    return load("bundled", "cpu")


def units(text: str, language: str) -> list[str]:
    """What errors are counted in: words, or characters, without case and punctuation."""
    plain = "".join(c for c in text.lower() if unicodedata.category(c)[0] in "LNM" or c.isspace())
    return plain.split() if LANGUAGES[language].error_metric == "WER" else list("".join(plain.split()))


def error_rate(got: str, sample: Sample) -> float:
    """Edits from the known text to what was read, as a share of the known text."""
    said, wanted = units(got, sample.language), units(sample.text, sample.language)
    row = np.arange(len(wanted) + 1)
    for number, unit in enumerate(said, 1):
        substituted = row[:-1] + np.array([unit != other for other in wanted])
        best = np.minimum(row[1:] + 1, substituted)
        row = np.concatenate([[number], best])
        row = np.minimum.accumulate(row - np.arange(len(row))) + np.arange(len(row))  # insertions, left to right
    return float(row[-1]) / len(wanted)


@pytest.mark.parametrize(
    ("got", "rate"), [("a b c", 0.0), ("A, b c!", 0.0), ("a c", 1 / 3), ("a x c d", 2 / 3), ("", 1.0), ("c a b", 2 / 3)]
)
def test_the_yardstick(got: str, rate: float) -> None:
    assert error_rate(got, Sample(Path(), "en", "a b c", 0.0)) == pytest.approx(rate)


def test_every_sample_has_a_known_text() -> None:
    assert SAMPLES
    assert {sample.path for sample in SAMPLES} == set(paths.sample_clips())
    assert all(units(sample.text, sample.language) for sample in SAMPLES)
    assert all(0 <= sample.max_error < 0.5 for sample in SAMPLES)


def test_a_model_is_installed_and_names_what_it_is(model: Transcriber) -> None:
    spec = model.model.spec
    assert spec.training
    assert set(spec.languages) <= set(LANGUAGES)
    assert {sample.language for sample in SAMPLES} <= set(spec.languages)
    assert spec.assumptions == ()


@each_sample
@pytest.mark.parametrize("steps", [8, 16])
def test_it_reads_its_samples(model: Transcriber, sample: Sample, steps: int) -> None:
    transcript = transcribe(sample.path, model, max_steps=steps)
    assert error_rate(transcript.text, sample) <= sample.max_error, transcript.text
    check_times(transcript)


@each_sample
def test_every_start_leads_there(model: Transcriber, sample: Sample) -> None:
    """Another seed, the language said, and the CTC draft, which is there at once and needs no more steps."""
    said = TranscribeOptions(language=sample.language, seed=1, observe=False)
    drafted = TranscribeOptions(draft="ctc", observe=False)
    plain = transcribe(sample.path, model)
    for options in (said, drafted):
        transcript = done(model, sample.path, options)
        assert error_rate(transcript.text, sample) <= sample.max_error, transcript.text
    assert steps_of(transcript) <= steps_of(plain)


@each_sample
def test_the_same_seed_gives_the_same_transcript(model: Transcriber, sample: Sample) -> None:
    one, other = (transcribe(sample.path, model, max_steps=8, seed=3) for _ in range(2))
    assert one.segments == other.segments


@each_sample
def test_it_listens(model: Transcriber, sample: Sample) -> None:
    """The text follows the sound: backwards it is another, and each clip is closest to its own text."""
    sound = decode.read(sample.path)
    forwards = transcribe(sound, model).text
    backwards = transcribe(np.ascontiguousarray(sound[::-1]), model).text
    assert error_rate(backwards, sample) > max(0.5, 2 * error_rate(forwards, sample))
    for other in SAMPLES:
        if other is not sample and other.language == sample.language:
            assert error_rate(forwards, other) > error_rate(forwards, sample)


@each_sample
def test_pauses_stay_empty_and_times_follow_the_sound(model: Transcriber, sample: Sample) -> None:
    """The clip twice, with four seconds of silence before, between and behind."""
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
def test_what_is_said_is_supported_by_the_sound(model: Transcriber, sample: Sample) -> None:
    """Words that were read from this sound are better supported than the same canvas's words would be by chance."""
    words = [word for segment in transcribe(sample.path, model).segments for word in segment.words]
    assert all(0 <= word.support <= 1 and 0 <= word.confidence <= 1 for word in words)
    assert np.mean([word.support for word in words]) > 0.1


@pytest.mark.parametrize("kind", ["silence", "noise", "hum", "next to nothing"])
def test_where_nobody_speaks_there_is_no_text(model: Transcriber, kind: str) -> None:
    noise = np.random.default_rng(0).standard_normal(6 * RATE_HZ).astype(np.float32)
    sound = {
        "silence": np.zeros(6 * RATE_HZ, np.float32),
        "noise": 0.1 * noise,
        "hum": tone(6.0, 100.0),
        "next to nothing": np.zeros(1, np.float32),
    }[kind]
    with pytest.raises(AudioError, match="Nobody speaks"):
        transcribe(sound, model)


@each_sample
def test_every_step_is_shown(model: Transcriber, sample: Sample) -> None:
    events = list(model.transcribe(sample.path, TranscribeOptions(steps=8)))
    steps = [event for event in events if isinstance(event, CanvasStep)]
    transcript = events[-1].transcript  # type: ignore[union-attr]
    for segment in transcript.segments:
        own = [step for step in steps if step.segment == segment.index]
        assert [step.step for step in own] == list(range(1, segment.steps + 1))
        if own:
            assert own[-1].entropy.mean() < own[0].entropy.mean()  # it annealed
            ids, _ = model.model.vocabulary.truncate_at_end(own[-1].argmax_ids.tolist())
            assert model.model.vocabulary.decode(ids) == segment.text


def test_a_language_it_has_no_letters_for_is_refused(model: Transcriber) -> None:
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
    """Segments tile the source; words lie in order inside their segments and make up their texts."""
    assert transcript.segments[0].start_s == 0
    assert transcript.segments[-1].end_s == pytest.approx(transcript.duration_s)
    assert all(one.end_s == other.start_s for one, other in pairwise(transcript.segments))
    for segment in transcript.segments:
        edges = [segment.start_s, *(at for word in segment.words for at in (word.start_s, word.end_s)), segment.end_s]
        assert edges == sorted(edges)
        assert bool(segment.words) == bool(segment.text)


def done(model: Transcriber, source: Path, options: TranscribeOptions) -> Transcript:
    """The transcript with any options."""
    return next(e.transcript for e in model.transcribe(source, options) if isinstance(e, TranscriptDone))


def steps_of(transcript: Transcript) -> int:
    return sum(segment.steps for segment in transcript.segments)
