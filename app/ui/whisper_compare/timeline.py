"""Timeline of two decoders on one clock: how far each was after a number of milliseconds. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from app.speech.events import TokenWritten


class DecodingTimeline:
    """Denoising steps and autoregressive tokens, each with its measured duration; both begin at 0."""

    def __init__(self, steps_ms: Sequence[float], tokens: Sequence[TokenWritten]) -> None:
        self._steps_ms = list(accumulate(steps_ms))
        self._tokens_ms = list(accumulate(token.step_ms for token in tokens))
        self._tokens = list(tokens)

    @property
    def step_count(self) -> int:
        return len(self._steps_ms)

    @property
    def token_count(self) -> int:
        return len(self._tokens)

    @property
    def denoised_ms(self) -> float:
        """End of the last denoising step."""
        return self._steps_ms[-1] if self._steps_ms else 0.0

    @property
    def written_ms(self) -> float:
        """End of the last token."""
        return self._tokens_ms[-1] if self._tokens_ms else 0.0

    @property
    def duration_ms(self) -> float:
        return max(self.denoised_ms, self.written_ms)

    def step_at(self, time_ms: float) -> float:
        """Return the position on the canvas, between steps: 0 is the noise, ``step_count`` the result."""
        return float(np.interp(time_ms, [0.0, *self._steps_ms], range(self.step_count + 1)))

    def text_at(self, time_ms: float) -> str:
        """Return the text of all tokens that were there at ``time_ms``."""
        count = bisect_right(self._tokens_ms, time_ms)
        return self._tokens[count - 1].text if count else ""
