"""What packing experts in 4 bits costs: on a layer as wide as the real one, and on real speech with the bundled model.

The wide layer's weights are random, and so are its inputs, or they are real sound: the audio tokens of clips, turned into its
width. The bundled model's weights are real too, but its layers are narrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import cosine_similarity
from transformers import DiffusionGemmaTextConfig
from transformers.models.diffusion_gemma.modeling_diffusion_gemma import DiffusionGemmaTextExperts

from app.models.quantization.int4_experts import Int4Experts
from app.speech.audio import decode
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.decoding.prepared_batch import AudioChunk, PrefilledBatch
from app.speech.decoding.sampling_noise import generator_for
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.pipeline.transcriber import load
from app.speech.stage_timer import StageTimer

from .random_model import SIZES

VOCAB_SAMPLE = 4096  # random words that an output is compared with, as the last layer's is with the vocabulary


@torch.inference_mode()
def compare_layer(size: str, tokens: int, experts: int | None = None, clips: Sequence[Path] = ()) -> dict[str, str]:
    """Bytes per parameter, cosine of outputs and of logits, and how often the likeliest word stays; both in float32.

    The residual that the experts' output is added to is as large as the output, so logits differ by what a whole model's do
    after one layer. ``run_experts`` cuts their number down, for a machine with little memory: each is as wide as before.
    With ``clips`` the inputs are their audio tokens instead of noise, all of them.
    """
    torch.manual_seed(0)
    text = dict(SIZES[size])
    text.pop("canvas_length")
    text["num_experts"] = min(experts or text["num_experts"], text["num_experts"])
    text["top_k_experts"] = min(text["top_k_experts"], text["num_experts"])
    config = DiffusionGemmaTextConfig(**text)
    config._experts_implementation = "eager"
    plain = DiffusionGemmaTextExperts(config)
    plain.gate_up_proj.normal_(std=config.hidden_size**-0.5)
    plain.down_proj.normal_(std=config.moe_intermediate_size**-0.5)
    states = projected_audio_tokens(clips, config.hidden_size) if clips else torch.randn(tokens, config.hidden_size)
    scores = states @ torch.randn(config.hidden_size, config.num_experts) * config.hidden_size**-0.5
    weights, choice = scores.softmax(-1).topk(config.top_k_experts, dim=-1)
    weights /= weights.sum(-1, keepdim=True)
    exact = plain(states, choice, weights)
    rounded = _forward_in_bf16(plain, states, choice, weights)
    packed = Int4Experts.quantized(plain)
    near = packed(states, choice, weights)
    parameters = sum(each.weight_count for each in packed.weights.values())
    head = torch.randn(config.hidden_size, VOCAB_SAMPLE) * config.hidden_size**-0.5
    residual = torch.randn_like(exact) * exact.std()
    return {
        "inputs": f"{len(states):,} audio tokens of {len(clips)} clips" if clips else f"{len(states):,} random ones",
        "parameters": f"{parameters:,}",
        "bytes per parameter": f"{packed.size_bytes / parameters:.5f} (bf16: 2)",
        "cosine of the layer's output": f"{_cosine(exact, near):.5f} (bf16: {_cosine(exact, rounded):.5f})",
        "cosine of logits after the layer": f"{_cosine((residual + exact) @ head, (residual + near) @ head):.5f}",
        "likeliest of 4096 words unchanged": f"{_argmax_agreement((residual + exact) @ head, (residual + near) @ head):.3f}",
    }


def projected_audio_tokens(clips: Sequence[Path], width: int) -> Tensor:
    """What the bundled model's backbone hears in clips, (audio tokens, width), each with an RMS of one, as a layer's norm
    leaves it. The turn into another width is random and keeps all lengths and angles but for chance."""
    reader = SegmentDecoder(load(device="cpu").model.float())
    heard = torch.cat([_prefill(reader, clip).audio_tokens[0] for clip in clips])
    turned = heard @ torch.randn(heard.shape[-1], width)
    return turned / turned.pow(2).mean(-1, keepdim=True).sqrt()


@torch.inference_mode()
def compare_model(clips: Sequence[Path], seed: int = 0) -> dict[str, str]:
    """The first denoising step of each clip (auto language), all layers packed beside none; both in float32 on the CPU."""
    reader = SegmentDecoder(load(device="cpu").model.float())
    exact = [_first_logits(reader, clip, seed) for clip in clips]
    kinds = (reader.model.backbone.model.encoder.language_model, reader.model.backbone.model.decoder)
    for layer in (layer for kind in kinds for layer in kind.layers):
        layer.experts = Int4Experts.quantized(layer.experts)
    near = [_first_logits(reader, clip, seed) for clip in clips]
    left, right = torch.cat(exact), torch.cat(near)
    return {
        "canvas positions": f"{len(left):,} in {len(clips)} clips",
        "cosine of the model's logits": f"{_cosine(left, right):.5f}",
        "likeliest token unchanged": f"{_argmax_agreement(left, right):.3f}",
    }


def _first_logits(reader: SegmentDecoder, clip: Path, seed: int) -> Tensor:
    """(canvas, vocab) of a canvas of noise, conditioned as the app's first step is."""
    heard = _prefill(reader, clip)
    dice = generator_for(seed, 0)
    canvas = torch.randint(reader.model.vocab_size, (1, heard.canvas_lengths[0]), generator=dice)
    return reader.model.canvas_logits(heard.prefill_cache, canvas, heard.draft_logits)[0]


def _prefill(reader: SegmentDecoder, clip: Path) -> PrefilledBatch:
    samples = decode.read(clip)
    return reader.prefill([AudioChunk(0, 0.0, len(samples) / SAMPLE_RATE_HZ, samples)], "auto", StageTimer())


def _forward_in_bf16(plain: DiffusionGemmaTextExperts, states: Tensor, choice: Tensor, weights: Tensor) -> Tensor:
    kept = plain.gate_up_proj.data, plain.down_proj.data
    plain.gate_up_proj.data, plain.down_proj.data = (each.bfloat16() for each in kept)
    out = plain(states.bfloat16(), choice, weights.bfloat16()).float()
    plain.gate_up_proj.data, plain.down_proj.data = kept
    return out


def _cosine(left: Tensor, right: Tensor) -> float:
    return float(cosine_similarity(left.flatten(), right.flatten(), dim=0))


def _argmax_agreement(left: Tensor, right: Tensor) -> float:
    return float((left.argmax(-1) == right.argmax(-1)).float().mean())
