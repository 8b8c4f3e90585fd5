"""Words get times in order and inside their segment, and a support that the audio carries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from app.speech.decoding.word_timing import word_times
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Word
from tests.speech import toy_vocabulary
from tests.speech.toy_vocabulary import BLANK, END, PIECES, ids_of, log_probs_of, log_softmax


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return toy_vocabulary.vocabulary()


def times(words: Sequence[Word]) -> list[tuple[str, float, float]]:
    return [(word.text, round(word.start_s, 3), round(word.end_s, 3)) for word in words]


def test_times_support_and_confidence_of_words(vocabulary: Vocabulary) -> None:
    the, cat, s, dot = ids_of("▁the", "▁cat", "s", ".")
    log_probs = log_probs_of([2, 2, the, 2, 2, 2, 2, cat, s, 2, 2, 2, dot, 2])
    words = word_times(
        log_probs, [the, cat, s, dot, END], [0.8, 0.5, 0.7, 0.1, 0.9], vocabulary,
        blank_id=BLANK, frame_s=0.16, start_s=10.0, end_s=12.24,
    )  # fmt: skip
    assert times(words) == [("the", 10.16, 10.64), ("cats.", 10.96, 11.6)]
    assert [word.confidence for word in words] == pytest.approx([0.8, 0.6])
    assert [word.support for word in words] == pytest.approx([0.9, 0.9])

    unsupported = word_times(
        log_probs_of([2] * 14), [the, cat], [1, 1], vocabulary, blank_id=BLANK, frame_s=0.16, start_s=0, end_s=2.24
    )
    assert max(word.support for word in unsupported) < 0.01


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_tensors_are_as_good_as_arrays(vocabulary: Vocabulary, dtype: torch.dtype) -> None:
    array = log_probs_of([2, 3, 2, 4, 5, 2])
    tensor = torch.tensor(array).to(dtype).requires_grad_()
    of_tensor, of_array = (
        word_times(log_probs, [3, 4, 5], [1, 1, 1], vocabulary, blank_id=BLANK, frame_s=0.16, start_s=0.0, end_s=0.96)
        for log_probs in (tensor, array)
    )
    assert times(of_tensor) == times(of_array) != []
    assert [word.support for word in of_tensor] == pytest.approx([word.support for word in of_array], abs=0.01)


def test_han_characters_share_their_token(vocabulary: Vocabulary) -> None:
    (both,) = ids_of("你好")
    words = word_times(
        log_probs_of([both, both, 2, 2]), [both], [0.5], vocabulary, blank_id=BLANK, frame_s=0.16, start_s=0, end_s=0.64
    )
    assert times(words) == [("你", 0.0, 0.16), ("好", 0.16, 0.48)]


def test_more_tokens_than_frames_are_spread_evenly(vocabulary: Vocabulary) -> None:
    the, cat, s, sat = ids_of("▁the", "▁cat", "s", "▁sat")
    words = word_times(
        log_probs_of([the, cat]), [the, cat, s, sat], [1] * 4, vocabulary,
        blank_id=BLANK, frame_s=0.16, start_s=1, end_s=1.32,
    )  # fmt: skip
    assert times(words) == [("the", 1.0, 1.08), ("cats", 1.08, 1.24), ("sat", 1.24, 1.32)]
    assert words[0].support == pytest.approx(0.9)
    assert words[1].support == pytest.approx(0.45, abs=0.01)
    no_frames = np.zeros((0, len(PIECES)))
    words = word_times(no_frames, [the], [1], vocabulary, blank_id=BLANK, frame_s=0.16, start_s=1, end_s=1.1)
    assert times(words) == [("the", 1.0, 1.1)]
    assert words[0].support == 0


def test_padding_after_the_segment_does_not_count(vocabulary: Vocabulary) -> None:
    the, cat = ids_of("▁the", "▁cat")
    log_probs = log_probs_of([the, 2, 2, 2] + [2] * 20 + [cat])
    words = word_times(log_probs, [the, cat], [1, 1], vocabulary, blank_id=BLANK, frame_s=0.16, start_s=0, end_s=0.6)
    assert words[1].end_s <= 0.6
    assert words[1].support < 0.1


@settings(max_examples=150, deadline=None)
@given(
    ids=st.lists(st.integers(0, len(PIECES) - 1), max_size=30),
    frame_count=st.integers(0, 60),
    seed=st.integers(0, 1000),
    frame_s=st.sampled_from([0.08, 0.16]),
    start_s=st.floats(0, 36_000),
    share=st.floats(0.5, 1.0),
)
def test_words_stay_in_order_and_inside_their_segment(
    vocabulary: Vocabulary, ids: list[int], frame_count: int, seed: int, frame_s: float, start_s: float, share: float
) -> None:
    rng = np.random.default_rng(seed)
    logits = 5 * rng.standard_normal((frame_count, len(PIECES)))
    log_probs = log_softmax(logits) if frame_count else logits
    end_s = start_s + frame_count * frame_s * share
    words = word_times(
        log_probs, ids, rng.random(len(ids)), vocabulary,
        blank_id=BLANK, frame_s=frame_s, start_s=start_s, end_s=end_s,
    )  # fmt: skip
    edges_s = [start_s] + [edge_s for word in words for edge_s in (word.start_s, word.end_s)] + [end_s]
    assert all(one <= other for one, other in pairwise(edges_s))
    assert all(0 <= word.support <= 1 and 0 <= word.confidence <= 1 for word in words)
    characters = "".join(c for word in words for c in word.text if not c.isspace())
    text = "".join(c for c in vocabulary.decode(ids) if not c.isspace() and c != "\ufffd")
    if not any(PIECES[token].startswith("<0x") for token in ids):
        assert characters == text
