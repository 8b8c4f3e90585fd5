"""Fixed tokens stay on the canvas whatever the model predicts; without any nothing changes."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ModelError
from app.speech.decoding.ctc import NEG_INF
from app.speech.decoding.ctc_draft import make_draft_logits
from app.speech.decoding.denoiser import CanvasInit, denoise
from app.speech.decoding.infilling import (
    FREE,
    NEW_WORD,
    FixedTokens,
    TokenLayout,
    align_draft,
    canvas_length,
    layout_tokens,
    make_fixed_tokens,
)
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions
from app.speech.redecode import FixedText
from app.speech.token_words import continuation_tokens
from tests.speech import tiny

from .test_denoiser import EAGER, prefilled, rows_of

LENGTH = 12
TEXT = "the quick brown fox jumps"


@cache
def tiny_model() -> SpeechModel:
    return tiny.model()


@pytest.fixture(scope="module")
def model() -> SpeechModel:
    return tiny_model()


def fix(model: SpeechModel, rows: list[dict[int, int]], length: int = LENGTH) -> CanvasInit:
    """Canvases that start with some tokens fixed, by their positions."""
    ids = torch.full((len(rows), length), FREE)
    for row, tokens in enumerate(rows):
        for position, token in tokens.items():
            ids[row, position] = token
    return CanvasInit(fixed_tokens=FixedTokens(ids, torch.zeros(model.vocab_size, dtype=torch.bool)))


@settings(max_examples=10, deadline=None)
@given(
    tokens=st.dictionaries(st.integers(0, LENGTH - 1), st.integers(20, 150), min_size=1, max_size=LENGTH),
    seed=st.integers(0, 99),
    language=st.sampled_from(["auto", "hi"]),
)
def test_a_fixed_token_is_fed_accepted_and_kept_at_every_step(tokens: dict[int, int], seed: int, language: str) -> None:
    model = tiny_model()
    options = TranscribeOptions(steps=6, seed=seed, language=language)
    events = denoise(model, prefilled(model, [1.0]), [LENGTH], options, init=fix(model, [tokens]))
    ((steps, end),) = rows_of(events).values()
    assert steps
    for step in steps:
        for position, token in tokens.items():
            assert step.canvas[position] == step.argmax_ids[position] == step.top_ids[position, 0] == token
            assert step.accepted[position]
            assert step.entropy[position] == 0
            assert step.top_probs[position, 0] == 1
    for position, token in tokens.items():
        assert end.argmax_ids[position] == token
        assert end.token_probs[position] == 1


def test_no_fixed_tokens_change_nothing(model: SpeechModel) -> None:
    cache, options = prefilled(model, [1.0, 0.6]), TranscribeOptions(steps=9, seed=4)
    without = rows_of(denoise(model, cache, [LENGTH, 7], options))
    with_none = rows_of(denoise(model, cache, [LENGTH, 7], options, init=fix(model, [{}, {}])))
    assert len(without) == 2
    for row, (steps, end) in without.items():
        other_steps, other_end = with_none[row]
        for one, other in zip(steps, other_steps, strict=True):
            np.testing.assert_array_equal(one.canvas, other.canvas)
            np.testing.assert_array_equal(one.argmax_ids, other.argmax_ids)
        np.testing.assert_array_equal(end.argmax_ids, other_end.argmax_ids)


def test_the_rest_anneals_around_fixed_tokens_and_depends_on_the_seed(model: SpeechModel) -> None:
    cache = prefilled(model, [1.0])

    def run(seed: int, tokens: dict[int, int]) -> list[int]:
        options = TranscribeOptions(steps=5, seed=seed, observe=False)
        ((_, end),) = rows_of(denoise(model, cache, [LENGTH], options, init=fix(model, [tokens]))).values()
        return [int(token) for position, token in enumerate(end.argmax_ids) if position not in (3, 4)]

    assert run(1, {3: 40, 4: 41}) == run(1, {3: 40, 4: 41})
    assert run(1, {3: 40, 4: 41}) != run(2, {3: 40, 4: 41})
    assert run(1, {3: 40, 4: 41}) != run(1, {3: 90, 4: 91})


def test_rows_that_leave_take_their_fixed_tokens_with_them() -> None:
    model = tiny.model(4, sampler=EAGER, sharpness=200.0)
    lengths, seconds = [12, 5, 9], [1.0, 0.3, 1.0]
    tokens: list[dict[int, int]] = [{2: 50}, {1: 60, 4: 61}, {0: 70, 8: 71}]
    options = TranscribeOptions(steps=16, seed=21)
    rows = rows_of(denoise(model, prefilled(model, seconds), lengths, options, init=fix(model, tokens)))
    assert len({end.steps for _, end in rows.values()}) > 1, "the test wants rows that leave at different steps"
    for row, row_tokens in enumerate(tokens):
        assert {position: int(rows[row][1].argmax_ids[position]) for position in row_tokens} == row_tokens


# --- layout of a text -------------------------------------------------------------------------------------------------


def fixed_ids(layout: TokenLayout) -> list[int]:
    return [token for token, is_fixed in zip(layout.ids, layout.is_fixed, strict=True) if is_fixed]


def test_a_fixed_word_is_laid_out_with_the_space_before_it(model: SpeechModel) -> None:
    vocabulary = model.vocabulary
    layout = layout_tokens(FixedText(TEXT, ((10, 15),)), vocabulary)
    assert list(layout.ids) == vocabulary.encode(TEXT)
    assert vocabulary.decode(fixed_ids(layout)) == "brown"
    assert vocabulary.starts_word(fixed_ids(layout)[0])
    assert layout.fixed_end == max(position for position, is_fixed in enumerate(layout.is_fixed) if is_fixed) + 1


def test_single_characters_of_chinese_are_fixed(model: SpeechModel) -> None:
    layout = layout_tokens(FixedText("今天天气很好", ((2, 4),)), model.vocabulary)
    assert model.vocabulary.decode(fixed_ids(layout)) == "天气"
    assert model.vocabulary.decode(list(layout.ids)) == "今天天气很好"


def test_a_canvas_grows_to_its_text_and_no_further() -> None:
    layout = TokenLayout(tuple(range(20, 40)), (True,) * 20)
    assert canvas_length(layout, 12, 64) == 21
    assert canvas_length(layout, 48, 64) == 48
    with pytest.raises(ModelError, match="too much text for one canvas"):
        canvas_length(layout, 12, 20)


def test_a_new_word_follows_a_fixed_word(model: SpeechModel) -> None:
    vocabulary = model.vocabulary
    layout = layout_tokens(FixedText(TEXT, ((4, 9),)), vocabulary)
    fixed_tokens = make_fixed_tokens(layout, 40, vocabulary, model.vocab_size, torch.device("cpu"))
    assert (fixed_tokens.ids[0, layout.fixed_end] == NEW_WORD).item()
    assert int((fixed_tokens.ids == NEW_WORD).sum()) == 1
    for seed in range(4):
        options, init = TranscribeOptions(steps=4, seed=seed), CanvasInit(fixed_tokens=fixed_tokens)
        ((_, end),) = rows_of(denoise(model, prefilled(model, [2.0]), [40], options, init=init)).values()
        following = int(end.argmax_ids[layout.fixed_end])
        assert not continuation_tokens(vocabulary)[following], vocabulary.piece(following)
        text = vocabulary.decode([token for token in end.argmax_ids.tolist() if not vocabulary.is_special(token)])
        assert "quick" in text


def test_which_tokens_continue_a_word(model: SpeechModel) -> None:
    vocabulary = model.vocabulary
    continues = continuation_tokens(vocabulary)
    assert 0 < continues.sum() < len(continues) == len(vocabulary)
    for token in range(len(vocabulary)):
        text = vocabulary.tokenizer.id_to_token(token)
        if vocabulary.is_end(token) or text[0] in "▁,.?!;:今天":
            assert not continues[token], text
        elif vocabulary.is_special(token) or text[0] in "abcäमि7":  # letters may follow an invisible token
            assert continues[token], text


# --- the draft --------------------------------------------------------------------------------------------------------

VOCAB, BLANK, END, PAD = 40, 0, 1, 2


def log_probs_of(ids: list[int]) -> tuple[torch.Tensor, list[int]]:
    """CTC log-probabilities in which each of ``ids`` has a frame, followed by a blank; and the frames of ``ids``."""
    path = [frame for token in ids for frame in (token, BLANK)]
    logits = torch.randn(len(path), VOCAB, generator=torch.Generator().manual_seed(1))
    logits[torch.arange(len(path)), torch.tensor(path)] += 12.0
    return logits.log_softmax(-1), list(range(0, len(path), 2))


def layout_of(ids: list[int], *fixed: int) -> TokenLayout:
    return TokenLayout(tuple(ids), tuple(position in fixed for position in range(len(ids))))


def aligned_ids(draft_ids: list[int], layout: TokenLayout, length: int = 14) -> list[int]:
    return align_draft(*log_probs_of(draft_ids), layout, length, BLANK, END, PAD).argmax(-1).tolist()


@pytest.mark.parametrize(
    ("ids", "fixed"),
    [
        ([10, 11, 30, 13, 14], [2]),  # one token for one
        ([10, 11, 30, 31, 32, 13, 14], [2, 3, 4]),  # three for one
        ([10, 30, 13, 14], [1]),  # one for two
        ([30, 11, 12, 13, 14], [0]),
        ([10, 11, 12, 13, 30], [4]),
    ],
)
def test_the_draft_moves_with_the_text(ids: list[int], fixed: list[int]) -> None:
    aligned = aligned_ids([10, 11, 12, 13, 14], layout_of(ids, *fixed))
    assert aligned[: len(ids) + 2] == [*ids, END, PAD]


def test_the_draft_is_uniform_where_it_has_no_token() -> None:
    logits = align_draft(*log_probs_of([10, 11]), layout_of([10, 20, 21, 11, 30], 4), 8, BLANK, END, PAD)
    assert logits[1].unique().tolist() == [0.0]
    assert logits[2].unique().tolist() == [0.0]
    assert logits[[0, 3, 4, 5, 6]].argmax(-1).tolist() == [10, 11, 30, END, PAD]
    assert (logits[4] == NEG_INF).sum() == VOCAB - 1


def test_without_fixed_tokens_the_draft_is_the_usual_one() -> None:
    log_probs, frames = log_probs_of([10, 11, 12])
    usual = make_draft_logits(log_probs, frames, 9, BLANK, END, PAD)
    assert torch.equal(align_draft(log_probs, frames, layout_of([20, 21]), 9, BLANK, END, PAD), usual)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_draft_is_certain_of_any_fixed_text(data: st.DataObject) -> None:
    tokens = st.lists(st.integers(3, 12), max_size=9)
    ids, draft_ids = data.draw(tokens), data.draw(tokens.filter(bool))
    layout = TokenLayout(tuple(ids), tuple(data.draw(st.booleans()) for _ in ids))
    logits = align_draft(*log_probs_of(draft_ids), layout, len(ids) + 4, BLANK, END, PAD)
    assert torch.isfinite(logits).all()
    assert logits.shape == (len(ids) + 4, VOCAB)
    for position, (token, is_fixed) in enumerate(zip(ids, layout.is_fixed, strict=True)):
        assert not is_fixed or logits[position].softmax(-1)[token] == 1
