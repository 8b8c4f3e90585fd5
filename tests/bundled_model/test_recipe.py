"""The whole recipe of the bundled model at toy size: speech is made, trained on, shipped, loaded by the app and read.

Real speech (espeak-ng), the real frozen encoder, a plan's stages as people run them. What comes out is far too small and too
little trained to know a word: looked at is that every stage hands on what the next one needs, and that the losses fall.
"""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from app import paths
from app.speech import TranscribeOptions, load
from app.speech.events import CanvasStep, TranscriptDone

from . import RECIPE

ROOT = Path(__file__).parents[2]
ENCODERS = [folder / "encoder" for folder in paths.bundled_models() if (folder / "encoder" / "config.json").is_file()]
UTTERANCES = 20
STEPS = 80
SENTENCES = {
    "en": ["The lamp is on.", "We walk to the old harbour.", "Nobody answered the door.", "It rains again today."],
    "de": ["Die Lampe ist an.", "Wir gehen zum alten Hafen.", "Niemand kam an die Tür.", "Heute regnet es wieder."],
}
PLAN = f"""
stages = ["corpus", "filter", "first", "ngrams", "denoiser", "export"]
workers = 1
[corpus]
shards = 1
utterances_per_shard = {UTTERANCES}
engines = {{ en = {{ espeak = 0.95, noise = 0.05 }}, de = {{ espeak = 0.95, noise = 0.05 }} }}
[train.first]
losses = "all"
max_steps = {STEPS}
vocab_size = 400
hidden = 64
layers = 2
heads = 2
mlp = 96
expert = 32
projector_hidden = 64
blocks = 1
frames_per_batch = 2500
[ngrams]
tokenizer = "first"
[train.denoiser]
losses = "denoiser"
begin = "first"
mean_with = "first"
older = "first"
older_shares.en = [0, 0.5]
layout = "alignment"
max_steps = 30
frames_per_batch = 2500
fusions = [[1.0, 2.5, 0.45]]
draft_share = 0.25
rollout_fraction = 0.5
denoise_fraction = 0.5
spliced_fraction = 0.5
clips_per_language = 10
[export]
run = "first"
name = "toy"
title = "Toy"
start = "noise"
draft_share = 0.4
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"),
    pytest.mark.skipif(not ENCODERS, reason="no bundled model in this checkout, so no encoder"),
]


def make(plan: Path, *stages: str) -> str:
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, RECIPE / "make.py", *stages, "--plan", plan, "--into", plan.parent],
        capture_output=True, text=True, timeout=800, check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan of which every stage is done, in the folder where everything was made."""
    folder = tmp_path_factory.mktemp("made")
    for name in ("sentences", "manuals"):
        (folder / name).mkdir()
        for language, lines in SENTENCES.items():
            texts = json.dumps({"train": lines, "held_out": []})
            (folder / name / f"{language}.json").write_text(texts, encoding="utf-8")
    path = folder / "plan.toml"
    path.write_text(PLAN, encoding="utf-8")
    make(path, "all")
    return path


@pytest.fixture
def corpus(plan: Path) -> Path:
    return plan.parent / "corpus"


@pytest.fixture
def model(plan: Path) -> Path:
    return plan.parent / "toy"


def log_of(run: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (run / "log.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("language", SENTENCES)
def test_a_shard_says_what_is_in_it(corpus: Path, language: str) -> None:
    rows = json.loads((corpus / f"{language}-0000.json").read_text(encoding="utf-8"))
    frames = np.load(corpus / f"{language}-0000.npy")
    assert len(rows) == UTTERANCES
    assert sum(row["frames"] for row in rows) == len(frames)
    assert [row["start"] for row in rows] == [sum(r["frames"] for r in rows[:n]) for n in range(UTTERANCES)]
    assert np.isfinite(frames).all()
    for row in rows:
        assert row["language"] == language
        assert row["frames"] == pytest.approx(row["seconds"] * 50, abs=1)
        assert bool(row["text"]) == (row["engine"] == "espeak")
        assert all(sentence in row["text"] for sentence in SENTENCES[language] if row["text"] == sentence)


def test_the_losses_fall(plan: Path) -> None:
    lines = log_of(plan.parent / "first")
    assert lines[-1]["step"] == STEPS
    for name in ("ctc", "ar", "diffusion"):
        assert all(math.isfinite(line[name]) for line in lines)
        assert lines[-1][name] < lines[0][name], name


def test_what_is_done_is_skipped_and_a_longer_run_goes_on(plan: Path, tmp_path: Path) -> None:
    again = Path(shutil.copytree(plan.parent, tmp_path / "made")) / plan.name
    assert len(re.findall(r"^\w+ +done in [\d.]+ min$", make(again, "status"), re.M)) == 6
    again.write_text(PLAN.replace(f"max_steps = {STEPS}", f"max_steps = {STEPS + 20}"), encoding="utf-8")
    said = make(again, "corpus", "first")
    assert re.search(r"^== corpus: done in [\d.]+ min\n== first: done in [\d.]+ min, but by other settings", said, re.M)
    before, after = log_of(again.parent / "first")[-2:]
    assert (before["step"], after["step"]) == (STEPS, STEPS + 20)
    assert after["ar"] < log_of(again.parent / "first")[0]["ar"]


def test_the_denoiser_is_taught_alone(plan: Path) -> None:
    """It begins with another run's weights and leaves projector and embeddings alone.

    Half of its steps practise denoising, and half of them train on spliced sentences.
    """
    [line] = log_of(plan.parent / "denoiser")
    assert line["step"] == 30
    assert "ctc" not in line
    assert math.isfinite(line["ar"])
    assert math.isfinite(line["diffusion"])
    before, after = (
        torch.load(plan.parent / run / "last.pt", weights_only=True)["model"] for run in ("first", "denoiser")
    )
    moved = {name for name, value in after.items() if not torch.equal(value, before[name])}
    assert not {name for name in moved if name.startswith("projector.") or "embed_tokens" in name or "lm_head" in name}
    assert any("decoder.layers" in name for name in moved)


def test_the_app_loads_what_was_shipped_and_denoises_with_it(model: Path, tmp_path: Path) -> None:
    transcriber = load(model, "cpu")
    spec = transcriber.model.spec
    assert set(SENTENCES) <= set(spec.languages)
    assert spec.training["steps"] == STEPS
    assert (spec.start, spec.draft_share, spec.draft_weight) == ("noise", 0.4, 0)
    assert spec.fusion is not None
    assert transcriber.model.ngrams is not None
    assert set(transcriber.model.ngrams) == set(SENTENCES)
    for language, lines in SENTENCES.items():
        ids = transcriber.model.vocabulary.encode(lines[0])
        assert transcriber.model.ngrams.identify_language(ids, spec.prompt.before[0]) == language
        assert np.exp(transcriber.model.ngrams[language].ctc_prior).sum() == pytest.approx(1, abs=0.05)
    spoken = tmp_path / "spoken.wav"
    subprocess.run(["espeak-ng", "-v", "en", "-w", str(spoken), SENTENCES["en"][1]], check=True, capture_output=True)
    events = list(transcriber.transcribe(spoken, TranscribeOptions(language="en", steps=4, start="draft")))
    steps = [event for event in events if isinstance(event, CanvasStep)]
    assert 1 <= len(steps) <= 4 * len(events[-1].transcript.segments)  # type: ignore[union-attr]
    assert isinstance(events[-1], TranscriptDone)
    assert events[-1].transcript.duration_s == pytest.approx(soundfile.info(spoken).duration, abs=0.01)


def test_what_it_learned_is_in_the_files(model: Path) -> None:
    """The weights that were shipped are those that were trained, in half precision, and small."""
    for name in ("adapter.json", "adapter.safetensors", "backbone/model.safetensors", "tokenizer.json"):
        assert 0 < (model / name).stat().st_size < 4e6
    training = json.loads((model / "adapter.json").read_text(encoding="utf-8"))["training"]
    assert training["settings"]["hidden"] == 64
