"""Repositories as the paper has them load, and hear what their own code hears."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from app.errors import ModelError
from app.models.adapter.native import read_native
from app.models.adapter.projector_detection import detect_projector
from app.models.adapter.published import convert_to_native, read_published
from app.models.adapter.published_checkpoint import ConfigStandIn
from app.models.adapter.spec import TOWER_PREFIXES, AdapterSpec
from app.models.catalog import PUBLISHED_CHECKPOINT
from app.paths import bundled_models
from app.speech.decoding.prepared_batch import AudioChunk, DecodedChunk
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.model.assembly import load_model, load_published
from app.speech.model.lora import lora_layers
from app.speech.model.projector import Projector
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions
from app.speech.stage_timer import StageTimer
from tests.models import paper_repository, stand_ins
from tests.models.paper_repository import (
    CHAT_PROMPTS,
    LORA_KEYS,
    NAME,
    NORMS,
    PROMPTS,
    projector_code,
    source_audio_tokens,
)
from tests.models.stand_ins import SourceModel
from tests.speech import tiny


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    stand_ins.backbone_folder(folder)
    stand_ins.encoder_folder(folder)
    return folder


def load(root: Path, folder: Path, dtype: torch.dtype = torch.float32) -> SpeechModel:
    return load_published(folder, root / "backbone", root / "whisper", dtype=dtype)


def assert_hears_alike(model: SpeechModel, made: SourceModel, tolerance: float = 1e-6) -> None:
    clip = tiny.clip(2.0)
    with torch.no_grad():
        tokens, counts = model.audio_tokens([clip])
        frames, _ = model.encoder.encode([model.features(clip).mel])
    expected = source_audio_tokens(made, frames.float())
    assert (tokens.shape[1], counts.tolist()) == (188, [13])  # of 30 s, and of the sound
    assert torch.allclose(tokens.float(), expected, atol=tolerance), (tokens - expected).abs().max()


@pytest.mark.parametrize("shows_projector", [True, False])
@pytest.mark.parametrize("norm", NORMS)
def test_the_projector_ends_in_the_norm_that_it_was_trained_with(
    root: Path, tmp_path: Path, norm: str, shows_projector: bool
) -> None:
    made = paper_repository.write(tmp_path / NAME, norm, shows_projector=shows_projector)
    model = load(root, tmp_path / NAME)
    notes = [note for note in model.spec.assumptions if "norm" in note]
    assert bool(notes) is not shows_projector
    if norm == "another epsilon" and not shows_projector:
        assert any("epsilon" in note for note in notes)
    else:
        assert_hears_alike(model, made)


def test_the_projector_with_a_norm_computes_in_fp32(root: Path, tmp_path: Path) -> None:
    made = paper_repository.write(tmp_path / NAME)
    model = load(root, tmp_path / NAME, torch.bfloat16)
    assert {weight.dtype for weight in model.projector.parameters()} == {torch.float32}
    assert {weight.dtype for weight in model.backbone.parameters()} == {torch.bfloat16}
    assert model.dtype == torch.bfloat16
    tokens, counts = model.audio_tokens([tiny.clip(1.0)])
    assert tokens.dtype == torch.bfloat16
    assert model.canvas_logits(model.prefill(tokens, counts), torch.arange(6)[None]).isfinite().all()
    assert_hears_alike(model, made, 2e-2)


def test_the_norm_survives_the_native_layout(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = paper_repository.write(tmp_path / NAME, "another epsilon")
    convert_to_native(tmp_path / NAME, root / "backbone", root / "whisper", tmp_path / "installed")
    for name, part in (("backbone", "backbone"), ("encoder", "whisper")):
        (tmp_path / name).symlink_to(root / part)
    model = load_model(tmp_path / "installed")
    assert model.spec.projector.norm_eps == 1e-2
    assert_hears_alike(model, made)


def read(root: Path, folder: Path) -> AdapterSpec:
    return read_published(folder, root / "backbone", root / "whisper")[0]


def test_what_the_files_do_not_tell_comes_from_the_profile(root: Path, tmp_path: Path) -> None:
    paper_repository.write(tmp_path / NAME)
    spec = read(root, tmp_path / NAME)
    assert (spec.canvas.length, spec.steps, spec.blank_id, spec.ctc_softcap, spec.pad_s) == (192, 8, 0, False, 30.0)
    assert (spec.untrained_tail, spec.default_steps, spec.guidance) == (True, 8, 1.0)
    assert (spec.sampler.entropy_bound, spec.sampler.t_max, spec.sampler.t_min) == (0.1, 0.8, 0.4)
    assert spec.lora is not None
    assert (spec.lora.rank, spec.lora.alpha) == (2, 4.0)  # 16 and 32 in the paper: the same scale
    assert (spec.prompt.before, spec.prompt.after) == ((tiny.BOS, tiny.BOA), (tiny.EOA,))
    told = {
        "canvas length": "paper, inference",
        "steps": "paper, Algorithm 1",
        "LoRA alpha": "paper 3.5",
        "LoRA rank": "checkpoint",
        "audio token": "checkpoint",
        "projector norm": "checkpoint",
        "projector activation": "paper 3.2, Table 1",
        "stability": "assumed",
        "prompt": "assumed",
    }
    assert {name: spec.origins[name] for name in told} == told
    assert not any("LoRA" in note or "canvas" in note or "blank" in note for note in spec.assumptions)
    assert (spec.segment_s, spec.segment_window_s, spec.max_segment_s) == (13.0, 3.0, 14.5)
    assert spec.origins["seconds of a segment"] == "paper, Algorithm 1"
    assert any("1.5 s to either side of 13 s" in note for note in spec.assumptions)


def test_the_files_come_before_the_profile(root: Path, tmp_path: Path) -> None:
    inference = "canvas_length = 96\nnum_denoising_steps = 16\nctc_blank_id = 3\nlora_alpha = 7.0\nTARGET_S = 15.0\n"
    paper_repository.write(tmp_path / NAME, inference=inference)
    spec = read(root, tmp_path / NAME)
    assert spec.lora is not None
    assert (spec.canvas.length, spec.steps, spec.blank_id, spec.lora.alpha) == (96, 16, 3, 7.0)
    assert (spec.segment_s, spec.segment_window_s) == (15.0, 3.0)
    told = ("canvas length", "steps", "CTC blank", "seconds of a segment")
    assert all(spec.origins[name].startswith("inference.py:") for name in told)


def test_the_steps_of_training_are_not_those_of_decoding(root: Path, tmp_path: Path) -> None:
    paper_repository.write(tmp_path / NAME, inference="steps = 20_000\n")
    spec = read(root, tmp_path / NAME)
    assert (spec.steps, spec.origins["steps"]) == (8, "paper, Algorithm 1")


@pytest.mark.parametrize("file", ["inference.py", "model.py"])
@pytest.mark.parametrize("spelling", PROMPTS)
def test_the_prompt_is_read_however_it_is_written(root: Path, tmp_path: Path, spelling: str, file: str) -> None:
    code = PROMPTS[spelling]
    if file == "inference.py":
        paper_repository.write(tmp_path / NAME, inference=code)
    else:
        paper_repository.write(tmp_path / NAME)
        (tmp_path / NAME / file).write_text(stand_ins.IMPORTS + code + paper_repository.MODEL)
    spec = read(root, tmp_path / NAME)
    words = tiny.tokenizer().encode("write this.", add_special_tokens=False).ids
    assert spec.prompt.token_ids(2) == [tiny.BOS, *words, tiny.BOA, tiny.AUDIO, tiny.AUDIO, tiny.EOA]
    assert spec.origins["prompt"] == "files"
    assert not any("prompt" in note for note in spec.assumptions)


@pytest.mark.parametrize("spelling", CHAT_PROMPTS)
def test_a_prompt_of_a_chat_is_read_with_its_turn_marks(root: Path, tmp_path: Path, spelling: str) -> None:
    paper_repository.write(tmp_path / NAME, inference=CHAT_PROMPTS[spelling])
    spec = read(root, tmp_path / NAME)
    user = tiny.tokenizer().encode("user:write this.", add_special_tokens=False).ids
    assert spec.prompt.before == (tiny.BOS, *user, tiny.BOA)
    assert spec.prompt.after == (tiny.EOA, tiny.TURN_END)
    assert any("prompt: as the files have it" in note for note in spec.assumptions)


def test_a_prompt_in_another_order_than_the_papers_is_named(root: Path, tmp_path: Path) -> None:
    inference = 'PROMPT_PREFIX = "<bos><|audio>"\nPROMPT_SUFFIX = "<audio|>write this."\n'
    paper_repository.write(tmp_path / NAME, inference=inference)
    spec = read(root, tmp_path / NAME)
    assert spec.prompt.after[0] == tiny.EOA
    assert len(spec.prompt.after) > 1
    assert any("BOS, instruction, BOA, audio, EOA" in note for note in spec.assumptions)


def test_ctc_without_softcap_reads_the_heads_own_logits(root: Path, tmp_path: Path) -> None:
    paper_repository.write(tmp_path / NAME)
    model = load(root, tmp_path / NAME)
    with torch.no_grad():
        tokens, _ = model.audio_tokens([tiny.clip(1.0)])
        logits = model.ctc_logits(tokens)
        assert torch.equal(logits, model.backbone.lm_head(tokens).float())
        model.spec = replace(model.spec, ctc_softcap=True)
        assert torch.equal(model.ctc_logits(tokens), model.softcap(logits))


def test_the_bundled_models_settings_are_as_before() -> None:
    folder = bundled_models()[0]
    spec = read_native(folder)
    assert (spec.ctc_softcap, spec.projector.norm_eps, spec.steps, spec.origins) == (True, None, None, {})
    assert (spec.segment_s, spec.segment_window_s) == (10.0, None)


def test_the_lora_stands_on_the_attention_of_both_towers_at_the_papers_scale(root: Path, tmp_path: Path) -> None:
    paper_repository.write(tmp_path / NAME)
    model = load(root, tmp_path / NAME)
    layers = dict(lora_layers(model.backbone))
    full = {"q_proj", "k_proj", "o_proj"}  # full attention has no v_proj
    for tower in TOWER_PREFIXES.values():
        for number, kind in enumerate(tiny.TEXT["layer_types"]):
            path = f"{tower}layers.{number}.self_attn."
            names = {name.removeprefix(path) for name in layers if name.startswith(path)}
            assert names == (full if kind == "full_attention" else full | {"v_proj"})
    assert {layer.scaling["default"] for layer in layers.values()} == {2.0}
    assert model.spec.lora is not None
    assert model.spec.lora.per_tower


def test_words_are_timed_by_ctc_of_the_papers_blank_on_the_papers_canvas(root: Path, tmp_path: Path) -> None:
    paper_repository.write(tmp_path / NAME)
    model = load(root, tmp_path / NAME)
    decoder, timer = SegmentDecoder(model), StageTimer()
    with torch.inference_mode():
        batch = decoder.prefill([AudioChunk(0, 0.0, 3.0, tiny.clip(3.0))], TranscribeOptions(), timer)
        assert (batch.canvas_lengths, decoder.blank_id) == ([192], 0)
        assert [len(tokens) for tokens in batch.audio_tokens] == [19]
        best = model.backbone.lm_head(batch.audio_tokens[0]).argmax(-1)  # not softcapped
        collapsed = [int(token) for token in best.unique_consecutive() if token != 0]
        kept = [token for token in collapsed if not model.vocabulary.is_special(token)]
        assert decoder.ctc_text(batch) == [model.vocabulary.decode(kept)]
        (done,) = (
            item
            for item in decoder.decode(batch, TranscribeOptions(steps=2, observe=False), timer)
            if isinstance(item, DecodedChunk)
        )
    assert done.words
    assert all(0.0 <= word.start_s <= word.end_s <= 3.0 for word in done.words)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_projector_without_numbers_is_refused_as_it_is_loaded(root: Path, tmp_path: Path, value: float) -> None:
    paper_repository.write(tmp_path / NAME)
    path = tmp_path / NAME / PUBLISHED_CHECKPOINT
    with torch.serialization.safe_globals([(ConfigStandIn, "model.AudioDiffusionConfig")]):
        checkpoint = torch.load(path, weights_only=True)
    checkpoint["config"] = paper_repository.CONFIG
    checkpoint["model"]["projector.convs.1.weight"][0, 0, 0] = value
    torch.save(checkpoint, path)
    with pytest.raises(ModelError, match=r"cannot hear.*no numbers.*projector\.convolutions\.1\.weight"):
        load(root, tmp_path / NAME)


CHECKPOINTS = [
    ("object", "model", "projector.", "peft"),
    ("object", "__main__", "audio_projector.", "base"),
    ("dict", "", "model.projector.", "plain"),
    ("dict", "", "base.audio.proj.", "saved"),
    ("object", "model", "", "base"),
]


@pytest.mark.parametrize(("config", "module", "prefix", "keys"), CHECKPOINTS)
@pytest.mark.parametrize("norm", ["with weights", "without weights"])
def test_every_checkpoint_decodes_as_its_source(
    root: Path, tmp_path: Path, norm: str, config: str, module: str, prefix: str, keys: str
) -> None:
    made = paper_repository.write(
        tmp_path / NAME,
        norm,
        config=config,
        module=module,
        prefix=prefix,
        keys=LORA_KEYS[keys],
        inference=f'INSTRUCTION = "write this."\nlora_alpha = {stand_ins.ALPHA}\n',
    )
    model = load(root, tmp_path / NAME)
    assert_hears_alike(model, made)
    words = tiny.tokenizer().encode("write this.", add_special_tokens=False).ids
    canvas = torch.arange(tiny.CANVAS)[None] + 30
    with torch.no_grad():
        got = model.canvas_logits(model.prefill(*model.audio_tokens([tiny.clip(2.0)])), canvas)
    expected = made.logits(tiny.clip(2.0), canvas, [tiny.BOS, *words, tiny.BOA], [tiny.EOA])
    assert torch.allclose(got, expected, atol=1e-4), (got - expected).abs().max()
    assert model.spec.origins["audio token"] == "checkpoint"
    assert not list((tmp_path / NAME).glob("*.ran"))


@pytest.mark.parametrize("norm", ["with weights", "without weights"])
def test_the_projector_at_its_full_width_is_the_papers(norm: str) -> None:
    code = projector_code(norm).replace("d_in=8, d_hidden=12, d_out=16", "d_in=768, d_hidden=1280, d_out=2816")
    namespace: dict[str, Any] = {}
    exec(stand_ins.IMPORTS + code, namespace)
    torch.manual_seed(0)
    source = namespace["AudioProjector"]().eval()
    found, problems = detect_projector(source.state_dict(), 768, 2816, 8)
    assert not problems
    assert found is not None
    found = found.with_norm(1e-5)
    ours = Projector(found.config)
    ours.load_state_dict(found.tensors)
    frames = torch.randn(1, 1500, 768)
    with torch.no_grad():
        tokens = ours(frames)
        assert tokens.shape == (1, 188, 2816)
        assert torch.allclose(tokens, source(frames), atol=1e-6)
    assert ours.token_counts(torch.tensor([1500])).tolist() == [188]
