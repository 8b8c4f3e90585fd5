"""The denoising loop: random tokens anneal into the text that the audio carries.

Each step the decoder predicts every position of the canvas. A candidate is sampled for each, the most certain ones are
accepted while their cumulated entropy stays within a bound, and all others become fresh random tokens. The text is the
prediction's argmax at the last step. Source: ``generate()`` of ``transformers.models.diffusion_gemma``, whose random draws come
in the same order here (the canvas; then per step the sample, then the noise), so that equal seeds give equal ids.

What differs: the audio is already in the prefix, rows of a batch have their own canvas lengths and random generators, a
settled row leaves the batch, and what a step computed anyway is handed out as it happens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from time import perf_counter

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Generator, Tensor
from torch.distributions import Categorical
from transformers.models.diffusion_gemma.generation_diffusion_gemma import LinearTemperatureScheduleLogitsProcessor

from .backbone import Prefix, SpeechModel
from .clamping import Clamped
from .events import TOP_K, CanvasStep
from .options import TranscribeOptions
from .scripts import allowed_tokens
from .transcript import Ended

FORBIDDEN = -1e4  # a logit whose probability is exactly 0, small enough for half precision
TOP_K_BLOCK = 32
LEAST_HEARD = -12.0
"""Log-probability below which a draft does not press a token down any further."""


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


def generator_for(seed: int, *place: int, device: torch.device | str = "cpu") -> Generator:
    """A random generator of its own for every place (segment, cut, ...), the same for the same seed."""
    mixed = np.random.SeedSequence([seed % 2**64, len(place), *place]).generate_state(1, np.uint64)[0]
    return Generator(device).manual_seed(int(mixed >> np.uint64(1)))


def entropy_of(logits: Tensor) -> Tensor:
    """Entropy in nats, (batch, canvas), of logits (batch, canvas, vocab); computed as the stock sampler does."""
    return Categorical(logits=logits, validate_args=False).entropy()


def accept(entropy: Tensor, bound: float) -> Tensor:
    """Which positions to keep, (batch, canvas): the lowest entropies, while those before one sum up to at most ``bound``.

    The most certain position is thus always kept. Source: the entropy-bounded sampler, https://arxiv.org/abs/2505.24857.
    """
    ascending, order = entropy.sort(dim=-1)
    chosen = ascending.cumsum(dim=-1) - ascending <= bound
    return torch.zeros_like(chosen).scatter(-1, order, chosen)


def top_tokens(probs: Tensor, k: int = TOP_K) -> tuple[Tensor, Tensor]:
    """The ``k`` largest of the last dimension and where they are, best first, as ``topk`` but in two passes.

    The k largest lie in the k blocks with the largest maxima; finding those reads the big tensor once, which is many times
    faster than selecting in it.
    """
    size = probs.shape[-1]
    whole = size // TOP_K_BLOCK
    if whole <= 2 * k:
        return probs.topk(min(k, size), dim=-1)
    blocks = probs[..., : whole * TOP_K_BLOCK].unflatten(-1, (whole, TOP_K_BLOCK))
    best = blocks.amax(-1).topk(k, dim=-1).indices  # (..., k)
    ids = (best[..., None] * TOP_K_BLOCK + torch.arange(TOP_K_BLOCK, device=probs.device)).flatten(-2)
    tail = torch.arange(whole * TOP_K_BLOCK, size, device=probs.device).expand(*ids.shape[:-1], -1)
    ids = torch.cat([ids, tail], dim=-1)
    values, places = probs.gather(-1, ids).topk(k, dim=-1)
    return values, ids.gather(-1, places)


class Dice:
    """The random draws of a batch. Each generator serves its own group of rows; usually every row has its own."""

    def __init__(self, generators: Sequence[Generator | None], group: int, lengths: list[int], vocab: int) -> None:
        self.generators, self.group, self.lengths, self.vocab = list(generators), group, lengths, vocab

    def __iter__(self) -> Iterator[tuple[Generator | None, slice, int]]:
        for number, generator in enumerate(self.generators):
            rows = slice(number * self.group, (number + 1) * self.group)
            yield generator, rows, max(self.lengths[rows])

    def tokens(self, like: Tensor) -> Tensor:
        """Uniform random tokens in the shape of a canvas (batch, canvas)."""
        drawn = torch.zeros_like(like)
        for generator, rows, length in self:
            size = (len(self.lengths[rows]), length)
            drawn[rows, :length] = torch.randint(self.vocab, size, generator=generator, device=like.device)
        return drawn

    def sample(self, probs: Tensor) -> Tensor:
        """One token for each position of probabilities (batch, canvas, vocab)."""
        drawn = torch.zeros(probs.shape[:2], dtype=torch.long, device=probs.device)
        for generator, rows, length in self:
            flat = probs[rows, :length].reshape(-1, self.vocab)
            drawn[rows, :length] = torch.multinomial(flat, 1, generator=generator).view(-1, length)
        return drawn

    def keep(self, rows: list[int]) -> None:
        self.lengths = [self.lengths[row] for row in rows]
        if self.group == 1:
            self.generators = [self.generators[row] for row in rows]
        else:
            self.group = len(rows)


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
) -> Iterator[CanvasStep | CanvasDone]:
    """Denoise a batch of canvases behind their prefixes.

    Yields every row's ``CanvasStep`` after each step (where ``options.observe``), and a ``CanvasDone`` for each row at the
    step it ends: settled and confident, or out of steps. ``segments`` are the rows' numbers in the events. ``generators`` are
    the rows' own random generators, by default made from the seed and the segment; a single one is drawn from for the whole
    batch at once, as the stock loop does. ``start`` (batch, canvas) replaces the random tokens a canvas starts from;
    ``conditioning`` are logits (batch, canvas, vocab) for the first step's self-conditioning, which has none otherwise.
    ``clamped`` are tokens that stand from the start and stay, see ``clamping.py``.

    Closing the generator ends the work at once: nothing is computed ahead. ``ms`` is the step's time for the whole batch.
    """
    spec, device = model.spec, prefix.lengths.device
    lengths = [int(length) for length in canvas_lengths]
    numbers = list(range(len(lengths))) if segments is None else list(segments)
    if len(prefix) != len(lengths) or len(numbers) != len(lengths):
        raise ValueError(f"{len(prefix)} prefixes, {len(lengths)} canvases and {len(numbers)} segments do not match")
    if generators is None:
        generators = [generator_for(options.seed, number, device=device) for number in numbers]
    if isinstance(generators, Generator):
        dice = Dice([generators], len(lengths), lengths, model.vocab_size)
    else:
        dice = Dice(generators, 1, lengths, model.vocab_size)
    temperature = LinearTemperatureScheduleLogitsProcessor(spec.sampler.t_min, spec.sampler.t_max, options.steps)
    allowed = allowed_tokens(model.vocabulary, options.language, model.vocab_size)
    forbidden = None if allowed is None else torch.from_numpy(~allowed).to(device)

    canvas = dice.tokens(torch.zeros(len(lengths), max(lengths), dtype=torch.long, device=device))  # (batch, canvas)
    if start is not None:
        canvas = start.to(canvas)
    if clamped is not None:
        canvas = clamped.stamped(canvas)
    outside = _outside(lengths, device)
    history = canvas.new_full((spec.sampler.stability, *canvas.shape), -1)
    embedding_dtype = model.backbone.model.decoder.embed_tokens.weight.dtype
    if conditioning is not None:
        allowed_only = conditioning if forbidden is None else conditioning.masked_fill(forbidden, FORBIDDEN)
        conditioning = allowed_only.to(embedding_dtype)
    guide: Tensor | None = None  # (batch, canvas, vocab), the draft's share of every prediction
    if conditioning is not None and spec.draft_weight:
        guide = spec.draft_weight * conditioning.float().log_softmax(dim=-1).clamp(min=LEAST_HEARD)

    for step in range(1, options.steps + 1):
        began = perf_counter()
        logits = model.canvas_logits(prefix, canvas, conditioning, lengths)  # (batch, canvas, vocab)
        if guide is not None:
            logits = (1 - spec.draft_weight) * logits.log_softmax(dim=-1) + guide
        if forbidden is not None:
            logits = logits.masked_fill(forbidden, FORBIDDEN)
        remaining = torch.tensor(options.steps - step + 1, dtype=torch.int32)
        logits = temperature(None, logits, cur_step=remaining)
        if clamped is not None:
            logits = clamped.hold(logits)
        probs = logits.softmax(dim=-1, dtype=torch.float32)
        entropy = entropy_of(logits)
        belief = logits.argmax(dim=-1)
        sampled = dice.sample(probs)
        accepted = accept(
            entropy if outside is None else entropy.masked_fill(outside, torch.inf), spec.sampler.entropy_bound
        )
        following = torch.where(accepted, sampled, dice.tokens(canvas))

        same = (history == belief) if outside is None else (history == belief) | outside
        settled = same.all(dim=-1).all(dim=0) & (_mean(entropy, outside, lengths) < spec.sampler.confidence)
        history = torch.cat([history, belief[None]])[1:] if len(history) else history

        done = settled.tolist() if step < options.steps else [True] * len(numbers)
        if options.observe:
            whole, real = _observed(canvas, belief, accepted, entropy, probs)
            ms = 1000 * (perf_counter() - began)
            for row, number in enumerate(numbers):
                yield _canvas_step(
                    number, step, options.steps, whole[row, : lengths[row]], real[row, : lengths[row]], ms
                )
        if any(done):
            ids = belief.to(torch.int32).cpu().numpy()
            sure = probs.gather(-1, belief[..., None]).squeeze(-1).cpu().numpy()
            ended = settled.tolist()
            for row in (row for row, over in enumerate(done) if over):
                own = ids[row, : lengths[row]]
                yield CanvasDone(
                    numbers[row], own, sure[row, : lengths[row]], step, _ended(model, own, settled=ended[row])
                )
            left = [row for row, over in enumerate(done) if not over]
            if not left:
                return
            numbers = [numbers[row] for row in left]
            lengths = [lengths[row] for row in left]
            dice.keep(left)
            width = max(lengths)
            index = torch.tensor(left, device=device)
            prefix, outside = prefix.rows(index), _outside(lengths, device)
            following, logits, history = following[index, :width], logits[index, :width], history[:, index, :width]
            guide = None if guide is None else guide[index, :width]
            clamped = None if clamped is None else clamped.rows(index, width)
        canvas = following
        conditioning = logits.to(embedding_dtype)


def _outside(lengths: list[int], device: torch.device) -> Tensor | None:
    """Positions behind the end of a row's own canvas, (batch, canvas); None where there are none."""
    if min(lengths) == max(lengths):
        return None
    return torch.arange(max(lengths), device=device) >= torch.tensor(lengths, device=device)[:, None]


def _mean(entropy: Tensor, outside: Tensor | None, lengths: list[int]) -> Tensor:
    if outside is None:
        return entropy.mean(dim=-1)
    return entropy.masked_fill(outside, 0).sum(dim=-1) / torch.tensor(lengths, device=entropy.device)


def _observed(
    canvas: Tensor, belief: Tensor, accepted: Tensor, entropy: Tensor, probs: Tensor
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """What ``_canvas_step`` takes, (batch, canvas, ...), in two copies to the host."""
    top_probs, top_ids = top_tokens(probs)
    whole = torch.cat([torch.stack([canvas, belief, accepted], -1), top_ids], -1).to(torch.int32)
    return whole.cpu().numpy(), torch.cat([entropy[..., None], top_probs], -1).cpu().numpy()


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
