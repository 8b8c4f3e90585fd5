"""What is certain stays on the canvas, whatever the model thinks of it; without a clamp nothing is different."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ModelError
from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech.decoding.ctc import NEG_INF, make_draft_logits
from app.speech.decoding.denoiser import denoise
from app.speech.decoding.infilling import (
    FREE,
    NEW_WORD,
    FixedTokens,
    TokenLayout,
    align_draft,
    canvas_length,
    continuation_tokens,
    layout_tokens,
    make_fixed_tokens,
)
from app.speech.decoding.prepared_batch import AudioChunk, DecodedChunk
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions
from app.speech.redecode import FixedText
from app.speech.stage_timer import StageTimer
from tests.speech import tiny

from .test_denoiser import prefilled, rows_of

LENGTH = 12
TEXT = "the quick brown fox jumps"


@cache
def tiny_model() -> SpeechModel:
    return tiny.model()


@pytest.fixture(scope="module")
def model() -> SpeechModel:
    return tiny_model()


def held(model: SpeechModel, rows: list[dict[int, int]], length: int = LENGTH) -> FixedTokens:
    tokens = torch.full((len(rows), length), FREE)
    for row, places in enumerate(rows):
        for position, token in places.items():
            tokens[row, position] = token
    return FixedTokens(tokens, torch.zeros(model.vocab_size, dtype=torch.bool))


@settings(max_examples=10, deadline=None)
@given(
    places=st.dictionaries(st.integers(0, LENGTH - 1), st.integers(20, 150), min_size=1, max_size=LENGTH),
    seed=st.integers(0, 99),
    language=st.sampled_from(["auto", "hi"]),
)
def test_a_clamped_token_is_fed_accepted_and_kept_at_every_step(places: dict, seed: int, language: str) -> None:
    model = tiny_model()
    options = TranscribeOptions(steps=6, seed=seed, language=language)
    ((steps, end),) = rows_of(
        denoise(model, prefilled(model, [1.0]), [LENGTH], options, fixed_tokens=held(model, [places]))
    ).values()
    for step in steps:
        for position, token in places.items():
            assert step.canvas[position] == step.argmax_ids[position] == step.top_ids[position, 0] == token
            assert step.accepted[position]
            assert step.entropy[position] == 0
            assert step.top_probs[position, 0] == 1
    for position, token in places.items():
        assert end.argmax_ids[position] == token
        assert end.token_probs[position] == 1


def test_a_clamp_of_nothing_changes_nothing(model: SpeechModel) -> None:
    prefix, options = prefilled(model, [1.0, 0.6]), TranscribeOptions(steps=9, seed=4)
    plain = rows_of(denoise(model, prefix, [LENGTH, 7], options))
    empty = rows_of(denoise(model, prefix, [LENGTH, 7], options, fixed_tokens=held(model, [{}, {}])))
    for row in plain:
        for one, other in zip(plain[row][0], empty[row][0], strict=True):
            np.testing.assert_array_equal(one.canvas, other.canvas)
            np.testing.assert_array_equal(one.argmax_ids, other.argmax_ids)
        np.testing.assert_array_equal(plain[row][1].argmax_ids, empty[row][1].argmax_ids)


def test_the_rest_anneals_around_it_and_the_seed_decides_how(model: SpeechModel) -> None:
    prefix = prefilled(model, [1.0])

    def run(seed: int, places: dict[int, int]) -> list[int]:
        options = TranscribeOptions(steps=5, seed=seed, observe=False)
        ((_, end),) = rows_of(denoise(model, prefix, [LENGTH], options, fixed_tokens=held(model, [places]))).values()
        return [int(token) for position, token in enumerate(end.argmax_ids) if position not in (3, 4)]

    assert run(1, {3: 40, 4: 41}) == run(1, {3: 40, 4: 41})
    assert run(1, {3: 40, 4: 41}) != run(2, {3: 40, 4: 41})
    assert run(1, {3: 40, 4: 41}) != run(1, {3: 90, 4: 91})


def test_rows_that_leave_take_their_clamps_with_them() -> None:
    model = tiny.model(4, sampler=SamplerConfig(entropy_bound=40.0, stability=0, confidence=0.6), sharpness=200.0)
    lengths, seconds = [12, 5, 9], [1.0, 0.3, 1.0]
    places: list[dict[int, int]] = [{2: 50}, {1: 60, 4: 61}, {0: 70, 8: 71}]
    options = TranscribeOptions(steps=16, seed=21)
    rows = rows_of(denoise(model, prefilled(model, seconds), lengths, options, fixed_tokens=held(model, places)))
    assert len({end.steps for _, end in rows.values()}) > 1, "the test wants rows that leave at different steps"
    for row, wanted in enumerate(places):
        assert {position: int(rows[row][1].argmax_ids[position]) for position in wanted} == wanted


# --- where a text stands -----------------------------------------------------------------------------------------------


def test_a_text_is_laid_out_with_the_space_before_what_is_certain(model: SpeechModel) -> None:
    vocabulary = model.vocabulary
    laid = layout_tokens(FixedText(TEXT, ((10, 15),)), vocabulary)
    assert list(laid.ids) == vocabulary.encode(TEXT)
    certain = [token for token, is_held in zip(laid.ids, laid.is_fixed, strict=True) if is_held]
    assert vocabulary.decode(certain) == "brown"
    assert vocabulary.starts_word(certain[0])
    assert laid.fixed_end == max(n for n, is_held in enumerate(laid.is_fixed) if is_held) + 1


def test_of_chinese_single_characters_are_held(model: SpeechModel) -> None:
    laid = layout_tokens(FixedText("今天天气很好", ((2, 4),)), model.vocabulary)
    certain = model.vocabulary.decode(
        [token for token, is_held in zip(laid.ids, laid.is_fixed, strict=True) if is_held]
    )
    assert certain == "天气"
    text = model.vocabulary.decode(list(laid.ids))
    assert text == "今天天气很好"


def test_a_canvas_grows_to_its_text_and_no_further() -> None:
    laid = TokenLayout(tuple(range(20, 40)), (True,) * 20)
    assert canvas_length(laid, 12, 64) == 21
    assert canvas_length(laid, 48, 64) == 48
    with pytest.raises(ModelError, match="too much text for one canvas"):
        canvas_length(laid, 12, 20)


def test_what_comes_behind_a_certain_word_is_another_word(model: SpeechModel) -> None:
    vocabulary = model.vocabulary
    laid = layout_tokens(FixedText(TEXT, ((4, 9),)), vocabulary)
    clamped = make_fixed_tokens(laid, 40, vocabulary, model.vocab_size, torch.device("cpu"))
    assert (clamped.ids[0, laid.fixed_end] == NEW_WORD).item()
    assert int((clamped.ids == NEW_WORD).sum()) == 1
    for seed in range(4):
        options = TranscribeOptions(steps=4, seed=seed)
        ((_, end),) = rows_of(denoise(model, prefilled(model, [2.0]), [40], options, fixed_tokens=clamped)).values()
        following = int(end.argmax_ids[laid.fixed_end])
        assert not continuation_tokens(vocabulary)[following], vocabulary.piece(following)
        text = vocabulary.decode([token for token in end.argmax_ids.tolist() if not vocabulary.is_special(token)])
        assert "quick" in text


def test_which_tokens_prolong_a_word(model: SpeechModel) -> None:
    vocabulary = model.vocabulary
    prolonging = continuation_tokens(vocabulary)
    for token in range(len(vocabulary)):
        text = vocabulary.tokenizer.id_to_token(token)
        if vocabulary.is_end(token) or text[0] in "▁,.?!;:今天":
            assert not prolonging[token], text
        elif vocabulary.is_special(token) or text[0] in "abcäमि7":  # behind one that is not seen letters may follow
            assert prolonging[token], text


# --- the draft ---------------------------------------------------------------------------------------------------------

VOCAB, BLANK, END, PAD = 40, 0, 1, 2


def heard_as(ids: list[int]) -> tuple[torch.Tensor, list[int]]:
    """CTC log-probabilities in which each of ``token_ids`` is heard for a frame, with a blank behind it."""
    frames = [frame for token in ids for frame in (token, BLANK)]
    logits = torch.randn(len(frames), VOCAB, generator=torch.Generator().manual_seed(1))
    logits[torch.arange(len(frames)), torch.tensor(frames)] += 12.0
    return logits.log_softmax(-1), list(range(0, len(frames), 2))


def drafted(ids: list[int], laid: TokenLayout, length: int = 14) -> list[int]:
    log_probs, frames = heard_as(ids)
    return align_draft(log_probs, frames, laid, length, BLANK, END, PAD).argmax(-1).tolist()


def laid_out(ids: list[int], *held: int) -> TokenLayout:
    return TokenLayout(tuple(ids), tuple(n in held for n in range(len(ids))))


def test_the_draft_moves_with_what_is_written() -> None:
    heard = [10, 11, 12, 13, 14]
    behind = [END, PAD]
    assert drafted(heard, laid_out([10, 11, 30, 13, 14], 2))[:7] == [10, 11, 30, 13, 14, *behind]  # one for one
    assert drafted(heard, laid_out([10, 11, 30, 31, 32, 13, 14], 2, 3, 4))[:9] == [10, 11, 30, 31, 32, 13, 14, *behind]
    assert drafted(heard, laid_out([10, 30, 13, 14], 1))[:6] == [10, 30, 13, 14, *behind]  # one for two
    assert drafted(heard, laid_out([30, 11, 12, 13, 14], 0))[:5] == [30, 11, 12, 13, 14]
    assert drafted(heard, laid_out([10, 11, 12, 13, 30], 4))[:7] == [10, 11, 12, 13, 30, *behind]


def test_the_draft_is_silent_where_it_heard_nothing() -> None:
    log_probs, frames = heard_as([10, 11])
    logits = align_draft(log_probs, frames, laid_out([10, 20, 21, 11, 30], 4), 8, BLANK, END, PAD)
    assert logits[1].unique().tolist() == [0.0]
    assert logits[2].unique().tolist() == [0.0]
    assert logits[[0, 3, 4, 5, 6]].argmax(-1).tolist() == [10, 11, 30, END, PAD]
    assert (logits[4] == NEG_INF).sum() == VOCAB - 1


def test_without_anything_certain_the_draft_is_the_usual_one() -> None:
    log_probs, frames = heard_as([10, 11, 12])
    usual = make_draft_logits(log_probs, frames, 9, BLANK, END, PAD)
    assert torch.equal(align_draft(log_probs, frames, laid_out([20, 21]), 9, BLANK, END, PAD), usual)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_draft_and_any_text_make_a_draft_that_is_certain_of_what_is_held(data: st.DataObject) -> None:
    tokens = st.lists(st.integers(3, 12), max_size=9)
    ids, heard = data.draw(tokens), data.draw(tokens.filter(bool))
    laid = TokenLayout(tuple(ids), tuple(data.draw(st.booleans()) for _ in ids))
    log_probs, frames = heard_as(heard)
    logits = align_draft(log_probs, frames, laid, len(ids) + 4, BLANK, END, PAD)
    assert torch.isfinite(logits).all()
    assert logits.shape == (len(ids) + 4, VOCAB)
    for position, (token, is_held) in enumerate(zip(ids, laid.is_fixed, strict=True)):
        assert not is_held or logits[position].softmax(-1)[token] == 1


# --- a part read around it ---------------------------------------------------------------------------------------------


@torch.inference_mode()
@pytest.mark.parametrize("how", [{}, {"draft_conditioning": True}, {"draft_conditioning": True, "draft_weight": 0.7}])
def test_a_part_read_around_a_word_has_that_word_beyond_doubt(how: dict) -> None:
    model = tiny.model(2, canvas=CanvasConfig(48), **how)
    reader, watch = SegmentDecoder(model), StageTimer()
    part = AudioChunk(3, 1.0, 3.0, tiny.clip(2.0))
    heard = reader.prefill_with_fixed_text(part, FixedText(TEXT, ((10, 15),)), "en", watch)
    for start in ("noise", "ctc"):
        options = TranscribeOptions(language="en", steps=4, seed=7, draft=start)  # type: ignore[arg-type]
        (reading,) = (item for item in reader.decode(heard, options, watch) if isinstance(item, DecodedChunk))
        sure = [word for word in reading.words if word.doubt == 0.0]
        assert "brown" in " ".join(word.text for word in sure)
        assert all(word.confidence == 1.0 for word in sure)
        assert any(word.doubt is None for word in reading.words)
        assert all(1.0 <= word.start_s <= word.end_s <= 3.0 for word in reading.words)
