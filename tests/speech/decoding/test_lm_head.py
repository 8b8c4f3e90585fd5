"""Full and chunked vocabularies predict what plain logits do; nothing of a chunked one is as wide as the vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech.decoding.canvas_batch import CanvasBatch
from app.speech.decoding.denoiser import CanvasInit, DenoiserBackend, denoise
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
    top_tokens,
)
from app.speech.decoding.sampling_noise import SamplingNoise
from app.speech.events import TOP_K
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions
from tests.speech import tiny

from .test_denoiser import EAGER, Stock, assert_equal_to_stock, logits_of, prefilled, rows_of

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


def constraints_of(kind: str) -> LogitConstraints:
    allowed, draft = numbers(tiny.VOCAB) < 0.6, torch.log(numbers(COUNT, tiny.VOCAB, seed=2))
    if kind == "free":
        return LogitConstraints()
    if kind == "language":
        return LogitConstraints(allowed)
    if kind == "draft":
        return LogitConstraints(allowed, draft, 0.4)
    fixed_ids = torch.where(numbers(COUNT, seed=3) < 0.4, torch.arange(COUNT) + 20, -1)
    banned = numbers(COUNT, seed=4) < 0.5, numbers(tiny.VOCAB, seed=5) < 0.5
    return LogitConstraints(allowed, draft, 0.4, fixed_ids, banned)


def plain_logits(model: SpeechModel, states: Tensor, constraints: LogitConstraints) -> Tensor:
    """Logits (n, vocab) under the constraints, one operation after the other over the whole vocabulary."""
    cap = model.backbone.final_logit_softcapping
    logits = torch.tanh(model.backbone.lm_head(states) / cap) * cap
    if constraints.draft_logits is not None:
        draft = constraints.draft_logits
        if constraints.allowed is not None:
            draft = draft.masked_fill(~constraints.allowed, MASKED_LOGIT)
        draft = draft.log_softmax(-1).clamp(min=MIN_DRAFT_LOG_PROB)
        logits = (1 - constraints.draft_weight) * logits.log_softmax(-1) + constraints.draft_weight * draft
    if constraints.allowed is not None:
        logits = logits.masked_fill(~constraints.allowed, MASKED_LOGIT)
    if constraints.banned is not None:
        logits = logits.masked_fill(constraints.banned[0][:, None] & constraints.banned[1], MASKED_LOGIT)
    logits = logits / TEMPERATURE
    for position, token in enumerate([] if constraints.fixed_ids is None else constraints.fixed_ids.tolist()):
        if token >= 0:
            logits[position] = MASKED_LOGIT
            logits[position, token] = 0.0
    return logits


def heads(model: SpeechModel, canvases: CanvasBatch, kind: str) -> list[LmHead]:
    chunked = [ChunkedVocabHead(model, canvases, constraints_of(kind), chunk) for chunk in CHUNKS]
    return [FullVocabHead(model, canvases, constraints_of(kind)), *chunked]


@torch.inference_mode()
@pytest.mark.parametrize("kind", ["free", "language", "draft", "certain"])
def test_every_head_predicts_what_plain_logits_do(model: SpeechModel, canvases: CanvasBatch, kind: str) -> None:
    states, noise = states_of(), numbers(COUNT, tiny.VOCAB, seed=6).log().neg()
    logits = plain_logits(model, canvases.pack(states), constraints_of(kind))
    probs = logits.softmax(-1)
    for head in heads(model, canvases, kind):
        prediction = head.predict(states, TEMPERATURE, exp_noise=slices_of(noise), top=True)
        assert torch.equal(prediction.argmax_ids, logits.argmax(-1))
        torch.testing.assert_close(prediction.entropy, entropy_of(logits), atol=2e-5, rtol=1e-4)
        torch.testing.assert_close(prediction.token_probs, probs.amax(-1))
        torch.testing.assert_close(prediction.soft_embeds, probs @ model.backbone.lm_head.weight, atol=1e-5, rtol=1e-4)
        assert prediction.sampled_ids is not None
        assert torch.equal(prediction.sampled_ids, (probs / noise).argmax(-1))
        assert prediction.top is not None
        torch.testing.assert_close(prediction.top[1], probs.topk(TOP_K).values)
        torch.testing.assert_close(probs.gather(-1, prediction.top[0]), prediction.top[1])
        assert all(len(set(row.tolist())) == TOP_K for row in prediction.top[0])


def slices_of(noise: Tensor) -> NoiseFn:
    start = 0

    def next_slice(tokens: int) -> Tensor:
        nonlocal start
        start += tokens
        return noise[:, start - tokens : start]

    return next_slice


@torch.inference_mode()
@pytest.mark.parametrize("kind", ["free", "draft"])
def test_mean_embeddings_under_given_logits(model: SpeechModel, canvases: CanvasBatch, kind: str) -> None:
    logits = torch.randn(COUNT, tiny.VOCAB, generator=torch.Generator().manual_seed(2)) * 5
    before, allowed = logits.clone(), constraints_of(kind).allowed
    masked = logits if allowed is None else logits.masked_fill(~allowed, MASKED_LOGIT)
    for head in heads(model, canvases, kind):
        expected = masked.softmax(-1) @ model.backbone.lm_head.weight
        torch.testing.assert_close(head.soft_embeds(logits), expected, atol=1e-5, rtol=1e-4)
        assert torch.equal(logits, before)


@torch.inference_mode()
def test_only_what_is_requested_is_computed(model: SpeechModel, canvases: CanvasBatch) -> None:
    for head in heads(model, canvases, "draft"):
        prediction = head.predict(states_of(), TEMPERATURE, needs_next=False)
        assert (prediction.top, prediction.sampled_ids, prediction.soft_embeds) == (None, None, None)


@torch.inference_mode()
@pytest.mark.parametrize("kind", ["draft", "certain"])
def test_selected_positions_are_predicted_as_before(model: SpeechModel, canvases: CanvasBatch, kind: str) -> None:
    positions, remaining = canvases.positions_of([0, 2]), canvases.select_rows([0, 2])
    states = states_of()
    for head in heads(model, canvases, kind):
        before = head.predict(states, TEMPERATURE, top=True)
        head.select(positions, remaining)
        after = head.predict(states[[0, 2]], TEMPERATURE, top=True)
        for name in ("argmax_ids", "token_probs", "entropy", "soft_embeds"):
            torch.testing.assert_close(getattr(after, name), getattr(before, name)[positions])


@torch.inference_mode()
@pytest.mark.parametrize("kind", ["free", "certain"])
def test_samples_come_as_often_as_they_are_probable(model: SpeechModel, kind: str) -> None:
    """The frequencies of 400 samples at evenly spread numbers are the probabilities, to within one sample."""
    canvases, constraints = CanvasBatch([COUNT], torch.device("cpu")), constraints_of(kind)
    states = states_of().reshape(1, -1, tiny.HIDDEN)[:, :COUNT]
    head = FullVocabHead(model, canvases, constraints)
    head.predict(states, TEMPERATURE)
    probs = plain_logits(model, states[0], constraints).softmax(-1)
    count, mask = 400, torch.arange(COUNT) % 5 != 0
    frequencies = torch.zeros(COUNT, tiny.VOCAB)
    for index in range(count):
        sampled = head.sample(torch.full((COUNT,), (index + 0.5) / count), mask)
        frequencies[torch.arange(COUNT), sampled] += 1 / count
    assert (frequencies - probs).abs()[mask].max() <= 1.01 / count
    assert (frequencies[~mask, 0] - 1).abs().max() < 1e-4
    last = head.sample(torch.ones(COUNT), mask)
    assert probs.gather(-1, last[:, None])[mask].min() > 0, "not after the last token"


# --- the loop with a chunked vocabulary -------------------------------------------------------------------------------


def chunked(chunk: int) -> Callable[[SpeechModel, CanvasBatch, LogitConstraints], LmHead]:
    return lambda model, canvases, constraints: ChunkedVocabHead(model, canvases, constraints, chunk)


class FullVocabHeadWithChunkedNoise(FullVocabHead):
    """Draws its noise in chunks, as a chunked vocabulary's is."""

    chunk = 64

    def predict(
        self, states: Tensor, temperature: Tensor, *, exp_noise: NoiseFn | None = None, **options: Any
    ) -> Prediction:
        def in_chunks(tokens: int) -> Tensor:
            assert exp_noise is not None
            sizes = [min(self.chunk, tokens - start) for start in range(0, tokens, self.chunk)]
            return torch.cat([exp_noise(size) for size in sizes], dim=-1)

        return super().predict(states, temperature, exp_noise=None if exp_noise is None else in_chunks, **options)


@pytest.mark.parametrize("seed", range(3))
def test_a_vocabulary_in_one_chunk_equals_stock_generate(model: SpeechModel, seed: int) -> None:
    stock = Stock(model, [1.0] * 2, seed, 9)
    generator = torch.Generator().manual_seed(seed)
    prefix, options = prefilled(model, [1.0] * 2), TranscribeOptions(steps=9)
    backend = DenoiserBackend(chunked(tiny.VOCAB))
    events = denoise(model, prefix, [12] * 2, options, generators=generator, backend=backend)
    assert_equal_to_stock(stock, rows_of(events))


@pytest.mark.parametrize("sampler", [SamplerConfig(), EAGER], ids=["steady", "settling"])
@pytest.mark.parametrize("language", ["auto", "hi"])
def test_a_vocabulary_in_chunks_gives_the_same_ids(sampler: SamplerConfig, language: str) -> None:
    """Rows of different lengths that leave at different steps, with drafts mixed into the predictions."""
    model = tiny.model(4, sampler=sampler, sharpness=200.0, draft_conditioning=True, draft_weight=0.2)
    draft = torch.randn(3, 12, tiny.VOCAB, generator=torch.Generator().manual_seed(8)) * 3
    options = TranscribeOptions(steps=10, seed=3, language=language)
    runs = []
    for make_lm_head in (FullVocabHeadWithChunkedNoise, chunked(FullVocabHeadWithChunkedNoise.chunk)):
        prefix = prefilled(model, [1.0, 0.3, 0.8], language)
        init, backend = CanvasInit(draft_logits=draft), DenoiserBackend(make_lm_head, exp_noise=True)
        runs.append(rows_of(denoise(model, prefix, LENGTHS, options, init=init, backend=backend)))
    assert len(runs[0]) == len(LENGTHS)
    for row, (steps, end) in runs[0].items():
        other_steps, other = runs[1][row]
        assert (end.argmax_ids.tolist(), end.steps, end.ended) == (other.argmax_ids.tolist(), other.steps, other.ended)
        for ours, theirs in zip(steps, other_steps, strict=True):
            assert (ours.canvas == theirs.canvas).all()
            assert (ours.top_ids[:, 0] == theirs.top_ids[:, 0]).all()


class LargestTensor(TorchDispatchMode):
    """Measures the largest tensor that is made."""

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
    vocab_size, count = 262_144, 64
    model = tiny.model(0, canvas=CanvasConfig(count))
    weight = torch.randn(vocab_size, tiny.HIDDEN, generator=torch.Generator().manual_seed(0))
    model.backbone.lm_head.weight = torch.nn.Parameter(weight, requires_grad=False)
    model.backbone.config.text_config.vocab_size = vocab_size
    canvases = CanvasBatch([count], torch.device("cpu"))
    head = lm_head_for(model, canvases, LogitConstraints(torch.arange(vocab_size) % 3 > 0))
    assert isinstance(head, ChunkedVocabHead)
    noise = SamplingNoise([torch.Generator().manual_seed(0)], 1, canvases, vocab_size)
    states = torch.randn(1, count, tiny.HIDDEN)
    with torch.inference_mode(), LargestTensor() as largest:
        prediction = head.predict(states, TEMPERATURE, exp_noise=noise.exponential, top=True)
    assert largest.size_bytes <= 4 * count * VOCAB_CHUNK
    assert prediction.sampled_ids is not None
    assert (prediction.sampled_ids % 3 > 0).all()
    assert (prediction.argmax_ids % 3 > 0).all()


# --- entropy and top tokens, for any numbers --------------------------------------------------------------------------


@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_entropy_lies_between_certainty_and_ignorance(data: st.DataObject) -> None:
    logits = data.draw(st.composite(logits_of)())
    entropy = entropy_of(logits)
    assert (entropy >= -1e-4).all()
    assert (entropy <= np.log(logits.shape[-1]) + 1e-4).all()
    cut = logits.clone()
    cut[..., 1:] = MASKED_LOGIT
    assert torch.equal(entropy_of(cut), torch.zeros(logits.shape[:2]))


@settings(deadline=None, max_examples=100)
@given(seed=st.integers(0, 2**31), vocab=st.integers(5, 900), ties=st.booleans())
def test_top_tokens_are_those_of_topk(seed: int, vocab: int, ties: bool) -> None:
    values = torch.rand(2, 3, vocab, generator=torch.Generator().manual_seed(seed))
    if ties:
        values = (values * 4).round() / 4
    top, ids = top_tokens(values)
    assert torch.equal(top, values.topk(5).values)
    assert torch.equal(values.gather(-1, ids), top)
    assert all(len(set(row.tolist())) == 5 for row in ids.flatten(0, 1))
