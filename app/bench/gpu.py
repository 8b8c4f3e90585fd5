"""Speed of the denoising steps beside what the device's memory allows and beside the stock loop, all in one run."""

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
    """One line of the result; None where memory ran out."""

    clip_s: float
    steps: int
    batch: int
    prefill_ms: float | None
    """Encoder, projector and prompt of the whole batch."""
    step_ms: float | None

    @property
    def speed(self) -> float | None:
        """Seconds of sound in a second."""
        if self.prefill_ms is None or self.step_ms is None:
            return None
        return 1000 * self.batch * self.clip_s / (self.prefill_ms + self.steps * self.step_ms)


@dataclass(frozen=True)
class BandwidthFloor:
    """What the figures are compared with."""

    read_bytes: int
    """What a step must read."""
    bandwidth: float
    """Bytes per second that the device's memory was measured to give."""

    @property
    def floor_ms(self) -> float:
        return 1000 * self.read_bytes / self.bandwidth


@dataclass(frozen=True)
class StockTiming:
    """The stock ``generate()``: one canvas for a clip of 10 s."""

    steps: int
    step_ms: float | None


class StepBenchmark:
    """Measures one model; ``host_lengths`` can be cut down for a look."""

    def __init__(self, size: str, device: VerifiedDevice, *, int4: bool = False, rounds: int = ROUNDS) -> None:
        self.device, self.rounds = torch.device(device.name), rounds
        dtype = torch.bfloat16 if device.precision == "bf16" else torch.float32
        self.model: SpeechModel = random_model(size, self.device, dtype, int4=int4)

    def bandwidth_floor(self) -> BandwidthFloor:
        """The device's memory is measured by copying, which reads and writes every byte."""
        size = COPY_BYTES[self.device.type]
        source = torch.empty(size, dtype=torch.uint8, device=self.device)
        target = torch.empty_like(source)
        seconds = self._median_s(lambda: target.copy_(source))
        return BandwidthFloor(step_bytes(self.model), 2 * size / seconds)

    def timings(
        self, clips_s: tuple[float, ...] = CLIPS_S, steps: tuple[int, ...] = STEPS, batches: tuple[int, ...] = BATCHES
    ) -> Iterator[StepTiming]:
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
        model = self.model
        dice = np.random.default_rng(0)
        clips = [dice.standard_normal(round(SAMPLE_RATE_HZ * clip_s)).astype(np.float32) * 0.1 for _ in range(batch)]
        tokens, counts = model.audio_tokens(clips)
        prefix = model.prefill(tokens, counts)
        prefill_s = self._median_s(lambda: model.prefill(*model.audio_tokens(clips)))
        options = TranscribeOptions(steps=steps, observe=False)
        lengths = [model.spec.canvas.length] * batch

        def canvas() -> None:
            for _ in denoise(model, prefix, lengths, options):
                pass

        return StepTiming(clip_s, steps, batch, 1000 * prefill_s, 1000 * self._median_s(canvas) / steps)

    @torch.inference_mode()
    def stock_timing(self, steps: int = STEPS[0]) -> StockTiming:
        """A plain loop over transformers' ``generate()`` with the same audio tokens in the place of an image's."""
        model, spec = self.model, self.model.spec
        clip = np.random.default_rng(0).standard_normal(10 * SAMPLE_RATE_HZ).astype(np.float32) * 0.1
        tokens, counts = model.audio_tokens([clip])
        ids = torch.tensor([spec.prompt.token_ids(int(counts[0]), "auto")], device=self.device)
        sampler = spec.sampler

        def run() -> None:
            model.backbone.generate(
                ids,
                mm_encoder_outputs={"image": BaseModelOutputWithPooling(pooler_output=tokens[0, : int(counts[0])])},
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
        """The median of some runs after one that warms up, each waited for on the card."""
        times = []
        for number in range(self.rounds + 1):
            self._synchronize()
            began = perf_counter()
            work()
            self._synchronize()
            if number:
                times.append(perf_counter() - began)
        return median(times)

    def _synchronize(self) -> None:
        if self.device.type == "cuda":
            torch.cuda.synchronize(self.device)
