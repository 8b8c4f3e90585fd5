"""Published adapters: every imagined layout loads to what its source model computes; the rest is refused clearly."""

from __future__ import annotations

import logging
import shutil
from collections import OrderedDict
from pathlib import Path

import pytest
import torch

from app.errors import ModelError
from app.models.adapter.native import read_native
from app.models.adapter.profile import PROFILE
from app.models.adapter.published import convert_to_native, read_published
from app.models.catalog import INTERFAZE_SMALL
from app.speech.model.assembly import load_model, load_published
from tests.models import stand_ins
from tests.models.stand_ins import ALPHA, PROJECTORS, SourceModel, checkpoint_tensors, write_repository
from tests.speech import tiny

pytestmark = pytest.mark.slow  # the file as a whole takes longer than the fast lane can wait

CONFIG = {
    "whisper_dim": 8, "d_model": 16, "vocab_size": tiny.VOCAB, "boa_token_id": tiny.BOA, "audio_token_id": tiny.AUDIO,
    "eoa_token_id": tiny.EOA, "logit_softcap": 30.0, "subsample_factor": 8, "proj_hidden": 12, "lora_r": 2, "lora_alpha": ALPHA,
    "canvas_length": 6, "entropy_bound": 0.2, "t_max": 0.9, "t_min": 0.3, "stability_threshold": 2,
    "confidence_threshold": 0.01, "ctc_blank_id": 0, "eos_token_ids": [1, 3], "pad_token_id": 0,
    "whisper_name": "openai/whisper-small", "base_model": "google/diffusiongemma-26B-A4B-it",
    "prompt": "<|audio><|audio|><audio|>write this.",
}  # fmt: skip
LIST_PROMPT = '''
def build_prompt(tok, n, instruction="write this."):
    """Never <|audio|> this."""
    head = [tok.bos_token_id, BOA_ID]
    tail = tok.encode(instruction, add_special_tokens=False)
    return torch.tensor([head + [AUDIO_ID] * n + [EOA_ID] + tail])
'''


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(autouse=True)
def _parts(root: Path) -> None:
    stand_ins.backbone_folder(root)
    stand_ins.encoder_folder(root)


def load_and_compare(
    root: Path, folder: Path, made: SourceModel, before: list[int], after: list[int], tolerance: float = 1e-4
):
    model = load_published(folder, root / "backbone", root / "whisper")
    audio, canvas = tiny.clip(2.0), torch.arange(tiny.CANVAS)[None] + 30
    with torch.no_grad():
        tokens, counts = model.audio_tokens([audio])
        got = model.canvas_logits(model.prefill(tokens, counts), canvas)
    assert (tokens.shape[1], counts.tolist()) == (188, [13])  # of padded audio, and of the sound
    expected = made.logits(audio, canvas, before, after)
    assert torch.allclose(got, expected, atol=tolerance), (got - expected).abs().max()
    assert not list(folder.glob("*.ran"))
    return model


def encoded(text: str) -> list[int]:
    return list(tiny.tokenizer().encode(text, add_special_tokens=False).ids)


WRAPPINGS = {
    "flat with config": lambda tensors: {**tensors, "config": CONFIG},
    "model and cfg": lambda tensors: {"model": tensors, "cfg": {"adapter": CONFIG}, "step": 300},
    "state_dict and args": lambda tensors: {
        "state_dict": OrderedDict(tensors),
        "args": CONFIG,
        "optimizer": {"m": torch.ones(3)},
    },
    "trainable and hparams": lambda tensors: {"trainable": tensors, "hparams": CONFIG},
    "two dictionaries": lambda tensors: {
        "lora": {name: value for name, value in tensors.items() if "lora" in name},
        "projector": {name: value for name, value in tensors.items() if "lora" not in name},
        "config": CONFIG,
    },
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("layout", PROJECTORS)
def test_every_projector_in_every_wrapping(root: Path, tmp_path: Path, layout: str, wrapping: str) -> None:
    made = stand_ins.make_source_model(layout)
    tensors = checkpoint_tensors(made, stand_ins.peft_keys, "" if wrapping == "two dictionaries" else "projector.")
    folder = write_repository(tmp_path / "adapter", WRAPPINGS[wrapping](tensors), model=made.code)
    model = load_and_compare(root, folder, made, [tiny.BOA], [tiny.EOA, *encoded("write this.")])
    spec = model.spec
    assert (spec.canvas.length, spec.sampler.entropy_bound, spec.sampler.t_max, spec.sampler.t_min) == (
        6,
        0.2,
        0.9,
        0.3,
    )
    assert (spec.sampler.stability, spec.sampler.confidence, spec.blank_id, spec.end_ids) == (2, 0.01, 0, (1, 3))
    assert (spec.languages, spec.pad_s, spec.projector.subsample) == (INTERFAZE_SMALL.languages, 30.0, 8)
    assert spec.lora is not None
    assert (spec.lora.rank, spec.lora.alpha, spec.lora.per_tower) == (2, ALPHA, True)
    told = ("projector norm: none, as in the source", "prompt: as the files have it", "seconds of the window of a cut")
    assert all(note.startswith(told) for note in spec.assumptions), spec.assumptions


@pytest.mark.parametrize(
    ("keys", "per_tower"),
    [
        (stand_ins.peft_keys, True),
        (stand_ins.saved_peft_keys, True),
        (stand_ins.plain_keys, True),
        (stand_ins.short_keys, True),
        (stand_ins.shared_keys, False),
    ],
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_every_naming_of_lora(root: Path, tmp_path: Path, keys, per_tower: bool, dtype: torch.dtype) -> None:
    layout = next(iter(PROJECTORS))
    made = stand_ins.make_source_model(layout, per_tower)
    for module in (made.projector, made.backbone):
        for name, weight in module.named_parameters():
            if module is made.projector or "lora" in name:
                weight.data = weight.data.to(dtype).float()  # what is stored in bfloat16 is what the source model had
    tensors = {name: value.to(dtype) for name, value in checkpoint_tensors(made, keys, "audio_projector.").items()}
    folder = write_repository(tmp_path / "adapter", {"state_dict": tensors, "config": CONFIG}, model=made.code)
    model = load_and_compare(root, folder, made, [tiny.BOA], [tiny.EOA, *encoded("write this.")])
    assert model.spec.lora is not None
    assert model.spec.lora.per_tower == per_tower


SOURCES = {
    "module constants and a dataclass": (
        f"""
from dataclasses import dataclass, field
AUDIO_ID = {tiny.AUDIO}
BOA_ID, EOA_ID = {tiny.BOA}, {tiny.EOA}
@dataclass
class ASRConfig:
    subsample_factor: int = 2 ** 1 if False else 8
    stop_ids: list = field(default_factory=lambda: [1, 3])
""",
        LIST_PROMPT + "\nCANVAS_LENGTH = 2 * 3\ncfg = LoraConfig(r=2, lora_alpha=5.0, target_modules=['q_proj'])\n",
    ),
    "argparse, keyword defaults and a dictionary": (
        f"""
CFG = dict(boa_id={tiny.BOA}, eoa_id={tiny.EOA}, audio_id={tiny.AUDIO}, eos_ids=(1, 3), lora=dict(r=2, alpha=5.0))
""",
        """
import argparse
def parse():
    p = argparse.ArgumentParser()
    p.add_argument("--canvas-length", type=int, default=6)
    p.add_argument("--subsample", type=int, default=8)
def build(tok, n, bos=2):
    text = f"<bos><|audio>{'<|audio|>' * n}<audio|>write this."
    return tok(text, add_special_tokens=False).input_ids
""",
    ),
    "texts around the audio": (
        f"""
class Config:
    boa_token_id = {tiny.BOA}
    audio_token_id = {tiny.AUDIO}
    eoa_token_id = {tiny.EOA}
    eos_token_id = [1, 3]
    SUBSAMPLE = 4 * 2
PROMPT_PREFIX = "<bos>" + "<|audio>"
PROMPT_SUFFIX = "<audio|>" "write this."
""",
        "\ndef load(path, lora_alpha=5.0, lora_rank=2, canvas_len=6):\n    pass\n",
    ),
}


@pytest.mark.parametrize("sources", SOURCES)
def test_constants_come_from_the_sources_when_the_checkpoint_has_none(root: Path, tmp_path: Path, sources: str) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    model, inference = SOURCES[sources]
    tensors = checkpoint_tensors(made, stand_ins.peft_keys, "projector.")
    folder = write_repository(tmp_path / "adapter", tensors, model=model + made.code, inference=inference)
    loaded = load_and_compare(root, folder, made, [tiny.BOS, tiny.BOA], [tiny.EOA, *encoded("write this.")])
    spec = loaded.spec
    assert (spec.canvas.length, spec.end_ids, spec.projector.subsample) == (6, (1, 3), 8)
    assert spec.lora is not None
    assert spec.lora.alpha == ALPHA
    assert all(spec.origins[name] != "assumed" for name in ("prompt", "LoRA alpha", "canvas length", "end tokens"))


def test_a_prompt_through_the_chat_template(root: Path, tmp_path: Path) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    inference = """
def build(tok, n):
    ask = f"<|audio>{AUDIO_TOKEN * n}<audio|>write this."
    messages = [{"role": "user", "content": ask}]
    return tok.apply_chat_template(messages, add_generation_prompt=True, return_tensors="pt")
"""
    config = {key: value for key, value in CONFIG.items() if key != "prompt"}
    checkpoint = {"model": checkpoint_tensors(made, stand_ins.peft_keys, "projector."), "config": config}
    model = "AUDIO_TOKEN = '<|audio|>'\n" + made.code
    folder = write_repository(tmp_path / "adapter", checkpoint, model=model, inference=inference)
    before = [tiny.BOS, *encoded("user:"), tiny.BOA]
    after = [tiny.EOA, *encoded("write this."), tiny.TURN_END, *encoded("model:")]
    loaded = load_and_compare(root, folder, made, before, after)
    assert loaded.spec.origins["prompt"] == "files"


def snapshot(cache: Path, repository: str, revision: str) -> Path:
    """A folder of the hub's cache."""
    place = cache / f"models--{repository.replace('/', '--')}"
    (place / "refs").mkdir(parents=True)
    (place / "refs" / "main").write_text(revision)
    return place / "snapshots" / revision


def test_installed_in_the_native_layout_it_finds_its_parts_in_the_hub_cache(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    checkpoint = {"model": checkpoint_tensors(made, stand_ins.peft_keys, "projector."), "config": CONFIG}
    hashes = ["a" * 40, "b" * 40, "c" * 40]
    adapter = snapshot(tmp_path / "hub", INTERFAZE_SMALL.adapter.name, hashes[0])
    adapter.parent.mkdir()
    write_repository(adapter, checkpoint, model=made.code)
    places = [root / "backbone", root / "whisper"]
    for number, repository in enumerate(("google/diffusiongemma-26B-A4B-it", "openai/whisper-small")):
        places[number] = shutil.copytree(places[number], snapshot(tmp_path / "hub", repository, hashes[number + 1]))
    spec = convert_to_native(adapter, places[0], places[1], tmp_path / "installed")
    assert spec.title == "Interfaze small"
    assert (spec.backbone.revision, spec.encoder.revision, spec.training["revision"]) == (
        hashes[1],
        hashes[2],
        hashes[0],
    )
    assert read_native(tmp_path / "installed") == spec

    installed, direct = load_model(tmp_path / "installed"), load_published(adapter, places[0], places[1])
    canvas = torch.arange(tiny.CANVAS)[None]
    with torch.no_grad():
        tokens = [model.audio_tokens([tiny.clip(1.0)]) for model in (installed, direct)]
        got = [m.canvas_logits(m.prefill(*t), canvas) for m, t in zip((installed, direct), tokens, strict=True)]
    assert torch.equal(*got)
    shutil.rmtree(places[0])
    with pytest.raises(ModelError, match=r"diffusiongemma-26B-A4B-it at b+ was not downloaded"):
        load_model(tmp_path / "installed")


def test_rotary_frequencies_stay_exact_in_bf16(root: Path, tmp_path: Path) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    checkpoint = {"model": checkpoint_tensors(made, stand_ins.peft_keys, "projector."), "config": CONFIG}
    folder = write_repository(tmp_path / "adapter", checkpoint, model=made.code)
    model = load_published(folder, root / "backbone", root / "whisper", dtype=torch.bfloat16)
    exact = dict(made.backbone.named_buffers())
    rotary = {name: buffer for name, buffer in model.backbone.named_buffers() if name.endswith("inv_freq")}
    assert len(rotary) >= 4
    assert all(torch.equal(buffer, exact[name]) for name, buffer in rotary.items())
    assert {weight.dtype for weight in model.parameters()} == {torch.bfloat16}
    with torch.no_grad():
        tokens, counts = model.audio_tokens([tiny.clip(1.0)])
        assert model.canvas_logits(model.prefill(tokens, counts), torch.arange(6)[None]).isfinite().all()


def test_what_is_found_nowhere_is_named_and_logged(
    root: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    folder = write_repository(tmp_path / "adapter", checkpoint_tensors(made, stand_ins.peft_keys, "projector."))
    with caplog.at_level(logging.WARNING):
        spec, _ = read_published(folder, root / "backbone", root / "whisper")
    for what in (
        "prompt", "stability", "confidence", "end tokens", "begin-of-audio token", "audio token", "end-of-audio token",
        "projector norm", "seconds of the window",
    ):  # fmt: skip
        assert any(what in note for note in spec.assumptions), what
    assert all(note in caplog.text for note in spec.assumptions)
    assert {spec.origins[name] for name in ("subsampling", "LoRA alpha", "canvas length", "CTC blank", "encoder")} == {
        PROFILE[name].source for name in ("subsampling", "LoRA alpha", "canvas length", "CTC blank", "encoder")
    }


def test_sources_that_contradict_each_other_are_named(root: Path, tmp_path: Path) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    tensors = checkpoint_tensors(made, stand_ins.peft_keys, "projector.")
    model = "CANVAS_LENGTH = 256\nSUBSAMPLE = 8\nstability = 4\n"
    folder = write_repository(
        tmp_path / "adapter", tensors, model, "canvas_length = 96\nSUBSAMPLE = 4\nstability = 3\n"
    )
    spec, _ = read_published(folder, root / "backbone", root / "whisper")
    assert (spec.canvas.length, spec.sampler.stability) == (96, 3)  # how it is run: inference.py comes before model.py
    assert spec.projector.subsample == 8  # how it was made: model.py does
    assert spec.origins["canvas length"].startswith("inference.py:")
    assert spec.origins["subsampling"].startswith("model.py:")
    assert any("8 (model.py" in note and "4 (inference.py" in note for note in spec.assumptions)


def test_the_canvas_of_training_is_not_that_of_decoding(root: Path, tmp_path: Path) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    tensors = checkpoint_tensors(made, stand_ins.peft_keys, "projector.")
    folder = write_repository(tmp_path / "adapter", tensors, "CANVAS_LENGTH = 256\nstability = 4\n")
    spec, _ = read_published(folder, root / "backbone", root / "whisper")
    assert (spec.canvas.length, spec.origins["canvas length"]) == (192, "paper, inference")
    assert (spec.sampler.stability, spec.origins["stability"]) == (4, "model.py:5")  # which the paper does not tell


def test_what_does_not_fit_is_one_error_with_keys_and_shapes(root: Path, tmp_path: Path) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    tensors = checkpoint_tensors(made, stand_ins.peft_keys, "projector.")
    tensors["projector.norm.weight"] = torch.ones(12)
    tensors["base_model.model.model.decoder.layers.0.self_attn.q_proj.lora_A.default.weight"] = torch.ones(5, 16)
    tensors["whisper.layers.0.q_proj.lora_A.weight"] = torch.ones(2, 8)
    folder = write_repository(tmp_path / "adapter", {"model": tensors, "config": CONFIG})
    with pytest.raises(ModelError) as caught:
        read_published(folder, root / "backbone", root / "whisper")
    message = str(caught.value)
    for clause in (
        "projector.norm.weight (12,)",
        "q_proj.A (5, 16)",
        "q_proj.B (16, 2)",
        "whisper.layers.0.q_proj.A (2, 8)",
    ):
        assert clause in message


def test_another_backbones_adapter_is_refused(root: Path, tmp_path: Path) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    tensors = checkpoint_tensors(made, stand_ins.peft_keys, "projector.")
    tensors["projector.proj_out.weight"] = torch.ones(20, 12)
    tensors["projector.proj_out.bias"] = torch.ones(20)
    folder = write_repository(tmp_path / "one", {"model": tensors, "config": CONFIG})
    with pytest.raises(ModelError, match=r"from 8 to 16.*proj_out\.weight \(20, 12\)"):
        read_published(folder, root / "backbone", root / "whisper")
    tensors = checkpoint_tensors(made, stand_ins.peft_keys, "projector.")
    folder = write_repository(tmp_path / "two", {"model": tensors, "config": CONFIG | {"boa_token_id": 256_000}})
    with pytest.raises(ModelError, match=rf"256000.*beyond the backbone's vocabulary of {tiny.VOCAB}"):
        read_published(folder, root / "backbone", root / "whisper")
    deep = {f"lora.decoder.layers.9.self_attn.q_proj.lora_{side}": torch.ones(2, 2) for side in "AB"}
    folder = write_repository(
        tmp_path / "three", {**checkpoint_tensors(made, stand_ins.peft_keys, "p."), **deep, "config": CONFIG}
    )
    with pytest.raises(ModelError, match=r"layers\.9\.self_attn\.q_proj: the backbone has no such"):
        load_published(folder, root / "backbone", root / "whisper")


def test_missing_parts_are_model_errors(root: Path, tmp_path: Path) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    tensors = checkpoint_tensors(made, stand_ins.peft_keys, "projector.")
    folder = write_repository(tmp_path / "adapter", {"model": tensors, "config": CONFIG})
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        load_published(folder, tmp_path, root / "whisper")
    with pytest.raises(ModelError, match="speech encoder"):
        load_published(folder, root / "backbone", tmp_path)
