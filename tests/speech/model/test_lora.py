"""LoRA beside tied attention: tying survives, towers may differ, and the arithmetic is W + scale B A."""

from __future__ import annotations

from itertools import product

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from transformers import DiffusionGemmaForBlockDiffusion, DynamicCache

from app.errors import ModelError
from app.models.adapter.native import write_native, write_tensors
from app.models.adapter.spec import TOWER_PREFIXES, AdapterTensors, LoraSpec
from app.speech.model.assembly import assemble, load_model, save_backbone
from app.speech.model.lora import attach_lora, load_lora, lora_layers, lora_tensors, target_paths
from app.speech.model.projector import Projector
from app.speech.vocabulary import Vocabulary
from tests.speech import tiny

TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj")


def lora(per_tower: bool = True) -> LoraSpec:
    return LoraSpec(rank=2, alpha=6.0, targets=TARGETS, per_tower=per_tower)


def with_random_lora(per_tower: bool = True, seed: int = 1) -> DiffusionGemmaForBlockDiffusion:
    backbone = tiny.backbone()
    attach_lora(backbone, lora(per_tower))
    torch.manual_seed(seed)
    with torch.no_grad():
        for _, layer in lora_layers(backbone):
            layer.lora_A["default"].weight.normal_(std=0.3)
            layer.lora_B["default"].weight.normal_(std=0.3)
    return backbone.eval()


def base(module: nn.Module) -> nn.Linear:
    return getattr(module, "base_layer", module)


def assert_tied(backbone: DiffusionGemmaForBlockDiffusion) -> None:
    encoder, decoder = backbone.model.encoder.language_model, backbone.model.decoder
    checked = 0
    for (_, of_encoder), (_, of_decoder) in zip(
        ((n, m) for n, m in encoder.named_modules() if isinstance(m, nn.Linear) and "lora" not in n),
        (
            (n, m)
            for n, m in decoder.named_modules()
            if isinstance(m, nn.Linear) and "lora" not in n and "self_cond" not in n
        ),
        strict=True,
    ):
        assert of_encoder.weight.data_ptr() == of_decoder.weight.data_ptr()
        checked += 1
    assert checked > 15
    embedding = encoder.embed_tokens.weight.data_ptr()
    assert embedding == decoder.embed_tokens.weight.data_ptr() == backbone.lm_head.weight.data_ptr()


def logits(
    backbone: DiffusionGemmaForBlockDiffusion, encoder_of: DiffusionGemmaForBlockDiffusion | None = None
) -> torch.Tensor:
    """Logits of one step; the prompt's keys and values may come from another model's encoder."""
    torch.manual_seed(5)
    embeds, canvas = torch.randn(1, 7, tiny.HIDDEN), torch.randint(0, tiny.VOCAB, (1, tiny.CANVAS))
    cache = DynamicCache(config=backbone.config.get_text_config(decoder=True))
    with torch.no_grad():
        (encoder_of or backbone).model.encoder(inputs_embeds=embeds, past_key_values=cache)
        return backbone(decoder_input_ids=canvas, past_key_values=cache).logits


def merged(source: DiffusionGemmaForBlockDiffusion, tower: str) -> DiffusionGemmaForBlockDiffusion:
    """A plain model whose (tied) weights are W + scale B A of one tower, computed by hand."""
    plain = tiny.backbone()
    modules = dict(plain.named_modules())
    scale = 6.0 / 2
    for path, layer in lora_layers(source):
        if path.startswith(TOWER_PREFIXES[tower]):
            delta = layer.lora_B["default"].weight @ layer.lora_A["default"].weight
            with torch.no_grad():
                modules[path].weight += scale * delta
    return plain


def test_targets_are_the_attention_of_both_towers_and_skip_the_missing_v_proj() -> None:
    paths = target_paths(tiny.backbone(), TARGETS)
    assert len(paths) == 2 * (4 + 4 + 3)  # two sliding layers, one full layer without v_proj
    assert not any("layers.2.self_attn.v_proj" in path or "vision" in path for path in paths)


def test_fresh_lora_changes_nothing() -> None:
    plain, with_lora = tiny.backbone(), tiny.backbone()
    attach_lora(with_lora, lora())
    assert torch.equal(logits(plain), logits(with_lora.eval()))


def test_logits_equal_weights_with_the_delta_added_by_hand_in_each_tower() -> None:
    source = with_random_lora()
    by_hand = logits(merged(source, "decoder"), encoder_of=merged(source, "encoder"))
    assert torch.allclose(logits(source), by_hand, atol=1e-5)
    assert not torch.allclose(logits(merged(source, "decoder")), by_hand, atol=1e-3)  # the towers really differ


@pytest.mark.parametrize("per_tower", [True, False])
def test_tying_survives_injection_and_every_move(per_tower: bool) -> None:
    backbone = with_random_lora(per_tower)
    assert_tied(backbone)
    for move in ({"dtype": torch.bfloat16}, {"device": "cpu"}, {"device": "cpu", "dtype": torch.float32}):
        backbone.to(**move)
        assert_tied(backbone)
    if torch.cuda.is_available():
        assert_tied(backbone.to("cuda"))


@settings(max_examples=20, deadline=None)
@given(rank=st.integers(1, 5), alpha=st.floats(0.1, 64), per_tower=st.booleans(), seed=st.integers(0, 99))
def test_any_rank_and_alpha_is_w_plus_scaled_ba_at_every_layer(
    rank: int, alpha: float, per_tower: bool, seed: int
) -> None:
    backbone = tiny.backbone()
    attach_lora(backbone, LoraSpec(rank, alpha, TARGETS, per_tower))
    torch.manual_seed(seed)
    with torch.no_grad():
        for path, layer in lora_layers(backbone):
            a, b = layer.lora_A["default"].weight, layer.lora_B["default"].weight
            assert a.shape[0] == b.shape[1] == rank
            a.normal_()
            b.normal_()
            x = torch.randn(3, a.shape[1])
            weight = base(layer).weight
            assert torch.allclose(layer(x), x @ (weight + alpha / rank * b @ a).T, rtol=1e-3, atol=1e-3), path


def test_shared_lora_is_one_pair_of_tensors_for_both_towers() -> None:
    source = with_random_lora(per_tower=False)
    tensors = lora_tensors(source, per_tower=False)
    assert len(tensors) == 2 * (4 + 4 + 3)
    assert not any("coder" in name for name in tensors)
    copy = tiny.backbone()
    load_lora(copy, lora(per_tower=False), tensors)
    assert torch.equal(logits(copy), logits(source))
    layers = dict(lora_layers(copy))
    for path, layer in layers.items():
        twin = layers[path.replace(TOWER_PREFIXES["decoder"], TOWER_PREFIXES["encoder"])]
        assert layer.lora_A["default"].weight.data_ptr() == twin.lora_A["default"].weight.data_ptr()


def test_loading_reproduces_the_source_and_leaves_the_tied_weights_alone() -> None:
    source, copy, plain = with_random_lora(), tiny.backbone(), tiny.backbone()
    load_lora(copy, lora(), lora_tensors(source))
    assert_tied(copy)
    assert torch.equal(logits(copy), logits(source))
    originals = dict(plain.named_modules())
    assert all(torch.equal(layer.base_layer.weight, originals[path].weight) for path, layer in lora_layers(copy))
    assert not any(parameter.requires_grad for parameter in copy.parameters())


def test_tensors_that_do_not_fit_are_listed_with_shapes() -> None:
    tensors = lora_tensors(with_random_lora())
    misshapen = "model.decoder.layers.0.self_attn.q_proj.A"
    tensors[misshapen] = torch.zeros(3, 5)
    tensors["model.decoder.layers.7.self_attn.q_proj.A"] = torch.zeros(2, 16)
    del tensors["model.decoder.layers.1.self_attn.o_proj.B"]
    with pytest.raises(ModelError) as caught:
        load_lora(tiny.backbone(), lora(), tensors)
    message = str(caught.value)
    assert f"{misshapen}: is (3, 5), must be (2, 16)" in message
    assert "layers.7.self_attn.q_proj: the backbone has no such" in message
    assert "layers.1.self_attn.o_proj.B: missing, must be (16, 2)" in message


@pytest.mark.parametrize(("per_tower", "dtype"), list(product([True, False], [torch.float32, torch.bfloat16])))
def test_a_native_folder_loads_to_the_same_model(tmp_path, per_tower: bool, dtype: torch.dtype) -> None:
    source = with_random_lora(per_tower)
    spec = tiny.spec(lora(per_tower))
    torch.manual_seed(3)
    projector, encoder = Projector(spec.projector), tiny.encoder()
    tiny.save_encoder(tmp_path / "encoder", encoder)
    save_backbone(tmp_path / "backbone", tiny.backbone(), torch.float32)
    tiny.tokenizer().save(str(tmp_path / "tokenizer.json"))
    write_native(tmp_path, spec)
    write_tensors(tmp_path, AdapterTensors(projector.state_dict(), lora_tensors(source, per_tower)))

    loaded = load_model(tmp_path, dtype=dtype)
    assert_tied(loaded.backbone)
    assert loaded.dtype == dtype
    vocabulary = Vocabulary(tiny.tokenizer(), spec.end_ids)
    tensors = AdapterTensors(projector.state_dict(), lora_tensors(source, per_tower))
    direct = assemble(spec, tensors, encoder, tiny.backbone(), vocabulary, "cpu", dtype)
    with torch.no_grad():
        outputs = []
        for model in (loaded, direct):
            tokens, counts = model.audio_tokens([tiny.clip(1.0), tiny.clip(1.0, seed=1)])
            canvas = torch.arange(2 * tiny.CANVAS).reshape(2, -1)
            outputs.append(model.canvas_logits(model.prefill(tokens, counts), canvas))
    assert torch.equal(*outputs)
