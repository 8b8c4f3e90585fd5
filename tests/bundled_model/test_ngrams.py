"""The recipe's n-gram models: distributions stay distributions through mixing, pruning and storing."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

from app.speech.model.ngram_lm import NGRAM_FILE, NGramFile, NGramModel

from . import script

SIZE, BOS, EOS = 24, 2, 1


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    return script("ngrams")


def lines(seed: int, count: int = 200) -> list[list[int]]:
    """Texts in which each token is mostly followed by one of two others."""
    rng = random.Random(seed)
    made = []
    for _ in range(count):
        line = [rng.randrange(8, SIZE)]
        while rng.random() < 0.85:
            line.append(8 + (line[-1] * 2 + rng.choice([0, 0, 0, 1, rng.randrange(16)])) % 16)
        made.append(line)
    return made


def stored(recipe: ModuleType, model: object, folder: Path) -> NGramModel:
    save_file(recipe.arrays("en", model), folder / NGRAM_FILE)
    return NGramFile(folder / NGRAM_FILE)["en"]


def prob(model: Any, gram: Sequence[int]) -> float:
    """Of the last token behind the others."""
    code = 0
    for token in gram:
        code = code << 12 | token
    return float(model.prob(np.array([code]), len(gram))[0])


@pytest.mark.parametrize("keep", [{}, {2: 50, 3: 60, 4: 30}])
@pytest.mark.parametrize("shares", [[1.0], [0.5, 0.5], [0.8, 0.2]])
def test_every_distribution_sums_to_one(
    recipe: ModuleType, tmp_path: Path, keep: dict[int, int], shares: list[float]
) -> None:
    models = [recipe.kneser_ney(recipe.counted(lines(seed)), SIZE) for seed in range(len(shares))]
    model = recipe.pruned(recipe.mixed(models, shares), keep)
    read = stored(recipe, model, tmp_path)
    assert read.order == 4
    for line in lines(9, 30):
        context = [BOS, *line][-3:]
        states = np.repeat(read.states_after(np.array(context))[None], SIZE, axis=0)
        log_probs, _ = read.score_and_advance(states, np.arange(SIZE))
        exact = [prob(model, (*context, token)) for token in range(SIZE) if token != BOS]
        assert sum(exact) == pytest.approx(1, abs=0.01)
        assert np.allclose(
            np.delete(log_probs, BOS), np.log(exact), atol=0.25
        )  # up to four rounded numbers are added up


def test_bigrams_are_interpolated_kneser_ney(recipe: ModuleType) -> None:
    """Against the formula, computed with counters."""
    texts = [[BOS, *line, EOS] for line in lines(2)]
    pairs = Counter(pair for text in texts for pair in pairwise(text))
    minus = recipe.discounts(np.array(list(pairs.values())))
    before = Counter(last for _, last in pairs)
    continued = recipe.discounts(np.array(list(before.values())))
    model = recipe.kneser_ney(recipe.counted(lines(2), 2), SIZE)
    for first, last in list(pairs)[::7]:
        behind = [count for pair, count in pairs.items() if pair[0] == first]
        own = pairs[first, last] - minus[min(3, pairs[first, last]) - 1]
        taken = sum(minus[min(3, count) - 1] for count in behind)
        spread = sum(continued[min(3, count) - 1] for count in before.values()) / SIZE
        single = (before[last] - continued[min(3, before[last]) - 1] + spread) / sum(before.values())
        assert prob(model, (first, last)) == pytest.approx((own + taken * single) / sum(behind))


def test_pruning_leaves_out_what_says_least(recipe: ModuleType) -> None:
    model = recipe.kneser_ney(recipe.counted(lines(3)), SIZE)
    smaller = recipe.pruned(model, {3: 60, 4: 30})
    assert len(smaller.codes[0]) == len(model.codes[0])
    assert len(smaller.codes[1]) == len(model.codes[1])
    assert len(smaller.codes[3]) == 30 < len(model.codes[3])
    assert 60 <= len(smaller.codes[2]) <= 90  # those the longer ones stand on are kept as well
    for n in (1, 2, 3):
        assert set(smaller.codes[n] >> 12) <= set(smaller.codes[n - 1])

    def surprise(candidate: Any) -> float:
        texts = [[BOS, *line, EOS] for line in lines(3)]
        each = [prob(candidate, text[max(0, n - 3) : n + 1]) for text in texts for n in range(1, len(text))]
        return float(-np.log(each).mean())

    assert surprise(model) < surprise(smaller) < 1.1 * surprise(recipe.pruned(model, {3: 0, 4: 0}))


def test_the_shares_suit_the_texts_best(recipe: ModuleType) -> None:
    def shuffled(seed: int) -> list[list[int]]:
        rng = random.Random(seed)
        return [[8 + (token * 7 + rng.randrange(3)) % 16 for token in line] for line in lines(seed)]

    models = [recipe.kneser_ney(recipe.counted(texts), SIZE) for texts in (lines(0), shuffled(1))]
    texts = lines(5, 60) + shuffled(6)[:20]
    shares = recipe.suited(models, texts)
    assert sum(shares) == pytest.approx(1)
    assert shares[0] == pytest.approx(0.75, abs=0.12)

    def surprise(weights: list[float]) -> float:
        model = recipe.mixed(models, weights)
        padded = [[BOS, *line, EOS] for line in texts]
        each = [prob(model, text[max(0, n - 3) : n + 1]) for text in padded for n in range(1, len(text))]
        return float(-np.log(each).mean())

    assert surprise(shares) < min(surprise([0.5, 0.5]), surprise([0.95, 0.05]))


def test_states_are_what_following_token_by_token_gives(recipe: ModuleType, tmp_path: Path) -> None:
    read = stored(recipe, recipe.kneser_ney(recipe.counted(lines(4)), SIZE), tmp_path)
    state = read.states_after(np.array([BOS]))
    line = np.array(lines(5, 1)[0] * 4)
    for n, token in enumerate(line):
        _, state = read.score_and_advance(state, token)
        window = np.array([BOS, BOS, BOS, *line])[n + 1 : n + 4]
        assert state.tolist() == read.states_after(window).tolist()


def test_the_mean_is_the_sentence_s_own(recipe: ModuleType, tmp_path: Path) -> None:
    model = recipe.kneser_ney(recipe.counted(lines(6)), SIZE)
    read = stored(recipe, model, tmp_path)
    line = lines(6)[0][:8]
    text = (BOS, *line)
    wanted = np.mean([np.log(prob(model, text[max(0, n - 3) : n + 1])) for n in range(1, len(text))])
    assert read.mean_log_prob(np.array(line), BOS) == pytest.approx(wanted, abs=0.1)


def test_sentences_are_each_counted_once_alone_or_together(recipe: ModuleType) -> None:
    sentences = [f"sentence {n}." for n in range(50)]
    joined = recipe.texts(sentences, random.Random(0))
    assert sorted(f"{piece.strip()}." for text in joined for piece in text.split(".") if piece.strip()) == sorted(
        sentences
    )
    assert {text.count(".") for text in joined} == {1, 2, 3}
