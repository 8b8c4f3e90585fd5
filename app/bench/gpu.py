"""Time of a denoising step, beside the floor that the memory's bandwidth sets and beside the stock loop, all in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import numpy as np
import torch
from transformers.modeling_outputs import BaseModelOutputWithPooling

from app.models.hardware import VerifiedDevice
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.decoding.denoiser import denoise
from app.speech.model.memory import free_memory, is_out_of_memory
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions

from .random_model import random_model, step_bytes

CLIPS_S = (10.0, 30.0)
STEPS = (8, 16)
BATCHES = (1, 2, 4, 8)
ROUNDS = 3
COPY_BYTES = {"cuda": 4 << 30, "cpu": 256 << 20}


@dataclass(frozen=True)
class StepTiming:
    """One row of the result; None where memory ran out."""

    clip_s: float
    steps: int
    batch: int
    prefill_ms: float | None
    """Encoder, projector and prompt of the whole batch."""
    step_ms: float | None

    @property
    def speed(self) -> float | None:
        """Seconds of sound transcribed in a second."""
        if self.prefill_ms is None or self.step_ms is None:
            return None
        return 1000 * self.batch * self.clip_s / (self.prefill_ms + self.steps * self.step_ms)


@dataclass(frozen=True)
class BandwidthFloor:
    """The least time of a step: reading every weight once at the memory's full bandwidth."""

    read_bytes: int
    """Bytes that a step must read."""
    bandwidth: float
    """Measured bytes per second of the device's memory."""

    @property
    def floor_ms(self) -> float:
        return 1000 * self.read_bytes / self.bandwidth


@dataclass(frozen=True)
class StockTiming:
    """Time of a step of the stock ``generate()``: one canvas for a clip of 10 s."""

    steps: int
    step_ms: float | None


class StepBenchmark:
    """Measures the steps of one model with random weights."""

    def __init__(self, size: str, device: VerifiedDevice, *, int4: bool = False, rounds: int = ROUNDS) -> None:
        self.device, self.rounds = torch.device(device.name), rounds
        dtype = torch.bfloat16 if device.precision == "bf16" else torch.float32
        self.model: SpeechModel = random_model(size, self.device, dtype, int4=int4)

    def bandwidth_floor(self) -> BandwidthFloor:
        """Measure the memory by copying, which reads and writes every byte."""
        size = COPY_BYTES[self.device.type]
        source = torch.empty(size, dtype=torch.uint8, device=self.device)
        target = torch.empty_like(source)
        seconds = self._median_s(lambda: target.copy_(source))
        return BandwidthFloor(step_bytes(self.model), 2 * size / seconds)

    def timings(
        self, clips_s: tuple[float, ...] = CLIPS_S, steps: tuple[int, ...] = STEPS, batches: tuple[int, ...] = BATCHES
    ) -> Iterator[StepTiming]:
        """Measure every combination; where memory runs out the times are None."""
        for clip_s in clips_s:
            for batch in batches:
                for count in steps:
                    try:
                        yield self.timing(clip_s, count, batch)
                    except RuntimeError as error:
                        if not is_out_of_memory(error):
                            raise
                        free_memory(error)
                        yield StepTiming(clip_s, count, batch, None, None)

    @torch.inference_mode()
    def timing(self, clip_s: float, steps: int, batch: int) -> StepTiming:
        """Measure prefill and steps of ``batch`` canvases."""
        model = self.model
        rng = np.random.default_rng(0)
        clips = [rng.standard_normal(round(SAMPLE_RATE_HZ * clip_s)).astype(np.float32) * 0.1 for _ in range(batch)]
        tokens, counts = model.audio_tokens(clips)
        cache = model.prefill(tokens, counts)
        prefill_s = self._median_s(lambda: model.prefill(*model.audio_tokens(clips)))
        options = TranscribeOptions(steps=steps, observe=False)
        lengths = [model.spec.canvas.length] * batch

        def denoise_canvases() -> None:
            for _ in denoise(model, cache, lengths, options):
                pass

        return StepTiming(clip_s, steps, batch, 1000 * prefill_s, 1000 * self._median_s(denoise_canvases) / steps)

    @torch.inference_mode()
    def stock_timing(self, steps: int = STEPS[0]) -> StockTiming:
        """Measure transformers' ``generate()`` with the same audio tokens in the place of an image's."""
        model, spec = self.model, self.model.spec
        clip = np.random.default_rng(0).standard_normal(10 * SAMPLE_RATE_HZ).astype(np.float32) * 0.1
        tokens, counts = model.audio_tokens([clip])
        slot_count = int(model.slot_counts(counts)[0])
        ids = torch.tensor([spec.prompt.token_ids(slot_count, "auto")], device=self.device)
        sampler = spec.sampler

        def run() -> None:
            model.backbone.generate(
                ids,
                mm_encoder_outputs={"image": BaseModelOutputWithPooling(pooler_output=tokens[0, :slot_count])},
                max_new_tokens=spec.canvas.length,
                max_denoising_steps=steps,
                t_min=sampler.t_min,
                t_max=sampler.t_max,
            )

        try:
            return StockTiming(steps, 1000 * self._median_s(run) / steps)
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            free_memory(error)
            return StockTiming(steps, None)

    def _median_s(self, work: Callable[[], object]) -> float:
        """Return the median time of ``rounds`` runs after one that warms up, each until the GPU is done."""
        times_s = []
        for number in range(self.rounds + 1):
            self._synchronize()
            start_s = perf_counter()
            work()
            self._synchronize()
            if number:
                times_s.append(perf_counter() - start_s)
        return median(times_s)

    def _synchronize(self) -> None:
        if self.device.type == "cuda":
            torch.cuda.synchronize(self.device)
