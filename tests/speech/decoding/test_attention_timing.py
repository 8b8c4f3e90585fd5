"""Dynamic time warping over attention, beside the plain recurrence."""

from __future__ import annotations

import numpy as np
import pytest

from app.speech.decoding.attention_timing import token_frames


def plain_first_frames(cost: np.ndarray) -> list[int]:
    """The first column of each row on the cheapest path, found cell by cell."""
    rows, columns = cost.shape
    best = np.full((rows + 1, columns + 1), np.inf)
    best[0, 0] = 0.0
    came = {}
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            before = [(best[r, c], (r, c)) for r, c in ((row - 1, column - 1), (row - 1, column), (row, column - 1))]
            least = min(range(3), key=lambda n: before[n][0])
            best[row, column] = cost[row - 1, column - 1] + before[least][0]
            came[row, column] = before[least][1]
    first = [0] * rows
    at = (rows, columns)
    while at[0] > 0 and at[1] > 0:
        first[at[0] - 1] = at[1] - 1
        at = came[at]
    return first


def listening(borders: list[int], frames: int, heads: int = 3) -> np.ndarray:
    """Attention (heads, tokens, frames) of tokens that each listen from one border to the next, with some noise."""
    random = np.random.default_rng(0)
    weights = random.random((heads, len(borders), frames)) * 0.1
    for token, (start, end) in enumerate(zip(borders, [*borders[1:], frames], strict=True)):
        weights[:, token, start:end] += 1.0
    return weights / weights.sum(-1, keepdims=True)


def test_tokens_begin_where_they_listen() -> None:
    borders = [0, 12, 30, 55, 70]
    found = token_frames(listening(borders, 100))
    assert found[0] == 0
    assert np.abs(found - np.array(borders)).max() <= 2


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (4, 3), (9, 1), (7, 40)])
def test_the_path_is_the_cheapest(shape: tuple[int, int]) -> None:
    """One head whose rows all have the same spread and that is too narrow to be filtered is the cost itself."""
    tokens, frames = shape
    random = np.random.default_rng(tokens * frames)
    weights = random.random((1, tokens, frames))
    found = token_frames(weights)
    assert (np.diff(found) >= 0).all()
    assert len(found) == tokens
    if frames <= 3:  # nothing is filtered
        standard = (weights - weights.mean(1, keepdims=True)) / np.maximum(weights.std(1, keepdims=True), 1e-9)
        assert found.tolist() == plain_first_frames(-standard[0])
