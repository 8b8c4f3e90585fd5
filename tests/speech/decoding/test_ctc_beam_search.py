"""CTC prefix beam search against every alignment, one by one."""

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
from app.speech.decoding.ctc_beam_search import CANDIDATES, N_BEST, N_BEST_MARGIN, Hypothesis, prefix_beam_search
from app.speech.model.ngram_lm import NGramModel, NGramOrder

BLANK, BEGIN, END = 0, 1, 2
SIZE = CANDIDATES + 1
"""Of the vocabulary: the search looks at no fewer candidates."""
SAID = (BLANK, 3, 4)
"""What is heard at all."""


def table(seed: int) -> NDArray[np.float32]:
    """Log-probabilities (before, after) of any token behind any other."""
    chances = np.random.default_rng(seed).dirichlet(np.full(SIZE, 0.3), SIZE) + 1e-4
    return np.log(chances).astype(np.float32)


def model(log_probs: NDArray[np.float32]) -> NGramModel:
    alone = NGramOrder(np.zeros(0, np.int64), np.full(SIZE, -9, np.float32), np.zeros(SIZE, np.float32))
    pairs = NGramOrder(np.arange(SIZE * SIZE), log_probs.ravel(), np.zeros(0, np.float32))
    return NGramModel([alone, pairs])


def heard(rng: np.random.Generator, frames: int) -> NDArray[np.float32]:
    probs = np.full((frames, SIZE), 1e-9)
    probs[:, SAID] = rng.dirichlet(np.ones(len(SAID)), frames)
    return np.log(probs / probs.sum(-1, keepdims=True)).astype(np.float32)


def scores(
    log_probs: NDArray[np.float32], likes: NDArray[np.float32], fusion: FusionConfig
) -> dict[tuple[int, ...], float]:
    """Of every text, over all of its alignments."""
    totals: dict[tuple[int, ...], float] = {}
    for path in product(SAID, repeat=len(log_probs)):
        text = tuple(token for token, _ in groupby(path) if token != BLANK)
        value = sum(float(log_probs[n, token]) for n, token in enumerate(path))
        totals[text] = np.logaddexp(totals.get(text, -np.inf), value)
    return {
        text: value
        + fusion.weight * sum(float(likes[a, b]) for a, b in zip((BEGIN, *text), (*text, END), strict=True))
        + fusion.bonus * len(text)
        for text, value in totals.items()
    }


def search(rows: list[NDArray[np.float32]], ngrams: NGramModel, fusion: FusionConfig) -> list[list[Hypothesis]]:
    lengths = np.array([len(row) for row in rows])
    padded = np.zeros((len(rows), lengths.max(), SIZE), np.float32)
    for place, row in zip(padded, rows, strict=True):
        place[: len(row)] = row
    return prefix_beam_search(padded, lengths, ngrams, fusion, blank_id=BLANK, begin_id=BEGIN, end_id=END)


@contextmanager
def nothing_given_up() -> Iterator[None]:
    """A search in which no text is too far behind to be prolonged."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ctc_beam_search, "PRUNE_MARGIN", 1e6)
        yield


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    frames=st.lists(st.integers(1, 5), min_size=1, max_size=3),
    weight=st.floats(0, 1.5),
    bonus=st.floats(-1, 2),
)
def test_the_best_texts_are_found_in_every_row(seed: int, frames: list[int], weight: float, bonus: float) -> None:
    rng, likes, fusion = np.random.default_rng(seed), table(seed), FusionConfig(weight, bonus)
    rows = [heard(rng, count) for count in frames]
    with nothing_given_up():
        texts = search(rows, model(likes), fusion)
    for row, found in zip(rows, texts, strict=True):
        every = scores(row, likes, fusion)
        best = sorted(every.values(), reverse=True)
        near = [score for score in best[:N_BEST] if score >= best[0] - N_BEST_MARGIN]
        if abs(min(near) - best[0] + N_BEST_MARGIN) > 1e-3:  # else rounding decides whether the last is near enough
            assert [text.score for text in found] == pytest.approx(near, abs=1e-4)
        assert [text.score for text in found] == pytest.approx([every[tuple(text.tokens)] for text in found], abs=1e-4)
        assert len({tuple(text.tokens) for text in found}) == len(found)


def test_a_language_model_decides_between_what_sounds_alike() -> None:
    log_probs = np.full((3, SIZE), np.log(1e-9), np.float32)
    log_probs[0, 3] = log_probs[2, BLANK] = 0
    log_probs[1, [4, 5]] = np.log([0.55, 0.45])
    likes = np.full((SIZE, SIZE), -6, np.float32)
    likes[3, 5] = -0.1
    [alone], [helped] = (search([log_probs], model(likes), FusionConfig(weight, 0.0)) for weight in (0.0, 0.5))
    assert [text.tokens for text in alone] == [[3, 4], [3, 5]]
    assert [text.tokens for text in helped] == [[3, 5]]


def test_nothing_is_heard_in_silence_and_in_no_rows() -> None:
    silence = np.full((20, SIZE), -12, np.float32)
    silence[:, BLANK] = 0
    for texts in search([silence, silence[:4]], model(table(0)), FusionConfig(0.7, 2.5)):
        assert [text.tokens for text in texts] == [[]]
    nobody = prefix_beam_search(
        np.zeros((0, 0, SIZE), np.float32),
        np.zeros(0, int),
        model(table(0)),
        FusionConfig(1, 0),
        blank_id=0,
        begin_id=1,
        end_id=2,
    )
    assert nobody == []
