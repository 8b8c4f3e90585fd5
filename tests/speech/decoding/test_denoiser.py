"""The denoising loop: equal to the stock one, row by row the same in any batch, and how each canvas ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor
from transformers import LogitsProcessor, LogitsProcessorList
from transformers.modeling_outputs import BaseModelOutputWithPooling
from transformers.models.diffusion_gemma.generation_diffusion_gemma import (
    EntropyBoundSampler,
    EntropyBoundSamplerConfig,
)

from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech.decoding.ctc import greedy_decode
from app.speech.decoding.denoiser import (
    CanvasDone,
    CanvasInit,
    DenoiserBackend,
    DenoiseState,
    accept,
    collapse_repeats,
    denoise,
    draft_noise_share,
    step_temperature,
    tail_positions,
    whole_words_only,
)
from app.speech.decoding.lm_head import (
    MASKED_LOGIT,
    ChunkedVocabHead,
    FullVocabHead,
    LmHead,
    Prediction,
    entropy_of,
)
from app.speech.decoding.script_mask import allowed_tokens
from app.speech.events import CanvasStep
from app.speech.model.cuda_graph import CudaGraphDecoder
from app.speech.model.speech_model import PrefillCache, SpeechModel
from app.speech.options import TranscribeOptions
from tests.speech import tiny

LENGTH = 12
SIXTEEN = TranscribeOptions(steps=16)
# Thresholds that a random model reaches, at different steps.
EAGER = SamplerConfig(entropy_bound=40.0, stability=0, confidence=0.6)
STABLE = SamplerConfig(entropy_bound=40.0, confidence=2.0)
STOCK_SAMPLING = DenoiserBackend(exp_noise=True)


@pytest.fixture(scope="module")
def model() -> SpeechModel:
    return tiny.model()


@torch.inference_mode()
def prefilled(model: SpeechModel, seconds: list[float], language: str = "auto") -> PrefillCache:
    tokens, counts = model.audio_tokens([tiny.clip(length, seed) for seed, length in enumerate(seconds)])
    return model.prefill(tokens, counts, language)


def rows_of(events: Iterator[CanvasStep | CanvasDone]) -> dict[int, tuple[list[CanvasStep], CanvasDone]]:
    """Steps and end of every segment; fails where a step is missing or comes after the end."""
    steps: dict[int, list[CanvasStep]] = {}
    ends: dict[int, CanvasDone] = {}
    for event in events:
        assert event.segment not in ends
        if isinstance(event, CanvasDone):
            ends[event.segment] = event
        else:
            steps.setdefault(event.segment, []).append(event)
            assert event.step == len(steps[event.segment])
    return {segment: (steps.get(segment, []), end) for segment, end in ends.items()}


class Stock:
    """Runs transformers' own ``generate()`` on the same audio tokens and keeps every canvas that it feeds and every argmax."""

    def __init__(self, model: SpeechModel, seconds: list[float], seed: int, steps: int, **kwargs: Any) -> None:
        self.canvases: list[Tensor] = []
        self.argmax_ids: list[Tensor] = []
        backbone, sampler = model.backbone, model.spec.sampler
        with torch.inference_mode():
            tokens, counts = model.audio_tokens([tiny.clip(length, row) for row, length in enumerate(seconds)])
        assert len(set(counts.tolist())) == 1
        ids = torch.tensor([model.spec.prompt.token_ids(int(count)) for count in counts])
        hook = backbone.model.decoder.register_forward_pre_hook(self._feeding, with_kwargs=True)
        torch.manual_seed(seed)
        try:
            out = backbone.generate(
                input_ids=ids,
                mm_encoder_outputs={"image": BaseModelOutputWithPooling(pooler_output=tokens.flatten(0, 1))},
                streamer=self,
                max_new_tokens=backbone.config.canvas_length,
                max_denoising_steps=steps,
                sampler_config=EntropyBoundSamplerConfig(sampler.entropy_bound),
                t_min=sampler.t_min,
                t_max=sampler.t_max,
                stability_threshold=sampler.stability,
                confidence_threshold=sampler.confidence,
                **kwargs,
            )
        finally:
            hook.remove()
        self.ids = out.sequences[:, ids.shape[1] :]

    def _feeding(self, module: torch.nn.Module, args: Any, kwargs: dict[str, Any]) -> None:
        self.canvases.append(kwargs["decoder_input_ids"].clone())

    def put(self, value: Tensor) -> None: ...

    def put_draft(self, value: Tensor) -> None:
        self.argmax_ids.append(value)

    def end(self) -> None: ...


def assert_equal_to_stock(stock: Stock, rows: dict[int, tuple[list[CanvasStep], CanvasDone]]) -> None:
    assert rows
    for row, (steps, end) in rows.items():
        for number, step in enumerate(steps):
            np.testing.assert_array_equal(
                step.canvas, stock.canvases[number][row].numpy(), f"canvas, row {row}, step {number}"
            )
            np.testing.assert_array_equal(
                step.argmax_ids, stock.argmax_ids[number][row].numpy(), f"argmax, row {row}, step {number}"
            )
        np.testing.assert_array_equal(end.argmax_ids, stock.ids[row].numpy())


# --- parity with transformers' generate(), no tolerance ---------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("steps", [1, 7, 16])
def test_batch_of_one_equals_stock_generate(model: SpeechModel, seed: int, steps: int) -> None:
    stock = Stock(model, [1.0], seed, steps)
    generator = torch.Generator().manual_seed(seed)
    rows = rows_of(
        denoise(
            model,
            prefilled(model, [1.0]),
            [LENGTH],
            TranscribeOptions(steps=steps),
            generators=[generator],
            backend=STOCK_SAMPLING,
        )
    )
    assert len(rows[0][0]) == len(stock.argmax_ids) == steps
    assert_equal_to_stock(stock, rows)


@pytest.mark.parametrize(("seed", "sampler"), [(7, STABLE), (10, STABLE), *((seed, EAGER) for seed in range(4))])
def test_settling_equals_stock_generate(seed: int, sampler: SamplerConfig) -> None:
    model = tiny.model(seed, sampler=sampler, sharpness=200.0)
    stock = Stock(model, [0.7], seed, 48)
    generator = torch.Generator().manual_seed(seed)
    rows = rows_of(
        denoise(
            model,
            prefilled(model, [0.7]),
            [LENGTH],
            TranscribeOptions(steps=48),
            generators=[generator],
            backend=STOCK_SAMPLING,
        )
    )
    assert rows[0][1].steps == len(stock.argmax_ids) < 48
    assert_equal_to_stock(stock, rows)


@pytest.mark.parametrize("seed", range(4))
def test_batch_of_four_equals_stock_generate(model: SpeechModel, seed: int) -> None:
    stock = Stock(model, [1.0] * 4, seed, 12)
    generator = torch.Generator().manual_seed(seed)
    rows = rows_of(
        denoise(
            model,
            prefilled(model, [1.0] * 4),
            [LENGTH] * 4,
            TranscribeOptions(steps=12),
            generators=generator,
            backend=STOCK_SAMPLING,
        )
    )
    assert len(rows) == 4
    assert_equal_to_stock(stock, rows)


@pytest.mark.parametrize("seed", range(3))
def test_batch_of_four_equals_stock_generate_until_a_row_has_settled(seed: int) -> None:
    model = tiny.model(seed, sampler=EAGER, sharpness=200.0)
    stock = Stock(model, [1.0] * 4, seed, 48)
    generator = torch.Generator().manual_seed(seed)
    options = TranscribeOptions(steps=48)
    rows = rows_of(
        denoise(model, prefilled(model, [1.0] * 4), [LENGTH] * 4, options, generators=generator, backend=STOCK_SAMPLING)
    )
    first = min(end.steps for _, end in rows.values())
    assert first < 48
    for row, (steps, end) in rows.items():
        for number in range(first):
            np.testing.assert_array_equal(steps[number].canvas, stock.canvases[number][row].numpy())
            np.testing.assert_array_equal(steps[number].argmax_ids, stock.argmax_ids[number][row].numpy())
        if end.steps == first:
            np.testing.assert_array_equal(end.argmax_ids, stock.ids[row].numpy())


@pytest.mark.parametrize("window", [8, 16])
def test_prompts_longer_than_the_sliding_window_equal_stock_generate(window: int) -> None:
    model = tiny.model(1, window=window)
    stock = Stock(model, [1.5, 1.5], 3, 9)
    generator = torch.Generator().manual_seed(3)
    rows = rows_of(
        denoise(
            model,
            prefilled(model, [1.5] * 2),
            [LENGTH] * 2,
            TranscribeOptions(steps=9),
            generators=generator,
            backend=STOCK_SAMPLING,
        )
    )
    assert_equal_to_stock(stock, rows)


def test_constrained_predictions_equal_stock_generate_with_a_processor() -> None:
    model = tiny.model(2)
    allowed = torch.from_numpy(allowed_tokens(model.vocabulary, "hi", model.vocab_size))

    class Only(LogitsProcessor):
        def __call__(self, input_ids: Tensor, scores: Tensor, cur_step: Tensor) -> Tensor:
            return scores.masked_fill(~allowed, MASKED_LOGIT)

    stock = Stock(model, [1.0], 5, 10, logits_processor=LogitsProcessorList([Only()]))
    options = TranscribeOptions(steps=10, language="hi")
    generator = torch.Generator().manual_seed(5)
    rows = rows_of(
        denoise(model, prefilled(model, [1.0]), [LENGTH], options, generators=[generator], backend=STOCK_SAMPLING)
    )
    assert_equal_to_stock(stock, rows)


def test_a_given_start_equals_stock_generate_with_that_canvas(model: SpeechModel) -> None:
    start = torch.arange(20, 20 + LENGTH)[None]
    stock = Stock(model, [1.0], 8, 6, decoder_input_ids=start)
    generator = torch.Generator().manual_seed(8)
    options = TranscribeOptions(steps=6)
    rows = rows_of(
        denoise(
            model,
            prefilled(model, [1.0]),
            [LENGTH],
            options,
            generators=[generator],
            init=CanvasInit(canvas=start),
            backend=STOCK_SAMPLING,
        )
    )
    assert_equal_to_stock(stock, rows)


# --- rows of a batch --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("window", [8, 64])
@pytest.mark.parametrize("sampler", [SamplerConfig(), EAGER], ids=["steady", "settling"])
def test_each_row_of_a_batch_equals_its_own_run(sampler: SamplerConfig, window: int) -> None:
    """Prompts and canvases of different lengths, rows that leave at different steps, prompts beyond the sliding window."""
    model = tiny.model(4, sampler=sampler, window=window, sharpness=200.0)
    seconds, lengths, segments = [1.0, 0.3, 2.0, 1.0, 0.6], [12, 5, 20, 9, 12], [7, 2, 5, 11, 0]
    options = TranscribeOptions(steps=16, seed=21)
    together = rows_of(denoise(model, prefilled(model, seconds), lengths, options, segments=segments))
    assert set(together) == set(segments)
    if sampler is EAGER:
        assert len({end.steps for _, end in together.values()}) > 1, "the test wants rows that leave at different steps"
    for row, segment in enumerate(segments):
        with torch.inference_mode():
            tokens, counts = model.audio_tokens([tiny.clip(seconds[row], row)])
            prefix = model.prefill(tokens, counts)
        ((steps, end),) = rows_of(denoise(model, prefix, [lengths[row]], options, segments=[segment])).values()
        own_steps, own_end = together[segment]
        assert (own_end.steps, own_end.ended) == (end.steps, end.ended)
        np.testing.assert_array_equal(own_end.argmax_ids, end.argmax_ids)
        np.testing.assert_allclose(own_end.token_probs, end.token_probs, atol=1e-4)
        for ours, alone in zip(own_steps, steps, strict=True):
            np.testing.assert_array_equal(ours.canvas, alone.canvas)
            np.testing.assert_array_equal(ours.argmax_ids, alone.argmax_ids)
            np.testing.assert_array_equal(ours.accepted, alone.accepted)
            np.testing.assert_allclose(ours.entropy, alone.entropy, atol=1e-3)


def test_same_seed_same_canvas_other_seed_another(model: SpeechModel) -> None:
    prefix = prefilled(model, [1.0])

    def run(seed: int, segment: int = 0) -> CanvasDone:
        options = TranscribeOptions(steps=5, seed=seed, observe=False)
        return rows_of(denoise(model, prefix, [LENGTH], options, segments=[segment]))[segment][1]

    assert np.array_equal(run(1).argmax_ids, run(1).argmax_ids)
    assert not np.array_equal(run(1).argmax_ids, run(2).argmax_ids)
    assert not np.array_equal(run(1).argmax_ids, run(1, segment=1).argmax_ids)


# --- events -----------------------------------------------------------------------------------------------------------


def test_steps_say_what_happened(model: SpeechModel) -> None:
    options = TranscribeOptions(steps=8)
    steps, end = rows_of(denoise(model, prefilled(model, [1.0]), [LENGTH], options))[0]
    assert [step.steps for step in steps] == [8] * 8
    for before, after in pairwise(steps):
        assert before.accepted.any()
        assert before.sampled_ids is not None
        np.testing.assert_array_equal(after.canvas[before.accepted], before.sampled_ids[before.accepted])
    for step in steps:
        assert (step.canvas.dtype, step.argmax_ids.dtype, step.accepted.dtype) == (np.int32, np.int32, np.bool_)
        assert (step.entropy.dtype, step.top_ids.dtype, step.top_probs.dtype) == (np.float32, np.int32, np.float16)
        assert step.top_ids.shape == step.top_probs.shape == (LENGTH, 5)
        np.testing.assert_array_equal(step.top_ids[:, 0], step.argmax_ids)
        assert (np.diff(step.top_probs.astype(np.float32), axis=1) <= 0).all()
        assert step.step_ms > 0
        decision, accepted = step.decision, step.entropy[step.accepted]
        assert decision is not None
        assert decision.accepted_nats == pytest.approx(float(accepted.sum()), abs=1e-4)
        assert decision.budget_nats == model.spec.sampler.entropy_bound
        assert decision.accepted_nats - accepted.max() <= decision.budget_nats, "the last accepted one may pass it"
        assert decision.mean_nats == pytest.approx(float(step.entropy.mean()), abs=1e-3)
        assert all(array.base is None for array in (step.canvas, step.argmax_ids, step.entropy))  # keeps no batch alive
    ended = [step.decision.ended for step in steps if step.decision is not None]
    assert ended == [None] * 7 + [end.ended]
    np.testing.assert_array_equal(steps[-1].sampled_ids, end.argmax_ids, "the last step samples none")
    np.testing.assert_array_equal(end.argmax_ids, steps[-1].argmax_ids)
    np.testing.assert_allclose(end.token_probs, steps[-1].top_probs[:, 0], atol=1e-3)


def test_not_observing_changes_nothing(model: SpeechModel) -> None:
    prefix = prefilled(model, [1.0, 0.4])
    observed = rows_of(denoise(model, prefix, [LENGTH, 7], TranscribeOptions(steps=6)))
    unobserved = rows_of(denoise(model, prefix, [LENGTH, 7], TranscribeOptions(steps=6, observe=False)))
    for row in (0, 1):
        assert unobserved[row][0] == []
        np.testing.assert_array_equal(unobserved[row][1].argmax_ids, observed[row][1].argmax_ids)
        np.testing.assert_array_equal(unobserved[row][1].token_probs, observed[row][1].token_probs)


def test_closing_stops_within_one_step(model: SpeechModel) -> None:
    runs = 0

    def count(*_: Any) -> None:
        nonlocal runs
        runs += 1

    hook = model.backbone.model.decoder.norm.register_forward_hook(count)
    try:
        events = denoise(model, prefilled(model, [1.0]), [LENGTH], TranscribeOptions(steps=48))
        for _ in range(3):
            next(events)
        events.close()
        assert runs == 3
        assert list(events) == []
    finally:
        hook.remove()


def test_the_consumer_keeps_its_own_grad_mode(model: SpeechModel) -> None:
    for _ in denoise(model, prefilled(model, [1.0]), [LENGTH], TranscribeOptions(steps=2)):
        assert not torch.is_inference_mode_enabled()


@pytest.mark.parametrize(
    ("ids", "ended"),
    [
        ([50, tiny.EOS, 51, 52], "settled"),
        ([50, 51, 52, tiny.EOS], "settled"),
        ([50, 51, 52, tiny.PAD], "settled"),
        ([50, 51, 52, 53], "overflow"),
        ([50, tiny.PAD, 52, 53], "overflow"),
    ],
)
def test_overflow_is_distinguished_from_an_end(ids: list[int], ended: str) -> None:
    model = certain(tiny.model(0), ids)
    prefix = prefilled(model, [1.0])
    _, end = rows_of(denoise(model, prefix, [4], TranscribeOptions(steps=9)))[0]
    assert (end.argmax_ids.tolist(), end.ended, end.steps) == (ids, ended, 2)
    _, end = rows_of(denoise(model, prefix, [4], TranscribeOptions(steps=1)))[0]
    assert (end.steps, end.ended) == (1, "overflow" if ended == "overflow" else "step limit")


def certain(model: SpeechModel, ids: list[int]) -> SpeechModel:
    """A model whose lm_head always predicts ``ids``, whatever the states."""

    def answer(module: torch.nn.Module, args: Any, logits: Tensor) -> Tensor:
        certain_logits = torch.full_like(logits, -1000.0)
        certain_logits[..., torch.arange(len(ids)), torch.tensor(ids)] = 1000.0
        return certain_logits

    model.backbone.lm_head.register_forward_hook(answer)
    return model


def test_mismatched_rows_are_refused(model: SpeechModel) -> None:
    with pytest.raises(ValueError, match="do not match"):
        next(denoise(model, prefilled(model, [1.0]), [4, 4], TranscribeOptions()))


# --- language ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "hi", "zh"])
def test_language_constrains_the_prediction_not_the_noise(language: str) -> None:
    model = tiny.model(6)
    allowed = allowed_tokens(model.vocabulary, language, model.vocab_size)
    options = TranscribeOptions(steps=6, language=language)
    steps, end = rows_of(denoise(model, prefilled(model, [1.0], language), [40], options))[0]
    assert allowed[end.argmax_ids].all()
    for step in steps:
        assert allowed[step.argmax_ids].all()
        assert allowed[step.top_ids[step.top_probs > 0]].all()
    assert not allowed[np.concatenate([step.canvas for step in steps])].all()


# --- acceptance and drafts, for any numbers ---------------------------------------------------------------------------


def logits_of(draw: st.DrawFn) -> Tensor:
    batch, canvas, vocab = draw(st.integers(1, 3)), draw(st.integers(1, 12)), draw(st.integers(2, 60))
    seed, scale = draw(st.integers(0, 2**31)), draw(st.floats(0.0, 40.0))
    return torch.randn(batch, canvas, vocab, generator=torch.Generator().manual_seed(seed)) * scale


@settings(deadline=None, max_examples=150)
@given(data=st.data(), bound=st.floats(1e-3, 20.0))
def test_acceptance_is_the_stock_samplers(data: st.DataObject, bound: float) -> None:
    logits = data.draw(st.composite(logits_of)())
    sampler = EntropyBoundSampler(EntropyBoundSamplerConfig(bound), logits.shape[1], logits.shape[2], 1)
    sampler.accept_canvas(torch.zeros(logits.shape[:2]), torch.ones(logits.shape[:2]), logits, 1)
    assert torch.equal(accept(entropy_of(logits), bound), sampler.accepted_token_mask)


@settings(deadline=None, max_examples=150)
@given(data=st.data(), bound=st.floats(1e-3, 20.0))
def test_accepted_positions_are_the_most_certain_within_the_bound(data: st.DataObject, bound: float) -> None:
    entropy = entropy_of(data.draw(st.composite(logits_of)()))
    accepted = accept(entropy, bound)
    for row, kept in zip(entropy, accepted, strict=True):
        assert kept.any(), "the most certain position is always kept"
        if not kept.all():
            assert row[kept].max() <= row[~kept].min()
        inside = row[kept].sort().values
        assert inside[:-1].sum() <= bound + 1e-4
        wider = accept(row[None], bound + 1.0)[0]
        assert wider[kept].all(), "a wider bound never gives up a position"


def test_per_position_keeps_whatever_is_under_the_bound() -> None:
    entropy = torch.tensor([[0.09, 0.5, 0.08, 0.05, torch.inf], [0.2, 0.3, 0.15, 0.4, 0.5]])
    assert accept(entropy, 0.1, "per_position").tolist() == [[True, False, True, True, False], [False] * 5]
    assert accept(entropy, 0.1).tolist() == [[False, False, True, True, False], [False, False, True, False, False]]


def test_the_sampler_s_acceptance_is_used() -> None:
    """With no bound but the temperature's, positions are kept alone or not at all."""
    for acceptance in ("cumulative", "per_position"):
        made = tiny.model(0, sampler=SamplerConfig(entropy_bound=1e-9, acceptance=acceptance))
        steps, _ = rows_of(denoise(made, prefilled(made, [1.0]), [LENGTH], TranscribeOptions(steps=3)))[0]
        assert [int(step.accepted.sum()) for step in steps] == [int(acceptance == "cumulative")] * 3


def test_a_candidate_is_drawn_or_the_most_probable_token() -> None:
    drawn_elsewhere = {}
    for candidates in ("sampled", "argmax"):
        made = tiny.model(0, sampler=SamplerConfig(entropy_bound=1e9, candidates=candidates))
        steps, _ = rows_of(denoise(made, prefilled(made, [1.0]), [LENGTH], TranscribeOptions(steps=3)))[0]
        drawn_elsewhere[candidates] = any((step.sampled_ids != step.argmax_ids).any() for step in steps)
        for step, following in pairwise(steps):
            assert (following.canvas[step.accepted] == step.sampled_ids[step.accepted]).all()
    assert drawn_elsewhere == {"sampled": True, "argmax": False}


@given(
    st.lists(st.integers(-1, 4), min_size=1, max_size=9),
    st.lists(st.booleans(), min_size=9, max_size=9),
)
def test_the_tail_is_what_stands_behind_the_first_end_and_all_fixed_tokens(ids: list[int], fixed: list[bool]) -> None:
    ends, fixed = [1, 3], fixed[: len(ids)]
    last_fixed = max((place for place, is_fixed in enumerate(fixed) if is_fixed), default=-1)
    expected = [any(each in ends for each in ids[:place]) and place > last_fixed for place in range(len(ids))]
    tail = tail_positions(torch.tensor([ids]), torch.tensor(ends), torch.tensor([fixed]))
    assert tail.tolist() == [expected]
    without = tail_positions(torch.tensor([ids]), torch.tensor(ends), None)
    assert without.tolist() == [[any(each in ends for each in ids[:place]) for place in range(len(ids))]]


@pytest.mark.parametrize("untrained", [False, True])
def test_an_untrained_tail_neither_counts_nor_is_kept(untrained: bool) -> None:
    """The text is certain, what stands behind its end never: with the tail it would not settle."""
    made = tiny.model(
        0, draft_conditioning=True, draft_weight=0.99, untrained_tail=untrained, sampler=SamplerConfig(confidence=0.05)
    )
    draft = torch.zeros(2, LENGTH, tiny.VOCAB)
    ends = (3, 6)
    for row, end in enumerate(ends):
        draft[row, :end, 50 + row] = draft[row, end, tiny.EOS] = 60.0
    init = CanvasInit(draft_logits=draft)
    options = TranscribeOptions(steps=7)
    for row, (steps, done) in rows_of(
        denoise(made, prefilled(made, [1.0, 0.4]), [LENGTH, 9], options, init=init)
    ).items():
        text = slice(ends[row] + 1)
        assert done.argmax_ids[text].tolist() == [50 + row] * ends[row] + [tiny.EOS]
        assert all(step.accepted[text].all() for step in steps)
        if untrained:
            assert (done.ended, done.steps) == ("settled", 2)
            assert not any(step.accepted[ends[row] + 1 :].any() for step in steps)
            assert any((steps[0].canvas != steps[1].canvas)[ends[row] + 1 :]), "the tail is renoised"
        else:
            assert (done.ended, done.steps) == ("step limit", 7)


def test_without_an_end_the_whole_canvas_counts() -> None:
    """Its end token is one that the language cannot write."""
    beliefs = []
    for untrained in (False, True):
        made = tiny.model(2, untrained_tail=untrained, end_ids=(tiny.tokenizer().encode("मैं").ids[0],))
        options = TranscribeOptions("en", 6)
        steps, done = rows_of(denoise(made, prefilled(made, [1.0]), [LENGTH], options))[0]
        beliefs.append([step.argmax_ids.tolist() for step in steps])
    assert beliefs[0] == beliefs[1]
    assert done.ended == "overflow"


@pytest.mark.parametrize("weight", [0.0, 0.5, 0.999])
def test_a_draft_has_the_weight_the_adapter_gives_it(weight: float) -> None:
    """Mixed log-probabilities: nothing of the draft, half of it, or nearly nothing else."""
    made = tiny.model(5, canvas=CanvasConfig(8), draft_conditioning=True, draft_weight=weight)
    prefix = made.prefill(*made.audio_tokens([tiny.clip(1.0)]), "auto")
    draft_ids = torch.randint(len(tiny.SPECIALS), tiny.VOCAB, (1, 8), generator=torch.Generator().manual_seed(1))
    draft = torch.nn.functional.one_hot(draft_ids, tiny.VOCAB).float() * 20
    options = TranscribeOptions(steps=2, language="auto")
    without_draft = [step.argmax_ids for step in steps_of(made, prefix, options, None)]
    with_draft = [step.argmax_ids for step in steps_of(made, prefix, options, draft)]
    agreed = float(np.mean(with_draft[-1] == draft_ids[0].numpy()))
    assert agreed > 0.9 if weight > 0.9 else agreed < 0.9
    assert [len(ids) for ids in without_draft] == [8, 8]


def steps_of(
    made: SpeechModel, prefix: PrefillCache, options: TranscribeOptions, draft: torch.Tensor | None
) -> list[CanvasStep]:
    events = denoise(made, prefix, [8], options, init=CanvasInit(draft_logits=draft))
    return [event for event in events if isinstance(event, CanvasStep)]


@pytest.mark.parametrize(
    ("draft_noise", "shares"), [(0.0, [0, 0, 0, 0]), (0.6, [0.6, 0.3, 0, 0]), (1.0, [1, 0.5, 0, 0])]
)
def test_what_is_not_accepted_returns_to_the_draft_with_less_and_less_noise(
    draft_noise: float, shares: list[float]
) -> None:
    """Positions that have no draft stay noise; rows that leave take their drafts along."""
    made = tiny.model(4, sampler=EAGER, sharpness=200.0, draft_conditioning=True, draft_noise=draft_noise)
    lengths = [60, 45, 52, 57]
    draft = torch.arange(60) % (tiny.VOCAB - 20) + torch.arange(10, 14)[:, None]
    draft[:, 0] = -1
    rows = rows_of(
        denoise(made, prefilled(made, [1.0] * 4), lengths, TranscribeOptions(steps=4), init=CanvasInit(draft))
    )
    noised = [list[np.ndarray]() for _ in shares]
    for row, (steps, _) in rows.items():
        own, fresh = draft[row, : lengths[row]].numpy(), np.ones(lengths[row], bool)
        for step, canvas in enumerate(step.canvas for step in steps):
            noised[step].append((canvas != own)[1:][fresh[1:]])
            assert (canvas >= 0).all()
            fresh = ~steps[step].accepted
    assert noised[-1], "the test wants a row that takes all steps"
    for share, found in zip(shares, noised, strict=True):
        changed = np.concatenate(found)
        assert changed.any() == bool(share)
        assert abs(changed.mean() - share) < 0.15


@pytest.mark.parametrize(
    ("draft", "draft_noise", "steps"), [(True, None, 1), (True, 0.0, 1), (True, 0.5, 5), (False, 0.5, 1)]
)
def test_no_canvas_settles_beside_noise(draft: bool, draft_noise: float | None, steps: int) -> None:
    """Where noise is left of the draft's start, what was read beside it is read once more without it."""
    sampler = SamplerConfig(stability=0, confidence=1e9)
    made = tiny.model(4, sampler=sampler, draft_conditioning=True, draft_noise=draft_noise)
    init = CanvasInit(torch.arange(12)[None]) if draft else CanvasInit()
    ((_, done),) = rows_of(denoise(made, prefilled(made, [1.0]), [12], TranscribeOptions(steps=8), init=init)).values()
    assert done.steps == steps


def test_a_single_step_has_the_first_share_of_noise() -> None:
    assert [draft_noise_share(0.3, 1, 1), draft_noise_share(None, 1, 1)] == [0.3, 0.0]


def test_noise_leaves_within_four_steps_however_many_follow() -> None:
    for steps in (8, 16, 48):
        assert [draft_noise_share(1.0, step, steps) for step in range(1, 7)] == [1, 0.75, 0.5, 0.25, 0, 0]


@pytest.mark.parametrize("head", [FullVocabHead, ChunkedVocabHead])
@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_the_draft_stays_in_the_self_conditioning(share: float, head: type[LmHead]) -> None:
    """After the first step, which sees the draft alone, each position gets its share of it, also when rows have left."""
    made = tiny.model(4, sampler=EAGER, sharpness=200.0, draft_conditioning=True, draft_share=share)
    lengths = [12, 5, 20, 9]  # tell the rows apart
    draft = torch.randn(4, 20, tiny.VOCAB, generator=torch.Generator().manual_seed(1)) * 5
    draft_embeds = dict(zip(lengths, draft.softmax(-1) @ made.backbone.lm_head.weight, strict=True))
    fed: list[dict[int, Tensor]] = []
    predicted: list[dict[int, Tensor]] = []

    def recording(cache: PrefillCache, canvas: Tensor, embeds: Tensor | None, canvas_lengths: Sequence[int]) -> Tensor:
        assert embeds is not None
        fed.append(dict(zip(canvas_lengths, embeds.clone(), strict=True)))
        return made.canvas_states(cache, canvas, embeds, canvas_lengths)

    class Recording(head):  # type: ignore[misc, valid-type]
        def predict(self, *args: Any, **kwargs: Any) -> Prediction:
            prediction: Prediction = super().predict(*args, **kwargs)
            if prediction.soft_embeds is not None:
                rows = self.canvases.unpack(prediction.soft_embeds, 0)
                predicted.append(dict(zip(self.canvases.lengths, rows, strict=True)))
            return prediction

    init, backend = CanvasInit(draft_logits=draft), DenoiserBackend(Recording, recording)
    rows_of(denoise(made, prefilled(made, [1.0, 0.3, 2.0, 0.6]), lengths, SIXTEEN, init=init, backend=backend))
    assert len(fed) > 3
    assert len(fed[-1]) < 4, "the test wants rows that leave"
    for step, rows in enumerate(fed):
        for length, embeds in rows.items():
            expected = draft_embeds[length][:length]
            if step and share < 1:
                expected = predicted[step - 1][length][:length].lerp(expected, share)
            torch.testing.assert_close(embeds[:length], expected, atol=1e-4, rtol=1e-4)
    assert bool(predicted) == (share < 1), "what is not used is not computed"


def test_a_canvas_that_did_not_change_is_not_decoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the draft as all self-conditioning its states are those of the step before, also when rows have left."""
    sampler = SamplerConfig(entropy_bound=0.01, candidates="argmax", confidence=1.5)
    made = tiny.model(4, sampler=sampler, draft_conditioning=True, draft_share=1.0, draft_noise=1.0, draft_weight=0.9)
    lengths = [12, 5, 20, 9]
    logits = torch.randn(4, 20, tiny.VOCAB, generator=torch.Generator().manual_seed(1))
    logits *= torch.tensor([2.0, 20.0, 2.0, 20.0])[:, None, None]  # two drafts are sure, and their rows settle
    canvases: list[Tensor] = []

    def counting(cache: PrefillCache, canvas: Tensor, embeds: Tensor | None, canvas_lengths: Sequence[int]) -> Tensor:
        canvases.append(canvas.clone())
        return made.canvas_states(cache, canvas, embeds, canvas_lengths)

    def run() -> dict[int, tuple[list[CanvasStep], CanvasDone]]:
        canvases.clear()
        init, backend = CanvasInit(logits.argmax(-1), logits), DenoiserBackend(canvas_states=counting)
        prefix = prefilled(made, [1.0, 0.3, 2.0, 0.6])
        return rows_of(denoise(made, prefix, lengths, SIXTEEN, init=init, backend=backend))

    saving = run()
    runs = len(canvases)
    monkeypatch.setattr(DenoiseState, "predict_states", DenoiseState._run_decoder)
    always = run()
    assert len(canvases) == max(done.steps for _, done in always.values())
    assert len({done.steps for _, done in always.values()}) > 1, "the test wants rows that leave"
    assert 5 <= runs < len(canvases)
    for row, (steps, done) in always.items():
        assert done.steps == saving[row][1].steps
        for own, other in zip(steps, saving[row][0], strict=True):
            assert (own.canvas == other.canvas).all()
            assert (own.accepted == other.accepted).all()


# --- guidance ---------------------------------------------------------------------------------------------------------

GUIDED = TranscribeOptions(steps=8, seed=3, guidance=1.5)


@pytest.mark.parametrize("start", ["noise", "draft"])
@torch.inference_mode()
def test_each_step_weights_the_sound_against_a_prediction_without_it(start: str) -> None:
    """Both from the stock forward pass, on the canvas that was fed, self-conditioned on the guided logits before."""
    made = tiny.model(4, sharpness=200.0, draft_conditioning=start == "draft")
    prefix = prefilled(made, [1.0])
    conditioning = None
    if start == "draft":
        conditioning = 5 * torch.randn(1, LENGTH, tiny.VOCAB, generator=torch.Generator().manual_seed(1))
    init = CanvasInit(draft_logits=conditioning)
    steps, _ = rows_of(denoise(made, prefix, [LENGTH], GUIDED, init=init))[0]
    differs = 0
    for step in steps:
        canvas = torch.from_numpy(step.canvas)[None].long()
        heard, unheard = (made.canvas_logits(each, canvas, conditioning) for each in (prefix, prefix.unconditional()))
        guided = (unheard + 1.5 * (heard - unheard)) / step_temperature(made.spec.sampler, step.step, 8, made.device)
        np.testing.assert_array_equal(step.argmax_ids, guided.argmax(-1)[0].numpy())
        np.testing.assert_allclose(step.entropy, entropy_of(guided)[0].numpy(), atol=1e-3)
        differs += int((heard.argmax(-1) != guided.argmax(-1)).sum())
        conditioning = guided
    assert differs, "guidance changes something"


@torch.inference_mode()
def test_a_prediction_without_the_sound_sees_no_audio_slot(model: SpeechModel) -> None:
    prefix = prefilled(model, [1.0, 0.4])
    canvas = torch.arange(2 * LENGTH).reshape(2, LENGTH)
    before = model.canvas_logits(prefix.unconditional(), canvas)
    heard = model.canvas_logits(prefix, canvas)
    for layer in prefix.kv_cache.layers:
        for row, slots in enumerate(prefix.audio_slots):
            layer.keys[row, :, slots] = layer.values[row, :, slots] = 7.0
    assert torch.equal(model.canvas_logits(prefix.unconditional(), canvas), before)
    assert not torch.allclose(model.canvas_logits(prefix, canvas), heard)


@pytest.mark.parametrize("kind", ["two passes", "chunks", "fixed shapes", "two passes in fixed shapes"])
@pytest.mark.parametrize("window", [8, 64])
def test_guidance_is_the_same_in_one_batch_and_in_two_passes(kind: str, window: int) -> None:
    """Canvases of different lengths, rows that leave, prompts beyond the sliding window."""
    made = tiny.model(4, sampler=EAGER, window=window, sharpness=200.0)
    seconds, lengths = [1.0, 0.3, 2.0, 0.6], [12, 5, 20, 9]
    fixed_shapes = CudaGraphDecoder(made, capture=False).canvas_states if "fixed" in kind else None
    backends = (
        DenoiserBackend(passes_together=True, exp_noise=kind == "chunks"),
        DenoiserBackend(
            ChunkedVocabHead if kind == "chunks" else FullVocabHead,
            fixed_shapes,
            passes_together="two" not in kind,
            exp_noise=kind == "chunks",
        ),
    )
    options = TranscribeOptions(steps=16, seed=2, guidance=1.5)
    one, other = (rows_of(denoise(made, prefilled(made, seconds), lengths, options, backend=each)) for each in backends)
    assert len({end.steps for _, end in one.values()}) > 1, "the test wants rows that leave at different steps"
    for row, (steps, end) in one.items():
        assert other[row][1].argmax_ids.tolist() == end.argmax_ids.tolist()
        for ours, theirs in zip(steps, other[row][0], strict=True):
            np.testing.assert_array_equal(ours.canvas, theirs.canvas)
            np.testing.assert_array_equal(ours.argmax_ids, theirs.argmax_ids)


def test_the_model_s_own_guidance_is_used_where_none_is_chosen() -> None:
    made = tiny.model(4, sharpness=200.0, guidance=1.5)
    plain, guided = TranscribeOptions(steps=8, seed=3, guidance=1.0), TranscribeOptions(steps=8, seed=3)
    own, chosen, none = (
        rows_of(denoise(made, prefilled(made, [1.0]), [LENGTH], options))[0][1].argmax_ids.tolist()
        for options in (guided, GUIDED, plain)
    )
    assert own == chosen != none


def test_a_fixed_token_stays_beside_its_like() -> None:
    is_fixed = torch.tensor([[False, False, True, False]])
    assert collapse_repeats(torch.tensor([[5, 7, 7, 7]]), 0, is_fixed).tolist() == [[5, 0, 7, 0]]


@given(st.lists(st.lists(st.integers(0, 3), min_size=5, max_size=5), min_size=1, max_size=3))
def test_an_alignment_reads_as_ctc_does(rows: list[list[int]]) -> None:
    blank = 0
    collapsed = collapse_repeats(torch.tensor(rows), blank).tolist()
    for row, made in zip(rows, collapsed, strict=True):
        log_probs = np.eye(4)[row]
        assert [token for token in made if token != blank] == greedy_decode(log_probs, blank)
        assert [now for now, then in zip(made, row, strict=True) if now != then] == [blank] * sum(
            now != then for now, then in zip(made, row, strict=True)
        )


#: 0 is the blank; 1 and 2 begin a word, 3 and 4 continue one
CONTINUATIONS = torch.tensor([False, False, False, True, True])


@pytest.mark.parametrize(
    ("draft", "denoised", "accepted", "written"),
    [
        ([1, 3, 0, 2, 4], [2, 3, 0, 1, 4], "yyyyy", [2, 3, 0, 1, 4]),
        ([1, 3, 0, 2, 4], [2, 4, 0, 1, 3], "ynyyy", [1, 3, 0, 1, 3]),  # not half of a word
        ([1, 3, 0, 2, 4], [0, 3, 0, 2, 4], "yyyyy", [1, 3, 0, 2, 4]),  # a rest has no word to stand in
        ([1, 3, 0, 2, 4], [1, 3, 0, 0, 4], "yyyyy", [1, 3, 0, 2, 4]),  # it would be read with the word before it
        ([1, 3, 0, 2, 4], [1, 3, 0, 0, 0], "yyyyy", [1, 3, 0, 0, 0]),  # a whole word goes
        ([1, 0, 0, 2, 0], [1, 3, 4, 2, 0], "yyyny", [1, 3, 4, 2, 0]),  # not accepted, but the same
        ([0, 1, 0, 2, 0], [2, 1, 0, 2, 0], "ynnnn", [2, 1, 0, 2, 0]),  # before the first word
        ([1, 2, -1, -1, 0], [2, 2, 3, 1, 0], "yyyyy", [2, 2, 3, 1, 0]),  # where there is no draft
    ],
)
def test_the_words_of_a_draft_change_whole_or_not_at_all(
    draft: list[int], denoised: list[int], accepted: str, written: list[int]
) -> None:
    draft_ids, argmax_ids = torch.tensor([draft]), torch.tensor([denoised])
    kept = torch.tensor([[letter == "y" for letter in accepted]])
    kept &= whole_words_only(kept, argmax_ids, draft_ids, CONTINUATIONS, 0)
    assert torch.where(~kept & (draft_ids >= 0), draft_ids, argmax_ids).tolist() == [written]


def test_each_token_of_a_script_without_spaces_is_a_word() -> None:
    draft, denoised = torch.tensor([[1, 2, 0, 1]]), torch.tensor([[2, 1, 0, 2]])
    kept = torch.tensor([[True, False, True, True]])
    assert whole_words_only(kept, denoised, draft, CONTINUATIONS, 0).tolist() == [[True, False, True, True]]
