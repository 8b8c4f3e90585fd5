"""The benchmark runs on a tiny model here, and says what was not measured."""

from __future__ import annotations

import argparse

import pytest
import torch

from app import paths
from app.bench import gpu_command
from app.bench.gpu import BandwidthFloor, StepBenchmark, StepTiming
from app.bench.quantize import compare_layer, compare_model, projected_audio_tokens
from app.bench.random_model import SIZES, step_bytes
from app.models.hardware import verify_device


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    gpu_command.add_parsers(parser.add_subparsers())
    return parser.parse_args(arguments)


@pytest.mark.parametrize("packed", [False, True])
def test_a_tiny_model_is_measured_on_the_processor(packed: bool) -> None:
    measure = StepBenchmark("tiny", verify_device("cpu"), int4=packed, rounds=1)
    (figure,) = measure.timings((1.0,), (2,), (2,))
    assert figure.prefill_ms
    assert figure.step_ms
    assert figure.speed == pytest.approx(1000 * 2 / (figure.prefill_ms + 2 * figure.step_ms))
    ground = measure.bandwidth_floor()
    assert ground.floor_ms == pytest.approx(1000 * ground.read_bytes / ground.bandwidth)
    stock = measure.stock_timing(2)
    assert stock.step_ms is not None
    assert stock.step_ms > 0


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


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a card")
def test_without_a_card_nothing_is_made_up(capsys: pytest.CaptureFixture[str]) -> None:
    choice = parsed("gpu", "--size", "26b", "--random-weights")
    assert choice.run(choice) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("not measured: ")
    assert len(lines) == 2 + 2 * 4 * 2
    assert all(line.count("not measured") == 4 for line in lines[2:])


def test_what_does_not_fit_is_not_measured_and_the_rest_is() -> None:
    measure = StepBenchmark("tiny", verify_device("cpu"), rounds=1)

    def check(_: object, given: tuple[torch.Tensor]) -> None:
        if given[0].shape[0] > 1:
            raise torch.OutOfMemoryError("CUDA out of memory.")

    measure.model.backbone.model.decoder.embed_tokens.register_forward_pre_hook(check)
    few, many = measure.timings((1.0,), (1,), (1, 2))
    assert few.speed
    assert many == StepTiming(1.0, 1, 2, None, None)
    assert many.speed is None


def test_the_floor_is_that_of_the_facts() -> None:
    assert BandwidthFloor(52_000_000_000, 4.8e12).floor_ms == pytest.approx(10.8, abs=0.1)


def test_four_bits_are_near() -> None:
    told = compare_layer("tiny", 64)
    assert told["bytes per parameter"].startswith("0.53125")
    assert float(told["cosine of the layer's output"].split()[0]) > 0.98


def test_four_bits_are_near_where_a_layer_hears_speech() -> None:
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


def test_quantize_tells_of_the_layer_and_of_speech(capsys: pytest.CaptureFixture[str]) -> None:
    clip = str(paths.resources_folder() / "samples" / "en.flac")
    assert gpu_command.run_quantize(parsed("quantize", "--size", "tiny", "--tokens", "32")) == 0
    alone = capsys.readouterr().out
    assert "inputs: 32 random ones" in alone
    assert gpu_command.run_quantize(parsed("quantize", "--size", "tiny", "--speech", clip)) == 0
    both = capsys.readouterr().out
    assert "audio tokens of 1 clips" in both
    assert "cosine of the model's logits" in both
