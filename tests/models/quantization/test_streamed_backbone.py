"""Loading tensor by tensor gives the same model as ``from_pretrained``; experts are quantized once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor
from transformers import DiffusionGemmaForBlockDiffusion, DynamicCache

from app.errors import ModelError
from app.models.quantization import streamed_backbone
from app.models.quantization.int4 import dequantize, quantize
from app.models.quantization.int4_experts import Int4Experts
from app.models.quantization.streamed_backbone import backbone_memory_needs, load_streamed_backbone, weight_files
from tests.speech import tiny

WIDE = {"hidden_size": 64, "moe_intermediate_size": 64, "num_experts": 10, "top_k_experts": 2}


def repository(folder: Path) -> DiffusionGemmaForBlockDiffusion:
    """A repository in several files; the towers' layer scalars differ, as nothing ties them."""
    made = tiny.backbone(**WIDE)
    for number, layer in enumerate(made.model.encoder.language_model.layers):
        layer.layer_scalar.fill_(0.5 + number / 8)
    made.save_pretrained(folder, max_shard_size="200KB")
    assert len(weight_files(folder)) > 2
    return made


@torch.inference_mode()
def logits(backbone: DiffusionGemmaForBlockDiffusion) -> Tensor:
    """Logits of a canvas after a prompt: both towers, with self-conditioning."""
    generator = torch.Generator().manual_seed(1)
    prompt = torch.randn(1, 9, WIDE["hidden_size"], generator=generator)
    canvas = torch.randint(20, 90, (1, 6), generator=generator)
    cache = DynamicCache(config=backbone.config.get_text_config(decoder=True))
    dtype = backbone.lm_head.weight.dtype
    backbone.model.encoder(inputs_embeds=prompt.to(dtype), attention_mask=torch.ones(1, 9), past_key_values=cache)
    first = backbone(decoder_input_ids=canvas, past_key_values=cache).logits
    return backbone(decoder_input_ids=canvas, past_key_values=cache, self_conditioning_logits=first).logits


def test_the_same_model_as_from_pretrained(tmp_path: Path) -> None:
    repository(tmp_path)
    stock = DiffusionGemmaForBlockDiffusion.from_pretrained(tmp_path, dtype=torch.float32).eval()
    ours = load_streamed_backbone(tmp_path, "cpu", torch.float32)
    torch.testing.assert_close(logits(ours), logits(stock), atol=1e-5, rtol=1e-4)
    assert ours.lm_head.weight is ours.model.decoder.embed_tokens.weight
    decoder = dict(ours.model.decoder.named_parameters())
    for name, value in ours.model.encoder.language_model.named_parameters():
        assert value is decoder[name]
    assert not list(ours.model.encoder.vision_tower.parameters())


def test_quantized_on_the_way_it_computes_what_dequantized_weights_do(tmp_path: Path) -> None:
    plain = repository(tmp_path)
    with torch.no_grad():
        for layer in plain.model.decoder.layers:
            for name in ("gate_up_proj", "down_proj"):
                weight = getattr(layer.experts, name)
                weight.copy_(dequantize(quantize(weight)))
    for mode in ("int4", "offload", "cpu"):
        int4 = load_streamed_backbone(tmp_path, "cpu", torch.float32, mode)
        torch.testing.assert_close(logits(int4), logits(plain), atol=1e-4, rtol=1e-4)
        layers = list(zip(int4.model.decoder.layers, int4.model.encoder.language_model.layers, strict=True))
        assert layers
        for decoder_layer, encoder_layer in layers:
            assert isinstance(decoder_layer.experts, Int4Experts)
            assert decoder_layer.experts is encoder_layer.experts


def test_everything_else_has_the_precision_asked_for(tmp_path: Path) -> None:
    repository(tmp_path)
    made = load_streamed_backbone(tmp_path, "cpu", torch.bfloat16, "int4")
    assert {value.dtype for value in made.parameters()} == {torch.bfloat16}
    rotary = {buffer.dtype for name, buffer in made.named_buffers() if name.endswith("inv_freq")}
    assert rotary == {torch.float32}
    assert torch.isfinite(logits(made)).all()


class TestCache:
    def test_experts_are_quantized_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        repository(tmp_path / "hub")
        first = load_streamed_backbone(tmp_path / "hub", "cpu", torch.float32, "int4", cache_dir=tmp_path / "cache")
        files = sorted((tmp_path / "cache").rglob("*.safetensors"))
        assert [path.name for path in files] == [f"layer-{number}.safetensors" for number in range(3)]

        def never(*_: object) -> None:
            raise AssertionError("quantized again")

        monkeypatch.setattr(Int4Experts, "set_expert", never)
        again = load_streamed_backbone(tmp_path / "hub", "cpu", torch.float32, "int4", cache_dir=tmp_path / "cache")
        torch.testing.assert_close(logits(again), logits(first), atol=0, rtol=0)

    def test_a_truncated_layer_is_quantized_again(self, tmp_path: Path) -> None:
        repository(tmp_path / "hub")
        first = load_streamed_backbone(tmp_path / "hub", "cpu", torch.float32, "int4", cache_dir=tmp_path / "cache")
        torn = next((tmp_path / "cache").rglob("layer-1.safetensors"))
        whole = torn.read_bytes()
        torn.write_bytes(whole[: len(whole) // 2])
        again = load_streamed_backbone(tmp_path / "hub", "cpu", torch.float32, "int4", cache_dir=tmp_path / "cache")
        torch.testing.assert_close(logits(again), logits(first), atol=0, rtol=0)
        assert torn.read_bytes() == whole

    def test_other_weights_are_not_mistaken_for_these(self, tmp_path: Path) -> None:
        repository(tmp_path / "hub")
        before = streamed_backbone.cache_key(weight_files(tmp_path / "hub"), 64)
        shard = weight_files(tmp_path / "hub")[0]
        weights = load_file(shard)
        save_file({name: value * 2 for name, value in weights.items()}, shard, {"format": "pt"})
        assert streamed_backbone.cache_key(weight_files(tmp_path / "hub"), 64) != before
        assert streamed_backbone.cache_key(weight_files(tmp_path / "hub"), 32) != streamed_backbone.cache_key(
            weight_files(tmp_path / "hub"), 64
        )


def test_loading_reports_progress_and_can_be_stopped(tmp_path: Path) -> None:
    repository(tmp_path)
    reported: list[tuple[int, int]] = []
    load_streamed_backbone(
        tmp_path, "cpu", torch.float32, "int4", on_progress=lambda read, total: reported.append((read, total))
    )
    assert reported == sorted(reported)
    assert 0 < reported[0][0] < reported[-1][0] == reported[-1][1]

    class StopError(Exception):
        pass

    def stop(read: int, total: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        load_streamed_backbone(tmp_path, "cpu", torch.float32, "int4", on_progress=stop)


class TestWhatIsWrong:
    def test_a_missing_file_is_named(self, tmp_path: Path) -> None:
        repository(tmp_path)
        gone = weight_files(tmp_path)[1]
        gone.unlink()
        with pytest.raises(ModelError, match=gone.name):
            load_streamed_backbone(tmp_path, "cpu", torch.float32)

    def test_a_file_cut_short_is_an_error(self, tmp_path: Path) -> None:
        repository(tmp_path)
        torn = weight_files(tmp_path)[0]
        torn.write_bytes(torn.read_bytes()[:-100])
        with pytest.raises(ModelError, match="cannot be read"):
            load_streamed_backbone(tmp_path, "cpu", torch.float32)

    def test_a_tensor_that_is_missing_or_unknown_is_named(self, tmp_path: Path) -> None:
        repository(tmp_path)
        index = json.loads((tmp_path / "model.safetensors.index.json").read_text())["weight_map"]
        shard = tmp_path / index["model.decoder.norm.weight"]
        with safe_open(shard, "pt") as file:
            weights = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        weights["model.decoder.form.weight"] = weights.pop("model.decoder.norm.weight")
        save_file(weights, shard, {"format": "pt"})
        with pytest.raises(ModelError) as refused:
            load_streamed_backbone(tmp_path, "cpu", torch.float32)
        assert f"Missing: model.decoder.norm.weight ({shard.name})." in refused.value.why
        assert "model.decoder.form.weight" in refused.value.why

    @pytest.mark.parametrize("name", ["layer_scalar", "self_attn.q_proj.weight", "experts.down_proj"])
    def test_no_weight_stays_without_a_value(self, tmp_path: Path, name: str) -> None:
        repository(tmp_path)
        for path in weight_files(tmp_path):
            kept = {key: value for key, value in load_file(path).items() if not key.endswith(f"layers.1.{name}")}
            save_file(kept, path, {"format": "pt"})
        index = json.loads((tmp_path / "model.safetensors.index.json").read_text())["weight_map"]
        missing = f"model.decoder.layers.1.{name}"
        with pytest.raises(ModelError) as refused:
            load_streamed_backbone(tmp_path, "cpu", torch.float32)
        assert f"Missing: {missing} ({index[missing]})" in refused.value.why

    @pytest.mark.parametrize(
        "content", [b"", b"\x02\0\0\0\0\0\0\0[]", b'\x0a\0\0\0\0\0\0\0{"a":12345', b"no weights at all"]
    )
    def test_a_file_without_a_header_is_an_error(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "model.safetensors").write_bytes(content)
        with pytest.raises(ModelError, match="cannot be read"):
            backbone_memory_needs(tmp_path)

    @pytest.mark.parametrize("mode", ["bf16", "int4"])
    def test_experts_of_another_size_are_refused(self, tmp_path: Path, mode: str) -> None:
        repository(tmp_path)
        config = json.loads((tmp_path / "config.json").read_text())
        config["text_config"]["moe_intermediate_size"] = 128
        (tmp_path / "config.json").write_text(json.dumps(config))
        with pytest.raises(ModelError, match="gate_up_proj"):
            load_streamed_backbone(tmp_path, "cpu", torch.float32, mode)  # type: ignore[arg-type]
