"""Small and streamed vocabularies say the same as plain logits do; nothing of a streamed one is as wide as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech.decoding.canvas_batch import CanvasBatch
from app.speech.decoding.denoiser import denoise
from app.speech.decoding.lm_head import (
    MASKED_LOGIT,
    MIN_DRAFT_LOG_PROB,
    VOCAB_CHUNK,
    ChunkedVocabHead,
    FullVocabHead,
    LmHead,
    LogitConstraints,
    NoiseFn,
    Prediction,
    entropy_of,
    lm_head_for,
)
from app.speech.decoding.sampling_noise import SamplingNoise
from app.speech.events import TOP_K
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions
from tests.speech import tiny

from .test_denoiser import Stock, assert_equal_to_stock, prefilled, rows_of

LENGTHS = [9, 4, 12]
COUNT = sum(LENGTHS)
TEMPERATURE = torch.tensor(0.7)
CHUNKS = [17, 64, tiny.VOCAB]


@pytest.fixture(scope="module")
def model() -> SpeechModel:
    return tiny.model(3)


@pytest.fixture
def canvases() -> CanvasBatch:
    return CanvasBatch(LENGTHS, torch.device("cpu"))


def numbers(*size: int, seed: int = 0) -> Tensor:
    return torch.rand(*size, generator=torch.Generator().manual_seed(seed))


def states_of(width: int = tiny.HIDDEN) -> Tensor:
    return torch.randn(len(LENGTHS), max(LENGTHS), width, generator=torch.Generator().manual_seed(1)) * 20


def bounds_of(kind: str) -> LogitConstraints:
    allowed, guide = numbers(tiny.VOCAB) < 0.6, torch.log(numbers(COUNT, tiny.VOCAB, seed=2))
    if kind == "free":
        return LogitConstraints()
    if kind == "language":
        return LogitConstraints(allowed)
    if kind == "draft":
        return LogitConstraints(allowed, guide, 0.4)
    held = torch.where(numbers(COUNT, seed=3) < 0.4, torch.arange(COUNT) + 20, -1)
    return LogitConstraints(
        allowed, guide, 0.4, held, (numbers(COUNT, seed=4) < 0.5, numbers(tiny.VOCAB, seed=5) < 0.5)
    )


def plain(model: SpeechModel, states: Tensor, bounds: LogitConstraints) -> Tensor:
    """Logits (n, vocab) after everything that bends them, step by step as one would write it down."""
    cap = model.backbone.final_logit_softcapping
    logits = torch.tanh(model.backbone.lm_head(states) / cap) * cap
    if bounds.draft_logits is not None:
        guide = (
            bounds.draft_logits
            if bounds.allowed is None
            else bounds.draft_logits.masked_fill(~bounds.allowed, MASKED_LOGIT)
        )
        heard = guide.log_softmax(-1).clamp(min=MIN_DRAFT_LOG_PROB)
        logits = (1 - bounds.draft_weight) * logits.log_softmax(-1) + bounds.draft_weight * heard
    if bounds.allowed is not None:
        logits = logits.masked_fill(~bounds.allowed, MASKED_LOGIT)
    if bounds.banned is not None:
        logits = logits.masked_fill(bounds.banned[0][:, None] & bounds.banned[1], MASKED_LOGIT)
    logits = logits / TEMPERATURE
    for position, token in enumerate([] if bounds.fixed_ids is None else bounds.fixed_ids.tolist()):
        if token >= 0:
            logits[position] = MASKED_LOGIT
            logits[position, token] = 0.0
    return logits


def heads(model: SpeechModel, canvases: CanvasBatch, kind: str) -> list[LmHead]:
    streamed = [ChunkedVocabHead(model, canvases, bounds_of(kind), chunk) for chunk in CHUNKS]
    return [FullVocabHead(model, canvases, bounds_of(kind)), *streamed]


@torch.inference_mode()
@pytest.mark.parametrize("kind", ["free", "language", "draft", "certain"])
def test_every_head_says_what_plain_logits_do(model: SpeechModel, canvases: CanvasBatch, kind: str) -> None:
    states, race = states_of(), numbers(COUNT, tiny.VOCAB, seed=6).log().neg()
    logits = plain(model, canvases.pack(states), bounds_of(kind))
    probs = logits.softmax(-1)
    for head in heads(model, canvases, kind):
        seen = head.predict(states, TEMPERATURE, exp_noise=_slices(race), top=True)
        assert torch.equal(seen.argmax_ids, logits.argmax(-1))
        torch.testing.assert_close(seen.entropy, entropy_of(logits), atol=2e-5, rtol=1e-4)
        torch.testing.assert_close(seen.token_probs, probs.amax(-1))
        torch.testing.assert_close(seen.soft_embeds, probs @ model.backbone.lm_head.weight, atol=1e-5, rtol=1e-4)
        assert seen.sampled_ids is not None
        assert torch.equal(seen.sampled_ids, (probs / race).argmax(-1))
        assert seen.top is not None
        torch.testing.assert_close(seen.top[1], probs.topk(TOP_K).values)
        torch.testing.assert_close(probs.gather(-1, seen.top[0]), seen.top[1])
        assert all(len(set(row.tolist())) == TOP_K for row in seen.top[0])


def _slices(race: Tensor) -> NoiseFn:
    at = 0

    def following(tokens: int) -> Tensor:
        nonlocal at
        at += tokens
        return race[:, at - tokens : at]

    return following


@torch.inference_mode()
@pytest.mark.parametrize("kind", ["free", "draft"])
def test_embeddings_expected_under_given_logits(model: SpeechModel, canvases: CanvasBatch, kind: str) -> None:
    logits = torch.randn(COUNT, tiny.VOCAB, generator=torch.Generator().manual_seed(2)) * 5
    before, allowed = logits.clone(), bounds_of(kind).allowed
    wanted = logits if allowed is None else logits.masked_fill(~allowed, MASKED_LOGIT)
    for head in heads(model, canvases, kind):
        expected = wanted.softmax(-1) @ model.backbone.lm_head.weight
        torch.testing.assert_close(head.soft_embeds(logits), expected, atol=1e-5, rtol=1e-4)
        assert torch.equal(logits, before)


@torch.inference_mode()
def test_only_what_is_asked_for_is_computed(model: SpeechModel, canvases: CanvasBatch) -> None:
    for head in heads(model, canvases, "draft"):
        seen = head.predict(states_of(), TEMPERATURE, needs_next=False)
        assert (seen.top, seen.sampled_ids, seen.soft_embeds) == (None, None, None)


@torch.inference_mode()
@pytest.mark.parametrize("kind", ["draft", "certain"])
def test_positions_that_are_kept_go_on_alone(model: SpeechModel, canvases: CanvasBatch, kind: str) -> None:
    kept, left = canvases.positions_of([0, 2]), CanvasBatch([9, 12], torch.device("cpu"))
    states = states_of()
    for head in heads(model, canvases, kind):
        before = head.predict(states, TEMPERATURE, top=True)
        head.select(kept, left)
        after = head.predict(states[[0, 2]], TEMPERATURE, top=True)
        for name in ("belief", "sure", "entropy", "expected"):
            torch.testing.assert_close(getattr(after, name), getattr(before, name)[kept])


@torch.inference_mode()
@pytest.mark.parametrize("kind", ["free", "certain"])
def test_samples_come_as_often_as_they_are_probable(model: SpeechModel, kind: str) -> None:
    """The frequencies of 400 draws at evenly spread places are the probabilities, to within one draw."""
    canvases, bounds = CanvasBatch([COUNT], torch.device("cpu")), bounds_of(kind)
    states = states_of().reshape(1, -1, tiny.HIDDEN)[:, :COUNT]
    head = FullVocabHead(model, canvases, bounds)
    head.predict(states, TEMPERATURE)
    probs = plain(model, states[0], bounds).softmax(-1)
    count, wanted = 400, torch.arange(COUNT) % 5 != 0
    found = torch.zeros(COUNT, tiny.VOCAB)
    for number in range(count):
        drawn = head.sample(torch.full((COUNT,), (number + 0.5) / count), wanted)
        found[torch.arange(COUNT), drawn] += 1 / count
    assert (found - probs).abs()[wanted].max() <= 1.01 / count
    assert (found[~wanted, 0] - 1).abs().max() < 1e-4
    assert probs.gather(-1, head.sample(torch.ones(COUNT), wanted)[:, None])[wanted].min() > 0, "not behind the last"


# --- the loop with a streamed vocabulary --------------------------------------------------------------------------------


def streamed(chunk: int) -> Callable[[SpeechModel, CanvasBatch, LogitConstraints], LmHead]:
    return lambda model, canvases, bounds: ChunkedVocabHead(model, canvases, bounds, chunk)


class InParts(FullVocabHead):
    """A whole vocabulary whose race is drawn in parts, as a streamed one's is."""

    part = 64

    def predict(
        self, states: Tensor, temperature: Tensor, *, exp_noise: NoiseFn | None = None, **asked: Any
    ) -> Prediction:
        def parts(tokens: int) -> Tensor:
            assert exp_noise is not None
            return torch.cat([exp_noise(min(self.part, tokens - at)) for at in range(0, tokens, self.part)], dim=-1)

        return super().predict(states, temperature, exp_noise=None if exp_noise is None else parts, **asked)


@pytest.mark.parametrize("seed", range(3))
def test_a_vocabulary_streamed_in_one_part_equals_stock_generate(model: SpeechModel, seed: int) -> None:
    stock = Stock(model, [1.0] * 2, seed, 9)
    generator = torch.Generator().manual_seed(seed)
    prefix, options = prefilled(model, [1.0] * 2), TranscribeOptions(steps=9)
    events = denoise(model, prefix, [12] * 2, options, generators=generator, make_lm_head=streamed(tiny.VOCAB))
    assert_equal_to_stock(stock, rows_of(events))


@pytest.mark.parametrize("sampler", [SamplerConfig(), SamplerConfig(entropy_bound=40.0, stability=0, confidence=0.6)])
@pytest.mark.parametrize("language", ["auto", "hi"])
def test_a_vocabulary_streamed_in_parts_gives_the_same_ids(sampler: SamplerConfig, language: str) -> None:
    """Rows of different lengths that leave at different steps, with drafts that have a share in what is predicted."""
    model = tiny.model(4, sampler=sampler, sharpness=200.0, draft_conditioning=True, draft_weight=0.2)
    draft = torch.randn(3, 12, tiny.VOCAB, generator=torch.Generator().manual_seed(8)) * 3
    options = TranscribeOptions(steps=10, seed=3, language=language)
    runs = []
    for head_for in (InParts, streamed(InParts.part)):
        prefix = prefilled(model, [1.0, 0.3, 0.8], language)
        events = denoise(model, prefix, LENGTHS, options, draft_logits=draft, make_lm_head=head_for, exp_noise=True)
        runs.append(rows_of(events))
    for row, (steps, end) in runs[0].items():
        other_steps, other = runs[1][row]
        assert (end.argmax_ids.tolist(), end.steps, end.ended) == (other.argmax_ids.tolist(), other.steps, other.ended)
        for ours, theirs in zip(steps, other_steps, strict=True):
            assert (ours.canvas == theirs.canvas).all()
            assert (ours.top_ids[:, 0] == theirs.top_ids[:, 0]).all()


class Largest(TorchDispatchMode):
    """Notes the size of the largest tensor that is made."""

    def __init__(self) -> None:
        super().__init__()
        self.size_bytes = 0

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        out = func(*args, **(kwargs or {}))
        for each in out if isinstance(out, tuple | list) else [out]:
            if isinstance(each, Tensor) and not (func.is_view or each._is_view()):
                self.size_bytes = max(self.size_bytes, each.nbytes)
        return out


def test_nothing_is_as_wide_as_a_large_vocabulary() -> None:
    """At 262,144 tokens, as the published model has them, a whole canvas's logits would be 4 * 64 * 262,144 bytes."""
    words, count = 262_144, 64
    model = tiny.model(0, canvas=CanvasConfig(count))
    weight = torch.randn(words, tiny.HIDDEN, generator=torch.Generator().manual_seed(0))
    model.backbone.lm_head.weight = torch.nn.Parameter(weight, requires_grad=False)
    model.backbone.config.text_config.vocab_size = words
    canvases = CanvasBatch([count], torch.device("cpu"))
    head = lm_head_for(model, canvases, LogitConstraints(torch.arange(words) % 3 > 0))
    assert isinstance(head, ChunkedVocabHead)
    dice = SamplingNoise([torch.Generator().manual_seed(0)], 1, canvases, words)
    states = torch.randn(1, count, tiny.HIDDEN)
    with torch.inference_mode(), Largest() as largest:
        seen = head.predict(states, TEMPERATURE, exp_noise=dice.exponential, top=True)
    assert largest.size_bytes <= 4 * count * VOCAB_CHUNK
    assert seen.sampled_ids is not None
    assert (seen.sampled_ids % 3 > 0).all()
    assert (seen.argmax_ids % 3 > 0).all()
