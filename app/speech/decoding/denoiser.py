"""The denoising loop: random tokens anneal into the text that the audio carries.

Each step the decoder predicts every position of the canvas. A candidate is sampled for each, the most certain ones are
accepted while their cumulated entropy stays within a bound, and all others become fresh random tokens. The text is the
prediction's argmax at the last step. Source: ``generate()`` of ``transformers.models.diffusion_gemma``, whose random draws come
in the same order here (the canvas; then per step the sample, then the noise), so that equal seeds give equal ids.

What differs: the audio is already in the prefix, rows of a batch have their own canvas lengths and random generators, a
settled row leaves the batch, and what a step computed anyway is handed out as it happens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Generator, Tensor

from app.models.adapter.spec import SamplerConfig
from app.speech.events import CanvasStep
from app.speech.model.cuda_graph import CanvasStatesFn, canvas_states_for
from app.speech.model.speech_model import PrefillCache, SpeechModel
from app.speech.options import TranscribeOptions
from app.transcript.model import Ended

from .canvas_batch import CanvasBatch
from .infilling import NEW_WORD, FixedTokens
from .lm_head import ChunkedVocabHead, LmHead, LogitConstraints, Prediction, lm_head_for
from .sampling_noise import SamplingNoise, generator_for
from .script_mask import allowed_tokens


@dataclass(frozen=True, eq=False)
class CanvasDone:
    """The last word on one canvas."""

    segment: int
    argmax_ids: NDArray[np.int32]
    """(canvas,) argmax of the last step."""
    token_probs: NDArray[np.float32] = field(repr=False)
    """(canvas,) the probability of each at the last step."""
    steps: int
    """Steps really taken."""
    ended: Ended


def accept(entropy: Tensor, bound: float) -> Tensor:
    """Which positions to keep, (batch, canvas): the lowest entropies, while those before one sum up to at most ``bound``.

    The most certain position is thus always kept. Source: the entropy-bounded sampler, https://arxiv.org/abs/2505.24857.
    """
    ascending, order = entropy.sort(dim=-1)
    chosen = ascending.cumsum(dim=-1) - ascending <= bound
    return torch.zeros_like(chosen).scatter(-1, order, chosen)


def step_temperature(sampler: SamplerConfig, step: int, steps: int, device: torch.device) -> Tensor:
    """The step's temperature, float32: from nearly ``t_max`` down to ``t_min``. Computed as the stock loop does."""
    left = torch.tensor(steps - step + 1, dtype=torch.int32)
    return (sampler.t_min + (sampler.t_max - sampler.t_min) * (left / steps)).to(device)


@torch.inference_mode()
def denoise(
    model: SpeechModel,
    prefill_cache: PrefillCache,
    canvas_lengths: Sequence[int],
    options: TranscribeOptions,
    *,
    segments: Sequence[int] | None = None,
    generators: Sequence[Generator] | Generator | None = None,
    start_canvas: Tensor | None = None,
    draft_logits: Tensor | None = None,
    fixed_tokens: FixedTokens | None = None,
    make_lm_head: Callable[[SpeechModel, CanvasBatch, LogitConstraints], LmHead] = lm_head_for,
    exp_noise: bool | None = None,
    canvas_states: CanvasStatesFn | None = None,
) -> Iterator[CanvasStep | CanvasDone]:
    """Denoise a batch of canvases behind their prefixes.

    Yields every row's ``CanvasStep`` after each step (where ``options.observe``), and a ``CanvasDone`` for each row at the
    step it ends: settled and confident, or out of steps. ``segment_audio`` are the rows' numbers in the events.
    ``generators`` are
    the rows' own random generators, by default made from the seed and the segment; a single one is drawn from for the whole
    batch at once, as the stock loop does. ``install`` (batch, canvas) replaces the random tokens a canvas starts from;
    ``draft_logits`` are logits (batch, canvas, vocab) for the first step's self-conditioning, which has none otherwise.
    ``fixed_tokens`` are tokens that stand from the start and stay, see ``clamping.py``. ``race`` draws samples as the
    stock loop
    does, with a number for every token of the vocabulary, instead of one for each position; by default only a streamed
    vocabulary does. ``head_for`` makes the head, ``states_of`` runs the decoder.

    Closing the generator ends the work at once: nothing is computed ahead. ``ms`` is the step's time for the whole batch.
    """
    spec, device = model.spec, prefill_cache.prompt_lengths.device
    canvases = CanvasBatch([int(length) for length in canvas_lengths], device)
    numbers = list(range(len(canvases.lengths))) if segments is None else list(segments)
    if not len(prefill_cache) == len(canvases.lengths) == len(numbers):
        raise ValueError(
            f"{len(prefill_cache)} prefixes, {len(canvas_lengths)} canvases and {len(numbers)} segments do not match"
        )
    if generators is None:
        generators = [generator_for(options.seed, number, device=device) for number in numbers]
    if isinstance(generators, Generator):
        dice = SamplingNoise([generators], len(numbers), canvases, model.vocab_size)
    else:
        dice = SamplingNoise(generators, 1, canvases, model.vocab_size)

    canvas = dice.random_tokens()  # (batch, canvas)
    if start_canvas is not None:
        canvas = start_canvas.to(canvas)
    if fixed_tokens is not None:
        canvas = fixed_tokens.applied_to(canvas)
    head = make_lm_head(model, canvases, _constraints(model, canvases, options, draft_logits, fixed_tokens))
    racing = isinstance(head, ChunkedVocabHead) if exp_noise is None else exp_noise
    expected = None if draft_logits is None else canvases.unpack(head.soft_embeds(canvases.pack(draft_logits)), 0)
    canvas_states = canvas_states or canvas_states_for(model)
    history = canvas.new_full((spec.sampler.stability, *canvas.shape), -1)

    for step in range(1, options.steps + 1):
        began = perf_counter()
        onward = step < options.steps
        states = canvas_states(prefill_cache, canvas, expected, canvases.lengths)  # (batch, canvas, hidden)
        seen = head.predict(
            states,
            step_temperature(spec.sampler, step, options.steps, device),
            exp_noise=dice.exponential if onward and racing else None,
            top=options.observe,
            needs_next=onward,
        )
        accepted = accept(canvases.unpack(seen.entropy, torch.inf), spec.sampler.entropy_bound)
        belief = canvases.unpack(seen.argmax_ids, -1)
        settled = (history == belief).all(dim=-1).all(dim=0)
        settled &= canvases.row_means(seen.entropy) < spec.sampler.confidence
        history = torch.cat([history, belief[None]])[1:] if len(history) else history
        if onward:
            sampled = seen.sampled_ids
            if sampled is None:
                sampled = head.sample(dice.uniform(), canvases.pack(accepted))
            following = torch.where(accepted, canvases.unpack(sampled, 0), dice.random_tokens())

        done = settled.tolist() if onward else [True] * len(numbers)
        if options.observe:
            whole, real = _observed(canvases.pack(canvas), canvases.pack(accepted), seen)
            ms = 1000 * (perf_counter() - began)
            for number, own in zip(numbers, canvases.row_slices, strict=True):
                yield _canvas_step(number, step, options.steps, whole[own], real[own], ms)
        if any(done):
            ids, sure = seen.argmax_ids.to(torch.int32).cpu().numpy(), seen.token_probs.cpu().numpy()
            ended = settled.tolist()
            for row in (row for row, over in enumerate(done) if over):
                own = canvases.row_slices[row]
                ending = _ended(model, ids[own], settled=ended[row])
                yield CanvasDone(numbers[row], ids[own].copy(), sure[own].copy(), step, ending)
            left = [row for row, over in enumerate(done) if not over]
            if not left:
                return
            kept, index = canvases.positions_of(left), torch.tensor(left, device=device)
            numbers = [numbers[row] for row in left]
            canvases = CanvasBatch([canvases.lengths[row] for row in left], device)
            dice.select_rows(left, canvases)
            head.select(kept, canvases)
            prefill_cache = prefill_cache.select_rows(index)
            following, history = following[index, : canvases.width], history[:, index, : canvases.width]
            seen = replace(seen, soft_embeds=None if seen.soft_embeds is None else seen.soft_embeds[kept])
        assert seen.soft_embeds is not None
        canvas, expected = following, canvases.unpack(seen.soft_embeds, 0)


def _constraints(
    model: SpeechModel,
    canvases: CanvasBatch,
    options: TranscribeOptions,
    conditioning: Tensor | None,
    clamped: FixedTokens | None,
) -> LogitConstraints:
    """What bends the predictions: the language, the draft, and what is certain."""
    allowed = allowed_tokens(model.vocabulary, options.language, model.vocab_size)
    guide = canvases.pack(conditioning) if conditioning is not None and model.spec.draft_weight else None
    held = None if clamped is None else canvases.pack(clamped.ids)
    return LogitConstraints(
        None if allowed is None else torch.from_numpy(allowed).to(canvases.device),
        guide,
        model.spec.draft_weight,
        held,
        None if clamped is None or held is None else (held == NEW_WORD, clamped.continuation_mask),
    )


def _observed(canvas: Tensor, accepted: Tensor, seen: Prediction) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """What ``_canvas_step`` takes, (n, ...), in two copies to the host."""
    assert seen.top is not None
    top_ids, top_probs = seen.top
    whole = torch.cat([torch.stack([canvas, seen.argmax_ids, accepted], -1), top_ids], -1).to(torch.int32)
    return whole.cpu().numpy(), torch.cat([seen.entropy[:, None], top_probs], -1).cpu().numpy()


def _canvas_step(
    segment: int, step: int, steps: int, whole: NDArray[np.int32], real: NDArray[np.float32], ms: float
) -> CanvasStep:
    """A row's step: ``whole`` is canvas, belief, accepted and top ids side by side, ``real`` entropy and top probabilities."""
    return CanvasStep(
        segment=segment,
        step=step,
        steps=steps,
        canvas=whole[:, 0].copy(),
        argmax_ids=whole[:, 1].copy(),
        accepted=whole[:, 2].astype(np.bool_),
        entropy=real[:, 0].copy(),
        top_ids=whole[:, 3:].copy(),
        top_probs=real[:, 1:].astype(np.float16),
        step_ms=ms,
    )


def _ended(model: SpeechModel, ids: NDArray[np.int32], *, settled: bool) -> Ended:
    """How a canvas ended; without an end token and with its last position in use it had no room for the text."""
    if not np.isin(ids, model.spec.end_ids).any() and ids[-1] != model.spec.pad_id:
        return "overflow"
    return "settled" if settled else "step limit"
