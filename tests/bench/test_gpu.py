"""The benchmark runs on a tiny model here, and says what was not measured."""

from __future__ import annotations

import pytest
import torch

from app.bench.gpu import BandwidthFloor, StepBenchmark, StepTiming
from app.models.hardware import verify_device


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
