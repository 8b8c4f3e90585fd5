"""What the audio tokens say before any denoising: the reading that the first step's self-conditioning is.

Without language models it is CTC's greedy reading, each token as uncertain as its frame. With them it is a text that sound and
language together make probable, and each token is as uncertain as both leave it between its neighbours. Where several texts
are nearly as probable the backbone chooses (``choosing.py``).
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

from .ctc import NEG_INF, forced_align, greedy_frames
from .ctc_beam_search import Hypothesis, prefix_beam_search

COMPETITORS = 8
"""Tokens that are weighed against each of the draft's."""


@dataclass(frozen=True, eq=False)
class Draft:
    """Log-probabilities (rows, vocab), and which rows are the draft's tokens, in order: the most probable token of each."""

    log_probs: Tensor
    token_rows: list[int]

    @property
    def ids(self) -> list[int]:
        return [int(token) for token in self.log_probs[self.token_rows].argmax(-1)] if self.token_rows else []


@dataclass(frozen=True, eq=False)
class NBest:
    """What a part may say by its sound and its language: the texts, the most probable first, and the draft of each."""

    hypotheses: list[Hypothesis]
    draft_for: Callable[[int], Draft]


def greedy_draft(log_probs: Tensor, blank_id: int) -> Draft:
    """CTC's own reading of log-probabilities (frames, vocab)."""
    return Draft(log_probs, greedy_frames(log_probs, blank_id))


def single_best(draft: Draft) -> NBest:
    """Where there is nothing to choose."""
    return NBest([Hypothesis(draft.ids, 0.0)], lambda _: draft)


def lm_fused_n_best(
    log_probs: Sequence[Tensor], ngrams: NGramModel, fusion: FusionConfig, *, blank_id: int, begin_id: int, end_id: int
) -> list[NBest]:
    """Readings of parts of whose CTC log-probabilities (frames, vocab) a language model helps to choose.

    The sound is heard without its prior: the language model knows better which tokens are frequent.
    """
    prior = torch.from_numpy(fusion.prior * ngrams.ctc_prior)
    frames = [(part.float().cpu() - prior).log_softmax(-1).numpy() for part in log_probs]
    lengths = np.array([len(part) for part in frames])
    padded = np.zeros((len(frames), max(lengths, default=0), frames[0].shape[-1] if frames else 0), np.float32)
    for row, part in zip(padded, frames, strict=True):
        row[: len(part)] = part
    found = prefix_beam_search(padded, lengths, ngrams, fusion, blank_id=blank_id, begin_id=begin_id, end_id=end_id)

    def readings(part: NDArray[np.float32], like: Tensor, texts: list[Hypothesis]) -> NBest:
        def draft(number: int) -> Draft:
            ids = texts[number].tokens
            rows = torch.from_numpy(_token_posteriors(part, ids, ngrams, fusion, blank_id, begin_id, end_id))
            return Draft(rows.to(like.device), list(range(len(ids))))

        return NBest(texts, draft)

    return [readings(*each) for each in zip(frames, log_probs, found, strict=True)]


def _token_posteriors(
    heard: NDArray[np.float32],
    ids: list[int],
    ngrams: NGramModel,
    fusion: FusionConfig,
    blank: int,
    begin: int,
    end: int,
) -> NDArray[np.float32]:
    """Log-probabilities (tokens, vocab): what stands at each place, by the sound there and by the tokens around it.

    A token's rivals are those most probable at its frame. The language model looks from both sides: at a rival behind what
    comes before, and at what comes next behind the rival. None becomes more probable than the token that was chosen.
    """
    tokens, reach = np.array(ids, np.int64), ngrams.order - 1
    found = np.full((len(ids), heard.shape[-1]), NEG_INF, np.float32)
    if not ids:
        return found
    spans = forced_align(heard, ids, blank)
    places = np.array([a + int(heard[a:b, token].argmax()) for (a, b), token in zip(spans, ids, strict=True)])
    at = heard[places]  # (tokens, vocab)
    spoken = at.copy()
    spoken[np.arange(len(ids)), tokens] = np.inf  # the chosen one comes first
    spoken[:, blank] = -np.inf
    rivals = np.argsort(-spoken, axis=1)[:, : COMPETITORS + 1]  # (tokens, rivals)

    line = np.concatenate([np.full(reach, begin), tokens, [end], np.full(reach, end)])
    before = np.lib.stride_tricks.sliding_window_view(line, reach)[: len(ids)]
    states = np.repeat(ngrams.states_after(before)[:, None], rivals.shape[1], axis=1)
    expected, states = ngrams.score_and_advance(states, rivals)
    for distance in range(1, reach + 1):
        inside = np.arange(len(ids)) + distance <= len(ids)  # the end token still counts
        following = np.repeat(line[reach + distance :][: len(ids), None], rivals.shape[1], axis=1)
        more, states = ngrams.score_and_advance(states, following)
        expected = expected + np.where(inside[:, None], more, 0.0)
    score = np.take_along_axis(at, rivals, axis=1) + fusion.weight * expected
    score[:, 1:] = np.minimum(score[:, 1:], score[:, :1] - 1e-3)
    score -= np.logaddexp.reduce(score, axis=1, keepdims=True)
    np.put_along_axis(found, rivals, score.astype(np.float32), axis=1)
    return found
