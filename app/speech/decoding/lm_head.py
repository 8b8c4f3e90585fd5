"""LM head: from decoder states to argmax, probability, entropy, samples and the next step's mean embeddings.

The stock loop keeps logits of every position over the whole vocabulary and passes over them a dozen times: softcap, mask,
temperature, softmax, entropy, sample, argmax, and the softmax again for the next step's self-conditioning. Here a block that
fits into the processor's cache goes through all of it at once: some positions over a small vocabulary (``FullVocabHead``), or
all positions over a chunk of a large one (``ChunkedVocabHead``), where no tensor is ever as wide as the vocabulary. Sums over
chunks are kept relative to the largest logit so far (the online softmax of Milakov and Gimelshein 2018, arXiv:1805.02867).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

import torch
from torch import Tensor
from torch.distributions import Categorical
from torch.nn import functional as F

from app.speech.events import TOP_K
from app.speech.model.speech_model import SpeechModel

from .canvas_batch import CanvasBatch

MASKED_LOGIT = -1e4  # its probability is exactly 0; small enough for half precision
TOP_K_BLOCK = 32
POSITION_BLOCK = 64
"""Positions that ``FullVocabHead`` computes together."""
VOCAB_CHUNK = 8192
"""Tokens that ``ChunkedVocabHead`` computes together."""
CHUNKED_FROM_VOCAB = 32_768
"""Vocabulary size from which on ``ChunkedVocabHead`` is used."""
MIN_DRAFT_LOG_PROB = -12.0
"""Floor of a draft's log-probabilities: a draft does not push a token down any further."""
NoiseFn: TypeAlias = Callable[[int], Tensor]
"""``SamplingNoise.exponential``: exponential numbers (n, tokens) for the vocabulary's next tokens."""


@dataclass(frozen=True, eq=False)
class Prediction:
    """What a step predicts for the positions, (n,) each."""

    argmax_ids: Tensor
    """The most probable token."""
    token_probs: Tensor
    """Its probability, float32."""
    entropy: Tensor
    """In nats."""
    top: tuple[Tensor, Tensor] | None
    """Ids and probabilities of the most probable tokens, (n, TOP_K), if requested."""
    sampled_ids: Tensor | None
    """A token drawn from the distribution, where exponential noise was given."""
    soft_embeds: Tensor | None
    """(n, hidden) The mean of the tokens' embeddings, unscaled, in the model's precision, if requested."""


@dataclass(frozen=True, eq=False)
class TokenBonus:
    """A bonus on the logits of some tokens at some positions, (k,) each."""

    positions: Tensor
    tokens: Tensor
    bonus: float

    def add_to(self, scores: Tensor, rows: slice, columns: slice) -> None:
        """Add what lies in a block of logits (positions, tokens), which begins at ``rows`` and ``columns``."""
        positions, tokens = self.positions - (rows.start or 0), self.tokens - (columns.start or 0)
        inside = (positions >= 0) & (positions < scores.shape[0]) & (tokens >= 0) & (tokens < scores.shape[1])
        scores.index_put_((positions[inside], tokens[inside]), scores.new_tensor(self.bonus), accumulate=True)


@dataclass(frozen=True, eq=False)
class LogitConstraints:
    """Constraints on the logits of n positions."""

    allowed: Tensor | None = None
    """(vocab,) bool: the tokens that may come."""
    draft_logits: Tensor | None = None
    """(n, vocab) logits of a draft that is mixed into every prediction."""
    draft_weight: float = 0.0
    """The draft's share in the mixture, 0 to 1."""
    fixed_ids: Tensor | None = None
    """(n,) tokens that are certain, negative where none is."""
    banned: tuple[Tensor, Tensor] | None = None
    """(n,) and (vocab,) bool: the positions where some tokens may not come, and those tokens."""
    guidance: float = 1.0
    """Weight of the logits against those without the sound, where there are any."""
    bonus: TokenBonus | None = None
    """Of the next prediction; each step has its own."""

    def select(self, positions: Tensor) -> LogitConstraints:
        """Return the constraints of some positions (m,)."""
        return replace(
            self,
            draft_logits=None if self.draft_logits is None else self.draft_logits[positions],
            fixed_ids=None if self.fixed_ids is None else self.fixed_ids[positions],
            banned=None if self.banned is None else (self.banned[0][positions], self.banned[1]),
            bonus=None,
        )


def lm_head_for(model: SpeechModel, canvases: CanvasBatch, constraints: LogitConstraints) -> LmHead:
    """Return the head that suits the vocabulary's size."""
    head = ChunkedVocabHead if model.vocab_size >= CHUNKED_FROM_VOCAB else FullVocabHead
    return head(model, canvases, constraints)


class LmHead:
    """Predictions for the positions of ``canvases`` under ``constraints``."""

    def __init__(self, model: SpeechModel, canvases: CanvasBatch, constraints: LogitConstraints) -> None:
        self.model, self.canvases = model, canvases
        self.weight = model.backbone.lm_head.weight  # (vocab, hidden), also the embedding
        self.constraints = self.prepare(constraints)

    def prepare(self, constraints: LogitConstraints) -> LogitConstraints:
        """Return constraints for ``_scores``: over the head's columns, the draft as weighted log-probabilities."""
        if constraints.draft_logits is None:
            return constraints
        draft = constraints.draft_logits.to(self.weight.dtype).float().log_softmax(dim=-1)
        draft = draft.clamp_(min=MIN_DRAFT_LOG_PROB).mul_(constraints.draft_weight)
        return replace(constraints, draft_logits=draft)

    def predict(
        self,
        states: Tensor,
        temperature: Tensor,
        *,
        unconditional_states: Tensor | None = None,
        exp_noise: NoiseFn | None = None,
        top: bool = False,
        needs_next: bool = True,
    ) -> Prediction:
        """Return the predictions of the decoder's states (batch, canvas, hidden) at a temperature.

        Args:
            unconditional_states: the states without the sound, against which ``guidance`` weights the others.
            exp_noise: draws the numbers to sample with; without it nothing is sampled.
            top: whether the most probable tokens are wanted.
            needs_next: whether the mean embeddings are wanted, which condition the next step.
        """
        raise NotImplementedError

    def probabilities_of(self, states: Tensor, ids: Tensor, prediction: Prediction, temperature: Tensor) -> Tensor:
        """Return the probabilities of tokens (n,) by the prediction of states (batch, canvas, hidden), float32.

        They follow from that of its argmax; guidance, draft and bonus do not count.
        """
        packed = self.canvases.pack(states)

        def logits(tokens: Tensor) -> Tensor:
            return self.model.softcap((packed * self.weight[tokens]).sum(dim=-1).float())

        ratio = torch.exp((logits(ids) - logits(prediction.argmax_ids)) / temperature)
        return (prediction.token_probs * ratio).clamp(max=1.0)

    def sample(self, uniform: Tensor, mask: Tensor) -> Tensor:
        """Sample (n,) from the last prediction at ``uniform`` (n,), 0 to 1, where ``mask`` (n,) holds; 0 elsewhere."""
        raise NotImplementedError

    def soft_embeds(self, logits: Tensor) -> Tensor:
        """Return the mean embeddings (n, hidden) under logits (n, vocab)."""
        raise NotImplementedError

    def select(self, positions: Tensor, canvases: CanvasBatch) -> None:
        """Continue with some positions (m,), which have the layout ``canvases``."""
        self.canvases, self.constraints = canvases, self.constraints.select(positions)

    def set_bonus(self, bonus: TokenBonus | None) -> None:
        """Set the bonus of the next prediction."""
        self.constraints = replace(self.constraints, bonus=bonus)

    def _scores(self, raw: Tensor, unconditional: Tensor | None, rows: slice, columns: slice) -> Tensor:
        """Return logits before their temperature, (positions, columns): softcapped, guided, mixed with the draft, masked.

        Those with a bonus have it. Overwrites ``raw`` and ``unconditional``, the lm_head's outputs with and without the sound.
        ``rows`` and ``columns`` are their place in the constraints.
        """
        constraints = self.constraints
        scores = self.model.softcap(raw, out=raw)
        if unconditional is not None:
            unguided = self.model.softcap(unconditional, out=unconditional)
            scores = unguided.add_(scores.sub_(unguided), alpha=constraints.guidance)
        if constraints.draft_logits is not None:
            scores.mul_(1 - constraints.draft_weight).add_(constraints.draft_logits[rows, columns])
        if constraints.bonus is not None:
            constraints.bonus.add_to(scores, rows, columns)
        if constraints.allowed is not None:
            scores.masked_fill_(~constraints.allowed[columns], MASKED_LOGIT)
        if constraints.banned is not None:
            positions, tokens = constraints.banned
            scores.masked_fill_(positions[rows, None] & tokens[columns], MASKED_LOGIT)
        return scores

    def _force_fixed(self, prediction: Prediction) -> Prediction:
        """Return the prediction with probability 1 for the fixed tokens."""
        if self.constraints.fixed_ids is None:
            return prediction
        tokens, is_fixed = self.constraints.fixed_ids, self.constraints.fixed_ids >= 0
        top, soft_embeds = prediction.top, prediction.soft_embeds
        if top is not None:
            others = (tokens[:, None] + torch.arange(top[0].shape[1], device=tokens.device)) % len(self.weight)
            one_hot = F.one_hot(torch.zeros_like(tokens), top[0].shape[1])
            top = (
                torch.where(is_fixed[:, None], others, top[0]),
                torch.where(is_fixed[:, None], one_hot.to(top[1]), top[1]),
            )
        if soft_embeds is not None:
            soft_embeds = torch.where(is_fixed[:, None], self.weight[tokens.clamp(min=0)], soft_embeds)
        sampled_ids = prediction.sampled_ids
        return Prediction(
            argmax_ids=torch.where(is_fixed, tokens, prediction.argmax_ids),
            token_probs=prediction.token_probs.masked_fill(is_fixed, 1.0),
            entropy=prediction.entropy.masked_fill(is_fixed, 0.0),
            top=top,
            sampled_ids=None if sampled_ids is None else torch.where(is_fixed, tokens, sampled_ids),
            soft_embeds=soft_embeds,
        )


class FullVocabHead(LmHead):
    """Head over a small vocabulary: some positions at a time, over the allowed tokens only. Keeps all probabilities."""

    def __init__(self, model: SpeechModel, canvases: CanvasBatch, constraints: LogitConstraints) -> None:
        allowed = constraints.allowed
        self.column_ids = None if allowed is None else allowed.nonzero().squeeze(-1)
        """(columns,) The tokens that the columns stand for; None for all tokens in order."""
        super().__init__(model, canvases, constraints)
        self.embeddings = self._to_columns(self.weight.T).T.contiguous()  # (columns, hidden)
        self.probs = self.weight.new_empty(0, dtype=torch.float32)  # (n, columns) of the last prediction

    def prepare(self, constraints: LogitConstraints) -> LogitConstraints:
        draft, banned = constraints.draft_logits, constraints.banned
        return super().prepare(
            replace(
                constraints,
                allowed=None,
                draft_logits=None if draft is None else self._to_columns(draft),
                banned=None if banned is None else (banned[0], self._to_columns(banned[1][None])[0]),
            )
        )

    def set_bonus(self, bonus: TokenBonus | None) -> None:
        if bonus is not None and self.column_ids is not None:
            columns = torch.searchsorted(self.column_ids, bonus.tokens.contiguous()).clamp(max=len(self.column_ids) - 1)
            is_column = self.column_ids[columns] == bonus.tokens
            bonus = TokenBonus(bonus.positions[is_column], columns[is_column], bonus.bonus)
        super().set_bonus(bonus)

    def _to_columns(self, values: Tensor) -> Tensor:
        """Return (..., columns) of (..., vocab)."""
        return values if self.column_ids is None else values.index_select(1, self.column_ids)

    def _to_ids(self, columns: Tensor) -> Tensor:
        """Return the token ids of columns."""
        return columns if self.column_ids is None else self.column_ids[columns]

    def predict(
        self,
        states: Tensor,
        temperature: Tensor,
        *,
        unconditional_states: Tensor | None = None,
        exp_noise: NoiseFn | None = None,
        top: bool = False,
        needs_next: bool = True,
    ) -> Prediction:
        raw = self.canvases.pack(self.model.backbone.lm_head(states))  # (n, vocab)
        unconditional = None  # (n, vocab)
        if unconditional_states is not None:
            unconditional = self.canvases.pack(self.model.backbone.lm_head(unconditional_states))
        noise = None if exp_noise is None else exp_noise(raw.shape[1])
        shape = len(raw), len(self.embeddings)
        if self.probs.shape != shape:
            self.probs = torch.empty(shape, device=raw.device)
        # probabilities in the model's precision, for the mean embeddings
        rounded = torch.empty(shape, dtype=self.weight.dtype, device=raw.device) if needs_next else None
        blocks = []
        for first in range(0, len(raw), POSITION_BLOCK):
            rows = slice(first, first + POSITION_BLOCK)
            without = None if unconditional is None else self._to_columns(unconditional[rows]).float()
            scores = self._scores(self._to_columns(raw[rows]).float(), without, rows, slice(None)).div_(temperature)
            largest, argmax = scores.max(dim=-1, keepdim=True)
            scores -= largest
            probs = torch.exp(scores, out=self.probs[rows])
            total = probs.sum(dim=-1, keepdim=True)
            probs /= total
            entropy = total.log().squeeze(-1) - torch.linalg.vecdot(probs, scores)
            sampled = None if noise is None else (probs / self._to_columns(noise[rows])).argmax(dim=-1)
            blocks.append((argmax, 1 / total, entropy, sampled, top_tokens(probs) if top else None))
            if rounded is not None:
                rounded[rows] = probs
        argmaxes, token_probs, entropies, samples, tops = zip(*blocks, strict=True)
        top_values = None
        if top:
            top_values = self._to_ids(torch.cat([ids for _, ids in tops])), torch.cat([values for values, _ in tops])
        return self._force_fixed(
            Prediction(
                argmax_ids=self._to_ids(torch.cat(argmaxes).squeeze(-1)),
                token_probs=torch.cat(token_probs).squeeze(-1),
                entropy=torch.cat(entropies),
                top=top_values,
                sampled_ids=None if noise is None else self._to_ids(torch.cat(samples)),
                soft_embeds=None if rounded is None else rounded @ self.embeddings,
            )
        )

    def log_probs(self, temperature: Tensor) -> Tensor:
        """Return the last prediction's log-probabilities (n, vocab) at temperature 1, float32; ``temperature`` was its own."""
        columns = self.probs.clamp(min=torch.finfo(torch.float32).tiny).log().mul_(temperature).log_softmax(dim=-1)
        if self.column_ids is None:
            return columns
        return columns.new_full((len(columns), len(self.weight)), MASKED_LOGIT).index_copy_(1, self.column_ids, columns)

    def sample(self, uniform: Tensor, mask: Tensor) -> Tensor:
        rows = mask.nonzero().squeeze(-1)
        cumulative = self.probs[rows].cumsum(dim=-1)
        totals = cumulative[:, -1:]
        below_total = totals.nextafter(torch.zeros_like(totals))  # 1 must not fall after the last token
        targets = torch.minimum(uniform[rows, None] * totals, below_total)
        ids = self._to_ids(torch.searchsorted(cumulative, targets, right=True).squeeze(-1))
        if self.constraints.fixed_ids is not None:
            fixed_ids = self.constraints.fixed_ids[rows]
            ids = torch.where(fixed_ids >= 0, fixed_ids, ids)
        return torch.zeros_like(mask, dtype=torch.long).index_copy_(0, rows, ids)

    def soft_embeds(self, logits: Tensor) -> Tensor:
        probs = self._to_columns(logits.to(self.weight.dtype)).softmax(dim=-1, dtype=torch.float32)
        return probs.to(self.weight.dtype) @ self.embeddings


class ChunkedVocabHead(LmHead):
    """Head over a large vocabulary: all positions, a chunk of tokens at a time. Keeps nothing as wide as the vocabulary."""

    def __init__(
        self, model: SpeechModel, canvases: CanvasBatch, constraints: LogitConstraints, chunk: int = VOCAB_CHUNK
    ) -> None:
        super().__init__(model, canvases, constraints)
        self.chunk = chunk

    def prepare(self, constraints: LogitConstraints) -> LogitConstraints:
        draft, allowed = constraints.draft_logits, constraints.allowed
        if draft is not None and allowed is not None:
            constraints = replace(constraints, draft_logits=draft.masked_fill(~allowed, MASKED_LOGIT))
        return super().prepare(constraints)

    def predict(
        self,
        states: Tensor,
        temperature: Tensor,
        *,
        unconditional_states: Tensor | None = None,
        exp_noise: NoiseFn | None = None,
        top: bool = False,
        needs_next: bool = True,
    ) -> Prediction:
        states = self.canvases.pack(states)
        unconditional_states = None if unconditional_states is None else self.canvases.pack(unconditional_states)
        sums = _OnlineSoftmax(len(states), self.weight, top=top, sample=exp_noise is not None, needs_next=needs_next)
        for first in range(0, len(self.weight), self.chunk):
            columns = slice(first, first + self.chunk)
            weight = self.weight[columns]
            unconditional = None if unconditional_states is None else F.linear(unconditional_states, weight).float()
            scores = self._scores(F.linear(states, weight).float(), unconditional, slice(None), columns).div_(
                temperature
            )
            sums.add(scores, first, weight, None if exp_noise is None else exp_noise(len(weight)))
        return self._force_fixed(sums.prediction(self.weight.dtype))

    def soft_embeds(self, logits: Tensor) -> Tensor:
        sums = _OnlineSoftmax(len(logits), self.weight, top=False, sample=False, needs_next=True)
        for first in range(0, len(self.weight), self.chunk):
            columns = slice(first, first + self.chunk)
            scores = logits[:, columns].to(self.weight.dtype).to(torch.float32, copy=True)
            if self.constraints.allowed is not None:
                scores.masked_fill_(~self.constraints.allowed[columns], MASKED_LOGIT)
            sums.add(scores, first, self.weight[columns], None)
        soft_embeds = sums.prediction(self.weight.dtype).soft_embeds
        assert soft_embeds is not None
        return soft_embeds


class _OnlineSoftmax:
    """Sums over the chunks of a vocabulary so far, for n positions, relative to the largest logit so far."""

    def __init__(self, count: int, weight: Tensor, *, top: bool, sample: bool, needs_next: bool) -> None:
        def zeros(*size: int, dtype: torch.dtype = torch.float32) -> Tensor:
            return torch.zeros(count, *size, dtype=dtype, device=weight.device)

        self.largest = zeros() + torch.finfo(torch.float32).min / 2  # finite: 0 times it stays 0
        self.total, self.weighted = zeros(), zeros()  # of exp(logit), and of exp(logit) times logit
        self.argmax_ids = zeros(dtype=torch.long)
        self.sampled_ids = zeros(dtype=torch.long)
        self.sample_score = zeros() if sample else None  # largest exp(logit) / noise so far
        self.soft_embeds = zeros(weight.shape[1]) if needs_next else None
        self.top = (zeros(0), zeros(0, dtype=torch.long)) if top else None

    def add(self, scores: Tensor, first: int, weight: Tensor, noise: Tensor | None) -> None:
        """Add the logits (n, chunk) of the tokens from ``first`` on, which are overwritten."""
        chunk_largest, index = scores.max(dim=-1)
        largest = torch.maximum(self.largest, chunk_largest)
        self.argmax_ids = torch.where(chunk_largest > self.largest, index + first, self.argmax_ids)
        if self.top is not None:
            values, ids = top_tokens(scores)
            values, ids = torch.cat([self.top[0], values], dim=-1), torch.cat([self.top[1], ids + first], dim=-1)
            values, order = values.topk(min(TOP_K, values.shape[-1]), dim=-1)
            self.top = values, ids.gather(-1, order)
        scores -= largest[:, None]
        exps = scores.exp()
        shift = self.largest - largest
        scale = shift.exp()
        self.weighted = (self.weighted + self.total * shift) * scale + torch.linalg.vecdot(exps, scores)
        self.total = self.total * scale + exps.sum(dim=-1)
        if self.sample_score is not None and noise is not None:
            score, index = (exps / noise).max(dim=-1)
            previous = self.sample_score * scale
            self.sampled_ids = torch.where(score > previous, index + first, self.sampled_ids)
            self.sample_score = torch.maximum(score, previous)
        if self.soft_embeds is not None:
            self.soft_embeds.mul_(scale[:, None]).add_(exps.to(weight.dtype) @ weight)
        self.largest = largest

    def prediction(self, dtype: torch.dtype) -> Prediction:
        """Return the predictions after the last chunk; mean embeddings have ``dtype``."""
        top = None
        if self.top is not None:
            top = self.top[1], (self.top[0] - self.largest[:, None]).exp() / self.total[:, None]
        return Prediction(
            argmax_ids=self.argmax_ids,
            token_probs=1 / self.total,
            entropy=self.total.log() - self.weighted / self.total,
            top=top,
            sampled_ids=None if self.sample_score is None else self.sampled_ids,
            soft_embeds=None if self.soft_embeds is None else (self.soft_embeds / self.total[:, None]).to(dtype),
        )


def entropy_of(logits: Tensor) -> Tensor:
    """Return the entropy in nats, (batch, canvas), of logits (batch, canvas, vocab), as the stock sampler computes it."""
    return Categorical(logits=logits, validate_args=False).entropy()


def top_tokens(probs: Tensor, k: int = TOP_K) -> tuple[Tensor, Tensor]:
    """Return the ``k`` largest values of the last dimension and their indices, best first: ``topk`` in two passes.

    The k largest lie in the k blocks with the largest maxima. To find those, the big tensor is read once, which is many times
    faster than selecting in it.
    """
    size = probs.shape[-1]
    block_count = size // TOP_K_BLOCK
    if block_count <= 2 * k:
        return probs.topk(min(k, size), dim=-1)
    blocks = probs[..., : block_count * TOP_K_BLOCK].unflatten(-1, (block_count, TOP_K_BLOCK))
    best_blocks = blocks.amax(-1).topk(k, dim=-1).indices  # (..., k)
    ids = (best_blocks[..., None] * TOP_K_BLOCK + torch.arange(TOP_K_BLOCK, device=probs.device)).flatten(-2)
    rest = torch.arange(block_count * TOP_K_BLOCK, size, device=probs.device).expand(*ids.shape[:-1], -1)
    ids = torch.cat([ids, rest], dim=-1)
    values, order = probs.gather(-1, ids).topk(k, dim=-1)
    return values, ids.gather(-1, order)
