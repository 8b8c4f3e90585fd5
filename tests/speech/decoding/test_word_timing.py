from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tokenizers import Tokenizer, decoders, models

from app.speech.decoding.ctc import (
    estimate_blank_id,
    forced_align,
    greedy_decode,
    greedy_frames,
    is_alignable,
)
from app.speech.decoding.ctc_draft import make_draft_canvas, make_draft_logits
from app.speech.decoding.word_timing import word_times
from app.speech.token_words import words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Word

PIECES = [
    "<pad>", "<eos>", "<blank>", "▁the", "▁cat", "s", "▁sat", ".", ",", "▁", "▁–", "“", "”",
    "你好", "吗", "。", "好", "▁नम", "स्", "ते", "<0xE4>", "<0xBD>", "<0xA0>", "A", "?",
]  # fmt: skip
PAD, END, BLANK = 0, 1, 2
WORDS = list(range(3, len(PIECES)))


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    tokenizer = Tokenizer(models.WordLevel({piece: n for n, piece in enumerate(PIECES)}, unk_token="<pad>"))
    tokenizer.add_special_tokens(PIECES[:3])
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    return Vocabulary(tokenizer, (END,), frozenset({PAD, END, BLANK}))


def ids_of(*pieces: str) -> list[int]:
    return [PIECES.index(piece) for piece in pieces]


def log_softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    return logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True))


def spoken(frames: Sequence[int], vocab: int = len(PIECES), sure: float = 0.9) -> NDArray[np.float64]:
    """Log-probabilities in which every frame says its id."""
    probs = np.full((len(frames), vocab), (1 - sure) / (vocab - 1))
    probs[np.arange(len(frames)), list(frames)] = sure
    return np.log(probs)


def collapsed(path: Sequence[int], blank: int) -> list[int]:
    return [token for n, token in enumerate(path) if token != blank and (n == 0 or path[n - 1] != token)]


def path_of(spans: NDArray[np.int64], ids: Sequence[int], frames: int, blank: int) -> list[int]:
    path = [blank] * frames
    for token, (start, end) in zip(ids, spans, strict=True):
        path[start:end] = [token] * (end - start)
    return path


# --- the trellis -----------------------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_alignment_is_the_best_of_all_paths(data: st.DataObject) -> None:
    vocab, frames = data.draw(st.integers(2, 4)), data.draw(st.integers(1, 6))
    blank = data.draw(st.integers(0, vocab - 1))
    others = [token for token in range(vocab) if token != blank]
    ids = data.draw(st.lists(st.sampled_from(others), min_size=1, max_size=4))
    logits = data.draw(st.lists(st.floats(-4, 4), min_size=frames * vocab, max_size=frames * vocab))
    log_probs = log_softmax(np.array(logits).reshape(frames, vocab))

    def score(path: Sequence[int]) -> float:
        return float(log_probs[np.arange(frames), list(path)].sum())

    possible = [path for path in product(range(vocab), repeat=frames) if collapsed(path, blank) == ids]
    assert is_alignable(frames, ids) == bool(possible)
    if not possible:
        with pytest.raises(ValueError, match="do not fit"):
            forced_align(log_probs, ids, blank)
        return
    path = path_of(forced_align(log_probs, ids, blank), ids, frames, blank)
    assert collapsed(path, blank) == ids
    assert score(path) == pytest.approx(max(map(score, possible)))


@settings(max_examples=60, deadline=None)
@given(
    ids=st.lists(st.sampled_from(WORDS), max_size=40),
    spare=st.integers(0, 40),
    seed=st.integers(0, 1000),
    scale=st.sampled_from([0.0, 1.0, 50.0]),
)
def test_spans_are_in_order_and_never_empty(ids: list[int], spare: int, seed: int, scale: float) -> None:
    frames = len(ids) + sum(a == b for a, b in pairwise(ids)) + spare
    log_probs = log_softmax(scale * np.random.default_rng(seed).standard_normal((frames, len(PIECES))))
    spans = forced_align(log_probs, ids, BLANK)
    assert spans.shape == (len(ids), 2)
    assert (spans[:, 0] < spans[:, 1]).all()
    assert (spans[1:, 0] >= spans[:-1, 1]).all()
    assert collapsed(path_of(spans, ids, frames, BLANK), BLANK) == ids


def test_what_was_said_clearly_is_found_where_it_was_said() -> None:
    said = [2, 2, 3, 3, 2, 4, 5, 5, 2, 2, 5, 2]
    spans = forced_align(spoken(said), [3, 4, 5, 5], BLANK)
    assert spans.tolist() == [[2, 4], [5, 6], [6, 8], [10, 11]]


def test_a_full_canvas_is_aligned() -> None:
    ids = [WORDS[n % len(WORDS)] for n in range(256)]
    log_probs = log_softmax(np.random.default_rng(0).standard_normal((375, len(PIECES))))
    assert collapsed(path_of(forced_align(log_probs, ids, BLANK), ids, 375, BLANK), BLANK) == ids


def test_impossible_probabilities_do_no_harm() -> None:
    log_probs = np.full((6, len(PIECES)), -np.inf)
    log_probs[3] = np.nan
    assert forced_align(log_probs, [3, 3, 4], BLANK).shape == (3, 2)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_tensors_are_as_good_as_arrays(vocabulary: Vocabulary, dtype: torch.dtype) -> None:
    array = spoken([2, 3, 2, 4, 5, 2])
    tensor = torch.tensor(array).to(dtype).requires_grad_()
    np.testing.assert_array_equal(forced_align(tensor, [3, 4, 5], BLANK), forced_align(array, [3, 4, 5], BLANK))
    assert greedy_decode(tensor, BLANK) == greedy_decode(array, BLANK) == [3, 4, 5]
    assert estimate_blank_id(tensor) == estimate_blank_id(array) == BLANK
    options = {"blank": BLANK, "token_s": 0.16, "start_s": 0.0, "end_s": 0.96}
    for a, b in zip(
        word_times(tensor, [3, 4, 5], [1, 1, 1], vocabulary, **options),
        word_times(array, [3, 4, 5], [1, 1, 1], vocabulary, **options),
        strict=True,
    ):
        assert (a.text, a.start_s, a.end_s) == (b.text, b.start_s, b.end_s)
        assert a.support == pytest.approx(b.support, abs=0.01)


# --- words -----------------------------------------------------------------------------------------------------------


def texts(vocabulary: Vocabulary, *pieces: str) -> list[str]:
    return [word.text for word in words_from_tokens(ids_of(*pieces), vocabulary)]


def test_words_are_cut_at_spaces_and_around_han(vocabulary: Vocabulary) -> None:
    assert texts(vocabulary, "▁the", "▁cat", "s", ",", "▁sat", ".") == ["the", "cats,", "sat."]
    assert texts(vocabulary, "s", "▁", "s", "▁–", "▁sat") == ["s", "s –", "sat"]
    assert texts(vocabulary, "“", "▁the", "”") == ["“ the”"]
    assert texts(vocabulary, "▁नम", "स्", "ते", "?") == ["नमस्ते?"]
    assert texts(vocabulary, "你好", "吗", "?", "“", "好", "”", "。") == ["你", "好", "吗?", "“好”。"]
    assert texts(vocabulary, "<0xE4>", "<0xBD>", "<0xA0>", "好", "▁cat", "好", "A", "s") == [
        "你",
        "好",
        "cat",
        "好",
        "As",
    ]
    assert texts(vocabulary, ".", "?") == [".?"]
    assert texts(vocabulary, ".", "▁", ".") == [". ."]
    assert texts(vocabulary) == []
    assert texts(vocabulary, "<0xE4>", "<0xBD>") == []  # half a character


def times(words: Sequence[Word]) -> list[tuple[str, float, float]]:
    return [(word.text, round(word.start_s, 3), round(word.end_s, 3)) for word in words]


def test_times_support_and_confidence_of_words(vocabulary: Vocabulary) -> None:
    the, cat, s, dot = ids_of("▁the", "▁cat", "s", ".")
    log_probs = spoken([2, 2, the, 2, 2, 2, 2, cat, s, 2, 2, 2, dot, 2])
    words = word_times(
        log_probs, [the, cat, s, dot, END], [0.8, 0.5, 0.7, 0.1, 0.9], vocabulary,
        blank_id=BLANK, frame_s=0.16, start_s=10.0, end_s=12.24,
    )  # fmt: skip
    assert times(words) == [("the", 10.16, 10.64), ("cats.", 10.96, 11.6)]
    assert [word.confidence for word in words] == pytest.approx([0.8, 0.6])
    assert [word.support for word in words] == pytest.approx([0.9, 0.9])

    unsupported = word_times(
        spoken([2] * 14), [the, cat], [1, 1], vocabulary, blank_id=BLANK, frame_s=0.16, start_s=0, end_s=2.24
    )
    assert max(word.support for word in unsupported) < 0.01


def test_han_characters_share_their_token(vocabulary: Vocabulary) -> None:
    (both,) = ids_of("你好")
    words = word_times(
        spoken([both, both, 2, 2]), [both], [0.5], vocabulary, blank_id=BLANK, frame_s=0.16, start_s=0, end_s=0.64
    )
    assert times(words) == [("你", 0.0, 0.16), ("好", 0.16, 0.48)]


def test_more_tokens_than_frames_are_spread_evenly(vocabulary: Vocabulary) -> None:
    the, cat, s, sat = ids_of("▁the", "▁cat", "s", "▁sat")
    words = word_times(
        spoken([the, cat]), [the, cat, s, sat], [1] * 4, vocabulary, blank_id=BLANK, frame_s=0.16, start_s=1, end_s=1.32
    )
    assert times(words) == [("the", 1.0, 1.08), ("cats", 1.08, 1.24), ("sat", 1.24, 1.32)]
    assert words[0].support == pytest.approx(0.9)
    assert words[1].support == pytest.approx(0.45, abs=0.01)
    nothing = word_times(
        np.zeros((0, len(PIECES))), [the], [1], vocabulary, blank_id=BLANK, frame_s=0.16, start_s=1, end_s=1.1
    )
    assert times(nothing) == [("the", 1.0, 1.1)]
    assert nothing[0].support == 0


def test_padding_behind_the_segment_is_not_listened_to(vocabulary: Vocabulary) -> None:
    the, cat = ids_of("▁the", "▁cat")
    log_probs = spoken([the, 2, 2, 2] + [2] * 20 + [cat])
    words = word_times(log_probs, [the, cat], [1, 1], vocabulary, blank_id=BLANK, frame_s=0.16, start_s=0, end_s=0.6)
    assert words[1].end_s <= 0.6
    assert words[1].support < 0.1


@settings(max_examples=150, deadline=None)
@given(
    ids=st.lists(st.integers(0, len(PIECES) - 1), max_size=30),
    frames=st.integers(0, 60),
    seed=st.integers(0, 1000),
    token_s=st.sampled_from([0.08, 0.16]),
    start_s=st.floats(0, 36_000),
    share=st.floats(0.5, 1.0),
)
def test_words_stay_in_order_and_inside_their_segment(
    vocabulary: Vocabulary, ids: list[int], frames: int, seed: int, token_s: float, start_s: float, share: float
) -> None:
    rng = np.random.default_rng(seed)
    log_probs = log_softmax(5 * rng.standard_normal((frames, len(PIECES)))) if frames else np.zeros((0, len(PIECES)))
    end_s = start_s + frames * token_s * share
    words = word_times(
        log_probs, ids, rng.random(len(ids)), vocabulary,
        blank_id=BLANK, frame_s=token_s, start_s=start_s, end_s=end_s,
    )  # fmt: skip
    edges = [start_s] + [edge for word in words for edge in (word.start_s, word.end_s)] + [end_s]
    assert all(one <= other for one, other in pairwise(edges))
    assert all(0 <= word.support <= 1 and 0 <= word.confidence <= 1 for word in words)
    said = "".join(c for word in words for c in word.text if not c.isspace())
    text = "".join(c for c in vocabulary.decode(ids) if not c.isspace() and c != "\ufffd")
    if not any(PIECES[token].startswith("<0x") for token in ids):
        assert said == text


# --- drafts and blanks -----------------------------------------------------------------------------------------------


@given(path=st.lists(st.sampled_from([2, 3, 4, 5]), max_size=30))
def test_the_greedy_draft_collapses_repeats_and_blanks(path: list[int]) -> None:
    log_probs = spoken(path) if path else np.zeros((0, len(PIECES)))
    assert greedy_decode(log_probs, BLANK) == collapsed(path, BLANK)


@given(path=st.lists(st.sampled_from([2, 3, 4, 5]), min_size=1, max_size=30), seed=st.integers(0, 99))
def test_the_frames_of_a_draft_say_its_tokens(path: list[int], seed: int) -> None:
    noise = torch.rand(len(path), len(PIECES), generator=torch.Generator().manual_seed(seed)) * 0.1
    log_probs = (torch.as_tensor(spoken(path)).float() + noise).log_softmax(-1)
    frames = greedy_frames(log_probs, BLANK)
    assert frames == sorted(set(frames))
    assert (
        log_probs[frames].argmax(-1).tolist() == greedy_decode(log_probs, BLANK)
        if frames
        else not collapsed(path, BLANK)
    )


@given(
    path=st.lists(st.sampled_from([2, 3, 4, 5]), min_size=1, max_size=30).filter(lambda path: set(path) != {BLANK}),
    length=st.integers(1, 20),
)
def test_a_draft_as_logits_has_one_end_and_never_a_blank(path: list[int], length: int) -> None:
    log_probs = torch.as_tensor(spoken(path)).float()
    frames = greedy_frames(log_probs, BLANK)
    logits = make_draft_logits(log_probs, frames, length, BLANK, END, PAD)
    said = logits.argmax(-1).tolist()
    kept = min(len(frames), length - 1)
    assert logits.shape == (length, len(PIECES))
    assert torch.isfinite(logits).all()
    assert said == [*collapsed(path, BLANK)[:kept], END, *[PAD] * (length - kept - 1)]


@given(ids=st.lists(st.integers(3, 20), max_size=30), length=st.integers(1, 20))
def test_a_draft_canvas_has_its_length_and_one_end(ids: list[int], length: int) -> None:
    canvas = make_draft_canvas(ids, length, END, PAD)
    assert canvas.shape == (length,)
    assert canvas.dtype == np.int32
    assert canvas[: len(ids)].tolist() == ids[:length]
    if len(ids) < length:
        assert canvas[len(ids)] == END
        assert (canvas[len(ids) + 1 :] == PAD).all()


def test_the_blank_is_what_silence_says() -> None:
    assert estimate_blank_id(spoken([7, 7, 3, 7])) == 7
    with pytest.raises(ValueError, match="no length"):
        estimate_blank_id(np.zeros((0, 5)))
