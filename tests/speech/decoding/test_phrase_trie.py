"""Own words: where they are begun, how they go on, and what they change in the draft and on the canvas."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
import torch

from app.speech.decoding.denoiser import CanvasInit, CanvasStep, denoise
from app.speech.decoding.phrase_trie import PhraseTrie, build_phrase_trie, make_trie
from app.speech.options import WORDS_MAX, TranscribeOptions
from app.speech.vocabulary import Vocabulary
from tests.speech import tiny

VOCABULARY = Vocabulary(tiny.tokenizer(), (tiny.EOS,), frozenset(range(len(tiny.SPECIALS))))
CONTINUES = 4
"""The token that continues a word, in tries of plain numbers."""


def trie_of(*sequences: list[int]) -> PhraseTrie:
    made = make_trie(sequences, np.arange(8) == CONTINUES)
    assert made is not None
    return made


def trie_of_words(*words: str) -> PhraseTrie:
    made = build_phrase_trie(words, VOCABULARY, tiny.VOCAB)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("ids", "inside"),
    [
        ([1, 2, 3], [1, 1, 1]),
        ([1, 2, 5], [1, 1, 0]),  # the shorter phrase
        ([1, 2, CONTINUES], [0, 0, 0]),  # another word that begins like it
        ([1, 2, 3, CONTINUES], [1, 1, 0, 0]),  # a word ends after 2, none does after 3
        ([1, 1, 2], [0, 1, 1]),
        ([1, 5, 6, 5], [0, 0, 0, 0]),
        ([6, 7, 1, 2], [1, 1, 1, 1]),
        ([], []),
    ],
)
def test_finished_phrases_are_matched_and_others_are_not(ids: list[int], inside: list[int]) -> None:
    assert trie_of([1, 2], [1, 2, 3], [6, 7]).matched(ids).tolist() == [bool(each) for each in inside]


def test_what_is_gained_token_by_token_is_what_is_matched_in_the_end() -> None:
    trie = trie_of([1, 2], [1, 2, 3, 1], [2, 1], [3], [2, CONTINUES])
    texts = np.array(list(product(range(1, 6), repeat=5)))
    nodes, gained = np.zeros(len(texts), np.int64), np.zeros(len(texts), np.int64)
    for column in texts.T:
        nodes, more = trie.advance(nodes, column)
        gained += more
    gained += trie.finish(nodes)
    assert gained.tolist() == [int(trie.matched(text).sum()) for text in texts.tolist()]
    assert gained.max() == 5


def test_a_canvas_says_which_tokens_are_expected_where() -> None:
    trie = trie_of([1, 2, 3], [1, 5])
    assert trie.expected([7, 1, 7, 7]) == [(2, 2), (2, 5)]
    assert trie.expected([1, 2, 7]) == [(1, 2), (1, 5), (2, 3)]
    assert trie.expected([1, 2, 3]) == [(0, 1), (1, 2), (1, 5), (2, 3)]
    assert trie.expected([7, 1]) == []
    assert trie.expected([-1, -1]) == []


def test_a_word_is_spelled_as_the_vocabulary_does_with_and_without_a_capital() -> None:
    trie = trie_of_words("fox", "Sylter  Deich", "公园")
    for text, word in [("the fox jumps", "fox"), ("the Fox", "Fox"), ("den Sylter Deich", "Sylter Deich")]:
        ids = VOCABULARY.encode(text)
        assert VOCABULARY.decode([ids[n] for n in np.flatnonzero(trie.matched(ids))]) == word
    for text in ("foxes", "ox", "den Sylter", "Sylter Deichen"):
        assert not trie.matched(VOCABULARY.encode(f" {text}")).any(), text
    ids = [piece.id for piece in VOCABULARY.tokenizer.model.tokenize("我们去公园散步")]
    assert VOCABULARY.decode([ids[n] for n in np.flatnonzero(trie_of_words("散步").matched(ids))]) == "散步"


def test_nothing_is_made_of_words_that_cannot_be_spelled() -> None:
    assert build_phrase_trie(("  ", "\u0e01"), VOCABULARY, tiny.VOCAB) is None
    with pytest.raises(ValueError, match="words"):
        TranscribeOptions(words=("",))
    with pytest.raises(ValueError, match="words"):
        TranscribeOptions(words=("a",) * (WORDS_MAX + 1))


@torch.inference_mode()
@pytest.mark.parametrize("chunked", [False, True])
def test_the_canvas_prefers_what_continues_a_word_that_is_begun_on_it(
    chunked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of equal logits: the noise begins words, and the tokens that finish them become the most probable ones."""
    from app.speech.decoding import lm_head

    monkeypatch.setattr(lm_head, "CHUNKED_FROM_VOCAB", 0 if chunked else 10**6)
    monkeypatch.setattr(lm_head, "VOCAB_CHUNK", 100)
    model = tiny.model(3, sharpness=1e-6)
    cache = model.prefill(*model.audio_tokens([tiny.clip(1.0)]))
    ids = VOCABULARY.encode(" quick fox")
    start = torch.full((1, 12), 60)
    start[0, 3] = ids[0]
    phrases = trie_of_words("quick fox")
    options = TranscribeOptions(language="en", steps=1)

    def first_step(init: CanvasInit) -> CanvasStep:
        return next(step for step in denoise(model, cache, [12], options, init=init) if isinstance(step, CanvasStep))

    plain, preferring = first_step(CanvasInit(start)), first_step(CanvasInit(start, phrases=phrases))
    assert preferring.argmax_ids[4] == ids[1] != plain.argmax_ids[4]
    assert preferring.top_probs[4, 0] > 3 * plain.top_probs[4, 0]
    others = np.arange(12) != 4
    assert (preferring.argmax_ids == plain.argmax_ids)[others].all()
    assert preferring.entropy[others] == pytest.approx(plain.entropy[others])
