"""Random models have the shape and size of the real ones."""

from __future__ import annotations

import pytest
import torch

from app.bench.gpu import StepBenchmark
from app.bench.random_model import SIZES, step_bytes
from app.models.hardware import verify_device


def test_packed_weights_are_less_to_read() -> None:
    plain, packed = (StepBenchmark("tiny", verify_device("cpu"), int4=packed).model for packed in (False, True))
    experts = 2 * 4 * 3 * 64 * 64  # layers, experts, gate and up and down
    assert step_bytes(plain) - step_bytes(packed) == experts * (plain.dtype.itemsize - 0.53125)


def test_the_big_one_has_the_published_size() -> None:
    from transformers import DiffusionGemmaForBlockDiffusion

    from app.speech.model.assembly import text_only_config

    with torch.device("meta"):
        made = DiffusionGemmaForBlockDiffusion(text_only_config(dict(SIZES["26b"])))
    experts = sum(value.numel() for name, value in made.model.decoder.named_parameters() if ".experts." in name)
    every = sum(value.numel() for value in made.model.decoder.parameters())
    assert experts == pytest.approx(22.84e9, rel=0.001)
    assert every == pytest.approx(25.25e9, rel=0.01)
