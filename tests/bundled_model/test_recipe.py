"""The whole recipe of the bundled model at toy size: speech is made, trained on, shipped, loaded by the app and read.

Real speech (espeak-ng), the real frozen encoder, the scripts as people run them. What comes out is far too small and too
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
from app.speech.model.assembly import load_model

from . import RECIPE

ROOT = Path(__file__).parents[2]
ENCODERS = [folder / "encoder" for folder in paths.bundled_models() if (folder / "encoder" / "config.json").is_file()]
UTTERANCES = 20
STEPS = 150
TOY = "vocab_size=400 hidden=64 layers=2 heads=2 mlp=96 expert=32 projector_hidden=64 blocks=1 frames_per_batch=2500".split()
SENTENCES = {
    "en": ["The lamp is on.", "We walk to the old harbour.", "Nobody answered the door.", "It rains again today."],
    "de": ["Die Lampe ist an.", "Wir gehen zum alten Hafen.", "Niemand kam an die Tür.", "Heute regnet es wieder."],
}
BUILD = """
import json, sys
from pathlib import Path
folder, encoder, sentences, count = Path(sys.argv[2]), Path(sys.argv[3]), json.loads(sys.argv[4]), int(sys.argv[5])
sys.path.insert(0, sys.argv[1])
import corpus
corpus.UTTERANCES_PER_SHARD = count
listener = corpus.AcousticEncoder.from_folder(encoder)
for number, (language, texts) in enumerate(sentences.items()):
    synthesizer = corpus.Synthesizer(language, texts, [], None, {"espeak": 0.95, "noise": 0.05}, False)
    corpus.build_shard(f"{language}-0000", number, folder, synthesizer, listener)
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"),
    pytest.mark.skipif(not ENCODERS, reason="no bundled model in this checkout, so no encoder"),
]


def run(*arguments: str | Path) -> str:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=800,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    run("-c", BUILD, RECIPE, folder, ENCODERS[0], json.dumps(SENTENCES), str(UTTERANCES))
    return folder


@pytest.fixture(scope="module")
def trained(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    train = [RECIPE / "train.py", "--corpus", corpus, "--out", folder, "--processes", "1"]
    run(*train, "--max-steps", str(STEPS), "--set", *TOY)
    return folder


@pytest.fixture(scope="module")
def model(corpus: Path, trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts, folder = tmp_path_factory.mktemp("texts"), tmp_path_factory.mktemp("models") / "toy"
    for language, lines in SENTENCES.items():
        (texts / f"{language}.json").write_text(json.dumps({"train": lines}), encoding="utf-8")
    run(RECIPE / "ngrams.py", "--sentences", texts, "--tokenizer", trained / "tokenizer.json", "--into", texts)
    shipped = ["--ngrams", texts / "ngrams.safetensors", "--encoder", ENCODERS[0], "--into", folder]
    run(RECIPE / "export.py", "--run", trained, "--corpus", corpus, *shipped)
    return folder


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


def test_the_losses_fall(trained: Path) -> None:
    lines = [json.loads(line) for line in (trained / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines[-1]["step"] == STEPS
    for name in ("ctc", "ar", "diffusion"):
        assert all(math.isfinite(line[name]) for line in lines)
        assert lines[-1][name] < lines[0][name], name


def test_a_run_goes_on_where_it_ended(corpus: Path, trained: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(trained, tmp_path / "run")
    train = [RECIPE / "train.py", "--corpus", corpus, "--out", folder, "--processes", "1", "--resume"]
    run(*train, "--max-steps", str(STEPS + 50), "--set", *TOY)
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    before, after = lines[-2], lines[-1]
    assert (before["step"], after["step"]) == (STEPS, STEPS + 50)
    assert after["ar"] < lines[0]["ar"]


def test_what_the_peer_mishears_is_not_learned_from(corpus: Path, trained: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(corpus, tmp_path / "corpus")
    kept = every = 0
    for path in folder.glob("*.json"):
        rows = json.loads(path.read_text(encoding="utf-8"))
        for number, row in enumerate(rows):
            row["misheard"] = 0.9 if number % 2 else 0.1
        kept, every = kept + len(rows[::2]), every + len(rows)
        path.write_text(json.dumps(rows), encoding="utf-8")
    begun = ["--begin", trained / "last.pt", "--losses", "ctc", "--processes", "1", "--max-steps", "1"]
    said = run(RECIPE / "train.py", "--corpus", folder, "--out", tmp_path / "run", *begun, "--set", *TOY)
    [used] = map(int, re.findall(r"epoch: (\d+) utterances", said))
    assert every // 4 < used <= kept < every


def test_the_denoiser_is_taught_alone(corpus: Path, model: Path, tmp_path: Path) -> None:
    """The last run begins with a shipped model and leaves encoder and projector alone.

    Half of its steps practise denoising, and half of them train on spliced sentences.
    """
    texts = tmp_path / "texts"
    texts.mkdir()
    for language, lines in SENTENCES.items():
        (texts / f"{language}.json").write_text(json.dumps({"train": lines, "held_out": []}), encoding="utf-8")
    started = [
        "--start-from",
        model,
        "--losses",
        "denoiser",
        "--ngrams",
        model / "ngrams.safetensors",
        "--texts",
        texts,
    ]
    train = [RECIPE / "train.py", "--corpus", corpus, "--out", tmp_path, "--processes", "1", *started]
    run(*train, "--max-steps", "50", "--set", *TOY, "denoise_fraction=0.5")
    [line] = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert "ctc" not in line
    assert math.isfinite(line["ar"])
    assert math.isfinite(line["diffusion"])
    after, before = torch.load(tmp_path / "last.pt", weights_only=True)["model"], load_model(model).state_dict()
    moved = {name for name, value in after.items() if not torch.equal(value, before[name].to(value))}
    assert not {name for name in moved if name.startswith("projector.") or "embed_tokens" in name or "lm_head" in name}
    assert any("decoder.layers" in name for name in moved)


def test_the_app_loads_what_was_shipped_and_denoises_with_it(corpus: Path, model: Path, tmp_path: Path) -> None:
    transcriber = load(model, "cpu")
    spec = transcriber.model.spec
    assert set(SENTENCES) <= set(spec.languages)
    assert spec.training["steps"] == STEPS
    assert spec.fusion is not None
    assert transcriber.model.ngrams is not None
    assert set(transcriber.model.ngrams) == set(SENTENCES)
    for language, lines in SENTENCES.items():
        ids = transcriber.model.vocabulary.encode(lines[0])
        assert transcriber.model.ngrams.identify_language(ids, spec.prompt.before[0]) == language
        assert np.exp(transcriber.model.ngrams[language].ctc_prior).sum() == pytest.approx(1, abs=0.05)
    spoken = tmp_path / "spoken.wav"
    subprocess.run(["espeak-ng", "-v", "en", "-w", str(spoken), SENTENCES["en"][1]], check=True, capture_output=True)
    events = list(transcriber.transcribe(spoken, TranscribeOptions(language="en", steps=4)))
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
