"""Drafts: what is read, and how sure each of its tokens is."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.models.adapter.spec import FusionConfig
from app.speech.decoding.ctc_draft import Draft, greedy_draft, lm_fused_n_best
from app.speech.model.ngram_lm import NGramModel

from .test_ctc_beam_search import BEGIN, BLANK, END, SIZE, heard, model, nothing_given_up, scores, table


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000), frames=st.lists(st.integers(1, 5), min_size=1, max_size=3), weight=st.floats(0, 1.2)
)
def test_the_chosen_token_is_the_surest_of_its_place(seed: int, frames: list[int], weight: float) -> None:
    rng, likes, fusion = np.random.default_rng(seed), table(seed), FusionConfig(weight, 0.5)
    rows = [heard(rng, count) for count in frames]
    with nothing_given_up():
        found = lm_fused_n_best(
            [torch.from_numpy(row) for row in rows], model(likes), fusion, blank_id=BLANK, begin_id=BEGIN, end_id=END
        )
    for row, readings in zip(rows, found, strict=True):
        every = scores(row, likes, fusion)
        assert every[tuple(readings.hypotheses[0].tokens)] >= max(every.values()) - 1e-4
        for number, text in enumerate(readings.hypotheses):
            draft = readings.draft_for(number)
            assert draft.ids == text.tokens
            assert draft.log_probs.shape == (len(draft.ids), SIZE)
            assert torch.allclose(draft.log_probs.exp().sum(-1), torch.ones(len(draft.ids)), atol=1e-4)
            assert (draft.log_probs[:, BLANK] < -1000).all()


def read(log_probs: NDArray[np.float32], ngrams: NGramModel, fusion: FusionConfig) -> Draft:
    [readings] = lm_fused_n_best(
        [torch.from_numpy(log_probs)], ngrams, fusion, blank_id=BLANK, begin_id=BEGIN, end_id=END
    )
    return readings.draft_for(0)


def test_the_language_on_both_sides_makes_a_token_sure() -> None:
    log_probs = np.full((3, SIZE), np.log(1e-9), np.float32)
    log_probs[0, 3] = log_probs[2, 6] = 0
    log_probs[1, [4, 5]] = np.log([0.55, 0.45])
    alike = np.full((SIZE, SIZE), -6, np.float32)
    before, both = alike.copy(), alike.copy()
    before[3, 5] = both[3, 5] = both[5, 6] = -0.1
    sure = []
    for likes in (alike, before, both):
        draft = read(log_probs, model(likes), FusionConfig(0.5, 0.0))
        sure.append(float(draft.log_probs[1, 5].exp()))
    assert sure[0] < 0.5 < sure[1] < sure[2]


def test_what_is_always_heard_counts_less() -> None:
    """A token that CTC gives everywhere must be heard the better; the language model alone says how frequent it is."""
    log_probs = np.log(np.array([[1e-9] * 3 + [0.6, 0.4] + [1e-9] * (SIZE - 5)], np.float32))
    likes, average = np.full((SIZE, SIZE), -1, np.float32), np.full(SIZE, np.log(0.1), np.float32)
    average[3] = np.log(0.5)
    for prior, token, sure in ((0.0, 3, 0.6), (1.0, 4, 4 / (4 + 6 / 5))):
        ngrams = model(likes)
        ngrams.ctc_prior = average
        fusion = FusionConfig(0.5, 2.0, prior)
        draft = read(log_probs, ngrams, fusion)
        assert draft.ids == [token]
        assert float(draft.log_probs[0, token].exp()) == pytest.approx(sure, rel=1e-3)


def test_without_a_language_model_a_draft_is_ctc_s_own_reading() -> None:
    log_probs = torch.full((4, SIZE), -9.0)
    for frame, token in enumerate([3, 3, BLANK, 4]):
        log_probs[frame, token] = -0.1
    draft = greedy_draft(log_probs, BLANK)
    assert draft.ids == [3, 4]
    assert draft.log_probs is log_probs
