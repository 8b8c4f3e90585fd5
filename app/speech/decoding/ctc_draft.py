"""CTC drafts: the text that the audio tokens give before any denoising, for the first step's self-conditioning.

Without a language model it is CTC's greedy text, each token as uncertain as its frame. With one it is a text that sound and
language model together make probable, each token as uncertain as both leave it between its neighbours. Where several texts are
nearly as probable the backbone chooses (``rescoring.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from app.models.adapter.spec import FusionConfig
from app.speech.model.ngram_lm import NGramModel

from .ctc import NEG_INF, forced_align, greedy_frames, greedy_spans, peak_frames
from .ctc_beam_search import Hypothesis, prefix_beam_search
from .phrase_trie import BEAM_BONUS, PhraseTrie

COMPETITORS = 8
"""Tokens that compete with each token of a draft."""


@dataclass(frozen=True, eq=False)
class Draft:
    """Log-probabilities (rows, vocab), and the rows of the draft's tokens, in order: each row's most probable token."""

    log_probs: Tensor
    token_rows: list[int]
    spans: NDArray[np.int64] | None = None
    """(tokens, 2) start and end frame (exclusive) of each token, where they were sought."""
    frames: NDArray[np.int64] | None = None
    """(tokens,) the frame at which each is most probable, where spans were sought."""

    @property
    def ids(self) -> list[int]:
        return [int(token) for token in self.log_probs[self.token_rows].argmax(-1)] if self.token_rows else []


@dataclass(frozen=True, eq=False)
class NBest:
    """The most probable texts of an audio chunk, best first, and the draft of each by its index."""

    hypotheses: list[Hypothesis]
    draft_for: Callable[[int], Draft]


def greedy_draft(log_probs: Tensor, blank_id: int) -> Draft:
    """Return CTC's own draft of log-probabilities (frames, vocab)."""
    frames = greedy_frames(log_probs, blank_id)
    return Draft(log_probs, frames, greedy_spans(log_probs, blank_id), np.array(frames, np.int64))


def single_best(draft: Draft) -> NBest:
    """Return an n-best list of one draft."""
    return NBest([Hypothesis(draft.ids, 0.0)], lambda _: draft)


def lm_fused_n_best(
    log_probs: Sequence[Tensor],
    ngrams: NGramModel,
    fusion: FusionConfig,
    *,
    blank_id: int,
    begin_id: int,
    end_id: int,
    phrases: PhraseTrie | None = None,
) -> list[NBest]:
    """Return the n-best list of each chunk by its CTC log-probabilities (frames, vocab) and a language model.

    CTC's label prior is divided out first, as the language model knows better which tokens are frequent.
    Tokens of own words (``phrases``) are preferred, and the draft is surer of them.
    """
    prior = torch.from_numpy(fusion.prior * ngrams.ctc_prior)
    without_prior = [(chunk.float().cpu() - prior).log_softmax(-1).numpy() for chunk in log_probs]
    n_best = prefix_beam_search(
        without_prior, ngrams, fusion, blank_id=blank_id, begin_id=begin_id, end_id=end_id, phrases=phrases
    )

    def with_drafts(heard: Tensor, chunk: NDArray[np.float32], hypotheses: list[Hypothesis]) -> NBest:
        def draft_for(index: int) -> Draft:
            ids = hypotheses[index].tokens
            spans = forced_align(heard, ids, blank_id)  # as any text is aligned: without the prior peaks move
            frames = peak_frames(heard, ids, spans)
            bonus = BEAM_BONUS * phrases.matched(ids) if phrases else np.zeros(len(ids))
            posteriors = _token_posteriors(chunk, ids, frames, bonus, ngrams, fusion, (blank_id, begin_id, end_id))
            return Draft(torch.from_numpy(posteriors).to(heard.device), list(range(len(ids))), spans, frames)

        return NBest(hypotheses, draft_for)

    return [with_drafts(*chunk) for chunk in zip(log_probs, without_prior, n_best, strict=True)]


def _token_posteriors(
    log_probs: NDArray[np.float32],
    ids: list[int],
    frames: NDArray[np.int64],
    bonus: NDArray[np.floating],
    ngrams: NGramModel,
    fusion: FusionConfig,
    special_ids: tuple[int, int, int],
) -> NDArray[np.float32]:
    """Return log-probabilities (tokens, vocab) of each place of a text, by the sound there and the tokens around it.

    ``frames`` (tokens,) are those of its tokens.

    A token's competitors are the most probable ones at its frame. The language model looks from both sides: it scores a
    competitor after what precedes it, and what follows after the competitor. None becomes more probable than the text's token.
    ``bonus`` (tokens,) is added to the score of the text's own tokens; ``special_ids`` are the blank and the tokens that the
    language model has before and after a text.
    """
    blank_id, begin_id, end_id = special_ids
    tokens, context = np.array(ids, np.int64), ngrams.order - 1
    posteriors = np.full((len(ids), log_probs.shape[-1]), NEG_INF, np.float32)
    if not ids:
        return posteriors
    frame_log_probs = log_probs[frames]  # (tokens, vocab)
    ranking = frame_log_probs.copy()
    ranking[np.arange(len(ids)), tokens] = np.inf  # the text's own token comes first
    ranking[:, blank_id] = -np.inf
    competitors = np.argsort(-ranking, axis=1)[:, : COMPETITORS + 1]  # (tokens, competitors)

    padded = np.concatenate([np.full(context, begin_id), tokens, [end_id], np.full(context, end_id)])
    before = np.lib.stride_tricks.sliding_window_view(padded, context)[: len(ids)]
    states = np.repeat(ngrams.states_after(before)[:, None], competitors.shape[1], axis=1)
    lm_log_probs, states = ngrams.score_and_advance(states, competitors)
    for distance in range(1, context + 1):
        inside = np.arange(len(ids)) + distance <= len(ids)  # the end token still counts
        following = np.repeat(padded[context + distance :][: len(ids), None], competitors.shape[1], axis=1)
        following_log_probs, states = ngrams.score_and_advance(states, following)
        lm_log_probs = lm_log_probs + np.where(inside[:, None], following_log_probs, 0.0)
    score = np.take_along_axis(frame_log_probs, competitors, axis=1) + fusion.weight * lm_log_probs
    score[:, 0] += bonus
    score[:, 1:] = np.minimum(score[:, 1:], score[:, :1] - 1e-3)
    score -= np.logaddexp.reduce(score, axis=1, keepdims=True)
    np.put_along_axis(posteriors, competitors, score.astype(np.float32), axis=1)
    return posteriors


def make_draft_logits(
    log_probs: Tensor, rows: Sequence[int], canvas_length: int, blank_id: int, end_id: int, pad_id: int
) -> Tensor:
    """Return a draft as the denoiser's self-conditioning, (canvas_length, vocab): each token as uncertain as its row.

    ``log_probs`` are CTC's (rows, vocab), ``rows`` those of the draft's tokens, in order. The end token and the padding after
    them are certain.
    """
    rows = list(rows)[: canvas_length - 1]
    logits = log_probs.new_full((canvas_length, log_probs.shape[-1]), NEG_INF)
    logits[: len(rows)] = log_probs[torch.tensor(rows, dtype=torch.long, device=log_probs.device)]
    logits[:, blank_id] = NEG_INF
    logits[len(rows), end_id] = 0.0
    logits[len(rows) + 1 :, pad_id] = 0.0
    return logits


def make_draft_canvas(ids: Sequence[int], canvas_length: int, end_id: int, pad_id: int) -> NDArray[np.int32]:
    """Return a canvas (canvas_length,) that starts from a draft: ids, one end token, padding. What does not fit is cut off."""
    canvas = np.full(canvas_length, pad_id, np.int32)
    text = [*ids, end_id][:canvas_length]
    canvas[: len(text)] = text
    return canvas


def align_draft_logits(draft: Draft, canvas_length: int, blank_id: int) -> Tensor:
    """Return a draft as the denoiser's self-conditioning where a canvas holds an alignment, (canvas_length, vocab).

    Each token stands at its frame, as uncertain as its row; the blanks between are certain. What does not fit is cut off.
    """
    logits = draft.log_probs.new_full((canvas_length, draft.log_probs.shape[-1]), NEG_INF)
    logits[:, blank_id] = 0.0
    for row, frame in zip(draft.token_rows, _frames_of(draft), strict=True):
        if frame < canvas_length:
            logits[frame] = draft.log_probs[row]
            logits[frame, blank_id] = NEG_INF
    return logits


def align_draft_canvas(draft: Draft, canvas_length: int, blank_id: int) -> NDArray[np.int32]:
    """Return a canvas (canvas_length,) with a draft's alignment. What does not fit is cut off."""
    canvas = np.full(canvas_length, blank_id, np.int32)
    for token, frame in zip(draft.ids, _frames_of(draft), strict=True):
        if frame < canvas_length:
            canvas[frame] = token
    return canvas


def _frames_of(draft: Draft) -> list[int]:
    if draft.frames is None:
        raise ValueError("the frames of this draft were not sought")
    return [int(frame) for frame in draft.frames]
