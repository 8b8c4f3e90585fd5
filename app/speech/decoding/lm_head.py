"""From the decoder's states to what a step must know of its predictions.

The stock loop keeps logits of every position over the whole vocabulary and walks through them a dozen times: softcap, mask,
temperature, softmax, entropy, sample, argmax, and the softmax again for the next step's self-conditioning. Here a block that
fits into the processor's cache goes through all of it at once: some positions over a small vocabulary
(``FullVocabHead``), or all
positions over a part of a large one (``ChunkedVocabHead``), where no tensor is ever as wide as the vocabulary. Sums
over the parts
are kept relative to the largest logit so far (the online softmax of Milakov and Gimelshein 2018, arXiv:1805.02867).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import torch
from torch import Tensor
from torch.distributions import Categorical
from torch.nn import functional as F

from app.speech.events import TOP_K
from app.speech.model.speech_model import SpeechModel

from .canvas_batch import CanvasBatch

MASKED_LOGIT = -1e4  # a logit whose probability is exactly 0, small enough for half precision
TOP_K_BLOCK = 32
POSITION_BLOCK = 64
"""Of a block over a small vocabulary."""
VOCAB_CHUNK = 8192
"""Tokens of a large vocabulary that are looked at together."""
CHUNKED_FROM_VOCAB = 32_768
"""Tokens from which on a vocabulary is streamed."""
MIN_DRAFT_LOG_PROB = -12.0
"""Log-probability below which a draft does not press a token down any further."""
NoiseFn: TypeAlias = Callable[[int], Tensor]
"""``SamplingNoise.race``: exponential numbers (n, tokens) for the vocabulary's next tokens."""


@dataclass(frozen=True, eq=False)
class Prediction:
    """What a step says of the positions, (n,) each."""

    argmax_ids: Tensor
    """The most probable token."""
    token_probs: Tensor
    """Its probability, float32."""
    entropy: Tensor
    """In nats."""
    top: tuple[Tensor, Tensor] | None
    """The most probable tokens and their probabilities, (n, TOP_K), where they were asked for."""
    sampled_ids: Tensor | None
    """A token drawn from the distribution, where numbers for a race were given."""
    soft_embeds: Tensor | None
    """(n, hidden) The mean of the tokens' embeddings, unscaled, in the model's precision, where it was asked for."""


@dataclass(frozen=True, eq=False)
class LogitConstraints:
    """What bends the predictions of n positions."""

    allowed: Tensor | None = None
    """(vocab,) of bool: the tokens that may come."""
    draft_logits: Tensor | None = None
    """(n, vocab) logits of a draft that has a share in every prediction."""
    draft_weight: float = 0.0
    """That share, 0 to 1."""
    fixed_ids: Tensor | None = None
    """(n,) tokens that are certain, negative where none is."""
    banned: tuple[Tensor, Tensor] | None = None
    """(n,) and (vocab,) of bool: positions where some tokens may not come, and those tokens."""

    def select(self, positions: Tensor) -> LogitConstraints:
        """Of some positions."""
        return LogitConstraints(
            self.allowed,
            None if self.draft_logits is None else self.draft_logits[positions],
            self.draft_weight,
            None if self.fixed_ids is None else self.fixed_ids[positions],
            None if self.banned is None else (self.banned[0][positions], self.banned[1]),
        )


def lm_head_for(model: SpeechModel, canvases: CanvasBatch, constraints: LogitConstraints) -> LmHead:
    """The one that suits the vocabulary's size."""
    return (ChunkedVocabHead if model.vocab_size >= CHUNKED_FROM_VOCAB else FullVocabHead)(model, canvases, constraints)


class LmHead:
    """Predictions of the positions of some canvases, which ``constraints`` are for."""

    def __init__(self, model: SpeechModel, canvases: CanvasBatch, constraints: LogitConstraints) -> None:
        self.model, self.canvases, self.constraints = model, canvases, constraints
        self.weight = model.backbone.lm_head.weight  # (vocab, hidden), also the embedding
        self.cap = float(model.backbone.final_logit_softcapping)

    def predict(
        self,
        states: Tensor,
        temperature: Tensor,
        *,
        exp_noise: NoiseFn | None = None,
        top: bool = False,
        needs_next: bool = True,
    ) -> Prediction:
        """What the decoder's states (batch, canvas, hidden) say after the step's temperature.

        ``race`` are the numbers to sample by, ``top`` asks for the most probable tokens, ``next_button`` for the embedding that
        the next step is conditioned on.
        """
        raise NotImplementedError

    def sample(self, uniform: Tensor, mask: Tensor) -> Tensor:
        """A sample (n,) from the last prediction at ``places`` (n,), 0 to 1, of each ``wanted`` position (n,); others get 0."""
        raise NotImplementedError

    def soft_embeds(self, logits: Tensor) -> Tensor:
        """The mean embeddings (n, hidden) under logits (n, vocab)."""
        raise NotImplementedError

    def select(self, positions: Tensor, canvases: CanvasBatch) -> None:
        """Go on with some of the positions, which are those of ``canvases``."""
        self.canvases, self.constraints = canvases, self.constraints.select(positions)

    def _force_fixed(self, seen: Prediction) -> Prediction:
        """The prediction with its held tokens certain."""
        if self.constraints.fixed_ids is None:
            return seen
        tokens, held = self.constraints.fixed_ids, self.constraints.fixed_ids >= 0
        top, expected = seen.top, seen.soft_embeds
        if top is not None:
            others = (tokens[:, None] + torch.arange(top[0].shape[1], device=tokens.device)) % len(self.weight)
            sure = F.one_hot(torch.zeros_like(tokens), top[0].shape[1])
            top = torch.where(held[:, None], others, top[0]), torch.where(held[:, None], sure.to(top[1]), top[1])
        if expected is not None:
            expected = torch.where(held[:, None], self.weight[tokens.clamp(min=0)], expected)
        return Prediction(
            torch.where(held, tokens, seen.argmax_ids),
            seen.token_probs.masked_fill(held, 1.0),
            seen.entropy.masked_fill(held, 0.0),
            top,
            None if seen.sampled_ids is None else torch.where(held, tokens, seen.sampled_ids),
            expected,
        )


class FullVocabHead(LmHead):
    """Over a small vocabulary: a few positions at a time, and only the tokens that may come. Probabilities are kept."""

    def __init__(self, model: SpeechModel, canvases: CanvasBatch, constraints: LogitConstraints) -> None:
        super().__init__(model, canvases, constraints)
        self.column_ids = None if constraints.allowed is None else constraints.allowed.nonzero().squeeze(-1)  # (kept,)
        """Which tokens the columns are; None: all."""
        self.embeddings = self._columns(self.weight.T).T.contiguous()  # (kept, hidden)
        if constraints.draft_logits is not None:
            heard = (
                self._columns(constraints.draft_logits.to(self.weight.dtype))
                .float()
                .log_softmax(dim=-1)
                .clamp_(min=MIN_DRAFT_LOG_PROB)
            )
            self.constraints = LogitConstraints(
                None,
                heard.mul_(constraints.draft_weight),
                constraints.draft_weight,
                constraints.fixed_ids,
                constraints.banned,
            )
        self._banned_columns = None if constraints.banned is None else self._columns(constraints.banned[1][None])[0]
        self.probs = self.weight.new_empty(0, dtype=torch.float32)  # (n, kept) of the last prediction

    def _columns(self, wide: Tensor) -> Tensor:
        return wide if self.column_ids is None else wide.index_select(1, self.column_ids)

    def _to_ids(self, columns: Tensor) -> Tensor:
        return columns if self.column_ids is None else self.column_ids[columns]

    def predict(
        self,
        states: Tensor,
        temperature: Tensor,
        *,
        exp_noise: NoiseFn | None = None,
        top: bool = False,
        needs_next: bool = True,
    ) -> Prediction:
        raw = self.canvases.pack(self.model.backbone.lm_head(states))  # (n, vocab)
        numbers = None if exp_noise is None else exp_noise(raw.shape[1])
        count, kept = len(raw), len(self.embeddings)
        if self.probs.shape != (count, kept):
            self.probs = torch.empty(count, kept, device=raw.device)
        mixed = torch.empty(count, kept, dtype=self.weight.dtype, device=raw.device) if needs_next else None
        parts = []
        for first in range(0, count, POSITION_BLOCK):
            rows = slice(first, first + POSITION_BLOCK)
            scores = self._scores(self._columns(raw[rows]).float(), rows).div_(temperature)
            best, belief = scores.max(dim=-1, keepdim=True)
            scores -= best
            probs = torch.exp(scores, out=self.probs[rows])
            total = probs.sum(dim=-1, keepdim=True)
            probs /= total
            entropy = total.log().squeeze(-1) - torch.linalg.vecdot(probs, scores)
            drawn = None if numbers is None else (probs / self._columns(numbers[rows])).argmax(dim=-1)
            parts.append((belief, 1 / total, entropy, drawn, top_tokens(probs) if top else None))
            if mixed is not None:
                mixed[rows] = probs
        beliefs, sures, entropies, draws, tops = zip(*parts, strict=True)
        return self._force_fixed(
            Prediction(
                self._to_ids(torch.cat(beliefs).squeeze(-1)),
                torch.cat(sures).squeeze(-1),
                torch.cat(entropies),
                (self._to_ids(torch.cat([ids for _, ids in tops])), torch.cat([values for values, _ in tops]))
                if top
                else None,
                None if exp_noise is None else self._to_ids(torch.cat(draws)),
                None if mixed is None else mixed @ self.embeddings,
            )
        )

    def _scores(self, raw: Tensor, rows: slice) -> Tensor:
        """Logits before their temperature, in the place of ``raw`` (positions, kept)."""
        scores = raw.div_(self.cap).tanh_().mul_(self.cap)
        if self.constraints.draft_logits is not None:
            scores.mul_(1 - self.constraints.draft_weight).add_(self.constraints.draft_logits[rows])
        if self.constraints.banned is not None and self._banned_columns is not None:
            scores.masked_fill_(self.constraints.banned[0][rows, None] & self._banned_columns, MASKED_LOGIT)
        return scores

    def sample(self, uniform: Tensor, mask: Tensor) -> Tensor:
        rows = mask.nonzero().squeeze(-1)
        summed = self.probs[rows].cumsum(dim=-1)
        ends = summed[:, -1:]
        at = torch.minimum(uniform[rows, None] * ends, ends.nextafter(torch.zeros_like(ends)))  # never behind the last
        found = self._to_ids(torch.searchsorted(summed, at, right=True).squeeze(-1))
        if self.constraints.fixed_ids is not None:
            found = torch.where(self.constraints.fixed_ids[rows] >= 0, self.constraints.fixed_ids[rows], found)
        return torch.zeros_like(mask, dtype=torch.long).index_copy_(0, rows, found)

    def soft_embeds(self, logits: Tensor) -> Tensor:
        probs = self._columns(logits.to(self.weight.dtype)).softmax(dim=-1, dtype=torch.float32)
        return probs.to(self.weight.dtype) @ self.embeddings


class ChunkedVocabHead(LmHead):
    """Over a large vocabulary: all positions, some tokens at a time. Nothing is kept that is as wide as the vocabulary."""

    def __init__(
        self, model: SpeechModel, canvases: CanvasBatch, constraints: LogitConstraints, chunk: int = VOCAB_CHUNK
    ) -> None:
        super().__init__(model, canvases, constraints)
        self.chunk = chunk
        if constraints.draft_logits is not None:
            wide = (
                constraints.draft_logits
                if constraints.allowed is None
                else constraints.draft_logits.masked_fill(~constraints.allowed, MASKED_LOGIT)
            )
            heard = (
                wide.to(self.weight.dtype)
                .float()
                .log_softmax(dim=-1)
                .clamp_(min=MIN_DRAFT_LOG_PROB)
                .mul_(constraints.draft_weight)
            )
            self.constraints = LogitConstraints(
                constraints.allowed, heard, constraints.draft_weight, constraints.fixed_ids, constraints.banned
            )

    def predict(
        self,
        states: Tensor,
        temperature: Tensor,
        *,
        exp_noise: NoiseFn | None = None,
        top: bool = False,
        needs_next: bool = True,
    ) -> Prediction:
        states = self.canvases.pack(states)
        sums = _OnlineSoftmax(len(states), self.weight, top=top, sampled=exp_noise is not None, onward=needs_next)
        for first in range(0, len(self.weight), self.chunk):
            tokens = slice(first, first + self.chunk)
            weight = self.weight[tokens]
            scores = self._scores(F.linear(states, weight).float(), tokens).div_(temperature)
            sums.add(scores, first, weight, None if exp_noise is None else exp_noise(len(weight)))
        return self._force_fixed(sums.prediction(self.weight.dtype))

    def _scores(self, raw: Tensor, tokens: slice) -> Tensor:
        """Logits before their temperature, in the place of ``raw`` (n, chunk)."""
        bounds = self.constraints
        scores = raw.div_(self.cap).tanh_().mul_(self.cap)
        if bounds.draft_logits is not None:
            scores.mul_(1 - bounds.draft_weight).add_(bounds.draft_logits[:, tokens])
        if bounds.allowed is not None:
            scores.masked_fill_(~bounds.allowed[tokens], MASKED_LOGIT)
        if bounds.banned is not None:
            scores.masked_fill_(bounds.banned[0][:, None] & bounds.banned[1][tokens], MASKED_LOGIT)
        return scores

    def soft_embeds(self, logits: Tensor) -> Tensor:
        sums = _OnlineSoftmax(len(logits), self.weight, top=False, sampled=False, onward=True)
        for first in range(0, len(self.weight), self.chunk):
            tokens = slice(first, first + self.chunk)
            scores = logits[:, tokens].to(self.weight.dtype).to(torch.float32, copy=True)
            if self.constraints.allowed is not None:
                scores.masked_fill_(~self.constraints.allowed[tokens], MASKED_LOGIT)
            sums.add(scores, first, self.weight[tokens], None)
        expected = sums.prediction(self.weight.dtype).soft_embeds
        assert expected is not None
        return expected


class _OnlineSoftmax:
    """What is known of n positions after a part of the vocabulary; sums are relative to the largest logit so far."""

    def __init__(self, count: int, weight: Tensor, *, top: bool, sampled: bool, onward: bool) -> None:
        def zeros(*size: int, dtype: torch.dtype = torch.float32) -> Tensor:
            return torch.zeros(count, *size, dtype=dtype, device=weight.device)

        self.largest = zeros() + torch.finfo(torch.float32).min / 2  # finite: 0 times it stays 0
        self.total, self.weighted = zeros(), zeros()  # of exp(logit), and of exp(logit) times logit
        self.belief, self.winner = zeros(dtype=torch.long), zeros(dtype=torch.long)
        self.lead = zeros() if sampled else None  # of the race's winner
        self.expected = zeros(weight.shape[1]) if onward else None
        self.top = (zeros(0), zeros(0, dtype=torch.long)) if top else None

    def add(self, scores: Tensor, first: int, weight: Tensor, race: Tensor | None) -> None:
        """Go on with the logits (n, chunk) of the tokens from ``first`` on, which are overwritten."""
        best, at = scores.max(dim=-1)
        largest = torch.maximum(self.largest, best)
        self.belief = torch.where(best > self.largest, at + first, self.belief)
        if self.top is not None:
            values, ids = top_tokens(scores)
            values, ids = torch.cat([self.top[0], values], dim=-1), torch.cat([self.top[1], ids + first], dim=-1)
            values, places = values.topk(min(TOP_K, values.shape[-1]), dim=-1)
            self.top = values, ids.gather(-1, places)
        scores -= largest[:, None]
        masses = scores.exp()
        moved = self.largest - largest
        shrunk = moved.exp()
        self.weighted = (self.weighted + self.total * moved) * shrunk + torch.linalg.vecdot(masses, scores)
        self.total = self.total * shrunk + masses.sum(dim=-1)
        if self.lead is not None and race is not None:
            lead, at = (masses / race).max(dim=-1)
            before = self.lead * shrunk
            self.winner = torch.where(lead > before, at + first, self.winner)
            self.lead = torch.maximum(lead, before)
        if self.expected is not None:
            self.expected.mul_(shrunk[:, None]).add_(masses.to(weight.dtype) @ weight)
        self.largest = largest

    def prediction(self, dtype: torch.dtype) -> Prediction:
        top = None
        if self.top is not None:
            top = self.top[1], (self.top[0] - self.largest[:, None]).exp() / self.total[:, None]
        return Prediction(
            self.belief,
            1 / self.total,
            self.total.log() - self.weighted / self.total,
            top,
            None if self.lead is None else self.winner,
            None if self.expected is None else (self.expected / self.total[:, None]).to(dtype),
        )


def entropy_of(logits: Tensor) -> Tensor:
    """Entropy in nats, (batch, canvas), of logits (batch, canvas, vocab); computed as the stock sampler does."""
    return Categorical(logits=logits, validate_args=False).entropy()


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
