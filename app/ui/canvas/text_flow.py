"""Layout of the cells as running text, broken into lines, at the largest type size that fits. No Qt.

Lengths are in em until the size is chosen. Noise runs at its natural width, a little smaller than text; only a very long
token is cut short. From step to step the cells glide to their new places.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LINE_EM = 1.78
SPACE_EM = 0.27
NOISE_GAP_EM = 0.32
NOISE_SCALE = 0.84
TAIL_SCALE = 0.8
"""Additional scale of noise after the end token, which leaves more room to the text."""
NOISE_MAX_EM = 4.5
"""Width at which a noise token is cut short."""
TYPE_SIZES_PX: tuple[int, ...] = (*range(8, 24), *range(24, 37, 2))
"""Type sizes to choose from, in ascending order."""


@dataclass(frozen=True, eq=False)
class Slots:
    """Widths of the cells in em, and the scale of their text. Arrays are (canvas,)."""

    width_em: NDArray[np.float64]
    scale: NDArray[np.float64]
    shown_share: NDArray[np.float64]
    """Share of the text that fits, 0 to 1; below 1 the text is cut short."""


@dataclass(frozen=True, eq=False)
class Flow:
    """Cells laid out at ``size_px``. Arrays are (canvas,), in pixels from the top left of the text area."""

    size_px: int
    x: NDArray[np.float64]
    width: NDArray[np.float64]
    line: NDArray[np.int64]

    @property
    def line_px(self) -> float:
        return self.size_px * LINE_EM

    @property
    def line_count(self) -> int:
        return int(self.line[-1]) + 1 if len(self.line) else 0

    def cell_at(self, x: float, y: float) -> int | None:
        """Return the index of the cell under a point, or None."""
        hits = np.flatnonzero((self.line == int(y // self.line_px)) & (self.x <= x) & (x < self.x + self.width))
        return int(hits[0]) if y >= 0 and len(hits) else None


def fit_slots(natural_em: NDArray[np.float64], solid: NDArray[np.bool_], tail: NDArray[np.float32]) -> Slots:
    """Return a slot for each cell.

    Args:
        natural_em: Width of each cell's text at full size, (canvas,).
        solid: Cells that are text and keep their natural width, (canvas,).
        tail: Certainty that a cell is after the end of the text, 0 to 1, (canvas,); shrinks noise.
    """
    scale = NOISE_SCALE * (1.0 - (1.0 - TAIL_SCALE) * tail)
    whole = np.maximum(natural_em, 1e-6) * scale
    slot = np.minimum(whole, NOISE_MAX_EM * scale)
    room = slot / whole
    return Slots(np.where(solid, natural_em, slot), np.where(solid, 1.0, scale), np.where(solid, 1.0, room))


def cell_gaps(
    starts_word: NDArray[np.bool_], solid: NDArray[np.bool_], tail: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Return the space before each cell in em, (canvas,): none inside a word, a gap on both sides of noise."""
    gap = np.where(starts_word, SPACE_EM, 0.0)
    loose = ~solid
    loose[1:] |= ~solid[:-1]
    gap = np.where(loose, NOISE_GAP_EM * (1.0 - (1.0 - TAIL_SCALE) * tail), gap)
    gap[:1] = 0.0
    return gap


def break_into_lines(
    width_em: NDArray[np.float64],
    gap_em: NDArray[np.float64],
    breaks: NDArray[np.bool_],
    area_width_px: float,
    area_height_px: float,
    previous_px: int | None = None,
) -> Flow:
    """Lay out the cells at the largest size that fits the area.

    Args:
        width_em: Width of each cell, (canvas,).
        gap_em: Space before each cell, (canvas,).
        breaks: Cells that may start a line, (canvas,).
        area_width_px: Width of the area.
        area_height_px: Height of the area.
        previous_px: Type size of the previous step. It is kept while it fits and only the next larger size would fit too, so
            that the type does not flicker between two sizes.
    """
    left = np.cumsum(width_em + gap_em) - width_em  # (canvas,) on one endless line
    right = left + width_em
    indices = np.arange(len(width_em))
    last_break = np.maximum.accumulate(np.where(breaks, indices, 0)) if len(indices) else indices

    def fits(size_px: int) -> bool:
        starts = _line_starts(left, right, last_break, area_width_px / size_px)
        return len(starts) * size_px * LINE_EM <= area_height_px and (
            not len(width_em) or float(width_em.max()) * size_px <= area_width_px
        )

    best = max(bisect_right(TYPE_SIZES_PX, False, key=lambda size_px: not fits(size_px)) - 1, 0)
    size_px = TYPE_SIZES_PX[best]
    if previous_px is not None and previous_px in TYPE_SIZES_PX and 0 <= best - TYPE_SIZES_PX.index(previous_px) <= 1:
        size_px = previous_px
    starts = _line_starts(left, right, last_break, area_width_px / size_px)
    line = np.zeros(len(indices), dtype=np.int64)
    line[starts[1:]] = 1
    line = np.cumsum(line)
    x = (left - left[starts][line]) * size_px if len(indices) else left
    return Flow(size_px, x, width_em * size_px, line)


def _line_starts(
    left: NDArray[np.float64], right: NDArray[np.float64], last_break: NDArray[np.int64], line_em: float
) -> list[int]:
    """Return the index of the first cell of each line, filled greedily. A run without a break is cut at the line's end."""
    n, start, starts = len(left), 0, []
    while start < n:
        starts.append(start)
        over = int(np.searchsorted(right, left[start] + line_em + 1e-9, side="right"))  # first cell that does not fit
        if over >= n:
            break
        allowed = int(last_break[over])
        start = allowed if allowed > start else max(over, start + 1)
    return starts
