"""N-gram models from their file: scores, back-off, language identification, and files that are damaged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from app.errors import ModelError
from app.speech.model.ngram_lm import BACKOFF_STEP, LOG_PROB_STEP, NGRAM_FILE, NGramFile

BEGIN = 0


def bigrams(language: str, successors: dict[int, int], size: int = 6) -> dict[str, np.ndarray]:
    """A model in which each token of ``successors`` is followed by its own, and anything else is unlikely."""
    children = np.array([int(token in successors) for token in range(size)], np.uint16)
    return {
        f"{language}.1.log_probs": np.full(size, 50, np.uint8),
        f"{language}.1.backoffs": np.full(size, -20, np.int8),
        f"{language}.2.children": children,
        f"{language}.2.tokens": np.array([successors[token] for token in sorted(successors)], np.uint16),
        f"{language}.2.log_probs": np.full(len(successors), 2, np.uint8),
    }


@pytest.fixture
def file(tmp_path: Path) -> NGramFile:
    save_file({**bigrams("en", {1: 2, 2: 3}), **bigrams("de", {2: 1, 3: 2})}, tmp_path / NGRAM_FILE)
    return NGramFile(tmp_path / NGRAM_FILE)


def test_known_bigrams_are_looked_up_and_others_backed_off(file: NGramFile) -> None:
    model = file["en"]
    log_probs, states = model.score_and_advance(model.states_after(np.array([[1], [1], [5]])), np.array([2, 3, 2]))
    stored, backed_off = 2 * LOG_PROB_STEP, 50 * LOG_PROB_STEP - 20 * BACKOFF_STEP
    assert log_probs == pytest.approx([stored, backed_off, backed_off])
    assert states.tolist() == [[2], [3], [2]]


def test_without_context_a_token_has_its_unigram_probability(file: NGramFile) -> None:
    model = file["en"]
    log_probs, _ = model.score_and_advance(model.states_after(np.zeros((2, 0), int)), np.array([1, 2]))
    assert log_probs == pytest.approx([50 * LOG_PROB_STEP] * 2)


def test_the_identified_language_has_the_highest_mean_log_prob(file: NGramFile) -> None:
    assert list(file) == ["de", "en"]
    assert file.identify_language([1, 2, 3], BEGIN) == "en"
    assert file.identify_language([3, 2, 1], BEGIN) == "de"
    assert file.identify_language([], BEGIN) in file
    assert "fr" not in file


def test_a_missing_or_damaged_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / NGRAM_FILE
    with pytest.raises(ModelError, match="cannot be read"):
        NGramFile(path)
    path.write_bytes(b"nonsense")
    with pytest.raises(ModelError, match="cannot be read"):
        NGramFile(path)
    broken = bigrams("en", {1: 2, 2: 3})
    broken["en.2.children"] = np.zeros(6, np.uint16)
    save_file(broken, path)
    with pytest.raises(ModelError, match="children"):
        NGramFile(path)["en"]
