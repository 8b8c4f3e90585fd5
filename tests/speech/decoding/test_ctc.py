"""Forced alignment against all paths, greedy decoding, and the blank that silence reveals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.speech.decoding.ctc import (
    estimate_blank_id,
    forced_align,
    greedy_decode,
    greedy_frames,
    greedy_spans,
    is_alignable,
)
from tests.speech.toy_vocabulary import BLANK, PIECES, WORDS, collapse, log_probs_of, log_softmax


def path_of(spans: NDArray[np.int64], ids: Sequence[int], frame_count: int, blank_id: int) -> list[int]:
    path = [blank_id] * frame_count
    for token, (start, end) in zip(ids, spans, strict=True):
        path[start:end] = [token] * (end - start)
    return path


# --- forced alignment -------------------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_alignment_is_the_best_of_all_paths(data: st.DataObject) -> None:
    vocab_size, frame_count = data.draw(st.integers(2, 4)), data.draw(st.integers(1, 6))
    blank_id = data.draw(st.integers(0, vocab_size - 1))
    others = [token for token in range(vocab_size) if token != blank_id]
    ids = data.draw(st.lists(st.sampled_from(others), min_size=1, max_size=4))
    size = frame_count * vocab_size
    logits = data.draw(st.lists(st.floats(-4, 4), min_size=size, max_size=size))
    log_probs = log_softmax(np.array(logits).reshape(frame_count, vocab_size))

    def score(path: Sequence[int]) -> float:
        return float(log_probs[np.arange(frame_count), list(path)].sum())

    possible = [path for path in product(range(vocab_size), repeat=frame_count) if collapse(path, blank_id) == ids]
    assert is_alignable(frame_count, ids) == bool(possible)
    if not possible:
        with pytest.raises(ValueError, match="do not fit"):
            forced_align(log_probs, ids, blank_id)
        return
    path = path_of(forced_align(log_probs, ids, blank_id), ids, frame_count, blank_id)
    assert collapse(path, blank_id) == ids
    assert score(path) == pytest.approx(max(map(score, possible)))


@settings(max_examples=60, deadline=None)
@given(
    ids=st.lists(st.sampled_from(WORDS), max_size=40),
    spare=st.integers(0, 40),
    seed=st.integers(0, 1000),
    scale=st.sampled_from([0.0, 1.0, 50.0]),
)
def test_spans_are_in_order_and_never_empty(ids: list[int], spare: int, seed: int, scale: float) -> None:
    frame_count = len(ids) + sum(a == b for a, b in pairwise(ids)) + spare
    log_probs = log_softmax(scale * np.random.default_rng(seed).standard_normal((frame_count, len(PIECES))))
    spans = forced_align(log_probs, ids, BLANK)
    assert spans.shape == (len(ids), 2)
    assert (spans[:, 0] < spans[:, 1]).all()
    assert (spans[1:, 0] >= spans[:-1, 1]).all()
    assert collapse(path_of(spans, ids, frame_count, BLANK), BLANK) == ids


def test_clear_tokens_are_aligned_to_their_frames() -> None:
    path = [2, 2, 3, 3, 2, 4, 5, 5, 2, 2, 5, 2]
    spans = forced_align(log_probs_of(path), [3, 4, 5, 5], BLANK)
    assert spans.tolist() == [[2, 4], [5, 6], [6, 8], [10, 11]]


def test_a_full_canvas_is_aligned() -> None:
    ids = [WORDS[n % len(WORDS)] for n in range(256)]
    log_probs = log_softmax(np.random.default_rng(0).standard_normal((375, len(PIECES))))
    assert collapse(path_of(forced_align(log_probs, ids, BLANK), ids, 375, BLANK), BLANK) == ids


def test_infinite_and_missing_log_probs_do_no_harm() -> None:
    log_probs = np.full((6, len(PIECES)), -np.inf)
    log_probs[3] = np.nan
    assert forced_align(log_probs, [3, 3, 4], BLANK).shape == (3, 2)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_tensors_are_as_good_as_arrays(dtype: torch.dtype) -> None:
    array = log_probs_of([2, 3, 2, 4, 5, 2])
    tensor = torch.tensor(array).to(dtype).requires_grad_()
    np.testing.assert_array_equal(forced_align(tensor, [3, 4, 5], BLANK), forced_align(array, [3, 4, 5], BLANK))
    assert greedy_decode(tensor, BLANK) == greedy_decode(array, BLANK) == [3, 4, 5]
    assert estimate_blank_id(tensor) == estimate_blank_id(array) == BLANK


# --- greedy decoding and the blank ------------------------------------------------------------------------------------


@given(path=st.lists(st.sampled_from([2, 3, 4, 5]), max_size=30))
def test_greedy_decoding_collapses_repeats_and_blanks(path: list[int]) -> None:
    log_probs = log_probs_of(path) if path else np.zeros((0, len(PIECES)))
    assert greedy_decode(log_probs, BLANK) == collapse(path, BLANK)


@given(path=st.lists(st.sampled_from([2, 3, 4, 5]), min_size=1, max_size=30), seed=st.integers(0, 99))
def test_greedy_frames_have_the_decoded_tokens(path: list[int], seed: int) -> None:
    noise = torch.rand(len(path), len(PIECES), generator=torch.Generator().manual_seed(seed)) * 0.1
    log_probs = (torch.as_tensor(log_probs_of(path)).float() + noise).log_softmax(-1)
    frames = greedy_frames(log_probs, BLANK)
    spans = greedy_spans(log_probs, BLANK).tolist()
    assert len(spans) == len(frames)
    assert all(start <= frame < end for (start, end), frame in zip(spans, frames, strict=True))
    assert frames == sorted(set(frames))
    if frames:
        assert log_probs[frames].argmax(-1).tolist() == greedy_decode(log_probs, BLANK)
    else:
        assert collapse(path, BLANK) == []


def test_the_blank_is_the_most_frequent_token_over_silence() -> None:
    assert estimate_blank_id(log_probs_of([7, 7, 3, 7])) == 7
    with pytest.raises(ValueError, match="no length"):
        estimate_blank_id(np.zeros((0, 5)))
