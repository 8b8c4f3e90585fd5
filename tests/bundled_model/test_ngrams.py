"""The recipe's n-gram models: distributions stay distributions through mixing, pruning and storing."""

from __future__ import annotations

import random
from pathlib import Path
from types import ModuleType

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


@pytest.mark.parametrize("keep", [{}, {3: 60, 4: 30}])
@pytest.mark.parametrize("mixing", [False, True])
def test_every_distribution_sums_to_one(recipe: ModuleType, tmp_path: Path, keep: dict[int, int], mixing: bool) -> None:
    models = [recipe.kneser_ney(recipe.counted(lines(seed), 4), SIZE) for seed in range(2 if mixing else 1)]
    model = recipe.pruned(recipe.mixed(models), keep)
    read = stored(recipe, model, tmp_path)
    assert read.order == 4
    for line in lines(9, 30):
        context = np.array([BOS, *line])[-3:]
        states = np.repeat(read.states_after(context)[None], SIZE, axis=0)
        log_probs, _ = read.score_and_advance(states, np.arange(SIZE))
        exact = [model.prob((*context.tolist(), token)) for token in range(SIZE) if token != BOS]
        assert sum(exact) == pytest.approx(1, abs=0.01)
        assert np.allclose(
            np.delete(log_probs, BOS), np.log(exact), atol=0.25
        )  # up to four rounded numbers are added up


def test_pruning_leaves_out_what_says_least(recipe: ModuleType) -> None:
    model = recipe.kneser_ney(recipe.counted(lines(3), 4), SIZE)
    smaller = recipe.pruned(model, {3: 60, 4: 30})
    assert len(smaller.probs[0]) == len(model.probs[0])
    assert len(smaller.probs[1]) == len(model.probs[1])
    assert len(smaller.probs[3]) == 30 < len(model.probs[3])
    assert 60 <= len(smaller.probs[2]) <= 90  # those the longer ones stand on are kept as well
    for n in (1, 2, 3):
        assert {gram[:-1] for gram in smaller.probs[n]} <= smaller.probs[n - 1].keys()

    def surprise(candidate: object) -> float:
        read = recipe.mixed([candidate])
        texts = [[BOS, *line, EOS] for line in lines(3)]
        each = [read.prob(tuple(text[max(0, n - 3) : n + 1])) for text in texts for n in range(1, len(text))]
        return float(-np.log(each).mean())

    assert surprise(model) < surprise(smaller) < 1.1 * surprise(recipe.pruned(model, {3: 0, 4: 0}))


def test_states_are_what_following_token_by_token_gives(recipe: ModuleType, tmp_path: Path) -> None:
    read = stored(recipe, recipe.kneser_ney(recipe.counted(lines(4), 4), SIZE), tmp_path)
    state = read.states_after(np.array([BOS]))
    line = np.array(lines(5, 1)[0] * 4)
    for n, token in enumerate(line):
        _, state = read.score_and_advance(state, token)
        window = np.array([BOS, BOS, BOS, *line])[n + 1 : n + 4]
        assert state.tolist() == read.states_after(window).tolist()


def test_the_mean_is_the_sentence_s_own(recipe: ModuleType, tmp_path: Path) -> None:
    model = recipe.kneser_ney(recipe.counted(lines(6), 4), SIZE)
    read = stored(recipe, model, tmp_path)
    line = lines(6)[0][:8]
    text = (BOS, *line)
    wanted = np.mean([np.log(model.prob(text[max(0, n - 3) : n + 1])) for n in range(1, len(text))])
    assert read.mean_log_prob(np.array(line), BOS) == pytest.approx(wanted, abs=0.1)


def test_sentences_are_each_counted_once_alone_or_together(recipe: ModuleType) -> None:
    sentences = [f"sentence {n}." for n in range(50)]
    joined = recipe.texts(sentences, random.Random(0))
    assert sorted(f"{piece.strip()}." for text in joined for piece in text.split(".") if piece.strip()) == sorted(
        sentences
    )
    assert {text.count(".") for text in joined} == {1, 2, 3}
