"""Seconds spent in each stage of a transcription."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

STAGES = ("decode", "encode", "prefill", "denoise", "align")


class StageTimer:
    """Seconds spent in each stage; the time a consumer takes between two events does not count."""

    def __init__(self) -> None:
        self.spent_s = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        began = perf_counter()
        try:
            yield
        finally:
            self.spent_s[stage] += perf_counter() - began

    def add_elsewhere(self, seconds: float, other: StageTimer) -> None:
        """Add seconds of waiting for what was done elsewhere: by stage as ``other`` measured it there, else for encoding.

        What was done while nobody waited for it counts nowhere, so that all stages together are the time that passed.
        """
        shares = other.spent_s if other.total_s else {"encode": 1.0}
        for stage, share in shares.items():
            self.spent_s[stage] += seconds * share / sum(shares.values())

    @property
    def total_s(self) -> float:
        return sum(self.spent_s.values())
