"""The canvas steps of recent segments, kept in memory so that they can be played again."""

from __future__ import annotations

from collections import OrderedDict

from app.speech.events import CanvasStep

BUDGET_BYTES = 96 * 2**20


class ReplayMemory:
    """Steps by (file, segment) within a budget of bytes; the segments added longest ago make room."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self.budget_bytes = budget_bytes
        self.used_bytes = 0
        self._kept: OrderedDict[tuple[int, int], list[CanvasStep]] = OrderedDict()

    def begin(self, file: int, segment: int) -> None:
        """Forget an earlier run of this segment."""
        self._forget((file, segment))
        self._kept[file, segment] = []

    def add(self, file: int, step: CanvasStep) -> None:
        self._kept.setdefault((file, step.segment), []).append(step)
        self.used_bytes += step_bytes(step)
        while self.used_bytes > self.budget_bytes and len(self._kept) > 1:
            self._forget(next(iter(self._kept)))

    def steps(self, file: int, segment: int) -> list[CanvasStep]:
        """The segment's steps in order; empty where they were never seen or made room for others."""
        return list(self._kept.get((file, segment), ()))

    def forget(self, file: int) -> None:
        """Drop all segments of a file."""
        for key in [key for key in self._kept if key[0] == file]:
            self._forget(key)

    def forget_all(self) -> None:
        """Drop everything: the ids of another vocabulary would be read as other words."""
        self._kept.clear()
        self.used_bytes = 0

    def _forget(self, key: tuple[int, int]) -> None:
        self.used_bytes -= sum(step_bytes(step) for step in self._kept.pop(key, ()))


def step_bytes(step: CanvasStep) -> int:
    """Size of a step's arrays."""
    arrays = (step.canvas, step.belief, step.accepted, step.entropy, step.top_ids, step.top_probs)
    return sum(int(array.nbytes) for array in arrays)
