"""The canvas steps of recent segments, kept in memory: shown while they come, and played again."""

from __future__ import annotations

from collections import OrderedDict, defaultdict

from app.library.replay_store import CanvasRun, RunCollector
from app.speech.events import CanvasStep, SegmentStarted

BUDGET_BYTES = 96 * 2**20


class RecentSteps:
    """The newest run of each segment by (item number, segment), within a budget; the oldest segments are evicted."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self.budget_bytes = budget_bytes
        self.used_bytes = 0
        self._collectors: defaultdict[int, RunCollector] = defaultdict(RunCollector)
        self._sizes_bytes: OrderedDict[tuple[int, int], int] = OrderedDict()

    def handle(self, item_number: int, event: SegmentStarted | CanvasStep) -> None:
        """Collect an event of a file; a segment that begins anew replaces its earlier run."""
        key = item_number, event.segment
        if isinstance(event, SegmentStarted):
            self._forget(key)
            heard = event.spectrogram
            self._sizes_bytes[key] = 0 if heard is None else heard.nbytes
            self.used_bytes += self._sizes_bytes[key]
        if key not in self._sizes_bytes:
            return  # evicted
        self._collectors[item_number].handle(event)
        if isinstance(event, CanvasStep):
            self._sizes_bytes[key] += step_size_bytes(event)
            self.used_bytes += step_size_bytes(event)
            while self.used_bytes > self.budget_bytes and len(self._sizes_bytes) > 1:
                self._forget(next(iter(self._sizes_bytes)))

    def newest(self, item_number: int, segment: int) -> CanvasRun | None:
        """The segment's run, whose steps grow while it is denoised; None where it never began or was evicted."""
        collector = self._collectors.get(item_number)
        return collector.newest(segment) if collector is not None else None

    def steps(self, item_number: int, segment: int) -> list[CanvasStep]:
        """The segment's steps so far; empty where it never began or was evicted."""
        run = self.newest(item_number, segment)
        return list(run.steps) if run is not None else []

    def forget(self, item_number: int) -> None:
        """Drop all segments of a file."""
        for key in [key for key in self._sizes_bytes if key[0] == item_number]:
            self._forget(key)
        self._collectors.pop(item_number, None)

    def clear(self) -> None:
        """Drop everything: with another vocabulary the ids would be read as other words."""
        self._collectors.clear()
        self._sizes_bytes.clear()
        self.used_bytes = 0

    def _forget(self, key: tuple[int, int]) -> None:
        item_number, segment = key
        self.used_bytes -= self._sizes_bytes.pop(key, 0)
        self._collectors[item_number].pop(segment)


def step_size_bytes(step: CanvasStep) -> int:
    """Size of a step's arrays."""
    arrays = (step.canvas, step.argmax_ids, step.accepted, step.entropy, step.top_ids, step.top_probs, step.sampled_ids)
    return sum(int(array.nbytes) for array in arrays if array is not None)
