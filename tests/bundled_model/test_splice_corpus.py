"""Sentences that nobody has spoken: sewn of what clips say, they are read as what they should say."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import torch

from app.speech.decoding.ctc import greedy_frames

from . import script

splice_corpus = script("splice_corpus")

BLANK, WIDTH = 0, 9


def clip(text: Sequence[int], number: int = 0, before: int = 1, behind: int = 1) -> tuple[torch.Tensor, Any, list[int]]:
    """Make a clip that says a text, a blank between its tokens.

    Each audio token is one-hot by the text token that it stands for, followed by the clip's number and its own position.
    """
    said = [BLANK] * before + [token for each in text for token in (each, BLANK)][:-1] + [BLANK] * behind
    heard = torch.zeros(len(said), WIDTH + 2)
    heard[torch.arange(len(said)), torch.tensor(said)] = 1.0
    heard[:, WIDTH], heard[:, WIDTH + 1] = number, torch.arange(len(said))
    return heard, (heard[:, :WIDTH] * 20).log_softmax(-1).numpy(), list(text)


def read(heard: torch.Tensor) -> list[int]:
    """CTC's greedy reading."""
    log_probs = heard[:, :WIDTH]
    return [int(log_probs[row].argmax()) for row in greedy_frames(log_probs, BLANK)]


def test_a_sewn_sentence_says_its_text() -> None:
    rng = random.Random(1)
    scraps = splice_corpus.ClipPieces([clip([3, 4, 5]), clip([5, 6, 3]), clip([7])], BLANK)
    for _ in range(50):
        text = [rng.choice([3, 4, 5, 6, 7])]
        while len(text) < 6:
            text.append(rng.choice([token for token in (3, 4, 5, 6, 7) if token != text[-1]]))
        assert read(scraps.splice(text, rng)) == text


def test_what_was_never_said_is_not_sewn() -> None:
    scraps = splice_corpus.ClipPieces([clip([3, 4])], BLANK)
    assert scraps.splice([3, 4, 8], random.Random(0)) is None
    assert scraps.splice([], random.Random(0)) is None


def test_a_clip_goes_on_where_the_sentence_does() -> None:
    """Two tokens that were said behind each other stay together, with all that was heard of them, in order."""
    scraps = splice_corpus.ClipPieces([clip([3, 4, 5], number) for number in range(20)], BLANK)
    sewn = scraps.splice([3, 4, 5], random.Random(0))
    assert len(sewn[:, WIDTH].unique()) == 1
    assert (sewn[1:, WIDTH + 1] - sewn[:-1, WIDTH + 1] == 1).all()


def test_a_clip_ends_where_it_ends() -> None:
    """Behind a clip's last token nothing of the next clip is taken for its continuation."""
    scraps = splice_corpus.ClipPieces([clip([3, 4], 0), clip([5, 6], 1)], BLANK)
    assert read(scraps.splice([4, 5], random.Random(0))) == [4, 5]
    assert read(scraps.splice([6], random.Random(0))) == [6]


def test_little_of_the_silence_around_a_clip_stays() -> None:
    [piece, _] = splice_corpus.ClipPieces([clip([3], before=30, behind=40)], BLANK).pieces
    assert len(piece) == 1 + 2 * splice_corpus.ROUND


def test_a_clip_that_cannot_say_its_text_is_left_out() -> None:
    heard, log_probs, _ = clip([3])
    assert not splice_corpus.ClipPieces([(heard, log_probs, [3, 4, 5, 6]), (heard, log_probs, [])], BLANK).pieces


@pytest.fixture
def made() -> Any:
    scraps = {
        1: splice_corpus.ClipPieces([clip([3, 4, 5, 6])], BLANK),
        2: splice_corpus.ClipPieces([clip([7, 8])], BLANK),
    }
    rng = random.Random(0)
    one = [rng.choices([3, 4, 5, 6], k=rng.randint(1, 30)) for _ in range(300)]
    other = [rng.choices([7, 8], k=rng.randint(1, 30)) for _ in range(300)]
    return splice_corpus.SpliceSampler(scraps, {1: one, 2: [*other, [9] * 5], 3: [[3]]}, {2: 3.0})


def test_a_batch_is_as_large_as_it_may_be(made: Any) -> None:
    rng, sizes = random.Random(0), []
    for _ in range(40):
        tokens, counts, texts, languages = made.batch(300, rng)
        assert tokens.dtype == torch.float32
        assert tokens.shape == (len(texts), int(counts.max()), WIDTH + 2)
        assert len(counts) == len(texts) == len(languages)
        assert all(counts[row] > len(text) for row, text in enumerate(texts))
        sizes.append(tokens.shape[0] * tokens.shape[1])
        assert np.ptp([len(text) for text in texts]) <= 4
    assert 200 < np.mean(sizes) < 360


def test_languages_have_their_shares(made: Any) -> None:
    rng = random.Random(0)
    languages = np.concatenate([made.batch(300, rng)[3] for _ in range(60)])
    assert set(languages) == {1, 2}
    assert np.mean(languages == 2) == pytest.approx(0.75, abs=0.08)
