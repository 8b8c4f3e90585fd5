"""Drafts: their texts, how certain each of their tokens is, and what they look like as canvas and logits."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.models.adapter.spec import FusionConfig
from app.speech.decoding.ctc import greedy_frames
from app.speech.decoding.ctc_draft import (
    Draft,
    greedy_draft,
    lm_fused_n_best,
    make_draft_canvas,
    make_draft_logits,
    single_best,
)
from app.speech.model.ngram_lm import NGramModel
from tests.speech import toy_vocabulary as toy

from .test_ctc_beam_search import (
    BEGIN,
    BLANK,
    END,
    VOCAB,
    bigram_model,
    bigram_table,
    exact_scores,
    random_log_probs,
    without_pruning,
)


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    frame_counts=st.lists(st.integers(1, 5), min_size=1, max_size=3),
    weight=st.floats(0, 1.2),
)
def test_a_texts_token_is_the_most_probable_of_its_row(seed: int, frame_counts: list[int], weight: float) -> None:
    rng, table, fusion = np.random.default_rng(seed), bigram_table(seed), FusionConfig(weight, 0.5)
    rows = [random_log_probs(rng, count) for count in frame_counts]
    with without_pruning():
        n_best_lists = lm_fused_n_best(
            [torch.from_numpy(row) for row in rows],
            bigram_model(table),
            fusion,
            blank_id=BLANK,
            begin_id=BEGIN,
            end_id=END,
        )
    for row, n_best in zip(rows, n_best_lists, strict=True):
        exact = exact_scores(row, table, fusion)
        assert exact[tuple(n_best.hypotheses[0].tokens)] >= max(exact.values()) - 1e-4
        for index, hypothesis in enumerate(n_best.hypotheses):
            draft = n_best.draft_for(index)
            assert draft.ids == hypothesis.tokens
            assert draft.log_probs.shape == (len(draft.ids), VOCAB)
            assert torch.allclose(draft.log_probs.exp().sum(-1), torch.ones(len(draft.ids)), atol=1e-4)
            assert (draft.log_probs[:, BLANK] < -1000).all()


def best_draft(log_probs: NDArray[np.float32], ngrams: NGramModel, fusion: FusionConfig) -> Draft:
    [n_best] = lm_fused_n_best(
        [torch.from_numpy(log_probs)], ngrams, fusion, blank_id=BLANK, begin_id=BEGIN, end_id=END
    )
    return n_best.draft_for(0)


def test_the_tokens_on_both_sides_make_a_token_probable() -> None:
    log_probs = np.full((3, VOCAB), np.log(1e-9), np.float32)
    log_probs[0, 3] = log_probs[2, 6] = 0
    log_probs[1, [4, 5]] = np.log([0.55, 0.45])
    uniform = np.full((VOCAB, VOCAB), -6, np.float32)
    before, both = uniform.copy(), uniform.copy()
    before[3, 5] = both[3, 5] = both[5, 6] = -0.1
    probs = []
    for table in (uniform, before, both):
        draft = best_draft(log_probs, bigram_model(table), FusionConfig(0.5, 0.0))
        probs.append(float(draft.log_probs[1, 5].exp()))
    assert probs[0] < 0.5 < probs[1] < probs[2]


def test_the_label_prior_is_divided_out() -> None:
    """A token that CTC gives everywhere needs more evidence; the language model alone says how frequent it is."""
    log_probs = np.log(np.array([[1e-9] * 3 + [0.6, 0.4] + [1e-9] * (VOCAB - 5)], np.float32))
    table, ctc_prior = np.full((VOCAB, VOCAB), -1, np.float32), np.full(VOCAB, np.log(0.1), np.float32)
    ctc_prior[3] = np.log(0.5)
    for prior, token, prob in ((0.0, 3, 0.6), (1.0, 4, 4 / (4 + 6 / 5))):
        ngrams = bigram_model(table)
        ngrams.ctc_prior = ctc_prior
        draft = best_draft(log_probs, ngrams, FusionConfig(0.5, 2.0, prior))
        assert draft.ids == [token]
        assert float(draft.log_probs[0, token].exp()) == pytest.approx(prob, rel=1e-3)


def test_without_a_language_model_a_draft_is_the_greedy_text() -> None:
    log_probs = torch.full((4, VOCAB), -9.0)
    for frame, token in enumerate([3, 3, BLANK, 4]):
        log_probs[frame, token] = -0.1
    draft = greedy_draft(log_probs, BLANK)
    assert draft.ids == [3, 4]
    assert draft.log_probs is log_probs


def test_a_list_of_one_draft_has_its_text_alone() -> None:
    draft = Draft(torch.zeros(2, 70).index_fill_(1, torch.tensor([61]), 1.0), [0, 1])
    n_best = single_best(draft)
    assert [hypothesis.tokens for hypothesis in n_best.hypotheses] == [[61, 61]]
    assert n_best.draft_for(0) is draft


@given(
    path=st.lists(st.sampled_from([2, 3, 4, 5]), min_size=1, max_size=30).filter(lambda path: set(path) != {toy.BLANK}),
    length=st.integers(1, 20),
)
def test_a_draft_as_logits_has_one_end_and_never_a_blank(path: list[int], length: int) -> None:
    log_probs = torch.as_tensor(toy.log_probs_of(path)).float()
    frames = greedy_frames(log_probs, toy.BLANK)
    logits = make_draft_logits(log_probs, frames, length, toy.BLANK, toy.END, toy.PAD)
    kept = min(len(frames), length - 1)
    assert logits.shape == (length, len(toy.PIECES))
    assert torch.isfinite(logits).all()
    expected = [*toy.collapse(path, toy.BLANK)[:kept], toy.END, *[toy.PAD] * (length - kept - 1)]
    assert logits.argmax(-1).tolist() == expected


@given(ids=st.lists(st.integers(3, 20), max_size=30), length=st.integers(1, 20))
def test_a_draft_as_canvas_has_its_length_and_one_end(ids: list[int], length: int) -> None:
    canvas = make_draft_canvas(ids, length, toy.END, toy.PAD)
    assert canvas.shape == (length,)
    assert canvas.dtype == np.int32
    assert canvas[: len(ids)].tolist() == ids[:length]
    if len(ids) < length:
        assert canvas[len(ids)] == toy.END
        assert (canvas[len(ids) + 1 :] == toy.PAD).all()
