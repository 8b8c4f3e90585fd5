"""Seconds spent in each stage of a transcription."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

STAGES = ("decode", "encode", "prefill", "denoise", "align")
"""Of every transcription; one without canvases also has ``write``."""


class StageTimer:
    """Adds up the seconds of each stage: ``with timer("encode"): ...``.

    The time that a consumer takes between two events does not count.
    """

    def __init__(self) -> None:
        self.spent_s = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        started = perf_counter()
        try:
            yield
        finally:
            self._add(stage, perf_counter() - started)

    def add_elsewhere(self, seconds: float, other: StageTimer) -> None:
        """Attribute ``seconds`` of waiting on another worker to stages, in the proportions that ``other`` measured there.

        Where ``other`` measured nothing they count as ``encode``. Work that overlapped with other work is not counted, so
        the stages sum to wall time.
        """
        shares = other.spent_s if other.total_s else {"encode": 1.0}
        for stage, share in shares.items():
            self._add(stage, seconds * share / sum(shares.values()))

    def _add(self, stage: str, seconds: float) -> None:
        self.spent_s[stage] = self.spent_s.get(stage, 0.0) + seconds

    @property
    def total_s(self) -> float:
        return sum(self.spent_s.values())
