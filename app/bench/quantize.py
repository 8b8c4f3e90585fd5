"""Error of 4-bit experts: on a layer as wide as the real one, and on real speech with the bundled model.

The wide layer's weights are random; its inputs are random or real sound, the audio tokens of clips rotated into its width.
The bundled model's weights are real too, but its layers are narrow.
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
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import load
from app.speech.stage_timer import StageTimer

from .random_model import SIZES

VOCAB_SAMPLE = 4096  # random output embeddings, in the place of the vocabulary's


@torch.inference_mode()
def compare_layer(size: str, tokens: int, experts: int | None = None, clips: Sequence[Path] = ()) -> dict[str, str]:
    """Compare a layer of experts with its 4-bit copy, both in float32: bytes, cosine of outputs and logits, equal argmax.

    The residual that the experts' output is added to is as large as the output, so logits differ by as much as a whole
    model's after one layer.

    Args:
        size: a key of ``SIZES``.
        tokens: number of random input vectors.
        experts: reduces the number of experts, for a machine with little memory; each stays as wide.
        clips: audio files whose audio tokens replace the random inputs, all of them.

    Returns:
        The rows of the table by name.
    """
    torch.manual_seed(0)
    text = dict(SIZES[size])
    text.pop("canvas_length")
    text["num_experts"] = min(experts or text["num_experts"], text["num_experts"])
    text["top_k_experts"] = min(text["top_k_experts"], text["num_experts"])
    config = DiffusionGemmaTextConfig(**text)
    config._experts_implementation = "eager"  # noqa: SLF001  transformers has no public name for it
    plain = DiffusionGemmaTextExperts(config)
    plain.gate_up_proj.normal_(std=config.hidden_size**-0.5)
    plain.down_proj.normal_(std=config.moe_intermediate_size**-0.5)
    states = projected_audio_tokens(clips, config.hidden_size) if clips else torch.randn(tokens, config.hidden_size)
    scores = states @ torch.randn(config.hidden_size, config.num_experts) * config.hidden_size**-0.5
    weights, choice = scores.softmax(-1).topk(config.top_k_experts, dim=-1)
    weights /= weights.sum(-1, keepdim=True)
    exact = plain(states, choice, weights)
    rounded = _forward_in_bf16(plain, states, choice, weights)
    quantized = Int4Experts.quantized(plain)
    approximate = quantized(states, choice, weights)
    parameters = sum(weight.weight_count for weight in quantized.weights.values())
    lm_head = torch.randn(config.hidden_size, VOCAB_SAMPLE) * config.hidden_size**-0.5
    residual = torch.randn_like(exact) * exact.std()
    exact_logits, logits = (residual + exact) @ lm_head, (residual + approximate) @ lm_head
    return {
        "inputs": f"{len(states):,} audio tokens of {len(clips)} clips" if clips else f"{len(states):,} random ones",
        "parameters": f"{parameters:,}",
        "bytes per parameter": f"{quantized.size_bytes / parameters:.5f} (bf16: 2)",
        "cosine of the layer's output": f"{_cosine(exact, approximate):.5f} (bf16: {_cosine(exact, rounded):.5f})",
        "cosine of logits after the layer": f"{_cosine(exact_logits, logits):.5f}",
        "likeliest of 4096 words unchanged": f"{_argmax_agreement(exact_logits, logits):.3f}",
    }


def projected_audio_tokens(clips: Sequence[Path], width: int) -> Tensor:
    """Return the bundled model's audio tokens of clips, projected to another width, (audio tokens, width).

    The projection is random and keeps lengths and angles but for chance. Each token gets an RMS of one, as after a norm.
    """
    decoder = SegmentDecoder(load(device="cpu").model.float())
    audio_tokens = torch.cat([_prefill(decoder, clip).audio_tokens[0] for clip in clips])
    projected = audio_tokens @ torch.randn(audio_tokens.shape[-1], width)
    return projected / projected.pow(2).mean(-1, keepdim=True).sqrt()


@torch.inference_mode()
def compare_model(clips: Sequence[Path], seed: int = 0) -> dict[str, str]:
    """Compare the first denoising step of each clip (auto language), all layers in 4 bits and none; float32 on the CPU."""
    decoder = SegmentDecoder(load(device="cpu").model.float())
    exact = [_first_logits(decoder, clip, seed) for clip in clips]
    backbone = decoder.model.backbone.model
    for layer in (*backbone.encoder.language_model.layers, *backbone.decoder.layers):
        layer.experts = Int4Experts.quantized(layer.experts)
    approximate = [_first_logits(decoder, clip, seed) for clip in clips]
    left, right = torch.cat(exact), torch.cat(approximate)
    return {
        "canvas positions": f"{len(left):,} in {len(clips)} clips",
        "cosine of the model's logits": f"{_cosine(left, right):.5f}",
        "likeliest token unchanged": f"{_argmax_agreement(left, right):.3f}",
    }


def _first_logits(decoder: SegmentDecoder, clip: Path, seed: int) -> Tensor:
    """Return the logits (canvas, vocab) of a canvas of noise, conditioned as the app's first step is."""
    prefilled = _prefill(decoder, clip)
    generator = generator_for(seed, 0)
    canvas = torch.randint(decoder.model.vocab_size, (1, prefilled.canvas_lengths[0]), generator=generator)
    return decoder.model.canvas_logits(prefilled.prefill_cache, canvas, prefilled.draft_logits)[0]


def _prefill(decoder: SegmentDecoder, clip: Path) -> PrefilledBatch:
    samples = decode.read(clip)
    chunk = AudioChunk(0, 0.0, len(samples) / SAMPLE_RATE_HZ, samples)
    return decoder.prefill([chunk], TranscribeOptions(), StageTimer())


def _forward_in_bf16(plain: DiffusionGemmaTextExperts, states: Tensor, choice: Tensor, weights: Tensor) -> Tensor:
    originals = plain.gate_up_proj.data, plain.down_proj.data
    plain.gate_up_proj.data, plain.down_proj.data = (weight.bfloat16() for weight in originals)
    out = plain(states.bfloat16(), choice, weights.bfloat16()).float()
    plain.gate_up_proj.data, plain.down_proj.data = originals
    return out


def _cosine(left: Tensor, right: Tensor) -> float:
    return float(cosine_similarity(left.flatten(), right.flatten(), dim=0))


def _argmax_agreement(left: Tensor, right: Tensor) -> float:
    return float((left.argmax(-1) == right.argmax(-1)).float().mean())
