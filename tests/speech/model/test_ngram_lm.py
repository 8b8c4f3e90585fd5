"""Reading language models from their file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from app.errors import ModelError
from app.speech.model.ngram_lm import BACKOFF_STEP, LOG_PROB_STEP, NGRAM_FILE, NGramFile

BEGIN = 0


def bigrams(language: str, liked: dict[int, int], size: int = 6) -> dict[str, np.ndarray]:
    """A model in which each token of ``liked`` is followed by its own, and anything else is unlikely."""
    children = np.array([int(token in liked) for token in range(size)], np.uint16)
    return {
        f"{language}.1.log_probs": np.full(size, 50, np.uint8),
        f"{language}.1.backoffs": np.full(size, -20, np.int8),
        f"{language}.2.children": children,
        f"{language}.2.tokens": np.array([liked[token] for token in sorted(liked)], np.uint16),
        f"{language}.2.log_probs": np.full(len(liked), 2, np.uint8),
    }


@pytest.fixture
def file(tmp_path: Path) -> NGramFile:
    save_file({**bigrams("en", {1: 2, 2: 3}), **bigrams("de", {2: 1, 3: 2})}, tmp_path / NGRAM_FILE)
    return NGramFile(tmp_path / NGRAM_FILE)


def test_what_is_known_is_looked_up_and_anything_else_backed_off_to(file: NGramFile) -> None:
    model = file["en"]
    log_probs, states = model.score_and_advance(model.states_after(np.array([[1], [1], [5]])), np.array([2, 3, 2]))
    known, unknown = 2 * LOG_PROB_STEP, 50 * LOG_PROB_STEP - 20 * BACKOFF_STEP
    assert log_probs == pytest.approx([known, unknown, unknown])
    assert states.tolist() == [[2], [3], [2]]


def test_behind_nothing_a_token_has_its_own_probability(file: NGramFile) -> None:
    model = file["en"]
    log_probs, _ = model.score_and_advance(model.states_after(np.zeros((2, 0), int)), np.array([1, 2]))
    assert log_probs == pytest.approx([50 * LOG_PROB_STEP] * 2)


def test_the_likeliest_language_is_the_least_surprised_one(file: NGramFile) -> None:
    assert list(file) == ["de", "en"]
    assert file.identify_language([1, 2, 3], BEGIN) == "en"
    assert file.identify_language([3, 2, 1], BEGIN) == "de"
    assert file.identify_language([], BEGIN) in file
    assert "fr" not in file


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
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
