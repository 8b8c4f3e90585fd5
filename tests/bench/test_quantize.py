"""The error of 4-bit experts, on random inputs and on speech."""

from __future__ import annotations

import torch

from app import paths
from app.bench.quantize import compare_layer, compare_model, projected_audio_tokens


def test_four_bits_are_near() -> None:
    told = compare_layer("tiny", 64)
    assert told["bytes per parameter"].startswith("0.53125")
    assert float(told["cosine of the layer's output"].split()[0]) > 0.98


def test_four_bits_are_near_on_audio_tokens() -> None:
    clips = [paths.resources_folder() / "samples" / f"{language}.flac" for language in ("en", "zh")]
    told = compare_layer("tiny", 64, clips=clips)
    assert told["inputs"].endswith("audio tokens of 2 clips")
    assert float(told["cosine of the layer's output"].split()[0]) > 0.98
    states = projected_audio_tokens(clips, 64)
    assert states.pow(2).mean(-1).allclose(torch.ones(len(states)))
    assert 0.2 < float(states[:-1].mul(states[1:]).mean()) < 1  # neighbours are alike, which noise is not


def test_four_bits_on_real_speech() -> None:
    told = compare_model([paths.resources_folder() / "samples" / "en.flac"])
    assert told["canvas positions"].endswith("in 1 clips")
    assert 0.9 < float(told["cosine of the model's logits"]) < 1.0
    assert float(told["likeliest token unchanged"]) > 0.5
