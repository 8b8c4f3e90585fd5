"""The backbone's choice between the steps: a real tiny model reads the probable texts of alignments."""

from __future__ import annotations

import pytest
import torch

from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech.decoding.ctc import greedy_decode
from app.speech.decoding.prepared_batch import AudioChunk, DecodedChunk
from app.speech.decoding.rescoring import log_likelihoods
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.decoding.step_rescoring import choose_alignments, rescores_at
from app.speech.events import CanvasStep
from app.speech.options import TranscribeOptions
from app.speech.stage_timer import StageTimer
from tests.speech import tiny

ONE, OTHER = [40, 41, 42], [40, 50, 42]


@pytest.mark.parametrize(("steps", "chosen"), [(1, []), (2, [2]), (5, [3, 5]), (8, [2, 4, 6, 8])])
def test_every_second_step_is_rescored_and_the_last_one(steps: int, chosen: list[int]) -> None:
    assert [step for step in range(1, steps + 1) if rescores_at(step, steps)] == chosen


@pytest.mark.parametrize("weight", [0.5, 2.0])
def test_predictions_and_backbone_decide_together(weight: float) -> None:
    model = tiny.model(5)
    logits = torch.full((2, 6, model.vocab_size), -20.0)
    logits[:, [0, 2, 4], tiny.BLANK] = 0.0
    for frame, token in zip((1, 3, 5), ONE, strict=True):
        logits[:, frame, token] = 0.0
    with torch.inference_mode():
        cache = model.prefill(*model.audio_tokens([tiny.clip(1.0, 0), tiny.clip(1.0, 1)]), "en")
        rows = torch.arange(2)
        read = log_likelihoods(model, cache.select_rows(rows), [[ONE, OTHER]] * 2)
        for row, (one, other) in enumerate(read):
            for more, best in ((0.1, OTHER), (-0.1, ONE)):
                # how much likelier than ONE by the predictions
                logits[row, 3, OTHER[1]] = weight * (one - other) + more
                log_probs = logits.log_softmax(-1)
                found = choose_alignments(model, cache, [log_probs[0], log_probs[1, :6]], weight, 8)
                assert found.shape == (2, 8)
                assert [token for token in found[row].tolist() if token != tiny.BLANK] == best
        assert log_likelihoods(model, cache.select_rows(rows), [[ONE, OTHER]] * 2) == read, "the cache is as it was"


def test_what_is_chosen_is_shown_and_written() -> None:
    sampler = SamplerConfig(candidates="argmax", rescoring=1.0)
    canvas = CanvasConfig(192, layout="alignment")
    model = tiny.model(2, canvas=canvas, sampler=sampler, draft_conditioning=True, segment_s=8.0)
    decoder, timer = SegmentDecoder(model), StageTimer()
    chunk = AudioChunk(0, 0.0, 1.0, tiny.clip(1.0))

    def decode(steps: int, weight: float) -> tuple[CanvasStep, DecodedChunk]:
        object.__setattr__(sampler, "rescoring", weight)
        options = TranscribeOptions("en", steps, start="noise", observe=True)
        items = list(decoder.decode(decoder.prefill([chunk], options, timer), options, timer))
        (done,) = (item for item in items if isinstance(item, DecodedChunk))
        return [item for item in items if isinstance(item, CanvasStep)][-1], done

    shown, done = decode(2, 1.0)
    text = model.vocabulary.decode([t for t in shown.argmax_ids.tolist() if t != tiny.BLANK])
    assert done.text == text
    assert greedy_decode(
        torch.nn.functional.one_hot(torch.tensor(shown.argmax_ids).long(), model.vocab_size), tiny.BLANK
    ) == [token for token in shown.argmax_ids.tolist() if token != tiny.BLANK]
    assert decode(2, 0.0)[1].text != text, "without the backbone the likeliest tokens are written"
    assert decode(1, 1.0)[1].text == decode(1, 0.0)[1].text, "a single step is the denoiser's alone"
