"""Speech models of any size with random weights: a step takes the same time whatever the weights are."""

from __future__ import annotations

from typing import Any

import torch
from tokenizers import Tokenizer, models
from torch import Tensor, nn
from transformers import DiffusionGemmaForBlockDiffusion, WhisperConfig

from app.models.adapter.prompt import Prompt
from app.models.adapter.spec import AdapterSpec, CanvasConfig, ProjectorConfig, WeightsRef
from app.models.quantization.int4_experts import ExpertsShape, Int4Experts
from app.models.quantization.streamed_backbone import tie_and_fill_buffers
from app.speech.model.assembly import text_only_config
from app.speech.model.encoder import AcousticEncoder
from app.speech.model.projector import Projector
from app.speech.model.speech_model import SpeechModel
from app.speech.vocabulary import Vocabulary

AUDIO_TOKEN_ID = 3
SIZES: dict[str, dict[str, Any]] = {
    "26b": {
        "vocab_size": 262_144, "hidden_size": 2816, "intermediate_size": 2112, "num_hidden_layers": 30,
        "num_attention_heads": 16, "num_key_value_heads": 8, "head_dim": 256, "num_global_key_value_heads": 2,
        "global_head_dim": 512, "sliding_window": 1024, "num_experts": 128, "top_k_experts": 8,
        "moe_intermediate_size": 704, "max_position_embeddings": 131_072, "canvas_length": 192,
    },
    "tiny": {
        "vocab_size": 512, "hidden_size": 64, "intermediate_size": 64, "num_hidden_layers": 2,
        "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 32, "num_global_key_value_heads": 1,
        "global_head_dim": 32, "sliding_window": 1024, "num_experts": 4, "top_k_experts": 2,
        "moe_intermediate_size": 64, "max_position_embeddings": 4096, "canvas_length": 16,
    },
}  # fmt: skip
ENCODERS: dict[str, dict[str, int]] = {
    "26b": {"d_model": 768, "encoder_layers": 12, "encoder_attention_heads": 12, "encoder_ffn_dim": 3072},
    "tiny": {"d_model": 32, "encoder_layers": 1, "encoder_attention_heads": 1, "encoder_ffn_dim": 32},
}


def random_model(size: str, device: torch.device, dtype: torch.dtype, *, int4: bool = False) -> SpeechModel:
    """Make a whole model on its device, with 4-bit experts if ``int4``. Raises torch's memory error where it does not fit."""
    torch.manual_seed(0)
    text = {"pad_token_id": 0, "eos_token_id": 1, "bos_token_id": 2, **SIZES[size]}
    config = text_only_config(text)
    config.image_token_id = AUDIO_TOKEN_ID  # lets the stock generate() take audio tokens for those of an image
    with torch.device("meta"):
        backbone = DiffusionGemmaForBlockDiffusion(config)
    backbone.model.encoder.vision_tower = nn.Identity()
    backbone.model.encoder.embed_vision = nn.Identity()
    decoder, encoder = backbone.model.decoder, backbone.model.encoder.language_model
    if int4:
        shape = ExpertsShape.from_config(config.text_config)
        for encoder_layer, decoder_layer in zip(encoder.layers, decoder.layers, strict=True):
            encoder_layer.experts = decoder_layer.experts = _random_experts(shape, device)
    for name, value in list(decoder.named_parameters()):
        path, _, leaf = name.rpartition(".")
        setattr(decoder.get_submodule(path), leaf, nn.Parameter(_random(value, device, dtype), requires_grad=False))
    for name, value in list(decoder.named_buffers()):
        if name.endswith("layer_scalar"):
            decoder.get_submodule(name.rpartition(".")[0]).layer_scalar = torch.ones(
                value.shape, device=device, dtype=dtype
            )
    tie_and_fill_buffers(backbone, device)
    width = config.text_config.hidden_size
    dimensions = ENCODERS[size]
    spec = AdapterSpec(
        size, f"Random weights, {size}", WeightsRef("encoder"), WeightsRef("backbone"),
        ProjectorConfig(dimensions["d_model"], dimensions["d_model"], width), Prompt((2,), (), AUDIO_TOKEN_ID), (1,), 0, 0,
        CanvasConfig(config.canvas_length), pad_s=None,
    )  # fmt: skip
    whisper = WhisperConfig(**dimensions, decoder_layers=1, decoder_attention_heads=1, decoder_ffn_dim=8)
    vocabulary = Vocabulary(Tokenizer(models.BPE(vocab={f"t{n}": n for n in range(8)}, merges=[])), (1,))
    acoustic = AcousticEncoder(whisper).to(device, dtype)
    projector = Projector(spec.projector).to(device, dtype)
    return SpeechModel(spec, acoustic, projector, backbone, vocabulary).eval().requires_grad_(False)


def _random(like: Tensor, device: torch.device, dtype: torch.dtype) -> Tensor:
    if like.ndim == 1:
        return torch.ones(like.shape, device=device, dtype=dtype)
    return torch.empty(like.shape, device=device, dtype=dtype).normal_(std=0.02)


def _random_experts(shape: ExpertsShape, device: torch.device) -> Int4Experts:
    experts = Int4Experts(shape, device)
    for weight in experts.weights.values():
        weight.values.random_(0, 256)
        weight.scales.fill_(0.005)
    return experts


def step_bytes(model: SpeechModel) -> int:
    """Return the bytes that a step must read: every weight once, all experts included, and the embedding again as lm_head."""
    decoder = model.backbone.model.decoder
    dense = sum(value.nbytes for value in decoder.parameters())
    int4 = sum(layer.experts.size_bytes for layer in decoder.layers if isinstance(layer.experts, Int4Experts))
    return dense + int4 + decoder.embed_tokens.weight.nbytes
