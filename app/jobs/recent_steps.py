"""The canvas steps of recent segments, kept in memory so that they can be played again."""

from __future__ import annotations

from collections import OrderedDict

from app.speech.events import CanvasStep

BUDGET_BYTES = 96 * 2**20


class RecentSteps:
    """Steps by (file, segment) within a budget of bytes; the segments added longest ago make room."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self.budget_bytes = budget_bytes
        self.used_bytes = 0
        self._steps: OrderedDict[tuple[int, int], list[CanvasStep]] = OrderedDict()

    def start_segment(self, item_number: int, segment: int) -> None:
        """Forget an earlier run of this segment."""
        self._forget((item_number, segment))
        self._steps[item_number, segment] = []

    def append(self, item_number: int, step: CanvasStep) -> None:
        self._steps.setdefault((item_number, step.segment), []).append(step)
        self.used_bytes += step_size_bytes(step)
        while self.used_bytes > self.budget_bytes and len(self._steps) > 1:
            self._forget(next(iter(self._steps)))

    def steps(self, item_number: int, segment: int) -> list[CanvasStep]:
        """The segment's steps in order; empty where they were never seen or made room for others."""
        return list(self._steps.get((item_number, segment), ()))

    def forget(self, item_number: int) -> None:
        """Drop all segments of a file."""
        for key in [key for key in self._steps if key[0] == item_number]:
            self._forget(key)

    def clear(self) -> None:
        """Drop everything: the ids of another vocabulary would be read as other words."""
        self._steps.clear()
        self.used_bytes = 0

    def _forget(self, key: tuple[int, int]) -> None:
        self.used_bytes -= sum(step_size_bytes(step) for step in self._steps.pop(key, ()))


def step_size_bytes(step: CanvasStep) -> int:
    """Size of a step's arrays."""
    arrays = (step.canvas, step.argmax_ids, step.accepted, step.entropy, step.top_ids, step.top_probs)
    return sum(int(array.nbytes) for array in arrays)
