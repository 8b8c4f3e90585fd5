"""The reference runner: what it refuses and observes, and that it stops; its repository really runs a tiny model."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from app.cli import main
from app.errors import ModelError
from app.models.catalog import PUBLISHED_CHECKPOINT
from app.speech.baselines.adapter_code import ReferenceRunner, extract_text, find_backbone
from app.speech.events import CanvasStep, SegmentDone, SegmentStarted, SourceSegmented, TranscriptDone
from app.speech.options import TranscribeOptions
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

REVISION = "0123456789abcdef0123456789abcdef01234567"
MODEL = """
import torch
from torch import nn
from transformers import DiffusionGemmaForBlockDiffusion
from app.speech.model.assembly import text_only_config

class ASR(nn.Module):
    def __init__(self, text):
        super().__init__()
        torch.manual_seed(0)
        self.backbone = DiffusionGemmaForBlockDiffusion(text_only_config(dict(text))).eval()
        with torch.no_grad():
            for name, weight in self.backbone.named_parameters():
                if name.endswith("proj.weight"):
                    weight.normal_(std=0.3)
"""
AUDIO = """
def token_ids(wav):
    return [7 + int(abs(float(x)) * 1000) % 50 for x in wav[:5]]
"""
INFERENCE = """
import torch
from model import ASR
from audio import token_ids

WAYS = "generate"

def load(path, device="cpu"):
    settings = torch.load(path, weights_only=True)
    model = ASR(settings["text"]).to(device)
    model.ways = settings["way"]
    return model, "tok", "fe"

@torch.no_grad()
def transcribe(wav, model, tok, fe, max_steps=16):
    import audio  # imported late, as some do
    ids = torch.tensor([audio.token_ids(wav)])
    if model.ways == "fail":
        raise RuntimeError("out of luck")
    if model.ways == "swallow":
        try:
            return run(model, ids, max_steps)
        except Exception:
            return "swallowed"
    if model.ways == "own loop":
        return own_loop(model.backbone, ids, max_steps)
    return run(model, ids, max_steps)

def run(model, ids, max_steps):
    out = model.backbone.generate(
        input_ids=ids, max_new_tokens=6, max_denoising_steps=max_steps, confidence_threshold=1e-9,
    )
    return {"text": " ".join(map(str, out.sequences[0, ids.shape[1]:].tolist()))}

def own_loop(backbone, ids, max_steps):
    canvas = torch.randint(0, 96, (1, 6))
    cache = backbone.model.encoder(input_ids=ids).past_key_values
    for _ in range(max_steps):
        logits = backbone(decoder_input_ids=canvas, past_key_values=cache).logits
        backbone.lm_head(torch.zeros(1, 3, 16))  # a CTC reading on the side
        canvas = logits.argmax(-1)
    return " ".join(map(str, canvas[0].tolist())), 0.5
"""


def repository(folder: Path, way: str = "generate") -> Path:
    folder.mkdir(parents=True)
    torch.save({"text": tiny.TEXT, "way": way}, folder / PUBLISHED_CHECKPOINT)
    for name, code in (("model.py", MODEL), ("audio.py", AUDIO), ("inference.py", INFERENCE)):
        (folder / name).write_text(code)
    return folder


@pytest.fixture
def clean() -> Iterator[None]:
    """Nothing of the adapter's stays behind: modules, finders, threads."""
    names, finders, threads = (
        set(sys.modules) & {"model", "audio", "inference"},
        list(sys.meta_path),
        threading.active_count(),
    )
    yield
    assert set(sys.modules) & {"model", "audio", "inference"} == names
    assert sys.meta_path == finders
    assert threading.active_count() == threads


def runner(folder: Path) -> ReferenceRunner:
    return ReferenceRunner(folder, REVISION, REVISION)


@pytest.mark.parametrize(
    ("revision", "agreed", "why"),
    [
        ("main", "main", "no full commit hash"),
        ("", "", "no full commit hash"),
        (REVISION, None, "you agreed to none"),
        (REVISION, REVISION[::-1], "you agreed to"),
        (REVISION, REVISION[:7], "you agreed to"),
    ],
)
def test_nothing_runs_without_a_yes_to_exactly_this_revision(
    tmp_path: Path, revision: str, agreed: str, why: str
) -> None:
    folder = repository(tmp_path / "adapter")
    (folder / "inference.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    with pytest.raises(ModelError, match=why):
        ReferenceRunner(folder, revision, agreed)
    with pytest.raises(ModelError, match="folder holds revision"):
        ReferenceRunner(repository(tmp_path / "snapshots" / REVISION[::-1]), REVISION, REVISION)
    assert not (tmp_path / "ran").exists()


@pytest.mark.usefixtures("clean")
def test_its_steps_are_observed_as_they_happen(tmp_path: Path) -> None:
    """The canvas, argmax and text are those of ``generate()`` itself, whose own draws and settings are recomputed here."""
    steps = 6
    events = list(
        runner(repository(tmp_path / "adapter")).transcribe_clip(
            tiny.clip(1.0), steps=steps, seed=4, segment=2, start_s=7.0
        )
    )
    started, *seen, done = events
    assert isinstance(started, SegmentStarted)
    assert (started.segment, started.start_s, started.end_s, started.canvas_length) == (2, 7.0, 8.0, 6)
    assert all(isinstance(step, CanvasStep) for step in seen)
    assert [step.step for step in seen] == list(range(1, len(seen) + 1))
    assert 1 < len(seen) <= steps
    assert isinstance(done, SegmentDone)
    last = seen[-1]
    assert done.segment.text == " ".join(map(str, last.argmax_ids.tolist()))
    assert (done.segment.steps, done.segment.index) == (len(seen), 2)
    torch.manual_seed(4)
    assert seen[0].canvas.tolist() == torch.randint(0, tiny.VOCAB, (1, 6))[0].tolist()
    for step, next_step in pairwise(seen):
        assert np.array_equal(step.accepted, next_step.canvas == step.argmax_ids)
    for step in seen:
        assert step.top_ids.shape == step.top_probs.shape == (6, 5)
        assert np.array_equal(step.top_ids[:, 0], step.argmax_ids)
        assert (step.entropy >= 0).all()
        assert step.step_ms > 0


@pytest.mark.usefixtures("clean")
def test_entropy_is_that_of_the_tempered_prediction(tmp_path: Path) -> None:
    from transformers.models.diffusion_gemma.generation_diffusion_gemma import EntropyBoundSampler

    known = []
    accept = EntropyBoundSampler.accept_canvas

    def spy(self, current, candidate, logits, step):
        known.append(torch.distributions.Categorical(logits=logits).entropy()[0].numpy())
        return accept(self, current, candidate, logits, step)

    EntropyBoundSampler.accept_canvas = spy
    try:
        events = list(runner(repository(tmp_path / "adapter")).transcribe_clip(tiny.clip(1.0), steps=5))
    finally:
        EntropyBoundSampler.accept_canvas = accept
    seen = [event for event in events if isinstance(event, CanvasStep)]
    assert len(seen) == len(known) > 2
    for step, entropy in zip(seen, known, strict=True):
        assert np.allclose(step.entropy, entropy, atol=2e-3)


@pytest.mark.usefixtures("clean")
def test_another_way_of_running_the_model_is_observed_too(tmp_path: Path) -> None:
    events = list(runner(repository(tmp_path / "adapter", "own loop")).transcribe_clip(tiny.clip(1.0), steps=4))
    seen = [event for event in events if isinstance(event, CanvasStep)]
    assert len(seen) == 4
    assert all(step.accepted.all() for step in seen[:-1])
    assert isinstance(events[-1], SegmentDone)
    assert events[-1].segment.text == " ".join(map(str, seen[-1].argmax_ids.tolist()))
    assert events[-1].segment.ended == "step limit"


@pytest.mark.usefixtures("clean")
@pytest.mark.parametrize("way", ["generate", "swallow"])
def test_closing_stops_between_two_steps(tmp_path: Path, way: str) -> None:
    made = runner(repository(tmp_path / "adapter", way))
    events = made.transcribe_clip(tiny.clip(1.0), steps=48)
    next(events)
    next(events)
    assert threading.active_count() > 1
    events.close()  # type: ignore[attr-defined]
    again = list(made.transcribe_clip(tiny.clip(1.0), steps=2))  # and it can be used again
    assert isinstance(again[-1], SegmentDone)
    assert not made.backbone.lm_head._forward_hooks  # type: ignore[union-attr]


@pytest.mark.usefixtures("clean")
def test_the_command_line_runs_what_was_agreed_to_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tiny.write(tmp_path / "model", tiny.model())
    snapshot = repository(tmp_path / "snapshots" / REVISION)
    talk = tmp_path / "talk.wav"
    sound = np.concatenate([babble(2.0, 1), np.zeros(3 * RATE_HZ, np.float32), babble(2.0, 2)])
    soundfile.write(talk, sound, RATE_HZ, subtype="FLOAT")
    asked = ["compare", str(talk), "--model", str(model), "--steps", "3", "--device", "cpu", "--reference"]
    for folder, agreed, why in (
        (snapshot, [], "you agreed to none"),
        (snapshot, ["--agree", REVISION[::-1]], "you agreed to"),
        (repository(tmp_path / "loose"), ["--agree", REVISION], "no full commit hash"),
    ):
        assert main.main([*asked, str(folder), *agreed]) == main.FAILED
        assert why in capsys.readouterr().err
    assert main.main([*asked, str(snapshot), "--agree", REVISION]) == main.DONE
    out = capsys.readouterr().out
    assert "Tiny random model (cpu" in out
    assert "The adapter's own code, revision 01234567 (cpu)" in out
    assert "% of the words are the same." in out
    assert out.count(" steps\n") == 2
    events = list(runner(snapshot).transcribe_file(talk, TranscribeOptions(steps=3)))
    assert isinstance(events[0], SourceSegmented)
    assert isinstance(events[-1], TranscriptDone)
    transcript = events[-1].transcript
    assert transcript.text in out
    assert [segment.index for segment in transcript.segments] == list(range(len(events[0].spans_s)))
    assert sum(bool(segment.text) for segment in transcript.segments) == 2
    assert any(segment.ended == "silence" for segment in transcript.segments)


@pytest.mark.usefixtures("clean")
def test_its_failures_are_model_errors(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="out of luck"):
        list(runner(repository(tmp_path / "a", "fail")).transcribe_clip(tiny.clip(1.0)))
    folder = repository(tmp_path / "b")
    (folder / "inference.py").write_text("import nothing_of_that_name")
    with pytest.raises(ModelError, match="nothing_of_that_name"):
        runner(folder).load()
    (folder / "inference.py").unlink()
    with pytest.raises(ModelError, match=r"no inference\.py"):
        runner(folder).load()


@pytest.mark.usefixtures("clean")
def test_two_repositories_stay_apart(tmp_path: Path) -> None:
    one, two = repository(tmp_path / "one"), repository(tmp_path / "two", "own loop")
    (one / "audio.py").write_text("def token_ids(wav):\n    return [8, 9, 10]\n")
    first, second = runner(one), runner(two)
    first.load()
    second.load()
    assert len(list(first.transcribe_clip(tiny.clip(1.0), steps=2))) == 4
    assert len(list(second.transcribe_clip(tiny.clip(1.0), steps=2))) == 4
    assert first.inference.token_ids(np.zeros(5)) == [8, 9, 10]  # type: ignore[union-attr]
    assert not list(one.glob("__pycache__"))


def test_the_backbone_is_found_and_the_text_read() -> None:
    backbone = tiny.backbone()

    class Holder:
        def __init__(self) -> None:
            self.inner = torch.nn.ModuleDict({"deep": backbone})

    assert find_backbone(backbone) is find_backbone(Holder()) is backbone
    assert find_backbone(object()) is None
    assert extract_text(" a ") == extract_text({"text": "a"}) == extract_text((1, "a")) == "a"
    with pytest.raises(ModelError):
        extract_text(3)
