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

from app.models.adapter.spec import Sampler
from app.speech.events import CanvasStep
from app.speech.model.cuda_graph import States, states_for
from app.speech.model.speech_model import Prefix, SpeechModel
from app.speech.options import TranscribeOptions
from app.transcript.model import Ended

from .canvas_batch import Canvases
from .infilling import NEW_WORD, Clamped
from .lm_head import Bounds, Head, Prediction, StreamedHead, head_of
from .sampling_noise import Dice, generator_for
from .script_mask import allowed_tokens


@dataclass(frozen=True, eq=False)
class CanvasDone:
    """The last word on one canvas."""

    segment: int
    ids: NDArray[np.int32]
    """(canvas,) argmax of the last step."""
    probs: NDArray[np.float32] = field(repr=False)
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


def temperature_of(sampler: Sampler, step: int, steps: int, device: torch.device) -> Tensor:
    """The step's temperature, float32: from nearly ``t_max`` down to ``t_min``. Computed as the stock loop does."""
    left = torch.tensor(steps - step + 1, dtype=torch.int32)
    return (sampler.t_min + (sampler.t_max - sampler.t_min) * (left / steps)).to(device)


@torch.inference_mode()
def denoise(
    model: SpeechModel,
    prefix: Prefix,
    canvas_lengths: Sequence[int],
    options: TranscribeOptions,
    *,
    segments: Sequence[int] | None = None,
    generators: Sequence[Generator] | Generator | None = None,
    start: Tensor | None = None,
    conditioning: Tensor | None = None,
    clamped: Clamped | None = None,
    head_for: Callable[[SpeechModel, Canvases, Bounds], Head] = head_of,
    race: bool | None = None,
    states_of: States | None = None,
) -> Iterator[CanvasStep | CanvasDone]:
    """Denoise a batch of canvases behind their prefixes.

    Yields every row's ``CanvasStep`` after each step (where ``options.observe``), and a ``CanvasDone`` for each row at the
    step it ends: settled and confident, or out of steps. ``segments`` are the rows' numbers in the events. ``generators`` are
    the rows' own random generators, by default made from the seed and the segment; a single one is drawn from for the whole
    batch at once, as the stock loop does. ``start`` (batch, canvas) replaces the random tokens a canvas starts from;
    ``conditioning`` are logits (batch, canvas, vocab) for the first step's self-conditioning, which has none otherwise.
    ``clamped`` are tokens that stand from the start and stay, see ``clamping.py``. ``race`` draws samples as the stock loop
    does, with a number for every token of the vocabulary, instead of one for each position; by default only a streamed
    vocabulary does. ``head_for`` makes the head, ``states_of`` runs the decoder.

    Closing the generator ends the work at once: nothing is computed ahead. ``ms`` is the step's time for the whole batch.
    """
    spec, device = model.spec, prefix.lengths.device
    canvases = Canvases([int(length) for length in canvas_lengths], device)
    numbers = list(range(len(canvases.lengths))) if segments is None else list(segments)
    if not len(prefix) == len(canvases.lengths) == len(numbers):
        raise ValueError(
            f"{len(prefix)} prefixes, {len(canvas_lengths)} canvases and {len(numbers)} segments do not match"
        )
    if generators is None:
        generators = [generator_for(options.seed, number, device=device) for number in numbers]
    if isinstance(generators, Generator):
        dice = Dice([generators], len(numbers), canvases, model.vocab_size)
    else:
        dice = Dice(generators, 1, canvases, model.vocab_size)

    canvas = dice.tokens()  # (batch, canvas)
    if start is not None:
        canvas = start.to(canvas)
    if clamped is not None:
        canvas = clamped.stamped(canvas)
    head = head_for(model, canvases, _bounds(model, canvases, options, conditioning, clamped))
    racing = isinstance(head, StreamedHead) if race is None else race
    expected = None if conditioning is None else canvases.padded(head.expected(canvases.flat(conditioning)), 0)
    states_of = states_of or states_for(model)
    history = canvas.new_full((spec.sampler.stability, *canvas.shape), -1)

    for step in range(1, options.steps + 1):
        began = perf_counter()
        onward = step < options.steps
        states = states_of(prefix, canvas, expected, canvases.lengths)  # (batch, canvas, hidden)
        seen = head.predict(
            states,
            temperature_of(spec.sampler, step, options.steps, device),
            race=dice.race if onward and racing else None,
            top=options.observe,
            onward=onward,
        )
        accepted = accept(canvases.padded(seen.entropy, torch.inf), spec.sampler.entropy_bound)
        belief = canvases.padded(seen.belief, -1)
        settled = (history == belief).all(dim=-1).all(dim=0)
        settled &= canvases.means(seen.entropy) < spec.sampler.confidence
        history = torch.cat([history, belief[None]])[1:] if len(history) else history
        if onward:
            sampled = seen.sampled
            if sampled is None:
                sampled = head.draw(dice.places(), canvases.flat(accepted))
            following = torch.where(accepted, canvases.padded(sampled, 0), dice.tokens())

        done = settled.tolist() if onward else [True] * len(numbers)
        if options.observe:
            whole, real = _observed(canvases.flat(canvas), canvases.flat(accepted), seen)
            ms = 1000 * (perf_counter() - began)
            for number, own in zip(numbers, canvases.rows, strict=True):
                yield _canvas_step(number, step, options.steps, whole[own], real[own], ms)
        if any(done):
            ids, sure = seen.belief.to(torch.int32).cpu().numpy(), seen.sure.cpu().numpy()
            ended = settled.tolist()
            for row in (row for row, over in enumerate(done) if over):
                own = canvases.rows[row]
                ending = _ended(model, ids[own], settled=ended[row])
                yield CanvasDone(numbers[row], ids[own].copy(), sure[own].copy(), step, ending)
            left = [row for row, over in enumerate(done) if not over]
            if not left:
                return
            kept, index = canvases.of_rows(left), torch.tensor(left, device=device)
            numbers = [numbers[row] for row in left]
            canvases = Canvases([canvases.lengths[row] for row in left], device)
            dice.keep(left, canvases)
            head.keep(kept, canvases)
            prefix = prefix.rows(index)
            following, history = following[index, : canvases.width], history[:, index, : canvases.width]
            seen = replace(seen, expected=None if seen.expected is None else seen.expected[kept])
        assert seen.expected is not None
        canvas, expected = following, canvases.padded(seen.expected, 0)


def _bounds(
    model: SpeechModel,
    canvases: Canvases,
    options: TranscribeOptions,
    conditioning: Tensor | None,
    clamped: Clamped | None,
) -> Bounds:
    """What bends the predictions: the language, the draft, and what is certain."""
    allowed = allowed_tokens(model.vocabulary, options.language, model.vocab_size)
    guide = canvases.flat(conditioning) if conditioning is not None and model.spec.draft_weight else None
    held = None if clamped is None else canvases.flat(clamped.tokens)
    return Bounds(
        None if allowed is None else torch.from_numpy(allowed).to(canvases.device),
        guide,
        model.spec.draft_weight,
        held,
        None if clamped is None or held is None else (held == NEW_WORD, clamped.prolonging),
    )


def _observed(canvas: Tensor, accepted: Tensor, seen: Prediction) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """What ``_canvas_step`` takes, (n, ...), in two copies to the host."""
    assert seen.top is not None
    top_ids, top_probs = seen.top
    whole = torch.cat([torch.stack([canvas, seen.belief, accepted], -1), top_ids], -1).to(torch.int32)
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
        belief=whole[:, 1].copy(),
        accepted=whole[:, 2].astype(np.bool_),
        entropy=real[:, 0].copy(),
        top_ids=whole[:, 3:].copy(),
        top_probs=real[:, 1:].astype(np.float16),
        ms=ms,
    )


def _ended(model: SpeechModel, ids: NDArray[np.int32], *, settled: bool) -> Ended:
    """How a canvas ended; without an end token and with its last position in use it had no room for the text."""
    if not np.isin(ids, model.spec.end_ids).any() and ids[-1] != model.spec.pad_id:
        return "overflow"
    return "settled" if settled else "step limit"
