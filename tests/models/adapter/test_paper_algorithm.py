"""The app decodes a published adapter as a plain reading of its paper does: the same ids, step by step."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pytest
import torch

from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.models.catalog import PUBLISHED_CHECKPOINT
from app.speech.audio.segmentation import segment_audio
from app.speech.decoding.prepared_batch import AudioChunk
from app.speech.decoding.sampling_noise import generator_for
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.events import CanvasStep
from app.speech.model.assembly import load_published
from app.speech.options import TranscribeOptions
from app.speech.stage_timer import StageTimer
from tests.models import paper_repository, stand_ins
from tests.models.paper_reference import RATE_HZ, PaperModel, PaperSampler, PaperStep, cut
from tests.speech import tiny
from tests.speech.conftest import babble

pytestmark = pytest.mark.slow

SECONDS, SEED = (2, 13, 29, 45), 5
SAMPLER = PaperSampler(steps=8, bound=12.0, confidence=0.7, stability=0)
"""Thresholds that a random model reaches."""


@dataclass
class Both:
    """The app's decoder and the paper's model, of the same files, and parts of speech as the app cuts them."""

    decoder: SegmentDecoder
    paper: PaperModel
    chunks: list[AudioChunk]
    papers_steps: dict[float, list[list[PaperStep]]] = field(default_factory=dict)

    def expected(self, guidance: float) -> list[list[PaperStep]]:
        """Return the paper's steps of every part; each is denoised alone."""
        if guidance not in self.papers_steps:
            self.papers_steps[guidance] = [
                self.paper.denoise(chunk.audio, SAMPLER, guidance, generator_for(SEED, *chunk.generator_path))
                for chunk in self.chunks
            ]
        return self.papers_steps[guidance]


def speech(seconds: int) -> np.ndarray:
    """Talk with a short dip every 12.4 s, where it is best cut."""
    audio = babble(seconds, seconds)
    for dip_s in np.arange(12.4, seconds - 1, 12.4):
        at = round(dip_s * RATE_HZ)
        audio[at - 800 : at + 800] *= 0.01
    return audio


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    root = tmp_path_factory.mktemp("models")
    tiny.save_backbone_repository(root / "backbone", tiny.backbone(0, 200.0))
    stand_ins.encoder_folder(root)
    folder = root / paper_repository.NAME
    made = paper_repository.write(folder, config="dict")
    model = load_published(folder, root / "backbone", root / "whisper", dtype=torch.float32)
    sampler = SamplerConfig(SAMPLER.bound, stability=SAMPLER.stability, confidence=SAMPLER.confidence)
    model.spec = replace(model.spec, sampler=sampler, canvas=CanvasConfig(SAMPLER.canvas))
    paper = PaperModel.load(
        folder / PUBLISHED_CHECKPOINT,
        root / "backbone",
        root / "whisper",
        type(made.projector)(),
        before=[tiny.BOS, tiny.BOA],
        after=[tiny.EOA],
        lora_scale=2.0,
        end_ids=[tiny.EOS, tiny.TURN_END],
    )
    parts = [
        part
        for seconds in SECONDS
        for part in segment_audio(iter([speech(seconds)]), model.segment_limits)
        if part.speech
    ]
    chunks = [AudioChunk(n, part.start_s, part.end_s, part.audio) for n, part in enumerate(parts)]
    return Both(SegmentDecoder(model), paper, chunks)


@pytest.mark.parametrize("seconds", SECONDS)
def test_speech_is_cut_where_the_paper_cuts_it(both: Both, seconds: int) -> None:
    audio = speech(seconds)
    ends = [part.end_s for part in segment_audio(iter([audio]), both.decoder.model.segment_limits)]
    expected = [sample / RATE_HZ for sample in cut(audio)]
    assert len(expected) == {2: 0, 13: 0, 29: 2, 45: 3}[seconds]
    np.testing.assert_allclose(ends[:-1], expected, atol=0.05)


@pytest.mark.parametrize("guidance", [1.0, 1.5])
@pytest.mark.parametrize("batch", [1, 4])
def test_every_step_has_the_paper_s_ids(both: Both, guidance: float, batch: int) -> None:
    found = decode(both, guidance, batch)
    stopped, tails, kept = set(), set(), set()
    for chunk, expected in zip(both.chunks, both.expected(guidance), strict=True):
        for number, (step, paper_step) in enumerate(zip(found[chunk.segment], expected, strict=True), 1):
            where = f"part {chunk.segment}, step {number}"
            assert step.canvas.tolist() == paper_step.canvas, where
            assert step.argmax_ids.tolist() == paper_step.argmax_ids, where
            assert step.accepted.tolist() == paper_step.accepted, where
            kept.add(sum(paper_step.accepted))
            tails.add(any(token in both.paper.end_ids for token in paper_step.argmax_ids[:-1]))
        stopped.add(len(expected))
    assert len(stopped) > 1, "some settle, some do not"
    assert tails == {True, False}, "some have an end and some have none"
    assert len(kept) > 3, "positions are kept, and not always the same number"


@torch.inference_mode()
def decode(both: Both, guidance: float, batch: int) -> dict[int, list[CanvasStep]]:
    """Return the app's steps of every part."""
    options = TranscribeOptions(seed=SEED, guidance=guidance)  # noise and 8 steps are this adapter's own
    steps: dict[int, list[CanvasStep]] = {}
    for first in range(0, len(both.chunks), batch):
        timer = StageTimer()
        prefilled = both.decoder.prefill(both.chunks[first : first + batch], TranscribeOptions(), timer)
        for item in both.decoder.decode(prefilled, options, timer):
            if isinstance(item, CanvasStep):
                steps.setdefault(item.segment, []).append(item)
    return steps
