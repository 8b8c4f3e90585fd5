"""The published model at its full width: names, shapes and memory without weights, and two of its layers with random ones."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn.functional import cosine_similarity
from transformers import DiffusionGemmaConfig, DiffusionGemmaForBlockDiffusion

from app.bench.random_model import SIZES
from app.models.adapter.spec import TOWER_PREFIXES, AdapterSpec, CanvasConfig, LoraSpec, ProjectorConfig
from app.models.catalog import INTERFAZE_SMALL
from app.models.gpu import Gpu
from app.models.hardware import Capacity
from app.models.placement import MemoryNeeds, plan
from app.models.quantization.streamed_backbone import backbone_memory_needs, load_streamed_backbone
from app.speech.model.assembly import text_only_config
from app.speech.model.lora import attach_lora, lora_tensors
from app.speech.model.projector import Projector
from app.speech.model.speech_model import SpeechModel
from app.speech.vocabulary import Vocabulary
from tests.speech import tiny

pytestmark = pytest.mark.slow

HIDDEN, LAYERS, FULL_ATTENTION = 2816, 30, (5, 11, 17, 23, 29)
OF_ATTENTION = {  # (out, in): heads and their width in sliding and in full attention, which has no v_proj
    False: {"q_proj": (4096, HIDDEN), "k_proj": (2048, HIDDEN), "v_proj": (2048, HIDDEN), "o_proj": (HIDDEN, 4096)},
    True: {"q_proj": (8192, HIDDEN), "k_proj": (1024, HIDDEN), "o_proj": (HIDDEN, 8192)},
}  # fmt: skip
OF_LAYER = {
    "experts.gate_up_proj": (128, 2 * 704, HIDDEN),
    "experts.down_proj": (128, HIDDEN, 704),
    "mlp.gate_proj.weight": (2112, HIDDEN),
    "mlp.up_proj.weight": (2112, HIDDEN),
    "mlp.down_proj.weight": (HIDDEN, 2112),
    "router.proj.weight": (128, HIDDEN),
}
PROJECTOR = ProjectorConfig(768, 1280, HIDDEN, norm_eps=1e-5)


@pytest.fixture(scope="module")
def backbone() -> DiffusionGemmaForBlockDiffusion:
    """All 26 billion weights, none of which has a value."""
    with torch.device("meta"):
        made = DiffusionGemmaForBlockDiffusion(text_only_config(dict(SIZES["26b"])))
    made.model.encoder.vision_tower = nn.Identity()
    made.model.encoder.embed_vision = nn.Identity()
    return made


def stored(backbone: DiffusionGemmaForBlockDiffusion) -> dict[str, Tensor]:
    """What the repository's files hold: tied weights once, the layer scalars of both towers."""
    return {
        name: value
        for name, value in backbone.state_dict().items()
        if name.startswith(TOWER_PREFIXES["decoder"]) or name.endswith("layer_scalar")
    }


def write_sparse(folder: Path, weights: dict[str, Tensor]) -> None:
    """Write a safetensors file of bf16 weights whose data is a hole: it takes no room on the disk."""
    header, offset = {}, 0
    for name, value in weights.items():
        end = offset + 2 * value.numel()
        header[name] = {"dtype": "BF16", "shape": list(value.shape), "data_offsets": [offset, end]}
        offset = end
    body = json.dumps(header).encode()
    body += b" " * (-len(body) % 8)
    with (folder / "model.safetensors").open("wb") as file:
        file.write(len(body).to_bytes(8, "little") + body)
        file.truncate(8 + len(body) + offset)


def test_every_weight_that_loader_quantizer_and_lora_name_has_the_published_shape(
    backbone: DiffusionGemmaForBlockDiffusion,
) -> None:
    weights = stored(backbone)
    assert tuple(weights["model.decoder.embed_tokens.weight"].shape) == (262_144, HIDDEN)
    assert len({re.sub(r"layers\.(\d+)\..*", r"\1", name) for name in weights if ".layers." in name}) == 2 * LAYERS
    for number in range(LAYERS):
        prefix = f"model.decoder.layers.{number}."
        attention = OF_ATTENTION[number in FULL_ATTENTION]
        expected = {**OF_LAYER, **{f"self_attn.{name}.weight": shape for name, shape in attention.items()}}
        found = {name.removeprefix(prefix): tuple(weights[name].shape) for name in weights if name.startswith(prefix)}
        assert {name: shape for name, shape in found.items() if len(shape) > 1} == expected


def test_projector_and_lora_have_as_many_weights_as_the_paper_counts(backbone: DiffusionGemmaForBlockDiffusion) -> None:
    attach_lora(backbone, LoraSpec(16, 32.0, ("q_proj", "k_proj", "v_proj", "o_proj")))
    lora = lora_tensors(backbone)
    assert len(lora) == 2 * 2 * (4 * LAYERS - len(FULL_ATTENTION))  # A and B, both towers
    assert all(value.shape[0 if name.endswith(".A") else 1] == 16 for name, value in lora.items())
    trained = sum(value.numel() for value in (*lora.values(), *Projector(PROJECTOR).parameters()))
    assert trained == pytest.approx(42.3e6, rel=1e-3)


def test_the_memory_of_every_load_mode_is_what_the_catalog_says(tmp_path: Path) -> None:
    with torch.device("meta"):
        made = DiffusionGemmaForBlockDiffusion(text_only_config(dict(SIZES["26b"])))
    weights = stored(made)
    write_sparse(tmp_path, weights)
    needs, told = backbone_memory_needs(tmp_path), INTERFAZE_SMALL.needs
    assert told is not None
    experts = sum(value.numel() for name, value in weights.items() if ".experts." in name)
    dense = sum(value.numel() for value in weights.values()) - experts
    assert (needs.experts_bytes, needs.packed_experts_bytes) == (2 * experts, experts // 2 + 2 * experts // 64)
    assert needs.dense_bytes == pytest.approx(2 * dense, rel=0.06)  # and those of encoder, projector and LoRA
    assert shown(needs) == shown(told)


def shown(needs: MemoryNeeds) -> list[str]:
    """The sentences about each load mode on one machine, as the window and the terminal show them."""
    gpu = Gpu("cuda:0", "a card", 150_000_000_000, 150_000_000_000, (9, 0), bf16=True, usable=True)
    options = plan(needs, [gpu], Capacity(200_000_000_000, 200_000_000_000)).options
    assert len(options) == 4
    return [option.reason for option in options]


def test_two_layers_of_the_full_width_run_with_stored_and_with_4_bit_experts(tmp_path: Path) -> None:
    """A sliding and a full one, with two of the 128 experts and a small vocabulary, behind 188 audio slots.

    They compute in fp32, because bf16 is emulated by many CPUs.
    """
    text = {**SIZES["26b"], "num_hidden_layers": 2, "num_experts": 2, "top_k_experts": 1, "vocab_size": 512}
    text["layer_types"] = ["sliding_attention", "full_attention"]
    config = text_only_config(text)
    with torch.device("meta"):
        made = DiffusionGemmaForBlockDiffusion(config)
    generator = torch.Generator().manual_seed(0)
    numbers = (0.02 * torch.randn(1_000_003, generator=generator)).bfloat16()  # over and over, which is quicker
    weights = {
        name: torch.ones(value.shape, dtype=torch.bfloat16)
        if value.ndim < 2
        else numbers.repeat(1 + value.numel() // len(numbers))[: value.numel()].reshape(value.shape).clone()
        for name, value in stored(made).items()
    }
    save_file(weights, tmp_path / "model.safetensors", {"format": "pt"})
    config.save_pretrained(tmp_path)
    assert DiffusionGemmaConfig(**json.loads((tmp_path / "config.json").read_text())).text_config.hidden_size == HIDDEN
    canvas = torch.randint(512, (1, 24), generator=generator)
    tokens = torch.randn(1, 188, HIDDEN, generator=generator)
    spec: AdapterSpec = tiny.spec(projector=PROJECTOR, pad_s=30.0, canvas=CanvasConfig(192))
    torch.manual_seed(0)
    projector = Projector(PROJECTOR)
    states = {}
    for mode in ("bf16", "int4"):
        loaded = load_streamed_backbone(tmp_path, "cpu", torch.float32, mode)  # type: ignore[arg-type]
        model = SpeechModel(spec, tiny.encoder(), projector, loaded, Vocabulary(tiny.tokenizer(), (tiny.EOS,)))
        with torch.inference_mode():
            cache = model.prefill(tokens, torch.tensor([80]))
            assert cache.host_lengths == [2 + 188 + 1]
            assert int(cache.prompt_mask.sum()) == 2 + 80 + 1
            states[mode] = model.canvas_states(cache, canvas, None, [24])
        assert states[mode].isfinite().all()
    assert states["bf16"].shape == (1, 24, HIDDEN)
    assert 0.9 < float(cosine_similarity(states["bf16"], states["int4"], dim=-1).mean()) < 0.9999
