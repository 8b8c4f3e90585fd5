"""Two ways to the same text on one clock: what stood there after so many milliseconds. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from app.jobs.whisper_comparison import Written


class Race:
    """Denoising steps and written tokens, each with the time it really took; both begin at 0."""

    def __init__(self, step_ms: Sequence[float], written: Sequence[Written]) -> None:
        self._steps_ms = list(accumulate(step_ms))
        self._tokens_ms = list(accumulate(token.ms for token in written))
        self._written = list(written)

    @property
    def steps(self) -> int:
        return len(self._steps_ms)

    @property
    def tokens(self) -> int:
        return len(self._written)

    @property
    def denoised_ms(self) -> float:
        """When the last step was done."""
        return self._steps_ms[-1] if self._steps_ms else 0.0

    @property
    def written_ms(self) -> float:
        """When the last token stood there."""
        return self._tokens_ms[-1] if self._tokens_ms else 0.0

    @property
    def whole_ms(self) -> float:
        return max(self.denoised_ms, self.written_ms)

    def index_at(self, moment_ms: float) -> float:
        """The moment of the canvas (see ``canvas.looks``): noise at 0, and behind the last step the result."""
        return float(np.interp(moment_ms, [0.0, *self._steps_ms], range(self.steps + 1)))

    def text_at(self, moment_ms: float) -> str:
        at = bisect_right(self._tokens_ms, moment_ms)
        return self._written[at - 1].text if at else ""
