"""The denoising loop: random tokens anneal into the text that the audio carries.

Each step the decoder predicts every position of the canvas. A candidate is sampled for each, the most certain ones are
accepted while their cumulated entropy stays within a bound, and all others become fresh random tokens. The text is the
prediction's argmax at the last step. Source: ``generate()`` of ``transformers.models.diffusion_gemma``, whose random draws come
in the same order here (the canvas; then per step the sample, then the noise), so that equal seeds give equal ids.

A canvas that starts from a draft may keep it in sight (``draft_noise``): what is not accepted becomes the draft's tokens, of
which an ever smaller share is noise. The draft is then fed to the denoiser, and no part of what it predicts.

An alignment that starts from noise may be rescored: at every second step the backbone's causal pass chooses among the n-best
texts of the predictions, and the text chosen is the step's (``step_rescoring.py``).

What an accepted position becomes is drawn, or where the adapter says so the most probable token (``candidates``).

With guidance each prediction weights the sound: the decoder predicts once more without the audio slots, on the same canvas with
the same self-conditioning, and the logits are ``u + weight * (c - u)``. Sampling and self-conditioning follow from these.

What differs: the audio is already in the prefilled cache, rows of a batch have their own canvas lengths and random generators,
a settled row leaves the batch, and every step's predictions are yielded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Generator, Tensor

from app.models.adapter.spec import SamplerConfig
from app.speech.events import CanvasStep, StepDecision
from app.speech.model.cuda_graph import canvas_states_for
from app.speech.model.speech_model import CanvasStatesFn, PrefillCache, SpeechModel
from app.speech.options import TranscribeOptions
from app.transcript.model import Ended

from .canvas_batch import CanvasBatch
from .infilling import NEW_WORD, FixedTokens, continuation_mask
from .lm_head import ChunkedVocabHead, FullVocabHead, LmHead, LogitConstraints, Prediction, TokenBonus, lm_head_for
from .phrase_trie import LOGIT_BONUS, PhraseTrie
from .sampling_noise import SamplingNoise, generator_for
from .script_mask import allowed_tokens
from .step_rescoring import CHOSEN_SHARE, choose_alignments, rescores_at

DRAFT_NOISE_STEPS = 4
"""Steps until a canvas that starts from a noised draft has no noise left. More of them let mistakes settle beside noise."""


@dataclass(frozen=True, eq=False)
class CanvasDone:
    """The result of one canvas."""

    segment: int
    argmax_ids: NDArray[np.int32]
    """(canvas,) argmax of the last step."""
    token_probs: NDArray[np.float32] = field(repr=False)
    """(canvas,) the probability of each at the last step."""
    steps: int
    """Steps really taken."""
    ended: Ended


@dataclass(frozen=True, eq=False)
class CanvasInit:
    """What canvases start from besides random tokens."""

    canvas: Tensor | None = None
    """(batch, canvas) token ids instead of the random ones, which stay where it is negative. Where the adapter sets
    ``draft_noise``, some become noise, and what is not accepted becomes one of them again."""
    draft_logits: Tensor | None = None
    """(batch, canvas, vocab) the first step's self-conditioning, which has none otherwise. It stays in that of later steps
    where the adapter sets ``draft_share``, and is mixed into every prediction where it sets ``draft_weight``."""
    fixed_tokens: FixedTokens | None = None
    """Tokens that are certain from the start (``infilling.py``)."""
    phrases: PhraseTrie | None = None
    """The user's own words. Where a beginning of one stands on the canvas, the tokens that continue it get a bonus."""
    audio_tokens: Tensor | None = None
    """(batch, canvas, hidden) of alignments without a draft: the audio token of each position, for its self-conditioning."""


class NonFiniteLogitsError(ArithmeticError):
    """The decoder predicted something that is no number, for a segment at a step."""

    def __init__(self, segment: int, step: int) -> None:
        super().__init__(f"logits of segment {segment} at step {step} are not finite")
        self.segment, self.step = segment, step


@dataclass(frozen=True)
class DenoiserBackend:
    """Implementations of the loop's parts; by default those that suit the model and its device."""

    make_lm_head: Callable[[SpeechModel, CanvasBatch, LogitConstraints], LmHead] = lm_head_for
    canvas_states: CanvasStatesFn | None = None
    """Runs the decoder; by default as a CUDA graph where the model can be captured."""
    passes_together: bool | None = None
    """Whether guidance predicts with and without the sound in one batch, which takes the keys and values twice. By default it
    does where memory allows."""
    exp_noise: bool | None = None
    """Whether to sample as the stock loop does, with an exponential number for every token of the vocabulary, instead of a
    uniform one for each position. By default only a chunked vocabulary does."""


@dataclass
class DenoiseState:
    """The unfinished canvases of a batch between two steps."""

    segments: list[int]
    """Their numbers in the events."""
    canvases: CanvasBatch
    prefill_cache: PrefillCache
    """Of the rows; where guidance predicts in one batch, of the rows and then of all of them without the sound."""
    unconditional_cache: PrefillCache | None
    """The rows without the sound, where guidance predicts in two passes."""
    guided: bool
    noise: SamplingNoise
    lm_head: LmHead
    canvas: Tensor
    """(batch, canvas) token ids to feed at the next step."""
    soft_embeds: Tensor | None
    """(n, hidden) the next step's self-conditioning: mean embeddings under the last predictions, unscaled."""
    draft_embeds: Tensor | None
    """(n, hidden) mean embeddings under the draft, where it stays in the self-conditioning."""
    draft_share: float
    """Share of the draft in the self-conditioning after the first step, 0 to 1."""
    argmax_history: Tensor
    """(stability, batch, canvas) argmax of the last steps, the oldest first; -1 for none."""
    canvas_states: CanvasStatesFn
    exp_noise: bool
    draft_canvas: Tensor | None
    """(batch, canvas) the draft's token ids, negative where there is none."""
    draft_noise: float | None
    """As ``AdapterSpec`` has it, where there is a draft."""
    end_ids: Tensor | None
    """(k,) the end tokens, where positions behind the first one are untrained and do not count; None where all count."""
    phrases: PhraseTrie | None = None
    blank_id: int | None = None
    """CTC's blank, where the canvases hold alignments."""
    continuations: Tensor | None = None
    """(vocab,) bool, tokens that continue a word; None but where alignments keep their draft in sight."""
    fixed_tokens: FixedTokens | None = None
    sound_embeds: Tensor | None = None
    """(n, hidden) the audio tokens, unscaled, where every step's self-conditioning holds them."""
    rescoring: float = 0.0
    """Weight of the backbone where it rescores the texts of some steps (``step_rescoring.py``); 0 where it does not."""
    belief: Tensor | None = None
    """(batch, canvas) the argmax of the last step, at first of the draft, which a canvas from noise does not have."""
    last_pass: tuple[Tensor, tuple[Tensor, Tensor | None]] | None = None
    """The canvas (batch, canvas) and the states of the last step, where all self-conditioning is the draft."""

    def select_rows(self, rows: list[int]) -> None:
        """Drop all rows but these."""
        index = torch.tensor(rows, device=self.canvases.device)
        positions, canvases = self.canvases.positions_of(rows), self.canvases.select_rows(rows)
        self.segments = [self.segments[row] for row in rows]
        self.canvases = canvases
        self.noise.select_rows(rows, canvases)
        self.lm_head.select(positions, canvases)
        count = len(self.canvas)
        together = self.guided and self.unconditional_cache is None
        self.prefill_cache = self.prefill_cache.select_rows(torch.cat([index, index + count]) if together else index)
        self.unconditional_cache = None if self.unconditional_cache is None else self.prefill_cache.unconditional()
        self.canvas = self.canvas[index, : canvases.width]
        self.draft_canvas = None if self.draft_canvas is None else self.draft_canvas[index, : canvases.width]
        self.argmax_history = self.argmax_history[:, index, : canvases.width]
        self.soft_embeds = None if self.soft_embeds is None else self.soft_embeds[positions]
        self.draft_embeds = None if self.draft_embeds is None else self.draft_embeds[positions]
        self.sound_embeds = None if self.sound_embeds is None else self.sound_embeds[positions]
        self.belief = None if self.belief is None else self.belief[index, : canvases.width]
        self.fixed_tokens = None if self.fixed_tokens is None else self.fixed_tokens.select_rows(index, canvases.width)
        if self.last_pass is not None:
            canvas, (states, unconditional) = self.last_pass
            canvas, states = canvas[index, : canvases.width], states[index, : canvases.width]
            unconditional = None if unconditional is None else unconditional[index, : canvases.width]
            self.last_pass = canvas, (states, unconditional)

    def token_bonus(self) -> TokenBonus | None:
        """The bonus of the next prediction: on the tokens that continue an own word begun in the belief."""
        if self.phrases is None or self.belief is None:
            return None
        rows = zip(self.belief.tolist(), self.canvases.lengths, self.canvases.row_slices, strict=True)
        expected: list[tuple[int, int]] = []
        for ids, length, row_slice in rows:
            text = [position for position in range(length) if ids[position] != self.blank_id]
            found = self.phrases.expected([ids[position] for position in text])
            expected += [(row_slice.start + text[place], token) for place, token in found]
        if not expected:
            return None
        positions, tokens = torch.tensor(expected, device=self.canvases.device).unbind(-1)
        return TokenBonus(positions, tokens, LOGIT_BONUS)

    def predict_states(self) -> tuple[Tensor, Tensor | None]:
        """Return the decoder's states of the canvases (batch, canvas, hidden) with the sound, and without where it guides.

        Canvases that did not change since the last step would give the same states: where nothing else can change either, as
        all self-conditioning is the draft, the decoder does not run again.
        """
        if self.draft_embeds is None or self.soft_embeds is not self.draft_embeds:
            return self._run_decoder()
        if self.last_pass is None or not torch.equal(self.last_pass[0], self.canvas):
            states, unconditional = self._run_decoder()
            unconditional = None if unconditional is None else unconditional.clone()
            self.last_pass = self.canvas, (states.clone(), unconditional)  # another batch may write to the same buffer
        return self.last_pass[1]

    def _run_decoder(self) -> tuple[Tensor, Tensor | None]:
        canvases, canvas = self.canvases, self.canvas
        silent = None if self.soft_embeds is None else canvases.unpack(self.soft_embeds, 0)
        heard = silent
        if self.sound_embeds is not None:
            sound = canvases.unpack(self.sound_embeds, 0)
            heard = sound if silent is None else silent + sound
        if self.guided and self.unconditional_cache is None:
            both_embeds = (
                None if heard is None else torch.cat([heard, torch.zeros_like(heard) if silent is None else silent])
            )
            both = self.canvas_states(self.prefill_cache, canvas.repeat(2, 1), both_embeds, canvases.lengths * 2)
            return both[: len(canvas)], both[len(canvas) :]
        states = self.canvas_states(self.prefill_cache, canvas, heard, canvases.lengths)
        if self.unconditional_cache is None:
            return states, None
        states = states.clone()  # the next pass may write to the same buffer
        return states, self.canvas_states(self.unconditional_cache, canvas, silent, canvases.lengths)


@dataclass(frozen=True, eq=False)
class StepResult:
    """What one step did with its rows."""

    canvas: Tensor
    """(batch, canvas) the token ids that were fed."""
    prediction: Prediction
    accepted: Tensor
    """(batch, canvas) bool."""
    settled: list[bool]
    """Of each row."""
    sampled_ids: Tensor | None
    """(batch, canvas) the candidates; None at the last step, which samples none."""
    means: Tensor
    """(batch,) mean entropy of the positions that count, in nats."""
    stable: Tensor
    """(batch,) bool."""


@torch.inference_mode()
def denoise(
    model: SpeechModel,
    prefill_cache: PrefillCache,
    canvas_lengths: Sequence[int],
    options: TranscribeOptions,
    *,
    segments: Sequence[int] | None = None,
    generators: Sequence[Generator] | Generator | None = None,
    init: CanvasInit = CanvasInit(),
    backend: DenoiserBackend = DenoiserBackend(),
) -> Iterator[CanvasStep | CanvasDone]:
    """Denoise a batch of canvases behind their prompts.

    Closing the iterator ends the work at once: nothing is computed ahead.

    Args:
        segments: the rows' numbers in the events; by default counted from 0.
        generators: a random generator for each row, by default made from the seed and the segment. A single one is drawn from
            for the whole batch at once, as the stock loop does.

    Yields:
        Every row's ``CanvasStep`` after each step, if ``options.observe``; its ``step_ms`` is the step's time for the whole
        batch. A ``CanvasDone`` for each row at the step it ends: settled and confident, or out of steps.

    Raises:
        NonFiniteLogitsError: the decoder's numbers for a row are not finite; without it they would become an empty text.
    """
    options = options.with_defaults(model.spec.default_steps, model.spec.default_start, model.spec.guidance)
    canvases = CanvasBatch([int(length) for length in canvas_lengths], prefill_cache.prompt_lengths.device)
    segments = list(range(len(canvases.lengths))) if segments is None else list(segments)
    if not len(prefill_cache) == len(canvases.lengths) == len(segments):
        raise ValueError(
            f"{len(prefill_cache)} prefixes, {len(canvas_lengths)} canvases and {len(segments)} segments do not match"
        )
    if generators is None:
        generators = [generator_for(options.seed, segment, device=canvases.device) for segment in segments]
    if isinstance(generators, Generator):
        noise = SamplingNoise([generators], len(segments), canvases, model.vocab_size)
    else:
        noise = SamplingNoise(generators, 1, canvases, model.vocab_size)
    draft_canvas = None if init.canvas is None else init.canvas.to(canvases.device)
    draft_noise = None if draft_canvas is None else model.spec.draft_noise
    canvas = fresh_tokens(noise, canvases, draft_canvas, draft_noise_share(draft_noise, 1, options.steps))
    if init.fixed_tokens is not None:
        canvas = init.fixed_tokens.applied_to(canvas)
    lm_head = backend.make_lm_head(model, canvases, _constraints(model, canvases, options, init))
    soft_embeds = None if init.draft_logits is None else lm_head.soft_embeds(canvases.pack(init.draft_logits))
    guided = lm_head.constraints.guidance != 1
    together = guided and (_fits_twice(prefill_cache) if backend.passes_together is None else backend.passes_together)
    state = DenoiseState(
        segments=segments,
        canvases=canvases,
        prefill_cache=prefill_cache.with_unconditional_rows() if together else prefill_cache,
        unconditional_cache=prefill_cache.unconditional() if guided and not together else None,
        guided=guided,
        noise=noise,
        lm_head=lm_head,
        canvas=canvas,
        soft_embeds=soft_embeds,
        draft_embeds=soft_embeds if model.spec.draft_share else None,
        draft_share=model.spec.draft_share,
        argmax_history=canvas.new_full((model.spec.sampler.stability, *canvas.shape), -1),
        canvas_states=backend.canvas_states or canvas_states_for(model),
        exp_noise=isinstance(lm_head, ChunkedVocabHead) if backend.exp_noise is None else backend.exp_noise,
        draft_canvas=draft_canvas,
        draft_noise=draft_noise,
        end_ids=torch.tensor(model.spec.end_ids, device=canvases.device) if model.spec.untrained_tail else None,
        phrases=init.phrases,
        blank_id=model.spec.blank_id if model.spec.canvas.layout == "alignment" else None,
        continuations=_continuations(model, canvases) if draft_canvas is not None and draft_noise is not None else None,
        fixed_tokens=init.fixed_tokens,
        sound_embeds=None if init.audio_tokens is None else _unscaled(model, canvases.pack(init.audio_tokens)),
        belief=_first_belief(init),
        rescoring=_rescoring_weight(model, init, lm_head),
    )
    for step in range(1, options.steps + 1):
        started = perf_counter()
        result = denoise_step(state, step, options, model.spec.sampler)
        finished = result.settled if step < options.steps else [True] * len(state.segments)
        if options.observe:
            yield from _canvas_steps(model, state, result, finished, step, options.steps, started)
        if any(finished):
            yield from _canvases_done(model, state, result, finished, step)
            unfinished = [row for row, is_finished in enumerate(finished) if not is_finished]
            if not unfinished:
                return
            state.select_rows(unfinished)


def denoise_step(state: DenoiseState, step: int, options: TranscribeOptions, sampler: SamplerConfig) -> StepResult:
    """Predict, accept and renoise once, and update ``state`` for the next step, if there is one. ``step`` counts from 1.

    Raises ``NonFiniteLogitsError``.
    """
    canvases, canvas = state.canvases, state.canvas
    needs_next = step < options.steps
    only_draft = state.draft_embeds is not None and state.draft_share == 1  # of the self-conditioning
    states, unconditional_states = state.predict_states()
    temperature = step_temperature(sampler, step, options.steps, canvases.device)
    if state.phrases is not None:
        state.lm_head.set_bonus(state.token_bonus())
    prediction = state.lm_head.predict(
        states,
        temperature,
        unconditional_states=unconditional_states,
        exp_noise=state.noise.exponential if needs_next and state.exp_noise else None,
        top=options.observe,
        needs_next=needs_next and not only_draft,
    )
    entropy = canvases.unpack(prediction.entropy, torch.inf)
    is_rescored = state.rescoring > 0 and rescores_at(step, options.steps)
    if is_rescored:
        prediction = _rescored(state, states, prediction, temperature)
    argmax_ids = canvases.unpack(prediction.argmax_ids, -1)
    if state.blank_id is not None:
        argmax_ids = as_text(argmax_ids, state.blank_id, state.fixed_tokens)
        prediction = replace(prediction, argmax_ids=canvases.pack(argmax_ids))
    state.belief = argmax_ids
    stable, means = state.argmax_history == argmax_ids, canvases.row_means(prediction.entropy)
    finite = means.isfinite()  # one number that is not spoils the mean
    if state.end_ids is not None:
        fixed_ids = state.lm_head.constraints.fixed_ids
        is_fixed = None if fixed_ids is None else canvases.unpack(fixed_ids, -1) >= 0
        tail = tail_positions(argmax_ids, state.end_ids, is_fixed)
        entropy, stable = entropy.masked_fill(tail, torch.inf), stable | tail
        counted = ~tail & (argmax_ids >= 0)
        means = entropy.where(counted, 0.0).sum(dim=-1) / counted.sum(dim=-1)
    accepted = accept(entropy, sampler.entropy_bound, sampler.acceptance)
    accepted, prediction = _with_draft_kept(state, states, prediction, argmax_ids, accepted, temperature)
    stable_rows = stable.all(dim=-1).all(dim=0)
    settled = stable_rows & (means < sampler.confidence)
    if state.draft_noise and draft_noise_share(state.draft_noise, step, options.steps):
        settled = torch.zeros_like(settled)  # what is read beside noise is read once more without it
    if len(state.argmax_history):
        state.argmax_history = torch.cat([state.argmax_history, argmax_ids[None]])[1:]
    sampled_ids = None
    if needs_next:
        packed_ids = prediction.sampled_ids
        if sampler.candidates == "argmax" or is_rescored:
            packed_ids = prediction.argmax_ids
        elif packed_ids is None:
            packed_ids = state.lm_head.sample(state.noise.uniform(), canvases.pack(accepted))
        sampled_ids = canvases.unpack(packed_ids, 0)
        noise_share = draft_noise_share(state.draft_noise, step + 1, options.steps)
        fresh = fresh_tokens(state.noise, canvases, state.draft_canvas, noise_share)
        state.canvas = torch.where(accepted, sampled_ids, fresh)
        state.soft_embeds = state.draft_embeds if only_draft else prediction.soft_embeds
        if state.soft_embeds is not None and state.draft_embeds is not None and not only_draft:
            state.soft_embeds = state.soft_embeds.lerp(state.draft_embeds, state.draft_share)
    settled_rows, finite_rows = torch.stack([settled, finite]).tolist()  # waits for the device, once
    if not all(finite_rows):
        raise NonFiniteLogitsError(state.segments[finite_rows.index(False)], step)
    return StepResult(canvas, prediction, accepted, settled_rows, sampled_ids, means, stable_rows)


def _rescored(state: DenoiseState, states: Tensor, prediction: Prediction, temperature: Tensor) -> Prediction:
    """Return the prediction with the texts that the backbone's causal pass chooses, also for the next self-conditioning."""
    head, canvases = state.lm_head, state.canvases
    assert isinstance(head, FullVocabHead)
    log_probs = head.log_probs(temperature)
    rows = [log_probs[row_slice] for row_slice in canvases.row_slices]
    alignments = choose_alignments(
        head.model, state.prefill_cache, rows, state.rescoring, canvases.width, state.phrases
    )
    ids, soft_embeds = canvases.pack(alignments), prediction.soft_embeds
    probs = head.probabilities_of(states, ids, prediction, temperature)
    return replace(
        prediction,
        argmax_ids=ids,
        token_probs=torch.where(ids == prediction.argmax_ids, prediction.token_probs, probs),
        soft_embeds=None if soft_embeds is None else soft_embeds.lerp(head.weight[ids].to(soft_embeds), CHOSEN_SHARE),
    )


def _with_draft_kept(
    state: DenoiseState,
    states: Tensor,
    prediction: Prediction,
    argmax_ids: Tensor,
    accepted: Tensor,
    temperature: Tensor,
) -> tuple[Tensor, Prediction]:
    """Return what is accepted, and the prediction as the text so far, where an alignment keeps its draft in sight.

    Its words change whole or not at all. What is not accepted is the draft's token, as it is on the next canvas, with the
    probability that is predicted for it.
    """
    if state.continuations is None or state.blank_id is None or state.draft_canvas is None:
        return accepted, prediction
    accepted = accepted & whole_words_only(
        accepted, argmax_ids, state.draft_canvas, state.continuations, state.blank_id
    )
    is_held = ~accepted & (state.draft_canvas >= 0)
    text = as_text(torch.where(is_held, state.draft_canvas, argmax_ids), state.blank_id, state.fixed_tokens)
    ids = state.canvases.pack(text)
    probs = state.lm_head.probabilities_of(states, ids, prediction, temperature)
    state.belief = text
    token_probs = torch.where(ids == prediction.argmax_ids, prediction.token_probs, probs)
    return accepted, replace(prediction, argmax_ids=ids, token_probs=token_probs)


def accept(entropy: Tensor, bound: float, acceptance: Literal["cumulative", "per_position"] = "cumulative") -> Tensor:
    """Return which positions to keep, (batch, canvas): the lowest entropies, while those before one sum up to ``bound``.

    The most certain position is thus always kept. Source: the entropy-bounded sampler, https://arxiv.org/abs/2505.24857.
    ``per_position`` keeps every position with an entropy under ``bound``, which may be none. Infinite entropies are not kept.
    """
    if acceptance == "per_position":
        return entropy < bound
    ascending, order = entropy.sort(dim=-1)
    kept = ascending.cumsum(dim=-1) - ascending <= bound
    return torch.zeros_like(kept).scatter(-1, order, kept)


def whole_words_only(
    accepted: Tensor, argmax_ids: Tensor, draft_ids: Tensor, continuations: Tensor, blank_id: int
) -> Tensor:
    """Return where alignments (batch, canvas) may leave their draft: bool, True also where they do not.

    The words of the draft are changed whole or not at all, since half of a word beside half of another is none. A changed word
    begins as one, too, or its rest would be read with the word before it. ``continuations`` (vocab,) are the tokens that do not
    begin a word; where a script has no spaces, each token is a word.
    """
    differs = (argmax_ids != draft_ids) & (draft_ids >= 0)
    is_text = draft_ids.where(draft_ids >= 0, blank_id) != blank_id
    words = (is_text & ~continuations[draft_ids.clamp(min=0)]).cumsum(-1)  # (batch, canvas) each position's word
    result = torch.where(accepted | ~differs, argmax_ids, draft_ids)
    is_text = (result >= 0) & (result != blank_id)
    places = torch.arange(result.shape[-1], device=result.device).expand_as(result)
    last = torch.where(is_text, places, -1).cummax(-1).values.roll(1, -1)
    last[:, 0] = -1  # the text token before each position, -1 for none
    begins = (last < 0) | (words.gather(-1, last.clamp(min=0)) != words)
    is_joined = is_text & begins & continuations[result.clamp(min=0)] & (words > 0)  # 0: before the draft's first word
    wrong = (differs & ~accepted) | is_joined
    wrong_words = torch.zeros_like(words).scatter_reduce(-1, words, wrong.to(words.dtype), "amax")
    return ~differs | (wrong_words.gather(-1, words) == 0)


def tail_positions(argmax_ids: Tensor, end_ids: Tensor, is_fixed: Tensor | None) -> Tensor:
    """Return which positions (batch, canvas) stand behind the first end token of the belief, bool.

    Positions up to the last fixed one never do.
    """
    is_end = torch.isin(argmax_ids, end_ids)
    tail = is_end.cumsum(dim=-1) - is_end.long() > 0
    if is_fixed is not None:
        tail &= is_fixed.flip(-1).cumsum(dim=-1).flip(-1) == 0
    return tail


def as_text(ids: Tensor, blank_id: int, fixed: FixedTokens | None) -> Tensor:
    """Return alignments (batch, canvas) that hold no more tokens than their text: without repeats, fixed words whole."""
    ids = collapse_repeats(ids, blank_id, None if fixed is None else fixed.is_fixed)
    return ids if fixed is None else fixed.without_continuations(ids, blank_id)


def collapse_repeats(ids: Tensor, blank_id: int, is_fixed: Tensor | None = None) -> Tensor:
    """Return alignments (batch, canvas) in which a token that repeats the one before it is a blank, as CTC reads them.

    Fixed tokens stay: what is before them is the blank.
    """
    repeats = torch.zeros_like(ids, dtype=torch.bool)
    repeats[:, 1:] = ids[:, 1:] == ids[:, :-1]
    if is_fixed is not None:
        before_fixed = repeats & is_fixed
        repeats &= ~is_fixed
        repeats[:, :-1] |= before_fixed[:, 1:]
    return ids.masked_fill(repeats, blank_id)


def step_temperature(sampler: SamplerConfig, step: int, steps: int, device: torch.device) -> Tensor:
    """Return the step's temperature, float32: from nearly ``t_max`` down to ``t_min``, as the stock loop computes it."""
    remaining = torch.tensor(steps - step + 1, dtype=torch.int32)
    return (sampler.t_min + (sampler.t_max - sampler.t_min) * (remaining / steps)).to(device)


def draft_noise_share(draft_noise: float | None, step: int, steps: int) -> float:
    """Return the share of noise on a canvas that starts from a draft, where nothing is accepted, at a step counted from 1.

    It falls from ``draft_noise`` to 0 within ``DRAFT_NOISE_STEPS`` steps, or in the middle of fewer than twice as many. Where
    that is None the draft stands on the first canvas only.
    """
    if draft_noise is None:
        return 0.0 if step == 1 else 1.0
    return draft_noise * max(0.0, 1 - (step - 1) / max(1, min(DRAFT_NOISE_STEPS, steps // 2)))


def fresh_tokens(
    noise: SamplingNoise, canvases: CanvasBatch, draft_canvas: Tensor | None, noise_share: float
) -> Tensor:
    """Draw what stands where nothing is accepted, (batch, canvas): noise, or where there is a draft this share of noise."""
    tokens = noise.random_tokens()
    if draft_canvas is None or noise_share >= 1:
        return tokens
    is_noise = draft_canvas < 0
    if noise_share > 0:
        is_noise = is_noise | (canvases.unpack(noise.uniform(), 1) < noise_share)
    return torch.where(is_noise, tokens, draft_canvas)


def _unscaled(model: SpeechModel, audio_tokens: Tensor) -> Tensor:
    """Audio tokens (n, hidden) as mean embeddings, which the decoder scales."""
    return audio_tokens / model.backbone.model.decoder.embed_tokens.embed_scale.to(audio_tokens.dtype)


def _continuations(model: SpeechModel, canvases: CanvasBatch) -> Tensor | None:
    """Return the tokens of alignments that continue a word, (vocab,) bool; None for canvases that hold texts."""
    if model.spec.canvas.layout != "alignment":
        return None
    return continuation_mask(model.vocabulary, model.vocab_size).to(canvases.device)


def _first_belief(init: CanvasInit) -> Tensor | None:
    """The text of the draft on the canvases, (batch, canvas), where there is one."""
    if init.draft_logits is not None:
        return init.draft_logits.argmax(dim=-1)
    return init.canvas


def _rescoring_weight(model: SpeechModel, init: CanvasInit, lm_head: LmHead) -> float:
    """Of alignments that start from noise. Fixed words stay where they are heard, so texts that hold them are not sought."""
    from_noise = init.canvas is None and init.draft_logits is None and init.fixed_tokens is None
    return model.spec.sampler.rescoring if from_noise and isinstance(lm_head, FullVocabHead) else 0.0


def _fits_twice(prefill_cache: PrefillCache) -> bool:
    """Whether there is room for another copy of the keys and values, and for as much again to work in."""
    device = prefill_cache.prompt_lengths.device
    return device.type != "cuda" or torch.cuda.mem_get_info(device)[0] > 2 * prefill_cache.size_bytes


def _constraints(
    model: SpeechModel, canvases: CanvasBatch, options: TranscribeOptions, init: CanvasInit
) -> LogitConstraints:
    """Constraints of the language's script, the draft and the fixed tokens."""
    allowed = allowed_tokens(model.vocabulary, options.language, model.vocab_size)
    if model.spec.canvas.layout == "alignment":  # it has no end: of the special tokens it holds the blank alone
        allowed = np.ones(model.vocab_size, bool) if allowed is None else allowed
        allowed[[token for token in model.vocabulary.hidden_ids if token != model.spec.blank_id]] = False
    draft_logits = init.draft_logits if model.spec.draft_weight else None
    fixed, fixed_ids = init.fixed_tokens, None if init.fixed_tokens is None else canvases.pack(init.fixed_tokens.ids)
    return LogitConstraints(
        allowed=None if allowed is None else torch.from_numpy(allowed).to(canvases.device),
        draft_logits=None if draft_logits is None else canvases.pack(draft_logits),
        draft_weight=model.spec.draft_weight,
        fixed_ids=fixed_ids,
        guidance=options.guidance,
        banned=None if fixed is None or fixed_ids is None else (fixed_ids == NEW_WORD, fixed.continuation_mask),
    )


def _canvas_steps(
    model: SpeechModel,
    state: DenoiseState,
    result: StepResult,
    finished: list[bool],
    step: int,
    steps: int,
    started: float,
) -> Iterator[CanvasStep]:
    """Yields the step of every row. Copies to the host in two pieces, for the integers and the floats."""
    prediction, canvases, sampler = result.prediction, state.canvases, model.spec.sampler
    assert prediction.top is not None
    top_ids, top_probs = prediction.top
    sampled_ids = result.canvas if result.sampled_ids is None else result.sampled_ids
    drawn = canvases.pack(torch.stack([result.canvas, sampled_ids, result.accepted.to(sampled_ids)], -1))
    ids = torch.cat([drawn, prediction.argmax_ids[:, None], top_ids], -1).to(torch.int32).cpu().numpy()
    floats = torch.cat([prediction.entropy[:, None], top_probs], -1).cpu().numpy()
    ends = torch.stack([result.means, result.stable.to(result.means)], -1).tolist()
    step_ms = 1000 * (perf_counter() - started)
    for row, (segment, positions) in enumerate(zip(state.segments, canvases.row_slices, strict=True)):
        row_ids, row_floats = ids[positions], floats[positions]
        canvas, sampled, accepted, argmax_ids = row_ids[:, :4].T
        accepted, entropy = accepted.astype(np.bool_), row_floats[:, 0].copy()
        yield CanvasStep(
            segment=segment,
            step=step,
            steps=steps,
            canvas=canvas.copy(),
            argmax_ids=argmax_ids.copy(),
            accepted=accepted,
            entropy=entropy,
            top_ids=row_ids[:, 4:].copy(),
            top_probs=row_floats[:, 1:].astype(np.float16),
            step_ms=step_ms,
            sampled_ids=np.where(accepted & (result.sampled_ids is not None), sampled, argmax_ids),
            decision=StepDecision(
                accepted_nats=float(entropy[accepted].sum()),
                budget_nats=sampler.entropy_bound if sampler.acceptance == "cumulative" else None,
                mean_nats=ends[row][0],
                confident_below_nats=sampler.confidence,
                stable=bool(ends[row][1]),
                ended=_ended(model, argmax_ids, settled=result.settled[row]) if finished[row] else None,
            ),
        )


def _canvases_done(
    model: SpeechModel, state: DenoiseState, result: StepResult, finished: list[bool], step: int
) -> Iterator[CanvasDone]:
    """Yields the result of each finished row."""
    argmax_ids = result.prediction.argmax_ids.to(torch.int32).cpu().numpy()
    token_probs = result.prediction.token_probs.cpu().numpy()
    for row, is_finished in enumerate(finished):
        if is_finished:
            positions = state.canvases.row_slices[row]
            ids = argmax_ids[positions].copy()
            ended = _ended(model, ids, settled=result.settled[row])
            yield CanvasDone(state.segments[row], ids, token_probs[positions].copy(), step, ended)


def _ended(model: SpeechModel, ids: NDArray[np.int32], *, settled: bool) -> Ended:
    """How a canvas ended; without an end token and with its last position in use it had no room for the text.

    An alignment has a position for all of the sound.
    """
    if model.spec.canvas.layout == "alignment":
        return "settled" if settled else "step limit"
    is_padded = ids[-1] == model.spec.pad_id and not model.spec.untrained_tail
    if not np.isin(ids, model.spec.end_ids).any() and not is_padded:
        return "overflow"
    return "settled" if settled else "step limit"
