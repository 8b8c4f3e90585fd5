"""CTC prefix beam search compared with all alignments of all texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.models.adapter.spec import FusionConfig
from app.speech.decoding import ctc_beam_search
from app.speech.decoding.ctc_beam_search import CANDIDATES, Hypothesis, NBestLimits, NoLanguageModel, prefix_beam_search
from app.speech.decoding.phrase_trie import BEAM_BONUS, PhraseTrie, make_trie
from app.speech.model.ngram_lm import NGramModel, NGramOrder

BLANK, BEGIN, END = 0, 1, 2
VOCAB = CANDIDATES + 1
LIMITS = NBestLimits()
"""The search looks at no fewer candidates."""
PROBABLE = (BLANK, 3, 4)
"""The tokens that have any probability."""


def bigram_table(seed: int) -> NDArray[np.float32]:
    """Log-probabilities (previous, next) of any token after any other."""
    probs = np.random.default_rng(seed).dirichlet(np.full(VOCAB, 0.3), VOCAB) + 1e-4
    return np.log(probs).astype(np.float32)


def bigram_model(table: NDArray[np.float32]) -> NGramModel:
    unigrams = NGramOrder(np.zeros(0, np.int64), np.full(VOCAB, -9, np.float32), np.zeros(VOCAB, np.float32))
    bigrams = NGramOrder(np.arange(VOCAB * VOCAB), table.ravel(), np.zeros(0, np.float32))
    return NGramModel([unigrams, bigrams])


def random_log_probs(rng: np.random.Generator, frame_count: int) -> NDArray[np.float32]:
    """CTC log-probabilities (frames, vocab)."""
    probs = np.full((frame_count, VOCAB), 1e-9)
    probs[:, PROBABLE] = rng.dirichlet(np.ones(len(PROBABLE)), frame_count)
    return np.log(probs / probs.sum(-1, keepdims=True)).astype(np.float32)


def exact_scores(
    log_probs: NDArray[np.float32], table: NDArray[np.float32], fusion: FusionConfig, phrases: PhraseTrie | None = None
) -> dict[tuple[int, ...], float]:
    """The score of every text, over all of its alignments."""
    totals: dict[tuple[int, ...], float] = {}
    for path in product(PROBABLE, repeat=len(log_probs)):
        text = tuple(token for token, _ in groupby(path) if token != BLANK)
        score = sum(float(log_probs[frame, token]) for frame, token in enumerate(path))
        totals[text] = np.logaddexp(totals.get(text, -np.inf), score)
    return {
        text: score
        + fusion.weight * sum(float(table[pair]) for pair in zip((BEGIN, *text), (*text, END), strict=True))
        + fusion.bonus * len(text)
        + (BEAM_BONUS * int(phrases.matched(text).sum()) if phrases else 0.0)
        for text, score in totals.items()
    }


def search(
    rows: list[NDArray[np.float32]], ngrams: NGramModel, fusion: FusionConfig, phrases: PhraseTrie | None = None
) -> list[list[Hypothesis]]:
    return prefix_beam_search(rows, ngrams, fusion, blank_id=BLANK, begin_id=BEGIN, end_id=END, phrases=phrases)


@contextmanager
def without_pruning() -> Iterator[None]:
    """A search in which every hypothesis is extended, however far behind it falls."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ctc_beam_search, "PRUNE_MARGIN", 1e6)
        yield


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    frame_counts=st.lists(st.integers(1, 5), min_size=1, max_size=3),
    weight=st.floats(0, 1.5),
    bonus=st.floats(-1, 2),
    words=st.lists(st.lists(st.sampled_from(PROBABLE[1:]), min_size=1, max_size=3), max_size=2),
)
def test_the_best_texts_are_found_in_every_row(
    seed: int, frame_counts: list[int], weight: float, bonus: float, words: list[list[int]]
) -> None:
    rng, table, fusion = np.random.default_rng(seed), bigram_table(seed), FusionConfig(weight, bonus)
    rows = [random_log_probs(rng, count) for count in frame_counts]
    phrases = make_trie(words, np.arange(VOCAB) == 4)
    with without_pruning():
        n_best_lists = search(rows, bigram_model(table), fusion, phrases)
    for row, n_best in zip(rows, n_best_lists, strict=True):
        exact = exact_scores(row, table, fusion, phrases)
        best = sorted(exact.values(), reverse=True)
        expected = [score for score in best[: LIMITS.size] if score >= best[0] - LIMITS.margin]
        found = [hypothesis.score for hypothesis in n_best]
        if abs(min(expected) - best[0] + LIMITS.margin) > 1e-3:  # else rounding decides about the last
            assert found == pytest.approx(expected, abs=1e-4)
        assert found == pytest.approx([exact[tuple(hypothesis.tokens)] for hypothesis in n_best], abs=1e-4)
        assert len({tuple(hypothesis.tokens) for hypothesis in n_best}) == len(n_best) > 0


def test_a_language_model_decides_between_tokens_that_sound_alike() -> None:
    log_probs = np.full((3, VOCAB), np.log(1e-9), np.float32)
    log_probs[0, 3] = log_probs[2, BLANK] = 0
    log_probs[1, [4, 5]] = np.log([0.55, 0.45])
    table = np.full((VOCAB, VOCAB), -6, np.float32)
    table[3, 5] = -0.1
    [without], [with_model] = (
        search([log_probs], bigram_model(table), FusionConfig(weight, 0.0)) for weight in (0.0, 0.5)
    )
    assert [hypothesis.tokens for hypothesis in without] == [[3, 4], [3, 5]]
    assert [hypothesis.tokens for hypothesis in with_model] == [[3, 5]]


def test_a_listed_word_is_found_where_it_sounds_nearly_alike_and_nowhere_else() -> None:
    log_probs = np.full((4, VOCAB), np.log(1e-9), np.float32)
    log_probs[0, [3, 5]] = np.log([0.9, 0.1])
    log_probs[1, BLANK] = 0
    log_probs[2, [4, 6]] = np.log([0.9, 0.1])
    log_probs[3, BLANK] = 0
    ngrams = bigram_model(np.full((VOCAB, VOCAB), -1, np.float32))
    is_continuation = np.zeros(VOCAB, bool)
    for words, best in (([[5, 6]], [5, 6]), ([[5, 7]], [3, 4]), ([[8, 9]], [3, 4])):
        [[found, *_]] = search([log_probs], ngrams, FusionConfig(0.5, 0.0), make_trie(words, is_continuation))
        assert found.tokens == best


def test_silence_has_the_empty_text_and_no_rows_have_none() -> None:
    silence = np.full((20, VOCAB), -12, np.float32)
    silence[:, BLANK] = 0
    ngrams = bigram_model(bigram_table(0))
    n_best_lists = search([silence, silence[:4]], ngrams, FusionConfig(0.7, 2.5))
    assert [[hypothesis.tokens for hypothesis in n_best] for n_best in n_best_lists] == [[[]], [[]]]
    assert prefix_beam_search([], ngrams, FusionConfig(1, 0), blank_id=0, begin_id=1, end_id=2) == []


def test_without_a_language_model_the_alignments_alone_decide() -> None:
    log_probs = np.log(np.random.default_rng(0).dirichlet(np.full(VOCAB, 0.3), 4)).astype(np.float32)
    flat = bigram_model(bigram_table(0))
    marks = {"blank_id": BLANK, "begin_id": BEGIN, "end_id": END, "limits": NBestLimits(20, 50.0)}
    [found] = prefix_beam_search([log_probs], NoLanguageModel(), FusionConfig(0.0, 0.0), **marks)
    [same] = prefix_beam_search([log_probs], flat, FusionConfig(0.0, 0.0), **marks)
    assert found == same
    assert len(found) == 20
