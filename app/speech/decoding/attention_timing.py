"""Times of tokens by dynamic time warping over a decoder's cross attention (as Whisper's authors find them).

The warping is our own: librosa's is compiled for seconds when it is first used.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter

MEDIAN_FRAMES = 7
"""Width of the filter along time, odd; half as many frames or fewer are not filtered."""


def token_frames(weights: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the frame at which each token begins, (tokens,), not decreasing; the first one begins at frame 0.

    Args:
        weights: (heads, tokens, frames) of attention; one frame or more, and one token or more.
    """
    spread = weights.std(axis=1, keepdims=True)
    standard = (weights - weights.mean(axis=1, keepdims=True)) / np.maximum(spread, 1e-9)
    if weights.shape[-1] > MEDIAN_FRAMES // 2:
        standard = median_filter(standard, (1, 1, MEDIAN_FRAMES), mode="mirror")
    return _first_frames(-standard.mean(axis=0))


def _first_frames(cost: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the first column of each row on the cheapest monotonic path through ``cost`` (rows, columns).

    A step goes to the next column, the next row, or both. Computed by diagonals: a cell depends only on the two before its own.
    """
    rows, columns = cost.shape
    best = np.full((rows + 1, columns + 1), np.inf)
    best[0, 0] = 0.0
    step = np.zeros((rows + 1, columns + 1), np.int8)  # 0: both, 1: next row, 2: next column
    for diagonal in range(2, rows + columns + 1):
        row = np.arange(max(1, diagonal - columns), min(rows, diagonal - 1) + 1)
        column = diagonal - row
        before = np.stack([best[row - 1, column - 1], best[row - 1, column], best[row, column - 1]])
        step[row, column] = before.argmin(axis=0)
        best[row, column] = cost[row - 1, column - 1] + before.min(axis=0)
    first = np.zeros(rows, np.int64)
    at_row, at_column = rows, columns
    while at_row > 0 and at_column > 0:
        first[at_row - 1] = at_column - 1
        moved = step[at_row, at_column]
        at_row -= moved != 2
        at_column -= moved != 1
    return first
